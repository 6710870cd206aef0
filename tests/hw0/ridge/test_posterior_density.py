"""hw0.ridge.posterior_density: a real density over the weights, whose top is the ridge solution."""
import numpy as np
import pytest
from numpy.testing import assert_allclose

from hw0 import ridge
from hw0.ridge import posterior_density as r
from tests.hw0.designs import designs

EPS = 1e-15


@pytest.fixture(params=dict(designs()).values(), ids=dict(designs()))
def data(request):
    X = request.param
    return X, np.random.default_rng(0).normal(size=len(X)), 0.3 * (np.linalg.norm(X, 2) ** 2 or 1.0)


def test_posterior_is_that_of_the_joint_gaussian_given_y(data):
    X, y, lam = data
    n, d = X.shape
    gain = np.linalg.solve(X @ X.T + lam * np.eye(n), X).T          # Cov(W, Y) Cov(Y)^-1
    post = r.posterior(X, y, lam=lam)
    assert_allclose(post.mean, gain @ y, atol=1e-12 * np.linalg.norm(gain @ y) + EPS * np.linalg.norm(gain))
    assert_allclose(post.covariance, np.eye(d) - gain @ X, atol=1e-12)


def test_mean_is_the_ridge_solution(data):
    X, y, lam = data
    assert_allclose(r.posterior(X, y, lam=lam).mean, ridge.by_fake_data(X, y, lam=lam), rtol=1e-9, atol=1e-20)


def test_inverse_covariance_is_the_hessian_of_the_negative_log_posterior(data):
    X, y, lam = data
    d = X.shape[1]
    assert_allclose(r.posterior(X, y, lam=lam).covariance @ (X.T @ X / lam + np.eye(d)), np.eye(d), atol=1e-12)


def test_negative_log_posterior_is_the_ridge_objective_over_two_lambda(data):
    X, y, lam = data
    w = np.random.default_rng(1).normal(size=X.shape[1])
    assert_allclose(r.neg_log_posterior(w, X, y, lam=lam), ridge.objective(w, X, y, lam=lam) / (2 * lam))


def test_posterior_of_one_weight_normalises_prior_times_likelihood():
    x, y, lam = np.array([1.0, -0.5, 2.0]), np.array([0.7, 0.1, 1.0]), 0.6
    w = np.linspace(-9, 9, 20001)
    density = r.gaussian(w, 0, 1) * np.prod(r.gaussian(y[:, None], x[:, None] * w, lam), axis=0)
    density /= np.trapezoid(density, w)
    assert_allclose(r.gaussian(w, *r.of_one_weight(x, y, lam=lam)), density, atol=1e-12)


def test_one_weight_is_the_case_of_one_column():
    x, y, lam = np.array([1.0, -0.5, 2.0]), np.array([0.7, 0.1, 1.0]), 0.6
    post, one = r.posterior(x[:, None], y, lam=lam), r.of_one_weight(x, y, lam=lam)
    assert_allclose([one.mean, one.covariance], [post.mean[0], post.covariance[0, 0]])


def test_unseen_direction_keeps_the_prior():
    post = r.posterior([[1.0, 0.0]], [2.0], lam=1.0)
    assert_allclose(post.mean, [1, 0])
    assert_allclose(post.covariance, np.diag([0.5, 1.0]), atol=1e-15)


def test_samples_drawn_from_the_model_agree_with_the_posterior():
    rng = np.random.default_rng(2)
    X, lam, y = np.array([[1.0, 0.5], [0.0, 1.0]]), 0.5, np.array([1.0, 0.4])
    W = rng.normal(size=(2_000_000, 2))
    Y = W @ X.T + np.sqrt(lam) * rng.normal(size=W.shape)
    near = W[np.all(np.abs(Y - y) < 0.1, axis=1)]
    post = r.posterior(X, y, lam=lam)
    assert len(near) > 5000
    assert_allclose(near.mean(axis=0), post.mean, atol=0.03)
    assert_allclose(np.cov(near.T), post.covariance, atol=0.03)


@pytest.mark.parametrize(("call", "error", "says"), [
    *((call, ValueError, f"{name} must be positive") for lam in (0.0, -1.0) for name, call in (
        ("lam", lambda lam=lam: r.posterior([[1.0]], [1.0], lam=lam)),
        ("lam", lambda lam=lam: r.neg_log_posterior([1.0], [[1.0]], [1.0], lam=lam)),
        ("variance", lambda lam=lam: r.gaussian([0.0, 1.0], 0.0, lam)))),
    (lambda: r.neg_log_posterior([1.0], [[1.0]], [1.0], lam=[1.0, 2.0]), ValueError, "lam must be a number"),
    (lambda: r.posterior([[1e-300]], [1e308], lam=5e-324), OverflowError,
     "the mean is too large for float64, about 1e33"),
])
def test_what_has_no_density_is_named(call, error, says):
    with pytest.raises(error, match=says):
        call()


def test_rounding_beyond_the_rank_is_no_data_however_small_the_noise():
    X, y = np.pi * np.array([[1.0, 1], [2, 2], [3, 3]]), [1.0, 0, 5]
    mean, covariance = r.posterior(X, y, lam=1e-30)
    assert_allclose(mean, ridge.by_svd(X, y, lam=1e-30))
    assert_allclose(covariance, [[0.5, -0.5], [-0.5, 0.5]], atol=1e-12)
