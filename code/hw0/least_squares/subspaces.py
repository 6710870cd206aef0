"""The four subspaces of X (n, d), of rank r, and the orthogonal projections on them (problem 3, c and f).

                     in R^n, where y lives                  in R^d, where w lives
    reached          column space, dimension r              row space, dimension r
    lost             left null space, dimension n - r       null space, dimension d - r

X maps the row space one to one onto the column space, and X^+ maps it back: X^+ X projects on the row space, X X^+ on
the column space.  A basis is the columns of a matrix; an empty space has a basis with no column, and the projector 0.
"""
from typing import NamedTuple

import numpy as np

from hw0 import scaling
from hw0.least_squares import svd
from hw0.validation import is_traced, seen, shaped


class Bases(NamedTuple):
    """Orthonormal bases: column (n, r), left_null (n, n - r), row (d, r), null (d, d - r).

    >>> axes = np.eye(2)
    >>> subspaces.Bases(column=axes[:, :1], left_null=axes[:, 1:], row=axes[:, :1], null=axes[:, 1:]).null.shape
    (2, 1)
    """

    column: np.ndarray
    left_null: np.ndarray
    row: np.ndarray
    null: np.ndarray


def bases(X, *, rtol=None):
    """The Bases of the four subspaces, cut from the full SVD at the rank of X.  Source: chapter 3, part 3c.

    Raises TypeError or ValueError unless X (n, d) is real and finite, and 0 <= rtol < 1.

    >>> [basis.shape for basis in subspaces.bases([[1.0, 1.0], [1.0, 1.0], [1.0, 1.0]])]
    [(3, 1), (3, 2), (2, 1), (2, 1)]
    """
    (X,) = shaped(X=("nd", X))
    U, s, Vt = svd.full(scaling.unit(X)[0])
    r = svd.count(s, X.shape, rtol=rtol)
    return Bases(U[:, :r], U[:, r:], Vt[:r].T, Vt[r:].T)


def project(basis, v):
    """The point of the subspace nearest to v, B (B^T v), for orthonormal columns B (n, k); v (n,) or (n, m); traces.

    Raises ValueError if v has another number of entries than the columns, of which there may be none (k = 0).

    >>> subspaces.project([[1.0], [0.0]], [3.0, 4.0])
    array([3., 0.])
    """
    letters = "nm"[:np.ndim(v) or 1]
    if not is_traced(basis) and np.shape(basis)[1:] == (0,):    # the null space of a matrix of full rank
        v, = seen(v=(letters, v))
        if len(v) != len(basis):
            raise ValueError(f"v must have {len(basis)} entries, as the columns of the basis have; got {len(v)}.")
        return np.zeros_like(v)
    basis, v = seen(basis=("nk", basis), v=(letters, v))
    return basis @ (basis.T @ v)


def onto_column_space(X, *, rtol=None):
    """X X^+ (n, n): takes y to the nearest vector that some X w reaches.

    >>> subspaces.onto_column_space([[1.0], [1.0]]).round(6)
    array([[0.5, 0.5],
           [0.5, 0.5]])
    """
    return _projector(bases(X, rtol=rtol).column)


def onto_left_null_space(X, *, rtol=None):
    """I - X X^+ (n, n): takes y to the residual that no w removes.

    >>> subspaces.onto_left_null_space([[1.0], [1.0]]).round(6)
    array([[ 0.5, -0.5],
           [-0.5,  0.5]])
    """
    return _projector(bases(X, rtol=rtol).left_null)


def onto_row_space(X, *, rtol=None):
    """X^+ X (d, d): takes w to the shortest vector with the same X w.

    >>> subspaces.onto_row_space([[1.0, 1.0]]).round(6)
    array([[0.5, 0.5],
           [0.5, 0.5]])
    """
    return _projector(bases(X, rtol=rtol).row)


def onto_null_space(X, *, rtol=None):
    """I - X^+ X (d, d): takes w to its part that X does not see.

    >>> subspaces.onto_null_space([[1.0, 1.0]]).round(6)
    array([[ 0.5, -0.5],
           [-0.5,  0.5]])
    """
    return _projector(bases(X, rtol=rtol).null)


def _projector(basis):
    return basis @ basis.T
