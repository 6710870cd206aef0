"""The letters of the page notation.md itself, which belong to several chapters."""

import numpy as np

from formula.judge import Line
from formula.letters import Function, Letters
from hw0.notation import least_squares
from hw0.notation.linear_problems import normal, uniform
from hw0.notation.relu_elbow import relu

# letters of chapter 3 that mean something else here, or nothing
ELSEWHERE = {"eta", "t", "w_t", "k", "hat_X", "Z", "rest", "shared"}


def draw(rng, count, n, d, rank=None, scale=1.0):
    """Return linear data, a point x (n,), a rate and the numbers of a unit."""
    return least_squares.draw(rng, count, n, d, rank, scale) | {
        "x": normal(rng, count, n),
        "eta": uniform(rng, count, 0.1, 1.0),
        "b": normal(rng, count, 1),
        "slope": normal(rng, count, 1),
        "t": normal(rng, count, 1),
        "inner": normal(rng, count, d, n),
    }


LETTERS = Letters(
    sizes=("n", "d"),
    regimes=least_squares.LETTERS.regimes,
    draw=draw,
    derived={name: value for name, value in least_squares.LETTERS.derived.items() if name not in ELSEWHERE}
    | {
        "ell": lambda g: (np.sin(g.x) * g.x).sum(axis=1, keepdims=True),
        "nabla_ell": lambda g: np.sin(g.x) + g.x * np.cos(g.x),
        "x'": lambda g: g.x - g.eta * (np.sin(g.x) + g.x * np.cos(g.x)),
        "p": lambda g: np.full((1, 1, 1), float(g.regime["d"])),
    },
    functions={"phi": Function(("t",), lambda g: relu(g.slope * g.t + g.b)),
               "f": Function(("x",), lambda g: np.tanh(g.inner @ g.x))},
    code=least_squares.LETTERS.code,
)

LINES = {r"\phi(t) = \max(0, wt + b)": Line(let={"w": "slope"})}
NEITHER = {}
CONDITIONS = frozenset()
UNREAD = {}
