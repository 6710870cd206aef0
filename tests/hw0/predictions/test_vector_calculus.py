"""Predictions of chapter 2: a fault in the package changes what is right."""

import numpy as np

from hw0 import vector_calculus as vc
from tests.hw0.predictions.planted import Fault, faults_are_noticed

FAULTS = (
    Fault("2a", vc, "d_dot", lambda x, c: c[None, :] / 10 ** np.sum(np.abs(c) > 5)),
    Fault("2b", vc, "d_squared_norm", lambda x: np.array([[1.0, 0.0]])),
    Fault("2c", vc, "d_matvec", lambda A, x: A.T),
    Fault("2d", vc, "d_quadratic", lambda A, x: 2 * x[None, :] @ A),
    Fault("2e", vc, "agreement_basis", lambda A: np.ones((len(A), 1 - len(A) % 2))),
)

test_a_fault_in_the_package_changes_what_is_right = faults_are_noticed(FAULTS)
