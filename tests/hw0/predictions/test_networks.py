"""Predictions of chapter 6: a fault in the package, or in its stored map, changes what is right."""

import numpy as np

from hw0 import networks as nn
from hw0.networks import sweeps
from tests.hw0.predictions.planted import Fault, faults_are_noticed

FAULTS = (
    Fault("6.affine_forward", nn.Network, "params", np.zeros(64 * 10)),
    Fault("6.affine_backward", nn, "affine_backward", lambda dout, X, W, b: (X, W, dout.mean(axis=0))),
    Fault("6.relu_forward", nn, "affine_forward", lambda X, W, b: np.tanh(X @ W)),
    Fault("6.relu_backward", nn, "relu_backward", lambda dout, Z: dout),
    Fault("6.softmax_loss", nn, "softmax_loss", lambda scores, labels: (0.0, scores)),
    Fault("6.svm_loss", nn, "svm_loss", lambda scores, labels: (10.0, scores)),
    Fault("6a", sweeps, "load", lambda name: np.full((2, 21, 23, 5), 50)),
)

test_a_fault_in_the_package_changes_what_is_right = faults_are_noticed(FAULTS)
