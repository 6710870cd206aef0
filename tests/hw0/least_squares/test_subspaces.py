"""hw0.least_squares.subspaces: the four subspaces, and what X and its pseudo-inverse do with them."""

import numpy as np
import pytest
from numpy.testing import assert_allclose

from hw0.least_squares import min_norm_solution, pinv
from hw0.least_squares import subspaces as sub
from tests.hw0.made import matrix

KINDS = [(5, 3, [3, 2, 1]), (3, 5, [3, 2, 1]), (5, 4, [2, 1]), (4, 5, [1]), (3, 3, [1, 1, 1]), (3, 2, [])]


@pytest.mark.parametrize(("n", "d", "s"), KINDS)
def test_bases_have_the_dimensions_of_the_four_subspaces_and_split_both_spaces(n, d, s):
    column, left_null, row, null = sub.bases(matrix(n, d, s, rng=np.random.default_rng(0)))
    r = len(s)
    assert (column.shape, left_null.shape, row.shape, null.shape) == ((n, r), (n, n - r), (d, r), (d, d - r))
    both_n, both_d = np.hstack([column, left_null]), np.hstack([row, null])
    assert_allclose(both_n.T @ both_n, np.eye(n), atol=1e-13)
    assert_allclose(both_d.T @ both_d, np.eye(d), atol=1e-13)


@pytest.mark.parametrize(("n", "d", "s"), KINDS)
@pytest.mark.parametrize("scale", [1.0, 1e6, 1e-14])
def test_products_of_x_and_its_pseudo_inverse_are_the_projectors(n, d, s, scale):
    X = scale * matrix(n, d, s, rng=np.random.default_rng(1))
    P = pinv(X)
    assert_allclose(X @ P, sub.onto_column_space(X), atol=1e-12)
    assert_allclose(P @ X, sub.onto_row_space(X), atol=1e-12)
    assert_allclose(np.eye(n) - X @ P, sub.onto_left_null_space(X), atol=1e-12)
    assert_allclose(np.eye(d) - P @ X, sub.onto_null_space(X), atol=1e-12)


def test_prediction_is_the_projection_of_y_and_the_solution_lies_in_the_row_space():
    rng = np.random.default_rng(3)
    for n, d, s in KINDS:
        X, y = matrix(n, d, s, rng=rng), rng.normal(size=n)
        w = min_norm_solution(X, y)
        assert_allclose(X @ w, sub.project(sub.bases(X).column, y), atol=1e-13)
        assert_allclose(sub.onto_row_space(X) @ w, w, atol=1e-13)


@pytest.mark.parametrize("k", [0, 1])
def test_a_vector_of_another_space_is_refused_by_a_basis_without_columns_too(k):
    with pytest.raises(ValueError, match=r"v must have .*3.*got .*2"):
        sub.project(np.zeros((3, k)), np.ones(2))


def test_projecting_several_vectors_at_once_projects_each():
    B = sub.bases(matrix(4, 2, [2, 1], rng=np.random.default_rng(4))).column
    Y = np.random.default_rng(5).normal(size=(4, 3))
    assert_allclose(sub.project(B, Y), np.column_stack([sub.project(B, y) for y in Y.T]))


def test_cut_off_of_the_callers_decides_what_is_lost():
    assert sub.bases(np.diag([1.0, 1e-3]), rtol=1e-2).null.shape == (2, 1)
    assert sub.bases(np.diag([1.0, 1e-3])).null.shape == (2, 0)


def test_a_vector_in_the_place_of_x_is_refused():
    with pytest.raises(ValueError, match="X must have shape"):
        sub.onto_row_space([1.0, 2.0])
