"""What a page says, section by section, as the search needs it.

A part of the homework is one section, with its prediction, derivation and check; so is each exercise, and each entry
of the glossary.
"""

import json
import re
import unicodedata
from html import unescape
from pathlib import Path
from typing import NamedTuple

from docutils import nodes
from sphinx import addnodes

from ..part_anchors import IDS, PART
from ..subtitles import CLASS as SUBTITLE

WITHIN = {"The problem", "Predict", "Derive", "Check"}  # the same everywhere: what is below belongs to what is above
FORMULA = re.compile(r'<math\b[^>]*><semantics>(.*?)<annotation encoding="application/x-tex">(.*?)</annotation>',
                     re.DOTALL)
VARIANT = re.compile(r'<mi mathvariant="(double-struck|script|fraktur)">([A-Z])</mi>')
IDENTIFIER = re.compile(r"[A-Za-z_][\w.]{2,}")
NOT_READ = {SUBTITLE, "cell_input", "cell_output", "solution"}
LEFT_OUT = (nodes.title, nodes.raw, nodes.comment, nodes.literal_block, nodes.doctest_block, nodes.target, nodes.image,
            addnodes.toctree)
ENDS = (nodes.TextElement, nodes.definition_list_item)  # a text of its own, which ends where it ends


class Section(NamedTuple):
    """One thing that can be found: where it is, what it is called, and what it says.

    parts: ids of the parts of the homework that its heading names.
    text: its sentences; a formula is its LaTeX between two marks (`MARK`).
    code: the names that its code cells use, each once.
    """

    anchor: str
    title: str
    parts: list
    subtitle: str
    text: str
    code: str


MARK = "\ue000"  # a private sign, which is no space


def sections(doctree):
    """Return the Sections of a page, in reading order; the first has the anchor "" and is the page itself."""
    top = doctree.next_node(nodes.section)
    if top is None:
        return []
    found = [
        _section(node, "" if node is top else node["ids"][0])
        for node in doctree.findall(nodes.section)
        if _stands_alone(node, top)
    ]
    items = doctree.findall(nodes.definition_list_item)
    found += [_entry(item) for item in items if "glossary" in item.parent["classes"]]
    return found + [_described(node) for node in doctree.findall(addnodes.desc)]


def _stands_alone(section, top):
    """Whether a section is found by itself: a page, a part, or a smaller one with a name of its own."""
    return section is top or _title(section) not in WITHIN


def _is_apart(node):
    return isinstance(node, addnodes.desc) or (isinstance(node, nodes.section) and _stands_alone(node, None))


def _title(section):
    return section.next_node(nodes.title).astext()


def _section(section, anchor):
    title = _title(section)
    named = IDS.search(title)
    parts = [part for part in re.split(r",\s*", named[1]) if PART.fullmatch(part) or part.isdigit()] if named else []
    if parts:
        title = title[: named.start()].rstrip()
    subtitle = next((node.astext() for node in section.children if SUBTITLE in node.get("classes", ())), "")
    own = [node for node in section.children if not _is_apart(node)]
    blocks = [block for node in own for block in node.findall(nodes.literal_block)]
    code = sorted({name for block in blocks for name in IDENTIFIER.findall(block.astext())})
    return Section(anchor, title, parts, subtitle, _text(own), " ".join(code))


def _entry(item):
    """Return an entry of the glossary; several words may share one explanation."""
    terms = [node for node in item.children if isinstance(node, nodes.term)]
    title = ", ".join(term.astext() for term in terms)
    return Section(terms[0]["ids"][0], title, [], "", _text(item.children[len(terms) :]), "")


def _described(desc):
    """Return the description of a function, a class or a method: found by its name, and by what its docstring says."""
    signature, content = desc.next_node(addnodes.desc_signature), desc.next_node(addnodes.desc_content)
    own = [node for node in content.children if not _is_apart(node)]
    return Section(signature["ids"][0], f"{signature['module']}.{signature['fullname']}", [], "", _text(own), "")


def _text(children):
    pieces = []
    for node in children:
        _walk(node, pieces)
    return re.sub(r"\s*\n\s*", "\n", "".join(pieces)).strip()


def _walk(node, pieces):
    if isinstance(node, nodes.math_block):
        pieces.append(" … ")
    elif isinstance(node, nodes.Text):
        pieces.append(" ".join(f"|{node.astext()}|".split())[1:-1])
    elif isinstance(node, nodes.math):
        pieces.append(f"{MARK}{node.astext()}{MARK}")
    elif not isinstance(node, LEFT_OUT) and NOT_READ.isdisjoint(node.get("classes", ())):
        for child in node.children:
            _walk(child, pieces)
        if isinstance(node, ENDS) and not isinstance(node, nodes.Inline):
            pieces.append("\n")


def formulas(body):
    """Return the MathML of every formula in the HTML of a page, `{LaTeX: MathML}`.

    Letters of other alphabets are written as such: browsers have given up the attribute that KaTeX marks them with.
    """
    return {unescape(latex): VARIANT.sub(_letter, mathml) for mathml, latex in FORMULA.findall(body)}


def _letter(variant):
    kind, letter = variant.groups()
    for prefix in ("MATHEMATICAL ", ""):  # a few have old places, such as ℝ
        try:
            return f'<mi mathvariant="normal">{unicodedata.lookup(f"{prefix}{kind.upper()} CAPITAL {letter}")}</mi>'
        except KeyError:
            continue
    return f"<mi>{letter}</mi>"


def place(app, pagename):
    """Return the file that keeps the sections of a page from one build to the next."""
    return Path(app.doctreedir, "search", f"{pagename}.json")


def _note(app, pagename, templatename, context, doctree):
    if doctree is None:
        return
    found = sections(doctree)
    used = {latex for section in found for latex in section.text.split(MARK)[1::2]}
    known = formulas(context.get("body", ""))
    kept = {"sections": found, "formulas": {latex: known[latex] for latex in used if latex in known}}
    path = place(app, pagename)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(kept, ensure_ascii=False), encoding="utf-8")


def setup(app):
    """Note what each page says when it is written."""
    app.connect("html-page-context", _note)
