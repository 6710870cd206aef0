"""What a chatbot said of its own work."""

import pytest

from hw0.audit import FORM, REFEREES, claims

ABOUT_ITSELF = claims(part="meta")


def test_who_spoke_of_its_own_work_never_did_without_a_flaw():
    first = [claim for claim in ABOUT_ITSELF if claim.conversation in ("deepseek-v3.2", "claude-opus-4.5")]
    assert len(first) == 9
    assert not any(claim.correct for claim in first)


@pytest.mark.parametrize(("claim_id", "true"), [
    ("deepseek-meta-1", "5b.ii, 5b.iii, 5b.iv, 5c, 5d"), ("deepseek-meta-3", False), ("deepseek-meta-6", False),
    ("deepseek-meta-8", False),
])
def test_a_referee_finds_what_is_so(claim_id, true):
    assert REFEREES[claim_id]().true == true
    assert claim_id not in FORM
