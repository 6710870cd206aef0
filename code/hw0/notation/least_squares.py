"""The letters of chapter 3, and the lines of its formulas that need more than the table."""

import numpy as np

from formula.judge import Line
from formula.letters import Function, Letters
from hw0.least_squares import conditioning
from hw0.notation import linear_problems as linear

EPSILON = 1e-3


def bound(g):
    """The bound of Wedin and Higham as the package computes it; NaN where X has not full column rank."""
    found = []
    for X, y in zip(g.X, g.y[..., 0], strict=True):
        tall = len(X) >= X.shape[1] and np.linalg.matrix_rank(X, rtol=1e-10) == X.shape[1]
        found.append(conditioning.relative_change_bound(X, y, eps=EPSILON) if tall else np.nan)
    return np.array(found)[:, None, None]


def multipliers(g):
    """The μ with X Xᵀ μ = y, as far as that can be."""
    return linear.undone(g).mT @ linear.shortest(g)


LETTERS = Letters(
    sizes=("n", "d"),
    regimes=linear.REGIMES,
    draw=linear.draw,
    derived=linear.DERIVED
    | {
        "A": linear.undone,
        "B": linear.undone,
        "multipliers": multipliers,
        "kappa": lambda g: g.stretch[..., :1] / np.where(g.stretch > 0, g.stretch, np.inf).min(axis=2, keepdims=True),
        "varepsilon": lambda g: np.full((1, 1, 1), EPSILON),
        "rho": lambda g: np.sqrt(linear.squares(g.X @ g.fit - g.y) / linear.squares(g.fit)) / g.stretch[..., :1],
        "bound": bound,
    },
    functions={"L": Function(("w", "mu"), lambda g: linear.squares(g.w) / 2 + g.mu.mT @ (g.y - g.X @ g.w))},
    columns={"u": "U", "v": "V"},
    indices=("i", "j", "k"),
    code={"sigma": "s", "V": "Vt.T", "varepsilon": "eps", "mu": "mu"},
)


FIT = {"w": "fit"}
LINES = {
    "eq-normal": Line(let=FIT),
    "eq-any-other": Line(let=FIT),
    "eq-tall-solution": Line(let=FIT, needs=("r = d",)),
    "eq-sigma-tall": Line(needs=("r = d",)),
    "eq-gram": Line(needs=(r"n \ge d",)),
    "eq-pinv-tall": Line(needs=("r = d",)),
    "eq-tall-svd": Line(let=FIT),
    "eq-diagonal": Line(needs=(r"n \ge d",)),
    "eq-left-inverse": Line(needs=("r = d",)),
    "eq-hat": Line(needs=("r = d",)),
    "eq-stationary": Line(let=FIT | {"mu": "multipliers"}, needs=("r = n",)),
    "eq-wide-solution": Line(let=FIT, needs=("r = n",)),
    "eq-pythagoras": Line(let=FIT | {"v": "null"}),
    "eq-sigma-wide": Line(needs=("r = n",)),
    "eq-pinv-wide": Line(needs=("r = n",)),
    "eq-right-inverse": Line(needs=("r = n",)),
    "eq-row-projector": Line(needs=("r = n",)),
    "eq-ls-bound": Line(let=FIT, completes=(r"= \text{bound}",), needs=("r = d",)),
}
NEITHER = {}
