"""A section whose heading ends with "(5b.ii)" has the anchor #part-5b-ii, whatever else its heading says.

Write `[](#part-5b-ii)` or {ref}`part-5b-ii` to refer to it. Its link is the one that readers are given;
the anchor that is made from the words of the heading leads there, too.
"""

import re

from docutils import nodes
from sphinx.transforms import SphinxTransform

from .chapter_numbers import CHAPTER

IDS = re.compile(r"\(([^()]+)\)$")
BEHIND = re.compile(r"\s*(?:\([^()]*\)|★+)$")
PART = re.compile(r"\d(?:[a-z]|\.[a-z])[\w.]*")  # 5b.ii, 6.svm_loss; not 6, which any section of a chapter may name


def anchors(title):
    """Return the anchors of the parts that a heading names: ["part-5a-i"] of "Where the bend is (5a.i)"."""
    found = IDS.search(title)
    parts = re.split(r",\s*", found[1]) if found else []
    return [nodes.make_id(f"part-{part}") for part in parts if PART.fullmatch(part)]


def names(title):
    """Return how a row of notation.md may name a section: by its title without what stands behind it, or by a part.

    ["Fake features", "4e"] of "Fake features (4e)".
    """
    named = IDS.search(title)
    return [BEHIND.sub("", title), *(re.split(r",\s*", named[1]) if named else ())]


class PartAnchors(SphinxTransform):
    """Put the anchors of parts in front of those of the words, and make them known as targets."""

    default_priority = 100  # before targets are collected and references are resolved

    def apply(self):
        """Change the sections of a chapter."""
        if not CHAPTER.match(self.env.docname):
            return
        for section in self.document.findall(nodes.section):
            for anchor in anchors(section.next_node(nodes.title).astext()):
                section["ids"].insert(0, anchor)
                section["names"].append(anchor)
                self.document.ids[anchor] = section
                self.document.nameids[anchor] = anchor
                self.document.nametypes[anchor] = True  # explicit: Sphinx lists only those as targets


def setup(app):
    """Run on every chapter that is read."""
    app.add_transform(PartAnchors)
