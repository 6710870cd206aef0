"""Ridge as Bayesian inference (4c): prior W ~ N(0, I_d), data Y = X W + sqrt(lambda) N, noise N ~ N(0, I_n).

Given Y = y, the weights are Gaussian again.  Its mean, which is also its top, is the ridge solution:

    -log p(w | y) = ||y - X w||^2 / (2 lambda) + ||w||^2 / 2 + const.

lambda is the variance of the noise, so it must be positive here; no noise is a limit, see hw0.ridge.
"""
from typing import NamedTuple

import numpy as np

from hw0 import scaling
from hw0.least_squares import svd
from hw0.ridge.spectrum import coefficients
from hw0.validation import is_traced, positive, shaped


class Posterior(NamedTuple):
    """A Gaussian over the weights: mean (d,) and covariance (d, d).

    >>> prior = ridge.Posterior(mean=np.zeros(2), covariance=np.eye(2))
    >>> prior.mean
    array([0., 0.])
    """

    mean: np.ndarray
    covariance: np.ndarray


def neg_log_posterior(w, X, y, *, lam):
    """||y - X w||^2 / (2 lambda) + ||w||^2 / 2, a number: -log p(w | y) up to a constant; traces.  Source: part 4c.

    Raises ValueError for lambda <= 0.

    >>> print(ridge.neg_log_posterior([1.0], [[2.0]], [4.0], lam=2.0))
    1.5
    """
    X, y, w, lam = shaped(X=("nd", X), y=("n", y), w=("d", w), lam=("", lam))
    positive(lam=lam)
    residual = y - X @ w
    return np.sum(residual**2) / (2.0 * lam) + np.sum(w**2) / 2.0


def posterior(X, y, *, lam):
    """The Posterior of the weights: covariance lambda (X^T X + lambda I)^-1, and the ridge solution as its mean.

    Along the right singular vector v of sigma, the variance falls from the prior's 1 to lambda / (sigma^2 + lambda);
    a direction that no sample sees keeps the prior.  Raises ValueError for lambda <= 0.

    >>> found = ridge.posterior([[1.0]], [4.0], lam=1.0)
    >>> found.mean.round(6), found.covariance.round(6)
    (array([2.]), array([[0.5]]))
    """
    X, y, lam = shaped(X=("nd", X), y=("n", y), lam=("", lam))
    (lam,) = positive(lam=lam)
    U, s, Vt = svd.thin(X)
    # what lies beyond the rank is rounding, and for a tiny lambda it would look like data
    s[svd.count(s, X.shape):] = 0.0
    unseen = np.eye(X.shape[1]) - Vt.T @ Vt if len(s) < X.shape[1] else 0.0
    with np.errstate(over="ignore"):
        kept = 1.0 / (1.0 + s * (s / lam))      # of the prior's variance: lambda / (sigma^2 + lambda), without a square
    y, exponent = scaling.unit(y)
    mean = scaling.back(coefficients(U, s, Vt, y, lam=lam), exponent, "the mean")
    return Posterior(mean, (Vt.T * kept) @ Vt + unseen)


def of_one_weight(x, y, *, lam):
    """The Posterior of a single weight (d = 1), mean and variance as numbers; traces.

    With the column x (n,): mean x.y / (x.x + lambda), variance lambda / (x.x + lambda).

    >>> print(*np.round(ridge.of_one_weight([1.0, 1.0], [2.0, 4.0], lam=1.0), 6))
    2.0 0.333333
    """
    x, y = shaped(x=("n", x), y=("n", y))
    (lam,) = positive(lam=lam)
    if not any(map(is_traced, (x, y, lam))):
        mean, covariance = posterior(x[:, None], y, lam=lam)        # which minds the size of the data
        return Posterior(mean[0], covariance[0, 0])
    precision = np.sum(x * x) + lam
    return Posterior(np.sum(x * y) / precision, lam / precision)


def gaussian(w, mean, variance):
    """The density of N(mean, variance) at w, scalars or arrays that broadcast; traces.

    Raises ValueError for variance <= 0.

    >>> print(f"{ridge.gaussian(0.0, 0.0, 1.0):.4f}")
    0.3989
    """
    if not is_traced(variance) and np.any(np.asarray(variance) <= 0):
        raise ValueError(f"variance must be positive; got {np.min(variance):g}.")
    variance = variance if is_traced(variance) else np.asarray(variance, float)
    return np.exp(-(np.subtract(w, mean) ** 2) / (2.0 * variance)) / np.sqrt(2.0 * np.pi * variance)
