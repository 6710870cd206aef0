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
    """x^T c, a number.

    >>> print(vector_calculus.dot([1.0, 2.0], [3.0, 4.0]))
    11.0
    """
    x, c = shaped(x=("n", x), c=("n", c))
    return x @ c


def d_dot(x, c):
    """The row c^T (1, n): the derivative of x^T c, the same at every x.  Source: chapter 2, part 2a.

    >>> vector_calculus.d_dot([1.0, 2.0], [3.0, 4.0])
    array([[3., 4.]])
    """
    _, c = shaped(x=("n", x), c=("n", c))
    return c[None, :]


def squared_norm(x):
    """||x||^2 = x^T x, a number.

    >>> print(vector_calculus.squared_norm([3.0, 4.0]))
    25.0
    """
    (x,) = shaped(x=("n", x))
    return x @ x


def d_squared_norm(x):
    """The row 2 x^T (1, n).  Source: chapter 2, part 2b.

    >>> vector_calculus.d_squared_norm([3.0, 4.0])
    array([[6., 8.]])
    """
    (x,) = shaped(x=("n", x))
    return 2.0 * x[None, :]


def matvec(A, x):
    """A x, a vector (p,); A may have any shape (p, n).

    >>> vector_calculus.matvec([[1.0, 2.0]], [3.0, 4.0])
    array([11.])
    """
    A, x = shaped(A=("pn", A), x=("n", x))
    return A @ x


def d_matvec(A, x):
    """The matrix A (p, n): the derivative of A x, the same at every x.  Source: chapter 2, part 2c.

    >>> vector_calculus.d_matvec([[1.0, 2.0]], [3.0, 4.0])
    array([[1., 2.]])
    """
    A, _ = shaped(A=("pn", A), x=("n", x))
    return A


def quadratic(A, x):
    """x^T A x, a number.

    >>> print(vector_calculus.quadratic([[1.0, 2.0], [0.0, 1.0]], [1.0, 1.0]))
    4.0
    """
    A, x = shaped(A=("nn", A), x=("n", x))
    return x @ (A @ x)


def d_quadratic(A, x):
    """The row x^T (A + A^T) (1, n), for symmetric A equal to 2 x^T A.  Source: chapter 2, part 2d.

    >>> vector_calculus.d_quadratic([[1.0, 2.0], [0.0, 1.0]], [1.0, 1.0])
    array([[4., 4.]])
    """
    A, x = shaped(A=("nn", A), x=("n", x))
    return x[None, :] @ (A + A.T)


def symmetric_part(A):
    """(A + A^T) / 2, the part of A that x^T A x sees.

    >>> vector_calculus.symmetric_part([[1.0, 2.0], [0.0, 1.0]])
    array([[1., 1.],
           [1., 1.]])
    """
    (A,) = shaped(A=("nn", A))
    return (A + A.T) / 2.0


def skew_part(A):
    """(A - A^T) / 2, the part of A to which x^T A x is blind: x^T (A - A^T) x = 0 for every x.

    >>> vector_calculus.skew_part([[1.0, 2.0], [0.0, 1.0]])
    array([[ 0.,  1.],
           [-1.,  0.]])
    """
    (A,) = shaped(A=("nn", A))
    return (A - A.T) / 2.0


def agree_everywhere(A, *, rtol=1e-12):
    """True if x^T (A + A^T) = 2 x^T A for all x, that is, if A is symmetric.  Source: chapter 2, part 2e.

    Entries of A - A^T up to rtol times the largest of A count as rounding.

    >>> [vector_calculus.agree_everywhere(A) for A in ([[1.0, 2.0], [2.0, 1.0]], [[1.0, 2.0], [0.0, 1.0]])]
    [True, False]
    """
    (A,) = shaped(A=("nn", A))
    return bool(np.all(np.abs(A - A.T) <= rtol * np.max(np.abs(A))))


def agree_at(A, x, *, rtol=1e-12):
    """True if x^T (A + A^T) = 2 x^T A for this one x, that is, if (A - A^T) x = 0.

    Entries up to rtol times those of |A| |x| + |A^T| |x| count as rounding.

    >>> A = [[0.0, 1.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 5.0]]
    >>> vector_calculus.agree_at(A, [0.0, 0.0, 1.0]), vector_calculus.agree_at(A, [1.0, 0.0, 0.0])
    (True, False)
    """
    A, x = shaped(A=("nn", A), x=("n", x))
    size = np.max((np.abs(A) + np.abs(A.T)) @ np.abs(x))
    return bool(np.all(np.abs((A - A.T) @ x) <= rtol * size))


def agreement_basis(A, *, rtol=1e-12):
    """Orthonormal columns (n, k) that span all x with x^T (A + A^T) = 2 x^T A: the null space of A - A^T.

    n - k, the rank of a skew-symmetric matrix, is even.  So for odd n no A is without such an x other than 0, and for
    n = 2 a matrix that is not symmetric has none.  Singular values up to rtol times those of A count as 0.

    >>> A = [[0.0, 1.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 5.0]]
    >>> np.abs(vector_calculus.agreement_basis(A)).round(6).T
    array([[0., 0., 1.]])
    """
    (A,) = shaped(A=("nn", A))
    _, s, Vt = np.linalg.svd(A - A.T)
    return Vt[s <= rtol * np.linalg.norm(A, 2)].T
