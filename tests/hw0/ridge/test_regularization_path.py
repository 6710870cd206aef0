"""One factorisation for all lambdas, as accurate as one at a time; leave-one-out errors without refitting."""
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.testing import assert_allclose

from hw0 import ridge
from hw0.ridge import regularization_path
from tests.hw0.checks.exact import dot, exactly, solve, times, transposed
from tests.hw0.designs import designs
from tests.hw0.made import matrix
from tools.bench.truth import ridge_truth

DESIGNS = dict(designs())
every_design = pytest.mark.parametrize("X", DESIGNS.values(), ids=DESIGNS)
every_method = pytest.mark.parametrize("method", regularization_path.METHODS)


def problem(X):
    """y and five lambdas on the scale of X."""
    return np.random.default_rng(0).normal(size=len(X)), np.logspace(-4, 2, 5) * (np.linalg.norm(X, 2) ** 2 or 1.0)


@every_design
@every_method
def test_path_agrees_with_one_lambda_at_a_time(X, method):
    y, lams = problem(X)
    path = regularization_path.path(X, y, [0, *lams], method=method)
    assert path.shape == (6, X.shape[1])
    for w, lam in zip(path, [0, *lams], strict=True):
        expected = ridge.by_fake_data(X, y, lam=lam)
        assert np.linalg.norm(w - expected) <= 1e-9 * np.linalg.norm(expected)


@pytest.mark.parametrize("lam", [0.5, 2, np.float64(0.5), np.array(0.5)])
def test_a_number_counts_as_one_lambda(lam):
    X, y = np.random.default_rng(1).normal(size=(2, 5, 5))
    assert_allclose(regularization_path.path(X, y[0], lam), regularization_path.path(X, y[0], [float(lam)]), rtol=0)
    assert ridge.leave_one_out(X, y[0], lam).lam == lam


@every_design
@every_method
def test_leave_one_out_errors_are_those_of_refitting(X, method):
    y, lams = problem(X)
    result = regularization_path.leave_one_out(X, y, lams, method=method)
    if len(X) == 1:
        assert_allclose(result.errors, y[0] ** 2)               # a fit to no data predicts 0
        return
    refitted = [[y[i] - X[i] @ ridge.by_svd(np.delete(X, i, 0), np.delete(y, i), lam=lam) for i in range(len(y))]
                for lam in lams]
    assert_allclose(result.errors, np.mean(np.square(refitted), axis=1), rtol=1e-8)
    assert_allclose(result.w, regularization_path.path(X, y, lams))
    assert result.lam == lams[np.argmin(result.errors)] or not X.any()


@every_method
@pytest.mark.parametrize("lam", [1e-20, 1e-6, 1e-3, 1.0, 1e9, 1e15])
def test_a_sample_that_is_alone_with_a_feature_is_left_out_like_any_other(method, lam):
    rng = np.random.default_rng(6)
    X, y = np.column_stack([1e4 * rng.normal(size=(50, 3)), np.zeros(50)]), rng.normal(size=50)
    X[7, 3] = 1e6
    refitted = [y[i] - X[i] @ ridge.by_svd(np.delete(X, i, 0), np.delete(y, i), lam=lam) for i in range(50)]
    assert_allclose(regularization_path.leave_one_out(X, y, [lam], method=method).errors, np.mean(np.square(refitted)),
                    rtol=1e-8)


def test_errors_do_not_depend_on_the_size_of_a_block(monkeypatch):
    X = DESIGNS["9 by 4"]
    y, lams = problem(X)
    whole = regularization_path.leave_one_out(X, y, lams).errors
    monkeypatch.setattr(regularization_path, "BLOCK", 4)
    assert_allclose(regularization_path.leave_one_out(X, y, lams).errors, whole, rtol=1e-12)


def test_ties_of_the_error_go_to_the_larger_lambda():
    assert regularization_path.leave_one_out(np.zeros((3, 2)), [1.0, 2.0, 3.0], [1.0, 10.0, 0.1]).lam == 10.0


@pytest.mark.parametrize("shape", [(60, 12), (12, 60)])
@pytest.mark.parametrize("condition", [1e1, 1e5, 1e9])
def test_default_path_is_as_accurate_as_longdouble_allows_to_see(shape, condition):
    """Against iterative refinement in longdouble, at small and large lambdas, and beside a Cholesky loop."""
    if np.finfo(np.longdouble).eps >= np.finfo(float).eps:
        pytest.skip("longdouble is no wider than float64 on this machine")
    X = matrix(*shape, np.logspace(0, -np.log10(condition), 12), rng=np.random.default_rng(3))
    y = X @ np.random.default_rng(1).normal(size=shape[1]) + 1e-3 * np.random.default_rng(2).normal(size=shape[0])
    lams = np.logspace(-14, 2, 9)
    for w, lam in zip(regularization_path.path(X, y, lams), lams, strict=True):
        truth = ridge_truth(X, y, lam)
        error, gram_error = (np.linalg.norm((v - truth).astype(float)) for v in (w, normal_equations(X, y, lam)))
        assert error <= gram_error + 1e-13 * np.linalg.norm(truth.astype(float)), lam


def normal_equations(X, y, lam):
    n, d = X.shape
    if n >= d:
        return np.linalg.solve(X.T @ X + lam * np.eye(d), X.T @ y)
    return X.T @ np.linalg.solve(X @ X.T + lam * np.eye(n), y)


def test_gram_method_hands_over_where_its_condition_is_too_large():
    X = matrix(9, 4, np.logspace(0, -9, 4), rng=np.random.default_rng(9))
    y = X @ np.arange(1.0, 5.0)
    assert_allclose(regularization_path.path(X, y, [1e-30], method="gram")[0], np.arange(1.0, 5.0), rtol=1e-5)
    assert not np.allclose(normal_equations(X, y, 1e-30), np.arange(1.0, 5.0), rtol=1e-5)


@pytest.mark.parametrize("call, message", [
    (lambda X, y: regularization_path.path(X, y, [1.0, -1.0]), "lams must not be negative; got -1"),
    (lambda X, y: regularization_path.leave_one_out(X[:, :1], [1e200, 0.0, 0.0], [1.0]),
     "a squared error is too large for float64, about 1e400"),
    (lambda X, y: regularization_path.path(X, y, [[1.0]]), r"lams must have shape \(L,\); got \(1, 1\)"),
    (lambda X, y: regularization_path.path(X, y, [1.0], method="cholesky"), "method must be one of .*; got 'cholesky'"),
    (lambda X, y: regularization_path.leave_one_out(X.T, y[:2], [1.0], method="lu", intercept=True), "method must"),
    (lambda X, y: regularization_path.leave_one_out(X, y, [1.0, 0.0]), "lams must be positive; got 0"),
])
def test_bad_input_is_named(call, message):
    with pytest.raises(OverflowError if "float64" in message else ValueError, match=message):
        call(np.ones((3, 2)), np.ones(3))


def exact_leave_one_out(X, y, lam):
    """The mean squared error of the refitted solutions, in rational numbers: w = X^T (X X^T + lambda I)^-1 y."""
    errors = []
    for i in range(len(y)):
        A, b, x = (exactly(part) for part in (np.delete(X, i, axis=0), np.delete(y, i), X[i]))
        K = times(A, transposed(A))
        for k in range(len(b)):
            K[k][k] += Fraction(lam)
        errors.append(Fraction(y[i]) - dot(solve(K, b), [dot(row, x) for row in A]))
    return float(sum(e * e for e in errors) / len(y))


@every_design
@every_method
def test_with_an_intercept_the_sample_left_out_is_not_in_the_centring(X, method):
    """Every fit centres the samples that it has, and those only."""
    y, lams = problem(X)
    X, y = X + 3 * np.max(np.abs(X)), y + 5.0           # nothing is centred
    if len(X) == 1:
        with pytest.raises(ValueError, match="at least two rows for an intercept"):
            regularization_path.leave_one_out(X, y, lams, method=method, intercept=True)
        return
    refitted = np.empty((len(lams), len(y)))
    for i in range(len(y)):
        others, targets = np.delete(X, i, 0), np.delete(y, i)
        centre, level = np.mean(others, axis=0), np.mean(targets)
        for j, lam in enumerate(lams):
            w = ridge.by_svd(others - centre, targets - level, lam=lam)
            refitted[j, i] = y[i] - level - (X[i] - centre) @ w
    found = regularization_path.leave_one_out(X, y, lams, method=method, intercept=True)
    assert_allclose(found.errors, np.mean(refitted**2, axis=1), rtol=1e-7)
    moved = regularization_path.leave_one_out(X - np.max(np.abs(X)), y + 9.0, lams, method=method, intercept=True)
    assert_allclose(moved.errors, found.errors, rtol=1e-7 if X.any() else 1e-12)
    assert_allclose(found.w, ridge.path(X - X.mean(axis=0), y - y.mean(), lams), atol=1e-9 * np.max(np.abs(found.w)))


@every_method
@pytest.mark.parametrize("shape", [(4, 6), (4, 4), (5, 3)])
def test_with_an_intercept_a_level_far_from_zero_leaves_no_direction_of_rounding(shape, method):
    """Centred, n rows span n - 1 directions; the last singular value is rounding of the level, 1e-10 here."""
    rng = np.random.default_rng(0)
    X, y, lams = rng.standard_normal(shape), rng.standard_normal(shape[0]), [1e-20, 1e-8, 1.0]
    near, far = (regularization_path.leave_one_out(X + level, y, lams, method=method, intercept=True).errors
                 for level in (0.0, 1e6))
    assert_allclose(far, near, rtol=1e-6)


TWICE = np.array([[300.0, 400, 700], [-400, 800, -900], [-400, 800, -900]])


@every_method
@pytest.mark.parametrize("y", [[-5.0, 5, 5], [-5.0, 5, 6], [1.0, 0, 0]])
@pytest.mark.parametrize("lam", [1e-20, 1e-10, 1e-4, 1.0, 1e6])
def test_wide_data_with_a_sample_twice_are_left_out_like_any_other(method, y, lam):
    """The agreed rows put 1 / lambda into K^-1, and rounding of that must not reach the first sample."""
    y = np.array(y)
    assert_allclose(regularization_path.leave_one_out(TWICE, y, [lam], method=method).errors,
                    exact_leave_one_out(TWICE, y, lam), rtol=1e-7)


@every_method
@settings(deadline=None, max_examples=60)
@given(rows=st.lists(st.lists(st.integers(-9, 9), min_size=5, max_size=5), min_size=1, max_size=3),
       twice=st.integers(0, 2),
       times_of=st.sampled_from([1.0, -2.0, 0.0]), exponent=st.integers(-14, 6), seed=st.integers(0, 9))
def test_leave_one_out_of_wide_dependent_rows_is_exact(method, rows, twice, times_of, exponent, seed):
    X = np.array([*rows, [times_of * entry for entry in rows[twice % len(rows)]]], float)
    y, lam = np.random.default_rng(seed).integers(-5, 6, len(X)).astype(float), 10.0**exponent
    expected = exact_leave_one_out(X, y, lam)
    found = regularization_path.leave_one_out(X, y, [lam], method=method).errors
    assert_allclose(found, expected, rtol=1e-6, atol=1e-12 * np.mean(y**2))
