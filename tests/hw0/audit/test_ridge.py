"""Problem 4 as the chatbots answered it: the answers and the draws."""
import numpy as np

from hw0.audit.ridge import answers as answers
from hw0.audit.ridge.samples import ANY, DEFICIENT, FULL, TALL, WIDE


def test_the_draws_are_what_they_say():
    assert len(ANY) == 120
    assert all(v["X"].shape[0] > v["X"].shape[1] for v in TALL)
    assert all(v["X"].shape[0] < v["X"].shape[1] for v in WIDE)
    assert all(np.linalg.matrix_rank(v["X"]) == min(v["X"].shape) for v in FULL)
    assert all(np.linalg.matrix_rank(v["X"]) < min(v["X"].shape) for v in DEFICIENT)
    lams = [v["lam"] for v in ANY]
    assert 0 < min(lams) < 0.1
    assert max(lams) > 10
