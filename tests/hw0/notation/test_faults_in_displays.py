"""A sample of all faults in the displayed formulas is noticed; `tools/formula_faults.py` plants every one."""

import numpy as np
import pytest

from formula.faults import changes_nothing, faults, noticed
from hw0.notation import CHAPTERS, table
from tests.hw0.notation.pages import formulas_of

EVERY = 40  # one fault of this many is planted here
NOTICED = 0.99


def sample(stem):
    page = table(stem)
    displays = [formula for formula in formulas_of(stem) if formula.displayed and formula.key not in page.NEITHER]
    planted = [
        (formula, fault)
        for formula in displays
        for fault in faults(formula.text, page.LETTERS, page.LINES.get(formula.key))
    ]
    return planted[len(stem) % EVERY :: EVERY]


@pytest.mark.parametrize("stem", CHAPTERS)
def test_faults_are_noticed(stem):
    page, rng, missed = table(stem), np.random.default_rng(14), []
    planted = sample(stem)
    for formula, fault in planted:
        line = page.LINES.get(formula.key)
        if not noticed(fault, page.LETTERS, line, rng=rng) and not changes_nothing(fault, page.LETTERS, line, rng=rng):
            missed.append((formula.key, fault.kind, fault.said))
    assert len(missed) <= (1 - NOTICED) * len(planted) + (stem == "least_squares"), missed


def test_a_fault_in_the_text_of_a_chapter_is_noticed():
    page = table("ridge")
    (formula,) = [one for one in formulas_of("ridge") if one.key == "eq-ridge-gradient"]
    kinds = {fault.kind for fault in faults(formula.text, page.LETTERS)}
    assert {"sign", "transpose", "order", "term", "constant", "letter"} <= kinds
