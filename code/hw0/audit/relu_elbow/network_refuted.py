"""The flawed claims on networks."""
import numpy as np

from hw0.audit.referee import Referee, always, assign
from hw0.audit.relu_elbow.samples import DRAWS
from hw0.relu_elbow.relu_network import elbows, moved_elbows


def _one_unit(W1, b, W2, x, y, lr):
    return {"W1": np.array([W1]), "b": np.array([b]), "W2": np.array([W2]), "x": x, "y": y, "lr": lr}


def _has_elbows_after(**v):
    return bool(np.all(np.isfinite(moved_elbows(**v))))


def _share_of_inactive_units():
    w, b, x = np.random.default_rng(5).standard_normal((3, 100 * DRAWS))
    return float(np.mean(w * x + b <= 0))


NETWORK = assign(
    ("chatgpt-5c-2",
     Referee("every unit has an elbow", always(True), lambda W1, b: bool(np.all(np.isfinite(elbows(W1, b)))),
                             ({"W1": np.array([0.0]), "b": np.array([1.0])},))),
    ("chatgpt-5d-12 grok-5d-6", Referee("after the step every unit has an elbow", always(True), _has_elbows_after,
                                        (_one_unit(1.0, 1.0, 1.0, 1.0, 1.0, 1.0),))),
    ("deepseek-5d-4", Referee("after the step every unit has an elbow", always(True), _has_elbows_after,
                              (_one_unit(1.0, 0.0, 1.0, 1.0, 0.0, 1.0),))),
    ("grok-5d-8", Referee("the elbow of an active unit moves", always(True), lambda W1, b, **v: bool(
        np.any(moved_elbows(W1, b, **v) != elbows(W1, b))), (_one_unit(1.0, 1.0, 1.0, 1.0, 1.0, 0.1),))),
    ("chatgpt-5d-10", Referee("an inactive unit is rare", always(0.0), _share_of_inactive_units, ({},))))
