"""The address that a page had before it moved leads on: `moved_pages` in _config.yml maps old names to new ones."""

from html import escape

from sphinx.errors import ConfigError


def lead_on(app):
    """Yield a small page for each old name.

    Raises
    ------
    ConfigError
        If there is still a page of the old name, or none of the new.
    """
    for old, new in app.config.moved_pages.items():
        if old in app.env.found_docs:
            raise ConfigError(f"moved_pages says that {old} has moved, but there is a page of that name.")
        if new not in app.env.found_docs:
            raise ConfigError(f"moved_pages leads from {old} to {new}, and there is no page of that name.")
        title, address = app.env.titles[new].astext(), app.builder.get_relative_uri(old, new)
        body = f'<h1>This page has moved</h1>\n<p>It is now <a href="{escape(address)}">{escape(title)}</a>.</p>'
        yield old, {"title": title, "moved_to": address, "body": body}, "page.html"


def setup(app):
    """Write the pages beside the others."""
    app.add_config_value("moved_pages", {}, "html", types=[dict])
    app.connect("html-collect-pages", lead_on)
