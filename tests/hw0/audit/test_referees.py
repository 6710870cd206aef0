"""The referees: every claim has one or a reason why not; flawed claims are refuted, correct ones confirmed."""

from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from hw0.audit import FORM, REFEREES, claims
from hw0.audit.referee import Referee, assign
from hw0.audit.relu_elbow.samples import ACTIVE, ANY, II, II_SMALL, III, INACTIVE, IV, NETWORKS

CLAIMS = {claim.id: claim for claim in claims()}
found_by = cache(Referee.__call__)
CONFIRMING = {referee.topic: referee for claim_id, referee in REFEREES.items() if CLAIMS[claim_id].correct}


def referees(correct):
    """The referees of the claims that are correct, or of those that are not, each once, named by its first claim."""
    found = {}
    for claim_id, referee in REFEREES.items():
        if CLAIMS[claim_id].correct == correct:
            found.setdefault(referee, claim_id)
    return [pytest.param(referee, id=claim_id) for referee, claim_id in found.items()]


def test_every_claim_is_settled_by_a_referee_or_is_about_form():
    assert set(REFEREES) | set(FORM) == set(CLAIMS)
    assert not set(REFEREES) & set(FORM)


def test_every_claim_without_a_referee_says_why():
    for claim_id, reason in FORM.items():
        assert CLAIMS[claim_id].counterexample is None
        assert reason


@pytest.mark.parametrize("referee", referees(correct=False))
def test_every_flawed_claim_is_refuted_at_each_of_its_counterexamples(referee):
    assert len(referee.points) >= 1
    assert all(not referee.at(point).agrees for point in referee.points)


@pytest.mark.parametrize("referee", referees(correct=True))
def test_every_correct_claim_is_confirmed(referee):
    found = found_by(referee)
    assert found.agrees, found


@pytest.mark.parametrize("referee", referees(correct=False))
def test_a_flawed_claim_is_refuted_by_what_it_says_and_by_nothing_else(referee):
    """With the truth in its place the referee confirms."""
    assert replace(referee, says=referee.true)().agrees


def test_no_two_referees_find_the_same():
    found = {referee: repr(found_by(referee)) for referee in REFEREES.values()}
    assert len({*found.values()}) == len(found)


@pytest.mark.parametrize("topic", CONFIRMING)
def test_a_planted_error_in_a_correct_claim_is_noticed(topic):
    referee = CONFIRMING[topic]
    assert not replace(referee, says=lambda **v: planted(referee.says(**v)))().agrees


def planted(value):
    """The value with an error of one per cent, or its opposite."""
    if isinstance(value, tuple):
        return (*value[:-1], planted(value[-1]))
    if isinstance(value, (bool, np.bool_)):
        return not value
    if isinstance(value, str):
        return {"left": "right", "right": "left"}[value]
    return 1.01 * np.asarray(value) + 0.02


@pytest.mark.parametrize(("points", "holds"), [
    (ACTIVE, lambda v: v["w"] * v["x"] + v["b"] > 0),
    (INACTIVE, lambda v: v["w"] * v["x"] + v["b"] < 0),
    (II, lambda v: v["w"] > 0 and v["x"] > 0 and v["w"] * v["x"] + v["b"] > 0),
    (II_SMALL, lambda v: v["w"] > 0 and v["x"] > 0 and v["w"] * v["x"] + v["b"] > 0 and v["lr"] * v["x"] < v["w"]),
    (III, lambda v: v["w"] > 0 and v["x"] < 0 and v["w"] * v["x"] + v["b"] > 0),
    (IV, lambda v: v["w"] < 0 and v["x"] > 0 and v["w"] * v["x"] + v["b"] > 0),
    (ANY, lambda v: v["w"] != 0),
])
def test_the_draws_of_a_case_belong_to_it(points, holds):
    assert len(points) == 200
    assert all(holds(v) and v["lr"] > 0 for v in points)


def test_the_draws_show_what_a_case_can_show():
    assert any(v["lr"] * v["x"] > v["w"] for v in II)
    assert {v["w"] > v["b"] * v["x"] for v in II_SMALL} == {True, False}
    assert {v["w"] * v["x"] + v["b"] > 0 for v in ANY} == {True, False}
    assert {len(v["b"]) for v in NETWORKS} == {1, 2, 3, 4}
    assert {bool(np.any(v["W1"] * v["x"] + v["b"] < 0)) for v in NETWORKS} == {True, False}


def test_evidence_reads_as_a_sentence():
    assert repr(REFEREES["grok-5b-ii-11"]()) == (
        "(ii) right if b/w < b'/w'; at w=1, b=2, x=1, lr=0.1: the claim says 'right'; it is 'left'")
    assert repr(REFEREES["chatgpt-5biii-6"]()).endswith("the claim says -0.4286; it is -0.5")


def test_a_claim_cannot_have_two_referees():
    referee = Referee("one is one", lambda: 1.0, lambda: 1.0, ({},))
    with pytest.raises(ValueError, match="'a-1' has two referees"):
        assign(("a-1 a-2", referee), ("a-1", referee))
