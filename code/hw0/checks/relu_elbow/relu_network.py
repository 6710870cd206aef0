"""Problem 5, continued: the elbows of a network of ReLU units, before and after one SGD step."""
import numpy as np
from hypothesis import strategies as st

from hw0.checks.mistakes import SIGN
from hw0.checks.part import Case, Mistake, Part
from hw0.checks.strategies import NEGATIVE, NONZERO, NUMBER, POSITIVE, RATE, array, instance
from hw0.relu_elbow import relu_network

WIDTHS = st.sampled_from([1, 2, 3])
_NOTHING = st.just(())


def _units(**entries):
    """Strategy of dicts of arrays (h,) for h = 1, 2, 3."""
    return WIDTHS.flatmap(lambda h: instance(**{name: array(h, entries=e) for name, e in entries.items()}))


def _with_a_constant_unit(v):
    return v | {"W1": np.append(v["W1"], 0.0), "b": np.append(v["b"], 1.0)}


ELBOWS = Part(
    "5c", "the elbows e (h,), nan for a unit without elbow", ("W1", "b"), relu_network.elbows,
    cases=(Case("every W1_i != 0", _units(W1=NONZERO, b=NUMBER)),
           Case("some W1_i = 0", _units(W1=NONZERO, b=NUMBER).map(_with_a_constant_unit),
                "that unit is constant and has no elbow, so return nan for it", edge=True)),
    mistakes=(SIGN, Mistake("It is upside down: solve W1_i e_i + b_i = 0 for e_i.", lambda _, W1, b: -W1 / b)))


def _points(W2=NONZERO, x=NONZERO, more=_NOTHING):
    """Networks of active units with a training point x, y; `more` is the strategy of (W1, z, W2) of one unit added.

    The pre-activation z of a unit at x is drawn, and its bias chosen for it.
    """
    def network(v):
        W1, z, W2 = (np.append(v["units"][name], v["more"][k:k + 1]) for k, name in enumerate(("W1", "z", "W2")))
        return {"W1": W1, "b": z - W1 * v["x"], "W2": W2, "x": v["x"], "y": v["y"], "lr": v["lr"]}
    return instance(units=_units(W1=NONZERO, z=POSITIVE, W2=W2), more=more, x=x, y=NUMBER, lr=RATE).map(network)


def _slope_lost(v):
    """The same with y chosen so that the step takes the slope of the first unit to 0; that unit must be active."""
    hidden = np.maximum(0.0, v["W1"] * v["x"] + v["b"])
    delta = v["W1"][0] / (v["lr"] * v["W2"][0] * v["x"])
    return v | {"y": float(hidden @ v["W2"] - delta)}


def _keeps_every_slope(v):
    return not np.isnan(relu_network.moved_elbows(**v)).any()


def _step(residual=lambda f, y: f - y, weight=lambda W2, change: W2, active=lambda z: z > 0, reach=lambda x: x,
          sign=-1.0,
          hidden=lambda z: np.maximum(0.0, z)):
    """A rival of 5d: the right step with one ingredient changed; `change` is how far the step lowers W2."""
    def rival(expected, W1, b, W2, x, y, lr):
        z = W1 * x + b
        delta = residual(hidden(z) @ W2, y)
        g = delta * weight(W2, lr * delta * hidden(z)) * active(z)
        return -(b + sign * lr * g) / (W1 + sign * lr * g * reach(x))
    return rival


_POWER_OF_TWO = st.sampled_from([1.0, -1.0, 2.0, -2.0])     # so that delta comes out exact: see instances.py

MOVED_ELBOWS = Part(
    "5d", "the elbows e' (h,) after one SGD step, nan for a unit without elbow", ("W1", "b", "W2", "x", "y", "lr"),
    relu_network.moved_elbows,
    cases=(Case("every unit is active", _points().filter(_keeps_every_slope)),
           Case("some unit is inactive", _points(more=st.tuples(NONZERO, NEGATIVE, NONZERO)).filter(_keeps_every_slope),
                "no gradient reaches it, and its elbow stays"),
           Case("some W1_i x + b_i = 0",
                _points(more=st.tuples(NONZERO, st.just(0.0), NONZERO)).filter(_keeps_every_slope),
                "ReLU'(0) is 0 by convention, and that elbow stays", edge=True),
           Case("some new slope is 0", _points(_POWER_OF_TWO, _POWER_OF_TWO).map(_slope_lost),
                "that elbow is gone, so return nan for it", edge=True),
           Case("some W1_i = 0", _points(more=st.tuples(st.just(0.0), NONZERO, NONZERO)),
                "that unit has no elbow, unless the step gives it a slope", edge=True),
           Case("x = 0", _points(x=st.just(0.0)), "only the biases move", edge=True)),
    mistakes=(Mistake("These are the elbows before the step.", lambda _, W1, b, **more: -b / W1),
           Mistake("The step goes uphill: p' = p - lr * gradient.", _step(sign=1.0)),
           Mistake("The output weight W2_i is missing in the gradient of unit i.",
                   _step(weight=lambda W2, change: 1.0)),
           Mistake("The residual is f(x) - y, not y.", _step(residual=lambda f, y: y)),
           Mistake("The residual is f(x) - y, not 1.", _step(residual=lambda f, y: 1.0)),
           Mistake("The network adds up max(0, W1_i x + b_i): an inactive unit adds 0 to the residual.",
                   _step(hidden=lambda z: z)),
           Mistake("The factor x is missing in the gradient of W1_i.", _step(reach=lambda x: 1.0)),
           Mistake("No gradient reaches an inactive unit: the factor ReLU'(W1_i x + b_i) is missing.",
                _step(active=np.ones_like)),
           Mistake("All parameters move at once: the gradient takes the old W2.",
                _step(weight=lambda W2, change: W2 - change)),
           SIGN))

PARTS = (ELBOWS, MOVED_ELBOWS)
