"""hw0.least_squares.svd: factors, rank, Sigma and its pseudo-inverse."""

import re

import numpy as np
import pytest
from numpy.testing import assert_allclose, assert_array_equal

from hw0.least_squares import svd
from tests.hw0.made import matrix

SHAPES = [(5, 3), (3, 5), (4, 4), (1, 1), (1, 4), (4, 1)]


@pytest.mark.parametrize("shape", SHAPES)
def test_full_and_thin_factors_multiply_back_to_x(shape):
    X = np.random.default_rng(0).normal(size=shape)
    n, d = shape
    U, s, Vt = svd.full(X)
    assert (U.shape, s.shape, Vt.shape) == ((n, n), (min(n, d),), (d, d))
    assert_allclose(U @ svd.sigma(s, shape) @ Vt, X, atol=1e-12)
    U, s, Vt = svd.thin(X)
    assert (U.shape, s.shape, Vt.shape) == ((n, min(n, d)), (min(n, d),), (min(n, d), d))
    assert_allclose(U * s @ Vt, X, atol=1e-12)


@pytest.mark.parametrize("scale", [1.0, 1e6, 1e-14, 1e150])
@pytest.mark.parametrize("r", [1, 2, 3])
def test_rank_does_not_depend_on_the_scale(r, scale):
    X = scale * matrix(6, 4, [3.0, 2.0, 1.0][:r], rng=np.random.default_rng(r))
    assert svd.rank(X) == svd.rank(X.T) == r


def test_zero_matrix_has_rank_zero_and_the_zero_pseudo_inverse():
    assert svd.rank(np.zeros((3, 2))) == 0
    assert_array_equal(svd.sigma_pinv([0.0, 0.0], (3, 2)), np.zeros((2, 3)))


def test_default_cut_off_keeps_what_is_small_and_drops_what_rounding_left():
    for shape in [(50, 4), (4, 50)]:
        assert svd.rank(matrix(*shape, [1.0, 0.5, 0.1, 1e-13], rng=np.random.default_rng(3))) == 4
        assert svd.rank(matrix(*shape, [1.0, 0.5, 0.1], rng=np.random.default_rng(3))) == 3


def test_rank_follows_a_cut_off_of_the_callers():
    X = np.diag([1.0, 1e-3, 1e-6])
    assert [svd.rank(X, rtol=rtol) for rtol in (0.0, 1e-7, 1e-6, 1e-4, 1e-3, 0.5)] == [3, 3, 2, 2, 1, 1]


@pytest.mark.parametrize("shape", SHAPES)
def test_sigma_pinv_meets_the_four_conditions_of_a_pseudo_inverse(shape):
    s = np.arange(min(shape), dtype=float)[::-1]  # the last one is 0
    S, P = svd.sigma(s, shape), svd.sigma_pinv(s, shape)
    assert P.shape == shape[::-1]
    assert_allclose(S @ P @ S, S)
    assert_allclose(P @ S @ P, P)
    assert_allclose(S @ P, (S @ P).T)
    assert_allclose(P @ S, (P @ S).T)


def test_reciprocals_are_zero_below_the_cut_off_and_never_infinite():
    assert_array_equal(svd.reciprocals([4.0, 2.0, 1.0, 0.0], rtol=0.25), [0.25, 0.5, 0.0, 0.0])
    assert_array_equal(svd.reciprocals([0.0, 0.0], rtol=0.0), [0.0, 0.0])


def test_coordinates_make_the_problem_diagonal():
    for shape in [(7, 3), (3, 7), (4, 4)]:
        X, y = np.random.default_rng(1).normal(size=shape), np.arange(1.0, shape[0] + 1)
        s, c, V = svd.coordinates(X, y)
        B = svd.lift(V, np.eye(min(shape)))
        assert_allclose(B.T @ B, np.eye(min(shape)), atol=1e-13)
        assert_allclose(B.T @ (X.T @ (X @ B)), np.diag(s**2), atol=1e-12)
        assert_allclose(B.T @ (X.T @ y), s * c, atol=1e-13)


def test_triangle_keeps_the_singular_values_and_what_is_reached_of_y():
    for shape in [(7, 3), (3, 7), (4, 4)]:
        X, y = np.random.default_rng(2).normal(size=shape), np.arange(1.0, shape[0] + 1)
        R, c = svd.triangle(X, y)
        assert_allclose(np.tril(R, -1), 0)
        assert_allclose(svd.thin(R).s, svd.thin(X).s)
        if shape[0] < shape[1]:
            assert c is None
        else:
            assert_allclose(R.T @ c, X.T @ y)


@pytest.mark.parametrize("shape", [(30000, 3), (1000, 50), (50, 1000), (3000, 100)])
@pytest.mark.parametrize("condition", [1e1, 1e10])
def test_a_triangle_made_of_several_panels_is_as_accurate_as_at_once(shape, condition):
    rng = np.random.default_rng(3)
    s = np.logspace(0, -np.log10(condition), min(shape))
    X, y = matrix(*shape, s, rng=rng), rng.normal(size=shape[0])
    R, c = svd.triangle(X, y)
    assert_array_equal(np.tril(R, -1), 0)
    assert_allclose(svd.thin(R).s, s, rtol=0, atol=1e-14)
    if c is not None:
        at_once = np.linalg.qr(np.column_stack([X, y]), mode="r")
        signs = np.sign(np.diag(R) * np.diag(at_once)[:-1])
        assert_allclose(R * signs[:, None], at_once[:-1, :-1], atol=1e-13)
        assert_allclose(c * signs, at_once[:-1, -1], rtol=0, atol=1e-14 * condition)


@pytest.mark.parametrize(("call", "error", "words"), [
    (lambda: svd.full([1.0, 2.0]), ValueError, "X must have shape (n, d); got (2,)."),
    (lambda: svd.thin([[1.0, np.nan]]), ValueError, "X must be finite; got nan at index (0, 1)."),
    (lambda: svd.rank(np.zeros((0, 2))), ValueError, "X must not be empty"),
    (lambda: svd.rank([[1j]]), TypeError, "X must be a real number"),
    (lambda: svd.rank([[1.0]], rtol=-1), ValueError, "rtol must lie in [0, 1); got -1."),
    (lambda: svd.rank([[1.0]], rtol="small"), TypeError, "rtol must be a real number"),
    (lambda: svd.triangle([1.0], [1.0]), ValueError, "X must have shape (n, d)"),
    (lambda: svd.count([np.nan, 1.0], (2, 2)), ValueError, "s must be finite"),
    (lambda: svd.sigma([1.0, 2.0], (2, 2, 2)), ValueError, "shape must be (n, d)"),
    (lambda: svd.sigma([1.0, 2.0], (3, 1)), ValueError,
     "s must have shape (1,), one singular value per row or column of X (3, 1)"),
])
def test_bad_input_gets_an_error_that_says_what_to_do(call, error, words):
    with pytest.raises(error, match=re.escape(words)):
        call()
