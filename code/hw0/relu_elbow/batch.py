"""One step of one unit on a batch of points: its line turns about a pivot that the residuals choose (problem 5).

The loss is the mean over the m points of the batch, so the gradient is the mean of the points' gradients.  Point k has
the share g_k (x_k, 1) in it, where g_k is the residual delta_k if the unit is active at x_k, and 0 if it sleeps there.

Shapes: w, b (...); x, delta (..., m), which broadcast with w[..., None].
"""
import numpy as np

from hw0.relu_elbow.one_unit import Params, elbow_or_nan, relu_grad
from hw0.validation import numbers, positive


def felt(w, b, x, delta):
    """g_k = delta_k where w x_k + b > 0, else 0: the residuals that reach the unit, (..., m).

    >>> relu_elbow.batch.felt(1.0, 0.0, [-1.0, 1.0, 2.0], [5.0, 1.0, -3.0])
    array([ 0.,  1., -3.])
    """
    w, b = numbers(w=w, b=b)
    x, delta = numbers(x=x, delta=delta)
    return delta * relu_grad(w[..., None] * x + b[..., None])


def step(w, b, x, delta, *, lr):
    """Params (w', b') after one step down the mean loss: w' = w - lr mean(g x), b' = b - lr mean(g).

    Raises ValueError for lr <= 0.

    >>> print(*relu_elbow.batch.step(1.0, 1.0, [-0.5, 0.5, 1.5], [-1.0, 1.0, 1.0], lr=0.75))
    0.375 0.75
    """
    g = felt(w, b, x, delta)
    (lr,), (w, b), (x,) = positive(lr=lr), numbers(w=w, b=b), numbers(x=x)
    return Params(w - lr * np.mean(g * x, axis=-1), b - lr * np.mean(g, axis=-1))


def pivot(w, b, x, delta):
    """The input p = -sum(g) / sum(g x) at which the line w t + b stays, for every lr; NaN where sum(g x) = 0.

    Then the step shifts the line, or nothing moves.  For one point at which the unit is active it is -1/x.
    A factor of all delta drops out: units of a network that are active at the same points have the same pivot.
    Source: chapter 5, the pivot of a batch.

    >>> print(relu_elbow.batch.pivot(1.0, 1.0, [-0.5, 0.5, 1.5], [-1.0, 1.0, 1.0]))
    -0.4
    """
    g = felt(w, b, x, delta)
    return elbow_or_nan(np.sum(g * numbers(x=x)[0], axis=-1), np.sum(g, axis=-1))
