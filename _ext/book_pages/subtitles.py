"""A line of emphasis below a heading is its subtitle, and has the anchor that its words would make as a heading.

The headings are the standard terms that readers look for.  Each had the words of its subtitle before, and links to it
stay whole.
"""

from docutils import nodes
from sphinx.transforms import SphinxTransform

from .part_anchors import IDS

CLASS = "subtitle"


def former_anchor(title, subtitle):
    """Return the anchor of a heading with the subtitle's words and the title's parts: "from-features-to-samples-4f"."""
    parts = IDS.search(title)
    return nodes.make_id(f"{subtitle} {parts[0]}" if parts else subtitle)


class Subtitles(SphinxTransform):
    """Mark the subtitles of a page, and give their sections the former anchors."""

    default_priority = 99  # before those of the parts come to stand in front

    def apply(self):
        """Change every section that begins with a paragraph of nothing but emphasis."""
        for section in self.document.findall(nodes.section):
            title, *rest = section.children
            if rest and isinstance(rest[0], nodes.paragraph) and [type(node) for node in rest[0]] == [nodes.emphasis]:
                paragraph, (emphasis,) = rest[0], rest[0].children
                paragraph["classes"].append(CLASS)
                emphasis.replace_self(emphasis.children)
                anchor = former_anchor(title.astext(), paragraph.astext())
                if anchor not in self.document.ids:
                    section["ids"].append(anchor)
                    self.document.ids[anchor] = section


def setup(app):
    """Run on every page that is read."""
    app.add_transform(Subtitles)
