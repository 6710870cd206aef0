"""Folded parts that open without JavaScript: an admonition of class `dropdown` becomes `<details>`."""

from docutils import nodes
from sphinx.locale import admonitionlabels
from sphinx.transforms.post_transforms import SphinxPostTransform


class details(nodes.Element):
    """A folded part; its first child is a `summary`."""


class summary(nodes.TextElement):
    """The line of a folded part that is always seen."""


class FoldDropdowns(SphinxPostTransform):
    """Replace every admonition of class `dropdown`; class `open` unfolds it from the start."""

    default_priority = 400
    formats = ("html",)

    def run(self, **_):
        for admonition in list(self.document.findall(nodes.Admonition)):
            if "dropdown" in admonition["classes"]:
                admonition.replace_self(_folded(admonition))


def _folded(admonition):
    kind = admonition.tagname
    if admonition.children and isinstance(admonition[0], nodes.title):
        title, content = admonition[0].children, admonition.children[1:]
    else:
        title, content = [nodes.Text(admonitionlabels[kind])], admonition.children
    classes = ["admonition", *([] if kind == "admonition" else [kind]), *admonition["classes"]]
    node = details("", classes=classes, ids=admonition["ids"])
    node += summary("", "", *title, classes=["admonition-title"])
    node += content
    return node


def _visit_details(translator, node):
    more = {"open": "open"} if "open" in node["classes"] else {}
    if "data-hint-for" in node:
        more["data-hint-for"] = node["data-hint-for"]
    translator.body.append(translator.starttag(node, "details", **more))


def _visit_summary(translator, node):
    translator.body.append(translator.starttag(node, "summary", suffix=""))


def setup(app):
    """Register the transform and its two nodes."""
    app.add_node(details, html=(_visit_details, lambda translator, _: translator.body.append("</details>\n")))
    app.add_node(summary, html=(_visit_summary, lambda translator, _: translator.body.append("</summary>\n")))
    app.add_post_transform(FoldDropdowns)
