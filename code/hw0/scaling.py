"""Problems of any size, brought near the size of 1 before anything is squared.

Squares leave the range of float64 where an entry is above 1e154 or below 1e-154.  But least squares and ridge know how
they scale: with X = a X', y = b y' and lambda = a^2 lambda',

    argmin ||X w - y||^2 + lambda ||w||^2  =  (b / a) w',        singular values  a s',        X^+  =  X'^+ / a.

We take powers of two for a and b, so that nothing is rounded, and leave data of ordinary size as they are.
"""
import functools
import math
from typing import NamedTuple

import numpy as np

from hw0.validation import is_traced, not_negative, seen

ORDINARY = 200      # between 2^-200 and 2^200, about 1e-60 and 1e60, squares and products of entries stay in range
BEYOND = 200        # where lambda exceeds the square of X by this power of two, w is X^T y / lambda to the last bit ...
BENEATH = 300       # ... and where it falls below by this one, it is the limit lambda -> 0


class Problem(NamedTuple):
    """A problem near the size of 1, and the power of two by which its solution is to be multiplied.

    Attributes
    ----------
    X, y, lam : (n, d), (n,), and a number or (L,), as float64
    exponent : of the solution, an int, or (L,), one for each lambda
    y_exponent : of y, and of all that has the size of y
    """

    X: np.ndarray
    y: np.ndarray
    lam: np.ndarray
    exponent: int | np.ndarray
    y_exponent: int


def unit(A):
    """(A 2^-k, k), with the largest entry of A 2^-k from 1/2 to 1; (A, 0) if it is of ordinary size, zero or traced."""
    k = _exponent(A)
    return (A, 0) if abs(k) <= ORDINARY else (np.ldexp(A, -k), k)


def back(result, exponent, name="the solution"):
    """result 2^exponent, 0 where that is too small.  Raises OverflowError for a number that float64 cannot hold."""
    if not np.any(exponent):
        return result
    with np.errstate(over="ignore", under="ignore"):
        found = np.ldexp(result, exponent)
    if not np.all(np.isfinite(found)):
        size = np.log10(2.0) * np.max(np.frexp(result)[1] + exponent)
        raise OverflowError(f"{name} is too large for float64, about 1e{size:.0f}: scale the data.")
    return found


def problem(X, y, lam=0.0):
    """The Problem that X (n, d), y (n,) and lam, a number >= 0 or several, come to."""
    X, k = unit(X)
    y, y_exponent = unit(y)
    if is_traced(lam):
        return Problem(X, y, lam, y_exponent - k, y_exponent)
    square = 2 * _exponent(X)                               # of X as it is now
    mantissa, power = np.frexp(lam)
    wanted = np.where(lam == 0, square, power - 2 * k)
    held = np.clip(wanted, square - BENEATH, square + BEYOND)
    lam = lam if k == 0 and np.all(held == wanted) else np.ldexp(mantissa, held)
    above = np.maximum(wanted - held, 0)
    return Problem(X, y, lam, y_exponent - k - (above if np.any(above) else 0), y_exponent)


def for_least_squares(route):
    """A route (X, y) to a least-squares solution (d,), for data of any size; it checks X (n, d) and y (n,), too."""
    @functools.wraps(route)
    def scaled(X, y, **knobs):
        p = problem(*seen(X=("nd", X), y=("n", y)))
        return back(route(p.X, p.y, **knobs), p.exponent)
    return scaled


def for_ridge(route):
    """A route (X, y, lam) to the ridge solution (d,), for data and lambda of any size; it checks them, too."""
    @functools.wraps(route)
    def scaled(X, y, *, lam):
        X, y, lam = seen(X=("nd", X), y=("n", y), lam=("", lam))
        p = problem(X, y, *not_negative(lam=lam))
        return back(route(p.X, p.y, lam=p.lam), p.exponent)
    return scaled


def _exponent(A):
    """k with the largest entry of A from 2^(k-1) to 2^k; 0 if A is zero or traced."""
    return 0 if is_traced(A) else math.frexp(max(np.max(A), -np.min(A)))[1]
