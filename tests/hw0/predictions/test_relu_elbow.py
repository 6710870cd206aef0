"""Predictions of chapter 5: a fault in the package changes what is right."""

import numpy as np

from hw0 import relu_elbow
from hw0.relu_elbow import relu_network
from tests.hw0.predictions.planted import Fault, faults_are_noticed

FAULTS = (
    Fault("5a.i", relu_elbow, "elbow", lambda w, b: b / w),
    Fault("5a.ii", relu_elbow, "loss", lambda phi, y: abs(phi - y)),
    Fault("5a.iii", relu_elbow, "dloss_dw", lambda w, b, x, y: w * x + b - y),
    Fault("5a.iv", relu_elbow, "dloss_db", lambda w, b, x, y: (w * x + b - y) * x),
    Fault("5b.i", relu_elbow, "sgd_step", lambda w, b, x, y, lr: (w - lr * x, b - lr)),
    Fault("5b.ii", relu_elbow, "direction", lambda w, b, x, lr: "right"),
    Fault("5b.iii", relu_elbow, "direction", lambda w, b, x, lr: "right" if b > 1 else "left"),
    Fault("5b.iv", relu_elbow, "residual_step", lambda w, b, x, delta, lr: relu_elbow.Params(w + lr, b)),
    Fault("5c", relu_network, "predict", lambda net, x: np.maximum(0, net.W1[0] * x + net.b[0])),
    Fault("5d", relu_network, "moved_elbows", lambda W1, b, W2, x, y, lr: relu_network.elbows(W1, b)),
)

test_a_fault_in_the_package_changes_what_is_right = faults_are_noticed(FAULTS)
