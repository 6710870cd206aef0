"""What the letters of a page mean, in a file that it loads when the pointer or a key comes to a formula: of a chapter,
and of what speaks of one elsewhere.

The words are the rows of notation.md, typeset; `assets/letters.js` shows them.
"""

import functools
import html
import json
import re
from pathlib import Path

from docutils import nodes
from sphinx.errors import ExtensionError
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinxcontrib import katex

from answers.site import versioned
from hw0.notation import CHAPTERS, rows

from .chapter_numbers import CHAPTER, page_stem
from .freshness import NOTATION
from .part_anchors import names

ASSETS = Path(__file__).resolve().parents[2] / "assets"
DATA = {2, 3, 4}  # what is said of a single unit stands in parts that are named
CHAPTERS_OF = {"index": {5}, "appendix/on_trial": DATA, "appendix/claims": DATA}  # of what a whole page speaks
FORMULA = re.compile(r'class="(?:katex|lf-math|lf-number)"')
PART = re.compile(r"\b[Pp]art (\d[a-z](?:\.\w+)?)\b")
LINKED = re.compile(r"(?:chapters|further)/(\d)_|index\.html#fig-")  # the figure of the front page is of chapter 5
SPOKEN = re.compile(r'data-of="(\d)|class="[^"]*letters-of of-(\d)')
SCRIPTS = ("letter_names.js", "letters.js")
INLINE = re.compile(r"\$([^$]+)\$|`([^`]+)`")


@functools.cache
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


def data(chapters, found, own=None, places=(), elsewhere=()):
    """Return what a page gets of the rows that hold in some chapters, each row once.

    own: the chapter that the page is, with the `places` of its sections; elsewhere a part is told by its id.
    elsewhere: how rows may name the sections of that chapter which stand on its other page.
    Raises ExtensionError if a row names a section that the chapter does not have.
    """
    told = {}
    for number in chapters:
        for row in rows.holding(number, found):
            inside = [places.get(place) if number == own else place for place in row.sections]
            known = [place for place, there in zip(row.sections, inside, strict=True) if there or place in elsewhere]
            if unknown := [place for place in row.sections if place not in known]:
                raise ExtensionError(f"notation.md, chapter {number}: there is no section {unknown[0]!r}.")
            inside = [there for there in inside if there]
            if row.sections and not inside:
                continue
            if row not in told:
                told[row] = {
                    "of": [],
                    "keys": [rows.key(latex) for latex in row.letters],
                    "letters": [markup(f"${latex}$") for latex in row.letters],
                    "kind": " ".join(markup(part) for part in (row.code, row.shape) if part),
                    "meaning": markup(row.meaning),
                    "inside": inside,
                }
            told[row]["of"].append(str(number))
    return list(told.values())


class SpokenOf(SphinxPostTransform):
    """Outside the chapters, mark what speaks of one: an entry by its first link, a section by its first part."""

    default_priority = 900  # after references are resolved
    formats = ("html",)

    def run(self, **_):
        if CHAPTER.match(self.env.docname):
            return
        for node in self.document.findall(lambda node: isinstance(node, nodes.definition | nodes.list_item)):
            linked = (LINKED.search(link.get("refuri", "")) for link in node.findall(nodes.reference))
            self._mark(node, [found[1] or "5" for found in linked if found][:1])
        for node in self.document.findall(nodes.section):
            first = node[1].astext() if len(node) > 1 and isinstance(node[1], nodes.paragraph) else ""
            if part := PART.search(first):
                self._mark(node, [part[1][0], part[1]])

    @staticmethod
    def _mark(node, named):
        if named:
            node["classes"] += ["letters-of", *(f"of-{name}" for name in named)]


def _write(app, pagename, templatename, context, doctree):
    chapter, body = CHAPTER.match(pagename), context.get("body", "")
    if app.builder.format != "html" or not FORMULA.search(body):
        return
    own = int(chapter[1]) if chapter and pagename[chapter.end():] in CHAPTERS else None
    page = {own} if own else CHAPTERS_OF.get(pagename, set())
    spoken = {int(named[1] or named[2]) for named in SPOKEN.finditer(body)}
    if not page | spoken:
        return
    found = rows.rows(NOTATION.read_text(encoding="utf-8"))
    of_chapter = [other for other in app.env.tocs if own and other.endswith(pagename[pagename.index("/"):])]
    elsewhere = {place for other in of_chapter for place in anchors(app.env.tocs[other])}
    told = data(sorted(page | spoken), found, own, anchors(app.env.tocs[pagename]) if own else {}, elsewhere)
    script = f"bookLetters.rows = {json.dumps(told, ensure_ascii=False)};\n"
    stem = page_stem(pagename).rpartition("/")[2]
    path = Path(app.outdir) / "_static" / "letters" / f"{stem}.js"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(script, encoding="utf-8")
    files = [(name, (ASSETS / name).read_text(encoding="utf-8")) for name in SCRIPTS] + [(f"letters/{stem}.js", script)]
    context["letters"] = " ".join(versioned(*file) for file in files)
    context["letters_of"] = " ".join(map(str, sorted(page)))


def setup(app):
    """Write the file of each page with its page."""
    app.add_post_transform(SpokenOf)
    app.connect("html-page-context", _write)
