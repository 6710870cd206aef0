"""Problem 5: the elbow of a ReLU unit, its gradients, and where one SGD step with residual 1 moves it."""

from hw0 import relu_elbow
from hw0.checks.mistakes import DOUBLE, HALF, SIGN, always
from hw0.checks.part import Case, Mistake, Part

ELBOW = Part(
    "5a.i", "the elbow e of max(0, w t + b)", ("w", "b"), relu_elbow.elbow,
    cases=(Case("b != 0"),
           Case("b = 0", "the elbow is at 0")),
    mistakes=(SIGN, Mistake("It is upside down: solve w e + b = 0 for e.", lambda _, w, b: -w / b),
           Mistake("Solve w e + b = 0 for e: divide by w.", lambda _, w, b: -b)))

RESIDUAL = Part(
    "5a.ii", "dloss/dphi of the loss 1/2 (phi - y)^2", ("phi", "y"), relu_elbow.dloss_dphi,
    cases=(Case("phi >= 0"),),
    mistakes=(SIGN, DOUBLE, HALF,
              Mistake("This is the loss itself, not its derivative.", lambda _, phi, y: (phi - y) ** 2 / 2)))


ACTIVE = Case("w x + b > 0", "the unit is active")
INACTIVE = Case("w x + b < 0",
                "the unit is inactive, and no gradient reaches its weight or bias")
KINK = Case("w x + b = 0",
            "the point sits on the kink, where ReLU' is 0 by convention", edge=True)

FLAT = Case("w = 0",
            "the unit is active everywhere if b > 0, and else nowhere", edge=True)
ORIGIN = Case("x = 0",
              "only b decides there, and only the gradient of b can be other than 0", edge=True)

WEIGHT_GRADIENT = Part(
    "5a.iii", "dloss/dw of the loss 1/2 (phi(x) - y)^2", ("w", "b", "x", "y"), relu_elbow.dloss_dw,
    cases=(ACTIVE, INACTIVE, KINK, FLAT, ORIGIN),
    mistakes=(Mistake("The factor dphi/dw = x is missing.", lambda _, w, b, x, y: relu_elbow.dloss_db(w, b, x, y)),
           Mistake("The factor dphi/dw is x, not w.", lambda _, w, b, x, y: relu_elbow.dloss_db(w, b, x, y) * w),
           Mistake("The residual is phi(x) - y, not y.", lambda _, w, b, x, y: y * x * (w * x + b > 0)),
           Mistake("The residual is phi(x) - y, not phi(x).", lambda _, w, b, x, y: max(0.0, w * x + b) * x),
           Mistake("This is dphi/dw: the factor dloss/dphi is missing.", lambda _, w, b, x, y: x * (w * x + b > 0)),
           SIGN, DOUBLE, HALF))

BIAS_GRADIENT = Part(
    "5a.iv", "dloss/db of the loss 1/2 (phi(x) - y)^2", ("w", "b", "x", "y"), relu_elbow.dloss_db,
    cases=(ACTIVE, INACTIVE, KINK, FLAT, ORIGIN),
    mistakes=(Mistake("The factor dphi/db is 1, not x.", lambda _, w, b, x, y: relu_elbow.dloss_dw(w, b, x, y)),
           Mistake("The factor dphi/db is 1, not b.", lambda _, w, b, x, y: relu_elbow.dloss_db(w, b, x, y) * b),
           Mistake("The residual is phi(x) - y, not y.", lambda _, w, b, x, y: y * (w * x + b > 0)),
           Mistake("The residual is phi(x) - y, not phi(x).", lambda _, w, b, x, y: max(0.0, w * x + b)),
           Mistake("This is dphi/db: the factor dloss/dphi is missing.", lambda _, w, b, x, y: 1.0 * (w * x + b > 0)),
           SIGN, DOUBLE, HALF))


_OPPOSITE = Mistake("It is the opposite direction.",
                    lambda expected, **_: {"left": "right", "right": "left"}.get(expected, expected))


def _direction(part, unit, case, *cases, mistakes=()):
    """The Part of a direction: left, right, stays or gone."""
    return Part(part, f"'left', 'right', 'stays' or 'gone': the elbow of {unit} in one SGD step with phi(x) - y = 1",
                ("w", "b", "x", "lr"),
                relu_elbow.direction, cases=(case, *cases), words=("left", "right", "stays", "gone"), constant=True,
                mistakes=mistakes)


UNMOVED = _direction(
    "5b.i", "an inactive unit",
    Case("w x + b < 0", "the unit is inactive, and its gradient is 0"),
    Case("w x + b = 0", "ReLU'(0) is 0 by convention", edge=True))


EITHER_WAY = _direction(
    "5b.ii", "an active unit with w > 0 and x > 0",
    Case("lr*x < w and w != b*x",
         "the direction depends on the sign of w - b*x"),
    Case("w = b*x", "the elbow sits on the fixed point -1/x and stays",
         edge=True),
    Case("lr*x > w",
         "the step flips the unit, and the direction is reversed", edge=True),
    Case("w = b*x and lr*x > w",
         "the step flips the unit, and the elbow stays all the same",
         edge=True),
    Case("lr*x = w", "the new slope is 0, and the elbow is gone", edge=True),
    mistakes=(always("right", "Where lr*x < w, it goes right only if w > b*x."),
           always("left", "Where lr*x < w, it goes left only if w < b*x."),
           Mistake("The elbow is not drawn towards 0.",
                   lambda expected, w, b, **_: "right" if b > 0 else "left" if b < 0 else "stays"), _OPPOSITE))


def _one_way(part, unit):
    """A Part whose elbow goes one way for every learning rate; the large ones carry it past 0."""
    return _direction(part, unit, Case("lr <= b", "the bias does not fall below 0"),
                      Case("lr > b", "the elbow passes 0", edge=True), mistakes=(_OPPOSITE,))


TO_THE_RIGHT = _one_way("5b.iii", "an active unit with w > 0 and x < 0")
TO_THE_LEFT = _one_way("5b.iv", "an active unit with w < 0 and x > 0")

PARTS = (ELBOW, RESIDUAL, WEIGHT_GRADIENT, BIAS_GRADIENT, UNMOVED, EITHER_WAY, TO_THE_RIGHT, TO_THE_LEFT)
