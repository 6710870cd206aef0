"""The list of all claims: complete, plain, and with what the referees say today."""

import json
from html.parser import HTMLParser
from pathlib import Path

import pytest

from hw0.audit import FORM, REFEREES, claims
from hw0.audit.claims_table import claims_table
from hw0.audit.registry import evidence

PAGE, TABLE = Path(__file__).parents[3] / "appendix" / "claims.ipynb", "all-claims-table"


class Items(HTMLParser):
    """The text and the attributes of each item of the list, by its id."""

    def __init__(self, page):
        super().__init__()
        self.texts, self.attributes, self.parts, self.now = {}, {}, [], None
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        if tag == "details":
            self.parts.append(attributes["data-part"])
        if tag == "li":
            self.now = attributes["id"]
            self.texts[self.now], self.attributes[self.now] = "", attributes | {"part": self.parts[-1]}

    def handle_endtag(self, tag):
        self.now = None if tag == "li" else self.now

    def handle_data(self, data):
        if self.now:
            self.texts[self.now] += data


@pytest.fixture(scope="module")
def printed():
    """The items as the appendix shows them."""
    cells = json.loads(PAGE.read_text(encoding="utf-8"))["cells"]
    return Items("".join(next(cell for cell in cells if cell["id"] == TABLE)["outputs"][0]["data"]["text/html"]))


@pytest.fixture(scope="module")
def items():
    return Items(claims_table()._repr_html_())


def test_every_claim_is_an_item_with_its_words_and_its_verdict(items):
    assert list(items.texts) and set(items.texts) == {claim.id for claim in claims()}
    for claim in claims():
        text, attributes = items.texts[claim.id], items.attributes[claim.id]
        assert claim.claim[1:] in text and claim.why[1:] in text
        assert attributes["data-conversation"] == claim.conversation
        assert (attributes["data-truth"], attributes["part"]) == (claim.truth, claim.part)
        assert attributes["data-severity"] == (claim.severity or "")


def test_every_part_is_one_fold(items):
    assert len(items.parts) == len(set(items.parts)) == len({claim.part for claim in claims()})


def test_a_flawed_claim_shows_what_its_referee_computes(items):
    flawed = [claim for claim in claims() if not claim.correct]
    assert len(flawed) > 100
    for claim in flawed:
        assert (repr(REFEREES[claim.id]()) if claim.id in REFEREES else FORM[claim.id][1:]) in items.texts[claim.id]


def test_each_referee_finds_what_the_appendix_prints(printed):
    """So a fault in what a claim says is noticed also where the claim is refuted all the same."""
    judged = [claim.id for claim in claims() if not claim.correct and claim.id in REFEREES]
    assert [claim_id for claim_id in judged if repr(evidence(claim_id)) not in printed.texts[claim_id]] == []


def test_a_choice_of_claims_makes_a_shorter_list():
    chosen = claims_table(part="5b.ii", conversation="grok-2025-10", truth="wrong")
    assert repr(chosen) == "claims: 1, flawed: 1, parts: 1"


def test_markup_in_a_claim_stays_text(items):
    assert "e'<e" in items.texts["chatgpt-5biv-12"]
