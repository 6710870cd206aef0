"""Which lambda?  Three judges from one SVD: errors on samples left out, their rotation-invariant form, the evidence.

With X = U S V^T, c = U^T y and the share lost_j = lambda / (sigma_j^2 + lambda) that ridge takes from direction j,

    y - H y = (y - U c) + U (lost * c),     1 - H_ii = 1 - sum_j U_ij^2 (1 - lost_j),     J(w) = y^T (y - H y).

Generalized cross-validation puts the mean of 1 - H_ii in the place of each.  The evidence is the density of y under
w ~ N(0, tau^2 I) and noise of variance s^2 = lambda tau^2: with K = X X^T + lambda I it is that of N(0, tau^2 K),
largest at tau^2 = y^T K^-1 y / n = J(w) / (n lambda), and there

    -2 log p(y) / n = log(2 pi) + 1 + log(spread),      spread = det(tau^2 K)^(1/n) = J(w) / n * det(K / lambda)^(1/n),

so the lambda of the smallest spread has the greatest evidence.
"""
from typing import NamedTuple

import numpy as np

from hw0 import scaling
from hw0.least_squares import svd
from hw0.ridge.regularization_path import leave_one_out
from hw0.validation import positive, seen, shaped


class Criteria(NamedTuple):
    """Numbers to choose a lambda by, the smaller the better, all of the size of y^2.

    Attributes
    ----------
    left_out : (L,) the mean squared error on samples that were left out
    generalized : (L,) generalized cross-validation
    spread : (L,) the geometric mean of the n variances of y in the model, at its best tau

    Examples
    --------
    >>> found = ridge.Criteria(np.array([2.0, 1.0]), np.array([2.0, 1.5]), np.array([1.0, 3.0]))
    >>> [int(np.argmin(numbers)) for numbers in found]
    [1, 1, 0]
    """

    left_out: np.ndarray
    generalized: np.ndarray
    spread: np.ndarray


def criteria(X, y, lams, *, intercept=False):
    """Criteria of lambdas lams (L,) or one number, all > 0, for X (n, d) and y (n,).

    With intercept, a constant that costs nothing is fitted as well: it takes 1/n from every 1 - H_ii, and one of the n
    directions of y, of which the evidence then says nothing.

    Raises as hw0.ridge.leave_one_out, from which left_out comes.  Source: Golub, Heath and Wahba (1979), and MacKay
    (1992), whose alpha and beta are 1/tau^2 and 1/s^2.

    >>> ridge.criteria([[1.0], [1.0], [1.0], [1.0]], [1.0, 3.0, 1.0, 3.0], [1.0]).generalized.round(6)
    array([1.8125])
    """
    X, y, lams = shaped(X=("nd", X), y=("n", y), lams=("L", [lams] if np.ndim(lams) == 0 else lams))
    left_out = leave_one_out(X, y, lams, intercept=intercept).errors
    p = scaling.problem(X, y, *positive(lams=lams))
    X, y = (p.X - np.mean(p.X, axis=0), p.y - np.mean(p.y)) if intercept else (p.X, p.y)
    U, s, _ = svd.thin(X)
    r = min(svd.count(s, X.shape), len(y) - intercept)      # beyond the rank there is nothing but rounding
    found = _of_factors(U[:, :r], s[:r], y, p.lam, intercept=intercept)
    return Criteria(left_out, *(scaling.back(each, 2 * p.y_exponent, "a squared error") for each in found[1:]))


def of_factors(U, s, y, lams, *, intercept=False):
    """Criteria from U (n, k), s (k,) of a thin SVD of X, which is centred, like y, if there is an intercept; traces.

    What is left over, 1 - H_ii, is computed as it stands: for a sample that is alone with a feature, or a wide X and a
    tiny lambda, little of it survives rounding, and `criteria` is to be taken.

    >>> found = ridge.criteria_of_factors([[1.0], [0.0]], [1.0], [2.0, 1.0], [1.0])
    >>> found.left_out, found.generalized.round(6)
    (array([2.5]), array([1.777778]))
    """
    U, s, y, lams = seen(U=("nk", U), s=("k", s), y=("n", y), lams=("L", lams))
    return _of_factors(U, s, y, lams, intercept=intercept)


def _of_factors(U, s, y, lams, *, intercept):
    """As of_factors, for k = 0 as well."""
    n, k = U.shape
    lost = lams[:, None] / (s * s + lams[:, None])                              # (L, k)
    c = U.T @ y
    outside = y - U @ c
    residuals = outside + (lost * c) @ U.T                                      # (L, n)
    below = 1.0 - intercept / n - np.sum(U * U, axis=1) + lost @ (U * U).T      # (L, n)
    mean = (n - intercept - k + np.sum(lost, axis=1)) / n
    objective = np.sum(outside * outside) + np.sum(lost * (c * c), axis=1)
    volume = np.sum(np.log1p(s * s / lams[:, None]), axis=1) / (n - intercept)
    return Criteria(np.mean((residuals / below) ** 2, axis=1), np.mean(residuals**2, axis=1) / mean**2,
                    objective / (n - intercept) * np.exp(volume))
