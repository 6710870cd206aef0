"""Problem 4 as the chatbots answered it: the answers, the draws, and where the ledger's words meet a computation."""
import numpy as np
import pytest

from hw0.audit import ANSWERS, FORM, REFEREES, claims, grade, judge, scoreboard, turns
from hw0.audit.ledger import CHATBOTS
from hw0.audit.ridge.samples import ANY, DEFICIENT, FULL, TALL, WIDE

PARTS = ("4a", "4b", "4c", "4d", "4e", "4f", "4g", "4h", "4h.any")
CLAIMS = {claim.id: claim for claim in claims() if claim.part.startswith("4")}
EACH = [pytest.param(a, id=f"{a.part}-{a.chatbot}-{a.turn}") for a in ANSWERS if a.part in PARTS]


def test_every_claim_on_problem_4_is_there():
    assert len(CLAIMS) == 172
    assert sum(claim.correct for claim in CLAIMS.values()) == 109
    assert sum(claim.id in FORM for claim in CLAIMS.values()) == 12


def test_every_chatbot_has_an_answer_or_a_reason_for_every_part():
    assert len(EACH) == len(PARTS) * (len(CHATBOTS) + 1)
    assert all(turns(part, chatbot) for part in PARTS for chatbot in CHATBOTS)


@pytest.mark.parametrize("answer", EACH)
def test_every_answer_rests_on_claims_of_its_chatbot_turn_and_part(answer):
    assert answer.rests_on
    for name in answer.rests_on:
        claim = CLAIMS[name]
        assert (claim.chatbot, claim.turn, claim.part) == (answer.chatbot, answer.turn,
                                                           answer.part.removesuffix(".any"))


@pytest.mark.parametrize("answer", EACH)
def test_check_and_ledger_agree_on_every_answer(answer):
    """Every formula is right; what was said of all tall or of all wide matrices fails without full rank."""
    if answer.answer is None:
        assert judge(answer).diagnosis == answer.reason
    elif answer.part == "4h.any":
        assert grade(answer).word == "incomplete"
        assert not all(CLAIMS[name].correct for name in answer.rests_on)
    else:
        assert grade(answer).word == "right"


def test_the_board_has_a_row_for_every_part():
    assert tuple(scoreboard(PARTS).rows) == PARTS


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
