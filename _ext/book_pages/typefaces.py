"""The fonts of the book, inside a style sheet of their own.

They are there before the first line is drawn, so the text does not jump.
`tools/fonts.py` makes the files in `assets/fonts`.
"""

import base64
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "assets" / "fonts"
WEIGHTS = {"regular": "400", "italic": "400;font-style:italic", "semibold": "600 700"}
SOURCE = 'src:url(data:font/woff2;base64,{content}) format("woff2")'
FACE = f'@font-face{{{{font-family:"{{family}}";font-weight:{{weight}};{SOURCE}}}}}\n'
SHEET = "type.css"


def style_sheet(folder=FOLDER):
    """Return the `@font-face` rules of the fonts in a folder, `book-serif-semibold.woff2` and the like."""
    rules = []
    for path in sorted(folder.glob("*.woff2")):
        family, _, style = path.stem.replace("-", " ").title().rpartition(" ")
        content = base64.b64encode(path.read_bytes()).decode()
        rules.append(FACE.format(family=family, weight=WEIGHTS[style.lower()], content=content))
    return "".join(rules)


def _write(app):
    if app.builder.format == "html":
        static = Path(app.outdir, "_static")
        static.mkdir(parents=True, exist_ok=True)
        (static / SHEET).write_text(style_sheet(), encoding="utf-8")
        app.add_css_file(SHEET, priority=100)


def setup(app):
    """Write the style sheet before the first page."""
    app.connect("builder-inited", _write)
