"""hw0.ridge: five routes to one solution, and what happens to it as lambda goes to zero and to infinity."""
import re

import numpy as np
import pytest
from numpy.testing import assert_allclose

from hw0 import ridge
from hw0.ridge import routes
from tests.hw0.designs import designs
from tests.hw0.made import matrix

DESIGNS = dict(designs())
ALL = (*ridge.ROUTES, ridge.by_kernel)

every_design = pytest.mark.parametrize("X", DESIGNS.values(), ids=DESIGNS)
every_route = pytest.mark.parametrize("route", ALL, ids=lambda route: route.__name__)


def target(X, seed=2):
    return np.random.default_rng(seed).normal(size=len(X))


def size(X):
    """The square of the largest singular value, the scale on which lambda is large or small; 1 for a zero matrix."""
    return np.linalg.norm(X, 2) ** 2 or 1.0


def close(w, expected, rtol):
    assert w.shape == expected.shape
    assert np.linalg.norm(w - expected) <= rtol * np.linalg.norm(expected)


@every_design
@every_route
@pytest.mark.parametrize("ratio", [0.0, 1e-30, 1e-3, 1.0, 1e3])
def test_all_routes_agree(route, X, ratio):
    y, lam = target(X), ratio * size(X)
    close(route(X, y, lam=lam), ridge.by_svd(X, y, lam=lam), 1e-7)


@every_route
def test_solution_is_the_known_one_for_a_chosen_svd(route):
    U, V = (np.linalg.qr(np.random.default_rng(k).normal(size=(n, n)))[0] for k, n in ((3, 6), (4, 4)))
    s, c, lam = np.array([4.0, 2.0, 1.0, 0.5]), np.array([1.0, -2.0, 3.0, 5.0]), 0.7
    close(route((U[:, :4] * s) @ V.T, U[:, :4] @ c, lam=lam), V @ (s / (s**2 + lam) * c), 1e-12)


@every_design
def test_gradient_is_a_row_and_agrees_with_central_differences(X):
    y, lam = target(X), 0.3 * size(X)
    d = X.shape[1]
    w = np.random.default_rng(5).normal(size=d)
    rise = [ridge.objective(w + e, X, y, lam=lam) - ridge.objective(w - e, X, y, lam=lam) for e in np.eye(d)]
    row = ridge.gradient(w, X, y, lam=lam)
    assert row.shape == (1, d)
    # exact for a parabola but for rounding
    assert_allclose(row[0], np.array(rise) / 2, rtol=1e-9, atol=1e-9 * (size(X) + 1))


@every_design
@every_route
def test_solution_tends_to_the_pseudo_inverse_as_lambda_goes_to_zero(route, X):
    y = target(X)
    limit = np.linalg.pinv(X, rcond=1e-12) @ y
    close(route(X, y, lam=0.0), limit, 1e-7)
    smallest = min(s for s in np.linalg.svd(X, compute_uv=False) if s > 1e-10 * np.sqrt(size(X))) if X.any() else 1.0
    for lam in smallest**2 * np.logspace(-6, 0, 4):
        close(route(X, y, lam=lam), limit, lam / (smallest**2 + lam) + 1e-8)


@every_design
def test_lambda_times_solution_tends_to_x_transposed_y_as_lambda_goes_to_infinity(X):
    y, lam = target(X), 1e10 * size(X)
    for route in ALL:
        close(lam * route(X, y, lam=lam), X.T @ y, 1e-8)


def test_one_coordinate_can_grow_while_the_norm_falls():
    X, y = np.array([[1.0, 1.0], [0.0, 1.0]]), np.array([1.0, 0.0])
    assert_allclose(ridge.by_svd(X, y, lam=0), [1, 0], atol=1e-15)
    assert_allclose(ridge.by_svd(X, y, lam=1), [0.4, 0.2])


def test_fake_data_have_the_objective_as_their_sum_of_squares():
    X, y, w = DESIGNS["9 by 4"], target(DESIGNS["9 by 4"]), np.arange(4.0)
    Xhat, yhat = ridge.with_fake_data(X, y, lam=0.3)
    assert Xhat.shape == (13, 4) and yhat.shape == (13,)
    assert_allclose(np.sum((yhat - Xhat @ w) ** 2), ridge.objective(w, X, y, lam=0.3))


def test_fake_features_carry_the_residuals():
    X, y, lam = DESIGNS["9 by 4"], target(DESIGNS["9 by 4"]), 0.3
    eta = ridge.fake_feature_weights(X, y, lam=lam)
    w = ridge.by_svd(X, y, lam=lam)
    assert_allclose(eta, np.append(w, (y - X @ w) / np.sqrt(lam)))
    assert_allclose(ridge.with_fake_features(X, lam=lam) @ eta, y)
    assert_allclose(lam * eta @ eta, ridge.objective(w, X, y, lam=lam))


def rank_deficient_problems(count):
    """Integer X (4, 4) of rank 1 to 3 and integer y, with X^+ y."""
    rng = np.random.default_rng(8)
    for _ in range(count):
        r = rng.integers(1, 4)
        X = (rng.integers(-9, 10, (4, r)) @ rng.integers(-9, 10, (r, 4))).astype(float)
        y = rng.integers(-9, 10, 4).astype(float)
        yield X, y, np.linalg.pinv(X, rcond=1e-10) @ y


def unguarded(X, y, *, lam):
    """What by_normal_equations would be without its guard."""
    return np.linalg.solve(X.T @ X + lam * np.eye(X.shape[1]), X.T @ y)


def silent_failures(route, lam):
    """How often the route gives, without an error, something that is not the limit although lambda is all but zero."""
    failures = 0
    for X, y, limit in rank_deficient_problems(1000):
        try:
            w = route(X, y, lam=lam)
        except np.linalg.LinAlgError:
            continue
        failures += not np.linalg.norm(w - limit) <= 1e-6 * (np.linalg.norm(limit) + 1)
    return failures


def test_without_a_guard_there_are_silent_failures():
    assert silent_failures(unguarded, 1e-13) > 0


@pytest.mark.parametrize("route", [ridge.by_normal_equations, ridge.by_map, ridge.by_kernel],
                         ids=lambda route: route.__name__)
def test_guard_of_the_gram_routes_leaves_no_silent_failure(route):
    assert silent_failures(route, 1e-13) == 0


def test_ill_conditioned_problems_keep_their_accuracy_on_every_route():
    X = matrix(9, 4, np.logspace(0, -9, 4), rng=np.random.default_rng(9))
    y = X @ np.arange(1.0, 5.0)
    for route in ALL:
        assert_allclose(route(X, y, lam=1e-30), np.arange(1.0, 5.0), rtol=1e-5, err_msg=route.__name__)
    with pytest.raises(AssertionError):
        assert_allclose(unguarded(X, y, lam=1e-30), np.arange(1.0, 5.0), rtol=1e-5)


@pytest.mark.parametrize("call, message", [
    (lambda f: f([[1.0]], [1.0], lam=-1), "lam must not be negative; got -1."),
    (lambda f: f([[1.0]], [1.0], lam=[1.0, 2.0]), "lam must be a number; got shape (2,)."),
    (lambda f: f([[1.0]], [[1.0]], lam=1), "y must have shape (1,); got (1, 1). Use y.ravel()."),
    (lambda f: f([[1.0], [2.0]], [1.0], lam=1), "y must have shape (2,); got (1,)."),
    (lambda f: f([[np.nan]], [1.0], lam=1), "X must be finite; got nan at index (0, 0)."),
])
@every_route
def test_bad_input_is_named(route, call, message):
    with pytest.raises(ValueError, match=re.escape(message)):
        call(route)


@every_route
def test_routes_leave_their_arguments_alone(route):
    X, y = np.ones((3, 2)), np.arange(3.0)
    route(X, y, lam=0.5)
    assert np.array_equal(X, np.ones((3, 2))) and np.array_equal(y, np.arange(3.0))


@pytest.mark.parametrize("function", [ridge.objective, ridge.gradient])
def test_there_is_one_lambda_for_all_weights(function):
    with pytest.raises(ValueError, match="lam must be a number"):
        function([1.0, 2.0], np.eye(2), [1.0, 1.0], lam=[1.0, 2.0])


@pytest.mark.filterwarnings("ignore:the matrix subclass:PendingDeprecationWarning")
def test_a_matrix_of_numpy_is_taken_entry_by_entry():
    s = np.array([[1.0, 2.0], [3.0, 4.0]])
    assert_allclose(ridge.shrinkage(np.matrix(s), 1.0), ridge.shrinkage(s, 1.0))


GRAM, ROWS = {"by_normal_equations", "by_map"}, {"by_kernel", "by_fake_features"}
NEARLY_PARALLEL = np.array([[1.0, 1.0], [1.0, 1.0], [0.0, 1e-7]])


@pytest.mark.parametrize(("X", "lam", "guarded"), [
    (NEARLY_PARALLEL, 0.5, set()), (NEARLY_PARALLEL, 0.0, GRAM | {"by_kernel"}),
    (NEARLY_PARALLEL, 1e-14, GRAM | ROWS | {"by_fake_data"}),
    (np.eye(3, 2), 1e-20, ROWS), (np.eye(2, 3), 1e-20, GRAM | {"by_fake_data"}), (np.ones((8, 8)), 3e-6, set()),
], ids=["large", "zero", "small", "more rows", "more columns", "a third of the limit"])
@every_route
def test_a_route_is_its_own_formula_where_that_keeps_digits(route, X, lam, guarded, monkeypatch):
    """Else it is by_svd: where what it solves has lambda for its smallest eigenvalue, far below the largest."""
    asked = []
    monkeypatch.setattr(routes, "by_svd", lambda X, y, *, lam: asked.append(lam) or np.zeros(X.shape[1]))
    route(X, np.ones(len(X)), lam=lam)
    assert bool(asked) == (route.__name__ in guarded)
