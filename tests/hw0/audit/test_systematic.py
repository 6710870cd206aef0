"""Systematic answers: a wrong rule is wrong somewhere, a right form everywhere, and the table counts them.

Whether one that is let through is wrong at a rarer instance, the hunt of tests/hw0/checks/test_pool.py finds.
"""
import pytest

from hw0.audit.systematic import SHOWN, passes, right_forms, rules_table, wrong_rules
from hw0.checks import PARTS, check
from hw0.checks.judge import Judge
from hw0.checks.returned import caller


@pytest.mark.parametrize("part", SHOWN)
def test_a_rule_passes_where_check_calls_it_right_and_so_does_every_right_form(part):
    asked = PARTS[part]
    for what, answer in list(wrong_rules(asked))[::12]:
        assert passes(Judge(asked, caller(answer, asked.names))) == check(part, answer).right, what
    assert all(check(part, answer) for _, answer in right_forms(asked))


def test_the_table_counts_what_it_tried():
    table = rules_table(("5a.ii",))
    ((part, changes, refuted, through, forms),) = table.rows
    assert (part, changes, forms) == ("5a.ii", len(list(wrong_rules(PARTS["5a.ii"]))), "12 of 12")
    assert refuted + through == changes
    assert refuted >= 30
    assert table.caption == f"{changes} changes of right answers: {refuted} refuted, {through} let through"
