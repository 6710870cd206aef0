"""Referees for what DeepSeek v3.2 said with deep thinking and no earlier conversation had said."""

import numpy as np

from hw0 import ridge
from hw0.audit.referee import Referee, always, assign
from hw0.audit.relu_elbow.answers import divided_by_the_slope, moved_elbows
from hw0.audit.relu_elbow.confirmed import new_elbow
from hw0.audit.relu_elbow.network_confirmed import activity, residual
from hw0.audit.relu_elbow.samples import NETWORKS
from hw0.relu_elbow import elbow, relu_network
from hw0.relu_elbow.relu_network import elbows


def _one_unit(W1, b, W2, x, y, lr):
    return {"W1": np.array([W1]), "b": np.array([b]), "W2": np.array([W2]), "x": x, "y": y, "lr": lr}


def keeps_its_pattern(W1, b, W2, x, y, lr):
    """Whether the same units are active at x before and after the step."""
    new = relu_network.sgd_step(relu_network.Network(W1, b, W2), x, y, lr=lr)
    return bool(np.array_equal(activity(W1, b, x), activity(new.W1, new.b, x)))


def formula_is_exact(**v):
    """Whether the formula gives the elbow after the step."""
    new = relu_network.sgd_step(relu_network.Network(v["W1"], v["b"], v["W2"]), v["x"], v["y"], lr=v["lr"])
    return bool(np.allclose(divided_by_the_slope(**v), -new.b / new.W1))


def law_of_the_move(**v):
    """e_i + a_i (1 + e_i x) / (1 - a_i x) with a_i = lr r W2_i 1_i / W1_i."""
    W1, b, x = v["W1"], v["b"], v["x"]
    a = v["lr"] * residual(**v) * v["W2"] * activity(**v) / W1
    return elbows(W1, b) + a * (1 + elbows(W1, b) * x) / (1 - a * x)


REFEREES = assign(
    ("deepseek-v32-think-2d-2", Referee("(dg/dx)^T h for g = x and h = A x is a row",
        lambda A, x: (1.0, float(len(x))), lambda A, x: tuple(map(float, (np.eye(len(x)).T @ (A @ x)[:, None]).shape)),
        ({"A": np.array([[1.0, 2.0], [0.0, 3.0]]), "x": np.ones(2)},))),
    ("deepseek-v32-think-4h-3", Referee("without full column rank the limit is not unique: it depends on the way to it",
        always(True), lambda X, y: not np.allclose(ridge.by_svd(X, y, lam=1e-7), ridge.by_svd(X, y, lam=1e-8)),
        ({"X": np.ones((3, 2)), "y": np.array([1.0, 2.0, 3.0])},))),
    ("deepseek-v32-think-5b-iii-4", Referee("(iii) e' - e is lr/w (1 - b x/w)",
        lambda w, b, x, lr: lr / w * (1 - b * x / w), lambda w, b, x, lr: new_elbow(w, b, x, lr) - elbow(w, b),
        ({"w": 2.0, "b": 3.0, "x": -1.0, "lr": 0.1},))),
    ("deepseek-v32-think-5d-6", Referee("e_i' = (e_i + a_i) / (1 - a_i x) with a_i = lr r W2_i 1_i / W1_i",
        divided_by_the_slope, relu_network.moved_elbows, NETWORKS)),
    ("deepseek-v32-think-5d-7", Referee("its first formula lacks something that its last one has",
        always(True), lambda **v: not np.allclose(moved_elbows(**v), divided_by_the_slope(**v)), NETWORKS)),
    ("deepseek-v32-think-5d-8", Referee("the formula holds only if no unit goes to sleep in the step",
        keeps_its_pattern, formula_is_exact, (_one_unit(2.0, 1.0, 1.0, 1.0, 2.0, 1.6),))),
    ("deepseek-v32-think-5d-9", Referee("with W1_i = 0 there is no elbow after the step either",
        always(False), lambda **v: bool(np.all(np.isfinite(relu_network.moved_elbows(**v)))),
        (_one_unit(0.0, 1.0, 1.0, 1.0, 0.0, 0.5),))),
    ("deepseek-v32-think-5d-11", Referee("e_i' = e_i + a_i (1 + e_i x) / (1 - a_i x)",
        law_of_the_move, relu_network.moved_elbows, NETWORKS)),
)
