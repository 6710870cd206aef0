"""Covariances of linear estimates: the theorem of Gauss and Markov, what it leaves open, and simulation."""
import numpy as np
import pytest
from numpy.testing import assert_allclose

from hw0 import least_squares, ridge
from hw0.least_squares import estimators

SHAPES = [(3, 3), (7, 3), (9, 1), (20, 6)]


def unbiased(X, rng, size):
    """Another matrix with M X = I."""
    A = least_squares.left_inverse(X)
    return A + size * rng.normal(size=A.shape) @ (np.eye(len(X)) - X @ A)


@pytest.mark.parametrize(("n", "d"), SHAPES)
@pytest.mark.parametrize("scale", [1.0, 1e6, 1e-6])
def test_the_covariance_is_that_of_the_left_inverse(n, d, scale):
    X = scale * np.random.default_rng(n).normal(size=(n, d))
    expected = 4.0 * np.linalg.inv(X.T @ X)
    size = np.max(np.abs(expected))
    assert_allclose(estimators.least_squares_covariance(X, 2.0), expected, atol=1e-8 * size)
    assert_allclose(estimators.covariance(least_squares.left_inverse(X), 2.0), expected, atol=1e-8 * size)


@pytest.mark.parametrize(("n", "d"), SHAPES)
@pytest.mark.parametrize("size", [1e-3, 1.0, 100.0])
def test_no_unbiased_estimate_has_a_smaller_variance_in_any_direction(n, d, size):
    rng = np.random.default_rng(d)
    X = rng.normal(size=(n, d))
    M = unbiased(X, rng, size)
    assert_allclose(M @ X, np.eye(d), atol=1e-8 * size + 1e-10)
    more = estimators.covariance(M, 1.5) - estimators.least_squares_covariance(X, 1.5)
    values = np.linalg.eigvalsh(more)
    assert values[0] > -1e-9 * max(1.0, size**2)
    if n > d:
        assert values[-1] > 0.01 * size**2


@pytest.mark.parametrize("size", [1e-300, 1e-160, 1e160, 1e300])
def test_small_noise_and_a_large_estimate_make_an_error_of_ordinary_size(size):
    M, X, w0 = np.array([[1.0, 2.0]]), np.array([[2.0], [1.0]]), np.array([3.0])
    assert_allclose(estimators.mean_squared_error(size * M, X / size, w0, 1 / size), 5 + 81, rtol=1e-14)
    assert_allclose(estimators.covariance(size * M, 1 / size), [[5]], rtol=1e-14)


def test_the_formulas_are_what_noise_does():
    X, w0 = np.random.default_rng(0).normal(size=(12, 3)), np.array([1.0, -2.0, 0.5])
    shrinking = np.linalg.solve(X.T @ X + 2 * np.eye(3), X.T)
    within = []
    for seed in range(20):      # coins, and not normal: the theorem does not ask for more
        rng = np.random.default_rng(seed)
        y = X @ w0 + 1.5 * rng.choice([-1, 1], size=(4000, 12))
        for M in (least_squares.left_inverse(X), unbiased(X, rng, 0.1), shrinking):
            squares = np.sum((y @ M.T - w0) ** 2, axis=1)
            away = np.mean(squares) - estimators.mean_squared_error(M, X, w0, 1.5)
            within.append(abs(away) < 2 * np.std(squares) / np.sqrt(len(y)))
            products = (y @ M.T - M @ X @ w0)[:, :, None] * (y @ M.T - M @ X @ w0)[:, None, :]
            error = np.std(products, axis=0) / np.sqrt(len(y))
            assert np.all(np.abs(np.mean(products, axis=0) - estimators.covariance(M, 1.5)) < 5 * error)
    assert np.mean(within) > 0.85       # 95 % are expected, of 60


def test_ridge_is_nearer_on_average_for_every_penalty_up_to_noise_over_truth():
    rng = np.random.default_rng(1)
    for _ in range(200):
        n, d = rng.integers(4, 12), rng.integers(1, 5)
        X, w0, noise = rng.normal(size=(n, d)), rng.normal(size=d), rng.uniform(0.1, 3.0)
        errors = [estimators.mean_squared_error(np.linalg.solve(X.T @ X + lam * np.eye(d), X.T), X, w0, noise)
                  for lam in np.array([0.0, 0.1, 0.5, 1.0]) * noise**2 / (w0 @ w0)]
        assert np.all(np.diff(errors) < 0)


def test_the_mean_squared_error_agrees_with_that_of_each_direction():
    rng = np.random.default_rng(2)
    X, w0 = rng.normal(size=(8, 3)), rng.normal(size=3)
    _, s, Vt = np.linalg.svd(X, full_matrices=False)
    M = np.linalg.solve(X.T @ X + 0.7 * np.eye(3), X.T)
    expected = np.sum(ridge.mean_squared_error(s, Vt @ w0, 0.4, 0.7))
    assert_allclose(estimators.mean_squared_error(M, X, w0, 0.4), expected)


@pytest.mark.parametrize(("call", "says"), [
    (lambda: estimators.least_squares_covariance(np.ones((3, 2)), 1.0), "full column rank; got rank 1"),
    (lambda: estimators.least_squares_covariance(np.ones((2, 3)), 1.0), "full column rank"),
    (lambda: estimators.covariance(np.ones((2, 3)), -1.0), "noise"),
    (lambda: estimators.covariance(np.ones((2, 3)), np.ones(3)), "noise must be a number"),
    (lambda: estimators.least_squares_covariance(np.eye(2), np.ones(2)), "noise must be a number"),
    (lambda: estimators.mean_squared_error(np.eye(2), np.eye(2), np.ones(2), np.ones(2)), "noise must be a number"),
    (lambda: estimators.covariance(np.ones(3), 1.0), "M must have shape"),
    (lambda: estimators.mean_squared_error(np.ones((2, 3)), np.ones((2, 2)), np.ones(2), 1.0), "must have shape"),
])
def test_what_does_not_fit_is_refused(call, says):
    with pytest.raises(ValueError, match=says):
        call()
