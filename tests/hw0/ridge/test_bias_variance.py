"""hw0.ridge.bias_variance: the formulas along singular directions against matrices, and where the minimum is."""

import numpy as np
import pytest
from numpy.testing import assert_allclose

from hw0 import ridge
from hw0.least_squares import svd
from tests.hw0.made import matrix

KINDS = [(6, 3, [3, 2, 0.1]), (3, 3, [1, 1, 1]), (5, 4, [2, 1]), (1, 1, [0.5])]


@pytest.mark.parametrize(("n", "d", "s"), KINDS)
@pytest.mark.parametrize("lam", [1e-3, 0.5, 40.0])
def test_sum_over_directions_is_the_mean_squared_error_of_the_whole_solution(n, d, s, lam):
    rng = np.random.default_rng(0)
    X, w0, noise = matrix(n, d, s, rng=rng), rng.normal(size=d), 0.7
    M = np.linalg.solve(X.T @ X + lam * np.eye(d), X.T)     # w = M y, so w - w0 = (M X - I) w0 + M noise
    expected = np.sum((M @ X @ w0 - w0) ** 2) + noise**2 * np.sum(M**2)
    _, values, Vt = svd.thin(X)
    found = np.sum(ridge.mean_squared_error(values, Vt @ w0, noise, lam))
    assert_allclose(found, expected)


def test_mean_over_many_draws_of_the_noise_comes_near():
    rng = np.random.default_rng(1)
    s, theta, noise, lam = np.array([2.0, 0.5]), np.array([1.0, -2.0]), 0.6, 0.3
    y = s * theta + noise * rng.normal(size=(200_000, 2))
    errors = (ridge.filter_factors(s, lam) * y - theta) ** 2
    spread = np.std(errors, axis=0) / np.sqrt(len(errors))
    assert np.all(np.abs(np.mean(errors, axis=0) - ridge.mean_squared_error(s, theta, noise, lam)) < 5 * spread)


@pytest.mark.parametrize("s", [0.01, 1.0, 30.0])
@pytest.mark.parametrize("theta", [-2.0, 0.3])
def test_best_penalty_is_the_minimum_whatever_sigma_is(s, theta):
    best = ridge.best_penalty(theta, 0.7)
    least = ridge.mean_squared_error(s, theta, 0.7, best)
    for lam in best * np.array([0.0, 0.5, 0.99, 1.01, 2.0, 100.0]):
        assert ridge.mean_squared_error(s, theta, 0.7, lam) >= least
    assert ridge.mean_squared_error(s, theta, 0.7, 0.0) > least         # least squares


def test_edges():
    assert ridge.best_penalty(0.0, 1.0) == np.inf
    assert np.isnan(ridge.best_penalty(0.0, 0.0))
    assert ridge.best_penalty(1.0, 0.0) == 0.0
    assert ridge.bias_squared(0.0, 3.0, 1.0) == 9.0         # nothing is seen of it
    assert ridge.variance(0.0, 3.0, 1.0) == 0.0
    with pytest.raises(ValueError, match="noise"):
        ridge.variance(1.0, -1.0, 1.0)
