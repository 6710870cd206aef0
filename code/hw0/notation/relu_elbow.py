"""The letters of chapter 5, and the lines of its formulas that need more than the table."""

import numpy as np

from formula.judge import Line
from formula.letters import Function, Letters
from hw0.notation.linear_problems import normal, uniform
from hw0.relu_elbow import relu_network


def draw(rng, count, h, scale=1.0, zero=None):
    """Return a unit, its example and a rate; a network of h units.  `zero` names what is 0: "x", "w" or, after the
    step, "w'"."""
    given = {
        "w": normal(rng, count, 1),
        "b": normal(rng, count, 1) * scale,
        "x": normal(rng, count, 1) * scale,
        "y": normal(rng, count, 1),
        "t": normal(rng, count, 1) * scale,
        "eta": uniform(rng, count, 0.05, 1.5),
        "mu": uniform(rng, count, 0.1, 2.0),
        "W^1": normal(rng, count, h),
        "W^2": normal(rng, count, h),
        "biases": normal(rng, count, h),
    }
    if zero in ("x", "w"):
        given[zero] = np.zeros((count, 1, 1))
    if zero == "w'":
        given["b"] = np.abs(given["b"]) + np.abs(given["w"] * given["x"])
        given["y"] = given["w"] * given["x"] + given["b"] - given["w"] / (given["eta"] * given["x"])
    if zero == "W^1":
        given[zero] = np.zeros((count, h, 1))
    return given


def relu(value):
    """The larger of 0 and a number, which may be complex."""
    return np.where(value.real > 0, value, 0 * value)


def active(value):
    """1 where a number is positive, else 0."""
    return (value.real > 0).astype(float)


def moved_elbows(g):
    """The elbows of the network after a step, by the package."""
    rows = zip(g["W^1"][..., 0], g.biases[..., 0], g["W^2"][..., 0], g.x.ravel(), g.y.ravel(), g.eta.ravel(),
               strict=True)
    with np.errstate(all="ignore"):
        return np.array([relu_network.moved_elbows(W1, b, W2, x, y, lr=lr) for W1, b, W2, x, y, lr in rows])[..., None]


def stepped_weight(g):
    """The weight after the step, 0 where only rounding is left of it."""
    change = g.eta * g.delta * g.a * g.x
    return np.where(np.abs(g.w - change) < 1e-12 * np.abs(g.w), 0, g.w - change)


DERIVED = {
    "a": lambda g: active(g.w * g.x + g.b),
    "delta": lambda g: relu(g.w * g.x + g.b) - g.y,
    "one": lambda g: np.ones((1, 1, 1)),
    "ell": lambda g: (g.phi - g.y) ** 2 / 2,
    "e": lambda g: -g.b / g.w,
    "w'": stepped_weight,
    "b'": lambda g: g.b - g.eta * g.delta * g.a,
    "e'": lambda g: -g["b'"] / g["w'"],
    "elbows": lambda g: -g.biases / g["W^1"],
    "moved": moved_elbows,
    "units": lambda g: relu(g["W^1"] * g.x + g.biases),
    "activity": lambda g: active(g["W^1"] * g.x + g.biases),
    "deltas": lambda g: (g["W^2"].mT @ relu(g["W^1"] * g.x + g.biases) - g.y) * g["W^2"],
    "network_loss": lambda g: (g["W^2"].mT @ g.units - g.y) ** 2 / 2,
}

LETTERS = Letters(
    sizes=("h",),
    regimes=(
        *({"h": h} for h in (5, 3, 4, 2, 6, 1, 7, 8)),
        {"h": 3, "scale": 1e-3},
        {"h": 3, "scale": 1e3},
        *({"h": 4, "zero": name} for name in ("x", "w", "w'", "W^1")),
    ),
    draw=draw,
    derived=DERIVED,
    functions={
        "phi": Function(("x",), lambda g: relu(g.w * g.x + g.b)),
        "hat_f": Function(("x",), lambda g: g["W^2"].mT @ relu(g["W^1"] * g.x + g.biases)),
    },
    entries={"b": "biases", "delta": "deltas", "a": "activity", "e": "elbows", "e'": "moved", "phi": "units"},
    code={"eta": "lr", "W^1": "W1", "W^2": "W2", "w'": "w_new", "b'": "b_new", "e'": "e_new"},
)

ACTIVE = "wx + b > 0"
UNIT_RESIDUAL = {"delta": "one"}
LINES = {
    "eq-elbow": Line(when=(r"w \neq 0",)),
    "eq-factored": Line(when=(r"w \neq 0",)),
    "eq-step": Line(needs=(ACTIVE,)),
    r"\boxed{\;e' + \frac1x = \frac{w}{w'}\Big(e + \frac1x\Big)\;}": Line(needs=(r"x \neq 0", r"w \neq 0",
                                                                                 r"w' \neq 0")),
    "eq-move": Line(needs=(ACTIVE, r"w \neq 0", r"w' \neq 0")),
    "eq-case-ii": Line(let=UNIT_RESIDUAL, needs=(ACTIVE, "w > 0", "x > 0")),
    "eq-case-iii": Line(needs=(ACTIVE, "w > 0", "x < 0")),
    "eq-delta-i": Line(let={"ell": "network_loss"}),
    "eq-moved-elbow": Line(when=(r"W^1_i - \eta \delta_i a_i x \neq 0",)),
}
NEITHER = {}
