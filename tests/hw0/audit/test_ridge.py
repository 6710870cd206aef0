"""Problem 4 as the chatbots answered it: the answers, the draws, and where the ledger's words meet a computation."""
import numpy as np
import pytest

from hw0 import ridge
from hw0.audit import REFEREES
from hw0.audit.ridge import answers as answers
from hw0.audit.ridge.samples import ANY, DEFICIENT, FULL, TALL, WIDE


def test_what_conversations_share_is_what_it_says():
    for v in FULL:
        X, y, lam = v["X"], v["y"], v["lam"]
        for formula in (answers.normal_equations, answers.kernel_form):
            np.testing.assert_allclose(formula(X, y, lam), ridge.by_svd(X, y, lam=lam), atol=1e-9)
        np.testing.assert_allclose(answers.pseudo_inverse(X, y), answers.two_formulas(X, y), atol=1e-6)
        np.testing.assert_allclose(answers.long_pseudo_inverse(X, y, lam), answers.forced_by_the_constraint(X, y, lam),
                                   atol=1e-9)


def test_the_draws_are_what_they_say():
    assert len(ANY) == 120
    assert all(v["X"].shape[0] > v["X"].shape[1] for v in TALL)
    assert all(v["X"].shape[0] < v["X"].shape[1] for v in WIDE)
    assert all(np.linalg.matrix_rank(v["X"]) == min(v["X"].shape) for v in FULL)
    assert all(np.linalg.matrix_rank(v["X"]) < min(v["X"].shape) for v in DEFICIENT)
    lams = [v["lam"] for v in ANY]
    assert 0 < min(lams) < 0.1
    assert max(lams) > 10


@pytest.mark.parametrize(("claim_id", "true"), [
    ("chatgpt-4b-7", 99.0), ("deepseek-4b-6", 9.9e-5), ("deepseek-4b-2", 0.4), ("grok-4b-11", 9.9e-5),
    ("deepseek-4c-4", 1.0),
    ("grok-4sum-c", [0.8]), ("chatgpt-4d-2", 1.0), ("grok-4f-4", [0.4]), ("grok-4h-5", [1.0, 1.0]),
    ("chatgpt-4h-6", [0.5, 0.5]),
    ("deepseek-4h-9", [1.0, 1.0]), ("chatgpt-4c-3", -0.9189), ("chatgpt-4c-4", -0.9189), ("deepseek-4f-5", (5.0, 3.0)),
    ("chatgpt-4c-2", 0.274),
])
def test_what_the_ledger_prints_at_a_counterexample_is_what_is_computed(claim_id, true):
    np.testing.assert_allclose(REFEREES[claim_id]().true, true, rtol=1.5e-3)
