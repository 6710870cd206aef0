"""The singular value decomposition X = U Sigma V^T, rank, pseudo-inverse, and problems in its bases (problem 3).

X (n, d), k = min(n, d).  Full: U (n, n), s (k,), Vt (d, d).  Thin: U (n, k), s (k,), Vt (k, d).
The singular values s are sorted, largest first, and one counts as zero if it is not above rtol * s[0].
The default rtol is max(n, d) times the distance from 1.0 to the next float64: about what rounding leaves of a true
zero.

Singular vectors are not unique: signs, and turns within equal singular values, differ between machines.
"""
from typing import NamedTuple

import numpy as np

from hw0 import scaling
from hw0.validation import numbers, seen, shaped

EPS = float(np.finfo(np.float64).eps)
# entries of a panel of rows; with R on top below 128 kB, from where on malloc asks the system for each array
PANEL = 12_000


class Svd(NamedTuple):
    """The three factors of X = U Sigma V^T, with the singular values s in place of Sigma.

    >>> svd.Svd(U=np.eye(1), s=np.array([2.0]), Vt=np.eye(1)).s
    array([2.])
    """

    U: np.ndarray
    s: np.ndarray
    Vt: np.ndarray


def full(X):
    """Svd with square orthogonal U (n, n) and Vt (d, d), and s (k,).

    Raises as hw0.validation.shaped, and OverflowError for a singular value that float64 cannot hold.

    >>> [factor.shape for factor in svd.full([[3.0, 4.0]])]
    [(1, 1), (1,), (2, 2)]
    """
    return _svd(X, full_matrices=True)


def thin(X):
    """Svd without the columns that Sigma multiplies by zero: U (n, k), s (k,), Vt (k, d).  Raises as full.

    >>> U, s, Vt = svd.thin([[3.0, 4.0]])
    >>> (U * s @ Vt).round(6)
    array([[3., 4.]])
    """
    return _svd(X, full_matrices=False)


def rank(X, *, rtol=None):
    """How many singular values of X are above rtol * s[0]: an int, 0 for a zero matrix.

    >>> svd.rank([[1.0, 2.0], [2.0, 4.0]])
    1
    """
    (X,) = shaped(X=("nd", X))
    return count(np.linalg.svd(scaling.unit(X)[0], compute_uv=False), X.shape, rtol=rtol)


def count(s, shape, *, rtol=None):
    """How many of the singular values s (k,) of a matrix of this shape are above rtol * s[0]: an int.

    >>> svd.count(np.array([4.0, 1e-3, 1e-17]), (3, 3))
    2
    """
    (s,) = seen(s=("k", s))
    return int(np.count_nonzero(s > default_rtol(shape, rtol) * s[0]))


def reciprocals(s, *, rtol):
    """1/s where s > rtol * max(s), and 0 elsewhere: the diagonal of Sigma^+.  Same shape as s; traces.

    >>> svd.reciprocals([4.0, 0.5, 0.0], rtol=1e-12)
    array([0.25, 2.  , 0.  ])
    """
    s, rtol = numbers(s=s, rtol=rtol)
    kept = s > rtol * np.max(s)
    return np.where(kept, 1.0 / np.where(kept, s, 1.0), 0.0)


def sigma(s, shape):
    """Sigma (n, d): the singular values on the diagonal, zero elsewhere.

    >>> svd.sigma([2.0, 1.0], (2, 3))
    array([[2., 0., 0.],
           [0., 1., 0.]])
    """
    return _diagonal(s, shape)


def sigma_pinv(s, shape, *, rtol=None):
    """Sigma^+ (d, n) of a matrix of shape (n, d): transposed shape, reciprocals of the non-zero singular values.

    >>> svd.sigma_pinv([2.0, 0.0], (2, 3))
    array([[0.5, 0. ],
           [0. , 0. ],
           [0. , 0. ]])
    """
    return _diagonal(reciprocals(s, rtol=default_rtol(shape, rtol)), shape[::-1])


def default_rtol(shape, rtol=None):
    """The relative cut-off below which a singular value counts as zero: rtol, or max(n, d) * EPS.

    Raises ValueError unless 0 <= rtol < 1.

    >>> print(f"{svd.default_rtol((100, 3)):.1e}")
    2.2e-14
    """
    if rtol is None:
        return max(shape) * EPS
    shaped(rtol=("", rtol))
    if not 0 <= rtol < 1:
        raise ValueError(f"rtol must lie in [0, 1); got {rtol}.")
    return rtol


class Coordinates(NamedTuple):
    """A least-squares problem in the bases of its SVD, where it is diagonal: s * z = c.

    Attributes
    ----------
    s : (k,) singular values of X, k = min(n, d)
    c : (k,) coordinates U^T y of y
    V : matrices whose product, in this order, is V (d, k); see lift

    Examples
    --------
    >>> problem = svd.Coordinates(s=np.array([2.0]), c=np.array([6.0]), V=(np.eye(1),))
    >>> svd.lift(problem.V, problem.c / problem.s)
    array([3.])
    """

    s: np.ndarray
    c: np.ndarray
    V: tuple[np.ndarray, ...]


def coordinates(X, y):
    """The Coordinates of a problem, from a QR factorisation and the SVD of its small triangle.

    Wide: X^T = Q R, and V = Q times the left singular vectors of R, a product that is not formed.

    >>> s, c, V = svd.coordinates([[3.0, 4.0]], [25.0])
    >>> svd.lift(V, c / s).round(6)
    array([3., 4.])
    """
    X, y = seen(X=("nd", X), y=("n", y))
    if len(y) >= X.shape[1]:
        R, c = triangle(X, y)
        U, s, Vt = np.linalg.svd(R)
        return Coordinates(s, U.T @ c, (Vt.T,))
    Q, R = np.linalg.qr(X.T)
    U, s, Vt = np.linalg.svd(R)
    return Coordinates(s, Vt @ y, (Q, U))


def lift(V, z):
    """V z (d,) or (d, m), for the factors of V and coordinates z (k,) or (k, m).

    >>> svd.lift([np.eye(2), [[0.0, 1.0], [1.0, 0.0]]], [1.0, 2.0])
    array([2., 1.])
    """
    for factor in reversed(V):
        z = np.asarray(factor) @ z
    return z


def triangle(X, y):
    """R (k, k) of X = Q R and Q^T y (k,) for tall X; R of X^T = Q R and None for wide X.

    Q^T y is the last column of the triangle of [X y], so that Q need not be formed.

    >>> R, c = svd.triangle(np.array([[3.0], [4.0]]), np.array([3.0, 4.0]))
    >>> np.abs(R).round(6), np.abs(c).round(6)
    (array([[5.]]), array([5.]))
    """
    X, y = seen(X=("nd", X), y=("n", y))
    n, d = X.shape
    if n < d:
        return _r_factor(X.T), None
    R = _r_factor(X, y[:, None])
    return R[:d, :d], R[:d, d]


def _svd(X, *, full_matrices):
    X, k = scaling.unit(*shaped(X=("nd", X)))
    U, s, Vt = np.linalg.svd(X, full_matrices=full_matrices)
    return Svd(U, scaling.back(s, k, "the largest singular value"), Vt)


def _r_factor(*blocks):
    """R of the QR factorisation of the blocks side by side; of a small matrix, panel by panel of rows.

    The R of a matrix is the R of (the R of its first rows, above its other rows).  Small panels stay in memory that the
    process has already.  A large matrix is taken at once: two threads would get into each other's way on many panels.
    """
    n, k = len(blocks[0]), sum(block.shape[1] for block in blocks)
    if n * k >= 16 * PANEL:
        # column by column, as LAPACK wants it
        return np.linalg.qr(np.vstack([block.T for block in blocks]).T, mode="r")
    R, rows = np.empty((0, k)), max(PANEL // k, 4 * k)     # R on top of each panel costs a share of k / rows
    for start in range(0, n, rows):
        R = np.linalg.qr(np.vstack([R, np.hstack([block[start:start + rows] for block in blocks])]), mode="r")
    return R


def _diagonal(values, shape):
    (values,) = shaped(s=("k", values))
    if len(shape) != 2:
        raise ValueError(f"shape must be (n, d); got {tuple(shape)}.")
    if len(values) != min(shape):
        raise ValueError(f"s must have shape ({min(shape)},), one singular value per row or column of X "
                         f"{tuple(shape)}, whichever are fewer; got {values.shape}.")
    matrix = np.zeros(shape)
    np.fill_diagonal(matrix, values)
    return matrix
