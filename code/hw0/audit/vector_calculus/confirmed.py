"""The correct claims on problem 2: each topic with its referee, which must agree on random instances.

The truth is found another way than by the formula of the claim: by sums over all indices, or by central differences,
which are exact for functions that are at most quadratic.
"""
import functools

import numpy as np

from hw0 import vector_calculus as vc
from hw0.audit.referee import Referee, assign
from hw0.vector_calculus.gradcheck import central_differences

DRAWS = 200


def _instance(rng):
    """A (n, n), a symmetric S (n, n), x, c (n,) and places i, k; n = 1, ..., 4."""
    n = int(rng.integers(1, 5))
    A = rng.standard_normal((n, n))
    return {"A": A, "S": A + A.T, "x": rng.standard_normal(n), "c": rng.standard_normal(n),
            "i": int(rng.integers(n)), "k": int(rng.integers(n))}


POINTS = tuple(map(_instance, [np.random.default_rng(2)] * DRAWS))


def numeric(f):
    """The function of an instance that gives the derivative of f(x, A, c) in x by central differences."""
    return lambda A, x, c, **_: central_differences(lambda x: f(x, A, c), x)


LINEAR = numeric(lambda x, A, c: x @ c)
SQUARED_NORM = numeric(lambda x, A, c: x @ x)
LINEAR_MAP = numeric(lambda x, A, c: A @ x)
QUADRATIC = numeric(lambda x, A, c: x @ A @ x)


def double_sum(x, A, keep=lambda i, j: True):
    """sum_ij x_i A_ij x_j, over the pairs (i, j) to keep."""
    n = range(len(x))
    return sum((x[i] * A[i, j] * x[j] for i in n for j in n if keep(i, j)), 0.0)


def left_sum(A, x, k, **_):
    """sum_j A_kj x_j."""
    return sum(A[k, j] * x[j] for j in range(len(x)))


def right_sum(A, x, k, **_):
    """sum_i x_i A_ik."""
    return sum(x[i] * A[i, k] for i in range(len(x)))


def both_sums(A, x, k, **_):
    """sum_j (A_kj + A_jk) x_j."""
    return sum((A[k, j] + A[j, k]) * x[j] for j in range(len(x)))


def _sizes(derivative):
    return lambda **v: tuple(map(float, derivative(**v).shape))


def _row_sizes(x, **_):
    return 1.0, float(len(x))


def _square_sizes(x, **_):
    return float(len(x)), float(len(x))


def _value_and_sizes(terms, derivative):
    """The sum of the terms, one for each coordinate, and the shape of the derivative."""
    return lambda **v: (float(sum(terms(**v))), *_sizes(derivative)(**v))


def _entry(derivative):
    return lambda **v: derivative(**v)[0, v["k"]]


def _rows_equal(A, x, **_):
    return bool(np.allclose(x @ (A + A.T), 2 * x @ A))


def _for_both(statement):
    """Whether a statement on a matrix holds for A, and for the symmetric S."""
    return lambda A, S, **_: (bool(statement(A)), bool(statement(S)))


def _rows_equal_everywhere(A):
    """Whether the two rows agree at n independent x, which decides it for all."""
    return all(_rows_equal(A, e) for e in np.eye(len(A)))


def _derivatives_without_and_with(A, x, k, **_):
    """The derivatives in x_k of the terms of x^T A x that do not hold x_k, and of those that do."""
    kept = (lambda i, j: k not in (i, j)), (lambda i, j: k in (i, j))
    return tuple(central_differences(functools.partial(double_sum, A=A, keep=keep), x)[0, k] for keep in kept)


def _counted_twice(A, x, k, **_):
    """How much more the terms with i = k and those with j = k come to than those with either."""
    first, last, either = (lambda i, j: i == k), (lambda i, j: j == k), (lambda i, j: k in (i, j))
    return double_sum(x, A, first) + double_sum(x, A, last) - double_sum(x, A, either)


def _claim(topic, says, true, rtol=1e-9):
    return Referee(topic, says, true, POINTS, rtol)


def _derivative(topic, says, true):
    return _claim(topic, says, true, rtol=1e-7)         # by differences


REFEREES = assign(
    ("grok-2intro-1 chatgpt-2a-1 chatgpt-2b-1 chatgpt-2d-1 grok-2d-1",
     _claim("the derivative of a number with respect to a column x is a row (1, n)", _row_sizes, _sizes(QUADRATIC))),
    ("grok-2a-1 deepseek-2a-1",
     _claim("x^T c = sum_i x_i c_i, with a derivative of shape (1, n)", lambda x, c, **v: (x @ c, *_row_sizes(x)),
            _value_and_sizes(lambda x, c, **_: x * c, LINEAR))),
    ("chatgpt-2a-2 grok-2a-2 deepseek-2a-2",
     _derivative("d(x^T c)/dx_k = c_k", lambda c, k, **_: c[k], _entry(LINEAR))),
    ("chatgpt-2a-4 grok-2a-3 deepseek-2a-3", _derivative("d(x^T c)/dx = c^T", lambda c, **_: c[None, :], LINEAR)),
    ("grok-2b-1 deepseek-2b-1",
     _claim("||x||^2 = sum_i x_i^2, with a derivative of shape (1, n)",
            lambda x, **v: (np.linalg.norm(x) ** 2, *_row_sizes(x)),
            _value_and_sizes(lambda x, **_: x**2, SQUARED_NORM))),
    ("chatgpt-2b-2 grok-2b-2 deepseek-2b-2",
     _derivative("d||x||^2/dx_k = 2 x_k", lambda x, k, **_: 2 * x[k], _entry(SQUARED_NORM))),
    ("chatgpt-2b-4 grok-2b-3 deepseek-2b-3",
     _derivative("d||x||^2/dx = 2 x^T", lambda x, **_: 2 * x[None, :], SQUARED_NORM)),
    ("chatgpt-2c-1 grok-2c-1 deepseek-2c-1", _claim("d(Ax)/dx has shape (n, n)", _square_sizes, _sizes(LINEAR_MAP))),
    ("chatgpt-2c-2 grok-2c-2 deepseek-2c-2",
     _derivative("d(Ax)_i/dx_k = A_ik", lambda A, i, k, **_: A[i, k], lambda **v: LINEAR_MAP(**v)[v["i"], v["k"]])),
    ("chatgpt-2c-4 grok-2c-3 deepseek-2c-3", _derivative("d(Ax)/dx = A", lambda A, **_: A, LINEAR_MAP)),
    ("grok-2d-2 deepseek-2d-1",
     _claim("x^T A x = sum_ij x_i A_ij x_j", lambda A, x, **_: x @ A @ x, lambda A, x, **_: double_sum(x, A))),
    ("grok-2d-3",
     _derivative("the terms without x_k have the derivative 0 in x_k, the others that of the whole",
                 lambda **v: (0.0, _entry(QUADRATIC)(**v)), _derivatives_without_and_with)),
    ("grok-2d-7",
     _claim("the terms with i = k and those with j = k share A_kk x_k^2", lambda A, x, k, **_: A[k, k] * x[k] ** 2,
            _counted_twice)),
    ("chatgpt-2d-4 grok-2d-9 deepseek-2d-4",
     _derivative("d(x^T A x)/dx_k = sum_j A_kj x_j + sum_i x_i A_ik", lambda **v: left_sum(**v) + right_sum(**v),
                 _entry(QUADRATIC))),
    ("deepseek-2d-3",
     _claim("sum_j A_kj x_j = (Ax)_k and sum_i x_i A_ik = (x^T A)_k = (A^T x)_k",
            lambda **v: (left_sum(**v), right_sum(**v), right_sum(**v)),
            lambda A, x, k, **_: ((A @ x)[k], (x @ A)[k], (A.T @ x)[k]))),
    ("grok-2d-11",
     _claim("sum_j A_kj x_j + sum_i x_i A_ik = sum_j (A_kj + A_jk) x_j", lambda **v: left_sum(**v) + right_sum(**v),
            both_sums)),
    ("grok-2d-12",
     _claim("sum_j (A_kj + A_jk) x_j is entry k of x^T (A + A^T)", lambda A, x, k, **_: (x @ (A + A.T))[k], both_sums)),
    ("chatgpt-2d-8 grok-2d-13 deepseek-2d-5",
     _derivative("d(x^T A x)/dx = x^T (A + A^T)", lambda A, x, **_: x[None, :] @ (A + A.T), QUADRATIC)),
    ("chatgpt-2e-1",
     _claim("x^T (A + A^T) = x^T A + (Ax)^T", lambda A, x, **_: x @ A + A @ x, lambda A, x, **_: x @ (A + A.T))),
    ("grok-2e-1",
     _claim("the question: is x^T (A + A^T) equal to 2 x^T A", _rows_equal, lambda A, x, **_: vc.agree_at(A, x))),
    ("deepseek-2e-1",
     _claim("they are equal at x exactly if x^T A^T = x^T A", lambda A, x, **_: bool(np.allclose(x @ A.T, x @ A)),
            _rows_equal)),
    ("deepseek-2e-2",
     _claim("x^T A^T = (Ax)^T, and x^T S is the same row as (Sx)^T for symmetric S",
            lambda A, S, x, **_: (A @ x, S @ x), lambda A, S, x, **_: (x @ A.T, x @ S))),
    ("chatgpt-2e-4 grok-2e-4",
     _derivative("if A is symmetric, the derivative is 2 x^T A", lambda S, x, **_: 2 * x[None, :] @ S,
                 lambda S, x, c, **_: QUADRATIC(A=S, x=x, c=c))),
    ("chatgpt-2e-3 deepseek-2e-3 grok-2e-5 deepseek-2e-4",
     _claim("the rows agree for all x exactly if A is symmetric", _for_both(lambda M: np.array_equal(M, M.T)),
            _for_both(_rows_equal_everywhere))),
    ("grok-2e-3",
     _claim("A + A^T = 2 A is the same as A = A^T", _for_both(lambda M: np.allclose(M + M.T, 2 * M)),
            _for_both(lambda M: np.allclose(M, M.T)))))
