import numpy as np
import pytest
from numpy.testing import assert_allclose

from hw0 import vector_calculus as vc
from hw0.vector_calculus import gradcheck

SIZES = (1, 2, 3, 7)


def drawn(n, seed=0):
    rng = np.random.default_rng(seed)
    return rng.standard_normal((n, n)), rng.standard_normal(n), rng.standard_normal(n)


PAIRS = {          # a function of x, its derivative, and the shape of the derivative, for given A and c
    "dot": (lambda A, c: lambda x: x @ c, lambda A, c, x: vc.d_dot(x, c)),
    "squared_norm": (lambda A, c: lambda x: x @ x, lambda A, c, x: vc.d_squared_norm(x)),
    "matvec": (lambda A, c: lambda x: A @ x, lambda A, c, x: vc.d_matvec(A, x)),
    "quadratic": (lambda A, c: lambda x: x @ A @ x, lambda A, c, x: vc.d_quadratic(A, x)),
}


@pytest.mark.parametrize("n", SIZES)
@pytest.mark.parametrize("name", PAIRS)
def test_derivatives_agree_with_the_complex_step_and_with_differences(name, n):
    function, derivative = PAIRS[name]
    A, x, c = drawn(n)
    f, D = function(A, c), derivative(A, c, x)
    assert D.shape == (np.size(f(x)), n)
    assert gradcheck.relative_error(D, gradcheck.complex_step(f, x)) < 1e-14
    assert gradcheck.relative_error(D, gradcheck.central_differences(f, x)) < 1e-8


@pytest.mark.parametrize("n", SIZES)
def test_functions_are_what_they_are_called(n):
    A, x, c = drawn(n)
    assert_allclose(vc.dot(x, c), sum(x[i] * c[i] for i in range(n)))
    assert_allclose(vc.squared_norm(x), sum(x[i] ** 2 for i in range(n)))
    assert_allclose(vc.matvec(A, x), [sum(A[i, j] * x[j] for j in range(n)) for i in range(n)])
    assert_allclose(vc.quadratic(A, x), sum(x[i] * A[i, j] * x[j] for i in range(n) for j in range(n)))


def test_a_matrix_need_not_be_square_to_be_a_derivative():
    A = np.arange(6.0).reshape(2, 3)
    assert_allclose(vc.d_matvec(A, np.ones(3)), A)
    assert_allclose(vc.matvec(A, np.ones(3)), [3.0, 12.0])


def test_the_quadratic_form_sees_the_symmetric_part_alone():
    A, x, _ = drawn(5)
    assert_allclose(vc.symmetric_part(A) + vc.skew_part(A), A)
    assert_allclose(vc.quadratic(vc.symmetric_part(A), x), vc.quadratic(A, x))
    assert_allclose(vc.quadratic(vc.skew_part(A), x), 0.0, atol=1e-14)
    assert_allclose(vc.d_quadratic(vc.symmetric_part(A), x), vc.d_quadratic(A, x))


@pytest.mark.parametrize("scale", [1.0, 1e6, 1e-14])
@pytest.mark.parametrize("n", SIZES)
def test_the_two_rows_agree_everywhere_exactly_if_the_matrix_is_symmetric(n, scale):
    A, _, _ = drawn(n)
    A *= scale
    assert vc.agree_everywhere(A + A.T)
    assert vc.agree_everywhere(A) is (n == 1)
    everywhere = np.array([vc.agree_at(A, x) for x in np.eye(n)])
    assert everywhere.all() == vc.agree_everywhere(A)


def test_a_symmetric_matrix_that_was_rounded_still_counts_as_symmetric():
    Q, _ = np.linalg.qr(drawn(6)[0])
    rounded = Q @ np.diag([1.0, 2.0, 3.0, 4.0, 5.0, 6.0]) @ Q.T
    rounded[0, 1] += 1e-15
    assert not np.array_equal(rounded, rounded.T)
    assert vc.agree_everywhere(rounded)


def test_one_x_can_agree_although_the_matrix_is_not_symmetric():
    A = np.array([[0.0, 1.0, 0.0], [-1.0, 0.0, 0.0], [0.0, 0.0, 1.0]])
    x = np.array([0.0, 0.0, 1.0])
    assert not vc.agree_everywhere(A)
    assert vc.agree_at(A, x)
    assert_allclose(vc.d_quadratic(A, x), [2 * x @ A])
    assert not vc.agree_at(A, np.ones(3))


def test_every_matrix_agrees_at_zero():
    assert vc.agree_at([[0.0, 1.0], [0.0, 0.0]], [0.0, 0.0])


@pytest.mark.parametrize("n", range(1, 8))
def test_where_a_random_matrix_agrees_has_dimension_one_for_odd_n_and_zero_for_even_n(n):
    A, _, _ = drawn(n, seed=n)
    assert vc.agreement_basis(A).shape == (n, n % 2)


@pytest.mark.parametrize(("A", "k"), [(np.zeros((3, 3)), 3), (np.eye(4), 4), (np.diag([1e6, 1e-6, 1.0]), 3),
                                      (np.triu(np.ones((2, 2))), 0)])
def test_where_special_matrices_agree(A, k):
    basis = vc.agreement_basis(A)
    assert basis.shape == (len(A), k)
    assert_allclose(basis.T @ basis, np.eye(k), atol=1e-12)


def test_the_basis_of_agreement_spans_all_agreeing_x():
    A, x, _ = drawn(5)
    basis = vc.agreement_basis(A)
    assert vc.agree_at(A, basis[:, 0])
    assert vc.agree_at(A, -3.0 * basis[:, 0])
    assert not vc.agree_at(A, basis[:, 0] + 1e-3 * x)


@pytest.mark.parametrize(("call", "error", "says"), [
    (lambda: vc.d_dot([1.0, 2.0], [1.0]), ValueError, r"c must have shape \(2,\); got \(1,\)"),
    (lambda: vc.d_squared_norm([[1.0], [2.0]]), ValueError, r"x must have shape \(n,\).*x\.ravel\(\)"),
    (lambda: vc.symmetric_part([[1.0, 2.0]]), ValueError, r"A must have shape \(n, n\); got \(1, 2\)"),
    (lambda: vc.d_quadratic([[1.0, np.nan], [0.0, 1.0]], [1.0, 1.0]), ValueError,
     r"A must be finite; got nan at index \(0, 1\)"),
    (lambda: vc.d_squared_norm([1j]), TypeError, "x must be a real number"),
    (lambda: vc.d_squared_norm([]), ValueError, "x must not be empty"),
    (lambda: vc.agree_everywhere("symmetric"), TypeError, "A must be a real number"),
])
def test_bad_input_is_told_what_is_wrong(call, error, says):
    with pytest.raises(error, match=says):
        call()


def test_results_do_not_share_memory_with_what_was_given():
    A, x, c = drawn(3)
    for given, made in ((A, vc.d_matvec(A, x)), (c, vc.d_dot(x, c)), (x, vc.d_squared_norm(x))):
        assert not np.shares_memory(given, made)


def test_what_counts_as_rounding_follows_the_size_of_the_matrix_and_of_x():
    A = np.random.default_rng(8).normal(size=(3, 3))
    x = vc.agreement_basis(A)[:, 0]
    assert vc.agree_at(A, 1e8 * x) and vc.agree_at(1e8 * A, x)
    assert vc.agreement_basis(1e-15 * A).shape == vc.agreement_basis(1e15 * A).shape == (3, 1)
