"""The exercises of chapter 2: rows and Jacobians by the chain rule, checked like the parts of the homework."""
import numpy as np

from hw0.checks.mistakes import COLUMN, DOUBLE, HALF, SIGN
from hw0.checks.part import Case, Mistake, Part

RESIDUAL = Part(
    "2.residual", "the derivative (1, n) of 1/2 ||A x - b||^2 with respect to x; A has shape (p, n)", ("A", "x", "b"),
    lambda A, x, b: (A @ x - b)[None, :] @ A,
    (Case("any A"),),
    mistakes=(Mistake("The derivative of the residual A x - b is A: multiply by it.",
                      lambda _, A, x, b: (A @ x - b)[None, :]),
           Mistake("The residual is missing its - b.", lambda _, A, x, b: (A @ x)[None, :] @ A),
           Mistake("This is the derivative of the residual alone.", lambda _, A, x, b: A),
           COLUMN, DOUBLE, SIGN))


NORM = Part(
    "2.norm", "the derivative (1, n) of ||x|| with respect to x, x != 0", ("x",),
    lambda x: (x / np.linalg.norm(x))[None, :],
    (Case("n >= 2"),
     Case("n = 1", "the norm is |x|, and its derivative the sign of x",
          edge=True)),
    mistakes=(Mistake("This is the derivative of ||x||^2.", lambda _, x: 2 * x[None, :]),
           Mistake("1 / (2 ||x||) is the derivative of the root: the chain rule multiplies it by 2 x^T.",
                lambda _, x: 1 / (2 * np.linalg.norm(x))),
           Mistake("||x||^2 stands where ||x|| belongs: the derivative of a root is 1 / (2 root).",
                   lambda _, x: (x / (x @ x))[None, :]),
           COLUMN, HALF, DOUBLE, SIGN))


def axis(A):
    """The vector k (3,) with (A - A^T) v = k x v for every v."""
    K = A - A.T
    return np.array([K[2, 1], K[0, 2], K[1, 0]])


AXIS = Part(
    "2.axis", "the vector k (3,) with (A - A^T) v = cross(k, v) for every v; A has shape (3, 3)", ("A",), axis,
    (Case("A is not symmetric"),
     Case("A is symmetric",
          "A - A^T is 0, and so is k")),
    mistakes=(Mistake("The middle entry has the other sign: k_2 is the entry (1, 3) of A - A^T.",
                      lambda e, A: e * [1, -1, 1]),
           Mistake("The three entries stand in the reverse order.", lambda e, A: e[::-1]), SIGN, DOUBLE, HALF))


LAYER = Part(
    "2.layer", "the derivative (1, n) of c^T tanh(A x) with respect to x; A has shape (p, n)", ("A", "x", "c"),
    lambda A, x, c: (c * (1 - np.tanh(A @ x) ** 2))[None, :] @ A,
    (Case("any A"),),
    mistakes=(Mistake("The slopes 1 - tanh(A x)^2 of the p units are missing.", lambda _, A, x, c: c[None, :] @ A),
           Mistake("The weights c of the units are missing.",
                   lambda _, A, x, c: (1 - np.tanh(A @ x) ** 2)[None, :] @ A),
           Mistake("The derivative of A x is A: multiply by it.",
                   lambda _, A, x, c: (c * (1 - np.tanh(A @ x) ** 2))[None, :]),
           Mistake("The derivative of tanh(z) is 1 - tanh(z)^2.", lambda _, A, x, c: (c * np.tanh(A @ x))[None, :] @ A),
           COLUMN, SIGN, DOUBLE))


def unit_jacobian(x):
    """(I - u u^T) / ||x|| (n, n) with u = x / ||x||, the derivative of x / ||x||."""
    r = np.linalg.norm(x)
    u = x / r
    return (np.eye(len(x)) - np.outer(u, u)) / r


UNIT = Part(
    "2.unit", "the derivative (n, n) of x / ||x|| with respect to x, x != 0", ("x",), unit_jacobian,
    (Case("n >= 2"),
     Case("n = 1", "x / |x| is constant on each side of 0", edge=True)),
    mistakes=(Mistake("The length ||x|| was held constant.", lambda _, x: np.eye(len(x)) / np.linalg.norm(x)),
           Mistake("The factor 1 / ||x|| is missing.", lambda e, x: e * np.linalg.norm(x)),
           Mistake("The second term is subtracted: what moves along x changes the length only.",
                lambda _, x: (np.eye(len(x)) + np.outer(x, x) / (x @ x)) / np.linalg.norm(x)),
           Mistake("x x^T is a matrix, np.outer(x, x); x @ x is a number.",
                lambda _, x: np.eye(len(x)) / np.linalg.norm(x) - (x @ x) / np.linalg.norm(x) ** 3),
           Mistake("x x^T is divided by ||x||^3: once for each u, and once more for the factor in front.",
                lambda _, x: np.eye(len(x)) / np.linalg.norm(x) - np.outer(x, x) / (x @ x)),
           Mistake("The outer product needs unit vectors: divide x x^T by ||x||^2.",
                lambda _, x: (np.eye(len(x)) - np.outer(x, x)) / np.linalg.norm(x)),
           SIGN, DOUBLE))

PARTS = (RESIDUAL, NORM, AXIS, LAYER, UNIT)
