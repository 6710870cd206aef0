"""The first `code` of a page that names a public function leads to the page that describes it: in a sentence, and in a
cell."""

import ast
import re
from html import escape, unescape

from docutils import nodes
from sphinx import addnodes

from ..chapter_numbers import CHAPTER

FROM = re.compile(r"chapters/|further/|guides/|appendix/|index$")
NAME = re.compile(r"(?:[A-Za-z_]\w*\.)*[A-Za-z_]\w*")
CALL = re.compile(r"\(.*\)$", re.DOTALL)
CELL = re.compile(r'(<details class="code.*?)?<div class="cell_input.*?</pre>', re.DOTALL)
SPANS = re.compile(r'<span class="n">\w+</span>(?:<span class="o">\.</span><span class="n">\w+</span>)*')
TAG = re.compile(r"<[^>]+>")
EVERYWHERE = {name: f"hw0.checks.{name}" for name in ("check", "Part", "Case", "Mistake")}


def imported(sources):
    """Return {name: what it is the name of} of the imports in some pieces of code: {"nn": "hw0.networks"}."""
    found = {}
    for source in sources:
        try:
            tree = ast.parse(source)
        except SyntaxError:  # a command of IPython, or no Python
            continue
        for node in ast.walk(tree):
            if isinstance(node, ast.Import):
                found |= {each.asname: each.name for each in node.names if each.asname}
            elif isinstance(node, ast.ImportFrom) and not node.level:
                found |= {each.asname or each.name: f"{node.module}.{each.name}" for each in node.names}
    return found


def meant(text, document, names, known):
    """Return the full name, among the `known` ones, of what a piece of code in a document means, or None.

    names: what the document imports. Without an import, a name is one of the chapter's own package.
    """
    name = CALL.sub("", text.strip())
    if not NAME.fullmatch(name):
        return None
    first, dot, rest = name.partition(".")
    chapter = CHAPTER.match(document)
    own = f"hw0.{document[chapter.end():]}.{name}" if chapter else name
    for full in (f"{({**EVERYWHERE, **names}).get(first, first)}{dot}{rest}", name, own):
        if full in known:
            return full
    return None


class FirstLinks:
    """What a page names, each name once."""

    def __init__(self, app, document, sources):
        self.app, self.document, self.names = app, document, imported(sources)
        objects = app.env.domains["py"].objects
        self.known = {name: each for name, each in objects.items() if each.objtype != "module" and not each.aliased}
        self.seen = set()

    def lead(self, text):
        """Return the full name and the address of what a text means if it is the first that does, else None."""
        full = meant(text, self.document, self.names, self.known)
        if full is None or full in self.seen:
            return None
        self.seen.add(full)
        entry = self.known[full]
        return full, f"{self.app.builder.get_relative_uri(self.document, entry.docname)}#{entry.node_id}"


def _sources(doctree):
    return [block.astext() for block in doctree.findall(nodes.literal_block)]


def _link_sentences(app, doctree, document):
    if not FROM.match(document):
        return
    links = FirstLinks(app, document, _sources(doctree))
    for code in list(doctree.findall(nodes.literal)):
        found = None if _elsewhere(code) else links.lead(code.astext())
        if found:
            link = nodes.reference("", "", internal=True, refuri=found[1], reftitle=found[0], classes=["to-code"])
            code.replace_self(link)
            link += code


def _elsewhere(code):
    """Whether a piece of code is in a heading, which lists of contents repeat, or leads somewhere already."""
    parent = code.parent
    while parent is not None:
        if isinstance(parent, nodes.title | nodes.reference | addnodes.desc | nodes.term):
            return True
        parent = parent.parent
    return False


def _link_cells(app, pagename, templatename, context, doctree):
    if doctree is None or not FROM.match(pagename):
        return
    links = FirstLinks(app, pagename, _sources(doctree))

    def linked(spans):
        found = links.lead(unescape(TAG.sub("", spans[0])))
        return f'<a class="to-code" href="{escape(found[1])}" title="{found[0]}">{spans[0]}</a>' if found else spans[0]

    def link(cell):
        return cell[0] if cell[1] else SPANS.sub(linked, cell[0])  # a name in a fold is not its first

    context["body"] = CELL.sub(link, context.get("body", ""))


def setup(app):
    """Change each page before it is written: all names are known then."""
    app.connect("doctree-resolved", _link_sentences)
    app.connect("html-page-context", _link_cells)
