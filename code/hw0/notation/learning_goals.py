"""The letters of chapter 1, and the lines of its formulas that need more than the table."""

import numpy as np

from formula.judge import Line
from formula.letters import Letters
from hw0 import learning_goals
from hw0.notation.linear_problems import uniform

LEVELS = np.array([0.5, 0.7, 0.9, 1.0])


def draw(rng, count, n):
    """Return n answers with their confidences, and the answers put together by confidence."""
    group = rng.integers(0, len(LEVELS), (count, n, 1))
    group[:, : len(LEVELS)] = np.arange(len(LEVELS))[:, None]  # every confidence is used
    right = rng.integers(0, 2, (count, n, 1)).astype(float)
    same = group == np.arange(len(LEVELS))
    asked = same.sum(axis=1).astype(float)[..., None]
    return {
        "p": LEVELS[group],
        "o": right,
        "asked": asked,
        "levels": np.broadcast_to(LEVELS[:, None], (count, len(LEVELS), 1)),
        "shares": (same * right).sum(axis=1)[..., None] / asked,
        "bar_o": right.mean(axis=1, keepdims=True),
        "stated": uniform(rng, count, 0, 1),
        "q": uniform(rng, count, 0, 1),
    }


def score(g):
    """The Brier score of the package."""
    answers = zip(g.drawn["p"][..., 0], g.o[..., 0], strict=True)
    return np.array([learning_goals.brier_score(learning_goals.tally(p, o)) for p, o in answers])[:, None, None]


LETTERS = Letters(sizes=("n",), regimes=tuple({"n": n} for n in (4, 5, 6, 9, 20)), draw=draw, derived={"score": score},
                  entries={"n": "asked", "bar_o": "shares"})

GROUPED = {"p": "levels"}
LINES = {"eq-honest": Line(let={"p": "stated"}), "eq-murphy": Line(let=GROUPED)}
NEITHER = {}
CONDITIONS = frozenset()
UNREAD = {}
