"""Derivatives of the first functions of a vector, as rows and matrices (problem 2).

Convention of the whole book: the derivative of a number with respect to a column x in R^n is a row (1, n); that of
a vector in R^p is a matrix (p, n), one row per output and one column per input.  So a derivative times a small
step is the change that the step makes, and the chain rule is a product in the order in which the functions are written.

Shapes: x, c (n,) and A (n, n).  All functions raise TypeError for text, complex numbers and objects, ValueError for
NaN, infinity and shapes that do not fit; the derivatives trace through a live figure.
"""
import numpy as np

from hw0.validation import shaped


def dot(x, c):
    """x^T c, a number."""
    x, c = shaped(x=("n", x), c=("n", c))
    return x @ c


def d_dot(x, c):
    """The row c^T (1, n): the derivative of x^T c, the same at every x.  Source: chapter 2, part 2a."""
    _, c = shaped(x=("n", x), c=("n", c))
    return c[None, :]


def squared_norm(x):
    """||x||^2 = x^T x, a number."""
    (x,) = shaped(x=("n", x))
    return x @ x


def d_squared_norm(x):
    """The row 2 x^T (1, n).  Source: chapter 2, part 2b."""
    (x,) = shaped(x=("n", x))
    return 2.0 * x[None, :]


def matvec(A, x):
    """A x, a vector (p,); A may have any shape (p, n)."""
    A, x = shaped(A=("pn", A), x=("n", x))
    return A @ x


def d_matvec(A, x):
    """The matrix A (p, n): the derivative of A x, the same at every x.  Source: chapter 2, part 2c."""
    A, _ = shaped(A=("pn", A), x=("n", x))
    return A


def quadratic(A, x):
    """x^T A x, a number."""
    A, x = shaped(A=("nn", A), x=("n", x))
    return x @ (A @ x)


def d_quadratic(A, x):
    """The row x^T (A + A^T) (1, n), for symmetric A equal to 2 x^T A.  Source: chapter 2, part 2d."""
    A, x = shaped(A=("nn", A), x=("n", x))
    return x[None, :] @ (A + A.T)


def symmetric_part(A):
    """(A + A^T) / 2, the part of A that x^T A x sees."""
    (A,) = shaped(A=("nn", A))
    return (A + A.T) / 2.0


def skew_part(A):
    """(A - A^T) / 2, the part of A to which x^T A x is blind: x^T (A - A^T) x = 0 for every x."""
    (A,) = shaped(A=("nn", A))
    return (A - A.T) / 2.0


def agree_everywhere(A, *, rtol=1e-12):
    """True if x^T (A + A^T) = 2 x^T A for all x, that is, if A is symmetric.  Source: chapter 2, part 2e.

    Entries of A - A^T up to rtol times the largest of A count as rounding.
    """
    (A,) = shaped(A=("nn", A))
    return bool(np.all(np.abs(A - A.T) <= rtol * np.max(np.abs(A))))


def agree_at(A, x, *, rtol=1e-12):
    """True if x^T (A + A^T) = 2 x^T A for this one x, that is, if (A - A^T) x = 0.

    Entries up to rtol times those of |A| |x| + |A^T| |x| count as rounding.
    """
    A, x = shaped(A=("nn", A), x=("n", x))
    size = np.max((np.abs(A) + np.abs(A.T)) @ np.abs(x))
    return bool(np.all(np.abs((A - A.T) @ x) <= rtol * size))


def agreement_basis(A, *, rtol=1e-12):
    """Orthonormal columns (n, k) that span all x with x^T (A + A^T) = 2 x^T A: the null space of A - A^T.

    n - k, the rank of a skew-symmetric matrix, is even.  So for odd n no A is without such an x other than 0, and for
    n = 2 a matrix that is not symmetric has none.  Singular values up to rtol times those of A count as 0.
    """
    (A,) = shaped(A=("nn", A))
    _, s, Vt = np.linalg.svd(A - A.T)
    return Vt[s <= rtol * np.linalg.norm(A, 2)].T
