"""Predictions of chapter 3: a fault in the package changes what is right."""

import numpy as np

from hw0 import least_squares as ls
from hw0.least_squares.svd import Svd
from tests.hw0.predictions.planted import Fault, faults_are_noticed

FAULTS = (
    Fault("3a", ls, "by_normal_equations", lambda X, y: np.array([np.mean(y / X[:, 0])])),
    Fault("3b", ls.svd, "full", lambda X: Svd(*np.linalg.svd(X.T))),
    Fault("3c", ls, "pinv", lambda X: X.T),
    Fault("3d", ls, "min_norm_solution", lambda X, y: np.linalg.lstsq(X * [[0, 1]], y, rcond=None)[0]),
    Fault("3e", ls.svd, "sigma_pinv", lambda s, shape: np.diag(1 / s)),
    Fault("3f", ls.svd, "rank", lambda X: max(X.shape)),
)

test_a_fault_in_the_package_changes_what_is_right = faults_are_noticed(FAULTS)
