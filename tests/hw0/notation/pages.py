"""The formulas of the chapters, as they stand in the notebooks."""

import functools
import json
import pathlib

from formula.markdown import formulas
from tests.notebooks.outlines import OUTLINES

ROOT = pathlib.Path(__file__).parents[3]


@functools.cache
def formulas_of(stem):
    """Return the formulas of a chapter, or of notation.md for the stem "alphabet", in order."""
    if stem == "alphabet":
        return formulas((ROOT / "appendix" / "notation.md").read_text(encoding="utf-8"))
    notebook = json.loads((ROOT / f"chapters/{OUTLINES[stem].number}_{stem}.ipynb").read_text(encoding="utf-8"))
    return [
        formula
        for cell in notebook["cells"]
        if cell["cell_type"] == "markdown"
        for formula in formulas("".join(cell["source"]))
    ]
