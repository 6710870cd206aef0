"""The correct claims on one ReLU unit: each topic with its referee, which must agree on random instances.

Where a claim is a formula, the truth is found another way: by bisection, or by difference quotients.
The functions take what they need of an instance by name and ignore the rest.
"""
import numpy as np

from hw0 import relu_elbow
from hw0.audit.referee import Referee, always, assign
from hw0.audit.relu_elbow.samples import ACTIVE, ANY, II, II_SMALL, III, INACTIVE, IV
from hw0.relu_elbow import dloss_db, dloss_dphi, dloss_dw, unit


def difference_quotient(f, at, h=1e-4):
    """f'(at) for a function that is quadratic near there, up to rounding."""
    return (f(at + h) - f(at - h)) / (2 * h)


def switch(w, b, **_):
    """Where the unit starts to be positive, by bisection."""
    off, on = (-100.0, 100.0) if w > 0 else (100.0, -100.0)
    for _ in range(60):
        middle = (off + on) / 2
        off, on = (off, middle) if unit(w, b, middle) > 0 else (middle, on)
    return on


def loss_at(w, b, x, y):
    """½ (phi(x) - y)² of the unit max(0, w x + b)."""
    return relu_elbow.loss(unit(w, b, x), y)


def slopes(w, b, x, y, **_):
    """(dloss/dw, dloss/db) by difference quotients."""
    return (difference_quotient(lambda p: loss_at(p, b, x, y), w),
            difference_quotient(lambda p: loss_at(w, p, x, y), b))


def after(w, b, x, lr, **_):
    """(w', b') after one step with residual 1."""
    return relu_elbow.sgd_step(w, b, x, unit(w, b, x) - 1, lr=lr)


def new_elbow(w, b, x, lr, **_):
    """e' after one step with residual 1, by hw0; nan where w' = 0."""
    return relu_elbow.moved_elbow(w, b, x, lr=lr)


def direction(w, b, x, lr, **_):
    """"left", "right", "stays" or "gone": what hw0 says of the elbow in one step with residual 1."""
    return relu_elbow.direction(w, b, x, lr=lr)


def lower_at_x(w, b, x, lr, **_):
    """True if the step lowers phi(x), the prediction at its own training point."""
    return bool(unit(*after(w, b, x, lr), x) < unit(w, b, x))


def slope_change(**v):
    """-1, 0 or 1: the sign of w' - w."""
    return float(np.sign(after(**v)[0] - v["w"]))


def point_under_the_graph(w, b, x, **_):
    """The y whose residual is 1: the residual is linear in y, so two of its values tell."""
    at_0, at_1 = (dloss_dphi(unit(w, b, x), y) for y in (0.0, 1.0))
    return (1 - at_0) / (at_1 - at_0)


def _active(w, b, x, **_):
    return bool(w * x + b > 0)


BY_QUOTIENT = 1e-6      # what a difference quotient with h = 1e-4 may be off
KINK = ({"w": 2.0, "b": -2.0, "x": 1.0, "y": 3.0, "z": 0.0},)

ONE_UNIT = assign(
    ("chatgpt-5ai-1 grok-5a-i-1 deepseek-5a-1 deepseek-5a-5 chatgpt-5c-1 grok-5c-1 deepseek-5c-1 deepseek-5c-2",
     Referee("a unit with w != 0 switches at -b/w", lambda w, b, **_: -b / w, switch, ANY)),
    ("grok-5a-i-2", Referee("a unit with w = 0 is constant: 0 or b",
                           lambda b, **_: b if b > 0 else 0.0, lambda b, t, **_: unit(0.0, b, t), ANY)),
    ("grok-5intro-1", Referee("ReLU'(0) = 0", always(0.0), lambda z, **_: relu_elbow.relu_grad(z), KINK)),
    ("chatgpt-5aii-1 grok-5a-ii-1 deepseek-5a-2 deepseek-5a-6",
     Referee("dloss/dphi = phi - y", lambda w, b, x, y, **_: unit(w, b, x) - y, lambda w, b, x, y, **_:
            difference_quotient(lambda phi: relu_elbow.loss(phi, y), unit(w, b, x)), ANY, BY_QUOTIENT)),
    ("grok-5a-iii-1", Referee("dphi/dw = x if active, else 0", lambda w, b, x, **_: x * (w * x + b > 0),
                             lambda w, b, x, **_: difference_quotient(lambda p: unit(p, b, x), w), ANY, BY_QUOTIENT)),
    ("chatgpt-5aiv-1 grok-5a-iv-1", Referee("dphi/db = 1 if active, else 0", lambda w, b, x, **_: 1.0 * (w * x + b > 0),
                                           lambda w, b, x, **_: difference_quotient(lambda p: unit(w, p, x), b), ANY,
                                           BY_QUOTIENT)),
    ("chatgpt-5aiii-1 chatgpt-5aiii-3 chatgpt-5aiii-4 grok-5a-iii-2 deepseek-5a-3 deepseek-5a-7",
     Referee("dloss/dw = (phi - y) x if active, else 0",
            lambda w, b, x, y, **_: (w * x + b - y) * x if w * x + b > 0 else 0.0, lambda **v: slopes(**v)[0], ANY,
            BY_QUOTIENT)),
    ("chatgpt-5aiv-2 grok-5a-iv-2 deepseek-5a-4 deepseek-5a-8",
     Referee("dloss/db = phi - y if active, else 0",
            lambda w, b, x, y, **_: w * x + b - y if w * x + b > 0 else 0.0, lambda **v: slopes(**v)[1], ANY,
            BY_QUOTIENT)),
    ("chatgpt-5aiii-2", Referee("dloss/dw = 0 where w x + b <= 0, the kink included", always(0.0),
                               lambda w, b, x, y, **_: dloss_dw(w, b, x, y), (*INACTIVE, *KINK))))

ONE_STEP = assign(
    ("chatgpt-5b-1 grok-5b-0-1",
     Referee("p' = p - lr * gradient",
             lambda **v: (v["w"] - v["lr"] * slopes(**v)[0], v["b"] - v["lr"] * slopes(**v)[1]),
            lambda w, b, x, y, lr, **_: relu_elbow.sgd_step(w, b, x, y, lr=lr), ANY, 1e-5)),
    ("chatgpt-5b-2", Referee("the step lowers phi(x) exactly if the unit is active", _active, lower_at_x, ANY)),
    ("chatgpt-5bi-1 grok-5b-i-1", Referee("phi(x) = 0 means w x + b <= 0", lambda w, b, x, **_: w * x + b <= 0,
                                         lambda w, b, x, **_: unit(w, b, x) == 0, ANY)),
    ("chatgpt-5bi-2 grok-5b-i-2 grok-5b-i-3 deepseek-5b-i-1 deepseek-5b-i-2 deepseek-5b-i-3 "
     "chatgpt-5btable-1 chatgpt-5btable-8 chatgpt-5btable-12",
     Referee("(i) weight, bias and elbow stay", lambda w, b, **_: (w, b, -b / w),
             lambda **v: (*after(**v), new_elbow(**v)), INACTIVE)),
    ("grok-5b-i-4", Referee("(i) residual 1 means y = -1", always(1.0),
                            lambda w, b, x, **_: dloss_dphi(unit(w, b, x), -1.0), INACTIVE)),
    ("grok-5b-ii-9 deepseek-5b-diag-2",
     Referee("residual 1: the training point lies one unit under the graph", lambda w, b, x, **_: unit(w, b, x) - 1,
            point_under_the_graph, ACTIVE)),
    ("grok-5b-ii-1 grok-5b-iii-1 grok-5b-iv-1",
     Referee("an active unit with residual 1 has the gradient (x, 1)", lambda x, **_: (x, 1.0), lambda w, b, x, **_: (
         dloss_dw(w, b, x, unit(w, b, x) - 1), dloss_db(w, b, x, unit(w, b, x) - 1)), ACTIVE)),
    ("chatgpt-5bii-1 deepseek-5b-ii-1 grok-5b-ii-2 deepseek-5b-ii-6",
     Referee("(ii) w' = w - lr x and b' = b - lr, both lower", lambda w, b, x, lr, **_: (w - lr * x, b - lr, True),
            lambda **v: (*after(**v), bool(np.all(np.less(after(**v), (v["w"], v["b"]))))), II)),
    ("chatgpt-5biii-1 grok-5b-iii-2 grok-5b-iii-3 deepseek-5b-iii-1",
     Referee("(iii) w' = w + lr |x| is higher, b' = b - lr lower",
             lambda w, b, x, lr, **_: (w + lr * abs(x), b - lr, 1.0),
            lambda **v: (*after(**v), slope_change(**v)), III)),
    ("chatgpt-5biv-1 grok-5b-iv-2 deepseek-5b-iv-2",
     Referee("(iv) w' = w - lr x is more negative, b' = b - lr lower",
             lambda w, b, x, lr, **_: (w - lr * x, b - lr, -1.0),
            lambda **v: (*after(**v), slope_change(**v)), IV)),
    ("chatgpt-5btable-5", Referee("the slope stays in (i), falls in (ii) and (iv), rises in (iii)",
                                 lambda case, **_: {"i": 0.0, "ii": -1.0, "iii": 1.0, "iv": -1.0}[case], slope_change,
                                 (*INACTIVE, *II, *III, *IV))),
    ("chatgpt-5bii-5 chatgpt-5bii-11 grok-5b-ii-10 deepseek-5b-ii-10",
     Referee("(ii) the slope falls", always(-1.0), slope_change, II)),
    ("chatgpt-5biii-4 chatgpt-5biii-9 deepseek-5b-iii-5",
     Referee("(iii) the slope rises", always(1.0), slope_change, III)),
    ("chatgpt-5biv-5", Referee("(iv) the slope falls", always(-1.0), slope_change, IV)),
    ("grok-5b-iii-9", Referee("(iii) steeper, and lower at x", always((1.0, True)),
                             lambda **v: (slope_change(**v), lower_at_x(**v)), III)),
    ("grok-5b-iv-7", Referee("(iv) steeper, elbow to the left, lower at x", always((-1.0, "left", True)),
                            lambda **v: (slope_change(**v), direction(**v), lower_at_x(**v)), IV)),
    ("grok-5b-ii-3",
     Referee("(ii) the slope reaches or crosses 0 exactly if lr >= w/x", lambda w, x, lr, **_: lr >= w / x,
                            lambda **v: after(**v)[0] <= 0, (*II, *II_SMALL))))
