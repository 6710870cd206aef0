"""The tables of all problems: whole, without doubles, and one ruling for each claim."""

from collections import Counter
from types import ModuleType

import pytest

from hw0.audit import claims, registry
from hw0.audit.ledger import CHATBOTS
from hw0.audit.referee import Referee
from hw0.checks import PARTS

MODULES = [module for problem in (*registry.PROBLEMS, registry.self_assessment) for module in vars(problem).values()
           if isinstance(module, ModuleType) and module.__name__.startswith("hw0.audit.")]


def tables(module):
    """Return the dicts claim id -> Referee of a module: the one that joins them, or all."""
    if hasattr(module, "REFEREES"):
        return [module.REFEREES]
    dicts = [value for value in vars(module).values() if isinstance(value, dict)]
    return [table for table in dicts if table and all(isinstance(value, Referee) for value in table.values())]


def test_no_table_of_referees_is_left_out_and_no_claim_has_two():
    ids = Counter(claim_id for module in MODULES for table in tables(module) for claim_id in table)
    assert set(ids) == set(registry.REFEREES)
    assert max(ids.values()) == 1


def test_every_claim_has_one_ruling():
    assert sorted([*registry.REFEREES, *registry.FORM]) == sorted(claim.id for claim in claims())


def test_no_answer_is_there_twice():
    where = Counter((answer.part, answer.chatbot, answer.turn) for answer in registry.ANSWERS)
    assert max(where.values()) == 1
    assert {part for part, _, _ in where} <= set(PARTS)


@pytest.mark.parametrize("chatbot", CHATBOTS)
def test_every_part_of_problems_2_to_5_has_an_answer_of_every_chatbot(chatbot):
    parts = {answer.part for answer in registry.ANSWERS if answer.chatbot == chatbot}
    asked = {claim.part for claim in claims(chatbot=chatbot)} & set(PARTS)
    assert asked - {"6a"} <= parts
    assert len(parts) >= 29
