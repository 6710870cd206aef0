"""The kinds of instances of 5c and 5d, the elbows of a network, and of its start: units of every kind, few and many."""

import numpy as np
from hypothesis import strategies as st

from hw0.relu_elbow import relu_network
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
    array,
    instance,
)

WIDTHS = st.sampled_from([1, 2, 3])
_ZERO, _NOTHING = st.just(0.0), st.just(())


def _units(widths=WIDTHS, **entries):
    """Strategy of dicts of arrays (h,)."""
    return widths.flatmap(lambda h: instance(**{name: array(h, entries=e) for name, e in entries.items()}))


def _with_a_constant_unit(v):
    return v | {"W1": np.append(v["W1"], 0.0), "b": np.append(v["b"], 1.0)}


def _constant_first(v):
    return v | {"W1": np.append(0.0, v["W1"]), "b": np.append(-0.5, v["b"])}


_MANY = st.sampled_from([4, 5, 6, 1])
_PLAIN_UNITS, _UNITS_WIDE = _units(W1=NONZERO, b=NUMBER), _units(_MANY, W1=NONZERO_WIDE, b=NONZERO_WIDE)


def _points(W2=NONZERO, x=NONZERO, more=_NOTHING):
    """Networks of active units with a training point x, y; `more` is the strategy of (W1, z, W2) of one unit added.

    The pre-activation z of a unit at x is drawn, and its bias chosen for it.
    """
    return instance(units=_units(W1=NONZERO, z=POSITIVE, W2=W2), more=more, x=x, y=NUMBER, lr=RATE).map(_network)


def _points_wide(x=NONZERO_WIDE, more=_NOTHING, W2=NONZERO_WIDE):
    return instance(units=_units(_MANY, W1=NONZERO_WIDE, z=POSITIVE_WIDE, W2=W2), more=more, x=x, y=TARGET,
                    lr=RATE).map(_network)


def _network(v):
    W1, z, W2 = (np.append(v["units"][name], v["more"][k : k + 1]) for k, name in enumerate(("W1", "z", "W2")))
    return {"W1": W1, "b": z - W1 * v["x"], "W2": W2, "x": v["x"], "y": v["y"], "lr": v["lr"]}


def _slope_lost(v):
    """The same with y chosen so that the step takes the slope of the first unit to 0; that unit must be active."""
    hidden = np.maximum(0.0, v["W1"] * v["x"] + v["b"])
    delta = v["W1"][0] / (v["lr"] * v["W2"][0] * v["x"])
    return v | {"y": float(hidden @ v["W2"] - delta)}


def _keeps_every_slope(v):
    return not np.isnan(relu_network.moved_elbows(**v)).any()


def _network_kind(readable, wide):
    return Kind(_points(more=readable).filter(_keeps_every_slope), _points_wide(more=wide).filter(_keeps_every_slope))


_POWER_OF_TWO = st.sampled_from([1.0, -1.0, 2.0, -2.0])  # so that delta comes out exact
NETWORKS = (
    _network_kind(_NOTHING, _NOTHING),
    _network_kind(st.tuples(NONZERO, NEGATIVE, NONZERO), st.tuples(NONZERO_WIDE, NEGATIVE_WIDE, NONZERO_WIDE)),
    _network_kind(st.tuples(NONZERO, _ZERO, NONZERO), st.tuples(NONZERO_WIDE, _ZERO, NONZERO_WIDE)),
    Kind(_points(_POWER_OF_TWO, _POWER_OF_TWO).map(_slope_lost)),
    Kind(_points(more=st.tuples(_ZERO, NONZERO, NONZERO)),
         _points_wide(more=st.tuples(_ZERO, NONZERO_WIDE, NONZERO_WIDE))),
    Kind(_points(x=_ZERO), _points_wide(x=_ZERO)),
)

ELBOWS = (
    Kind(_PLAIN_UNITS, _UNITS_WIDE),
    Kind(_PLAIN_UNITS.map(_with_a_constant_unit),
         st.one_of(_UNITS_WIDE.map(_with_a_constant_unit), _UNITS_WIDE.map(_constant_first))),
)

_FAR, _FAR_WIDE = st.sampled_from([1.0, 2.0, 3.0, 4.0, 1.5]), st.sampled_from([1.0, 64.0, 2.5, 300.0, 8.0])
_NEAR, _NEAR_WIDE = st.sampled_from([0.5, 0.25, 0.75]), st.sampled_from([0.0625, 0.875, 0.001953125])


def _ends(left, right):
    return instance(left=left, right=right)


BORN_DEAD = (
    Kind(_ends(_FAR, _FAR), _ends(_FAR_WIDE, _FAR_WIDE), ({"left": 1.0, "right": 2.0}, {"left": 2.0, "right": 1.0})),
    Kind(_ends(_NEAR, _NEAR | _FAR) | _ends(_FAR, _NEAR), _ends(_NEAR_WIDE, _FAR_WIDE) | _ends(_FAR_WIDE, _NEAR_WIDE),
         ({"left": 0.5, "right": 1.0}, {"left": 1.0, "right": 0.5}, {"left": 0.5, "right": 0.25})),
)
