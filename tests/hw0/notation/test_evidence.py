"""The counts of the appendix are of the formulas as they stand, and few of them are not evaluated."""

import collections
import json

import pytest

from formula.markdown import Formula
from hw0.notation import PAGES, evidence
from tools.formula_texts import texts


def test_the_stored_texts_are_those_of_the_pages():
    assert json.loads(evidence.TEXTS.read_text(encoding="utf-8")) == texts(), "run python -m tools.formula_texts"


@pytest.mark.parametrize(("stem", "formula", "kind"), [
    ("least_squares", Formula(r"X^\dagger y = V \Sigma^\dagger U^\top y", "key", True), "evaluated"),
    ("least_squares", Formula("n > d", "n > d", False), "condition"),
    ("ridge", Formula(r"\min_w J(w)", "eq-ridge-objective", True), "definition"),
    ("networks", Formula(r"c_1 \lesssim c_2", "eq-band", True), "neither"),
])
def test_fate(stem, formula, kind):
    found = evidence.fate(stem, formula)
    assert found.kind == kind
    assert (found.instances >= 200) == (kind == "evaluated")


@pytest.mark.parametrize("text", [r"X^\dagger y = V \Sigma U^\top y", r"X + y = 0", r"\foo = 1"])
def test_a_false_formula_is_no_evidence(text):
    with pytest.raises(ValueError, match="least_squares"):
        evidence.fate("least_squares", Formula(text, "key", True))


def test_every_reason_is_given_once():
    assert len(evidence.reasons()) == sum(
        len(evidence.table(stem).NEITHER) + len(evidence.table(stem).UNREAD) for stem in PAGES
    )


def test_a_tally_is_a_table_with_totals():
    counts = {"ridge": collections.Counter(evaluated=3, neither=1)}
    rows = str(evidence.Tally(counts, counts)).splitlines()
    assert rows[1].split() == ["displayed", "ridge", "3", "·", "·", "1"]
    assert rows[2].split() == ["displayed", "all", "3", "·", "·", "1"]
