"""Ridge for many lambdas at the price of one: the solution path, leave-one-out errors, the best lambda.

The singular vectors of X do not depend on lambda, so one factorisation serves all.  In the basis of the SVD,

    w(lambda) = V z(lambda),        z_j = sigma_j c_j / (sigma_j^2 + lambda),       c = U^T y.

Two ways to get there:

    "qr"    R of X = Q R, then the SVD of R.  As accurate as the SVD of X itself, and faster where X is long or wide.
    "gram"  eigenvectors of X^T X (tall) or X X^T (wide).  A third of the time, at a price: forming the Gram matrix
            squares the condition number, so for small lambda the error is 10^2 to 10^3 times larger at condition 10^3.
            Where the condition of X^T X + lambda I exceeds GRAM_LIMIT, rounding could make the answer wrong, and "qr"
            is taken.
"""
from typing import NamedTuple

import numpy as np

from hw0 import scaling
from hw0.least_squares import svd
from hw0.least_squares.svd import coordinates, lift
from hw0.validation import not_negative, positive, shaped

GRAM_LIMIT = 1.0 / np.sqrt(svd.EPS)     # 6.7e7: at least half of the digits survive a Gram matrix of this condition
METHODS = ("qr", "gram")
BLOCK = 512         # samples
NEAR = 1e-6         # where 1 - H_ii is smaller, rounding has taken too much of it, and the sample is really left out
KEPT = 1e-9         # so is one of whose (K^-1)_ii rounding may be a larger share


class LeaveOneOut(NamedTuple):
    """What `leave_one_out` returns.

    Attributes
    ----------
    errors : (L,) for each lambda the mean over the samples of the squared error on a sample that was left out
    lam : the lambda with the smallest error, the larger one if two tie
    w : (L, d) the solution path

    Examples
    --------
    >>> found = ridge.LeaveOneOut(errors=np.array([1.5, 1.2]), lam=4.0, w=np.zeros((2, 3)))
    >>> found.w.shape
    (2, 3)
    """

    errors: np.ndarray
    lam: float
    w: np.ndarray


def path(X, y, lams, *, method="qr"):
    """The ridge solutions (L, d) for lambdas lams (L,), row j for lams[j], from one factorisation.

    lambda = 0 gives the limit X^+ y.  A number counts as one lambda, (1,).

    Parameters
    ----------
    method : "qr", or the faster and less accurate "gram"; the module's docstring says what that costs.

    Raises
    ------
    TypeError, ValueError as hw0.validation.shaped, ValueError for a negative lambda or another method, and
    OverflowError for a solution that float64 cannot hold.

    Examples
    --------
    >>> ridge.path([[1.0, 0.0], [0.0, 2.0]], [2.0, 2.0], [0.0, 4.0]).round(6)
    array([[2. , 1. ],
           [0.4, 0.5]])
    """
    p = scaling.problem(*_data(X, y, lams))
    return _solutions(_factors(p.X, p.y, p.lam, method), p)


def leave_one_out(X, y, lams, *, method="gram", intercept=False):
    """LeaveOneOut for lambdas lams (L,) or one number, all > 0, without fitting anything again.

    With the hat matrix H = X (X^T X + lambda I)^-1 X^T, the error on sample i of the fit without it is
    (y - H y)_i / (1 - H_ii).  For wide X both are small and written with K = X X^T + lambda I:  (K^-1 y)_i / (K^-1)_ii.
    In a tall X a few samples may be alone with a feature, and both are small, too; in a wide X that holds a sample
    twice, K^-1 is huge for lambda -> 0, but not at the other samples, and rounding drowns them: these fits are made.

    With intercept, an unpenalised constant is fitted as well, mean(y) - mean(X) @ w, each time without the sample that
    is left out: data that were centred before would know it.  The hat matrix then has 1/n more everywhere, and w are
    the weights for centred data.  Wide data are factored by "qr" then.

    To choose a lambda takes two digits of the errors and not sixteen, so the method is "gram", guarded; for the last
    digits of w say method="qr".

    Raises as path, ValueError for lambda = 0, and OverflowError for squared errors that float64 cannot hold.

    >>> X, y = [[1.0], [1.0], [1.0], [1.0]], [1.0, 3.0, 1.0, 3.0]
    >>> found = ridge.leave_one_out(X, y, [0.1, 1.0, 10.0])
    >>> found.lam, found.errors.round(3)
    (0.1, array([1.753, 1.812, 3.527]))
    """
    _known(method)
    X, y, lams = _data(X, y, lams)
    p = scaling.problem(X, y, *positive(lams=lams))
    X, y = (p.X - np.mean(p.X, axis=0), p.y - np.mean(p.y)) if intercept else (p.X, p.y)
    if intercept and len(y) < 2:
        raise ValueError("X must have at least two rows for an intercept: one is left out.")
    tall = X.shape[0] > X.shape[1]
    factors = _factors(X, y, p.lam, method if tall or not intercept else "qr", most=len(y) - intercept)
    errors = _tall_errors(y, factors, p.lam, intercept) if tall else _wide_errors(X, y, factors, p.lam, intercept)
    best = np.max(lams[errors == np.min(errors)])
    return LeaveOneOut(scaling.back(errors, 2 * p.y_exponent, "a squared error"), float(best), _solutions(factors, p))


def _solutions(factors, p):
    """The solution path (L, d) of a scaling.Problem."""
    return scaling.back(factors.solutions(p.lam).T, np.reshape(p.exponent, (-1, 1)))


class _Factors(NamedTuple):
    """What all lambdas share: w(lambda) = `back` times a / (e + lambda).

    Attributes
    ----------
    e, a : (r,) squared singular values, and coordinates of the right-hand side
    back : matrices whose product takes coordinates (r,) to weights (d,); see svd.lift
    seen : matrices whose product has one row per sample: X V (n, r) if X is tall, the left singular vectors if it is
        wide
    """

    e: np.ndarray
    a: np.ndarray
    back: tuple[np.ndarray, ...]
    seen: tuple[np.ndarray, ...]

    def solutions(self, lams):
        """The solution path as columns (d, L)."""
        return lift(self.back, self.a[:, None] / (self.e[:, None] + lams))


def _data(X, y, lams):
    lams = [lams] if np.isscalar(lams) or getattr(lams, "ndim", 1) == 0 else lams
    X, y, lams = shaped(X=("nd", X), y=("n", y), lams=("L", lams))
    return X, y, *not_negative(lams=lams)


def _known(method):
    if method not in METHODS:
        raise ValueError(f"method must be one of {METHODS}; got {method!r}.")


def _factors(X, y, lams, method, most=None):
    _known(method)
    return (_by_gram(X, y, np.min(lams)) if method == "gram" else None) or _by_qr(X, y, most)


def _by_qr(X, y, most):
    s, c, V = coordinates(X, y)
    # directions beyond the rank hold nothing but rounding: lambda -> 0 must not see them
    r = min(svd.count(s, X.shape), most or len(s))
    s, c, V = s[:r], c[:r], (*V[:-1], V[-1][:, :r])
    return _Factors(s * s, s * c, V, (X, *V) if X.shape[0] > X.shape[1] else (X, *V[:-1], V[-1] / s))


def _by_gram(X, y, smallest):
    """_Factors from the smaller Gram matrix, or None where its condition at the smallest lambda is above GRAM_LIMIT."""
    tall = X.shape[0] > X.shape[1]
    e, V = np.linalg.eigh(X.T @ X if tall else X @ X.T)
    if not 0 < e[-1] + smallest <= GRAM_LIMIT * (e[0] + smallest):
        return None
    return _Factors(e, V.T @ (X.T @ y), (V,), (X, V)) if tall else _Factors(e, V.T @ y, (X.T, V), (V,))


def _tall_errors(y, factors, lams, intercept):
    """(L,) mean squared errors by residual / (1 - leverage), block by block of samples: each stays in the cache."""
    (X, V), inverse = factors.seen, 1.0 / (factors.e[:, None] + lams)
    z = factors.a[:, None] * inverse
    total = np.zeros(len(lams))
    for start in range(0, len(y), BLOCK):
        rows = slice(start, start + BLOCK)
        XV = X[rows] @ V
        residual = y[rows, None] - XV @ z
        np.square(XV, out=XV)
        leverage = XV @ inverse
        below = np.subtract(1.0 - intercept / len(y), leverage, out=leverage)
        alone = np.flatnonzero(np.min(below, axis=1) < NEAR)
        below[alone] = 1.0
        residual /= below
        for i in alone:
            residual[i] = _left_out(X, y, start + i, lams, intercept)
        total += np.einsum("il,il->l", residual, residual)
    return total / len(y)


def _left_out(X, y, i, lams, intercept):
    """(L,) errors on sample i of the fits without it."""
    others, targets = np.delete(X, i, axis=0), np.delete(y, i)
    if intercept:
        centre, level = np.mean(others, axis=0), np.mean(targets)
        return y[i] - level - path(others - centre, targets - level, lams) @ (X[i] - centre)
    return y[i] - path(others, targets, lams) @ X[i]


def _wide_errors(X, y, factors, lams, intercept):
    """(L,) mean squared errors by (K^-1 y)_i / (K^-1)_ii."""
    P = lift(factors.seen[:-1], factors.seen[-1])
    c = P.T @ y
    inverse = 1.0 / (factors.e[:, None] + lams)
    alpha, diagonal = P @ (c[:, None] * inverse), P**2 @ inverse
    largest = np.max(inverse, axis=0) if len(c) + intercept == len(y) else 1.0 / lams       # eigenvalue of K^-1
    if len(c) + intercept < len(y):     # K is lambda on the complement of the column space, without constants
        alpha = alpha + (y - P @ c)[:, None] / lams
        diagonal = diagonal + (1.0 - intercept / len(y) - np.sum(P**2, axis=1))[:, None] / lams
    drowned = len(y) * svd.EPS * largest > KEPT * diagonal
    errors = alpha / np.where(drowned, 1.0, diagonal)
    if np.any(drowned):
        X = np.linalg.qr(X.T, mode="r").T       # the same inner products, in n features
    for i in np.flatnonzero(np.any(drowned, axis=1)):
        errors[i, drowned[i]] = _left_out(X, y, i, lams[drowned[i]], intercept)
    return np.mean(errors**2, axis=0)
