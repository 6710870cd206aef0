"""Referees for what Claude Sonnet 4.5 said and no earlier conversation had said."""

import numpy as np

from hw0.audit.least_squares import samples
from hw0.audit.least_squares.samples import factors
from hw0.audit.referee import Referee, always, assign
from hw0.audit.relu_elbow.confirmed import after, new_elbow
from hw0.audit.relu_elbow.moves import numbers_of_a_step
from hw0.audit.relu_elbow.refuted import way
from hw0.audit.ridge.confirmed import gram
from hw0.audit.ridge.refuted import operator
from hw0.least_squares import min_norm_solution, pinv
from hw0.relu_elbow import elbow, unit
from hw0.relu_elbow.relu_network import elbows, moved_elbows
from hw0.ridge import by_svd

ITS_EXAMPLE = {"w": 1.0, "b": -1.0, "x": 3.0, "lr": 0.3}
TWICE = {"X": np.array([[1.0, 1.0], [1.0, 1.0], [0.0, 0.0]])}


def onto_columns_by_qr(X):
    """The projector onto the span of the independent columns of X, by Gram-Schmidt."""
    Q = np.linalg.qr(X)[0]
    return Q @ Q.T


def with_points_at_the_origin(X, y, lam):
    """Least squares with one more sample of input 0 and target 0 for each column of X."""
    d = X.shape[1]
    return min_norm_solution(np.vstack([X, np.zeros((d, d))]), np.append(y, np.zeros(d)))


def loss_after(w, b, x, lr):
    """The loss at the training point after a step with residual 1."""
    return 0.5 * (unit(*after(w, b, x, lr), x) - (unit(w, b, x) - 1)) ** 2


def ways_of_one_unit(y, **v):
    """How many directions the elbow of a network of one unit takes for these targets."""
    start = elbows(v["W1"], v["b"])[0]
    return len({way(start, moved_elbows(y=float(each), **v)[0]) for each in y})


REFEREES = assign(
    ("claude-sonnet-4.5-3c-3", Referee("full column rank: X A is the projector onto the column space",
        lambda X, **_: factors(X).U @ factors(X).S @ factors(X).Sp @ factors(X).U.T,
        lambda X, **_: onto_columns_by_qr(X), samples.TALL)),
    ("claude-sonnet-4.5-3c-4", Referee("X A X = X makes A X the identity",
        lambda X: bool(np.allclose(X @ pinv(X) @ X, X)), lambda X: bool(np.allclose(pinv(X) @ X, np.eye(X.shape[1]))),
        (TWICE,))),
    ("claude-sonnet-4.5-3f-3", Referee("full row rank: B X is the projector onto the row space",
        lambda X, **_: factors(X).Vt.T @ factors(X).Sp @ factors(X).S @ factors(X).Vt,
        lambda X, **_: onto_columns_by_qr(X.T), samples.WIDE)),
    ("claude-sonnet-4.5-3f-4", Referee("X B X = X makes X B the identity",
        lambda X: bool(np.allclose(X @ pinv(X) @ X, X)), lambda X: bool(np.allclose(X @ pinv(X), np.eye(len(X)))),
        ({"X": TWICE["X"].T},))),
    ("claude-sonnet-4.5-4d-2", Referee("ridge is least squares with fake points at the origin",
        with_points_at_the_origin, by_svd, ({"X": np.array([[1.0], [2.0]]), "y": np.array([3.0, 4.0]), "lam": 1.0},))),
    ("claude-sonnet-4.5-4f-4", Referee("(X^T X + lam I)^-1 X^T (X^T X + lam I) = X^T",
        lambda X, lam: X.T, lambda X, lam: operator(X, lam) @ gram(X, lam),
        ({"X": np.array([[1.0, 1.0], [0.0, 1.0]]), "lam": 1.0},))),
    ("claude-sonnet-4.5-4f-5", Referee("(X X^T + lam I)^-1 meets X^T X: the sizes agree",
        lambda X: len(X), lambda X: X.shape[1], ({"X": np.ones((3, 5))},))),
    ("claude-sonnet-4.5-5b.i-2", Referee("a unit that is inactive at one input is so at all",
        always(False), lambda w, b, t: bool(unit(w, b, t) > 0), ({"w": 1.0, "b": 0.0, "t": 2.0},))),
    ("claude-sonnet-4.5-5b.ii-3", Referee("w' = 0.1, b' = -1.3; e = 1, e' = 13",
        always((0.1, -1.3, 1.0, 13.0)), numbers_of_a_step, (ITS_EXAMPLE,))),
    ("claude-sonnet-4.5-5b.ii-4", Referee("its step lowers the loss at the training point",
        always(True), lambda **v: bool(loss_after(**v) < 0.5 - 1e-9), (ITS_EXAMPLE,))),
    ("claude-sonnet-4.5-5b.iii-4", Referee("(iii) the elbow lies to the right of the training point",
        always(True), lambda w, b, x, lr: bool(elbow(w, b) > x and new_elbow(w, b, x, lr) > x),
        ({"w": 1.0, "b": 3.0, "x": -1.0, "lr": 0.3},))),
    ("claude-sonnet-4.5-5d-4", Referee("the signs of x and W1 decide the direction: one for all targets",
        always(1), ways_of_one_unit,
        ({"W1": np.ones(1), "b": -np.ones(1), "W2": np.ones(1), "x": 3.0, "y": np.array([1.0, 3.0]), "lr": 0.3},))),
)
