"""Faults of every kind are planted, and the evaluation notices them."""

import numpy as np
import pytest

from formula.faults import KINDS, changes_nothing, faults, noticed
from formula.judge import Line
from tests.formula.alphabet import LETTERS

DISPLAY = r"\sum_{i=1}^n y_i (M y)_i - \sum_j z_j + 2 t - z^\top X w = y^\top M y - \sum_j z_j + 2 t - z^\top X w"


def planted(latex, line=None):
    return faults(latex, LETTERS, line)


def test_every_kind_of_fault_is_planted():
    kinds = {fault.kind for fault in planted(DISPLAY)} | {
        fault.kind for fault in planted(r"\lVert w \rVert^2 = w^\top w")
    }
    assert kinds == set(KINDS)


@pytest.mark.parametrize("latex",
                         [DISPLAY, r"\lVert Xw - y \rVert^2 = w^\top X^\top X w - 2 y^\top X w + y^\top y", "w' = 2 w"])
def test_faults_in_true_formulas_are_noticed(latex):
    rng = np.random.default_rng(0)
    left = [fault.said for fault in planted(latex)
            if not noticed(fault, LETTERS, rng=rng) and not changes_nothing(fault, LETTERS, rng=rng)]
    assert left == []


def test_what_changes_no_value_is_told_from_what_is_missed():
    rng = np.random.default_rng(0)
    missed = [fault for fault in planted(r"t \le 2 t + 1") if not noticed(fault, LETTERS, rng=rng)]
    assert missed and not any(changes_nothing(fault, LETTERS, rng=rng) for fault in missed)
    same = [fault for fault in planted(r"w^\top w = \lVert w \rVert^2") if not noticed(fault, LETTERS, rng=rng)]
    assert same and all(changes_nothing(fault, LETTERS, rng=rng) for fault in same)


def test_faults_know_their_place():
    latex = r"t = 1 + 2"
    assert {latex[fault.at] for fault in planted(latex, Line()) if fault.kind == "constant"} == {"1", "2"}
