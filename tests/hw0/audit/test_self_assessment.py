"""What a chatbot said of its own work."""

import pytest

from hw0.audit import FORM, REFEREES


@pytest.mark.parametrize(("claim_id", "true"), [
    ("deepseek-meta-1", "5b.ii, 5b.iii, 5b.iv, 5c, 5d"), ("deepseek-meta-3", False), ("deepseek-meta-6", False),
    ("deepseek-meta-8", False),
])
def test_a_referee_finds_what_is_so(claim_id, true):
    assert REFEREES[claim_id]().true == true
    assert claim_id not in FORM
