"""Problem 5, continued: the elbows of a network of ReLU units, before and after one SGD step."""
import numpy as np

from hw0.checks.mistakes import SIGN
from hw0.checks.part import Case, Mistake, Part
from hw0.relu_elbow import relu_network

ELBOWS = Part(
    "5c", "the elbows e (h,), nan for a unit without elbow", ("W1", "b"), relu_network.elbows,
    cases=(Case("every W1_i != 0"),
           Case("some W1_i = 0",
                "that unit is constant and has no elbow, so return nan for it", edge=True)),
    mistakes=(SIGN, Mistake("It is upside down: solve W1_i e_i + b_i = 0 for e_i.", lambda _, W1, b: -W1 / b)))


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


MOVED_ELBOWS = Part(
    "5d", "the elbows e' (h,) after one SGD step, nan for a unit without elbow", ("W1", "b", "W2", "x", "y", "lr"),
    relu_network.moved_elbows,
    cases=(Case("every unit is active"),
           Case("some unit is inactive",
                "no gradient reaches it, and its elbow stays"),
           Case("some W1_i x + b_i = 0",
                "ReLU'(0) is 0 by convention, and that elbow stays", edge=True),
           Case("some new slope is 0",
                "that elbow is gone, so return nan for it", edge=True),
           Case("some W1_i = 0",
                "that unit has no elbow, unless the step gives it a slope", edge=True),
           Case("x = 0", "only the biases move", edge=True)),
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
