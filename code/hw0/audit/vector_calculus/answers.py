"""Problem 2 as the chatbots answered it: the formulas, one function for all who gave the same."""
import numpy as np


def linear_row(x, c):
    """c^T (1, n), the derivative of x^T c."""
    return c[None, :]


def squared_norm_row(x):
    """2 x^T (1, n), the derivative of x^T x."""
    return 2 * x[None, :]


def matrix(A, x):
    """A (n, n), the derivative of A x."""
    return A


def quadratic_row(A, x):
    """x^T (A + A^T) (1, n), the derivative of x^T A x."""
    return x[None, :] @ (A + A.T)


def symmetric(A):
    """Whether A equals its transpose."""
    return np.array_equal(A, A.T)
