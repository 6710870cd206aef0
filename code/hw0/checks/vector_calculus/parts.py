"""Problem 2: derivatives of functions of a vector, as rows and matrices, and when x^T (A + A^T) is 2 x^T A."""
import numpy as np

from hw0 import vector_calculus
from hw0.checks.mistakes import COLUMN, DOUBLE, HALF, SIGN, always
from hw0.checks.part import Case, Mistake, Part

ROW = "the derivative (1, n), a row"


_SINGLE = Case("n = 1", "the derivative still has the shape that n gives it", edge=True)


def _value(says, function):
    return Mistake(f"This is {says} itself, not its derivative.", lambda _, **given: function(**given))


LINEAR = Part(
    "2a", f"{ROW}, of x^T c", ("x", "c"), vector_calculus.d_dot,
    (Case("n >= 2"), _SINGLE),
    mistakes=(COLUMN, _value("x^T c", vector_calculus.dot),
           Mistake("This is the derivative with respect to c.", lambda _, x, c: x[None, :]),
           Mistake("The products x_i c_i are not derivatives: d(x_i c_i)/dx_i is c_i.",
                   lambda _, x, c: (x * c)[None, :]),
           Mistake("The c_i belong side by side into a row, not on a diagonal: x^T c is one number.",
                   lambda _, x, c: np.diag(c)),
           SIGN, DOUBLE))

SQUARED_NORM = Part(
    "2b", f"{ROW}, of ||x||^2", ("x",), vector_calculus.d_squared_norm,
    (Case("n >= 2"), _SINGLE),
    mistakes=(COLUMN, _value("||x||^2", vector_calculus.squared_norm),
           Mistake("This is the derivative of ||x||, not of its square.",
                   lambda _, x: (x / np.linalg.norm(x))[None, :]),
           Mistake("2 ||x|| is the outer derivative: multiply by that of ||x||, a row.",
                   lambda _, x: 2 * np.linalg.norm(x)),
           Mistake("These are the squares x_i^2; their derivatives are 2 x_i.", lambda _, x: (x * x)[None, :]),
           HALF, DOUBLE, SIGN))

LINEAR_MAP = Part(
    "2c", "the derivative (n, n), one row per output, of A x", ("A", "x"), vector_calculus.d_matvec,
    (Case("n >= 2"), _SINGLE),
    mistakes=(Mistake("It is the transpose: rows are outputs and columns inputs, entry (i, k) is d(Ax)_i/dx_k.",
                      lambda _, A, x: A.T),
           _value("A x", vector_calculus.matvec),
           Mistake("The terms A_ik x_k still hold their x_k: d(A_ik x_k)/dx_k is A_ik.", lambda _, A, x: A * x),
           Mistake("This is the derivative of the sum of all (Ax)_i: keep one row for each output.",
                   lambda _, A, x: A.sum(axis=0)),
           SIGN, DOUBLE))


QUADRATIC = Part(
    "2d", f"{ROW}, of x^T A x", ("A", "x"), vector_calculus.d_quadratic,
    (Case("A is not symmetric"), Case("A is symmetric"), _SINGLE),
    mistakes=(COLUMN,
           Mistake("2 x^T A is right for symmetric A only.", lambda _, A, x: 2 * x[None, :] @ A),
           Mistake("2 x^T A^T is right for symmetric A only.", lambda _, A, x: 2 * x[None, :] @ A.T),
           Mistake("The x to the right of A was held constant: it contributes x^T A.",
                   lambda _, A, x: x[None, :] @ A.T),
           Mistake("The x to the left of A was held constant: it contributes x^T A^T.", lambda _, A, x: x[None, :] @ A),
           Mistake("The diagonal term A_kk x_k^2 has the derivative 2 A_kk x_k: it counts twice.",
                lambda e, A, x: e - x * np.diag(A)),
           Mistake("This is the derivative of the derivative: multiply by x^T.", lambda _, A, x: A + A.T),
           _value("x^T A x", vector_calculus.quadratic), SIGN, DOUBLE, HALF))


SYMMETRY = Part(
    "2e", "True if x^T (A + A^T) = 2 x^T A for all x, else False", ("A",), vector_calculus.agree_everywhere,
    (Case("A is symmetric"),
     Case("A is not symmetric"),
     Case("A is skew-symmetric",
          "x^T (A + A^T) is 0 for every x, and 2 x^T A is not", edge=True),
     Case("n = 1", "every A of one entry is symmetric", edge=True)),
    mistakes=(always(True, "The two rows differ as soon as A is not symmetric."),
           always(False, "The two rows are equal if A is symmetric."),
           Mistake("A A^T = A^T A is not enough: rotations satisfy it.",
                   lambda _, A: bool(np.allclose(A @ A.T, A.T @ A))),
           Mistake("All x are asked for, and x = (1, ..., 1) is one of them.",
                   lambda _, A: bool(np.allclose(A.sum(axis=0), A.sum(axis=1))))))

PARTS = (LINEAR, SQUARED_NORM, LINEAR_MAP, QUADRATIC, SYMMETRY)
