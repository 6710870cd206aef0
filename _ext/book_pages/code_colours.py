"""The colours of code, light and dark in one style sheet, without JavaScript."""

from pathlib import Path

from pygments.styles import get_style_by_name
from pygments.token import STANDARD_TYPES, Name

LIGHT, DARK = "github-light-high-contrast", "github-dark-high-contrast"


def style_sheet(light=LIGHT, dark=DARK):
    """Return a CSS rule for each kind of token that either of two Pygments styles distinguishes."""
    light, dark = get_style_by_name(light), get_style_by_name(dark)
    rules = []
    for kind, name in STANDARD_TYPES.items():
        in_light, in_dark = light.style_for_token(kind), dark.style_for_token(kind)
        # a plain name keeps the text's colour: most of a line is names
        if name and kind is not Name and (in_light["color"] or in_dark["color"]):
            colours = [f"#{style['color']}" if style["color"] else "currentColor" for style in (in_light, in_dark)]
            italic = ";font-style:italic" if in_light["italic"] else ""
            rules.append(f".highlight .{name}{{color:var(--light,{colours[0]}) var(--dark,{colours[1]}){italic}}}\n")
    return "".join(rules)


def _write(app, exception):
    if exception is None and app.builder.format == "html":
        (Path(app.outdir) / "_static" / "pygments.css").write_text(style_sheet(), encoding="utf-8")


def setup(app):
    """Write the style sheet after Sphinx has written its own."""
    app.connect("build-finished", _write)
