"""Numerical gradients, and how to compare them with derived ones.

Central differences  (f(x + h) - f(x - h)) / 2h  have an error of order h^2 from the curvature and of order
(rounding of f) / h from the subtraction: about 1e-10 in all at h = 1e-5 in float64, and at best 1e-5 in float32.
They divide by the step that rounding has left of h, which is another number than h where x is large or h short.
That error is absolute.  Dividing it entry by entry makes it look huge wherever the true entry is tiny, and a
difference that steps over a kink of ReLU is no derivative at all.  So compare norms, and leave the kinks out.
"""
from typing import NamedTuple

import numpy as np

from hw0.networks.layers import ReLU
from hw0.networks.remedies import Skip
from hw0.validation import shaped
from hw0.vector_calculus.gradcheck import central_differences
from hw0.vector_calculus.gradcheck import relative_error as norm_error

H = 1e-5


class GradientCheck(NamedTuple):
    """Both gradients of a network's loss, flat, and where the numerical one can be trusted.

    smooth is False where the step over an entry changes which units (or hinge margins) are active.

    >>> both = np.array([1.0, 2.0])
    >>> gradients.GradientCheck(derived=both, numeric=both, smooth=np.array([True, False])).error
    0.0
    """

    derived: np.ndarray
    numeric: np.ndarray
    smooth: np.ndarray

    @property
    def error(self):
        """norm_error of the two, taken where no kink is crossed; nan if there is no such place."""
        return norm_error(self.derived[self.smooth], self.numeric[self.smooth]) if np.any(self.smooth) else np.nan


def central(f, x, h=H):
    """The gradient of the number f(x) by central differences, in the shape of x (float64).

    Warns where f computes in float32.  Raises ValueError for an h that is lost in rounding beside an entry of x.

    >>> gradients.central(lambda x: np.sum(x**2), [[1.0, 2.0]]).round(6)
    array([[2., 4.]])
    """
    x = np.asarray(x, float)
    return central_differences(lambda entries: f(entries.reshape(x.shape)), x.ravel(), h=h).reshape(x.shape)


def along(f, x, direction, h=H):
    """The slope of f at x in one direction, (f(x + h v) - f(x - h v)) / 2h: two evaluations, however long x is.

    Rounding turns the step x + h v a little away from v: the quotient divides by what is left of it along v.
    x and direction are arrays of one shape, finite.  Raises ValueError where they are not, and for an h that is lost in
    rounding beside all entries of x.

    >>> print(f"{gradients.along(lambda x: x @ x, np.array([1.0, 2.0]), np.array([0.0, 1.0])):.6f}")
    4.000000
    """
    x, direction = _alike(x=x, direction=direction)
    if not np.any(direction):
        return 0.0
    above, below = x + h * direction, x - h * direction
    taken = np.sum((above - below) * direction) / np.sum(direction * direction)
    if taken == 0:
        raise ValueError(f"h must be large enough to change x; {h:g} is lost in rounding.")
    return (f(above) - f(below)) / taken


def rel_error(a, b):
    """The largest |a - b| / max(1e-8, |a| + |b|) over the entries: the usual check, unsound near 0 and at kinks.

    Raises ValueError for arrays that are not of one shape, or not finite.

    >>> print(f"{gradients.rel_error(np.array([1.0, 2.0]), np.array([1.0, 3.0])):.1f}")
    0.2
    """
    a, b = _alike(a=a, b=b)
    return float(np.max(np.abs(a - b) / np.maximum(1e-8, np.abs(a) + np.abs(b))))


def check_network(model, X, targets, h=H):
    """A GradientCheck of every parameter of a Network.  Raises ValueError if it computes in float32 (see above),
    and for an h that is lost in rounding beside a parameter.

    >>> rng = np.random.default_rng(0)
    >>> net = networks.Network((4, 5, 3), rng=rng)
    >>> gradients.check_network(net, rng.standard_normal((2, 4)), [0, 2]).error < 1e-7
    True
    """
    if model.dtype != np.float64:
        raise ValueError("a gradient check needs float64: make the Network with dtype=float64.")
    X, targets = model.admit(X, targets)
    model.backpropagate(X, targets)
    derived, p = model.grads.copy(), model.params
    numeric, smooth = np.empty_like(p), np.empty(p.shape, bool)
    for k, there in enumerate(p.copy()):
        up, down = _either_side(there, h)
        p[k] = up
        above, active_above = model.backpropagate(X, targets), _active(model)
        p[k] = down
        below, active_below = model.backpropagate(X, targets), _active(model)
        p[k] = there
        numeric[k] = (above - below) / (up - down)
        smooth[k] = np.array_equal(active_above, active_below)
    return GradientCheck(derived, numeric, smooth)


def _alike(**named):
    """Two arrays of one shape, whatever it is, as float64."""
    letters = "ijklm"[:np.ndim(next(iter(named.values())))]
    return shaped(**{name: (letters, value) for name, value in named.items()})


def _either_side(there, h):
    """there + h and there - h as rounded; both must differ from there."""
    up, down = there + h, there - h
    if up == there or down == there:
        raise ValueError(f"h must be large enough to change x; {h:g} is lost in rounding beside {there:g}.")
    return up, down


def _active(model):
    """Which units, and for the hinge loss which margins, were active when the model was last asked: flat bool."""
    found = [layer.active for layer in model.layers if isinstance(layer, (ReLU, Skip))]
    if model.loss == "hinge":
        found.append(model.dscores > 0)
    return np.concatenate([active.ravel() for active in found] or [np.zeros(0, bool)])
