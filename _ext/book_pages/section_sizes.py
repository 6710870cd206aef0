"""A guess how tall each section is: browsers lay out only those that are near (`data-waits` in book.css).

All but the first do wait, which is read at once, and those that are divided further, whose parts do.
The guess stands in for a section until it has been near, so that the scroll bar is about right from the start. It is a
weighted sum of what the section holds; the weights are least absolute errors over the sections of this book, at both
widths.
"""

import re

from docutils import nodes

from .folded import details

SECTION = re.compile(r'<section\b[^>]*?\bid="([^"]+)"')
# pixels for the section itself, and for each character, displayed formula, line of code, box for an answer, question to
# predict, row of a table, worksheet, figure, panel of a figure
WIDE = (142, 0.36, 117, 27, 401, 157, 32, 878, 911, -70)  # harmless: a guess
NARROW = (119, 0.65, 131, 29, 410, 216, 46, 961, 258, 526)  # harmless: as above
UNSEEN = (details, nodes.raw, nodes.math, nodes.math_block, nodes.literal_block, nodes.comment)


def held(section):
    """Return how much of each kind a section holds: what the weights are for, in their order."""
    html = [node.astext() for node in section.findall(nodes.raw) if node.get("format") == "html"]
    raw = "".join(html)  # harmless: what stands between them is not searched for
    characters = sum(len(text) for text in section.findall(nodes.Text) if not _within(text, section, UNSEEN))
    formulas, blocks = ([node for node in section.findall(kind) if not _within(node, section, (details,))]
                        for kind in (nodes.math_block, nodes.literal_block))
    lines = sum(node.astext().count("\n") + 1 for node in blocks)
    rows = sum(1 for _ in section.findall(nodes.row))
    return (1, characters, len(formulas), lines, raw.count("data-answer="), raw.count("data-predict="),
            rows + raw.count("<tr"), raw.count("data-worksheet"), raw.count('class="livefig"'),
            raw.count('class="lf-panel"'))


def _within(node, section, kinds):
    while node not in (None, section):  # some extensions put nodes in without telling them their parent
        if isinstance(node, kinds):
            return True
        node = node.parent
    return False


def _waits(section):
    """Return whether a section below the page's own waits until it is near."""
    page = section.parent
    if not isinstance(page, nodes.section):
        return False
    if not isinstance(page.parent, nodes.document):
        return True
    parts = [part for part in page.children if isinstance(part, nodes.section)]
    return section is not parts[0] and not any(isinstance(part, nodes.section) for part in section.children)


def _guess(app, pagename, templatename, context, doctree):
    if doctree is None:
        return
    sizes = {}
    for section in filter(_waits, doctree.findall(nodes.section)):
        amounts = held(section)
        wide, narrow = (sum(w * n for w, n in zip(weights, amounts, strict=True)) for weights in (WIDE, NARROW))
        sizes |= dict.fromkeys(section["ids"], f' data-waits style="--wide:{wide:.0f}px;--narrow:{narrow:.0f}px"')
    context["body"] = SECTION.sub(lambda found: found[0] + sizes.get(found[1], ""), context.get("body", ""))


def setup(app):
    """Change the text of each page before it is written."""
    app.connect("html-page-context", _guess)
