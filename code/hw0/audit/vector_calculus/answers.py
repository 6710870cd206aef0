"""Problem 2 as the chatbots answered it: one answer each, with the same formulas, put together from the claims."""
import numpy as np

from hw0.audit.answers import given


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
    """Whether A equals its transpose: for all of them the condition of 2e."""
    return np.array_equal(A, A.T)


ANSWERS = (
    *given("chatgpt", 1,
           ("2a", "chatgpt-2a-4", linear_row),
           ("2b", "chatgpt-2b-4", squared_norm_row),
           ("2c", "chatgpt-2c-4", matrix),
           ("2d", "chatgpt-2d-8", quadratic_row),
           ("2e", "chatgpt-2e-3 chatgpt-2e-4", symmetric,
            "The box says 'if' only; the line before it says 'only if' as well.")),
    *given("grok", 1,
           ("2a", "grok-2a-3", linear_row),
           ("2b", "grok-2b-3", squared_norm_row),
           ("2c", "grok-2c-3", matrix),
           ("2d", "grok-2d-13", quadratic_row),
           ("2e", "grok-2e-5", symmetric)),
    *given("deepseek", 1,
           ("2a", "deepseek-2a-3", linear_row),
           ("2b", "deepseek-2b-3", squared_norm_row),
           ("2c", "deepseek-2c-3", matrix),
           ("2d", "deepseek-2d-5", quadratic_row),
           ("2e", "deepseek-2e-3 deepseek-2e-4", symmetric)))
