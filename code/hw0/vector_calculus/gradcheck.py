"""Derivatives by numbers: difference quotients, the complex step, and a check of a derivative that knows about kinks.

A function f takes x (n,) and returns a number or a vector (p,).  Its derivative is a row (1, n) or a matrix (p, n), the
convention of vector_calculus.  Steps are h * max(1, |x_k|) by default, with the h of the precision in which f answers
or computes; which h is best, and why, is the matter of step_size.

All functions raise TypeError or ValueError for an x that is not a finite vector, and ValueError where f is not finite.
"""
from typing import NamedTuple

import numpy as np

from hw0 import scaling
from hw0.validation import generator, positive, shaped, whole
from hw0.vector_calculus.differences import (
    CENTRAL,
    EPS,
    assembled,
    called,
    central_differences,
    finite,
    forward_differences,
    precision,
)

__all__ = ["CENTRAL_STEP", "Comparison", "Slope", "central_differences", "compare", "complex_step",
           "forward_differences", "relative_error", "slope_along"]

CENTRAL_STEP = EPS**CENTRAL
ALLOWED = 32                            # how much of its rounding a difference may show; harmless: the next does
CURVED = 10                             # how much of its second difference; harmless: the next number does as well


def complex_step(f, x, *, h=1e-200):
    """The derivative (1, n) or (p, n) by Im f(x + i h e_k) / h: no difference is taken, so nothing cancels.

    f must be made of analytic functions: + - * / @ exp sin sqrt and their like, not abs, maximum, conj, vdot or a norm.
    Raises TypeError if f returns real numbers for a complex x, and ValueError if real differences along one direction
    say something else: then f is not analytic.
    Source: Squire and Trapp, Using complex variables to estimate derivatives of real functions, SIAM Review 40 (1998).

    >>> gradcheck.complex_step(lambda x: x @ x, [1.0, 2.0])
    array([[2., 4.]])
    """
    (x,), (h,) = shaped(x=("n", x)), _step(h)
    columns = []
    for k in range(len(x)):
        point = x.astype(complex)
        point[k] += 1j * h
        value = np.array(f(point))
        if value.dtype.kind != "c":
            raise TypeError("f returned real numbers for a complex x: write it without abs, float(), maximum or conj.")
        columns.append(finite(value.imag / h))
    D = assembled(columns)
    if h > 1e-6:                                # too long a step for such a test
        return D
    v = np.cos(np.arange(len(x)) + 1.0)         # no entry is zero
    slope = slope_along(lambda x: np.real(f(x)), x, v)
    allowed = 1e-4 * np.abs(slope.value) + 100 * slope.noise  # harmless: what is not analytic is off by far more
    if not slope.kinked and np.any(np.abs(D @ v - slope.value) > allowed):
        raise ValueError("f is not analytic: the complex step and real differences do not agree. Write f without conj, "
                         "vdot, real or imag; x @ x instead of np.vdot(x, x). If f computes in complex64, where 1e-200 "
                         "is 0, take h=1e-20.")
    return D


class Slope(NamedTuple):
    """A difference quotient along a direction, whether a kink lies so near that it means nothing, and its rounding.

    bend is how much the slope changes over a length of 1, or of a typical |x_k| if that is more.

    >>> gradcheck.Slope(value=4.0, kinked=False, noise=1e-11, bend=2.0).kinked
    False
    """

    value: np.ndarray
    kinked: bool
    noise: float
    bend: float


def slope_along(f, x, v, *, h=None, rtol=1e-6):
    """The Slope (number or (p,)) of f along v, (f(x + h v) - f(x - h v)) / 2h, from five points.

    Within a step of 1e-5 a smooth function is a parabola up to rounding, and a function with a kink there is not: its
    third difference or its fourth, taken over the five points, is of the order of h times the change of slope.
    kinked: one of them exceeds h rtol |slope|, and what Taylor's next term puts there where the slope is 0.
    How much f rounds is measured, by four more points within a thousandth of h, where nothing else can be seen; and
    whether it computes in float32, by 28.  Then h is longer, and noise larger.

    >>> smooth = gradcheck.slope_along(lambda x: x @ x, [1.0, 2.0], [0.0, 1.0])
    >>> print(f"{smooth.value:.6f}", smooth.kinked)
    4.000000 False
    >>> gradcheck.slope_along(lambda x: np.sum(np.maximum(0.0, x)), [0.0], [1.0]).kinked
    True
    """
    x, v = shaped(x=("n", x), v=("n", v))
    here = called(f, x)
    eps = precision(f, x, here, v)
    h = _length(x, eps) if h is None else _step(h)[0]
    return _slope(f, x, v, here, h, rtol, _rounding(f, x, v, here, h, eps), eps)


class Comparison(NamedTuple):
    """A derivative compared with difference quotients.

    Attributes
    ----------
    error : relative; see compare
    compared, kinked : how many directions it rests on, and how many were left out
    noise : the error that rounding alone can make.  An error below it says nothing, and none smaller can be seen

    Examples
    --------
    >>> gradcheck.Comparison(error=2e-10, compared=10, kinked=0, noise=1e-11).agrees
    True
    """

    error: float
    compared: int
    kinked: int
    noise: float

    @property
    def agrees(self):
        """True if the error is below 1e-6 or of the order of its noise; False also where every direction met a kink."""
        return bool(self.error <= max(1e-6, 10 * self.noise))


def compare(f, derivative, x, *, rng, directions=10, h=None):
    """A Comparison of derivative, (1, n), (n,) or (p, n), with quotients along random directions.

    Each entry of a direction is drawn from N(0, 1), so that every coordinate takes a step of the order of h, whatever n
    is.  error is the norm of all differences D v - slope relative to the norm of all slopes, or of how much they change
    over a length of 1: at a minimum all slopes are 0.
    An entry that is off by delta makes an error of about |delta| / ||D||: entries of one size are 1 / sqrt(n) of ||D||
    each, so one that is altogether wrong shows as 1e-3 among a million.  Rounding of f, about eps |f|, makes
    eps |f| / (h ||D||).  An entry near 0 does no harm.
    Directions that meet a kink, for shorter steps as well, are left out; with none left, error is nan.
    Where f computes in float32, steps are longer, and noise says how much less can be seen.
    Five to fifteen calls of f per direction, whatever n is, and 32 for its rounding.
    Raises ValueError if the derivative does not have the shape of one of f at x.

    >>> found = gradcheck.compare(lambda x: x @ x, [[2.0, 4.0]], [1.0, 2.0], rng=np.random.default_rng(0))
    >>> found.agrees, found.compared, found.kinked
    (True, 10, 0)
    """
    generator(rng)
    (directions,), (x,) = whole(directions=directions), shaped(x=("n", x))
    here = called(f, x)
    (D,) = shaped(derivative=("pn", np.reshape(derivative, (1, -1)) if np.ndim(derivative) == 1 else derivative))
    if D.shape != (here.size, len(x)):
        raise ValueError(f"derivative must have shape {(here.size, len(x))}, one row per output of f; got {D.shape}.")
    told, slopes, eps = [], [], None
    for _ in range(directions):
        v = rng.standard_normal(len(x))
        if eps is None:
            eps = precision(f, x, here, v)
            steps = _step(h) if h is not None else _length(x, eps) * len(x) ** np.array([0, -1 / 4, -1 / 2])
            rounding = _rounding(f, x, v, here, steps[0], eps)
        tried = (_slope(f, x, v, here, step, 1e-6, rounding, eps) for step in steps)
        slope = next((slope for slope in tried if not slope.kinked), None)
        if slope is not None:
            told.append(D @ v)
            slopes.append(slope)
    if not slopes:
        return Comparison(np.nan, 0, directions, np.nan)
    measured = np.stack([np.ravel(slope.value) for slope in slopes])
    floor = np.linalg.norm([slope.bend for slope in slopes]) / np.sqrt(len(x))
    size = max(np.linalg.norm(told), np.linalg.norm(measured), floor) or 1.0
    error, noise = (np.linalg.norm(a) / size for a in (told - measured, [slope.noise for slope in slopes]))
    return Comparison(float(error), len(slopes), directions - len(slopes), float(noise))


def relative_error(a, b):
    """||a - b|| / max(||a||, ||b||), a float, of two arrays of one shape and any size; 0 if both are 0.

    Norm-wise: the relative error of single entries says nothing where the right entry is 0.

    >>> print(round(gradcheck.relative_error([3.0, 4.0], [3.0, 4.1]), 4))
    0.0197
    """
    a, b = np.asarray(a, float), np.asarray(b, float)
    if a.shape != b.shape:
        raise ValueError(f"a and b must have one shape; got {a.shape} and {b.shape}.")
    if not a.size:
        return 0.0
    (a, b), _ = scaling.unit(np.stack([a, b]))
    size = max(np.linalg.norm(a), np.linalg.norm(b))
    return float(np.linalg.norm(a - b) / size) if size else 0.0


def _step(h):
    return positive(h=shaped(h=("", h))[0])


def _length(x, eps):
    return eps**CENTRAL * max(1.0, np.max(np.abs(x)))


def _slope(f, x, v, here, h, rtol, rounding, eps):
    if np.any(v) and np.array_equal(x + 0.5 * h * v, x):
        raise ValueError(f"h must be large enough to change x; {h:g} is lost in rounding.")
    far_below, below, above, far_above = (called(f, x + t * h * v) for t in (-1.0, -0.5, 0.5, 1.0))
    steepest = np.maximum(np.abs(far_above - above), np.abs(below - far_below)) / (h / 2)
    placed = eps * np.max(np.abs(x)) * steepest / (np.sqrt(np.mean(v * v)) or 1.0)      # x + h v is rounded, too
    rounding = np.maximum(rounding, eps * np.maximum(np.abs(far_below), np.abs(far_above))) + placed
    slope = (far_above - far_below) / (2 * h)
    third = far_above - 2 * above + 2 * below - far_below       # blind to a kink at x itself
    fourth = far_above - 4 * above + 6 * here - 4 * below + far_below     # to one at 2/3 of the half step
    second = np.maximum(np.abs(far_above - 2 * here + far_below) - 4 * rounding, 0.0)
    smooth = h * (rtol * np.linalg.norm(slope) + CURVED * second)       # at a minimum there is no slope to measure by
    bent = np.maximum(np.abs(third), np.abs(fourth)) > ALLOWED * rounding + smooth
    noise = np.linalg.norm(rounding) / h
    bend = np.linalg.norm(second) / h**2 * max(1.0, np.linalg.norm(x) / np.sqrt(len(x)))
    return Slope(slope, bool(np.any(bent)), float(noise), float(bend))


def _rounding(f, x, v, here, h, eps):
    """How much f rounds at x, from differences over points so near that nothing else can be seen; at least eps |f|."""
    a, b, d, e = (called(f, x + t * 1e-3 * h * v) for t in (-1.0, -0.5, 0.5, 1.0))  # harmless: either way round
    fourth = (e - 4 * d + 6 * here - 4 * b + a) / np.sqrt(70)
    third = (e - 2 * d + 2 * b - a) / np.sqrt(10)
    return np.maximum(eps * np.abs(here), np.maximum(np.abs(fourth), np.abs(third)))
