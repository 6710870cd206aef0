"""One ReLU unit, its elbow, and what one SGD step does to both (problem 5, a and b).

    phi(x) = max(0, w x + b)        loss = 1/2 (phi(x) - y)^2        residual delta = phi(x) - y

Conventions: ReLU'(0) = 0; the step is p' = p - lr * gradient.  All functions take scalars or
arrays that broadcast, and trace through a live figure.  Names: w, b weight and bias; x, y the
training point; e the elbow; lr the learning rate (the sheet's lambda).

All of them raise TypeError for text, complex numbers and objects, and ValueError for NaN,
infinity, empty arrays and shapes that do not broadcast.
"""
from typing import NamedTuple

import numpy as np

from hw0.validation import is_traced, numbers, positive


class Params(NamedTuple):
    """Weight and bias of a unit.

    >>> print(*relu_elbow.Params(w=2.0, b=-1.0))
    2.0 -1.0
    """

    w: np.ndarray
    b: np.ndarray


def relu(z):
    """max(0, z), entry by entry.

    >>> relu_elbow.relu([-1.0, 0.0, 2.0])
    array([0., 0., 2.])
    """
    (z,) = numbers(z=z)
    return np.maximum(0.0, z)


def relu_grad(z):
    """ReLU'(z): 1 where z > 0, else 0; at the kink 0 by convention.

    >>> relu_elbow.relu_grad([-1.0, 0.0, 2.0])
    array([0., 0., 1.])
    """
    (z,) = numbers(z=z)
    return np.where(z > 0, 1.0, 0.0)


def unit(w, b, x):
    """phi(x) = max(0, w x + b).

    >>> relu_elbow.unit(2.0, -1.0, [0.0, 0.5, 1.0])
    array([0., 0., 1.])
    """
    w, b, x = numbers(w=w, b=b, x=x)
    return relu(w * x + b)


def elbow(w, b):
    """e = -b / w, where the unit switches on.  Source: chapter 5, part 5a.i.

    Raises ValueError where w = 0: a constant unit has no elbow.  A traced w gives NaN there, and hides the mark.

    >>> print(relu_elbow.elbow(2.0, -1.0))
    0.5
    """
    w, b = numbers(w=w, b=b)
    if not is_traced(w) and np.any(w == 0):
        raise ValueError("w must not be 0: the unit is constant and has no elbow.")
    return elbow_or_nan(w, b)


def elbow_or_nan(w, b):
    """-b / w, and NaN where w = 0: for what a step or a slider may make of a unit.

    >>> relu_elbow.elbow_or_nan([2.0, 0.0], [-1.0, 1.0])
    array([0.5, nan])
    """
    w, b = numbers(w=w, b=b)
    return np.where(w == 0, np.nan, -b / np.where(w == 0, 1.0, w) + 0.0)      # + 0.0 turns -0.0 into 0.0


def loss(phi, y):
    """1/2 (phi - y)^2.

    >>> print(relu_elbow.loss(3.0, 1.0))
    2.0
    """
    phi, y = numbers(phi=phi, y=y)
    return 0.5 * (phi - y) ** 2


def dloss_dphi(phi, y):
    """The residual delta = phi - y.  Source: part 5a.ii.

    >>> print(relu_elbow.dloss_dphi(3.0, 1.0))
    2.0
    """
    phi, y = numbers(phi=phi, y=y)
    return phi - y


def dloss_dw(w, b, x, y):
    """(phi(x) - y) x if w x + b > 0, else 0.  Source: part 5a.iii.

    >>> print(relu_elbow.dloss_dw(w=2.0, b=1.0, x=2.0, y=1.0))
    8.0
    """
    return dloss_db(w, b, x, y) * numbers(x=x)[0]


def dloss_db(w, b, x, y):
    """(phi(x) - y) if w x + b > 0, else 0.  Source: part 5a.iv.

    >>> print(relu_elbow.dloss_db(w=2.0, b=1.0, x=2.0, y=1.0))
    4.0
    """
    w, b, x, y = numbers(w=w, b=b, x=x, y=y)
    return dloss_dphi(unit(w, b, x), y) * relu_grad(w * x + b)


def sgd_step(w, b, x, y, *, lr):
    """Params (w', b') after one SGD step on the point (x, y).  Raises ValueError for lr <= 0.

    >>> w, b = relu_elbow.sgd_step(2.0, 1.0, x=2.0, y=1.0, lr=0.125)
    >>> print(w, b)
    1.0 0.5
    """
    return residual_step(w, b, x, dloss_dphi(unit(w, b, x), y), lr=lr)


def residual_step(w, b, x, delta, *, lr):
    """Params (w', b') after one SGD step at x, where the residual phi(x) - y is delta.

    w' = w - lr delta x and b' = b - lr delta if the unit is active at x, else (w, b).
    For one unit of a network, delta is the residual of the network times the unit's output weight.
    Raises ValueError for lr <= 0.

    >>> print(*relu_elbow.residual_step(2.0, 1.0, x=2.0, delta=4.0, lr=0.125))
    1.0 0.5
    """
    w, b, x, delta = numbers(w=w, b=b, x=x, delta=delta)
    (lr,) = positive(lr=lr)
    g = delta * relu_grad(w * x + b)
    return Params(w - lr * (g * x), b - lr * g)


def moved_elbow(w, b, x, delta=1.0, *, lr):
    """The elbow e' after one step with residual delta; NaN where w' = 0, since no elbow is left.

    Raises ValueError for lr <= 0 and where w = 0.

    >>> print(relu_elbow.elbow(2.0, 1.0), relu_elbow.moved_elbow(2.0, 1.0, x=1.0, delta=4.0, lr=0.25))
    -0.5 0.0
    """
    elbow(w, b)
    return elbow_or_nan(*residual_step(w, b, x, delta, lr=lr))


def fixed_point(x):
    """-1/x: the step turns the line w t + b about its point there, for every delta and lr.

    Source: the law e' + 1/x = (w / w') (e + 1/x) of chapter 5.
    Raises ValueError where x = 0: such a step shifts the line and turns it about no point.

    >>> print(relu_elbow.fixed_point(2.0))
    -0.5
    """
    (x,) = numbers(x=x)
    if not is_traced(x) and np.any(x == 0):
        raise ValueError("x must not be 0: the step shifts the line, and no point of it stays.")
    return elbow_or_nan(x, 1.0)


def direction(w, b, x, delta=1.0, *, lr):
    """What the elbow does in one step: "left", "right", "stays" or "gone".

    The sign of e' - e = lr delta (1 + e x) / w' = lr delta (w - b x) / (w w'), taken without
    dividing, so that ties are exact whenever the products are.
    Returns a str for scalars, else an array of str.  Raises as moved_elbow.

    >>> relu_elbow.direction(1.0, 2.0, 1.0, lr=0.25), relu_elbow.direction(2.0, 1.0, 1.0, lr=0.25)
    ('left', 'right')
    """
    elbow(w, b)
    new = residual_step(w, b, x, delta, lr=lr)
    w, b, x, delta = numbers(w=w, b=b, x=x, delta=delta)
    moves = (w * x + b > 0) & (delta != 0)
    sign = np.sign(delta) * np.sign(w - b * x) * np.sign(w) * np.sign(new.w)
    words = np.select([~moves, new.w == 0, sign > 0, sign < 0], ["stays", "gone", "right", "left"], "stays")
    return words if words.ndim else str(words)
