"""Problem 4 as the chatbots answered it: the formulas, one function for all who gave the same.

A formula is taken as it was given.  Row 4h.any, on matrices of any rank, is not asked by the homework; who said
something about all tall or all wide matrices is judged by it.
"""
import numpy as np

from hw0 import least_squares


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


def pseudo_inverse(X, y):
    """X^+ y, for every shape and rank."""
    return np.linalg.pinv(X) @ y
