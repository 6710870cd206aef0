"""Predictions of chapter 4: a fault in the package changes what is right."""

import numpy as np

from hw0 import ridge
from tests.hw0.predictions.planted import Fault, faults_are_noticed


def _shrunk(X, y, *, lam):
    return np.linalg.lstsq(X, y, rcond=None)[0] / (1 + lam)


FAULTS = (
    Fault("4a", ridge, "by_normal_equations", _shrunk),
    Fault("4b", ridge, "shrinkage", lambda s, lam: s / (s + lam)),
    Fault("4c", ridge, "of_one_weight", lambda x, y, lam: ridge.Posterior(np.mean(y), lam)),
    Fault("4d", ridge, "with_fake_data", lambda X, y, lam: (np.vstack([X, [[lam**0.5]]]), np.append(y, 1.0))),
    Fault("4e", ridge, "fake_feature_weights", lambda X, y, lam: np.append(np.zeros(X.shape[1]), y / lam**0.5)),
    Fault("4f", ridge, "by_kernel", lambda X, y, lam: np.linalg.pinv(X) @ y),
    Fault("4g", ridge, "path", lambda X, y, lams: np.ones(X.shape[1]) / (1 + lams[:, None])),
    Fault("4h", ridge, "by_normal_equations", lambda X, y, lam: np.array([1.0, -1.0]) / lam),
)

test_a_fault_in_the_package_changes_what_is_right = faults_are_noticed(FAULTS)
