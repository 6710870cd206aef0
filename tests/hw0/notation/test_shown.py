"""What is shown beside a formula is short, its own, and has its values."""

import dataclasses

import numpy as np
import pytest

from formula.markdown import Formula
from hw0.notation import evidence, table
from hw0.notation.shown import first, kind, shown, spelled

RIDGE = Formula(r"w = (X^\top X + \lambda I)^{-1} X^\top y", "eq-ridge-solution", True)


def test_a_formula_is_shown_with_its_code_letters_and_values():
    texts = shown("ridge", RIDGE)
    assert texts.code == ["w = np.linalg.solve(X.T @ X + lam * np.eye(d), X.T @ y)"]
    assert dict(texts.letters) == {"w": "vector (d,)", "X": "matrix (n, d)", "lam": "number", "y": "vector (n,)"}
    assert texts.instances >= 200
    first, second = texts.values[0].split("\n")
    assert second == "= " + first[2:]
    assert texts.sizes == "n = 2, d = 5"


def test_an_assumption_holds_at_the_instance_that_is_shown():
    tall = Formula(r"w = (X^\top X)^{-1} X^\top y", "eq-tall-solution", True)
    assert shown("least_squares", tall).sizes == "n = 9, d = 2"


def test_what_is_not_evaluated_shows_nothing():
    assert shown("ridge", Formula(r"\min_w J(w)", "eq-ridge-objective", True)) is None


def test_a_false_formula_is_refused():
    with pytest.raises(ValueError, match="false"):
        shown("ridge", RIDGE._replace(text=r"w = (X^\top X - \lambda I)^{-1} X^\top y"))


def test_code_with_other_values_is_refused(monkeypatch):
    page = table("ridge")
    monkeypatch.setattr(page, "LETTERS", dataclasses.replace(page.LETTERS, code={"lambda": "0.5"}))
    monkeypatch.setattr("hw0.notation.shown.first", first.__wrapped__)  # keeps nothing of this table
    with pytest.raises(ValueError, match="other values"):
        shown("ridge", RIDGE)
    assert evidence.fate("ridge", RIDGE).kind == "evaluated"


def test_kinds_are_told_in_letters():
    sizes = {"n": 7, "d": 3}
    assert kind(np.ones((7, 3)), sizes, ("n", "d")) == "matrix (n, d)"
    assert kind(np.ones(10), sizes, ("n", "d")) == "vector (d + n,)"
    assert kind(2, sizes, ("n", "d")) == "number"
    assert kind(np.sum, sizes, ("n", "d")) == ""


def test_rounding_is_not_shown():
    assert spelled(np.array([1e-17, -3e-16])) == "[0. 0.]"
    assert spelled(np.array([1.0, -1e-17])) == "[1. 0.]"
    assert spelled(2 / 3) == "0.6667"
