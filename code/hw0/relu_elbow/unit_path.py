"""The way of one unit through the plane of its weight and bias, with momentum, weight decay and a leak (problem 5).

    v' = beta v - lr (delta a (x, 1) + mu (w, 0))        (w', b') = (w, b) + v'

The loss of a point is 1/2 (phi(x) - y)^2 + mu/2 w^2; the bias is not penalised.  A leaky unit says leak z instead of 0
where its line z = w t + b is not positive, and a is 1 or leak (0 or less: leak, at the kink too).

phi is homogeneous: r times (w, b) says r times as much.  So the loss is one parabola along every ray from 0, and all
units of a ray have one elbow.

Shapes: w, b (...); x, y (..., m), which broadcast with w[..., None].  beta is `momentum`, mu is `decay`.
"""
import numpy as np

from hw0.relu_elbow.one_unit import Params
from hw0.validation import is_traced, not_negative, numbers, positive, whole


def output(w, b, x, *, leak=0.0):
    """max(0, w x + b), or leak (w x + b) where that line is not positive, for x (..., m).

    Raises ValueError for leak outside [0, 1].

    >>> relu_elbow.unit_path.output(1.0, 0.0, [-2.0, 3.0], leak=0.25)
    array([-0.5,  3. ])
    """
    z = _line(w, b, x)
    return _activity(z, leak) * z


def loss(w, b, x, y, *, decay=0.0, leak=0.0):
    """The mean over the m points of 1/2 (phi(x) - y)^2, plus decay/2 w^2, shape (...).

    Raises ValueError for decay < 0 and leak outside [0, 1].

    >>> print(relu_elbow.unit_path.loss(1.0, 0.0, [-2.0, 3.0], [0.0, 1.0], decay=0.5))
    1.25
    """
    (decay,), (w, b), (y,) = not_negative(decay=decay), numbers(w=w, b=b), numbers(y=y)
    return 0.5 * np.mean((output(w, b, x, leak=leak) - y) ** 2, axis=-1) + 0.5 * decay * w**2


def step(unit, velocity, x, y, *, lr, momentum=0.0, decay=0.0, leak=0.0):
    """The Params and the velocity (also Params) after one step on the point (x, y), numbers or arrays (...).

    Raises ValueError for lr <= 0, decay < 0, momentum outside [0, 1) and leak outside [0, 1].

    >>> unit, velocity = relu_elbow.unit_path.step((1.0, 0.0), (0.0, 0.0), 2.0, 1.0, lr=0.25)
    >>> print(*unit, *velocity)
    0.5 -0.25 -0.5 -0.25
    """
    (w, b), (v_w, v_b), (x, y) = numbers(w=unit[0], b=unit[1]), numbers(w=velocity[0], b=velocity[1]), numbers(x=x, y=y)
    (lr,), (decay,), (momentum,) = positive(lr=lr), not_negative(decay=decay), not_negative(momentum=momentum)
    if not is_traced(momentum) and np.any(momentum >= 1):
        raise ValueError(f"momentum must lie in [0, 1); got {np.max(momentum):g}.")
    z = w * x + b
    a = _activity(z, leak)
    g = (a * z - y) * a
    velocity = Params(momentum * v_w - lr * (g * x + decay * w), momentum * v_b - lr * g)
    return Params(w + velocity.w, b + velocity.b), velocity


def path(w, b, x, y, *, steps, lr, momentum=0.0, decay=0.0, leak=0.0):
    """Params (steps + 1, ...): the unit before the first step and after each, on the m points in turn, from rest.

    Step k is on point k modulo m.  Raises as step, and ValueError for steps below 1 and for x and y of other lengths.

    >>> way = relu_elbow.unit_path.path(1.0, 0.0, [2.0, 1.0], [1.0, 1.0], steps=2, lr=0.25)
    >>> print(way.w, way.b)
    [1.     0.5    0.6875] [ 0.     -0.25   -0.0625]
    """
    (steps,), (x, y), unit = whole(steps=steps), numbers(x=x, y=y), Params(*numbers(w=w, b=b))
    if not x.shape or x.shape[-1:] != y.shape[-1:]:
        raise ValueError(f"x and y must hold m points each along their last axis; got shapes {x.shape} and {y.shape}.")
    velocity, way = Params(0.0 * unit.w, 0.0 * unit.b), [unit]
    for k in range(steps):
        at = k % x.shape[-1]
        unit, velocity = step(unit, velocity, x[..., at], y[..., at], lr=lr, momentum=momentum, decay=decay, leak=leak)
        way.append(unit)
    return Params(*(np.stack(values) for values in zip(*way, strict=True)))


def dead(w, b, x):
    """True where w x_k + b <= 0 at all m points, shape (...): without a leak the points then have no gradient.

    >>> relu_elbow.unit_path.dead(np.array([1.0, -1.0]), np.array([-2.0, 0.0]), [1.0, 2.0])
    array([ True,  True])
    """
    return ~np.any(_line(w, b, x) > 0, axis=-1)


def valley_foot(w, b, x, y):
    """Params at which steps on one point (x, y) alone end, if no rate exceeds 1 / (1 + x^2): arrays (...).

    Where the unit is active at x that is the nearest unit of the valley w x + b = y, since (x, 1) is perpendicular to
    it; where not, nothing moves.  Raises ValueError for y <= 0.

    >>> print(*relu_elbow.unit_path.valley_foot(1.0, 1.0, 2.0, 0.5))
    0.0 0.5
    """
    (y,), (w, b, x) = positive(y=y), numbers(w=w, b=b, x=x)
    z = w * x + b
    way = np.where(z > 0, (y - z) / (1.0 + x**2), 0.0)
    return Params(w + way * x, b + way)


def level_radii(angle, x, y, level, *, decay=0.0, leak=0.0, closing=None):
    """The two r, the smaller first, at which the loss of (r cos angle, r sin angle) has this level: (2, ...).

    Along a ray the loss is (A r^2 - 2 B r + C) / 2.  A level that it never has gives NaN, as does r < 0, for which the
    ray ends, and a ray on which the loss stands still.  x, y (m,); angle and level (...) broadcast.

    A contour that is drawn at single angles is open where rays touch it.  With `closing`, a ray that misses the level
    although the one at angle + closing or angle - closing has it gets B / A twice: where it comes nearest.

    >>> relu_elbow.unit_path.level_radii(0.0, [1.0], [2.0], 0.5)
    array([1., 3.])
    """
    (decay,), (x, y), (angle, level) = not_negative(decay=decay), numbers(x=x, y=y), numbers(angle=angle, level=level)
    missing = np.mean(y**2) - 2.0 * level

    def parabola(angle):
        w = np.cos(angle)
        phi = output(w, np.sin(angle), x, leak=leak)
        A, B = np.mean(phi**2, axis=-1) + decay * w**2, np.mean(phi * y, axis=-1)
        return A, B, B**2 - A * missing

    A, B, under = parabola(angle)
    root = np.sqrt(np.where(under < 0, np.nan, under))
    if closing is not None:
        beside = [parabola(angle + turn)[2] for turn in (-closing, closing)]
        root = np.where((under < 0) & (np.maximum(*beside) >= 0), 0.0, root)
    r = np.stack([B - root, B + root]) / np.where(A > 0, A, np.nan)
    return np.where(r < 0, np.nan, r)


def _line(w, b, x):
    w, b = numbers(w=w, b=b)
    (x,) = numbers(x=x)
    return w[..., None] * x + b[..., None]


def _activity(z, leak):
    (leak,) = not_negative(leak=leak)
    if not is_traced(leak) and np.any(leak > 1):
        raise ValueError(f"leak must lie in [0, 1]; got {np.max(leak):g}.")
    return np.where(z > 0, 1.0, leak)
