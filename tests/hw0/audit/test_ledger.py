"""The ledger of claims: complete, valid, and read with care."""

import json
import re
from importlib.resources import files

import pytest

from hw0 import relu_elbow
from hw0.audit import claims
from hw0.audit.ledger import read

GOOD = {"id": "a-1", "part": "5a.i", "turn": 1, "claim": "e = -b/w.", "truth": "correct",
        "severity": None,
        "why": "Verified.", "counterexample": None, "annotator_verdict": None}
PARTS_OF_PROBLEM_5 = {"5", "5a.i", "5a.ii", "5a.iii", "5a.iv", "5b", "5b.i", "5b.ii", "5b.iii", "5b.iv", "5b.table",
                      "5b.drawing",
                      "5c", "5d"}


def test_every_claim_on_problem_5_is_there():
    five = [claim for claim in claims() if claim.part.startswith("5")]
    assert len(five) > 300
    assert {claim.part for claim in five} == PARTS_OF_PROBLEM_5
    assert len(five) / 2 < sum(claim.correct for claim in five) < len(five)


def test_claims_are_chosen_by_all_conditions_at_once():
    chosen = claims(part="5b.ii", conversation="gpt-4o", truth="wrong", turn=1)
    assert [claim.id for claim in chosen] == ["chatgpt-5bii-6"]
    slugs = {claim.conversation for claim in claims()}
    assert sum(len(claims(conversation=slug)) for slug in slugs) == len(claims())


@pytest.mark.parametrize("condition", [{"part": "9z"}, {"conversation": "eliza"}, {"truth": "true"}])
def test_a_condition_that_no_claim_can_meet_is_an_error(condition):
    with pytest.raises(ValueError, match="choose from"):
        claims(**condition)


def test_a_good_claim_is_read():
    (claim,) = read(json.dumps([GOOD]), "bot")
    assert claim.correct and claim.conversation == "bot" and claim.answers == ()
    assert claim.claim == "e = -b/w."


@pytest.mark.parametrize(("change", "said"), [
    ({"truth": "true"}, "truth must be one of"),
    ({"objection": "loud"}, "objection must be one of"),
    ({"objection": "the fault"}, "an objection to a correct claim is beside it"),
    ({"same_as": ""}, "same_as must be text or null"),
    ({"severity": "huge"}, "severity must be one of"),
    ({"turn": 0}, "turn must be a whole number"),
    ({"turn": "1"}, "turn must be a whole number"),
    ({"turn": True}, "turn must be a whole number"),
    ({"claim": ""}, "claim must be text"),
    ({"why": None}, "why must be text"),
    ({"counterexample": ""}, "counterexample must be text or null"),
    ({"counterexample": "w=0"}, "a correct claim has no counterexample"),
    ({"invited": 1}, "invited must be true or false"),
    ({"invited": True}, "for a claim that is not correct only"),
    ({"extra": 1}, "must have the keys"),
    ({"answers": "5b"}, "answers must be a list of parts"),
    ({"answers": None}, "answers must be a list of parts"),
])
def test_a_claim_that_does_not_fit_the_schema_is_an_error(change, said):
    with pytest.raises(ValueError, match=said):
        read(json.dumps([GOOD | change]), "bot")


@pytest.mark.parametrize(("text", "said"), [
    *((text, "list of objects") for text in ("3", "{}", "[3]", '["id"]')), (json.dumps([GOOD, GOOD]), "twice: a-1")])
def test_a_ledger_is_a_list_of_objects_with_ids_of_their_own(text, said):
    with pytest.raises(ValueError, match=said):
        read(text, "bot")


def test_the_ledger_is_plain_ascii_and_names_no_address():
    text = files("hw0.audit").joinpath("conversations", "gpt-4o", "claims.json").read_text(encoding="utf-8")
    assert text.isascii()
    assert not re.search(r"https?:|@|/home/|/work/", text)


STEP = re.compile(r"w=(-?[\d.]+),b=(-?[\d.]+),x=(-?[\d.]+),(?:lam|lambda)=([\d.]+)(.*)")
MOVE = re.compile(r"(?:e'=|e=-?[\d.]+ (?:to|->) (?:e'=)?|: -?[\d.]+ to )([+-]?\d*\.?\d+)")


def moves():
    """(claim id, (w, b, x, lr), e' as printed) for each counterexample that prints the new elbow."""
    for claim in claims():
        for part in re.split(r"; |Also ", claim.counterexample or ""):
            if (step := STEP.search(part)) and (move := MOVE.search(step[5])):
                yield claim.id, tuple(map(float, step.groups()[:4])), move[1]


def test_every_elbow_that_the_ledger_prints_is_the_one_computed():
    found = list(moves())
    assert len(found) >= 12
    for claim_id, (w, b, x, lr), printed in found:
        half_a_digit = 0.5000001 * 10.0 ** -len(printed.partition(".")[2])
        assert relu_elbow.moved_elbow(w, b, x, lr=lr) == pytest.approx(float(printed), abs=half_a_digit), claim_id
