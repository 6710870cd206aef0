"""hw0.ridge.criteria: against determinants and densities of whole matrices, and against what defines each judge."""
import numpy as np
import pytest
from numpy.testing import assert_allclose

from hw0 import ridge
from hw0.least_squares import svd
from hw0.ridge.criteria import of_factors
from tests.hw0.designs import designs

DESIGNS = {name: X for name, X in designs() if len(X) > 1 and X.any()}
every_design = pytest.mark.parametrize("X", DESIGNS.values(), ids=DESIGNS)


def problem(X):
    """y and four lambdas on the scale of X."""
    return np.random.default_rng(0).normal(size=len(X)), np.logspace(-3, 2, 4) * np.linalg.norm(X, 2) ** 2


def neg_log_density(y, covariance):
    """-log of the normal density of mean zero at y."""
    _, volume = np.linalg.slogdet(2 * np.pi * covariance)
    return (y @ np.linalg.solve(covariance, y) + volume) / 2


@every_design
def test_generalised_errors_put_the_mean_leverage_in_the_place_of_each(X):
    y, lams = problem(X)
    for lam, found in zip(lams, ridge.criteria(X, y, lams).generalized, strict=True):
        H = X @ np.linalg.solve(X.T @ X + lam * np.eye(X.shape[1]), X.T)
        assert_allclose(found, np.mean((y - H @ y) ** 2) / (1 - np.trace(H) / len(y)) ** 2, rtol=1e-7)


@every_design
def test_turning_the_samples_changes_the_errors_left_out_and_not_the_generalised_ones(X):
    y, lams = problem(X)
    Q = np.linalg.qr(np.random.default_rng(1).normal(size=(len(X), len(X))))[0]
    before, after = ridge.criteria(X, y, lams), ridge.criteria(Q @ X, Q @ y, lams)
    assert_allclose(after.generalized, before.generalized, rtol=1e-7)
    assert_allclose(after.spread, before.spread, rtol=1e-7)
    assert not np.allclose(after.left_out, before.left_out, rtol=1e-4)


@every_design
def test_spread_is_minus_two_log_density_at_the_best_scale_of_the_prior(X):
    y, lams = problem(X)
    for lam, spread in zip(lams, ridge.criteria(X, y, lams).spread, strict=True):
        K = X @ X.T + lam * np.eye(len(y))
        best = y @ np.linalg.solve(K, y) / len(y)                   # tau^2
        least = neg_log_density(y, best * K)
        assert_allclose(np.log(2 * np.pi) + 1 + np.log(spread), 2 * least / len(y), rtol=1e-9)
        assert all(least < neg_log_density(y, factor * best * K) for factor in (0.5, 0.9, 1.1, 2.0))


def test_where_the_evidence_is_greatest_the_weights_take_their_share_of_the_objective():
    rng = np.random.default_rng(2)
    X = rng.normal(size=(30, 5))
    y = X @ rng.normal(size=5) + rng.normal(size=30)
    lams = np.geomspace(0.05, 20, 4001)
    lam = lams[np.argmin(ridge.criteria(X, y, lams).spread)]
    assert lams[0] < lam < lams[-1]
    w = ridge.by_svd(X, y, lam=lam)
    share = lam * w @ w / ridge.objective(w, X, y, lam=lam)
    assert_allclose(share, ridge.degrees_of_freedom(svd.thin(X).s, lam) / 30, rtol=2e-3)


@every_design
def test_an_intercept_is_a_flat_direction(X):
    """A prior for the constant that gets wider and wider leaves the same lambda-dependence."""
    y, lams = problem(X)
    X, y = X + np.max(np.abs(X)), y + 2
    found = ridge.criteria(X, y, lams, intercept=True)
    n, centring = len(y), np.eye(len(y)) - 1 / len(y)
    basis = np.linalg.svd(centring)[0][:, :-1]                      # directions beside the constant
    turned = ridge.criteria(basis.T @ X, basis.T @ y, lams)
    assert_allclose(found.spread, turned.spread, rtol=1e-6)
    assert_allclose(found.generalized, turned.generalized * n / (n - 1), rtol=1e-6)
    moved = ridge.criteria(X, y + 100, lams, intercept=True)
    for before, after in zip(found, moved, strict=True):
        assert_allclose(after, before, rtol=1e-6)


@pytest.mark.parametrize("k", [-70, 70])
def test_data_of_any_size_are_judged_alike(k):
    X, size = DESIGNS["9 by 4"], 10.0**k
    y, lams = problem(X)
    for found, expected in zip(ridge.criteria(X * size, y * size, lams * size**2), ridge.criteria(X, y, lams),
                               strict=True):
        assert_allclose(found / size**2, expected, rtol=1e-9)


def test_factors_give_the_errors_of_leaving_out():
    X = DESIGNS["9 by 4"]
    y, lams = problem(X)
    U, s, _ = svd.thin(X)
    for found, expected in zip(of_factors(U, s, y, lams), ridge.criteria(X, y, lams), strict=True):
        assert_allclose(found, expected, rtol=1e-9)


def test_a_number_is_one_lambda():
    X, y = np.eye(3, 2), np.arange(3.0)
    assert_allclose(ridge.criteria(X, y, 2.0), ridge.criteria(X, y, [2.0]))


@pytest.mark.parametrize(("y", "lams", "error", "says"), [
    (np.ones(3), [0.0], ValueError, "lams must"), (np.ones(3), [1.0, -1.0], ValueError, "lams must"),
    ([1e200, 0.0, 0.0], [1.0], OverflowError, "a squared error is too large for float64, about 1e400")])
def test_what_has_no_criterion_is_named(y, lams, error, says):
    with pytest.raises(error, match=says):
        ridge.criteria(np.ones((3, 1)), y, lams)
