"""What the letters of each chapter mean: a table for each, and a line for each formula that needs more than the table.

`CHAPTERS` are the chapters with formulas; `table(stem)` is the table of one, a module.
"""

import importlib

CHAPTERS = ("learning_goals", "vector_calculus", "least_squares", "ridge", "relu_elbow", "networks")
ELSEWHERE = {"alphabet": "appendix/notation.md", "guides": "guides/*.ipynb"}  # where pages stand that are no chapters
PAGES = (*CHAPTERS, *ELSEWHERE)
GLOSSARY = "appendix/glossary.md"  # each entry is written in the letters of the chapter to which its first link leads


def table(stem):
    """Return the module of a chapter, or of the page notation.md.

    It has LETTERS (`formula.letters.Letters`), LINES ({key: Line}), NEITHER ({key: why a display is not evaluated}),
    CONDITIONS (keys of relations in the lines that set a scene and are not always true) and UNREAD ({key: why a
    relation in a line is not evaluated}).
    """
    return importlib.import_module(f"hw0.notation.{stem}")
