"""The second derivative of a number: the Hessian (n, n), the derivative of the row, transposed (chapter 2).

f(x + v) = f(x) + D v + v^T H v / 2 + an error that shrinks faster than ||v||^2; for a quadratic form without error.
"""
import numpy as np

from hw0 import scaling
from hw0.validation import shaped


def hessian_of_quadratic(A):
    """A + A^T (n, n), the Hessian of x^T A x at every x; traces.

    >>> vector_calculus.hessian_of_quadratic([[1.0, 2.0], [0.0, 3.0]])
    array([[2., 2.],
           [2., 6.]])
    """
    (A,) = shaped(A=("nn", A))
    return A + A.T


def curvature(H, v):
    """v^T H v / ||v||^2, how a slope along v changes per length; NaN for v = 0; traces.

    >>> print(vector_calculus.curvature([[2.0, 0.0], [0.0, -1.0]], [0.0, 3.0]))
    -1.0
    """
    H, v = shaped(H=("nn", H), v=("n", v))
    v, _ = scaling.unit(v)
    with np.errstate(invalid="ignore"):
        return (v @ H @ v) / (v @ v)


def newton_step(D, H):
    """-H^-1 D^T (n,), to the stationary point of D v + v^T H v / 2: its minimum if H is positive definite.

    D (1, n) is a row.  Raises ValueError unless H (n, n) is symmetric, and LinAlgError if it is singular.

    >>> vector_calculus.newton_step([[2.0, 4.0]], [[2.0, 0.0], [0.0, 4.0]])
    array([-1., -1.])
    """
    D, H = shaped(D=("kn", D), H=("nn", H))
    if len(D) != 1:
        raise ValueError(f"D must be a row (1, n), the derivative of a number; got shape {D.shape}.")
    if not np.allclose(H, H.T, rtol=1e-9, atol=0.0):
        raise ValueError("H must be symmetric: it is the second derivative of a smooth function.")
    return -np.linalg.solve(H, D[0])


def is_positive_definite(H):
    """True if v^T H v > 0 for every v != 0: if all eigenvalues of H, symmetric, are positive, with a rounding's margin.

    >>> vector_calculus.is_positive_definite([[1.0, 2.0], [2.0, 1.0]])
    False
    """
    (H,) = shaped(H=("nn", H))
    values = np.linalg.eigvalsh((H + H.T) / 2)
    return bool(values[0] > len(H) * np.finfo(float).eps * np.max(np.abs(values)))
