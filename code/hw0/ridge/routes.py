"""Ridge regression, argmin_w ||y - X w||^2 + lambda ||w||^2, seen in five ways (problem 4).

    by_normal_equations   (X^T X + lambda I)^-1 X^T y                               optimisation            4a
    by_svd                V diag(sigma / (sigma^2 + lambda)) U^T y                  singular values         4b
    by_map                the top of p(w | y), by one Newton step                   Bayesian inference      4c
    by_fake_data          least squares on [X; sqrt(lambda) I_d], [y; 0_d]          d more samples          4d
    by_fake_features      minimum norm with [X, sqrt(lambda) I_n] eta = y           n more features         4e
    by_kernel             X^T (X X^T + lambda I)^-1 y                               inner products only     4f

X (n, d) has its samples in rows, y (n,), lam >= 0; the solution is w (d,).  At lambda = 0 all return the limit
for lambda -> 0, which is X^+ y whatever the rank of X (4h); for lambda -> infinity w tends to 0 (4g).
Many lambdas at once: `path` and `leave_one_out`.  What lambda does to each direction: `filter_factors`, `shrinkage`.

All raise TypeError or ValueError for input that is not finite, real, or of fitting shape, and ValueError for negative
lambda: there the stationary point need not be a minimum.
"""
import numpy as np

from hw0 import scaling
from hw0.least_squares import min_norm_solution, svd
from hw0.ridge.regularization_path import GRAM_LIMIT
from hw0.ridge.spectrum import coefficients
from hw0.validation import not_negative, shaped


def objective(w, X, y, *, lam):
    """||y - X w||^2 + lambda ||w||^2, a number; traces.

    >>> print(ridge.objective([1.0], [[2.0]], [4.0], lam=3.0))
    7.0
    """
    X, y, w, lam = _problem(w, X, y, lam)
    return np.sum((y - X @ w) ** 2) + lam * np.sum(w**2)


def gradient(w, X, y, *, lam):
    """The derivative of the objective with respect to w, the row 2 w^T (X^T X + lambda I) - 2 y^T X of shape (1, d).

    >>> ridge.gradient([1.0], [[2.0]], [4.0], lam=3.0)
    array([[-2.]])
    """
    X, y, w, lam = _problem(w, X, y, lam)
    return (2.0 * ((X @ w - y) @ X + lam * w))[None, :]


@scaling.for_ridge
def by_normal_equations(X, y, *, lam):
    """(X^T X + lambda I)^-1 X^T y, by solving, not inverting.  Source: chapter 4, part 4a.

    Where the condition of X^T X + lambda I exceeds GRAM_LIMIT, rounding could make this wrong: the answer is then
    by_svd's.

    >>> ridge.by_normal_equations([[1.0], [1.0]], [3.0, 3.0], lam=1.0).round(6)
    array([2.])
    """
    A = X.T @ X + lam * np.eye(X.shape[1])
    return np.linalg.solve(A, X.T @ y) if _trusted(A) else by_svd(X, y, lam=lam)


@scaling.for_ridge
def by_svd(X, y, *, lam):
    """V diag(sigma / (sigma^2 + lambda)) U^T y, with the thin SVD of X.  Source: part 4b.

    Singular values beyond the numerical rank count as zero, so that a tiny lambda does not amplify rounding.

    >>> ridge.by_svd([[2.0, 0.0], [0.0, 1.0]], [4.0, 2.0], lam=1.0).round(6)
    array([1.6, 1. ])
    """
    U, s, Vt = svd.thin(X)
    s[svd.count(s, X.shape):] = 0.0
    return coefficients(U, s, Vt, y, lam=lam)


@scaling.for_ridge
def by_map(X, y, *, lam):
    """The w where p(w | y) is largest, for W ~ N(0, I) and Y = X W + sqrt(lambda) N.  Source: part 4c.

    -log p(w | y) is quadratic, so one Newton step from w = 0 ends at its minimum: the Hessian is X^T X / lambda + I,
    the gradient at 0 is -X^T y / lambda.  Guarded like by_normal_equations; at lambda = 0 the answer is by_svd's, the
    limit.

    >>> ridge.by_map([[1.0], [1.0]], [3.0, 3.0], lam=1.0).round(6)
    array([2.])
    """
    if lam == 0:
        return by_svd(X, y, lam=lam)
    hessian = X.T @ X / lam + np.eye(X.shape[1])
    return np.linalg.solve(hessian, X.T @ y / lam) if _trusted(hessian) else by_svd(X, y, lam=lam)


@scaling.for_ridge
def by_fake_data(X, y, *, lam):
    """Least squares on the data and d fake samples, sqrt(lambda) e_j with target 0.  Source: part 4d.

    Rounding moves the residual r a little into the column space, and that comes out divided by lambda: the error is of
    the order of eps |X| |r| / lambda.  So where the squared condition of [X; sqrt(lambda) I] exceeds GRAM_LIMIT, the
    answer is by_svd's.  Large rows come first: a QR factorisation loses small ones that stand above them.

    >>> ridge.by_fake_data([[1.0], [1.0]], [3.0, 3.0], lam=1.0).round(6)
    array([2.])
    """
    if lam and not _hold(X, lam, X.shape[1]):
        return by_svd(X, y, lam=lam)
    A, b = with_fake_data(X, y, lam=lam)
    return min_norm_solution(A[::-1], b[::-1]) if lam > np.max(X * X) else min_norm_solution(A, b)


@scaling.for_ridge
def by_fake_features(X, y, *, lam):
    """The first d entries of the shortest eta (d + n,) with [X, sqrt(lambda) I_n] eta = y.  Source: part 4e.

    Guarded like by_fake_data.

    >>> ridge.by_fake_features([[1.0], [1.0]], [3.0, 3.0], lam=1.0).round(6)
    array([2.])
    """
    if lam and not _hold(X, lam, X.shape[0]):
        return by_svd(X, y, lam=lam)
    return fake_feature_weights(X, y, lam=lam)[:np.shape(X)[1]]


@scaling.for_ridge
def by_kernel(X, y, *, lam):
    """X^T (X X^T + lambda I)^-1 y, which needs inner products of samples only.  Source: part 4f.

    Guarded like by_normal_equations.

    >>> ridge.by_kernel([[1.0], [1.0]], [3.0, 3.0], lam=1.0).round(6)
    array([2.])
    """
    A = X @ X.T + lam * np.eye(X.shape[0])
    return X.T @ np.linalg.solve(A, y) if _trusted(A) else by_svd(X, y, lam=lam)


ROUTES = (by_normal_equations, by_svd, by_map, by_fake_data, by_fake_features)


def with_fake_data(X, y, *, lam):
    """([X; sqrt(lambda) I_d] of shape (n + d, d), [y; 0_d] of shape (n + d,)).  Source: part 4d.

    >>> ridge.with_fake_data([[1.0, 2.0]], [3.0], lam=4.0)
    (array([[1., 2.],
           [2., 0.],
           [0., 2.]]), array([3., 0., 0.]))
    """
    X, y, lam = _data(X, y, lam)
    d = X.shape[1]
    return np.vstack([X, np.sqrt(lam) * np.eye(d)]), np.concatenate([y, np.zeros(d)])


def with_fake_features(X, *, lam):
    """[X, sqrt(lambda) I_n] of shape (n, d + n): every sample has a feature that is its own.  Source: part 4e.

    >>> ridge.with_fake_features([[1.0], [2.0]], lam=4.0)
    array([[1., 2., 0.],
           [2., 0., 2.]])
    """
    X, lam = shaped(X=("nd", X), lam=("", lam))
    return np.hstack([X, np.sqrt(*not_negative(lam=lam)) * np.eye(X.shape[0])])


def fake_feature_weights(X, y, *, lam):
    """The shortest eta (d + n,) with [X, sqrt(lambda) I_n] eta = y: ridge, then the residuals / sqrt(lambda).

    >>> ridge.fake_feature_weights([[1.0], [1.0]], [3.0, 3.0], lam=1.0).round(6)
    array([2., 1., 1.])
    """
    X, y, lam = _data(X, y, lam)
    return min_norm_solution(with_fake_features(X, lam=lam), y)


def _data(X, y, lam):
    X, y, lam = shaped(X=("nd", X), y=("n", y), lam=("", lam))
    return X, y, *not_negative(lam=lam)


def _problem(w, X, y, lam):
    X, y, w, lam = shaped(X=("nd", X), y=("n", y), w=("d", w), lam=("", lam))
    return X, y, w, *not_negative(lam=lam)


def _hold(X, lam, k):
    """True if the squared condition of X with k fake samples or features is at most GRAM_LIMIT."""
    s = np.linalg.svd(X, compute_uv=False)
    low = s[-1] if k == len(s) else 0.0
    return s[0] ** 2 + lam <= GRAM_LIMIT * (low**2 + lam)


def _trusted(A):
    """True if the condition of the symmetric A, X^T X + lambda I or the like, is at most GRAM_LIMIT."""
    low, high = np.linalg.eigvalsh(A)[[0, -1]]
    return 0 < high <= GRAM_LIMIT * low
