"""hw0.least_squares: every route to X^+ y, of any shape, rank and scale."""

import re

import numpy as np
import pytest
from numpy.testing import assert_allclose, assert_array_equal

from hw0 import least_squares as ls
from hw0.least_squares import svd
from tests.hw0.made import matrix

SCALES = [1.0, 1e6, 1e-14]


def problem(n, d, s=None, seed=0):
    """X (n, d) with singular values s, and a y (n,) that no X w needs to reach."""
    rng = np.random.default_rng(seed)
    s = np.linspace(3, 1, min(n, d)) if s is None else s
    return matrix(n, d, s, rng=rng), rng.normal(size=n)


def truth(X, y):
    """NumPy's own answer, with our cut-off said aloud."""
    return np.linalg.lstsq(X, y, rcond=svd.default_rtol(X.shape))[0]


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize(("shape", "routes"), [
    *((shape, ls.TALL_ROUTES) for shape in [(8, 3), (4, 4), (5, 1), (1, 1)]),
    *((shape, ls.WIDE_ROUTES) for shape in [(3, 8), (4, 4), (1, 5), (1, 1)])])
def test_all_routes_agree_with_numpy_at_full_rank(shape, routes, scale):
    X, y = problem(*shape)
    w = truth(X, y) / scale
    for route in routes:
        assert_allclose(route(scale * X, y), w, rtol=1e-10, atol=1e-12 * np.max(np.abs(w)), err_msg=route.__name__)


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("shape", [(8, 3), (3, 8), (5, 5), (4, 1), (1, 4)])
@pytest.mark.parametrize("r", [0, 1, 2])
def test_any_rank_routes_agree_with_numpy_without_full_rank(r, shape, scale):
    X, y = problem(*shape, s=[2.0, 1.0][: min(r, *shape)])
    w = truth(X, y) / scale
    for route in ls.ROUTES:
        assert_allclose(route(scale * X, y), w, rtol=1e-10, atol=1e-12 * np.max(np.abs(w)), err_msg=route.__name__)


@pytest.mark.parametrize("shape", [(12, 5), (5, 12), (6, 6)])
@pytest.mark.parametrize("smallest", [1e-3, 1e-9, 1e-12, 1e-13, 1e-16, 1e-18])
def test_rank_of_the_fastest_route_is_that_of_the_svd(smallest, shape):
    rng = np.random.default_rng(7)
    for _ in range(30):
        X = matrix(*shape, [1.0] * (min(shape) - 1) + [smallest], rng=rng)
        y = rng.normal(size=shape[0])
        w, kept = ls.by_svd(X, y), smallest > 12 * svd.EPS
        assert_allclose(ls.min_norm_solution(X, y), w,
                        atol=(100 * svd.EPS / smallest if kept else 1e-12) * np.linalg.norm(w))
        assert_allclose(ls.min_norm_solution(X, y, rtol=1e-6), ls.by_svd(X, y, rtol=1e-6), rtol=1e-6, atol=1e-12)


@pytest.mark.parametrize("scale", [1e-200, 1e-160, 1e160, 1e200])
@pytest.mark.parametrize("shape", [(8, 3), (3, 8), (4, 4)])
def test_fastest_route_bears_any_scale(shape, scale):
    for s in (None, [2.0, 1.0]):
        X, y = problem(*shape, s=s)
        assert_allclose(scale * ls.min_norm_solution(scale * X, y), ls.by_svd(X, y), rtol=1e-10, atol=1e-12)


@pytest.mark.parametrize("route", ls.ROUTES)
def test_zero_matrix_gets_the_shortest_of_all_vectors(route):
    assert_array_equal(route(np.zeros((3, 2)), [1.0, 2.0, 3.0]), [0.0, 0.0])


def test_least_squares_solution_beats_every_other_w():
    X, y = problem(9, 4)
    w = ls.min_norm_solution(X, y)
    others = w + np.random.default_rng(1).normal(size=(500, 4))
    assert np.min(ls.objective(others.T, X, y)) > ls.objective(w, X, y)


@pytest.mark.parametrize(("shape", "s"), [((3, 7), None), ((6, 4), [2.0, 1.0])])
def test_min_norm_solution_is_the_shortest_of_those_with_the_same_residual(shape, s):
    X, y = problem(*shape, s=s)
    w = ls.min_norm_solution(X, y)
    lost = svd.full(X).Vt[svd.rank(X) :].T
    others = w + (lost @ np.random.default_rng(2).normal(size=(lost.shape[1], 300))).T
    assert lost.shape[1] >= 2
    assert_allclose([ls.objective(v, X, y) for v in others], ls.objective(w, X, y), atol=1e-12)
    assert np.linalg.norm(others, axis=1).min() > np.linalg.norm(w)


def test_objective_takes_one_candidate_or_several_in_columns():
    X, y = problem(5, 3)
    W = np.random.default_rng(4).normal(size=(3, 6))
    assert_allclose(ls.objective(W, X, y), [np.linalg.norm(X @ w - y) ** 2 for w in W.T])
    assert np.shape(ls.objective(W[:, 0], X, y)) == ()


def test_gradient_is_a_row_and_agrees_with_central_differences():
    X, y = problem(5, 3)
    w = np.array([0.3, -1.0, 2.0])
    # exact for a parabola
    rise = [ls.objective(w + 0.5 * e, X, y) - ls.objective(w - 0.5 * e, X, y) for e in np.eye(3)]
    assert ls.gradient(w, X, y).shape == (1, 3)
    assert_allclose(ls.gradient(w, X, y), [rise])
    assert_allclose(ls.gradient(ls.min_norm_solution(X, y), X, y), 0, atol=1e-13)


def test_from_svd_takes_full_and_thin_factors():
    for shape in [(6, 3), (3, 6)]:
        X, y = problem(*shape)
        assert_allclose(ls.from_svd(*svd.full(X), y), ls.from_svd(*svd.thin(X), y))
        assert_allclose(ls.from_svd(*svd.thin(X), np.eye(len(X))), ls.pinv(X))


@pytest.mark.parametrize(("shape", "s"),
                         [((5, 3), [3, 2, 1]), ((3, 5), [3, 2, 1]), ((5, 4), [2, 1]), ((2, 2), [1]), ((4, 3), [])])
def test_pinv_meets_the_four_conditions_of_moore_and_penrose(shape, s):
    X = matrix(*shape, s, rng=np.random.default_rng(5))
    P = ls.pinv(X)
    assert_allclose(X @ P @ X, X, atol=1e-13)
    assert_allclose(P @ X @ P, P, atol=1e-13)
    assert_allclose(X @ P, (X @ P).T, atol=1e-13)
    assert_allclose(P @ X, (P @ X).T, atol=1e-13)


def test_one_sided_inverses_undo_x_from_their_side():
    tall = problem(5, 3)[0]
    assert_allclose(ls.left_inverse(tall) @ tall, np.eye(3), atol=1e-13)
    assert_allclose(tall.T @ ls.right_inverse(tall.T), np.eye(3), atol=1e-13)


@pytest.mark.parametrize("route", dict.fromkeys([*ls.TALL_ROUTES, *ls.WIDE_ROUTES]), ids=lambda route: route.__name__)
def test_no_route_changes_its_data(route):
    X, y = problem(4, 4)
    before = X.copy(), y.copy()
    route(X, y)
    assert_array_equal(X, before[0])
    assert_array_equal(y, before[1])


def test_gram_routes_refuse_every_problem_of_lower_rank_where_without_a_guard_most_get_a_wrong_answer():
    rng, silently_wrong = np.random.default_rng(6), 0
    for _ in range(1000):
        d = rng.integers(2, 6)
        n = d + rng.integers(0, 10)
        X = 10.0 ** rng.integers(-6, 7) * rng.normal(size=(n, d - 1)) @ rng.normal(size=(d - 1, d))
        y, w = rng.normal(size=n), ls.by_svd(X, rng.normal(size=n))
        with pytest.raises(ValueError, match="min_norm_solution"):
            ls.by_normal_equations(X, y)
        with pytest.raises(ValueError, match="min_norm_solution"):
            ls.by_multipliers(X.T, y[:d])
        assert_allclose(ls.min_norm_solution(X, X @ w), w, rtol=1e-6, atol=1e-9 * np.linalg.norm(w))
        wide = ls.by_svd(X.T, y[:d])
        assert_allclose(ls.min_norm_solution(X.T, y[:d]), wide, rtol=1e-6, atol=1e-9 * np.linalg.norm(wide))
        silently_wrong += not np.allclose(unguarded(X, X @ w), w, rtol=1e-3, atol=1e-3 * np.linalg.norm(w))
    assert silently_wrong > 500


def unguarded(X, y):
    """What solving the normal equations gives, right or wrong; the right answer where LAPACK refuses aloud."""
    try:
        return np.linalg.solve(X.T @ X, X.T @ y)
    except np.linalg.LinAlgError:
        return ls.by_svd(X, y)


def test_gram_matrix_loses_a_small_singular_value_that_x_still_shows():
    e = 1e-8
    X, y = np.array([[1.0, 1.0], [e, 0.0], [0.0, e]]), np.array([2.0, e, e])  # Läuchli's matrix; X @ (1, 1) = y
    assert_array_equal(X.T @ X, np.ones((2, 2)))
    with pytest.raises(ValueError, match="Gram matrix is singular"):
        ls.by_normal_equations(X, y)
    for route in (ls.by_qr, *ls.ROUTES):
        assert_allclose(route(X, y), 1.0, rtol=1e-7)


@pytest.mark.parametrize(("call", "error", "words"), [
    (lambda: ls.min_norm_solution(np.ones((3, 2)), np.ones((3, 1))), ValueError,
     "y must have shape (3,); got (3, 1). Use y.ravel()."),
    (lambda: ls.by_svd(np.ones((3, 2)), np.ones(2)), ValueError, "y must have shape (3,); got (2,)."),
    (lambda: ls.by_pinv(np.ones(3), np.ones(3)), ValueError, "X must have shape (n, d)"),
    (lambda: ls.objective(np.ones(3), np.ones((3, 2)), np.ones(3)), ValueError, "w must have shape (2,)"),
    (lambda: ls.min_norm_solution([[np.inf]], [1.0]), ValueError, "X must be finite"),
    (lambda: ls.min_norm_solution([["1"]], [1.0]), TypeError, "X must be a real number"),
    (lambda: ls.min_norm_solution([[1.0]], [1.0], rtol=2), ValueError, "rtol must lie in [0, 1); got 2."),
    (lambda: ls.by_qr(np.ones((3, 2)), np.ones(3)), ValueError, "X must have full rank for the QR route."),
    (lambda: ls.by_normal_equations(np.eye(2, 3), np.ones(2)), ValueError, "X must have full column rank"),
    (lambda: ls.by_multipliers(np.eye(3, 2), np.ones(3)), ValueError, "X must have full row rank"),
    (lambda: ls.left_inverse(np.ones((3, 2))), ValueError,
     "X must have full column rank 2; its rank is 1. pinv(X)"),
    (lambda: ls.right_inverse(np.eye(3, 2)), ValueError, "X must have full row rank 3; its rank is 2."),
    (lambda: ls.pinv([[5e-324]]), OverflowError, "the pseudo-inverse is too large for float64, about 1e324: scale"),
    (lambda: ls.by_svd([[5e-324]], [1e300]), OverflowError, "the solution is too large for float64, about 1e623"),
])
def test_bad_input_gets_an_error_that_says_what_to_do(call, error, words):
    with pytest.raises(error, match=re.escape(words)):
        call()
