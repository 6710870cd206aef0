"""The NumPy that is printed for a displayed formula has its values."""

import numpy as np
import pytest

from formula.judge import Line
from formula.numpy_code import codes
from hw0.notation import CHAPTERS, table
from tests.hw0.notation.pages import formulas_of

DISPLAYS = [(stem, formula) for stem in CHAPTERS for formula in formulas_of(stem)
            if formula.displayed and formula.key not in table(stem).NEITHER]


@pytest.mark.parametrize(("stem", "formula"), [pytest.param(*one, id=one[1].key) for one in DISPLAYS])
def test_code_of_a_display_has_its_values(stem, formula):
    page = table(stem)
    found = codes(formula.text, page.LETTERS, page.LINES.get(formula.key) or Line(), rng=np.random.default_rng(0))
    assert found
    for code in found:
        assert code.agrees, code.sides
        for line in code.lines:
            compile(line, "formula", "exec")
