"""The correct claims on the move of the elbow in one step, with the examples that the chatbots worked out."""
import numpy as np

from hw0.audit.referee import Referee, always, assign
from hw0.audit.relu_elbow.confirmed import after, direction, new_elbow, slopes
from hw0.audit.relu_elbow.samples import ACTIVE, II, II_SMALL, III, IV
from hw0.relu_elbow import elbow, elbow_or_nan, sgd_step, unit


def quotient_after(w, b, x, lr, **_):
    """e' = -(b - lr) / (w - lr x)."""
    return -(b - lr) / (w - lr * x)


def difference_formula(w, b, x, lr, **_):
    """e' - e = lr (w - b x) / (w (w - lr x))."""
    return lr * (w - b * x) / (w * (w - lr * x))


def numbers_of_a_step(w, b, **more):
    """(w', b', e, e')."""
    return (*after(w, b, **more), elbow(w, b), new_elbow(w, b, **more))


def _example(w, b, x, lr=0.1):
    return ({"w": w, "b": b, "x": x, "lr": lr},)


PRINTED = 5e-4      # the chatbots printed three or four digits

MOVES = assign(
    ("chatgpt-5b-3", Referee("e' = -(b - lr dloss/db) / (w - lr dloss/dw)",
                             lambda **v: -(v["b"] - v["lr"] * slopes(**v)[1]) / (v["w"] - v["lr"] * slopes(**v)[0]),
                             lambda w, b, x, y, lr, **_: elbow_or_nan(*sgd_step(w, b, x, y, lr=lr)), ACTIVE, 1e-5)),
    ("chatgpt-5bii-2 chatgpt-5bii-7", Referee("(ii) e' = -(b - lr) / (w - lr x)", quotient_after, new_elbow, II)),
    ("chatgpt-5biii-2 chatgpt-5biii-5 grok-5b-iii-4",
     Referee("(iii) e' = -(b - lr) / (w + lr |x|)", quotient_after, new_elbow, III)),
    ("chatgpt-5biv-3 grok-5b-iv-3", Referee("(iv) e' = -(b - lr) / (w - lr x)", quotient_after, new_elbow, IV)),
    ("chatgpt-5bii-12", Referee("e' - e = lr (w - b x) / (w (w - lr x))", difference_formula,
                                lambda w, b, **v: new_elbow(w, b, **v) - elbow(w, b), II)),
    ("chatgpt-5biv-7",
     Referee("the same in (iv)", difference_formula, lambda w, b, **v: new_elbow(w, b, **v) - elbow(w, b), IV)),
    ("chatgpt-5bii-16", Referee("(ii) for small steps: right if w > b x, left if w < b x",
                                lambda w, b, x, **_: "right" if w > b * x else "left", direction, II_SMALL)),
    ("chatgpt-5biii-7 chatgpt-5btable-3 chatgpt-5btable-10 chatgpt-5btable-14 deepseek-5b-iii-3",
     Referee("(iii) the elbow moves right", always("right"), direction, III)),
    ("chatgpt-5biv-12 chatgpt-5btable-16 grok-5b-iv-5 deepseek-5b-iv-4",
     Referee("(iv) the elbow moves left", always("left"), direction, IV)),
    ("chatgpt-5biv-8",
     Referee("(iv) the unit is active to the left of its elbow", lambda w, b, t, **_: bool(t < elbow(w, b)),
                               lambda w, b, t, **_: bool(unit(w, b, t) > 0), IV)),
    ("chatgpt-5biv-9", Referee("(iv) b > -w x and b x > -w x^2", always((True, True)),
                               lambda w, b, x, **_: (b > -w * x, b * x > -w * x**2), IV)),
    ("chatgpt-5biv-11", Referee("(iv) w' < 0 and w w' > 0", always((True, True)),
                                lambda **v: (after(**v)[0] < 0, v["w"] * after(**v)[0] > 0), IV)),
    ("chatgpt-5bii-4 chatgpt-5bii-9",
     Referee("the elbow goes from -0.5 to about -0.474", always((-0.5, -0.474)), lambda **v: (
        elbow(v["w"], v["b"]), new_elbow(**v)), _example(2.0, 1.0, 1.0), PRINTED)),
    ("grok-5b-ii-5",
     Referee("w' = b' = 0.9, and the elbow stays at -1", always((0.9, 0.9, -1.0, -1.0)), numbers_of_a_step,
                             _example(1.0, 1.0, 1.0))),
    ("grok-5b-iv-4",
     Referee("w' = -1.1, b' = 1.9; e = 2, e' = 1.727", always((-1.1, 1.9, 2.0, 1.727)), numbers_of_a_step,
                             _example(-1.0, 2.0, 1.0), PRINTED)),
    ("deepseek-5b-ii-3", Referee("w' = 2 - lr, b' = 1 - lr; e = -0.5, e' = -b'/w'",
                                 lambda lr, **_: (2 - lr, 1 - lr, -0.5, -(1 - lr) / (2 - lr)), numbers_of_a_step,
                                 tuple(point for lr in np.linspace(0.1, 5, 40)
                                       for point in _example(2.0, 1.0, 1.0, float(lr))))),
    ("deepseek-5b-ii-8",
     Referee("w' = 1.9, b' = 0.9; e = -0.5, e' = -0.4737", always((1.9, 0.9, -0.5, -0.4737)), numbers_of_a_step,
                                 _example(2.0, 1.0, 1.0), PRINTED)),
    ("deepseek-5b-iv-3",
     Referee("w' = -1.2, b' = 2.9; e = 3, e' = 2.4167", always((-1.2, 2.9, 3.0, 2.4167)), numbers_of_a_step,
                                 _example(-1.0, 3.0, 2.0), PRINTED)))
