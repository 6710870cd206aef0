"""Least squares and minimum norm: the w (d,) with the smallest ||X w - y||, and of these the shortest (problem 3).

X (n, d) has its samples in rows, y (n,).  Tall X (n > d): usually no w solves X w = y, and the best one is sought.
Wide X (n < d): usually many do, and the shortest one is sought.  Of any rank, both are X^+ y:

    by_normal_equations   (X^T X)^-1 X^T y       tall or square, full column rank      3a
    by_multipliers        X^T (X X^T)^-1 y       wide or square, full row rank         3d
    by_qr                 triangular solves      full rank
    by_svd                V Sigma^+ U^T y        any rank                              3b, 3e
    by_pinv               X^+ @ y                any rank
    min_norm_solution     the same, fastest      any rank

All raise TypeError or ValueError for input that is not finite, real, or of fitting shape, and OverflowError for a
solution that float64 cannot hold; how large or small X and y are does not matter, see hw0.scaling.
"""
import numpy as np

from hw0 import scaling
from hw0.least_squares import svd
from hw0.validation import seen, shaped

GRAM_MARGIN = 10.0      # the Gram matrix must be this many rounding errors away from a singular one
PROOF_MARGIN = 10.0     # the computed inverse of a triangle is good to a tenth, if its rank is to rest on it


def objective(w, X, y):
    """||X w - y||^2: a number for w (d,), and (m,) for m candidates in the columns of w (d, m).

    >>> print(least_squares.objective([0.0, 0.0], np.eye(2), [3.0, 4.0]))
    25.0
    """
    X, y, w = shaped(X=("nd", X), y=("n", y), w=("d" if np.ndim(w) == 1 else "dm", w))
    return np.sum(((X @ w).T - y) ** 2, axis=-1)


def gradient(w, X, y):
    """The derivative of ||X w - y||^2 with respect to w, the row 2 (X w - y)^T X of shape (1, d).

    >>> least_squares.gradient([0.0, 0.0], np.eye(2), [3.0, 4.0])
    array([[-6., -8.]])
    """
    X, y, w = shaped(X=("nd", X), y=("n", y), w=("d", w))
    return (2.0 * (X @ w - y) @ X)[None, :]


@scaling.for_least_squares
def by_normal_equations(X, y):
    """(X^T X)^-1 X^T y, by solving X^T X w = X^T y.  Source: chapter 3, part 3a.

    Raises ValueError unless X has full column rank with a margin: the condition number of X^T X is the square of X's.

    >>> X, y = [[1.0, 0.0], [1.0, 1.0], [1.0, 2.0]], [1.0, 3.0, 5.0]
    >>> least_squares.by_normal_equations(X, y).round(6)
    array([1., 2.])
    """
    return np.linalg.solve(_gram(X.T, "column"), X.T @ y)


@scaling.for_least_squares
def by_multipliers(X, y):
    """X^T (X X^T)^-1 y, from the Lagrange multipliers of min ||w||^2 subject to X w = y.  Source: part 3d.

    Raises ValueError unless X has full row rank with a margin.

    >>> least_squares.by_multipliers([[3.0, 4.0]], [25.0]).round(6)
    array([3., 4.])
    """
    return X.T @ np.linalg.solve(_gram(X, "row"), y)


@scaling.for_least_squares
def by_qr(X, y):
    """The solution from X = Q R (tall) or X^T = Q R (wide).  Raises ValueError unless X has full rank.

    >>> least_squares.by_qr([[3.0, 4.0]], [25.0]).round(6)
    array([3., 4.])
    """
    n, d = X.shape
    Q, R = np.linalg.qr(X if n >= d else X.T)
    if svd.count(np.linalg.svd(R, compute_uv=False), X.shape) < min(n, d):
        raise ValueError("X must have full rank for the QR route. Use min_norm_solution(X, y).")
    return np.linalg.solve(R, Q.T @ y) if n >= d else Q @ np.linalg.solve(R.T, y)


@scaling.for_least_squares
def by_svd(X, y, *, rtol=None):
    """V Sigma^+ U^T y with the SVD of X.  Source: parts 3b and 3e.

    >>> least_squares.by_svd([[1.0, 1.0], [1.0, 1.0]], [2.0, 4.0]).round(6)
    array([1.5, 1.5])
    """
    return from_svd(*svd.thin(X), y, rtol=svd.default_rtol(X.shape, rtol))


def from_svd(U, s, Vt, y, *, rtol=0.0):
    """V Sigma^+ U^T y (d,) from the factors of a full or of a thin SVD, column by column for y (n, m); traces.

    Only the first k = len(s) singular vectors of either side matter.  A singular value not above rtol * max(s) counts
    as zero.

    >>> least_squares.from_svd(np.eye(2), [2.0, 0.0], np.eye(2), [6.0, 1.0])
    array([3., 0.])
    """
    U, s, Vt, y = seen(U=("np", U), s=("k", s), Vt=("qd", Vt), y=("nm"[:np.ndim(y) or 1], y))
    k = len(s)
    return Vt[:k].T @ (svd.reciprocals(s, rtol=rtol) * (U[:, :k].T @ y).T).T


@scaling.for_least_squares
def by_pinv(X, y, *, rtol=None):
    """X^+ @ y, with the pseudo-inverse written out.

    >>> least_squares.by_pinv([[1.0, 1.0]], [4.0]).round(6)
    array([2., 2.])
    """
    return pinv(X, rtol=rtol) @ y


@scaling.for_least_squares
def min_norm_solution(X, y, *, rtol=None):
    """X^+ y (d,): of all w with the smallest ||X w - y||, the shortest, whatever the rank of X.

    Tall: X = Q R and w = R^+ Q^T y.  Wide: X^T = Q R and w = Q R^+^T y, where Q = X^T R^+ on all that matters.
    So Q is never formed.

    >>> least_squares.min_norm_solution([[1.0, 1.0]], [4.0]).round(6)
    array([2., 2.])
    """
    rtol = svd.default_rtol(X.shape, rtol)
    R, c = svd.triangle(X, y)
    inverse = _pinv_of_triangle(R, rtol)
    return X.T @ (inverse @ (inverse.T @ y)) if c is None else inverse @ c


def pinv(X, *, rtol=None):
    """The pseudo-inverse X^+ = V Sigma^+ U^T of shape (d, n), for X of any rank.

    >>> least_squares.pinv([[2.0, 0.0], [0.0, 0.0]]).round(6) + 0.0
    array([[0.5, 0. ],
           [0. , 0. ]])
    """
    X, exponent = scaling.unit(*shaped(X=("nd", X)))
    U, s, Vt = svd.thin(X)
    inverses = svd.reciprocals(s, rtol=svd.default_rtol(X.shape, rtol))
    return scaling.back((Vt.T * inverses) @ U.T, -exponent, "the pseudo-inverse")


def left_inverse(X):
    """A (d, n) with A X = I_d and X A the projector on the column space: X^+.  Raises ValueError unless rank X = d.

    >>> least_squares.left_inverse([[1.0], [1.0]]).round(6)
    array([[0.5, 0.5]])
    """
    return _inverse(X, axis=1, name="column")


def right_inverse(X):
    """B (d, n) with X B = I_n and B X the projector on the row space: X^+.  Raises ValueError unless rank X = n.

    >>> least_squares.right_inverse([[1.0, 1.0]]).round(6)
    array([[0.5],
           [0.5]])
    """
    return _inverse(X, axis=0, name="row")


TALL_ROUTES = (by_normal_equations, by_qr, by_svd, by_pinv, min_norm_solution)     # full column rank
WIDE_ROUTES = (by_multipliers, by_qr, by_svd, by_pinv, min_norm_solution)          # full row rank
ROUTES = (by_svd, by_pinv, min_norm_solution)                                      # any rank


def _pinv_of_triangle(R, rtol):
    """R^+ (k, k): R^-1 if that proves the full rank of R, else from the SVD.

    No singular value is below 1 / ||R^-1||, and none above ||R||; Frobenius norms only make the proof harder.
    """
    k = len(R)
    if np.all(np.diag(R)):
        inverse = np.linalg.solve(R, np.eye(k))
        if PROOF_MARGIN * max(rtol, k * svd.EPS) * np.linalg.norm(R) * np.linalg.norm(inverse) < 1:
            return inverse
    U, s, Vt = np.linalg.svd(R)
    return (Vt.T * svd.reciprocals(s, rtol=rtol)) @ U.T


def _inverse(X, *, axis, name):
    (X,) = shaped(X=("nd", X))
    r = svd.rank(X)
    if r < X.shape[axis]:
        raise ValueError(f"X must have full {name} rank {X.shape[axis]}; its rank is {r}. pinv(X) exists for any rank.")
    return pinv(X)


def _gram(A, name):
    """A A^T, for A with its smaller side first.  Raises ValueError where rounding could hide that it is singular."""
    G = A @ A.T
    low, high = np.linalg.eigvalsh(G)[[0, -1]]
    if not low > GRAM_MARGIN * max(A.shape) * svd.EPS * high:
        raise ValueError(f"X must have full {name} rank, with a margin: its Gram matrix is singular or nearly so. "
                         "Use min_norm_solution(X, y).")
    return G
