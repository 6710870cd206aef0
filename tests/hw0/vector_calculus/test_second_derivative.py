"""hw0.vector_calculus.second_derivative: the Hessian against differences of the row, and where Newton's step ends."""

import numpy as np
import pytest
from numpy.testing import assert_allclose

from hw0 import least_squares
from hw0 import vector_calculus as vc


@pytest.mark.parametrize("n", [1, 2, 5])
def test_hessian_is_the_derivative_of_the_row(n):
    rng = np.random.default_rng(0)
    A, x = rng.normal(size=(n, n)), rng.normal(size=n)
    columns = [(vc.d_quadratic(A, x + e) - vc.d_quadratic(A, x - e))[0] / 2 for e in np.eye(n)]   # exact: linear in x
    assert_allclose(vc.hessian_of_quadratic(A), np.transpose(columns), atol=1e-13)


def test_quadratic_function_is_its_own_second_order_expansion():
    rng = np.random.default_rng(1)
    A, x, v = rng.normal(size=(4, 4)), rng.normal(size=4), rng.normal(size=4)
    H = vc.hessian_of_quadratic(A)
    expanded = vc.quadratic(A, x) + vc.d_quadratic(A, x) @ v + v @ H @ v / 2
    assert_allclose(vc.quadratic(A, x + v), expanded)
    assert_allclose(vc.curvature(H, v), v @ H @ v / np.sum(v**2))


def test_one_step_of_newton_solves_least_squares_from_anywhere():
    rng = np.random.default_rng(2)
    X, y = rng.normal(size=(7, 3)), rng.normal(size=7)
    for w in rng.normal(size=(5, 3)) * 100:
        step = vc.newton_step(least_squares.gradient(w, X, y), vc.hessian_of_quadratic(X.T @ X))
        assert_allclose(w + step, least_squares.min_norm_solution(X, y), atol=1e-11)


def test_newton_goes_to_a_saddle_as_well():
    H, x = np.diag([1.0, -2.0]), np.array([3.0, 0.5])
    assert_allclose(x + vc.newton_step([H @ x], H), 0.0, atol=1e-15)


@pytest.mark.parametrize(("H", "positive"), [
    ([[2.0, 0.0], [0.0, 1.0]], True), ([[1.0, 2.0], [2.0, 1.0]], False), ([[1.0, 1.0], [1.0, 1.0]], False),
    ([[0.0]], False), ([[1e-14]], True), ([[1e6, 0.0], [0.0, 1.0]], True), ([[-1.0]], False),
])
def test_positive_definite_is_a_bowl_in_every_direction(H, positive):
    assert vc.is_positive_definite(H) is positive
    values, vectors = np.linalg.eigh(H)
    lowest = vc.curvature(H, vectors[:, 0])
    assert_allclose(lowest, values[0], atol=1e-15)


def test_wrong_input_is_refused():
    with pytest.raises(ValueError, match="must be symmetric"):
        vc.newton_step([[1.0, 1.0]], [[1.0, 1.0], [0.0, 1.0]])
    with pytest.raises(np.linalg.LinAlgError):
        vc.newton_step([[1.0, 1.0]], [[1.0, 1.0], [1.0, 1.0]])
    with pytest.raises(ValueError, match="D must have shape"):
        vc.newton_step([1.0, 1.0], np.eye(2))
    with pytest.raises(ValueError, match="D must be a row"):
        vc.newton_step(np.eye(2), np.eye(2))
    assert np.isnan(vc.curvature(np.eye(2), [0.0, 0.0]))


@pytest.mark.parametrize("length", [1e-200, 1e200])
def test_the_curvature_along_a_direction_does_not_depend_on_its_length(length):
    assert_allclose(vc.curvature(np.diag([2.0, 3.0]), [length, 0.0]), 2.0)
