"""Problem 4 as the chatbots answered it: each answer of each turn as a candidate, put together from the claims.

A formula is taken as it was given.  Row 4h.any, on matrices of any rank, is not asked by the homework; who said
something about all tall or all wide matrices is judged by it.
"""
import numpy as np

from hw0 import least_squares
from hw0.audit.answers import given


def normal_equations(X, y, lam):
    """(X^T X + lambda I)^-1 X^T y."""
    return np.linalg.solve(X.T @ X + lam * np.eye(X.shape[1]), X.T @ y)


def filter_factors(s, lam):
    """sigma / (sigma^2 + lambda)."""
    return s / (s**2 + lam)


def half_of_both(w, X, y, lam):
    """||y - X w||^2 / (2 lambda) + ||w||^2 / 2."""
    return np.sum((y - X @ w) ** 2) / (2 * lam) + w @ w / 2


def stacked(X, y, lam):
    """[X; sqrt(lambda) I_d], [y; 0_d]."""
    d = X.shape[1]
    return np.vstack([X, np.sqrt(lam) * np.eye(d)]), np.append(y, np.zeros(d))


def forced_by_the_constraint(X, y, lam):
    """(w, (y - X w) / sqrt(lambda)) with the ridge solution w."""
    w = normal_equations(X, y, lam)
    return np.append(w, (y - X @ w) / np.sqrt(lam))


def long_pseudo_inverse(X, y, lam):
    """[X^T K y; sqrt(lambda) K y] with K = (X X^T + lambda I)^-1."""
    Ky = np.linalg.solve(X @ X.T + lam * np.eye(len(X)), y)
    return np.append(X.T @ Ky, np.sqrt(lam) * Ky)


def kernel_form(X, y, lam):
    """X^T (X X^T + lambda I)^-1 y."""
    return X.T @ np.linalg.solve(X @ X.T + lam * np.eye(len(X)), y)


def vanishes(X, y):
    """The zero vector of R^d."""
    return np.zeros(X.shape[1])


def two_formulas(X, y):
    """(X^T X)^-1 X^T y for tall X, X^T (X X^T)^-1 y for wide X."""
    return np.linalg.solve(X.T @ X, X.T @ y) if len(X) >= X.shape[1] else X.T @ np.linalg.solve(X @ X.T, y)


def inverse_or_pseudo_inverse(X, y):
    """(X^T X)^-1 X^T y for tall X, X^+ y for wide X."""
    return np.linalg.solve(X.T @ X, X.T @ y) if len(X) >= X.shape[1] else least_squares.pinv(X) @ y


_FORMULA = "Its formula is taken; the chain of equalities that should prove it has a referee of its own."
_SCALED = "It stops at the scaled objective, and eta is read from that."
_CONDITION = "It asks tall X to have full column rank, as the homework does."

ANSWERS = (
    *given("chatgpt", 1,
            ("4a", "chatgpt-4a-3", normal_equations),
            ("4b", "chatgpt-4b-3", filter_factors),
            ("4c", "chatgpt-4c-5", half_of_both),
            ("4d", "chatgpt-4d-1 chatgpt-4d-3", stacked),
            ("4e", "chatgpt-4e-2 chatgpt-4e-5", forced_by_the_constraint),
            ("4f", "chatgpt-4f-3", kernel_form),
            ("4g", "chatgpt-4g-2", vanishes),
            ("4h", "chatgpt-4h-2 chatgpt-4h-7 chatgpt-4h-9", two_formulas),
            ("4h.any", "chatgpt-4h-1 chatgpt-4h-6", two_formulas)),
    *given("grok", 3,
            ("4a", "grok-4a-5", normal_equations),
            ("4b", "grok-4b-9", filter_factors),
            ("4c", "grok-4c-4", half_of_both),
            ("4d", "grok-4d-1 grok-4d-3", stacked),
            ("4e", "grok-4e-5", long_pseudo_inverse),
            ("4f", "grok-4f-1", kernel_form, _FORMULA),
            ("4g", "grok-4g-2", vanishes),
            ("4h", "grok-4h-2 grok-4h-6", two_formulas),
            ("4h.any", "grok-4h-2", None, _CONDITION)),
    *given("deepseek", 1,
            ("4a", "deepseek-4a-3", normal_equations),
            ("4b", "deepseek-4b-5", filter_factors),
            ("4c", "deepseek-4c-2", half_of_both),
            ("4d", "deepseek-4d-1 deepseek-4d-3", stacked),
            ("4e", "deepseek-4e-1 deepseek-4e-2", forced_by_the_constraint, _SCALED),
            ("4f", "deepseek-4f-3", kernel_form),
            ("4g", "deepseek-4g-2", vanishes),
            ("4h", "deepseek-4h-1 deepseek-4h-2", two_formulas),
            ("4h.any", "deepseek-4h-1", None, _CONDITION)),
    *given("deepseek", 2,
            ("4a", "deepseek-4a-8", normal_equations),
            ("4b", "deepseek-4b-11", filter_factors),
            ("4c", "deepseek-4c-6", half_of_both),
            ("4d", "deepseek-4d-4 deepseek-4d-6", stacked),
            ("4e", "deepseek-4e-4 deepseek-4e-6", forced_by_the_constraint),
            ("4f", "deepseek-4f-8", kernel_form),
            ("4g", "deepseek-4g-4", vanishes),
            ("4h", "deepseek-4h-6 deepseek-4h-8", inverse_or_pseudo_inverse),
            ("4h.any", "deepseek-4h-9", inverse_or_pseudo_inverse)))
