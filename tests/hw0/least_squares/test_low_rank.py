"""hw0.least_squares.low_rank: the truncated sum is nearest of all matrices of its rank, in both norms."""

import numpy as np
import pytest
from numpy.testing import assert_allclose

from hw0.least_squares import low_rank, svd
from tests.hw0.made import matrix

KINDS = [(5, 3, [3, 2, 1]), (3, 5, [3, 2, 0.5]), (6, 4, [2, 1]), (4, 4, [1, 1, 1, 1]), (1, 3, [2]), (3, 2, [])]


@pytest.mark.parametrize(("n", "d", "s"), KINDS)
@pytest.mark.parametrize("scale", [1.0, 1e6, 1e-14])
def test_errors_are_those_of_the_truncated_sum(n, d, s, scale):
    X = scale * matrix(n, d, s, rng=np.random.default_rng(0))
    found = svd.thin(X).s
    for k in range(min(n, d) + 1):
        left = X - low_rank.truncated(X, k)
        assert svd.rank(low_rank.truncated(X, k)) == min(k, len(s))
        assert_allclose(np.linalg.norm(left, 2), low_rank.spectral_error(found, k), atol=1e-14 * scale * 5)
        assert_allclose(np.linalg.norm(left), low_rank.frobenius_error(found, k), atol=1e-14 * scale * 5)


@pytest.mark.parametrize("size", [1e-300, 1e-160, 1e160, 1e300])
def test_errors_of_any_size_are_those_of_size_one_times_it(size):
    s = np.array([5.0, 4.0, 3.0])
    assert_allclose(low_rank.frobenius_error(size * s, 1), size * 5, rtol=1e-14)
    assert_allclose(low_rank.spectral_error(size * s, 1), size * 4, rtol=1e-14)


@pytest.mark.parametrize(("n", "d", "s"), KINDS)
def test_no_matrix_of_that_rank_is_nearer(n, d, s):
    rng = np.random.default_rng(1)
    X = matrix(n, d, s, rng=rng)
    found = svd.thin(X).s
    for k in range(min(n, d) + 1):
        for near in (0.0, 0.01, 1.0):       # far away, and close to the nearest
            other = low_rank.truncated(low_rank.truncated(X, k) + near * rng.normal(size=(n, d)), k)
            assert np.linalg.norm(X - other, 2) >= low_rank.spectral_error(found, k) - 1e-13
            assert np.linalg.norm(X - other) >= low_rank.frobenius_error(found, k) - 1e-13


def test_best_fit_on_chosen_columns_is_never_nearer_than_the_truncated_sum():
    rng = np.random.default_rng(2)
    X = rng.normal(size=(6, 5))
    for k in range(1, 5):
        columns = X[:, rng.permutation(5)[:k]]
        other = columns @ np.linalg.lstsq(columns, X, rcond=None)[0]
        assert np.linalg.norm(X - other) > low_rank.frobenius_error(svd.thin(X).s, k)


@pytest.mark.parametrize("k", [-1, 3])
def test_a_rank_that_no_matrix_has_is_refused(k):
    for call in (lambda: low_rank.truncated(np.eye(2), k), lambda: low_rank.spectral_error([1.0, 1.0], k)):
        with pytest.raises(ValueError, match="k must be a whole number from 0 to 2"):
            call()


def test_half_a_rank_is_refused():
    with pytest.raises(TypeError):
        low_rank.truncated(np.eye(2), 0.5)


@pytest.mark.parametrize("error", [low_rank.spectral_error, low_rank.frobenius_error])
@pytest.mark.parametrize(("s", "words"), [([1.0, 2.0], "sorted"), ([1.0, -1.0], "negative"), (np.eye(2), "shape"),
                                          ([np.nan, 1.0], "finite")])
def test_what_no_singular_values_are_is_refused(error, s, words):
    with pytest.raises(ValueError, match=words):
        error(s, 1)


def test_an_error_that_no_float_holds_is_named():
    with pytest.raises(OverflowError, match="the error is too large for float64, about 1e309"):
        low_rank.frobenius_error([1.7e308, 1.7e308], 0)
