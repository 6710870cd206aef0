"""The flawed claims on the elbow: each with the inputs of its counterexample, where claim and truth must differ.

Only inputs are typed here; what is true there is computed by hw0.
"""
import numpy as np

from hw0 import relu_elbow
from hw0.audit.referee import Referee, always, assign
from hw0.audit.relu_elbow.answers import right_if_the_quotient_grows, right_if_w_exceeds_bx
from hw0.audit.relu_elbow.confirmed import after, direction, new_elbow
from hw0.audit.relu_elbow.moves import quotient_after
from hw0.audit.relu_elbow.samples import II, II_SMALL, IV
from hw0.relu_elbow import elbow, elbow_or_nan, unit


def _at(w, b, x, lr=0.1, **more):
    return {"w": w, "b": b, "x": x, "lr": lr, **more}


def _directions(points):
    """The directions that occur among instances, as words."""
    return " or ".join(sorted({direction(**v) for v in points}))


def has_elbow(w, b, **_):
    """True if the unit has an elbow: w != 0."""
    return bool(np.isfinite(elbow_or_nan(w, b)))


def has_elbow_after(**v):
    """True if the unit still has an elbow after one step with residual 1."""
    return has_elbow(*after(**v))


def way(start, end):
    """"right", "left" or "stays": the way from one point of the line to another."""
    return "right" if end > start else "left" if end < start else "stays"


def passes_the_middle(lr, **v):
    """True if the new elbow lies between the old one and 0."""
    return bool(0 <= new_elbow(lr=lr, **v) / elbow(v["w"], v["b"]) <= 1)


LEFT_IN_II = _at(1.0, 2.0, 1.0)
FLIPPED = _at(1.0, 0.1, 2.0, 1.0)
SLOPE_LOST = _at(2.0, 1.0, 1.0, 2.0)

UNIT = assign(
    ("chatgpt-5ai-2", Referee("every unit has an elbow", always(True), has_elbow, ({"w": 0.0, "b": 1.0},))),
    ("grok-5a-i-3",
     Referee("with w = 0 there is an elbow if b = 0", lambda b, **_: b == 0, has_elbow, ({"w": 0.0, "b": 0.0},))),
    ("grok-5b-i-5", Referee("the flat part is t <= e", lambda w, b, t: 0.0 if t <= -b / w else w * t + b,
                            lambda w, b, t: unit(w, b, t), ({"w": -1.0, "b": 1.0, "t": 0.0},))),
    ("deepseek-5b-diag-1", Referee("the flat part is t < e", lambda w, b, t: 0.0 if t < -b / w else w * t + b,
                                   lambda w, b, t: unit(w, b, t),
                                   tuple({"w": -1.0, "b": 3.0, "t": t} for t in (2.0, 4.0)))))

EITHER_WAY = assign(
    ("chatgpt-5bii-6 chatgpt-5bii-10 chatgpt-5btable-2 chatgpt-5btable-7 deepseek-5b-ii-9",
     Referee("(ii) the elbow moves right", always("right"), direction, (LEFT_IN_II,))),
    ("chatgpt-5bii-14 chatgpt-5btable-9 chatgpt-5btable-13 chatgpt-5btable-17",
     Referee("(ii) right if w > b x, left if w < b x", right_if_w_exceeds_bx, direction, (FLIPPED,))),
    ("chatgpt-5bii-15", Referee("(ii) e' >= e exactly if w >= b x", lambda w, b, x, **_: w >= b * x,
                                lambda **v: bool(new_elbow(**v) >= elbow(v["w"], v["b"])),
                                (FLIPPED, _at(1.0, 1.0, 2.0, 1.0)))),
    ("chatgpt-5bii-17", Referee("(ii) no step is large", right_if_w_exceeds_bx, direction, (SLOPE_LOST, FLIPPED))),
    ("chatgpt-5bii-13", Referee("(ii) w (w - lr x) > 0", always(True), lambda **v: bool(v["w"] * after(**v)[0] > 0),
                                (_at(1.0, 0.1, 2.0, 1.0),))),
    ("chatgpt-5bii-3 deepseek-5b-ii-7",
     Referee("(ii) the new unit has an elbow", always(True), has_elbow_after, (SLOPE_LOST,))),
    ("grok-5b-ii-4", Referee("(ii) e' = -(b - lr) / (w - lr x), whatever lr", always(True), has_elbow_after,
                             (_at(1.0, 2.0, 1.0, 1.0),))),
    ("deepseek-5b-ii-12", Referee("(ii) the slope stays positive", always(True), lambda **v: bool(after(**v)[0] > 0),
                                  (_at(2.0, 1.0, 1.0, 5.0),))),
    ("grok-5b-ii-6", Referee("(ii) lr decides whether the elbow moves", always(True),
                             lambda lr, **v: len({direction(lr=rate, **v) == "stays" for rate in lr}) > 1,
                             tuple(_at(1.0, b, 1.0, np.array([0.1, 0.5, 2.0, 5.0])) for b in (1.0, 0.5)))),
    ("grok-5b-ii-7", Referee("(ii) one example, which stays, stands for the case", always("stays"), direction,
                             (_at(1.0, 0.5, 1.0), LEFT_IN_II))),
    ("grok-5b-ii-8", Referee("(ii) the whole function is pushed down", always("down"), lambda t, **v: (
        "up" if unit(*after(**v), t) > unit(v["w"], v["b"], t) else "down"), (_at(1.0, 3.0, 1.0, t=-2.0),))),
    ("grok-5b-ii-11", Referee("(ii) right if b/w < b'/w'", right_if_the_quotient_grows, direction, (LEFT_IN_II,))),
    ("grok-5sum-b", Referee("the signs of w and x decide the direction", always(True), lambda b, **v: (
        len({direction(b=each, **v) for each in b}) == 1), (_at(1.0, np.array([0.5, 2.0]), 1.0),))),
    ("deepseek-5b-ii-2", Referee("(ii) no formula settles the direction", always(False), lambda: all(
        direction(**v) == way(0.0, (v["w"] - v["b"] * v["x"]) * after(**v)[0]) for v in II), ({},))),
    ("deepseek-5b-ii-4", Referee("(ii) right if b falls by more than w", lambda x, lr, **_: way(lr * x, lr), direction,
                                 (_at(1.0, 3.0, 0.5),))),
    ("deepseek-5b-ii-5", Referee("(ii) its example is undecided", always("undecided"), direction, tuple(
        _at(2.0, 1.0, 1.0, lr) for lr in (1.0, 2.0, 3.0)))),
    ("deepseek-5b-ii-11",
     Referee("(ii) the active side shrinks only if the elbow crosses x", lambda **v: bool(new_elbow(**v) > v["x"]),
                                  lambda **v: bool(new_elbow(**v) > elbow(v["w"], v["b"])), (_at(2.0, 1.0, 1.0),))),
    ("deepseek-5b-iv-5", Referee("one example settles a case: in (ii), all small steps agree", always(1), lambda: len(
        {direction(**v) for v in II_SMALL}), ({},))))

ONE_WAY = assign(
    ("chatgpt-5b-4", Referee("residual 1: the gradients are x and 1", lambda x, **_: (x, 1.0), lambda w, b, x, y: (
        relu_elbow.dloss_dw(w, b, x, y), relu_elbow.dloss_db(w, b, x, y)),
        ({"w": 1.0, "b": -2.0, "x": 1.0, "y": -1.0},))),
    ("chatgpt-5biii-3", Referee("(iii) the elbow moves left", always("left"), direction, (_at(2.0, 3.0, -1.0),))),
    ("grok-5b-iii-7", Referee("(iii) the elbow moves left", always("left"), direction, (_at(1.0, 2.0, -1.0),))),
    ("chatgpt-5biii-6",
     Referee("(iii) its example, where the unit is not active", quotient_after, new_elbow, (_at(2.0, 1.0, -1.0),))),
    ("chatgpt-5btable-6",
     Referee("(iii) w > 0 and x < 0 are enough", always("right"), direction, (_at(2.0, 1.0, -1.0),))),
    ("grok-5b-iii-5",
     Referee("(iii) |e'| < |e|", always(True), lambda **v: bool(abs(new_elbow(**v)) < abs(elbow(v["w"], v["b"]))),
                              (_at(1.0, 0.2, -0.1, 1.0),))),
    ("grok-5b-iii-6",
     Referee("(iii) the elbow moves towards 0", always(True), passes_the_middle, (_at(1.0, 1.0, -0.5, 2.0),))),
    ("grok-5b-iii-8", Referee("(iii) left is towards 0", always("left"), lambda w, b, **_: way(elbow(w, b), 0.0),
                              (_at(1.0, 2.0, -1.0),))),
    ("deepseek-5b-iii-2", Referee("(iii) the new elbow is negative", always(True), lambda **v: bool(new_elbow(**v) < 0),
                                  (_at(1.0, 2.0, -1.0, 3.0),))),
    ("deepseek-5b-iii-4",
     Referee("w up and b down is enough for a move to the right", always("right"), lambda w, b: way(
        elbow(w[0], b[0]), elbow(w[1], b[1])), ({"w": np.array([1.0, 10.0]), "b": np.array([-1.0, -2.0])},))),
    ("chatgpt-5biv-2", Referee("(iv) b - lr becomes negative", always(-1.0), lambda **v: float(np.sign(after(**v)[1])),
                               (_at(-1.0, 2.0, 1.0),))),
    ("chatgpt-5biv-4 chatgpt-5btable-4 chatgpt-5btable-11",
     Referee("(iv) left or right", always("left or right"), lambda: _directions(IV), ({},))),
    ("chatgpt-5biv-10",
     Referee("(iv) w - b x < 0 follows from b x > -w x^2 alone", lambda w, b, x, **_: bool(b * x > -w * x**2),
                                lambda w, b, x, **_: bool(w - b * x < 0), (_at(3.0, 1.0, 1.0),))),
    ("deepseek-5b-iv-1", Referee("(iv) b > -w x > 0 is only likely", always(False), lambda: all(
        v["b"] > -v["w"] * v["x"] > 0 for v in IV), ({},))),
    ("deepseek-5b-diag-3", Referee("every case shifts the elbow", always(True), lambda **v: direction(**v) != "stays",
                                   (_at(-1.0, -1.0, 1.0), _at(1.0, 1.0, 1.0)))))
