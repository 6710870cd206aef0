"""How the conversations were read: every objection is a note of the ledger, every count adds up."""

import pytest

from hw0.audit import claims, conversations
from hw0.audit.ledger import OBJECTIONS
from hw0.audit.readers import HEADINGS, noticed, praised, readings, readings_table

CLAIMS = {claim.id: claim for claim in claims()}
OBJECTING = ("wrong", "objects", "asks", "remarks that X", "unclear", "not flagged", "disputes", "not equal",
             "blanket note;", "not correct")
NOT_AN_OBJECTION = {
    "chatgpt-3e-9": "a stray, unfinished word",
    "grok-5b-iii-1": "the part is judged wrong, this statement of it is not",
    "grok-5b-iii-4": "the part is judged wrong, this statement of it is not",
    "grok-5b-iii-9": "the part is judged wrong, this statement of it is not",
    "grok-5b-ii-6": "most likely accepted",
    "grok-5b-ii-7": "most likely accepted",
}


def test_every_objection_is_to_a_claim_with_a_note():
    objected = [claim for claim in CLAIMS.values() if claim.objection]
    assert all(claim.annotator_verdict for claim in objected)
    assert {claim.objection for claim in objected} == set(OBJECTIONS) - {None}


def test_every_note_that_sounds_like_an_objection_was_weighed():
    sounding = {claim.id for claim in CLAIMS.values()
                if any(word in (claim.annotator_verdict or "") for word in OBJECTING)}
    assert len(sounding) >= 15
    assert {claim_id for claim_id in sounding if CLAIMS[claim_id].objection is None} <= set(NOT_AN_OBJECTION)


def test_only_conversations_with_notes_have_a_reading():
    assert {reading.slug for reading in readings()} == {claim.conversation for claim in CLAIMS.values()
                                                        if conversations()[claim.conversation].annotated}
    for claim in CLAIMS.values():
        assert conversations()[claim.conversation].annotated or claim.annotator_verdict is None


@pytest.mark.parametrize("reading", readings(), ids=lambda reading: reading.slug)
def test_the_counts_of_a_reading_add_up(reading):
    told = claims(conversation=reading.slug)
    assert reading.flawed + reading.correct + sum(claim.invited for claim in told) == len(told)
    assert reading.missed == sum(claim.flawed and not noticed(claim) for claim in told)
    assert reading.praised == sum(map(praised, told)) <= reading.missed
    assert 0 <= reading.late <= reading.noticed <= reading.flawed
    assert 0 <= reading.major_noticed <= reading.major <= reading.flawed


def test_the_table_shows_the_readings_and_their_sum():
    *rows, total = readings_table().rows
    assert [row[0] for row in rows] == [reading.name for reading in readings()]
    column = list(HEADINGS).index("passed over") + 1
    assert [row[column] for row in rows] == [reading.missed for reading in readings()]
    assert total[column] == sum(row[column] for row in rows)
