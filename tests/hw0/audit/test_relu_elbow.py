"""Problem 5 as the chatbots answered it: their formulas as candidates, and what the referees compute beside them."""

import numpy as np
import pytest

from hw0.audit import REFEREES
from hw0.audit.relu_elbow import answers as answers
from hw0.audit.relu_elbow import confirmed as confirmed
from hw0.audit.relu_elbow import network_confirmed as network_confirmed
from hw0.audit.relu_elbow import refuted as refuted
from hw0.audit.relu_elbow.samples import NETWORKS
from hw0.relu_elbow import relu_network


def test_a_condition_that_was_stated_becomes_nan():
    assert answers.quotient(2.0, 1.0) == answers.quotient_if_defined(2.0, 1.0) == -0.5
    with np.errstate(divide="ignore", invalid="ignore"):
        assert np.isnan(answers.quotient_if_defined(np.float64(0.0), 1.0))
        assert np.isinf(answers.quotient(np.float64(0.0), 1.0))


def test_a_step_that_takes_the_slope_takes_the_elbow():
    assert refuted.has_elbow(1.0, 1.0)
    assert not refuted.has_elbow(0.0, 1.0)
    assert not refuted.has_elbow_after(**refuted.SLOPE_LOST)
    assert refuted.has_elbow_after(**refuted.LEFT_IN_II)


def test_ways_on_the_line():
    assert [refuted.way(0.0, end) for end in (1.0, -1.0, 0.0)] == ["right", "left", "stays"]
    assert refuted.passes_the_middle(lr=0.1, w=1.0, b=2.0, x=-1.0)
    assert not refuted.passes_the_middle(lr=2.0, w=1.0, b=1.0, x=-0.5)


@pytest.mark.parametrize(("claim_id", "says", "true"), [
    ("chatgpt-5bii-6", "right", "left"), ("grok-5b-ii-11", "right", "left"), ("chatgpt-5biii-3", "left", "right"),
    ("chatgpt-5bii-14", "right", "left"), ("grok-5b-iii-7", "left", "right"), ("chatgpt-5biii-6", -3 / 7, -0.5),
    ("deepseek-5b-iv-5", 1, 2),
])
def test_the_counterexamples_are_those_of_the_chapter(claim_id, says, true):
    evidence = REFEREES[claim_id]()
    assert evidence.says == pytest.approx(says) if not isinstance(says, str) else evidence.says == says
    assert evidence.true == pytest.approx(true) if not isinstance(true, str) else evidence.true == true


def test_there_are_sleeping_units_and_they_stay():
    asleep = [~network_confirmed.activity(**v) for v in NETWORKS]
    assert sum(map(np.sum, asleep)) > 50
    for v, still in zip(NETWORKS, asleep, strict=True):
        np.testing.assert_array_equal(network_confirmed.formula(**v)[still],
                                      relu_network.elbows(v["W1"], v["b"])[still])
