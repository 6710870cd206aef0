"""HTML elements as text."""

from html import escape

VOID = {"input"}


def element(tag, *content, **attributes):
    """Return an element as text; content that is no `Markup` is escaped, as are the attributes.

    `True` writes an attribute without a value, `None` and `False` none at all; a trailing underscore of a name is
    dropped, other underscores become hyphens.
    """
    given = "".join(f" {key.rstrip('_').replace('_', '-')}" + ("" if value is True else f'="{escape(str(value))}"')
                    for key, value in attributes.items() if value is not None and value is not False)
    if tag in VOID:
        return Markup(f"<{tag}{given}>")
    inside = "".join(part if isinstance(part, Markup) else escape(part, quote=False) for part in content)
    return Markup(f"<{tag}{given}>{inside}</{tag}>")


class Markup(str):
    """Text that is HTML already."""
