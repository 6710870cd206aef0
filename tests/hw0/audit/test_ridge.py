"""Problem 4 as the chatbots answered it: the answers and the draws."""
import numpy as np

from hw0 import ridge
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
