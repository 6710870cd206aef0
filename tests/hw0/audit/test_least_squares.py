"""Problem 3 as the chatbots answered it: the answers and the draws."""
import numpy as np
import pytest

from hw0.audit import grade, turns
from hw0.audit.least_squares import answers as answers
from hw0.audit.least_squares import confirmed
from hw0.audit.least_squares.samples import ANY, DEFICIENT, STIFF, TALL, WIDE, factors

PARTS = ("3a", "3b", "3c", "3c.any", "3d", "3e", "3f", "3f.any")


def test_what_conversations_share_is_what_it_says():
    for v in ANY:
        f, r = factors(v["X"]), np.linalg.matrix_rank(v["X"])
        np.testing.assert_allclose(answers.ones_for_the_rows(v["X"]), f.U @ f.S @ f.Sp @ f.U.T, atol=1e-9)
        assert np.trace(answers.ones_where_sigma_is_not_zero(v["X"])) == pytest.approx(r)
        np.testing.assert_allclose(answers.pseudo_inverse(v["X"], v["y"]), f.Vt.T @ f.Sp @ f.U.T @ v["y"], atol=1e-7)
        assert answers.identity(v["X"]).shape == (v["X"].shape[1],) * 2
        assert answers.identity_of_rows(v["X"]).shape == (len(v["X"]),) * 2


def test_the_second_answer_of_gpt_4o_loses_y_and_the_spaces_stay_exchanged():
    words = {part: [grade(answer).word for answer in turns(part, "gpt-4o")] for part in PARTS}
    assert words == {"3a": ["right"], "3b": ["right", "wrong"], "3c": ["right"], "3c.any": ["wrong"],
                     "3d": ["right"], "3e": ["right", "wrong"], "3f": ["right"], "3f.any": ["wrong"]}


def test_stable_is_said_of_the_svd_and_would_be_false_of_the_normal_equations():
    for v in STIFF:
        assert confirmed.svd_is_stable(**v)
        assert confirmed.backward_error(**v, w=confirmed.by_full_rank(**v)) > 100 * np.finfo(float).eps


def test_the_backward_error_is_attained_and_not_undercut():
    """At X = 1 and y = 1 any w is right for the data 1 / w, and an exact solution needs no change."""
    X, y = np.array([[1.0]]), np.array([1.0])
    np.testing.assert_allclose(confirmed.backward_error(X, y, np.array([0.8])), 1 / 0.8 - 1)
    assert confirmed.backward_error(X, y, np.array([1.0])) == 0
    X, y = np.array([[1.0], [0.0]]), np.array([1.0, 1.0])
    near = [np.hypot(a - 1, b) for a in np.linspace(0.5, 1.5, 401) for b in np.linspace(-0.5, 0.5, 401)
            if abs(0.9 * (a * a + b * b) - (a + b)) < 1e-3]
    np.testing.assert_allclose(confirmed.backward_error(X, y, np.array([0.9])), min(near), atol=2e-3)


def test_the_draws_are_what_they_say():
    for problems, holds in [(TALL, lambda n, d, r: n > d == r), (WIDE, lambda n, d, r: d > n == r),
                            (DEFICIENT, lambda n, d, r: r < min(n, d))]:
        assert len(problems) == 40
        assert all(holds(*v["X"].shape, np.linalg.matrix_rank(v["X"])) for v in problems)
        assert all(v["y"].shape == v["mu"].shape == v["X"].shape[:1] and v["w"].shape == v["X"].shape[1:]
                   for v in problems)


def test_factors_are_full_and_multiply_back():
    for v in ANY:
        f = factors(v["X"])
        np.testing.assert_allclose(f.U @ f.S @ f.Vt, v["X"], atol=1e-12)
        assert f.Sp.shape == v["X"].shape[::-1]
