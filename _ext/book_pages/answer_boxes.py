"""A box to answer in under every part and every exercise that `check` knows, with its data and its script.

In a notebook there is a cell to fill in; on the site the box stands in its place, and below the check of each part;
beside the subtitle of the part a link leads there, for who answers before reading.  Readers without JavaScript see the
stored cell.
"""

import pickle
import re
from pathlib import Path

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

import answers
from answers import Site, box, mark, progress
from hw0.checks import PARTS
from hw0.checks.page_data import page_part
from hw0.checks.registry import HOMEWORK
from hw0.checks.show import typeset

from .chapter_numbers import CHAPTER
from .folded import details
from .freshness import digest

CHECKED = re.compile(r'\bcheck\("([^"]+)"')
TO_FILL_IN = re.compile(r"^\w+ = None$", re.MULTILINE)
CODE = Path(answers.__file__).parents[1]
STORE = "answer_site.pickle"  # in the folder of what Sphinx keeps between two builds
STORED = "<!-- the stored cell -->"
SHOWN = re.compile(r'class="answer"|data-answer-mark=|data-answers-right=')
FIRST = '<span class="answer-first js-only">Answer first: {}</span>'
CARDS = '<ol class="cards">'


class AnswerBoxes(SphinxPostTransform):
    """Put a box in the place of each cell to fill in, and at the end of the section in which a part is checked."""

    default_priority = 450  # after admonitions are folded, since hints are
    formats = ("html",)

    def run(self, **_):
        """Change the chapters; a part that is checked twice has one box."""
        if not CHAPTER.match(self.env.docname):
            return
        placed, led = set(), {}
        for cell in list(self.document.findall(_is_cell)):
            source = "\n".join(block.astext() for block in cell.findall(nodes.literal_block))
            for name in CHECKED.findall(source):
                if name in PARTS and name not in placed:
                    placed.add(name)
                    if TO_FILL_IN.search(source):
                        self._replace(name, cell)
                    else:
                        _section(cell).extend(self._box(name))
                        led.setdefault(_part(cell), []).append(name)
        for part, names in led.items():
            _lead_from(part, names)

    def _box(self, name):
        """Return what stands before the stored cell of a part, and after it."""
        html = box(self.app.answer_site.parts[name], asks=typeset(PARTS[name].asks),
                   source=self.app.answer_site.source(name), stored=STORED)
        return [nodes.raw("", text, format="html") for text in html.split(STORED)]

    def _replace(self, name, cell):
        before, after = self._box(name)
        place = cell.parent.index(cell)
        cell.parent[place:place + 1] = [before, cell, after]
        _hints_of(_section(cell), name)


def _is_cell(node):
    return isinstance(node, nodes.container) and "cell" in node["classes"]


def _section(node):
    """Return the innermost section that holds a node."""
    while not isinstance(node, nodes.section):
        node = node.parent
    return node


def _part(node):
    """Return the innermost section with a subtitle that holds a node: that of a part; without one the innermost."""
    section = inner = _section(node)
    while isinstance(section, nodes.section):
        if _has_subtitle(section):
            return section
        section = section.parent
    return inner


def _has_subtitle(section):
    return "subtitle" in section[1].get("classes", ()) and isinstance(section.parent, nodes.section)


def _lead_from(section, names):
    """Put links to the boxes of some parts beside the subtitle of their section, or below its title if it has none."""
    if not _has_subtitle(section):
        section.insert(1, nodes.paragraph(classes=["js-only"]))
    links = ", ".join(f'<a href="#answer-{name}-label">{name}</a>' for name in names)
    section[1] += nodes.raw("", FIRST.format(links), format="html")


def _hints_of(section, name):
    """Say of each hint of an exercise, and of its solution, whose it is: after a wrong try the next one opens."""
    for node in section.findall():
        if isinstance(node, details):
            node["data-hint-for"] = name
        elif isinstance(node, nodes.raw) and node.astext().startswith("<details>"):
            text = node.astext().replace("<details>", f'<details data-hint-for="{name}">', 1)
            node.children, node.rawsource = [nodes.Text(text)], text


def _use_the_files(app, pagename, templatename, context, doctree):
    """Load script and style on the pages with a box or a mark; put marks beside the parts in the contents."""
    toc = context.get("toc", "")
    if CHAPTER.match(pagename):
        context["toc"] = re.sub(r'(<a [^>]*href="#(part-[\w-]+)"[^>]*>.*?)</a>', _marked, toc, flags=re.DOTALL)
    body = context.get("body", "")
    if pagename == app.config.root_doc:
        line = f'<p class="answers-line js-only">{progress(HOMEWORK)}</p>\n'
        context["body"] = body = body.replace(CARDS, line + CARDS, 1)
    if SHOWN.search(body) or SHOWN.search(context.get("toc", "")):
        app.add_css_file("answers.css")
        app.add_js_file("answers.js", loading_method="defer")


def _marked(link):
    name = next((name for name in PARTS if nodes.make_id(f"part-{name}") == link[2]), None)
    return f"{link[1]} {mark(name)}</a>" if name else link[0]


def site_of_all_parts(store):
    """Return the Site of all parts, from the file `store` if it was made by this very code.

    What the mistakes lead to is computed some ten thousand times, which is most of a build in which nothing changed.
    """
    made_by = digest([CODE / "hw0", CODE / "answers"], ())
    if store.exists():
        known, site = pickle.loads(store.read_bytes())
        if known == made_by:
            return site
    site = Site([page_part(part) for part in PARTS.values()])
    site.files  # noqa: B018 (they are kept with it)
    store.parent.mkdir(parents=True, exist_ok=True)
    part = store.with_suffix(".part")       # a full disk must not leave half of it for the next build
    part.write_bytes(pickle.dumps((made_by, site)))
    part.replace(store)
    return site


def _write(app):
    if app.builder.format == "html":
        app.answer_site = site_of_all_parts(Path(app.doctreedir) / STORE)
        app.answer_site.write(Path(app.outdir) / "_static")


def setup(app):
    """Write the files first, so that Sphinx can put their checksums into the pages."""
    app.connect("builder-inited", _write)
    app.connect("html-page-context", _use_the_files)
    app.add_post_transform(AnswerBoxes)
