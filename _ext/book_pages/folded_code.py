"""Code that says nothing to readers of the site folds away in the chapters: imports, and the lone call of a figure or
of a worksheet."""

import ast
import re

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from .chapter_numbers import CHAPTER
from .folded import details, summary

CALL = re.compile(r"(figure|sheet)s\.\w+\(\)")
CALLED = {"figure": "Code of this figure", "sheet": "Code of this worksheet"}


def why_folded(source):
    """Return the words under which a cell of code folds, or None if the reader is to see it."""
    call = CALL.fullmatch(source.strip())
    if call:
        return CALLED[call[1]]
    try:
        statements = ast.parse(source).body
    except SyntaxError:  # a command of IPython
        return None
    if statements and all(isinstance(each, ast.Import | ast.ImportFrom) for each in statements):
        return "Imports"
    return None


class FoldCode(SphinxPostTransform):
    """Replace the input of such cells by `<details>`; MyST-NB folds cells with a tag itself, and later."""

    default_priority = 190
    formats = ("html",)

    def run(self, **_):
        if not CHAPTER.match(self.env.docname):
            return
        for cell in list(self.document.findall(nodes.container)):
            if cell.get("nb_element") != "cell_code_source":
                continue
            words = why_folded(cell.astext())
            if words and not cell.parent.get("hide_mode"):
                fold = details("", classes=["code"])
                fold += summary("", words)
                cell.parent.replace(cell, fold)
                fold += cell


def setup(app):
    """Register the transform."""
    app.add_post_transform(FoldCode)
