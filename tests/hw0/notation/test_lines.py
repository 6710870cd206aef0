"""Relations that stand in a line are true, or set a scene; what is neither is listed with its reason."""

import functools

import numpy as np
import pytest

from formula.conditions import kind_of
from formula.display import read_display
from formula.errors import FormulaError
from formula.judge import judge
from formula.markdown import has_relation
from hw0.notation import PAGES, table
from tests.hw0.notation.pages import formulas_of

INSTANCES = 200
EVALUATED = 0.8  # of the relations in the lines, or recognised as a condition


@functools.cache
def relations(stem):
    return {formula.key: formula.text for formula in formulas_of(stem)
            if not formula.displayed and has_relation(formula.text)}


def judged(stem, key):
    page = table(stem)
    return judge(relations(stem)[key], page.LETTERS, page.LINES.get(key), rng=np.random.default_rng(14), count=15,
                 least=INSTANCES)


def fate(stem, key):
    """Return "evaluated", "condition", "definition" or "unread"; AssertionError if it is none of these."""
    page = table(stem)
    if key in page.UNREAD:
        return "unread"
    kind = "condition" if key in page.CONDITIONS else kind_of(read_display(relations(stem)[key], page.LETTERS))
    if kind and key not in {*page.LINES, *page.CONDITIONS}:
        return kind  # such as λ > 0, which the draws of the table see to
    try:
        judgement = judged(stem, key)
    except FormulaError:
        assert kind, "cannot be evaluated: give it a line, or say in CONDITIONS or UNREAD what it is"
        return kind
    if judgement.holds:
        assert key not in page.CONDITIONS, "is always true: take it from CONDITIONS"
        for outside, failed in judgement.violations.values():
            assert failed > 0.1 * outside, "an assumption is not needed: say so, or drop it"
        return "evaluated"
    assert kind, "is false: mend it, give it a line, or say in CONDITIONS what it is"
    return kind


@pytest.mark.parametrize("stem", PAGES)
def test_relations_in_the_lines_are_true_or_set_a_scene(stem):
    fates, wrong = {}, {}
    for key in relations(stem):
        try:
            fates[key] = fate(stem, key)
        except AssertionError as error:
            wrong[key] = str(error).split("\n")[0]
    assert not wrong
    assert sum(kind != "unread" for kind in fates.values()) >= EVALUATED * len(fates)


@pytest.mark.parametrize("stem", PAGES)
def test_every_entry_of_a_table_belongs_to_a_formula(stem):
    page = table(stem)
    keys = {formula.key for formula in formulas_of(stem)}
    assert {*page.LINES, *page.NEITHER, *page.CONDITIONS, *page.UNREAD} <= keys


def test_a_false_relation_in_a_line_is_noticed(monkeypatch):
    planted = {r"U^\top U = U U^\top": "U^\\top U = U \\Sigma U^\\top", "key": r"X^\dagger = V \Sigma U^\top"}
    monkeypatch.setattr("tests.hw0.notation.test_lines.relations", lambda stem: planted)
    for key in planted:
        with pytest.raises(AssertionError):
            fate("least_squares", key)
