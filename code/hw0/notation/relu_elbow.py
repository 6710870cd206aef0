"""The letters of chapter 5, and the lines of its formulas that need more than the table."""

import numpy as np

from formula.judge import Line
from formula.letters import Function, Letters
from hw0.notation.linear_problems import normal, uniform
from hw0.relu_elbow import batch, relu_network, unit_path


def draw(rng, count, h, m, scale=1.0, zero=None):
    """Return a unit, its example, a batch of m, a rate, a network of h units.

    `zero` says what is 0: "x", "w", "w'" (after the step).  The unit is active at the first input of the batch.
    """
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
        "inputs": normal(rng, count, m) * scale,
        "targets": normal(rng, count, m),
        "beta": uniform(rng, count, 0.0, 0.99),
        "v": normal(rng, count, 2),
    }
    if zero in ("x", "w"):
        given[zero] = np.zeros((count, 1, 1))
    if zero == "w'":
        given["b"] = np.abs(given["b"]) + np.abs(given["w"] * given["x"])
        given["y"] = given["w"] * given["x"] + given["b"] - given["w"] / (given["eta"] * given["x"])
    if zero == "W^1":
        given[zero] = np.zeros((count, h, 1))
    first, slope = given["inputs"][:, :1], np.where(given["w"] == 0, 1.0, given["w"])
    asleep = given["w"] * first + given["b"] <= 0
    given["inputs"][:, :1] = np.where(asleep, -2 * given["b"] / slope - first, first)      # mirrored at the elbow
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


def felt(g):
    """The residuals of a batch, 0 where the unit sleeps."""
    z = g.w * g.inputs + g.b
    return (relu(z) - g.targets) * active(z)


def after_batch(name):
    """A parameter after a step on the batch, by the package."""

    def stepped(g):
        x = g.inputs[..., 0]
        with np.errstate(all="ignore"):
            delta = relu(g.w * g.inputs + g.b)[..., 0] - g.targets[..., 0]
            rows = zip(g.w.ravel(), g.b.ravel(), x, delta, g.eta.ravel(), strict=True)
            found = [getattr(batch.step(*row[:-1], lr=row[-1]), name) for row in rows]
        return np.reshape(found, (-1, 1, 1))

    return stepped


def after_step_in_the_plane(name):
    """A parameter, or the velocity (2,), after a step with momentum and weight decay, by the package."""

    def stepped(g):
        new, velocity = unit_path.step((g.w, g.b), (g.v[:, :1], g.v[:, 1:]), g.x, g.y, lr=g.eta, momentum=g.beta,
                                       decay=g.mu)
        return np.concatenate(velocity, axis=-2) if name == "v" else getattr(new, name)

    return stepped


def pivot(g):
    """Where the lines before and after a step on the batch meet."""
    w, b = (after_batch(name)(g) for name in "wb")
    with np.errstate(all="ignore"):
        return -(b - g.b) / (w - g.w)


def full_rate(g):
    """The rate at which a step with residual 1 lowers the output at x by 1: 1 over the output of a step of rate 1."""
    return 1 / ((g.x * g.x) + 1)


def stepped_weight(g):
    """The weight after the step, 0 where only rounding is left of it."""
    change = g.eta * g.delta * g.a * g.x
    return np.where(np.abs(g.w - change) < 1e-12 * np.abs(g.w), 0, g.w - change)


DERIVED = {
    "a": lambda g: active(g.w * g.x + g.b),
    "delta": lambda g: relu(g.w * g.x + g.b) - g.y,
    "zero": lambda g: np.zeros((1, 1, 1)),
    "full_rate": full_rate,
    "decayed": lambda g: np.where(g.eta * g.mu == 1, 0, g.w * (1 - g.eta * g.mu)),
    "alpha": lambda g: np.full((1, 1, 1), 0.1),
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
    "g": felt,
    "p": pivot,
    "network_loss": lambda g: (g["W^2"].mT @ g.units - g.y) ** 2 / 2,
}

LETTERS = Letters(
    sizes=("h", "m"),
    regimes=(*({"h": h, "m": m} for h, m in (
                 (5, 3), (3, 4), (4, 2), (2, 5), (6, 1), (1, 7), (7, 6), (8, 9))),  # harmless: so are other sizes
             {"h": 3, "m": 4, "scale": 1e-3}, {"h": 3, "m": 4, "scale": 1e3},  # harmless: as above
             *({"h": 4, "m": 3, "zero": name} for name in ("x", "w", "w'", "W^1"))),
    draw=draw,
    derived=DERIVED,
    functions={
        "phi": Function(("x",), lambda g: relu(g.w * g.x + g.b)),
        "ReLU'": Function(("t",), lambda g: active(g.t)),
        "hat_f": Function(("x",), lambda g: g["W^2"].mT @ relu(g["W^1"] * g.x + g.biases)),
    },
    entries={"b": "biases", "delta": "deltas", "a": "activity", "e": "elbows", "e'": "moved", "phi": "units",
             "x": "inputs", "g": "g"},
    code={"eta": "lr", "W^1": "W1", "W^2": "W2", "biases": "b",
          "deltas": "delta", "activity": "a", "elbows": "e", "moved": "e_new", "units": "phi"},
)

ACTIVE = "wx + b > 0"
UNIT_RESIDUAL = {"delta": "one"}
BATCH = {"w'": after_batch("w"), "b'": after_batch("b")}
IN_THE_PLANE = {f"{name}'": after_step_in_the_plane(name) for name in "vwb"}
LINES = {
    "eq-batch-step": Line(let=BATCH),
    "eq-plane-step": Line(let=IN_THE_PLANE),
    "eq-batch-pivot": Line(when=(r"\sum_k g_k x_k \neq 0",)),
    "eq-elbow": Line(when=(r"w \neq 0",)),
    "eq-factored": Line(when=(r"w \neq 0",)),
    "eq-step": Line(needs=(ACTIVE,)),
    r"\boxed{\;e' + \frac1x = \frac{w}{w'}\Big(e + \frac1x\Big)\;}": Line(
        needs=(r"x \neq 0", r"w \neq 0", r"w' \neq 0")
    ),
    "eq-move": Line(needs=(ACTIVE, r"w \neq 0", r"w' \neq 0")),
    "eq-case-ii": Line(let=UNIT_RESIDUAL, needs=(ACTIVE, "w > 0", "x > 0")),
    "eq-case-iii": Line(needs=(ACTIVE, "w > 0", "x < 0")),
    "eq-delta-i": Line(let={"ell": "network_loss"}),
    "eq-moved-elbow": Line(when=(r"W^1_i - \eta \delta_i a_i x \neq 0",)),
    "e = -b/w": Line(when=(r"w \neq 0",)),
    r"w - w' = \eta\delta x": Line(needs=(ACTIVE,)),
    r"w' = w - \eta x < w": Line(let=UNIT_RESIDUAL, needs=(ACTIVE, "x > 0")),
    r"w' = w - \eta x": Line(let=UNIT_RESIDUAL, needs=(ACTIVE,)),
    r"w' = w + \eta |x| > w > 0": Line(let=UNIT_RESIDUAL, needs=(ACTIVE, "w > 0", "x < 0")),
    "b > -wx = w|x| > 0": Line(needs=(ACTIVE, "w > 0", "x < 0")),
    "b > -wx = |w|x > 0": Line(needs=(ACTIVE, "w < 0", "x > 0")),
    "w - bx = -(|w| + bx) < 0": Line(needs=(ACTIVE, "w < 0", "x > 0")),
    r"wx + b > 0 \iff b x / w > -x^2": Line(needs=("w > 0", "x > 0")),
    "ww' > 0": Line(let=UNIT_RESIDUAL, needs=("w < 0", "x > 0")),
    "e < x < 0 < -1/x": Line(needs=(ACTIVE, "w > 0", "x < 0")),
    "-1/x < 0": Line(needs=("x > 0",)),
    r"e' = -(b - \eta\delta)/w = e + \eta\delta/w": Line(let={"x": "zero"}, needs=("b > 0",), when=(r"w \neq 0",)),
    r"\eta\,(1 + x^2) = 1": Line(let={"eta": "full_rate"}),
    r"\eta = 1/(1 + x^2)": Line(let={"eta": "full_rate"}),
    r"w'x + b' = (wx + b) - \eta\,(1 + x^2)": Line(let=UNIT_RESIDUAL, needs=(ACTIVE,)),
    r"w' = w - \eta\mu w": Line(let={"w'": "decayed"}),
    r"e' = -b / \big(w (1 - \eta\mu)\big) = e / (1 - \eta\mu)": Line(
        let={"w'": "decayed", "b'": "b"}, when=(r"w \neq 0",)
    ),
    "b' = b": Line(let={"b'": "b"}),
    r"e' = -(b - \eta\delta a)/(w - \eta\delta a x)": Line(when=(r"w' \neq 0",)),
}
NEITHER = {}
CONDITIONS = frozenset(
    {"b = -wx", "wx + b = y", r"b \le -2|w|", r"\eta\mu \le 1", r"\eta x = w", r"\sum_k g_k x_k = 0", r"\sum_k g_k = 0",
     r"\eta x < w", r"\eta x > w", "w > bx", "w = bx", "w < bx", "wx + b > 0", r"wx + b \le 0", "wx + b = 0",
     r"w'x + b' \le 0", r"\eta = (wx + b)/(1 + x^2)", r"\eta\mu = 1", r"0 < \eta\mu < 1", r"w\,(w - \eta x) > 0",
     r"t \to -t"}
)
UNREAD = {r"w'x + b' = (wx + b) - \eta\,(\dots)": "a blank to be filled in"}
