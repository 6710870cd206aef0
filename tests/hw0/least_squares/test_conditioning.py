"""hw0.least_squares.conditioning: condition number, noise gain, and a bound that no change of the data breaks."""

import re

import numpy as np
import pytest
from numpy.testing import assert_allclose

from hw0 import least_squares as ls
from hw0.least_squares import conditioning as cond
from hw0.least_squares import min_norm_solution, svd
from tests.hw0.made import matrix


@pytest.mark.parametrize("scale", [1.0, 1e6, 1e-14])
def test_condition_number_is_a_quotient_of_the_singular_values_that_are_not_zero(scale):
    X = scale * matrix(6, 4, [8.0, 4.0, 0.5], rng=np.random.default_rng(0))
    assert_allclose(cond.condition_number(X), 16.0)
    assert_allclose(cond.noise_gain(X), 2.0 / scale)


def test_gram_matrix_squares_the_condition_number():
    X = matrix(6, 3, [100.0, 10.0, 1.0], rng=np.random.default_rng(1))
    assert_allclose(cond.condition_number(X.T @ X), cond.condition_number(X) ** 2)


def test_noise_gain_is_never_exceeded_and_is_reached_along_the_last_left_singular_vector():
    rng = np.random.default_rng(2)
    X, y = matrix(7, 3, [5.0, 1.0, 0.01], rng=rng), rng.normal(size=7)
    w, gain = min_norm_solution(X, y), cond.noise_gain(X)
    moved = [np.linalg.norm(min_norm_solution(X, y + v / np.linalg.norm(v)) - w) for v in rng.normal(size=(200, 7))]
    assert max(moved) <= gain
    assert_allclose(np.linalg.norm(min_norm_solution(X, y + svd.thin(X).U[:, -1]) - w), gain)


@pytest.mark.parametrize("smallest", [1.0, 1e-2, 1e-4])
@pytest.mark.parametrize("off", [0.0, 1.0])
def test_no_change_of_the_data_moves_the_solution_beyond_the_bound(smallest, off):
    rng = np.random.default_rng(3)
    X = matrix(6, 3, [1.0, 0.5, smallest], rng=rng)
    y = X @ rng.normal(size=3) + off * rng.normal(size=6)
    w, eps = min_norm_solution(X, y), 1e-6
    worst = 0.0
    for _ in range(300):
        dX, dy = rng.normal(size=X.shape), rng.normal(size=6)
        dX *= eps * np.linalg.norm(X, 2) / np.linalg.norm(dX, 2)
        dy *= eps * np.linalg.norm(y) / np.linalg.norm(dy)
        worst = max(worst, np.linalg.norm(min_norm_solution(X + dX, y + dy) - w) / np.linalg.norm(w))
    bound = cond.relative_change_bound(X, y, eps=eps)
    assert bound / 100 < worst < bound  # and the bound is not idle


@pytest.mark.parametrize(("call", "words"), [
    (lambda: cond.condition_number(np.zeros((2, 2))), "X must not be the zero matrix."),
    (lambda: cond.noise_gain(np.zeros((2, 2))), "X must not be the zero matrix."),
    (lambda: cond.relative_change_bound(np.ones((3, 2)), np.ones(3), eps=1e-3),
     "X must have full column rank 2; its rank is 1."),
    (lambda: cond.relative_change_bound(np.diag([2.0, 1.0]), np.ones(2), eps=0.5), "eps must lie in [0, 0.5)"),
    (lambda: cond.relative_change_bound(np.diag([2.0, 1.0]), np.ones(2), eps=-1), "eps must lie in [0, 0.5)"),
    (lambda: cond.relative_change_bound(np.eye(3, 2), [0.0, 0.0, 1.0], eps=0.1), "the solution w must not be 0"),
    (lambda: cond.relative_change_bound(np.eye(2), np.ones(2), eps=[0.1, 0.2]), "eps must be a number"),
    *((lambda knobs=knobs: cond.digits_kept(
        min_norm_solution, **{"kappa": 10, "rng": np.random.default_rng(0)} | knobs), words)
      for knobs, words in (({"shape": (3, 3)}, "n > d"), ({"kappa": 0.5}, "kappa >= 1"),
                           ({"residual": -1.0}, "residual >= 0"), ({"draws": 0}, "draws must be"))),
    (lambda: cond.noise_gain([[5e-324]]), "the gain is too large for float64, about 1e324"),
])
def test_bad_input_gets_an_error_that_says_what_to_do(call, words):
    with pytest.raises(OverflowError if "float64" in words else ValueError, match=re.escape(words)):
        call()


def test_one_column_keeps_nearly_all_digits():
    kept = cond.digits_kept(min_norm_solution, 1.0, rng=np.random.default_rng(0), shape=(3, 1), draws=20)
    assert kept > 14


def test_a_far_target_makes_the_condition_number_count_twice_and_the_bound_says_so():
    rng = np.random.default_rng(8)
    X = matrix(6, 3, [1.0, 0.5, 1e-3], rng=rng)
    U, _, Vt = svd.full(X)
    y = X @ np.ones(3) + 2.0 * U[:, 5]
    w, eps = min_norm_solution(X, y), 1e-7
    tilted = X + eps * np.outer(U[:, 5], Vt[2])      # the most delicate direction, towards the residual
    change = np.linalg.norm(min_norm_solution(tilted, y) - w) / np.linalg.norm(w)
    kappa, bound = cond.condition_number(X), cond.relative_change_bound(X, y, eps=eps)
    assert 0.3 * bound < change < bound
    assert change > 100 * kappa * eps


def test_a_gram_matrix_costs_twice_the_digits_that_the_svd_costs():
    assert_allclose([digits_lost(route, residual=0.0) for route in ROUTES], [6, 3, 3], atol=0.7)


def test_with_a_large_residual_every_route_costs_twice_the_digits():
    assert_allclose([digits_lost(route, residual=100.0) for route in ROUTES], [6, 6, 6], atol=0.7)


ROUTES = ls.by_normal_equations, ls.by_svd, ls.min_norm_solution


def digits_lost(route, residual):
    """Return the digits of w that are lost between the condition numbers 1e2 and 1e5."""
    few, many = (cond.digits_kept(route, kappa, rng=np.random.default_rng(4), residual=residual, draws=60)
                 for kappa in (1e2, 1e5))
    return few - many


def test_the_bound_of_a_small_problem_by_hand():
    # kappa = 1, w = (1, 0), and the residual is as long as ||X|| ||w||, so rho = 1
    assert_allclose(cond.relative_change_bound(np.eye(3, 2), [1.0, 0.0, 1.0], eps=0.1), (2 + 2 * 1) * 0.1 / 0.9)
