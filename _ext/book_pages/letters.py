"""What the letters of a chapter mean, and those of the figure on the front page, in a file that its page loads when the
pointer or a key comes to a formula.

The words are the rows of notation.md, typeset; `assets/letters.js` shows them.
"""

import html
import json
import re
from pathlib import Path

from docutils import nodes
from sphinx.errors import ExtensionError
from sphinxcontrib import katex

from answers.site import versioned
from hw0.notation import CHAPTERS, rows

from .as_numpy import NOTATION
from .chapter_numbers import CHAPTER
from .part_anchors import names

ASSETS = Path(__file__).resolve().parents[2] / "assets"
FIGURE_OF = {"index": 5}  # the chapter whose letters a page has that is none
SCRIPTS = ("letter_names.js", "letters.js")
INLINE = re.compile(r"\$([^$]+)\$|`([^`]+)`")


def markup(text, typeset=katex.render_latex):
    """Return the HTML of a cell: words, formulas and code."""
    parts, end = [], 0
    for found in INLINE.finditer(text):
        parts.append(html.escape(text[end:found.start()], quote=False))
        formula = f'<span class="math">{typeset(found[1])}</span>' if found[1] else None
        parts.append(formula or f"<code>{html.escape(found[2])}</code>")
        end = found.end()
    return "".join(parts) + html.escape(text[end:], quote=False)


def anchors(contents):
    """Return {how a row may name a section: its anchor} of a page's table of contents."""
    return {name: link["anchorname"].removeprefix("#") for link in contents.findall(nodes.reference)
            for name in names(link.astext())}


def data(number, found, places):
    """Return what the page gets of each row that holds in a chapter; without places, of those that hold in all of it.

    Raises ExtensionError if a row names a section that the chapter does not have.
    """
    told = []
    for row in rows.holding(number, found):
        if row.sections and not places:
            continue
        if unknown := [place for place in row.sections if place not in places]:
            raise ExtensionError(f"notation.md, chapter {number}: there is no section {unknown[0]!r}.")
        told.append({
            "keys": [rows.key(latex) for latex in row.letters],
            "letters": [markup(f"${latex}$") for latex in row.letters],
            "kind": " ".join(markup(part) for part in (row.code, row.shape) if part),
            "meaning": markup(row.meaning),
            "inside": [places[place] for place in row.sections],
        })
    return told


def _write(app, pagename, templatename, context, doctree):
    chapter = CHAPTER.match(pagename)
    stem = pagename.rpartition("/")[2].partition("_")[2] if chapter else pagename
    if app.builder.format != "html" or stem not in {*CHAPTERS, *FIGURE_OF}:
        return
    found = rows.rows(NOTATION.read_text(encoding="utf-8"))
    places = anchors(app.env.tocs[pagename]) if chapter else {}
    told = data(int(chapter[1]) if chapter else FIGURE_OF[stem], found, places)
    script = f"bookLetters.rows = {json.dumps(told, ensure_ascii=False)};\n"
    path = Path(app.outdir) / "_static" / "letters" / f"{stem}.js"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(script, encoding="utf-8")
    files = [(name, (ASSETS / name).read_text(encoding="utf-8")) for name in SCRIPTS] + [(f"letters/{stem}.js", script)]
    context["letters"] = " ".join(versioned(*file) for file in files)


def setup(app):
    """Write the file of each chapter with its page."""
    app.connect("html-page-context", _write)
