"""hw0.scaling: data and lambda from 1e-300 to 1e300 give the solution of the same problem at the size of 1, scaled."""
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.testing import assert_allclose, assert_array_equal

from hw0 import least_squares, ridge, scaling
from hw0.least_squares import conditioning, subspaces, svd
from tests.hw0.made import matrix

EXPONENTS = st.integers(-300, 300)
RANGE = -306, 307           # powers of ten with all digits


@st.composite
def problems(draw, full_rank=None):
    """X (n, d) of every shape and rank with singular values from 1 to 3, and y."""
    n, d = draw(st.integers(1, 5)), draw(st.integers(1, 5))
    n, d = (max(n, d), min(n, d)) if full_rank == "tall" else (min(n, d), max(n, d)) if full_rank == "wide" else (n, d)
    r = min(n, d) if full_rank else draw(st.integers(1, min(n, d)))
    rng = np.random.default_rng(draw(st.integers(0, 99)))
    return matrix(n, d, np.linspace(3.0, 1.0, r), rng=rng), rng.normal(size=n)


def power(k):
    return float(f"1e{k}")


def assert_scaled(call, at_one, exponent, rtol=1e-10):
    """What call returns is at_one times 10^exponent, or an OverflowError says so, or it is too small for a float."""
    largest = np.max(np.abs(at_one))
    size = exponent + np.log10(largest)
    if size > 308.5:
        with pytest.raises(OverflowError, match=r"too large for float64.*scale the data"):
            call()
    elif RANGE[0] < size < RANGE[1]:
        half = exponent // 2            # 10^exponent itself may be out of range
        assert np.max(np.abs(call() / power(half) / power(exponent - half) - at_one)) <= rtol * largest
    elif size < RANGE[0]:
        assert np.max(np.abs(call())) <= 1e-300


@pytest.mark.parametrize(("route", "kind"), [
    *((route, "tall") for route in least_squares.TALL_ROUTES),
    *((route, "wide") for route in least_squares.WIDE_ROUTES),
    *((route, None) for route in least_squares.ROUTES)], ids=lambda value: getattr(value, "__name__", str(value)))
@settings(deadline=None, max_examples=40)
@given(data=st.data(), a=EXPONENTS, b=EXPONENTS)
def test_least_squares_has_no_size(route, kind, data, a, b):
    X, y = data.draw(problems(kind))
    assert_scaled(lambda: route(X * power(a), y * power(b)), route(X, y), b - a)


@pytest.mark.parametrize("route", [*ridge.ROUTES, ridge.by_kernel], ids=lambda route: route.__name__)
@settings(deadline=None, max_examples=50)
@given(problem=problems(), a=EXPONENTS, b=EXPONENTS, c=EXPONENTS)
def test_ridge_has_no_size(route, problem, a, b, c):
    """lambda of any size against X^2: far above it w is X^T y / lambda, far below it X^+ y."""
    X, y = problem
    above = c - 2 * a
    if above > 40:
        expected, exponent = X.T @ y, a + b - c
    elif above < -40:
        expected, exponent = least_squares.min_norm_solution(X, y), b - a
    else:
        expected, exponent = ridge.by_svd(X, y, lam=power(above)), b - a
    # the guard of the routes with a Gram matrix keeps half of the digits
    assert_scaled(lambda: route(X * power(a), y * power(b), lam=power(c)), expected, exponent, rtol=1e-7)


@pytest.mark.parametrize("method", ["qr", "gram"])
@settings(deadline=None, max_examples=50)
@given(problem=problems(), a=EXPONENTS, b=EXPONENTS, above=st.sets(st.integers(-12, 12), min_size=1, max_size=3))
def test_the_path_and_the_best_lambda_have_no_size(method, problem, a, b, above):
    X, y = problem
    powers = [k for k in sorted(above) if RANGE[0] < 2 * a + k < RANGE[1]]
    if not powers:
        return
    lams, at_one = np.array([power(2 * a + k) for k in powers]), np.array([power(k) for k in powers])
    # a Gram matrix keeps half of the digits: rounding leaves 1e-16 of its largest value beside lambda
    rtol = {"qr": 1e-10, "gram": 1e-7}[method]
    assert_scaled(lambda: ridge.path(X * power(a), y * power(b), lams, method=method), ridge.path(X, y, at_one), b - a,
                  rtol)
    expected = ridge.leave_one_out(X, y, at_one, method="qr")
    if b - a > RANGE[1]:
        return
    left_out = lambda: ridge.leave_one_out(X * power(a), y * power(b), lams, method=method)      # noqa: E731
    assert_scaled(lambda: left_out().errors, expected.errors, 2 * b, rtol)
    ordered = np.sort(expected.errors)
    if 2 * b <= RANGE[1] and (len(ordered) == 1 or ordered[1] > 1.0001 * ordered[0]):
        assert left_out().lam == lams[np.argmin(expected.errors)], "even where the squares are too small for float64"


@settings(deadline=None, max_examples=60)
@given(problem=problems(), a=st.integers(-300, 308))
def test_what_does_not_depend_on_size_is_the_same(problem, a):
    X, y = problem
    large = X / 3 * power(a)            # so that its singular values can be held
    assert svd.rank(large) == svd.rank(X)
    assert_allclose(svd.thin(large).s / power(a), svd.thin(X / 3).s, rtol=1e-13, atol=1e-15)
    assert_allclose(svd.full(large).s / power(a), svd.thin(X / 3).s, rtol=1e-13, atol=1e-15)
    for of in (subspaces.onto_column_space, subspaces.onto_null_space):
        assert_allclose(of(large), of(X), atol=1e-13)
    assert_allclose(conditioning.condition_number(large), conditioning.condition_number(X))
    assert_scaled(lambda: conditioning.noise_gain(X * power(min(a, 307))), conditioning.noise_gain(X), -min(a, 307))
    assert_scaled(lambda: least_squares.pinv(X * power(min(a, 307))), least_squares.pinv(X), -min(a, 307))
    if svd.rank(X) == X.shape[1]:
        bound = conditioning.relative_change_bound(X, y, eps=1e-3)
        assert_allclose(conditioning.relative_change_bound(large, y * power(-a), eps=1e-3), bound, rtol=1e-9)


@settings(deadline=None, max_examples=60)
@given(a=EXPONENTS, c=EXPONENTS)
def test_what_lambda_keeps_has_no_size(a, c):
    """sigma^2 / (sigma^2 + lambda) and lambda / (sigma^2 + lambda) by their logarithms."""
    s, lam, apart = power(a), power(c), 2 * a - c
    assert_allclose(ridge.shrinkage(s, lam), 1 / (1 + 10.0**-apart) if apart > -300 else 0.0, rtol=1e-12, atol=1e-290)
    if RANGE[0] < -max(a, c - a) < RANGE[1]:
        assert_allclose(ridge.filter_factors(s, lam) * 10.0 ** max(a, c - a), 1 / (1 + 10.0 ** -abs(apart)), rtol=1e-12)
    mean, variance = ridge.of_one_weight([s], [s], lam=lam)
    assert_allclose(mean, ridge.shrinkage(s, lam), rtol=1e-12, atol=1e-290)
    assert_allclose(variance, 1 / (1 + 10.0**apart) if apart < 300 else 0.0, rtol=1e-12, atol=1e-290)


def test_the_largest_floats_are_no_exception():
    huge = np.full((3, 2), 1e308)
    assert svd.rank(huge) == 1
    with pytest.raises(OverflowError, match="the largest singular value is too large for float64, about 1e309"):
        svd.thin(huge)
    assert_allclose(least_squares.min_norm_solution(huge, np.full(3, 1e308)), 0.5)
    assert_allclose(conditioning.condition_number(huge), 1.0)
    tiny = np.full((3, 2), 5e-324)
    assert_allclose(least_squares.min_norm_solution(tiny, np.full(3, 5e-324)), 0.5)
    assert_allclose(ridge.by_fake_data(huge, np.full(3, 1e308), lam=1e308), 0.5)


@pytest.mark.parametrize("lam", [1e34, 1e100, 1e300])
def test_a_large_lambda_leaves_what_the_data_say(lam):
    X, y = np.array([[1.0, 2], [3, 5], [2, 2]]), np.array([1.0, 2, 3])
    for route in (*ridge.ROUTES, ridge.by_kernel):
        assert_allclose(lam * route(X, y, lam=lam), X.T @ y, rtol=1e-12)


def test_data_of_ordinary_size_are_not_touched():
    X, y, lam = np.array([[1e50, 2.0]]), np.array([1e-50]), np.array(3e90)
    p = scaling.problem(X, y, lam)
    assert p.X is X and p.y is y and p.lam is lam
    assert (p.exponent, p.y_exponent) == (0, 0)
    A, k = scaling.unit(X * 1e200)
    assert 0.5 <= np.max(A) < 1
    assert_array_equal(np.ldexp(A, k), X * 1e200)


def test_a_vanishing_problem_stays_one():
    for route in ridge.ROUTES:
        assert_array_equal(route(np.zeros((3, 2)), np.ones(3), lam=1e300), 0.0)
    assert svd.rank(np.zeros((2, 2))) == 0
