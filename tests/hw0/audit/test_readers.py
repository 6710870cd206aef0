"""How the conversations were read: every objection is a note of the ledger, every count adds up."""

import pytest

from hw0.audit import claims, readers
from hw0.audit.readers import KINDS, OBJECTIONS, noticed, readings, readings_table

CLAIMS = {claim.id: claim for claim in claims()}
OBJECTING = ("wrong", "objects", "asks", "remarks that X", "unclear", "not flagged", "disputes", "not equal",
             "blanket note;")
NOT_AN_OBJECTION = {
    "chatgpt-3e-9": "a stray, unfinished word",
    "grok-5b-iii-1": "the part is judged wrong, this statement of it is not",
    "grok-5b-iii-4": "the part is judged wrong, this statement of it is not",
    "grok-5b-iii-9": "the part is judged wrong, this statement of it is not",
    "grok-5b-ii-6": "most likely accepted",
    "grok-5b-ii-7": "most likely accepted",
}


def test_every_objection_is_to_a_claim_with_a_note():
    assert set(OBJECTIONS) <= set(CLAIMS)
    assert all(CLAIMS[claim_id].annotator_verdict for claim_id in OBJECTIONS)
    assert set(OBJECTIONS.values()) == set(KINDS)


def test_every_note_that_sounds_like_an_objection_was_weighed():
    sounding = {claim.id for claim in CLAIMS.values()
                if any(word in (claim.annotator_verdict or "") for word in OBJECTING)}
    assert len(sounding) >= 15
    assert sounding - set(OBJECTIONS) - set(NOT_AN_OBJECTION) == set()


def test_an_objection_to_a_correct_claim_is_beside_it():
    assert {kind for claim_id, kind in OBJECTIONS.items() if CLAIMS[claim_id].correct} == {"beside it"}


def test_only_two_of_the_conversations_came_with_notes():
    assert [reading.chatbot for reading in readings()] == ["chatgpt", "grok"]


@pytest.mark.parametrize("reading", readings(), ids=lambda reading: reading.chatbot)
def test_the_counts_of_a_reading_add_up(reading):
    told = claims(chatbot=reading.chatbot)
    assert reading.flawed + reading.correct == len(told)
    assert reading.missed == sum(not claim.correct and not noticed(claim) for claim in told)
    assert 0 <= reading.late <= reading.noticed < reading.flawed
    assert 0 < reading.major_noticed <= reading.major <= reading.flawed


def test_most_flaws_went_unnoticed_and_right_statements_were_objected_to():
    for reading in readings():
        assert reading.missed > 0.8 * reading.flawed
        assert reading.disputed >= 1


def test_an_objection_that_is_added_is_counted(monkeypatch):
    before = readings()[1].noticed
    monkeypatch.setitem(readers.OBJECTIONS, "grok-5b-ii-11", "the fault")
    assert readings()[1].noticed == before + 1


def test_the_table_shows_the_readings():
    rows = {first: rest for first, *rest in readings_table().rows}
    assert rows["passed over"] == [reading.missed for reading in readings()]
