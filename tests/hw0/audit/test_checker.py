"""The checker on trial: every part has wrong rules enough, none is missed, and a gap in a pool is noticed.

The table of all parts stands on the page on the trial, where its stored output is compared; here is a sample.
"""
import json
from dataclasses import replace
from pathlib import Path

import pytest

from hw0.audit.checker import Trial, passes, trials_table, try_part, unseen
from hw0.audit.systematic import wrong_rules
from hw0.checks import PARTS, check
from hw0.checks.compare import same
from hw0.checks.judge import expected_value
from hw0.checks.registry import HOMEWORK
from hw0.checks.returned import quiet
from tests.hw0.checks.pools.making import key

PAGE = Path(__file__).parents[3] / "appendix" / "on_trial.ipynb"
FEWER = {"4g": 10}      # its right answer is 0 whatever the data


def test_the_page_has_every_part_with_thirty_wrong_rules_all_refuted_and_ten_right_forms_all_accepted():
    cells = json.loads(PAGE.read_text(encoding="utf-8"))["cells"]
    (shown,) = (cell["outputs"][0] for cell in cells if "".join(cell["source"]) == "checker.trials_table()")
    rows = {line.split()[0]: line.split()[1:] for line in shown["data"]["text/plain"][2:]}
    assert list(rows) == list(HOMEWORK)
    for part, (_, wrong, refuted, missed, accepted, _, forms) in rows.items():
        assert int(wrong) >= FEWER.get(part, 30), part
        assert (refuted, missed, accepted) == (wrong, "0", forms), part
        assert int(forms) >= 10


@pytest.mark.parametrize("part", ["2b", "3e", "5a.ii", "6.relu_forward"])
def test_nothing_is_missed_and_every_right_form_accepted(part):
    tried = try_part(PARTS[part])
    assert tried.missed == () == tried.refused
    assert len(tried.accepted) >= 10
    assert set(tried.refuted) | set(tried.right) == {rule.what for rule in wrong_rules(PARTS[part])}


def test_a_gap_in_a_pool_is_noticed():
    """Without targets above 100 or numbers below 0.01, rules pass that are wrong there."""
    asked = PARTS["5a.ii"]
    kept = [(v, told) for case in asked.cases for v, told in zip(case.instances, case.expected, strict=True)
            if all(0.01 < abs(x) < 100 for x in v.values())]
    instances, expected = zip(*kept, strict=True)
    gap = replace(asked, cases=(replace(asked.cases[0], instances=instances, expected=expected),))
    missed = try_part(gap).missed
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
        tried = try_part(PARTS[part])
        assert isinstance(tried, Trial)
        assert changes == wrong + len(tried.right) == len(wrong_rules(PARTS[part]))
        assert (refuted, missed, forms) == (len(tried.refuted), 0, "12 of 12")
    made, wrong = (sum(row[column] for row in table.rows) for column in (1, 2))
    assert table.caption == f"{made} changes of right answers: {wrong} make them wrong, {wrong} refuted, 0 missed"
