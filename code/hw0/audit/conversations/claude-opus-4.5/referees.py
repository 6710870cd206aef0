"""Referees for what Claude Opus 4.5 said and no earlier conversation had said."""

import numpy as np

from hw0 import ridge
from hw0.audit.referee import Referee, always, assign
from hw0.audit.relu_elbow.confirmed import direction
from hw0.audit.relu_elbow.network_confirmed import activity, residual
from hw0.audit.relu_elbow.samples import III, NETWORKS
from hw0.audit.ridge import samples
from hw0.least_squares import pinv
from hw0.relu_elbow import elbow
from hw0.relu_elbow.relu_network import elbows, moved_elbows


def numerator_over_new_slope(W1, b, W2, x, y, lr):
    """(e_i W1_i + lr r W2_i 1_i) / (W1_i - lr r W2_i x 1_i)."""
    step = lr * residual(W1=W1, b=b, W2=W2, x=x, y=y) * W2 * activity(W1, b, x)
    return (elbows(W1, b) * W1 + step) / (W1 - step * x)


REFEREES = assign(
    ("opus45-4b-4", Referee("the smaller singular value gets the smaller factor",
        always(True),
        lambda small, large, lam: bool(ridge.filter_factors(small, lam) < ridge.filter_factors(large, lam)),
        ({"small": 1.0, "large": 4.0, "lam": 1.0},))),
    (
        "opus45-4f-3",
        Referee(
            "equal after multiplication from both sides, hence equal before",
            always(True),
            lambda P, M, N: bool(np.array_equal(P @ M @ P, P @ N @ P) <= np.array_equal(M, N)),
            (
                {
                    "P": np.diag([1.0, 0.0]),
                    "M": np.array([[1.0, 2.0], [3.0, 4.0]]),
                    "N": np.array([[1.0, 5.0], [6.0, 7.0]]),
                },
            ),
        ),
    ),
    ("opus45-4h-3", Referee("the limit is X^+ y, whatever shape and rank",
        lambda X, y, **_: pinv(X) @ y, lambda X, y, **_: ridge.by_svd(X, y, lam=1e-9), samples.ANY, 1e-5)),
    ("opus45-5b.iii-1", Referee("(iii) the elbow lies to the left of the training point",
        always(True), lambda w, b, x, **_: bool(elbow(w, b) < x), III)),
    ("opus45-5b.iii-3", Referee("an elbow to the left of the training point moves right",
        always("right"), direction, ({"w": 1.0, "b": 2.0, "x": 1.0, "lr": 0.1},))),
    ("opus45-5d-2", Referee("e_i' = (e_i W1_i + lr r W2_i 1_i) / (W1_i - lr r W2_i x 1_i)",
        numerator_over_new_slope, moved_elbows, NETWORKS)),
)
