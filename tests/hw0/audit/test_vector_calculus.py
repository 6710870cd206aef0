"""The audit of problem 2: what was right, where the derivations slipped, and that sums and differences decide it."""
import numpy as np

from hw0 import vector_calculus as vc
from hw0.audit import claims
from hw0.audit.vector_calculus import answers as answers
from hw0.audit.vector_calculus.confirmed import LINEAR_MAP, POINTS, QUADRATIC, double_sum


def test_every_final_answer_is_right_and_the_flaws_are_in_the_derivations():
    resting = {claim for claim in claims() if set(claim.answers) & {"2a", "2b", "2c", "2d", "2e"}}
    flawed = {claim for claim in claims() if claim.part.startswith("2") and not claim.correct}
    assert len(flawed) > 20 and not resting & flawed


def test_the_random_instances_have_every_size_and_the_truth_is_the_derivative():
    assert {len(v["x"]) for v in POINTS} == {1, 2, 3, 4}
    for v in POINTS[:20]:
        np.testing.assert_allclose(QUADRATIC(**v), vc.d_quadratic(v["A"], v["x"]), atol=1e-8)
        np.testing.assert_allclose(LINEAR_MAP(**v), v["A"], atol=1e-8)
        np.testing.assert_allclose(double_sum(v["x"], v["A"]), vc.quadratic(v["A"], v["x"]))
        assert not np.array_equal(v["A"], v["A"].T) or len(v["x"]) == 1
        assert np.array_equal(v["S"], v["S"].T)
