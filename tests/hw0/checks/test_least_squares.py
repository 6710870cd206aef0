"""Problem 3 on trial: right answers pass, planted errors are refuted, each refutation checked in exact numbers."""

import numpy as np
import pytest

from hw0.checks import PARTS, least_squares
from hw0.checks.least_squares import exercises
from tests.hw0.checks.answers_to_least_squares import RIGHT, WRONG
from tests.hw0.checks.exact import right_answer
from tests.hw0.checks.verdicts import on_trial, refereed


def equal(got, want):
    want = np.array(want, dtype=float)
    return np.shape(got) == want.shape and np.allclose(got, want, rtol=1e-9, atol=1e-9)


def is_right(part, value, given):
    return equal(value, right_answer(part, given))


def holds(part, where, given):
    if "U" in given:
        for Q in (given["U"], given["Vt"]):
            np.testing.assert_allclose(Q @ Q.T, np.eye(len(Q)), atol=1e-15)
        n, d = len(given["U"]), len(given["Vt"])
        return np.all(given["s"] > 0) and {"X is tall with full rank": n > d, "X is wide with full rank": n < d}[where]
    if where == "lr s^2 < 1":
        return np.all(given["lr"] * given["s"] ** 2 < 1)
    if where == "k is smaller than the number of singular values":
        return 0 <= given["k"] < len(given["s"]) and np.all(np.diff(given["s"]) <= 0) and given["s"][-1] >= 0
    n, d = given["X"].shape
    r = np.linalg.matrix_rank(given["X"])
    return {
        "X is tall with full column rank": n > d == r,
        "X is wide with full row rank": d > n == r,
        "X has full column rank": d == r,
        "X has full row rank": n == r,
        "the columns of X are dependent": r < d,
        "the rows of X are dependent": r < n,
        "X is wide": n < d and r == n,
        "X is tall": n > d and r == d,
    }[where]


@pytest.mark.parametrize("part", ["3c.any", "3f.any", "3.leverage"])
def test_no_cut_off_in_use_can_mistake_the_rank_of_an_instance(part):
    for case in PARTS[part].cases:
        for instance in case.instances:
            s = np.linalg.svd(instance["X"], compute_uv=False)
            # nearly dependent ones are there on purpose: whoever cuts at 1e-4 is refuted, and libraries cut below 1e-5
            assert np.all((s <= 5e-16 * s[0]) | (s > 1e-5 * s[0]))


LINES = [
    ("3a", lambda X, y: X.T @ y,
     "wrong at X=[[1], [1]], y=[1, 1]: expected [1], got [2]. That is X^T y: the factor (X^T X)^-1 is missing."),
    (
        "3c.any",
        lambda X: np.eye(X.shape[1]),
        "wrong at X=[[1, 1], [1, 1]]: expected [[0.5, 0.5], [0.5, 0.5]], got [[1, 0], [0, 1]]. Right where X has "
        "full column rank, "
        "but here the columns of X are dependent: some w are sent to 0, and A X leaves that part of w out.",
    ),
    (
        "3d",
        lambda X, y: np.append(np.linalg.solve(X[:, : len(y)], y), np.zeros(X.shape[1] - len(y))),
        "wrong at X=[[1, 1]], y=[1]: expected [0.5, 0.5], got [1, 0]. "
        "It solves X w = y with zeros in the last places, and is not the shortest that does.",
    ),
]
TestAnswers = on_trial(RIGHT, WRONG, (*least_squares.PARTS, *exercises.PARTS))
TestAnswersRefereed = refereed(RIGHT, is_right, holds, LINES)
