"""Problem 3 as the chatbots answered it: each answer of each turn as a candidate, put together from the claims.

A formula is taken as it was given.  Rows 3c.any and 3f.any, on matrices of any rank, are not asked by the homework;
who said something about them is judged by it.
"""
import numpy as np

from hw0.audit.answers import given
from hw0.least_squares import subspaces


def normal_equations(X, y):
    """(X^T X)^-1 X^T y."""
    return np.linalg.solve(X.T @ X, X.T @ y)


def multipliers(X, y):
    """X^T (X X^T)^-1 y."""
    return X.T @ np.linalg.solve(X @ X.T, y)


def operator(U, s, Vt, y):
    """V Sigma^+ U^T, without y."""
    k = len(s)
    return Vt[:k].T / s @ U[:, :k].T


def through_svd(U, s, Vt, y):
    """V Sigma^+ U^T y."""
    return operator(U, s, Vt, y) @ y


def identity_of_w(X):
    """V V^T."""
    Vt = np.linalg.svd(X)[2]
    return Vt.T @ Vt


def identity_of_y(X):
    """U U^T."""
    U = np.linalg.svd(X)[0]
    return U @ U.T


def ones_where_sigma_is_not_zero(X):
    """V (Sigma^+ Sigma) V^T with a 1 wherever sigma_i is not 0."""
    Vt, r = np.linalg.svd(X)[2], np.linalg.matrix_rank(X)
    return Vt.T @ np.diag(1.0 * (np.arange(X.shape[1]) < r)) @ Vt


_FULL_RANK_ONLY = "It speaks of full rank only, as the homework does."

ANSWERS = (
    *given("chatgpt", 1,
            ("3a", "chatgpt-3a-1", normal_equations),
            ("3b", "chatgpt-3b-6", through_svd),
            ("3c", "chatgpt-3c-4", identity_of_w),
            ("3c.any", "chatgpt-3c-6", subspaces.onto_column_space),
            ("3d", "chatgpt-3d-2", multipliers),
            ("3e", "chatgpt-3e-5", through_svd),
            ("3f", "chatgpt-3f-3", identity_of_y),
            ("3f.any", "chatgpt-3f-2 chatgpt-3f-4", subspaces.onto_row_space)),
    *given("chatgpt", 2,
            ("3b", "chatgpt-3b-9 chatgpt-3b-12", operator),
            ("3e", "chatgpt-3b-9 chatgpt-3e-9", operator)),
    *given("grok", 2,
            ("3a", "grok-3a-6", normal_equations),
            ("3b", "grok-3b-7", through_svd),
            ("3c", "grok-3c-4", identity_of_w),
            ("3c.any", "grok-3c-4", None, _FULL_RANK_ONLY),
            ("3d", "grok-3d-6", multipliers),
            ("3e", "grok-3e-6", through_svd),
            ("3f", "grok-3f-3", identity_of_y),
            ("3f.any", "grok-3f-3", None, _FULL_RANK_ONLY)),
    *given("deepseek", 1,
            ("3a", "deepseek-3a-2", normal_equations),
            ("3b", "deepseek-3b-6", through_svd),
            ("3c", "deepseek-3c-2", identity_of_w),
            ("3c.any", "deepseek-3b-5 deepseek-3c-1", ones_where_sigma_is_not_zero),
            ("3d", "deepseek-3d-1", multipliers),
            ("3e", "deepseek-3e-4", through_svd),
            ("3f", "deepseek-3f-2", identity_of_y),
            ("3f.any", "deepseek-3f-2", None, _FULL_RANK_ONLY)))
