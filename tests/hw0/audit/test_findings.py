"""What the conversations show together is counted, with its n, and counted by referees, not by words."""

import pytest

from hw0.audit import REFEREES, claims, conversations, findings, readers, tally
from hw0.audit.findings import FINDINGS, answered, conversations_table, findings_table

CLAIMS = {claim.id: claim for claim in claims()}


@pytest.mark.parametrize("finding", FINDINGS, ids=lambda finding: finding.what)
def test_a_finding_is_said_in_several_conversations_that_were_asked(finding):
    said, asked = finding.conversations(), finding.asked()
    assert 1 < len(said) <= len(asked)
    assert set(said) <= set(asked)
    assert not any(CLAIMS[claim_id].correct for claim_id in finding.said)


def test_what_the_sheet_invites_is_no_error_of_the_chatbot_and_counted_nowhere():
    """Only the step from σ to σ² is its own: that is plainly wrong, and nobody invited it."""
    (finding,) = (one for one in FINDINGS if one.invited)
    judges = {REFEREES[claim_id] for claim_id in finding.said}
    told = [claim for claim in CLAIMS.values() if REFEREES.get(claim.id) in judges]
    assert [claim.id for claim in told if claim.invited != (claim.truth != "wrong")] == []
    excused = [claim for claim in CLAIMS.values() if claim.invited]
    assert {claim.part for claim in excused} == {"4b", "5b.iv"}
    assert not any(claim.flawed or readers.noticed(claim) or readers.praised(claim) for claim in excused)
    flawed = [claim for claim in CLAIMS.values() if not claim.correct]
    *_, every = tally.by_problem().rows
    assert every[-1] == f"{len(flawed) - len(excused)} of {len(CLAIMS)}"


def test_a_claim_that_shares_a_referee_is_counted(monkeypatch):
    (finding,) = (f for f in FINDINGS if "Woodbury" in f.what)
    before = len(finding.conversations())
    other = next(c for c in claims(conversation="gpt-4o") if c.id in REFEREES)
    monkeypatch.setattr(findings, "REFEREES", {**REFEREES, other.id: REFEREES[finding.said[0]]})
    assert len(finding.conversations()) == before + 1


def test_who_said_right_in_case_ii_is_counted_among_those_who_answered():
    said, asked = answered("5b.ii", "right")
    assert set(said) < set(asked)
    assert {made.slug for made in said} >= {"gpt-4o", "chatgpt-5.1", "claude-sonnet-4.5"}
    assert "claude-opus-4.5" not in {made.slug for made in asked}     # it names no direction
    assert "mistral-le-chat" not in {made.slug for made in asked}     # its answers are pictures


def test_the_tables_have_a_row_for_each():
    assert [row[0] for row in conversations_table().rows] == [made.name for made in conversations().values()]
    assert len(findings_table().rows) == len(FINDINGS)
    assert all(" of " in row[1] for row in findings_table().rows)
