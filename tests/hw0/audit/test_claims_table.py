"""The list of all claims: complete, plain, and with what the referees say today."""

import json
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from hw0.audit import FORM, REFEREES, claims
from hw0.audit.claims_table import claims_table
from hw0.audit.registry import evidence

PAGE, TABLE = Path(__file__).parents[3] / "appendix" / "claims.ipynb", "all-claims-table"


def items_of(page):
    """The items of a list, by their ids."""
    return {item["id"]: item for item in BeautifulSoup(page, "html.parser").select("li")}


@pytest.fixture(scope="module")
def printed():
    """The items as the appendix shows them."""
    cells = json.loads(PAGE.read_text(encoding="utf-8"))["cells"]
    return items_of("".join(next(cell for cell in cells if cell["id"] == TABLE)["outputs"][0]["data"]["text/html"]))


@pytest.fixture(scope="module")
def items():
    return items_of(claims_table()._repr_html_())


def test_every_claim_is_an_item_with_its_words_and_its_verdict(items):
    assert set(items) == {claim.id for claim in claims()}
    for claim in claims():
        item = items[claim.id]
        assert claim.claim[1:] in item.text and claim.why[1:] in item.text
        assert item["data-conversation"] == claim.conversation
        assert (item["data-truth"], item.find_parent("details")["data-part"]) == (claim.truth, claim.part)
        assert item["data-severity"] == (claim.severity or "")


def test_every_part_is_one_fold(items):
    folds = next(iter(items.values())).find_parent("section").select("details")
    assert len(folds) == len({fold["data-part"] for fold in folds}) == len({claim.part for claim in claims()})


def test_a_flawed_claim_shows_what_its_referee_computes(items):
    flawed = [claim for claim in claims() if not claim.correct]
    assert len(flawed) > 100
    for claim in flawed:
        assert (repr(REFEREES[claim.id]()) if claim.id in REFEREES else FORM[claim.id][1:]) in items[claim.id].text


def test_each_referee_finds_what_the_appendix_prints(printed):
    """So a fault in what a claim says is noticed also where the claim is refuted all the same."""
    judged = [claim.id for claim in claims() if not claim.correct and claim.id in REFEREES]
    assert [claim_id for claim_id in judged if repr(evidence(claim_id)) not in printed[claim_id].text] == []


def test_a_choice_of_claims_makes_a_shorter_list():
    chosen = claims_table(part="5b.ii", conversation="grok-2025-10", truth="wrong")
    assert repr(chosen) == "claims: 1, flawed: 1, parts: 1"


def test_markup_in_a_claim_stays_text(items):
    assert "e'<e" in items["chatgpt-5biv-12"].text
