"""The checker on trial: answers that are wrong in a subtle way, and right ones that look unusual.

What `check` says of each is computed.  Where it is mistaken, that is shown and not mended away: a sample cannot see
everything.
"""
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

import numpy as np

from hw0.audit.relu_elbow.answers import divided_by_the_slope
from hw0.audit.table import Table
from hw0.checks import check


@dataclass(frozen=True, eq=False)
class Adversary:
    """An answer whose guilt is known.

    Attributes
    ----------
    part, what, answer : "5b.iii", what it does, a function with the arguments of the part or a bare value
    wrong_at : arguments at which it is wrong; None if it is right everywhere
    """

    part: str
    what: str
    answer: Callable | str
    wrong_at: dict | None = None

    @property
    def right(self):
        """Whether the answer is right everywhere, so that check should say so."""
        return self.wrong_at is None

    @cached_property
    def verdict(self):
        """The Verdict of check."""
        return check(self.part, self.answer)


def _descend(X, y):
    w, rate = np.zeros(X.shape[1]), 1 / np.linalg.norm(X, 2) ** 2
    for _ in range(2000):
        w = w - rate * X.T @ (X @ w - y)
    return w


def _central(f, x, h):
    return [(f(x + h * e) - f(x - h * e)) / (2 * h) for e in np.eye(len(x))]


def _ridge(X, y, lam):
    return np.linalg.solve(X.T @ X + lam * np.eye(X.shape[1]), X.T @ y)


def _without(k):
    """A square matrix of ones of size k, without its last row: not symmetric."""
    return np.vstack([np.ones((k - 1, k)), np.zeros(k)])


ONES = np.ones
NEARLY_DEPENDENT = np.array([[1.0, 1.0], [1.0, 65 / 64], [1.0, 1.0]])
CROSS = np.array([[0.0, -3.0, 2.0], [3.0, 0.0, -1.0], [-2.0, 1.0, 0.0]])      # A x = (1, 2, 3) x x

WRONG = (
    Adversary("2d", r"$2x^\top A$, which needs $A$ symmetric", lambda A, x: 2 * x @ A,
              {"A": _without(2), "x": ONES(2)}),
    Adversary("2d", r"$x^\top (A + A^\top)$ without the diagonal of $A$ counted twice",
              lambda A, x: x @ (A + A.T - np.diag(np.diag(A))),
            {"A": ONES((1, 1)), "x": ONES(1)}),
    Adversary("2e", "symmetric up to signs", lambda A: bool(np.all(np.abs(A) == np.abs(A.T))),
              {"A": np.array([[0.0, 1.0], [-1.0, 0.0]])}),
    Adversary("3c.any", "the identity, whatever the rank", lambda X: np.eye(X.shape[1]), {"X": ONES((3, 2))}),
    Adversary("3c.any", "the projector on the column space", lambda X: X @ np.linalg.pinv(X),
              {"X": np.array([[0.0, 1.0], [0.0, 0.0]])}),
    Adversary("4a", r"$\lambda$ added to every entry of $X^\top X$",
              lambda X, y, lam: np.linalg.lstsq(X.T @ X + lam, X.T @ y, rcond=None)[0],
            {"X": np.eye(2), "y": ONES(2), "lam": 1.0}),
    Adversary("4b", r"$1/\sigma$ if $\sigma > \lambda$, else $\sigma/\lambda$",
              lambda s, lam: np.where(s > lam, 1 / s, s / lam),
              {"s": ONES(1), "lam": 1.0}),
    Adversary("4d", r"$\lambda$ in place of $\sqrt\lambda$",
              lambda X, y, lam: (np.vstack([X, lam * np.eye(X.shape[1])]), np.append(y, np.zeros(X.shape[1]))),
            {"X": ONES((1, 1)), "y": ONES(1), "lam": 4.0}),
    Adversary("5a.iv", "active at the kink as well", lambda w, b, x, y: (max(0.0, w * x + b) - y) * (w * x + b >= 0),
            {"w": 1.0, "b": -1.0, "x": 1.0, "y": 1.0}),
    Adversary("5b.ii", "the rule for small steps",
              lambda w, b, x, lr: "right" if w > b * x else "left" if w < b * x else "stays",
            {"w": 1.0, "b": 0.0, "x": 2.0, "lr": 1.0}),
    Adversary("5b.iii", "right, unless the elbow passes 0", lambda w, b, x, lr: "right" if lr <= b else "left",
            {"w": 1.0, "b": 2.0, "x": -1.0, "lr": 3.0}),
    Adversary("3c", "the product with $A$ on the other side", lambda X: X @ np.linalg.pinv(X), {"X": ONES((2, 1))}),
    Adversary("5d", "divided by the old slope, which loses a unit that had none", divided_by_the_slope,
              {"W1": np.zeros(1), "b": ONES(1), "W2": ONES(1), "x": 1.0, "y": 0.0, "lr": 0.5}),
    Adversary("5d", "the residual without the output weight",
              lambda W1, b, W2, x, y, lr: _moved(W1, b, W2, x, y, lr, 1.0),
            {"W1": ONES(1), "b": ONES(1), "W2": 2 * ONES(1), "x": 2.0, "y": 1.0, "lr": 0.25}),
    Adversary("2d", r"right up to $n = 9$, $2x^\top A$ from $n = 10$ on",
              lambda A, x: x @ (A + A.T) if len(x) < 10 else 2 * x @ A,
              {"A": _without(10), "x": ONES(10)}),
    Adversary("2e", "tries $x = (1, 2, …, n)$ only",
              lambda A: bool(np.allclose((A - A.T) @ np.arange(1, len(A) + 1), 0)),
              {"A": CROSS}),
    Adversary("3a", "two thousand steps of gradient descent", _descend, {"X": NEARLY_DEPENDENT, "y": np.arange(3.0)}),
    Adversary("4g", r"ridge with $\lambda = 10^{20}$", lambda X, y: _ridge(X, y, 1e20),
              {"X": 1e8 * ONES((2, 1)), "y": 1e8 * ONES(2)}),
    Adversary("4h", r"ridge with $\lambda = 10^{-10}$, if $X^\top X$ allows it",
              lambda X, y: X.T @ np.linalg.solve(X @ X.T + 1e-10 * np.eye(len(X)), y)
            if len(X) < X.shape[1] else _ridge(X, y, 1e-10), {"X": 1e-6 * ONES((2, 1)), "y": ONES(2)}),
    Adversary("5a.i", "0 for weights above $10^4$", lambda w, b: -b / w if abs(w) < 1e4 else 0.0,
              {"w": 2e4, "b": 1.0}),
    Adversary("5b.iii", "left for rates above 500", lambda w, b, x, lr: "left" if lr > 500 else "right",
            {"w": 1.0, "b": 2.0, "x": -1.0, "lr": 512.0}),
)

RIGHT = (
    Adversary("2a", "a list", lambda x, c: list(c)),
    Adversary("2a", "other names for its arguments", lambda point, direction: 1 * direction),
    Adversary("2b", "a difference quotient, exact for squares", lambda x: _central(lambda v: v @ v, x, 0.5)),
    Adversary("2c", "one column for each unit vector", lambda A, x: np.stack([A @ e for e in np.eye(len(x))], axis=1)),
    Adversary("2e", r"asks for $x^\top (A - A^\top) = 0$ at every unit vector",
              lambda A: all(not np.any(e @ (A - A.T)) for e in np.eye(len(A)))),
    Adversary("3d", r"Gram–Schmidt by QR of $X^\top$",
              lambda X, y: (lambda Q, R: Q @ np.linalg.solve(R.T, y))(*np.linalg.qr(X.T))),
    Adversary("4a", "least squares on stacked rows", lambda X, y, lam: np.linalg.lstsq(
        np.vstack([X, np.sqrt(lam) * np.eye(X.shape[1])]), np.append(y, np.zeros(X.shape[1])), rcond=None)[0]),
    Adversary("4c", "off by a constant", lambda w, X, y, lam: ((y - X @ w) @ (y - X @ w) / lam + w @ w) / 2 + 17),
    Adversary("4d", "the rows in another order", lambda X, y, lam: (
        np.vstack([np.sqrt(lam) * np.eye(X.shape[1]), X]), np.append(np.zeros(X.shape[1]), y))),
    Adversary("5b.i", "the bare word", "stays"),
    Adversary("5b.iv", "moves the elbow and looks",
              lambda w, b, x, lr: "right" if -(b - lr) / (w - lr * x) > -b / w else "left"),
    Adversary("5a.i", "a fraction of whole numbers", lambda w, b: -Fraction(b) / Fraction(w)),
    Adversary("3a", "single precision",
              lambda X, y: np.linalg.lstsq(X.astype(np.float32), y.astype(np.float32), rcond=None)[0]),
    Adversary("5b.iii", "the word with a capital", "Right"),
)


def _moved(W1, b, W2, x, y, lr, out):
    active = W1 * x + b > 0
    delta = (np.maximum(0, W1 * x + b) @ W2 - y) * out * active
    w = W1 - lr * delta * x
    return np.where(w == 0, np.nan, -(b - lr * delta) / np.where(w == 0, 1, w))


def mistaken(answers):
    """The Adversaries on whom check is wrong, a tuple."""
    return tuple(adversary for adversary in answers if adversary.verdict.right != adversary.right)


def trial(answers, title):
    """The Table of what check says of each Adversary, its mistakes last."""
    outcomes = [(adversary, adversary.verdict.right) for adversary in answers]
    rows = tuple((adversary.part, adversary.what,
                  f"{'right' if said else 'wrong'}{'' if said == adversary.right else ', mistakenly'}")
                 for adversary, said in sorted(outcomes, key=lambda outcome: outcome[1] != outcome[0].right))
    deserved = sum(said == adversary.right for adversary, said in outcomes)
    return Table(f"{title}: {deserved} of {len(rows)} judged as they deserve", ("part", "the answer", "check says"),
                 rows)
