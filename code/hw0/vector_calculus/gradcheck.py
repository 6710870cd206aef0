"""Derivatives by numbers: difference quotients, the complex step, and a check of a derivative that knows about kinks.

A function f takes x (n,) and returns a number or a vector (p,).  Its derivative is a row (1, n) or a matrix (p, n), the
convention of vector_calculus.  Steps are h * max(1, |x_k|) by default; which h is best, and why, is the matter of
step_size.

All functions raise TypeError or ValueError for an x that is not a finite vector, and ValueError where f is not finite.
"""
from typing import NamedTuple

import numpy as np

from hw0.validation import positive, shaped

EPS = np.finfo(float).eps
FORWARD_STEP = EPS ** (1 / 2)           # 1.5e-8
CENTRAL_STEP = EPS ** (1 / 3)           # 6.1e-6


def forward_differences(f, x, *, h=None):
    """The derivative (1, n) or (p, n) by (f(x + h e_k) - f(x)) / h: n + 1 calls, an error of the order of h.

    h is a number, or (n,) for a step of its own in each direction.
    """
    x, up, _ = _stencil(x, h, FORWARD_STEP)
    here = _call(f, x)
    columns = [(_call(f, p) - here) / (p[k] - x[k]) for k, p in enumerate(up)]
    return _assembled(columns)


def central_differences(f, x, *, h=None, batch=False):
    """The derivative (1, n) or (p, n) by (f(x + h e_k) - f(x - h e_k)) / 2h: 2n calls, an error of the order of h^2.

    With batch, f takes points as rows (m, n) and returns (m,) or (m, p): one call, much faster.
    """
    x, up, down = _stencil(x, h, CENTRAL_STEP)
    if batch:
        values = _finite(f(np.concatenate([up, down])))
        if values.shape[:1] != (2 * len(x),):
            raise ValueError(f"with batch, f must return a value or a row for each of the {2 * len(x)} points; got "
                             f"{values.shape}.")
        upper, lower = np.split(values, 2)
    else:
        upper, lower = ([_call(f, p) for p in points] for points in (up, down))
    width = np.diagonal(up - down)      # not 2h: x + h is rounded, and the quotient must know the step that was taken
    return _assembled([(u - v) / w for u, v, w in zip(upper, lower, width, strict=True)])


def complex_step(f, x, *, h=1e-200):
    """The derivative (1, n) or (p, n) by Im f(x + i h e_k) / h: no difference is taken, so nothing cancels.

    f must be made of analytic functions: + - * / @ exp sin sqrt and their like, not abs, maximum, conj or a norm.
    Raises TypeError if f returns real numbers for a complex x.
    Source: Squire and Trapp, Using complex variables to estimate derivatives of real functions, SIAM Review 40 (1998).
    """
    (x,) = shaped(x=("n", x))
    columns = []
    for direction in np.eye(len(x)):
        value = np.asarray(f(x + 1j * h * direction))
        if value.dtype.kind != "c":
            raise TypeError("f returned real numbers for a complex x: write it without abs, float(), maximum or conj.")
        columns.append(_finite(value.imag / h))
    return _assembled(columns)


class Slope(NamedTuple):
    """A difference quotient along a direction, and whether a kink lies so near that it means nothing."""

    value: np.ndarray
    kinked: bool


def slope_along(f, x, v, *, h=None, rtol=1e-6):
    """The Slope (number or (p,)) of f along v, (f(x + h v) - f(x - h v)) / 2h, from five points.

    Within a step of 1e-5 a smooth function is a parabola up to rounding, and a function with a kink there is not: its
    third difference or its fourth, taken over the five points, is of the order of h times the change of slope.
    kinked: one of them exceeds h rtol |slope|.
    """
    x, v = shaped(x=("n", x), v=("n", v))
    h = CENTRAL_STEP * max(1.0, np.max(np.abs(x))) if h is None else positive(h=h)[0]
    if np.any(v) and np.array_equal(x + 0.5 * h * v, x):
        raise ValueError(f"h must be large enough to change x; {h:g} is lost in rounding.")
    far_below, below, here, above, far_above = (_call(f, x + t * h * v) for t in (-1.0, -0.5, 0.0, 0.5, 1.0))
    slope = (far_above - far_below) / (2 * h)
    third = far_above - 2 * above + 2 * below - far_below       # blind to a kink at x itself
    fourth = far_above - 4 * above + 6 * here - 4 * below + far_below     # blind to one at 2/3 of the half step
    rounding = 32 * EPS * np.max(np.abs([far_below, here, far_above]), axis=0)
    bent = np.maximum(np.abs(third), np.abs(fourth)) > rounding + rtol * h * np.linalg.norm(slope)
    return Slope(slope, bool(np.any(bent)))


class Comparison(NamedTuple):
    """A derivative compared with difference quotients: the relative error, and how many directions it rests on."""

    error: float
    compared: int
    kinked: int


def compare(f, derivative, x, *, rng, directions=10, h=None):
    """A Comparison of derivative, (1, n), (n,) or (p, n), with quotients along random directions of unit length.

    error is the norm of all differences D v - slope relative to the norm of all slopes: a wrong entry shows in every
    direction, and an entry near 0 does no harm.  Directions that meet a kink are left out; with none left, error is
    nan. Five calls of f per direction, whatever n is.
    Raises ValueError if the derivative does not have the shape of one of f at x.
    """
    (x,) = shaped(x=("n", x))
    p = np.size(_call(f, x))
    (D,) = shaped(derivative=("pn", np.reshape(derivative, (1, -1)) if np.ndim(derivative) == 1 else derivative))
    if D.shape != (p, len(x)):
        raise ValueError(f"derivative must have shape {(p, len(x))}, one row per output of f; got {D.shape}.")
    V = rng.standard_normal((directions, len(x)))
    V /= np.linalg.norm(V, axis=1, keepdims=True)
    slopes = [slope_along(f, x, v, h=h) for v in V]
    smooth = [k for k, slope in enumerate(slopes) if not slope.kinked]
    if not smooth:
        return Comparison(np.nan, 0, directions)
    measured = np.stack([np.atleast_1d(slopes[k].value) for k in smooth])
    return Comparison(relative_error(V[smooth] @ D.T, measured), len(smooth), directions - len(smooth))


def relative_error(a, b):
    """||a - b|| / max(||a||, ||b||), a float, of two arrays of one shape; 0 if both are 0.

    Norm-wise: the relative error of single entries says nothing where the right entry is 0.
    """
    a, b = np.asarray(a, float), np.asarray(b, float)
    if a.shape != b.shape:
        raise ValueError(f"a and b must have one shape; got {a.shape} and {b.shape}.")
    size = max(np.linalg.norm(a), np.linalg.norm(b))
    return float(np.linalg.norm(a - b) / size) if size else 0.0


def _stencil(x, h, default):
    """x (n,) and the points x + h_k e_k and x - h_k e_k, as rows (n, n)."""
    (x,) = shaped(x=("n", x))
    h = default * np.maximum(1.0, np.abs(x)) if h is None else np.broadcast_to(positive(h=h)[0], x.shape)
    if np.any((x + h == x) | (x - h == x)):
        raise ValueError(f"h must be large enough to change x; {np.min(h):g} is lost in rounding.")
    return x, x + np.diag(h), x - np.diag(h)


def _call(f, x):
    return _finite(f(x.copy()))         # f may work in place


def _finite(value):
    value = np.array(value)             # a copy: f may return the same buffer each time
    if value.dtype.kind not in "iuf" or not np.all(np.isfinite(value)):
        raise ValueError("f must return finite real numbers near x; it is not differentiable where it does not.")
    return value


def _assembled(columns):
    """The columns df/dx_k, each a number or (p,), as a row (1, n) or matrix (p, n)."""
    return np.stack([np.atleast_1d(c) for c in columns], axis=1)
