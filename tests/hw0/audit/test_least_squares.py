"""Problem 3 as the chatbots answered it: the answers, the draws, and where the ledger's words meet a computation."""
import numpy as np
import pytest

from hw0.audit import ANSWERS, REFEREES, claims, grade, judge, scoreboard, turns
from hw0.audit.least_squares.samples import ANY, DEFICIENT, TALL, WIDE, factors
from hw0.audit.ledger import CHATBOTS
from tests.hw0.checks.exact import right_answer

PARTS = ("3a", "3b", "3c", "3c.any", "3d", "3e", "3f", "3f.any")
CLAIMS = {claim.id: claim for claim in claims() if claim.part.startswith("3")}
EACH = [pytest.param(a, id=f"{a.part}-{a.chatbot}-{a.turn}") for a in ANSWERS if a.part in PARTS]


def test_every_claim_on_problem_3_is_there():
    assert len(CLAIMS) == 118
    assert sum(claim.correct for claim in CLAIMS.values()) == 79
    assert sum(not claim.correct and claim.counterexample is not None for claim in CLAIMS.values()) == 31


def test_every_chatbot_has_an_answer_or_a_reason_for_every_part():
    assert len(EACH) == 8 * len(CHATBOTS) + 2
    assert all(turns(part, chatbot) for part in PARTS for chatbot in CHATBOTS)


@pytest.mark.parametrize("answer", EACH)
def test_every_answer_rests_on_claims_of_its_chatbot_and_turn(answer):
    assert answer.rests_on
    assert all((CLAIMS[name].chatbot, CLAIMS[name].turn) == (answer.chatbot, answer.turn) for name in answer.rests_on)


@pytest.mark.parametrize("answer", EACH)
def test_check_and_ledger_agree_on_every_answer(answer):
    """An answer that rests on correct claims only is right; one that rests on a wrong claim is not."""
    truths = {CLAIMS[name].truth for name in answer.rests_on}
    if answer.answer is None:
        assert judge(answer).diagnosis.endswith("It speaks of full rank only, as the homework does.")
    else:
        assert grade(answer).word == ("wrong" if "wrong" in truths else "right")


@pytest.mark.parametrize("answer", EACH)
def test_every_refuted_answer_is_refuted_in_exact_numbers(answer):
    verdict = judge(answer)
    if answer.answer is not None and not verdict:
        want = np.array(right_answer(answer.part, verdict.counterexample), dtype=float)
        np.testing.assert_allclose(verdict.expected, want, atol=1e-12)
        assert np.shape(verdict.got) != want.shape


def test_the_second_turn_loses_y_and_the_spaces_stay_exchanged():
    words = {part: [grade(answer).word for answer in turns(part, "chatgpt")] for part in PARTS}
    assert words == {"3a": ["right"], "3b": ["right", "wrong"], "3c": ["right"], "3c.any": ["wrong"],
                     "3d": ["right"], "3e": ["right", "wrong"], "3f": ["right"], "3f.any": ["wrong"]}
    assert tuple(scoreboard(PARTS).rows) == PARTS


def test_the_draws_are_what_they_say():
    for problems, holds in [(TALL, lambda n, d, r: n > d == r), (WIDE, lambda n, d, r: d > n == r),
                            (DEFICIENT, lambda n, d, r: r < min(n, d))]:
        assert len(problems) == 40
        assert all(holds(*v["X"].shape, np.linalg.matrix_rank(v["X"])) for v in problems)
        assert all(v["y"].shape == v["mu"].shape == v["X"].shape[:1] and v["w"].shape == v["X"].shape[1:]
                   for v in problems)


def test_factors_are_full_and_multiply_back():
    for v in ANY:
        f = factors(v["X"])
        np.testing.assert_allclose(f.U @ f.S @ f.Vt, v["X"], atol=1e-12)
        assert f.Sp.shape == v["X"].shape[::-1]


@pytest.mark.parametrize(("claim_id", "true"), [
    ("chatgpt-3c-6", np.diag([0.0, 1.0])), ("chatgpt-3f-2", np.diag([1.0, 0.0])),
    ("chatgpt-3c-4", np.full((2, 2), 0.5)),
    ("chatgpt-3f-3", np.diag([1.0, 0.0])), ("grok-3c-2", np.diag([3.0, 2.0])), ("chatgpt-3b-12", [2.0]),
    ("grok-3c-5", [1.0]),
    ("grok-3sum-1", 100.0), ("deepseek-3b-7", [[1.0, 0.0]]),
])
def test_what_the_ledger_prints_at_a_counterexample_is_what_is_computed(claim_id, true):
    np.testing.assert_allclose(REFEREES[claim_id]().true, true, atol=1e-12)
