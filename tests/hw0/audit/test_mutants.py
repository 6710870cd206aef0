"""Small errors in right formulas: every formula is right, every error is noticed or harmless for a reason."""

import pytest

from hw0.audit.mutants import ASKED, FORMULAS, HARMLESS, answer, mutants, mutants_table, survivors
from hw0.checks import check


@pytest.mark.parametrize("part", FORMULAS)
def test_every_formula_is_right_before_it_is_changed(part):
    assert check(part, answer(part, FORMULAS[part]))


@pytest.mark.parametrize("part", ASKED)
def test_every_error_is_noticed_or_harmless(part):
    assert len(mutants(FORMULAS[part])) >= 1
    assert set(survivors(part)) <= set(HARMLESS)


def test_every_harmless_change_is_one_of_the_changes():
    everything = {text for part in ASKED for text in mutants(FORMULAS[part])}
    assert set(HARMLESS) <= everything
    assert len(everything) > 80


@pytest.mark.parametrize(("formula", "changed"), [
    ("a + b", ("a - b",)), ("-b / w", ("-b * w", "b / w")), ("A.T", ("A",)), ("2 * x", ("2 / x", "3 * x")),
    ("x > 0", ("x >= 0", "x > 1")),
    ("a if b else c", ("c if b else a",)), ("x @ y", ()), ("np.sum(x)", ()),
])
def test_a_formula_is_changed_in_one_place_at_a_time(formula, changed):
    assert mutants(formula) == changed


def test_the_table_counts_what_it_tried():
    table = mutants_table(("5a.i", "4b"))
    assert table.caption == "5 small errors: 5 noticed, 0 harmless, 0 missed"
    assert table.rows[0] == ("5a.i", "-b / w", 2, 2, 0)
