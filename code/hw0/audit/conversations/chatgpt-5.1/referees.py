"""Referees for what ChatGPT 5.1 said and no earlier conversation had said."""

import numpy as np

from hw0.audit.least_squares import samples
from hw0.audit.least_squares.samples import factors
from hw0.audit.referee import Referee, always, assign
from hw0.audit.relu_elbow.confirmed import direction, new_elbow
from hw0.audit.relu_elbow.refuted import way
from hw0.audit.ridge.refuted import operator
from hw0.least_squares import pinv
from hw0.relu_elbow import elbow


def projection_by_qr(X, y, **_):
    """The projection of y onto the span of the independent columns of X, by Gram-Schmidt."""
    Q = np.linalg.qr(X)[0]
    return Q @ Q.T @ y


def shortest_of_all(X, y, w, **_):
    """Whether no other minimiser is shorter: X^+ y plus any vector of the null space is longer."""
    best = pinv(X) @ y
    along = w - pinv(X) @ X @ w
    return bool(np.linalg.norm(best) <= np.linalg.norm(best + along))


REFEREES = assign(
    ("chatgpt51-3a-2", Referee("X^+ y is the shortest of all minimisers",
        always(True), shortest_of_all, samples.DEFICIENT)),
    ("chatgpt51-3a-5", Referee("tall X: Sigma is square, as an inverse needs",
        lambda X: (float(X.shape[1]),) * 2, lambda X: tuple(map(float, factors(X).S.shape)),
        ({"X": np.array([[3.0, 0], [0, 2], [0, 0]])},))),
    ("chatgpt51-3a-6", Referee("full column rank: X w is the projection of y onto the column space",
        lambda X, y, **_: factors(X).U @ factors(X).S @ factors(X).Sp @ factors(X).U.T @ y, projection_by_qr,
        samples.TALL)),
    ("chatgpt51-4b-2", Referee("(X^T X + lam I)^-1 X^T is diagonal",
        lambda X, lam: np.diag(np.diag(operator(X, lam))), operator,
        ({"X": np.array([[1.0, 2.0], [3.0, 4.0]]), "lam": 1.0},))),
    ("chatgpt51-5b-ii-4", Referee("(ii) w and b fall, and that decides: one direction for all b",
        always(1), lambda b, **v: len({direction(b=each, **v) for each in b}),
        ({"w": 1.0, "b": np.array([0.5, 2.0]), "x": 1.0, "lr": 0.1},))),
    ("chatgpt51-5b-ii-5", Referee("(ii) the elbow moves by less than 1 if the slope does",
        always(True), lambda w, b, x, lr: abs(new_elbow(w, b, x, lr) - elbow(w, b)) < 1,
        ({"w": 1.0, "b": 2.0, "x": 1.0, "lr": 0.9},))),
    ("chatgpt51-5b-iv-3", Referee("w more negative and b down is enough for a move to the left",
        always("left"), lambda w, b: way(elbow(w[0], b[0]), elbow(w[1], b[1])),
        ({"w": np.array([-1.0, -10.0]), "b": np.array([-1.0, -2.0])},))),
)
