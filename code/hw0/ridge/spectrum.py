"""What lambda does to each singular direction (problem 4b): X v = sigma u, and ridge answers u with a multiple of v.

    least squares   1 / sigma                       times v
    ridge           sigma / (sigma^2 + lambda)      times v:    1 / sigma, shrunk by sigma^2 / (sigma^2 + lambda)

The comparison that decides is sigma^2 with lambda, so the crossover is at sigma = sqrt(lambda), where the shrinkage is
1/2 and the filter factor has its maximum 1 / (2 sqrt(lambda)).  A direction with sigma = 0 gets nothing, for lambda = 0
too.  Nothing is squared, so that sigma may be anything from 1e-300 to 1e300: the filter factor is
1 / (sigma + lambda / sigma).

All functions take scalars or arrays that broadcast, and trace through a live figure.  They raise TypeError and
ValueError as hw0.validation.numbers, and ValueError for negative sigma or lambda.
"""
import numpy as np

from hw0.validation import not_negative, numbers, seen


def filter_factors(s, lam):
    """sigma / (sigma^2 + lambda), the singular values of (X^T X + lambda I)^-1 X^T.  Source: chapter 4, part 4b.

    >>> ridge.filter_factors([2.0, 1.0, 0.0], 1.0)
    array([0.4, 0.5, 0. ])
    """
    s, lam = not_negative(s=s, lam=lam)
    divisor = np.where(s == 0, 1.0, s)
    with np.errstate(over="ignore"):
        return np.where(s == 0, 0.0, 1.0 / (divisor + lam / divisor))


def shrinkage(s, lam):
    """sigma^2 / (sigma^2 + lambda), the share of the least-squares coefficient that ridge keeps, from 0 to 1.

    >>> ridge.shrinkage([2.0, 1.0, 0.0], 1.0)
    array([0.8, 0.5, 0. ])
    """
    return numbers(s=s)[0] * filter_factors(s, lam)


def degrees_of_freedom(s, lam):
    """The sum of the shrinkages of all s (k,): the trace of the matrix that takes y to the fitted values X w.

    At lambda = 0 the number of positive s (for the rank of X pass the s that svd.count counts), and from there down to
    0.

    >>> print(ridge.degrees_of_freedom([2.0, 1.0, 0.0], 1.0))
    1.3
    """
    return np.sum(shrinkage(s, lam))


def coefficients(U, s, Vt, y, *, lam):
    """The ridge solution V diag(filter factors) U^T y (d,), from the factors of a thin SVD of X.

    >>> ridge.coefficients(np.eye(2), [2.0, 1.0], np.eye(2), [5.0, 2.0], lam=1.0)
    array([2., 1.])
    """
    U, s, Vt, y = seen(U=("nk", U), s=("k", s), Vt=("kd", Vt), y=("n", y))
    return Vt.T @ (filter_factors(s, lam) * (U.T @ y))
