"""Problem 3 as the chatbots answered it: the formulas, one function for all who gave the same.

A formula is taken as it was given.  Rows 3c.any and 3f.any, on matrices of any rank, are not asked by the homework;
who said something about them is judged by it.
"""
import numpy as np


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


def identity(X):
    """I_d."""
    return np.eye(X.shape[1])


def identity_of_rows(X):
    """I_n."""
    return np.eye(X.shape[0])


def pseudo_inverse(X, y):
    """X^+ y."""
    return np.linalg.pinv(X) @ y


def ones_for_the_rows(X):
    """U (Sigma Sigma^+) U^T with a 1 wherever sigma_i is not 0."""
    U, r = np.linalg.svd(X)[0], np.linalg.matrix_rank(X)
    return U @ np.diag(1.0 * (np.arange(len(X)) < r)) @ U.T
