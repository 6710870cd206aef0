"""The matrices of the checks: of the shape and rank that they are asked for, and small enough to read."""

import numpy as np

from tests.hw0.checks.pools.matrices import TALL, WIDE, deficient, factors, full_rank, orthogonal
from tests.hw0.checks.pools.sampling import sample


def test_full_rank_means_the_smaller_side_and_small_integers():
    for X in sample(full_rank(*TALL, *WIDE), 100):
        assert np.linalg.matrix_rank(X) == min(X.shape)
        assert np.all(np.abs(X) <= 3)
        np.testing.assert_array_equal(X, np.rint(X))


def test_wide_shapes_are_the_tall_ones_turned():
    assert {shape[::-1] for shape in TALL} == set(WIDE)
    assert all(n > d for n, d in TALL)


def test_deficient_matrices_have_fewer_dimensions_than_either_side():
    drawn = sample(deficient((2, 2), (3, 2), (2, 3)), 100)
    assert {X.shape for X in drawn} == {(2, 2), (3, 2), (2, 3)}
    assert {np.linalg.matrix_rank(X) for X in drawn} <= {0, 1}


def test_orthogonal_matrices_are_signed_permutations_and_begin_with_the_identity():
    drawn = sample(orthogonal(3), 100)
    np.testing.assert_array_equal(drawn[0], np.eye(3))
    for Q in drawn:
        np.testing.assert_array_equal(Q @ Q.T, np.eye(3))


def test_factors_multiply_to_a_matrix_with_these_singular_values():
    for v in sample(factors(*TALL, *WIDE), 100):
        k = len(v["s"])
        X = v["U"][:, :k] * v["s"] @ v["Vt"][:k]
        np.testing.assert_array_equal(np.linalg.svd(X, compute_uv=False)[:k].round(12), v["s"])
        assert k == min(len(v["U"]), len(v["Vt"]))
