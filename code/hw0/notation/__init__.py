"""What the letters of each chapter mean: one table for each, and a line for each formula that needs more than the
table.

`CHAPTERS` are the chapters with formulas; `table(stem)` is the table of one, a module.
"""

import importlib

CHAPTERS = ("learning_goals", "vector_calculus", "least_squares", "ridge", "relu_elbow", "networks")


def table(stem):
    """Return the module of a chapter: LETTERS (`formula.letters.Letters`), LINES ({key: Line}) and NEITHER ({key: why a
    display is not evaluated})."""
    return importlib.import_module(f"hw0.notation.{stem}")
