"""Referees for what GPT-5 Thinking said and no earlier conversation had said."""

import numpy as np

from hw0.audit.least_squares import samples
from hw0.audit.referee import Referee, always, assign
from hw0.audit.relu_elbow.confirmed import after, direction
from hw0.audit.relu_elbow.samples import III, IV
from hw0.least_squares import pinv

DRAWS = 1000


def share_to_the_right(spread):
    """The share of small steps in case (ii) that move the elbow right, for w, x half-normal and b normal of this
    spread."""
    rng = np.random.default_rng([5, 2])
    w, x = np.abs(rng.normal(size=(2, DRAWS)))
    b = spread * rng.normal(size=DRAWS)
    active = w * x + b > 0
    units = zip(w[active], b[active], x[active], strict=True)
    return float(np.mean([direction(w=w, b=b, x=x, lr=0.01 * w / x) == "right" for w, b, x in units]))


def ways(points):
    """The directions that occur, as words."""
    return " or ".join(sorted({direction(**v) for v in points}))


REFEREES = assign(
    ("gpt5think-3a-1", Referee("X^+ y solves the normal equations, whatever the rank",
        lambda X, y, **_: X.T @ X @ pinv(X) @ y, lambda X, y, **_: X.T @ y, samples.ANY)),
    ("gpt5think-5b.ii-2", Referee("(ii) the slope gets less steep",
        always(True), lambda **v: bool(abs(after(**v)[0]) < abs(v["w"])),
        ({"w": 1.0, "b": 1.0, "x": 2.0, "lr": 1.5},))),
    ("gpt5think-5b.ii-3", Referee("(ii) most small steps go right, however large biases are",
        always(True), lambda spread: share_to_the_right(spread) > 0.5, ({"spread": 3.0},))),
    ("gpt5think-5b.iii-2", Referee("(iii) left or right", always("left or right"), lambda: ways(III), ({},))),
    ("gpt5think-5b.iv-2", Referee("(iv) left, with exceptions", always("left or right"), lambda: ways(IV), ({},))),
)
