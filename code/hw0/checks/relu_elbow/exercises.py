"""The exercises of chapter 5: what follows from the law of the elbow, checked like the parts of the homework."""
import numpy as np

from hw0 import relu_elbow
from hw0.checks.part import Case, Mistake, Part
from hw0.relu_elbow import fates, unit_path

_ELBOW_STAYS = Mistake("This is the elbow before the step.", lambda _, w, b, **more: -b / w)

SHIFT = Part(
    "5.shift", "the elbow e' after one step with residual delta at the training input x = 0", ("w", "b", "delta", "lr"),
    lambda w, b, delta, lr: relu_elbow.moved_elbow(w, b, 0.0, delta, lr=lr),
    cases=(Case("b > 0", "the unit is active at 0"),
           Case("b < 0", "the unit is inactive at 0",
                edge=True),
           Case("b = 0",
                "ReLU'(0) is 0, and nothing moves", edge=True)),
    mistakes=(Mistake("No gradient reaches w at x = 0, but one reaches b.", _ELBOW_STAYS.rival),
           Mistake("The step goes downhill: b' = b - lr * delta.", lambda _, w, b, delta, lr: -(b + lr * delta) / w)))

ONE_STEP_FIT = Part(
    "5.one_step_fit", "the learning rate with which one step makes the residual of an active unit exactly 0; y > 0",
    ("x",),
    lambda x: 1.0 / (1.0 + x**2),
    cases=(Case("x != 0"),
           Case("x = 0", "only the bias moves", edge=True)),
    mistakes=(Mistake("The bias moves as well, and brings its share of the change.", lambda _, x: np.divide(1.0, x**2)),
           Mistake("The weight's step has a factor x, and so has its effect on the output: x**2, not x.",
                lambda _, x: np.divide(1.0, 1.0 + x))))


FALLS_ASLEEP = Part(
    "5.falls_asleep", "the smallest learning rate with which one step with residual 1 leaves the unit inactive at x",
    ("w", "b", "x"), lambda w, b, x: (w * x + b) / (1.0 + x**2),
    cases=(Case("x != 0"),
           Case("x = 0", "only the bias moves",
                edge=True),
           Case("w = 0 < b",
                "the unit is active everywhere", edge=True)),
    mistakes=(Mistake("With this rate the slope becomes 0; ask when w' x + b' does.",
                      lambda _, w, b, x: np.divide(w, x)),
           Mistake("With this rate the bias becomes 0; ask when w' x + b' does.", lambda _, w, b, x: b),
           Mistake("The bias moves as well, and brings its share of the change.",
                lambda _, w, b, x: np.divide(w * x + b, x**2))))


WEIGHT_DECAY = Part(
    "5.weight_decay", "the elbow e' of an inactive unit after one step on the loss plus mu/2 w^2",
    ("w", "b", "lr", "mu"), lambda w, b, lr, mu: relu_elbow.elbow_or_nan(w - lr * mu * w, b),
    cases=(Case("lr*mu != 1"),
           Case("lr*mu = 1",
                "the weight becomes 0, and no elbow is left, so return nan", edge=True)),
    mistakes=(Mistake("No gradient of the loss reaches the unit; the penalty reaches w, and w alone.",
                      lambda _, w, b, lr, mu: -b / w),
           *(Mistake("The penalty is mu/2 w^2, and its derivative mu w: a factor 2 too many.",
                     lambda _, w, b, lr, mu, elbow=elbow: elbow(w - 2 * lr * mu * w, b))
             for elbow in (relu_elbow.elbow_or_nan, lambda w, b: -b / w)),      # nan, or an error, without an elbow
           Mistake("w is multiplied by 1 - lr*mu, so the elbow is divided by it.",
                   lambda _, w, b, lr, mu: -b / w * (1 - lr * mu)),
           Mistake("Only the weight is penalised; the bias stays.", lambda _, w, b, lr, mu: -b * (1 - mu) / w)))


def _leaky_step(w, b, x, delta, lr, alpha):
    g = delta * (1.0 if w * x + b > 0 else alpha)
    return relu_elbow.elbow_or_nan(w - lr * g * x, b - lr * g)


LEAKY = Part(
    "5.leaky", "the elbow e' of a leaky unit (slope alpha w where w t + b <= 0) after one step",
    ("w", "b", "x", "delta", "lr", "alpha"),
    _leaky_step,
    cases=(Case("w x + b < 0", "a little of the gradient leaks through"),
           Case("w x + b > 0", "the unit is an ordinary one"),
           Case("w x + b = 0", "the slope at the kink is alpha", edge=True),
           Case("the new slope is 0", "no elbow is left, so return nan", edge=True),
           Case("x = 0", "only the bias moves", edge=True)),
    mistakes=(Mistake("That is a unit without leak: here an inactive unit moves as well.",
                lambda _, w, b, x, delta, lr, alpha: relu_elbow.moved_elbow(w, b, x, delta, lr=lr)),
           Mistake("An active unit does not feel alpha.",
                lambda _, w, b, x, delta, lr, alpha: -(b - lr * delta * alpha) / (w - lr * delta * alpha * x))))

SLOPE = Part(
    "5.slope", "the slope w' of a unit after one step with residual delta at x", ("w", "b", "x", "delta", "lr"),
    lambda w, b, x, delta, lr: relu_elbow.residual_step(w, b, x, delta, lr=lr).w,
    cases=(Case("w x + b > 0", "the unit is active at x"),
           Case("w x + b < 0", "the unit is inactive at x, and keeps its slope"),
           Case("x = 0", "no gradient reaches w there, only b", edge=True),
           Case("w x + b = 0", "ReLU'(0) is 0, and nothing moves", edge=True)),
    mistakes=(Mistake("A unit that is inactive at x keeps its slope.",
                      lambda _, w, b, x, delta, lr: w - lr * delta * x),
              Mistake("The step goes downhill: w' = w - lr * delta * x.", lambda e, w, **_: 2 * w - e),
              Mistake("The factor dphi/dw = x is missing.",
                      lambda _, w, b, x, delta, lr: w - lr * delta * (w * x + b > 0)),
              Mistake("That is the change of the slope; add it to w.", lambda e, w, **_: e - w)))


BORN_DEAD = Part(
    "5.born_dead", "the probability that a unit with weight and bias uniform on (-1, 1) is inactive at all points from "
    "-left to right, both ends included; left, right > 0", ("left", "right"), fates.born_dead,
    cases=(Case("left >= 1 and right >= 1"),
           Case("left < 1 or right < 1", "the line b = -w x leaves the square at its side, not at its bottom",
                edge=True)),
    mistakes=(Mistake("The area is to be divided by that of the square, 4.", lambda e, **_: 4 * e),
              Mistake("The square has the area 4, not 2.", lambda e, **_: 2 * e),
              Mistake("A unit with a negative weight can be dead, too: its line is highest at -left.",
                      lambda e, left, right: fates.born_dead(right, right) / 2),
              Mistake("A unit with a positive weight can be dead, too: its line is highest at right.",
                      lambda e, left, right: fates.born_dead(left, left) / 2),
              Mistake("A positive weight has its highest point at right, a negative one at -left.",
                      lambda e, left, right: fates.born_dead(max(left, right), max(left, right))),
              Mistake("A positive weight has its highest point at right, a negative one at -left.",
                      lambda e, left, right: fates.born_dead(min(left, right), min(left, right))),
              Mistake("That is the probability that it is not dead.", lambda e, **_: 1 - e)))



def _along(way):
    """A rival of the foot: from (w, b) by (way_w, way_b), a function of the residual and x; a sleeping unit stays."""
    def rival(_, w, b, x, y):
        delta = (w * x + b - y) * (w * x + b > 0)
        by_w, by_b = way(delta, x)
        return w - by_w, b - by_b
    return rival


VALLEY = Part(
    "5.valley", "the pair (w, b) at which a unit ends that takes steps on the point (x, y) only, at a rate of at most "
    "1 / (1 + x^2); y > 0", ("w", "b", "x", "y"),
    lambda w, b, x, y: tuple(map(float, unit_path.valley_foot(w, b, x, y))),
    cases=(Case("w x + b > 0", "the unit is active, and comes down into the valley w x + b = y"),
           Case("w x + b < 0", "the unit is inactive at its only point, and stays"),
           Case("w x + b = 0", "ReLU'(0) is 0, and nothing moves", edge=True),
           Case("x = 0", "only the bias moves", edge=True)),
    mistakes=(Mistake("This takes an inactive unit into the valley, too; it feels nothing, and stays.",
                      lambda _, w, b, x, y: (w - (w * x + b - y) * x / (1 + x**2), b - (w * x + b - y) / (1 + x**2))),
              Mistake("That is one step at the rate 1; the walk ends where no residual is left.",
                      _along(lambda delta, x: (delta * x, delta))),
              Mistake("The weight moves as well: every step goes along (x, 1).",
                      _along(lambda delta, x: (0.0, delta))),
              Mistake("The bias moves as well: every step goes along (x, 1).",
                      _along(lambda delta, x: (np.divide(delta, x), 0.0))),
              Mistake("For each unit of way along (x, 1) the output changes by x**2 + 1.",
                      _along(lambda delta, x: (np.divide(delta * x, 1 + x), np.divide(delta, 1 + x)))),
              Mistake("A half of the change each is a way along (1 / x, 1), not along (x, 1).",
                      _along(lambda delta, x: (np.divide(delta, 2 * x), delta / 2))),
              Mistake("That is the shortest of all units in the valley; the walk ends at the one nearest to its start.",
                      lambda _, w, b, x, y: (y * x / (1 + x**2), y / (1 + x**2))),
              Mistake("The step goes downhill, against the residual.",
                      _along(lambda delta, x: (-delta * x / (1 + x**2), -delta / (1 + x**2))))))

PARTS = (SHIFT, ONE_STEP_FIT, FALLS_ASLEEP, WEIGHT_DECAY, LEAKY, SLOPE, BORN_DEAD, VALLEY)
