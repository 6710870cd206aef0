"""The kinds of instances of problem 5 and the exercises of chapter 5, case by case.

In the wide ones w, b, x, the rate and their products lie on either side of each other.
"""

import numpy as np
from hypothesis import strategies as st

from hw0.checks.relu_elbow.exercises import LEAKY
from tests.hw0.checks.pools.relu_network import BORN_DEAD, ELBOWS, NETWORKS
from tests.hw0.checks.pools.strategies import (
    NEGATIVE,
    NEGATIVE_WIDE,
    NONZERO,
    NONZERO_WIDE,
    NUMBER,
    POSITIVE,
    POSITIVE_WIDE,
    RATE,
    TARGET,
    Kind,
    instance,
)

UPPER = st.sampled_from([2.0, 1.0, 3.0, 4.0, 5.0, 0.5])  # pre-activations: with w = x = 1, the first gives b = 1
RATE_WIDE = st.sampled_from([0.03125, 0.75, 3.0, 8.0, 16.0, 0.0625, 64.0, 1.5, 256.0, 0.25])
_ZERO = st.just(0.0)


def _point(w, x, z, **more):
    """Instances whose unit has the pre-activation z at x: b is chosen for it."""
    return instance(w=w, x=x, z=z, **more).map(
        lambda v: {"w": v["w"], "b": v["z"] - v["w"] * v["x"], "x": v["x"]} | {name: v[name] for name in more}
    )


def _both(z, z_wide, x=NONZERO, x_wide=NONZERO_WIDE, y=(NUMBER, TARGET), **traps):
    return Kind(_point(NONZERO, x, z, y=y[0]), _point(NONZERO_WIDE, x_wide, z_wide, y=y[1]), **traps)


def _only(strategy, condition):
    return strategy.filter(lambda v: condition(**v))


def _flat(w, b, x, y):
    return instance(w=w, b=b, x=x, y=y)


_GRADIENTS = (
    _both(UPPER, POSITIVE_WIDE, traps=({"w": 2.0, "b": 1.0, "x": 3.0, "y": 5.0},)),
    _both(NEGATIVE, NEGATIVE_WIDE),
    _both(_ZERO, _ZERO),
    Kind(_flat(_ZERO, NONZERO, NONZERO, NUMBER), _flat(_ZERO, NONZERO_WIDE, NONZERO_WIDE, TARGET)),
    Kind(_flat(NONZERO, NONZERO, _ZERO, NUMBER), _flat(NONZERO_WIDE, NONZERO_WIDE, _ZERO, TARGET)),
)

_UPHILL = _point(POSITIVE, POSITIVE, UPPER, lr=RATE)
_UPHILL_WIDE = _point(POSITIVE_WIDE, POSITIVE_WIDE, POSITIVE_WIDE, lr=RATE_WIDE)


def _tie(number, rate):
    return instance(b=number, x=number, lr=rate).map(lambda v: {"w": v["b"] * v["x"]} | v)


_TIE, _TIE_WIDE = _tie(POSITIVE, RATE), _tie(POSITIVE_WIDE, RATE_WIDE)


def _gone(number, rate):
    return instance(x=number, z=number, lr=rate).map(
        lambda v: {"w": v["lr"] * v["x"], "b": v["z"] - v["lr"] * v["x"] ** 2, "x": v["x"], "lr": v["lr"]}
    )


def _small(w, b, x, lr):
    return lr * x < w and w != b * x


def _large(w, b, x, lr):
    return lr * x > w and w != b * x


_EITHER_WAY = (
    Kind(_only(_UPHILL, _small), _only(_UPHILL_WIDE, _small), (
        {"w": 1.0, "b": 2.0, "x": 1.0, "lr": 0.1},
        {"w": 2.0, "b": 1.0, "x": 1.0, "lr": 0.1},
        {"w": 2.0, "b": 3.0, "x": 0.5, "lr": 0.5},
        {"w": 2.0, "b": 1.5, "x": 2.0, "lr": 0.5},
        {"w": 1.0, "b": -0.25, "x": 0.5, "lr": 0.125},
        {"w": 6.0, "b": 16.0, "x": 0.5, "lr": 8.0}, {"w": 12.0, "b": 1.0, "x": 1.5, "lr": 6.0},
    )),
    Kind(_only(_TIE, lambda w, b, x, lr: lr * x < w), _only(_TIE_WIDE, lambda w, b, x, lr: lr * x < w)),
    Kind(_only(_UPHILL, _large), _only(_UPHILL_WIDE, _large),
         ({"w": 1.0, "b": 1.0, "x": 2.0, "lr": 1.0}, {"w": 1.0, "b": 0.25, "x": 2.0, "lr": 16.0})),
    Kind(_only(_TIE, lambda w, b, x, lr: lr * x > w), _only(_TIE_WIDE, lambda w, b, x, lr: lr * x > w),
         ({"w": 1.0, "b": 0.5, "x": 2.0, "lr": 1.0}, {"w": 1.0, "b": 1.0, "x": 1.0, "lr": 2.0})),
    Kind(_gone(POSITIVE, RATE), _gone(st.sampled_from([0.5, 1.5, 0.25, 8.0, 16.0, 3.0]), RATE_WIDE)),
)


def _one_way(sign):
    """The kinds of 5b.iii and 5b.iv; `sign` is that of w.

    The traps have w and x nearer to 0 than 1, where b*w is not beyond b/w, nor e beyond 1/x.
    """
    w, x, w_wide, x_wide = ((POSITIVE, NEGATIVE, POSITIVE_WIDE, NEGATIVE_WIDE) if sign > 0
                            else (NEGATIVE, POSITIVE, NEGATIVE_WIDE, POSITIVE_WIDE))
    points, wide = _point(w, x, POSITIVE, lr=RATE), _point(w_wide, x_wide, POSITIVE_WIDE, lr=RATE_WIDE)
    far = _point(w, x, st.just(0.5), lr=st.sampled_from([4.0, 8.0, 16.0, 32.0]))
    return (
        Kind(_only(points, lambda w, b, x, lr: lr <= b), _only(wide, lambda w, b, x, lr: lr <= b),
             ({"w": 0.5 * sign, "b": 1.0, "x": -0.5 * sign, "lr": 0.125},)),
        Kind(_only(far, lambda w, b, x, lr: lr > b), _only(wide, lambda w, b, x, lr: lr > b),
             ({"w": 1.0 * sign, "b": 1.0, "x": -0.5 * sign, "lr": 16.0},)),
    )


def _active(v):
    """An active unit: its bias makes the pre-activation at x equal to z."""
    return {"w": v["w"], "b": v["z"] - v["w"] * v["x"], "x": v["x"]}


def _asleep(w, x, z):
    return instance(w=w, x=x, z=z).map(_active)


def _leaky(z, z_wide, x=NONZERO, x_wide=NONZERO_WIDE):
    """Leaky units with the pre-activations z at x, and steps after which they have an elbow."""

    def units(w, x, z, rate, leak):
        steps = instance(w=w, z=z, x=x, delta=w, lr=rate, alpha=st.sampled_from(leak))
        return steps.map(lambda v: _active(v) | {name: v[name] for name in ("delta", "lr", "alpha")}).filter(
            lambda v: not np.isnan(LEAKY.reference(**v))
        )

    return Kind(units(NONZERO, x, z, RATE, [0.5, 0.25, 0.125]),
                units(NONZERO_WIDE, x_wide, z_wide, RATE_WIDE, [0.03125, 0.75, 0.5, 0.015625]))


def _shift(b, b_wide):
    return Kind(instance(w=NONZERO, b=b, delta=NONZERO, lr=RATE),
                instance(w=NONZERO_WIDE, b=b_wide, delta=NONZERO_WIDE, lr=RATE_WIDE))


def _decay(w, b, rate, mu):
    return instance(w=w, b=b, lr=rate, mu=mu)


def _steps(z, z_wide, x=NONZERO, x_wide=NONZERO_WIDE):
    """Units with the pre-activations z at x, with a residual and a rate."""
    return Kind(_point(NONZERO, x, z, delta=NONZERO, lr=RATE),
                _point(NONZERO_WIDE, x_wide, z_wide, delta=NONZERO_WIDE, lr=RATE_WIDE))


KINDS = {
    "5a.i": (
        Kind(
            instance(w=NONZERO, b=NONZERO),
            instance(w=NONZERO_WIDE, b=NONZERO_WIDE),
            ({"w": -2.0, "b": 3.0}, {"w": 0.1, "b": 0.3}, {"w": 8.0, "b": 16.0}, {"w": 1024.0, "b": 1.0},
             {"w": 1 / 1024, "b": 1.0}, {"w": -1.0, "b": 1024.0}),
        ),
        Kind(instance(w=NONZERO, b=_ZERO), instance(w=NONZERO_WIDE, b=_ZERO), ({"w": 8.0, "b": 0.0},)),
    ),
    "5a.ii": (
        Kind(instance(phi=st.sampled_from([2.0, 1.0, 0.5, 3.0, 0.0]), y=NUMBER),
             instance(phi=POSITIVE_WIDE, y=NONZERO_WIDE)),
    ),
    "5a.iii": _GRADIENTS,
    "5a.iv": _GRADIENTS,
    "5b.i": (
        Kind(_point(NONZERO, NUMBER, NEGATIVE, lr=RATE),
             _point(NONZERO_WIDE, NONZERO_WIDE, NEGATIVE_WIDE, lr=RATE_WIDE)),
        Kind(_point(NONZERO, NUMBER, _ZERO, lr=RATE), _point(NONZERO_WIDE, NONZERO_WIDE, _ZERO, lr=RATE_WIDE)),
    ),
    "5b.ii": _EITHER_WAY,
    "5b.iii": _one_way(1),
    "5b.iv": _one_way(-1),
    "5c": ELBOWS,
    "5d": NETWORKS,
    "5.shift": (_shift(POSITIVE, POSITIVE_WIDE), _shift(NEGATIVE, NEGATIVE_WIDE), _shift(_ZERO, _ZERO)),
    "5.slope": (_steps(UPPER, POSITIVE_WIDE), _steps(NEGATIVE, NEGATIVE_WIDE),
                _steps(NONZERO, NONZERO_WIDE, _ZERO, _ZERO), _steps(_ZERO, _ZERO)),
    "5.one_step_fit": (Kind(instance(x=NONZERO), instance(x=NONZERO_WIDE), ({"x": 0.5}, {"x": 8.0})),
                       Kind(instance(x=_ZERO))),
    "5.falls_asleep": (Kind(_asleep(NONZERO, NONZERO, POSITIVE), _asleep(NONZERO_WIDE, NONZERO_WIDE, POSITIVE_WIDE)),
                       Kind(_asleep(NONZERO, _ZERO, POSITIVE), _asleep(NONZERO_WIDE, _ZERO, POSITIVE_WIDE)),
                       Kind(_asleep(_ZERO, NONZERO, POSITIVE), _asleep(_ZERO, NONZERO_WIDE, POSITIVE_WIDE))),
    "5.weight_decay": (
        Kind(_decay(NONZERO, NUMBER, RATE, POSITIVE).filter(lambda v: v["lr"] * v["mu"] != 1),
             _decay(NONZERO_WIDE, NONZERO_WIDE, RATE_WIDE, POSITIVE_WIDE).filter(lambda v: v["lr"] * v["mu"] != 1)),
        Kind(
            instance(w=NONZERO, b=NUMBER, lr=RATE).map(lambda v: v | {"mu": 1.0 / v["lr"]}),
            instance(w=NONZERO_WIDE, b=NONZERO_WIDE, lr=st.sampled_from([8.0, 64.0, 0.0625])).map(
                lambda v: v | {"mu": 1.0 / v["lr"]}
            ),
        ),
    ),
    "5.leaky": (
        _leaky(NEGATIVE, NEGATIVE_WIDE),
        _leaky(POSITIVE, POSITIVE_WIDE),
        _leaky(_ZERO, _ZERO),
        Kind(
            instance(b=NUMBER, x=POSITIVE, lr=RATE, alpha=st.just(0.5))
            .map(lambda v: {"w": v["lr"] * v["x"], "b": v["b"], "x": v["x"], "delta": 1.0, "lr": v["lr"], "alpha": 0.5})
            .filter(lambda v: np.isnan(LEAKY.reference(**v)))
        ),
        _leaky(NONZERO, NONZERO_WIDE, _ZERO, _ZERO),
    ),
    "5.born_dead": BORN_DEAD,
    "5.valley": tuple(_both(*z, y=(POSITIVE, POSITIVE_WIDE)) for z in (
        (UPPER, POSITIVE_WIDE), (NEGATIVE, NEGATIVE_WIDE), (_ZERO, _ZERO), (UPPER, POSITIVE_WIDE, _ZERO, _ZERO))),
}
