"""The map of the book on the front page: every part is a link, and a line joins two of which one uses a formula of the
other. Nobody drew it: the lines are the references to formulas in the chapters' own text."""

import json
import re
from html import escape
from pathlib import Path

from docutils import nodes

from answers import mark

from .part_anchors import IDS, anchors

HEADING = re.compile(r"^## (.+)$")
LABEL = re.compile(r"^\$\$ \(([\w.-]+)\)")
REFERENCE = re.compile(r"\{eq\}`([^`]+)`")
MAP = """<figure class="book-map" id="map-of-the-book">
<div class="book-map-columns">
<svg viewBox="0 0 {width} {height}" preserveAspectRatio="none" aria-hidden="true">{lines}</svg>
{columns}
</div>
<figcaption>A line joins two parts if one refers to a formula of the other: {count} lines, read off the text of the
chapters.<span class="js-only"> Point at a part to see what it rests on, and what rests on it.</span></figcaption>
</figure>"""
BEND = 0.62  # how far a line between two parts of one chapter leaves its column


class Part:
    """A section of a chapter that answers a part of the homework, or has the chapter's number behind its title."""

    def __init__(self, document, title):
        self.named = IDS.search(title)[1]
        self.title = title
        anchor = (anchors(title) or [nodes.make_id(title)])[0]
        self.address = f"{document}.html#{anchor}"
        self.is_part = bool(anchors(title))
        self.term = IDS.sub("", title).strip().replace("'", "’")
        self.defines, self.refers = set(), set()

    def html(self):
        """Return the row of its column."""
        ticked = mark(self.named) if self.is_part else ""
        letter = f"<b>{escape(self.named)}</b> " if self.is_part and "_" not in self.named else ""
        return (f'<li><a href="{escape(self.address)}" title="{escape(self.title)}"><span>{letter}{escape(self.term)}'
                f'</span>{ticked}</a></li>')


def parts(path, document):
    """Return the parts of a chapter, each with the labels of its formulas and of those to which its text refers."""
    found, part = [], None
    for cell in json.loads(Path(path).read_text(encoding="utf-8"))["cells"]:
        for line in "".join(cell["source"]).splitlines() if cell["cell_type"] == "markdown" else ():
            heading, label = HEADING.match(line), LABEL.match(line)
            if heading:
                part = Part(document, heading[1]) if IDS.search(heading[1]) else None
                found += [part] if part else []
            elif part and label:
                part.defines.add(label[1])
            elif part:
                part.refers.update(REFERENCE.findall(line))
    return found


def joined(columns):
    """Return the pairs `((column, row), (column, row))` of which the first refers to a formula of the second."""
    places = {(i, k): part for i, column in enumerate(columns) for k, part in enumerate(column)}
    home = {label: place for place, part in places.items() for label in part.defines}
    return sorted({(place, home[label]) for place, part in places.items() for label in part.refers
                   if label in home and home[label] != place})


def book_map(chapters):
    """Return the HTML of the map.

    Parameters
    ----------
    chapters : list of tuple
        For each chapter its number, title, document and the path of its notebook.
    """
    columns = [parts(path, document) for _, _, document, path in chapters]
    pairs = joined(columns)
    shown = []
    for (number, title, document, _), column in zip(chapters, columns, strict=True):
        rows = "".join(part.html() for part in column)
        shown.append(f'<ol><li class="book-map-chapter"><a href="{document}.html" title="{escape(title)}">{number}</a>'
                     f'</li>{rows}</ol>')
    return MAP.format(width=len(columns), height=1 + max(map(len, columns)), lines="".join(map(_line, pairs)),
                      columns="\n".join(shown), count=len(pairs))


def _line(pair):
    """Return a line from the middle of one cell to that of another; the first row of each column is its chapter."""
    (i, k), (j, n) = pair
    x, y, u, v = i + 0.5, k + 1.5, j + 0.5, n + 1.5
    a, b = (x + BEND, u + BEND) if i == j else ((x + u) / 2, (x + u) / 2)
    return f'<path d="M{x:g} {y:g}C{a:g} {y:g} {b:g} {v:g} {u:g} {v:g}" data-ends="{i},{k + 1} {j},{n + 1}"/>'
