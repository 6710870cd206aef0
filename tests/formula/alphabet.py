"""A small table of letters for the tests: a matrix, columns, a number, functions."""

import numpy as np

from formula.letters import Function, Letters


def draw(rng, count, n, d):
    """Return values of the letters that are given."""
    return {
        "X": rng.normal(size=(count, n, d)),
        "M": rng.normal(size=(count, n, n)),
        "y": rng.normal(size=(count, n, 1)),
        "z": rng.normal(size=(count, n, 1)),
        "w": rng.normal(size=(count, d, 1)),
        "t": rng.uniform(0.5, 2.0, (count, 1, 1)),
        "lambda": rng.uniform(0.5, 2.0, (count, 1, 1)),
        "dX": rng.normal(size=(count, n, d)),
        "b": rng.normal(size=(count, 1, d)),
    }


LETTERS = Letters(
    sizes=("n", "d"),
    regimes=({"n": 7, "d": 3}, {"n": 4, "d": 6}),
    draw=draw,
    derived={
        "fit": lambda g: np.linalg.pinv(g.X) @ g.y,
        "r": lambda g: np.full((1, 1, 1), float(min(g.regime["n"], g.regime["d"]))),
        "w'": lambda g: 2 * g.w,
        "W^1": lambda g: g.M,
    },
    functions={"J": Function(("w",), lambda g: ((g.y - g.X @ g.w) ** 2).sum(axis=(1, 2), keepdims=True)),
               "f": Function(("t",), lambda g: g.t**3)},
    columns={"m": "M"},
    rows={"x": "X"},
    every_row=("b",),
    code={"lambda": "lam"},
)
