"""Answers to the parts of problem 5: right ones in several ways, and planted errors with what must be said of them."""

import math

import numpy as np

DIRECTIONS = ("left", "stays", "right")


def relu(z):
    return max(0.0, z)


def by_comparing_elbows(w, b, x, lr):
    if w * x + b <= 0:
        return "stays"
    if w == lr * x:
        return "gone"
    return DIRECTIONS[1 + int(np.sign(-(b - lr) / (w - lr * x) + b / w))]


def by_the_fixed_point(w, b, x, lr):
    """e' + 1/x = (w / w') (e + 1/x)."""
    if w * x + b <= 0 or x == 0:
        return "stays"
    if w == lr * x:
        return "gone"
    offset = -b / w + 1 / x
    move = w / (w - lr * x) * offset - offset
    return "right" if move > 0 else "left" if move < 0 else "stays"


def by_signs(w, b, x, lr):
    if w == lr * x:
        return "gone"
    return DIRECTIONS[1 + int(np.sign((w - b * x) * w * (w - lr * x)))]


def towards(place):
    """The direction from the elbow to a place: what the step takes it for in iii and iv, and not in ii."""
    return lambda w, b, x, lr: DIRECTIONS[1 + int(np.sign(place(x) + b / w))]


def gradients(W1, b, W2, x, y, *, at_kink=0.0):
    z = W1 * x + b
    return (np.maximum(z, 0) @ W2 - y) * W2 * np.where(z == 0, at_kink, z > 0)


def elbow_of(w, b):
    with np.errstate(all="ignore"):
        return np.where(w == 0, np.nan, -b / w)


def moved(W1, b, W2, x, y, lr):
    g = gradients(W1, b, W2, x, y)
    return elbow_of(W1 - lr * g * x, b - lr * g)


def moved_one_by_one(W1, b, W2, x, y, lr):
    residual = sum(v * relu(w * x + c) for w, c, v in zip(W1, b, W2, strict=True)) - y
    after = []
    for w, c, v in zip(W1, b, W2, strict=True):
        if w * x + c > 0:
            w, c = w - lr * residual * v * x, c - lr * residual * v
        after.append(-c / w if w else math.nan)
    return after


def by_the_law_alone(W1, b, W2, x, y, lr):
    """e' = (w / w') (e + 1/x) - 1/x, multiplied out so that w = 0 is no exception; but x = 0 is one."""
    w = W1 - lr * gradients(W1, b, W2, x, y) * x
    with np.errstate(all="ignore"):
        return np.where(w == 0, np.nan, (-b + W1 / x) / w - 1 / x)


def moved_by_the_fixed_point(W1, b, W2, x, y, lr):
    return by_the_law_alone(W1, b, W2, x, y, lr) if x else moved(W1, b, W2, x, y, lr)


RIGHT = {
    "5a.i": [lambda w, b: -b / w, lambda w, b: np.array(-b / w), lambda u, v: np.float64(-v) / u,
             lambda w, b: np.roots([w, b])[0].real, lambda b, w: -b / w, lambda *args: -args[1] / args[0]],
    "5a.ii": [lambda phi, y: phi - y, lambda p, t: -(t - p), lambda phi, y: np.subtract(phi, y), np.subtract],
    "5a.iii": [lambda w, b, x, y: (w * x + b - y) * x if w * x + b > 0 else 0,
               lambda w, b, x, y: (relu(w * x + b) - y) * x * (w * x + b > 0),
               lambda w, b, x, y: np.where(w * x + b > 0, (w * x + b - y) * x, 0)],
    "5a.iv": [lambda w, b, x, y: w * x + b - y if w * x + b > 0 else 0.0,
              lambda w, b, x, y: (relu(w * x + b) - y) * np.heaviside(w * x + b, 0.0)],
    "5b.i": ["stays", lambda w, b, x, lr: "stays", by_comparing_elbows, by_the_fixed_point],
    "5b.ii": [by_comparing_elbows, by_the_fixed_point, by_signs, lambda **given: by_signs(**given)],
    "5b.iii": ["right", towards(lambda x: x), towards(lambda x: -1 / x), by_comparing_elbows, by_the_fixed_point,
               by_signs],
    "5b.iv": ["left", np.str_("left"), towards(lambda x: x), towards(lambda x: -1 / x), by_comparing_elbows,
              by_the_fixed_point, by_signs],
    "5c": [elbow_of, lambda W1, b: [-c / w if w else math.nan for w, c in zip(W1, b, strict=True)]],
    "5d": [moved, moved_one_by_one, moved_by_the_fixed_point],
}


def moved_with(residual=None, lr_sign=-1, power=1, active=True, at_kink=0.0, old_W2=True):
    """The step of 5d with one error planted."""
    def answer(W1, b, W2, x, y, lr):
        z = W1 * x + b
        f = np.maximum(z, 0) @ W2
        delta = f - y if residual is None else residual(f, y)
        V = W2 if old_W2 else W2 - lr * delta * np.maximum(z, 0)
        g = delta * V * (np.where(z == 0, at_kink, z > 0) if active else 1.0)
        return elbow_of(W1 + lr_sign * lr * g * x**power, b + lr_sign * lr * g)
    return answer


def right_while(condition, otherwise="right"):
    """The right direction while a condition holds, else one word."""
    return lambda w, b, x, lr: by_comparing_elbows(w, b, x, lr) if condition(w, b, x, lr) else otherwise


# part, what is wrong with the answer, the answer, a piece of what must be said of it
WRONG = [
    ("5a.i", "sign", lambda w, b: b / w, "sign is the other way round"),
    ("5a.i", "upside down", lambda w, b: -w / b, "upside down"),
    ("5a.i", "not divided", lambda w, b: -b, "divide by w"),
    ("5a.i", "right for w > 0 only", lambda w, b: -b / abs(w), None),
    ("5a.i", "right unless b = 0", lambda w, b: -b / w if b else 1.0, "b = 0"),
    ("5a.i", "nearly right", lambda w, b: -b / w * (1 + 1e-6), None),
    ("5a.i", "right up to 5", lambda w, b: -b / w if abs(b) <= 5 else 0.0, None),
    ("5a.ii", "sign", lambda phi, y: y - phi, "sign is the other way round"),
    ("5a.ii", "loss without 1/2", lambda phi, y: 2 * (phi - y), "twice the right value"),
    ("5a.ii", "half", lambda phi, y: (phi - y) / 2, "half the right value"),
    ("5a.ii", "the loss", lambda phi, y: 0.5 * (phi - y) ** 2, "the loss itself"),
    ("5a.ii", "absolute", lambda phi, y: abs(phi - y), None),
    ("5a.iii", "x is missing", lambda w, b, x, y: (w * x + b - y) * (w * x + b > 0), "dphi/dw = x is missing"),
    ("5a.iii", "w for x", lambda w, b, x, y: (w * x + b - y) * w * (w * x + b > 0), "is x, not w"),
    ("5a.iii", "y for the residual", lambda w, b, x, y: y * x * (w * x + b > 0), "phi(x) - y, not y"),
    ("5a.iii", "phi for the residual", lambda w, b, x, y: relu(w * x + b) * x, "phi(x) - y, not phi(x)"),
    ("5a.iii", "no residual", lambda w, b, x, y: x * (w * x + b > 0), "dloss/dphi is missing"),
    ("5a.iii", "sign", lambda w, b, x, y: (y - w * x - b) * x * (w * x + b > 0), "sign is the other way round"),
    ("5a.iii", "activity ignored", lambda w, b, x, y: (relu(w * x + b) - y) * x, "w x + b < 0: the unit is inactive"),
    ("5a.iii", "ReLU'(0) = 1", lambda w, b, x, y: (w * x + b - y) * x if w * x + b >= 0 else 0, "sits on the kink"),
    ("5a.iii", "ReLU'(0) = 1/2", lambda w, b, x, y: (relu(w * x + b) - y) * x * np.heaviside(w * x + b, 0.5),
     "sits on the kink"),
    ("5a.iii", "a flat unit sleeps", lambda w, b, x, y: (w * x + b - y) * x * (w * x + b > 0 and w != 0), "here w = 0"),
    ("5a.iv", "5a.iii over x", lambda w, b, x, y: (relu(w * x + b) - y) * x * (w * x + b > 0) / x, "here x = 0"),
    ("5a.iv", "active right of the elbow", lambda w, b, x, y: (relu(w * x + b) - y) * ((x + b / w) * w > 0),
     "here w = 0"),
    ("5a.iv", "times x", lambda w, b, x, y: (w * x + b - y) * x * (w * x + b > 0), "dphi/db is 1, not x"),
    ("5a.iv", "times b", lambda w, b, x, y: (w * x + b - y) * b * (w * x + b > 0), "dphi/db is 1, not b"),
    ("5a.iv", "y for the residual", lambda w, b, x, y: y * (w * x + b > 0), "phi(x) - y, not y"),
    ("5a.iv", "phi for the residual", lambda w, b, x, y: relu(w * x + b), "phi(x) - y, not phi(x)"),
    ("5a.iv", "no residual", lambda w, b, x, y: 1.0 * (w * x + b > 0), "dloss/dphi is missing"),
    ("5a.iv", "twice", lambda w, b, x, y: 2 * (w * x + b - y) * (w * x + b > 0), "twice the right value"),
    ("5a.iv", "activity ignored", lambda w, b, x, y: relu(w * x + b) - y, "w x + b < 0: the unit is inactive"),
    ("5a.iv", "ReLU'(0) = 1", lambda w, b, x, y: relu(w * x + b) - y if w * x + b >= 0 else 0, "sits on the kink"),
    ("5b.i", "as if active", by_signs, "the unit is inactive"),
    ("5b.i", "a word", "left", "the unit is inactive"),
    ("5b.i", "the kink moves", right_while(lambda w, b, x, lr: w * x + b != 0), "ReLU'(0) is 0"),
    ("5b.ii", "right", "right", "right only if w > b*x"),
    ("5b.ii", "left", "left", "left only if w < b*x"),
    ("5b.ii", "stays", "stays", "depends on the sign of w - b*x"),
    ("5b.ii", "opposite", lambda w, b, x, lr: {"left": "right", "right": "left"}.get(d := by_signs(w, b, x, lr), d),
     "opposite"),
    ("5b.ii", "towards 0", towards(lambda x: 0.0), "not drawn towards 0"),
    ("5b.ii", "towards x", towards(lambda x: x), "right only if w > b*x"),
    ("5b.ii", "towards -1/x", towards(lambda x: -1 / x), "opposite"),
    ("5b.ii", "right if lr < 1", right_while(lambda w, b, x, lr: lr < 1), "depends on the sign of w - b*x"),
    ("5b.ii", "small steps only", right_while(lambda w, b, x, lr: lr * x < w), "the step flips the unit"),
    ("5b.ii", "the law without w'", lambda w, b, x, lr: DIRECTIONS[1 + int(np.sign(w - b * x))],
     "the step flips the unit"),
    ("5b.ii", "wrong at the tie", right_while(lambda w, b, x, lr: w != b * x),
     "sits on the fixed point -1/x and stays"),
    ("5b.ii", "wrong at the tie of a flipped unit",
     right_while(lambda w, b, x, lr: w != b * x or lr * x <= w, "left"), "stays all the same"),
    ("5b.ii", "right up to the rate 4", right_while(lambda w, b, x, lr: lr <= 4),
     "depends on the sign of w - b*x"),
    ("5b.ii", "wrong where lr*x = w", right_while(lambda w, b, x, lr: lr * x != w), "the new slope is 0"),
    ("5b.ii", "raises where lr*x = w",
     lambda w, b, x, lr: by_comparing_elbows(w, b, x, lr) if 1 / (w - lr * x) else 0, "ZeroDivisionError"),
    ("5b.ii", "no decision", "right or left, depending on signs",
     "Answer with one of 'left', 'right', 'stays', 'gone'."),
    ("5b.iii", "left", "left", "opposite direction"),
    ("5b.iii", "small steps only", right_while(lambda w, b, x, lr: lr <= b, "left"), "the elbow passes 0"),
    ("5b.iv", "right", "right", "opposite direction"),
    ("5b.iv", "either", "either", "Answer with one of"),
    ("5b.iv", "small steps only", right_while(lambda w, b, x, lr: lr < 0.5), None),
    ("5c", "sign", lambda W1, b: -elbow_of(W1, b), "sign is the other way round"),
    ("5c", "upside down", lambda W1, b: -W1 / b, "upside down"),
    ("5c", "inf for no elbow", lambda W1, b: -b / W1, "return nan for it"),
    ("5c", "one unit only", lambda W1, b: -b[0] / W1[0], "The shape must be"),
    ("5c", "a column", lambda W1, b: elbow_of(W1, b)[:, None], "The shape must be"),
    ("5d", "before the step", lambda W1, b, W2, x, y, lr: elbow_of(W1, b), "elbows before the step"),
    ("5d", "uphill", moved_with(lr_sign=1), "goes uphill"),
    ("5d", "gradient without W2", lambda W1, b, W2, x, y, lr: _without_W2(W1, b, W2, x, y, lr), "W2_i is missing"),
    ("5d", "y for the residual", moved_with(lambda f, y: y), "f(x) - y, not y"),
    ("5d", "residual 1", moved_with(lambda f, y: 1.0), "f(x) - y, not 1"),
    ("5d", "the sum of lines", lambda W1, b, W2, x, y, lr: _sum_of_lines(W1, b, W2, x, y, lr),
     "an inactive unit adds 0"),
    ("5d", "by the law alone", by_the_law_alone, "here x = 0"),
    ("5d", "x missing", moved_with(power=0), "factor x is missing"),
    ("5d", "activity ignored", moved_with(active=False), "No gradient reaches an inactive unit"),
    ("5d", "ReLU'(0) = 1", moved_with(at_kink=1.0), "ReLU'(0) is 0 by convention"),
    ("5d", "new W2 used", moved_with(old_W2=False), "takes the old W2"),
    ("5d", "inf for no elbow", lambda W1, b, W2, x, y, lr: _with_inf(moved(W1, b, W2, x, y, lr)), "return nan for it"),
    ("5d", "a unit without elbow never gets one",
     lambda W1, b, W2, x, y, lr: np.where(W1 == 0, np.nan, moved(W1, b, W2, x, y, lr)),
     "unless the step gives it a slope"),
]


def _without_W2(W1, b, W2, x, y, lr):
    z = W1 * x + b
    g = (np.maximum(z, 0) @ W2 - y) * (z > 0)
    return elbow_of(W1 - lr * g * x, b - lr * g)


def _sum_of_lines(W1, b, W2, x, y, lr):
    z = W1 * x + b
    g = (z @ W2 - y) * W2 * (z > 0)
    return elbow_of(W1 - lr * g * x, b - lr * g)


def _with_inf(e):
    return np.where(np.isnan(e), np.inf, e)
