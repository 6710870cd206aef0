"""The kinds of error: every plainly wrong claim is in one drawer, and the example of each drawer is refuted."""

import pytest

from hw0.audit import REFEREES, claims
from hw0.audit.registry import evidence
from hw0.audit.taxonomy import ERROR_KINDS, Taxonomy

WRONG = [claim.id for claim in claims(truth="wrong")]


def test_every_wrong_claim_has_one_kind():
    assert sorted(claim.id for kind in ERROR_KINDS for claim in kind.claims) == sorted(WRONG)


@pytest.mark.parametrize("kind", ERROR_KINDS, ids=lambda kind: kind.name)
def test_the_example_of_a_kind_is_refuted_by_a_computation(kind):
    assert kind.example.id in REFEREES
    assert not evidence(kind.example.id).agrees


def test_who_calls_open_what_has_one_outcome_is_in_that_drawer():
    told_both = {name for name in WRONG if name in REFEREES and str(evidence(name).says) == "left or right"}
    drawer = next(kind for kind in ERROR_KINDS if kind.name == "One outcome, called open")
    assert told_both <= {claim.id for claim in drawer.claims} and len(told_both) > 1


@pytest.mark.parametrize("kind", ERROR_KINDS, ids=lambda kind: kind.name)
def test_the_counts_of_a_kind_are_those_of_its_claims(kind):
    assert sum(kind.counts().values()) == len(kind.claims) == len({claim.id for claim in kind.claims}) > 1


def test_the_table_quotes_each_example_with_its_referee():
    page = Taxonomy()._repr_html_()
    assert page.count("<blockquote>") == page.count("Referee:") == len(ERROR_KINDS)
    assert len(repr(Taxonomy()).splitlines()) == len(ERROR_KINDS)
