"""What noise in y does to a linear estimate M y of the weights: covariance and mean squared error (chapter 3).

y = X w0 + noise, with X (n, d) fixed; the entries of the noise have mean 0, one standard deviation `noise`, and no
correlation.  M (d, n) is unbiased if M X = I.  All functions raise TypeError and ValueError for what is not finite, for
shapes that do not fit, and for a negative standard deviation.
"""
import numpy as np

from hw0.least_squares import svd
from hw0.validation import not_negative, shaped


def covariance(M, noise):
    """noise^2 M M^T (d, d): the covariance of M y, whatever the truth is.

    >>> estimators.covariance([[1.0, 2.0]], 3.0)
    array([[45.]])
    """
    M, noise = shaped(M=("dn", M), noise=("", noise))
    not_negative(noise=noise)
    M = noise * M
    return M @ M.T


def least_squares_covariance(X, noise):
    """noise^2 (X^T X)^{-1} (d, d), without forming X^T X: the covariance of the least-squares weights.

    No unbiased M y has a smaller one (Gauss and Markov).  Raises ValueError if X has not full column rank.
    Source: further/3_least_squares, eq-ls-covariance.

    >>> estimators.least_squares_covariance([[3.0], [4.0]], 10.0)
    array([[4.]])
    """
    X, noise = shaped(X=("nd", X), noise=("", noise))
    not_negative(noise=noise)
    if svd.rank(X) < X.shape[1]:
        raise ValueError(f"X of shape {X.shape} must have full column rank; got rank {svd.rank(X)}. Without it no M y "
                         "is unbiased.")
    _, s, Vt = svd.thin(X)
    half = (noise / s)[:, None] * Vt
    return half.T @ half


def mean_squared_error(M, X, w0, noise):
    """noise^2 |M|^2 + |(M X - I) w0|^2: the mean of |M y - w0|^2, variance plus squared bias.  Source: chapter 3.

    >>> print(estimators.mean_squared_error([[0.5]], [[1.0]], [4.0], 2.0))
    5.0
    """
    M, X, w0, noise = shaped(M=("dn", M), X=("nd", X), w0=("d", w0), noise=("", noise))
    not_negative(noise=noise)
    return np.sum((noise * M) ** 2) + np.sum((M @ (X @ w0) - w0) ** 2)
