"""A sample of the faults in displayed formulas is noticed; `tools/formula_faults.py` plants all, in lines, too."""

import collections

import numpy as np
import pytest

from formula.faults import changes_nothing, faults, noticed
from hw0.notation import CHAPTERS, PAGES, table
from hw0.notation.planted import counted
from hw0.notation.still_true import STILL_TRUE
from tests.hw0.notation.pages import formulas_of

EVERY = 40  # one fault of this many is planted here


def of_key(stem, key):
    return next(formula for formula in formulas_of(stem) if formula.key == key)


def planted_into(stem):
    page = table(stem)
    displays = [formula for formula in formulas_of(stem) if formula.displayed and formula.key not in page.NEITHER]
    return [(formula, fault) for formula in displays
            for fault in faults(formula.text, page.LETTERS, page.LINES.get(formula.key))]


def missed(stem, formula, fault):
    page, rng = table(stem), np.random.default_rng(14)
    line = page.LINES.get(formula.key)
    if noticed(fault, page.LETTERS, line, rng=rng):
        return False
    return not changes_nothing(fault, page.LETTERS, line, rng=rng)


@pytest.mark.parametrize("stem", CHAPTERS)
def test_faults_are_noticed(stem):
    planted, told = planted_into(stem), counted()[stem]
    stored = {key: sum(map(sum, told[key].kinds.values())) for key in {formula.key for formula, _ in planted}}
    assert collections.Counter(formula.key for formula, _ in planted) == stored, "run python -m tools.formula_faults"
    for formula, fault in planted[len(stem) % EVERY :: EVERY]:
        if (formula.key, fault.kind, fault.at) not in STILL_TRUE:
            assert not missed(stem, formula, fault), (formula.key, fault.kind, fault.said)


@pytest.mark.parametrize(("key", "kind", "at"), list(STILL_TRUE)[::4])
def test_a_fault_that_leaves_a_true_statement_is_still_there(key, kind, at):
    stem = next(stem for stem in PAGES if key in {formula.key for formula in formulas_of(stem)})
    formula, page = of_key(stem, key), table(stem)
    planted = faults(formula.text, page.LETTERS, page.LINES.get(key))
    assert any(missed(stem, formula, fault) for fault in planted if (fault.kind, fault.at) == (kind, at))


def test_a_fault_in_the_text_of_a_chapter_is_noticed():
    page = table("ridge")
    (formula,) = [one for one in formulas_of("ridge") if one.key == "eq-ridge-gradient"]
    kinds = {fault.kind for fault in faults(formula.text, page.LETTERS)}
    assert {"sign", "transpose", "order", "term", "constant", "letter"} <= kinds
