"""The checker on trial: every part has wrong rules enough, none is missed, and a gap in a pool is noticed.

What came out for all parts is stored; here it is tried again for some, with EVERYTHING=1 for all.
"""
from dataclasses import replace

import pytest

from hw0.audit.checker import Trial, digest, passes, stored_trials, trials_table, try_part, unseen
from hw0.audit.systematic import wrong_rules
from hw0.checks import PARTS, check
from hw0.checks.compare import same
from hw0.checks.judge import expected_value
from hw0.checks.registry import HOMEWORK
from hw0.checks.returned import quiet
from tests.extent import some
from tests.hw0.checks.pools.making import key

FEWER = {"4g": 10}      # its right answer is 0 whatever the data


@pytest.mark.parametrize("part", HOMEWORK)
def test_every_part_has_wrong_rules_enough_all_refuted_and_right_forms_all_accepted(part):
    tried = stored_trials()[part]
    assert len(tried.refuted) >= FEWER.get(part, 30)
    assert tried.missed == () == tried.refused
    assert len(tried.accepted) >= 10


@pytest.mark.parametrize("part", HOMEWORK)
def test_what_is_stored_was_tried_with_the_rules_and_instances_of_today(part):
    """After a change of a pool, of unseen/ or of the rules: python -m hw0.audit.checker."""
    assert stored_trials()[part].digest == digest(PARTS[part])


@pytest.mark.parametrize("part", some(HOMEWORK, ["2b", "5a.ii", "6.relu_forward"]))
def test_what_is_stored_comes_out_again(part):
    tried = try_part(PARTS[part])
    assert tried == stored_trials()[part]
    assert set(tried.refuted) | set(tried.right) == {rule.what for rule in wrong_rules(PARTS[part])}


def test_a_gap_in_a_pool_is_noticed():
    """Without targets above 100 or numbers below 0.01, rules pass that are wrong there."""
    asked = PARTS["5a.ii"]
    kept = [(v, told) for case in asked.cases for v, told in zip(case.instances, case.expected, strict=True)
            if all(0.01 < abs(x) < 100 for x in v.values())]
    instances, expected = zip(*kept, strict=True)
    gap = replace(asked, cases=(replace(asked.cases[0], instances=instances, expected=expected),))
    missed = [rule.what for rule in wrong_rules(asked) if passes(gap, rule) and not passes(unseen(asked), rule)]
    assert {"y 0 above 100", "right only for numbers above 0.01"} <= set(missed)


def test_a_rule_passes_exactly_where_check_calls_it_right():
    for rule in wrong_rules(PARTS["4b"])[::3]:
        assert passes(PARTS["4b"], rule) == check("4b", rule).right, rule.what


@pytest.mark.parametrize("part", HOMEWORK)
def test_what_check_has_is_not_among_the_unseen(part):
    known = {key(v) for case in PARTS[part].cases for v in case.instances}
    other = [key(v) for case in unseen(PARTS[part]).cases for v in case.instances]
    assert len(other) >= 20 and not known & set(other)


@pytest.mark.parametrize("part", HOMEWORK[::4])
def test_what_is_asked_for_at_an_unseen_instance_is_what_the_reference_gives(part):
    asked = unseen(PARTS[part])
    with quiet():
        for case in asked.cases:
            for v, told in zip(case.instances, case.expected, strict=True):
                assert same(expected_value(asked, v), told, 1e-11)


def test_the_table_counts_what_was_tried():
    table = trials_table(("5a.ii", "2b"))
    for (part, changes, wrong, refuted, missed, forms) in table.rows:
        tried = stored_trials()[part]
        assert isinstance(tried, Trial)
        assert changes == wrong + len(tried.right) == len(wrong_rules(PARTS[part]))
        assert (refuted, missed, forms) == (len(tried.refuted), 0, "14 of 14")
    made, wrong = (sum(row[column] for row in table.rows) for column in (1, 2))
    assert table.caption == f"{made} changes of right answers: {wrong} make them wrong, {wrong} refuted, 0 missed"
