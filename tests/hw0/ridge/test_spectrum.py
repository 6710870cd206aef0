"""hw0.ridge.spectrum: filter factors and shrinkage, and that sigma^2 is what is compared with lambda."""
import numpy as np
import pytest
from numpy.testing import assert_allclose, assert_array_equal

from hw0.ridge import spectrum as r
from tests.hw0.designs import designs

GRID = np.logspace(-6, 6, 400)


@pytest.mark.parametrize("X", dict(designs()).values(), ids=dict(designs()))
def test_filter_factors_are_the_singular_values_of_the_map_from_y_to_w(X):
    d = X.shape[1]
    lam = 0.2 * (np.linalg.norm(X, 2) ** 2 or 1.0)
    s = np.linalg.svd(X, compute_uv=False)
    map_ = np.linalg.solve(X.T @ X + lam * np.eye(d), X.T)
    biggest = 0.5 / np.sqrt(lam)
    assert_allclose(np.linalg.svd(map_, compute_uv=False), np.sort(r.filter_factors(s, lam))[::-1],
                    atol=1e-13 * biggest)


@pytest.mark.parametrize("lam", [1e-4, 1.0, 30.0])
def test_filter_factor_is_largest_at_the_square_root_of_lambda(lam):
    top = r.filter_factors(np.sqrt(lam), lam)
    assert_allclose(top, 1 / (2 * np.sqrt(lam)))
    assert np.all(r.filter_factors(GRID, lam) <= top * (1 + 1e-15))


def test_shrinkage_is_a_half_at_the_square_root_of_lambda_and_grows_with_sigma():
    lam = 7.0
    assert_allclose(r.shrinkage(np.sqrt(lam), lam), 0.5)
    kept = r.shrinkage(GRID, lam)
    assert np.all(np.diff(kept) > 0) and kept[0] > 0 and kept[-1] < 1


@pytest.mark.parametrize("lam, sigma", [(1e6, 1e4), (1e4, 1e3)])
def test_sigma_far_below_lambda_can_be_far_above_the_crossover(lam, sigma):
    assert sigma <= 0.1 * lam and r.shrinkage(sigma, lam) > 0.98
    assert sigma >= 10 / lam and r.shrinkage(1 / sigma, 1 / lam) < 0.02


def test_regimes_are_one_over_sigma_above_and_sigma_over_lambda_below():
    lam = 4.0
    ratio = GRID**2 / lam
    low, high = GRID[ratio < 1e-6], GRID[ratio > 1e6]
    assert low.size > 10 and high.size > 10
    assert_allclose(r.filter_factors(low, lam), low / lam, rtol=1e-6)
    assert_allclose(r.filter_factors(high, lam), 1 / high, rtol=1e-6)


def test_zero_singular_value_gets_nothing_even_without_a_penalty():
    assert_array_equal(r.filter_factors([2.0, 0.0], 0.0), [0.5, 0.0])
    assert_array_equal(r.shrinkage([2.0, 0.0], 0.0), [1.0, 0.0])
    assert_array_equal(r.filter_factors(0.0, [0.0, 3.0]), [0.0, 0.0])


def test_degrees_of_freedom_are_the_trace_of_the_hat_matrix():
    X = np.random.default_rng(0).normal(size=(7, 3))
    hat = X @ np.linalg.solve(X.T @ X + 0.8 * np.eye(3), X.T)
    assert_allclose(r.degrees_of_freedom(np.linalg.svd(X, compute_uv=False), 0.8), np.trace(hat))


def test_degrees_of_freedom_fall_from_the_rank_to_zero():
    s = np.array([3.0, 1.0, 0.0])
    assert r.degrees_of_freedom(s, 0.0) == 2
    df = [r.degrees_of_freedom(s, lam) for lam in np.logspace(-3, 9, 40)]
    assert np.all(np.diff(df) < 0) and df[-1] < 1e-7


@pytest.mark.parametrize("s, lam, name", [(-1.0, 1.0, "s"), (1.0, -1.0, "lam")])
def test_negative_values_are_refused(s, lam, name):
    with pytest.raises(ValueError, match=f"{name} must not be negative; got -1."):
        r.filter_factors(s, lam)
