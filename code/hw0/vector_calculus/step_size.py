"""Which step a difference quotient should take: the two errors that pull in opposite directions.

    forward, order 1:   |f''|  h   / 2  +  eps |f| / h          smallest near h = sqrt(eps)
    central, order 2:   |f'''| h^2 / 6  +  eps |f| / (2 h)      smallest near h = cbrt(eps)

The first term is what Taylor's formula leaves out, the second what rounding puts in: each of the two values of f is off
by up to eps |f| / 2, and the quotient divides that by the step.  Two things are assumed.  The quotient divides by the
step that was taken: x + h is rounded, too, by up to eps |x| / 2, and dividing by h itself would add eps |x f'| / h.
And nothing cancels inside f: if f goes through larger numbers, theirs is the size that is rounded, in place of |f|.
All functions take scalars or arrays that broadcast, and trace through a live figure.
"""
from collections.abc import Callable
from math import sqrt
from typing import NamedTuple

import numpy as np

from hw0.validation import numbers, positive

EPS = np.finfo(float).eps
TRUNCATION = {1: 1 / 2, 2: 1 / 6}       # times |f''| h, times |f'''| h^2
ROUNDING = {1: 1.0, 2: 1 / 2}           # times eps |f| / h


def quotient(f, x, h, *, order):
    """(f(x + h) - f(x)) / h for order 1, (f(x + h) - f(x - h)) / 2h for order 2, with the h that rounding has left.

    0 where h is so short that x + h rounds to x: no step, no change.  Raises ValueError for h <= 0.

    >>> print(*(step_size.quotient(np.square, 1.0, 0.5, order=order) for order in (1, 2)))
    2.5 2.0
    """
    _known(order)
    (x,), (h,) = numbers(x=x), positive(h=h)
    above, below = x + h, x - h if order == 2 else x
    width = above - below
    return (f(above) - f(below)) / np.where(width == 0, 1.0, width)


def error_bound(h, *, order, value, derivative):
    """The bound of the module's docstring on the error of a quotient, from a value and the next derivative of f.

    value is f(x), or the largest number that f goes through on its way.  derivative is f''(x) for order 1 and f'''(x)
    for order 2: to first order in h, since it is taken at x alone.
    Raises ValueError for h <= 0.

    >>> print(f"{step_size.error_bound(1e-8, order=1, value=1.0, derivative=2.0):.1e}")
    3.2e-08
    """
    _known(order)
    (h,) = positive(h=h)
    value, derivative = numbers(value=value, derivative=derivative)
    return TRUNCATION[order] * np.abs(derivative) * h**order + ROUNDING[order] * EPS * np.abs(value) / h


def best_step(*, order, value, derivative):
    """The h at which error_bound is smallest: sqrt(2 eps |f / f''|) for order 1, cbrt(3/2 eps |f / f'''|) for order 2.

    Infinity where the derivative is 0: then only rounding counts, and a longer step is better.  NaN where the value is
    0, too, and every step is best.

    >>> print(f"{step_size.best_step(order=1, value=1.0, derivative=2.0):.1e}")
    1.5e-08
    """
    _known(order)
    value, derivative = numbers(value=value, derivative=derivative)
    with np.errstate(divide="ignore", invalid="ignore"):
        ratio = ROUNDING[order] * EPS * np.abs(value) / (order * TRUNCATION[order] * np.abs(derivative))
    return ratio ** (1 / (order + 1))


class Example(NamedTuple):
    """A function to measure, by name and as LaTeX, a point, and the value of f and its first three derivatives there.

    All are made of + - * / and square roots, which every machine rounds in the same way, a page's script included.

    >>> example = step_size.EXAMPLES[1]
    >>> example.terms(order=1)
    {'order': 1, 'value': 0.8, 'derivative': -0.256}
    >>> print(f"{step_size.best_step(**example.terms(order=1)):.0e}", example.typical_error(1e-3, order=1) < 1e-3)
    4e-08 True
    """

    name: str
    formula: str
    f: Callable
    x: float
    derivatives: tuple[float, float, float, float]

    def terms(self, order):
        """The arguments of error_bound and best_step at the point, a dict."""
        return {"order": order, "value": self.derivatives[0], "derivative": self.derivatives[order + 1]}

    def typical_error(self, h, *, order):
        """The median error of 41 quotients, steps from h / 2 to 2 h: single errors jump about by rounding."""
        nearby = h * np.geomspace(0.5, 2.0, 41)
        return np.median(np.abs(quotient(self.f, self.x, nearby, order=order) - self.derivatives[1]))


def _root(x):
    return np.sqrt(1.0 + x * x)


def _witch(x):
    return 1.0 / (1.0 + x * x)


def _shifted(x):
    return 1000.0 + x * x * x


def _bent(x):
    return np.maximum(0.0, x - 0.9995)


EXAMPLES = (
    Example("root", r"\sqrt{1 + x^2}", _root, 1.0, (sqrt(2.0), sqrt(0.5), sqrt(0.125), -3.0 * sqrt(0.03125))),
    Example("bell", "1/(1 + x^2)", _witch, 0.5, (0.8, -0.64, -0.256, 3.6864)),
    Example("cube on a hill", "1000 + x^3", _shifted, 0.5, (1000.125, 0.75, 3.0, 6.0)),
    Example("kink", r"\max(0, x - 0.9995)", _bent, 1.0, (0.0005, 1.0, 0.0, 0.0)),
)


def _known(order):
    if order not in tuple(TRUNCATION):
        raise ValueError(f"order must be 1 (forward) or 2 (central); got {order!r}.")
