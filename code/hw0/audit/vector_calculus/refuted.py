"""The flawed claims on problem 2, each with the input that refutes it."""
import numpy as np

from hw0 import vector_calculus as vc
from hw0.audit.referee import Referee, always, assign
from hw0.audit.vector_calculus.confirmed import double_sum, left_sum, right_sum
from hw0.vector_calculus.gradcheck import central_differences


def _at(A, x, **more):
    return {"A": np.array(A, float), "x": np.array(x, float), **more}


def _of_slice(x, A, k, keep):
    """The derivative in x_k of the terms of x^T A x that are kept; exact, since they are quadratic."""
    return central_differences(lambda x: double_sum(x, A, keep), x, h=1.0)[0, k]


def _first_terms(A, x, k):
    """d/dx_k of x_k sum_j A_kj x_j."""
    return _of_slice(x, A, k, lambda i, j: i == k)


def _last_terms(A, x, k):
    """d/dx_k of x_k sum_i x_i A_ik."""
    return _of_slice(x, A, k, lambda i, j: j == k)


def _total(A, x, k):
    return vc.d_quadratic(A, x)[0, k]


def _sizes_by_differences(A, x):
    return tuple(map(float, central_differences(lambda x: A @ x, x).shape))


def _agrees_only_if_symmetric(*points):
    return Referee("the rows agree at this x only if A is symmetric", lambda A, x: vc.agree_everywhere(A), vc.agree_at,
                   points)


def _one_letter(what, says, true, point):
    """A partial derivative of a sum whose index is also the coordinate: as written, every term counts."""
    return Referee(f"one letter for sum and coordinate: every {what} counts", says, true, (point,))


_TRIPLE = _at([[3]], [2], k=0)          # 3 x^2 at x = 2, with the derivative 12
_UPPER = _at([[1, 2], [0, 3]], [1, 1])
_FULL = _at([[1, 2], [3, 4]], [1, 1])

REFEREES = assign(
    ("chatgpt-2-1",
     Referee("every derivative of problem 2 is a row: the shape of d(Ax)/dx", lambda A, x: (1.0, float(len(x))),
             _sizes_by_differences, (_FULL,))),
    ("chatgpt-2a-3",
     _one_letter("c_i", lambda x, c: float(np.sum(c)), lambda x, c: vc.d_dot(x, c)[0, 0],
                 {"x": np.array([1.0, 1.0]), "c": np.array([2.0, 3.0])})),
    ("chatgpt-2b-3",
     _one_letter("2 x_i", lambda x: float(np.sum(2 * x)), lambda x: vc.d_squared_norm(x)[0, 0],
                 {"x": np.array([1.0, 2.0])})),
    ("chatgpt-2c-3",
     _one_letter("A_ij of row i", lambda A, x: float(np.sum(A[0])), lambda A, x: vc.d_matvec(A, x)[0, 1], _FULL)),
    ("chatgpt-2d-2 chatgpt-2d-6",
     Referee("the derivative of x^T A x is the column (A + A^T) x", lambda A, x: ((A + A.T) @ x)[:, None],
             vc.d_quadratic, (_UPPER,))),
    ("chatgpt-2e-2",
     Referee("x^T (A + A^T) = x^T A + (Ax)^T holds only where the two rows agree", vc.agree_at,
             lambda A, x: bool(np.allclose(x @ (A + A.T), x @ A + A @ x)), (_at([[0, 1], [0, 0]], [1, 0]),))),
    ("chatgpt-2e-5", _agrees_only_if_symmetric(_at([[0, 1, 0], [-1, 0, 0], [0, 0, 0]], [0, 0, 1]))),
    ("grok-2e-2",
     _agrees_only_if_symmetric(_at([[0, 1, 0], [-1, 0, 0], [0, 0, 1]], [0, 0, 1]), _at([[0, 1], [0, 0]], [0, 0]))),
    ("grok-2d-4",
     Referee("d/dx_k of x_k sum_j A_kj x_j is sum_j A_kj x_j", left_sum, _first_terms, (_TRIPLE,))),
    ("grok-2d-5",
     Referee("every x_j in x_k sum_j A_kj x_j is a constant for x_k: the derivative of x_j in x_k for j = k",
             always(0.0),
             lambda A, x, k: central_differences(lambda x: x, x)[k, k], (_at([[1]], [1], k=0),))),
    ("grok-2d-6",
     Referee("d/dx_k of x_k sum_i x_i A_ik is sum_i x_i A_ik", right_sum, _last_terms,
             (_at([[1, 2], [5, 4]], [1, 1], k=0),))),
    ("grok-2d-8",
     Referee("A_kk x_k must not count twice in the total", lambda A, x, k: _total(A, x, k) - A[k, k] * x[k], _total,
             (_TRIPLE,))),
    ("grok-2d-10",
     Referee("the derivatives of the two slices add up to the total", lambda **v: _first_terms(**v) + _last_terms(**v),
             _total,
             (_TRIPLE,))),
    ("deepseek-2d-2",
     Referee("the terms with i = k give sum_j A_kj x_j", left_sum, _first_terms, (_at([[1]], [1], k=0),))))
