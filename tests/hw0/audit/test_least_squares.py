"""Problem 3 as the chatbots answered it: the answers and the draws."""
import numpy as np

from hw0.audit.least_squares import answers as answers
from hw0.audit.least_squares import confirmed
from hw0.audit.least_squares.samples import ANY, DEFICIENT, STIFF, TALL, WIDE, factors


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
