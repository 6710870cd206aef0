"""Systematic wrong rules: each changes something that is there, and is an answer like any other."""
import numpy as np
import pytest

from hw0.audit.systematic import wrong_rules
from hw0.audit.unusual import right_forms
from hw0.checks import PARTS, check
from hw0.checks.judge import expected_values
from hw0.checks.returned import call, caller

SOME = ("2d", "3e", "4c", "4h", "5a.i", "5b.ii", "6.relu_backward")


def named(part):
    return {rule.what: rule for rule in wrong_rules(PARTS[part])}


@pytest.mark.parametrize("part", SOME)
def test_a_rule_gives_what_the_answer_gives_that_it_stands_for(part):
    asked = PARTS[part]
    case = asked.cases[0]
    for instance, expected in list(zip(case.instances, expected_values(asked, case), strict=True))[:3]:
        for rule in wrong_rules(asked)[::9]:
            got = rule.at(instance, expected)
            if not asked.origin:        # what is expected there is a difference
                np.testing.assert_equal(got, call(caller(rule, asked.names), instance), rule.what)


def test_nothing_is_changed_that_is_not_there():
    assert not [what for what in named("5a.i") if "sorted" in what or "rank" in what or "triangle" in what]
    assert not [what for what in named("2b") if "triangle" in what]
    assert {"A transposed", "A as its upper triangle", "right only for full rank"} <= set(named("2d"))
    assert not [what for what in named("6.softmax_loss") if what.startswith("labels rounded")]
    assert "the value 0 for nan" in named("5c") and "the value 0 for nan" not in named("2b")
    assert not [what for what in named("5b.iii") if what.startswith("the value")]


def test_one_part_takes_nothing_from_another():
    before = set(named("5a.i"))
    named("2d")
    assert set(named("5a.i")) == before


@pytest.mark.parametrize(("part", "what", "word"), [
    ("2d", "x negated", "wrong"), ("2d", "A transposed", "right"), ("3c.any", "right only for full rank", "wrong"),
    ("5b.ii", "w and b exchanged", "wrong"), ("6.relu_backward", "Z doubled", "right"),
    ("2c", "right only up to five rows", "wrong"), ("3c.any", "right only up to rank 3", "wrong"),
    ("5b.i", "right only for multiples of 1/1024", "wrong"), ("3d", "right only for entries of one sign", "wrong"),
])
def test_a_rule_is_judged_by_check_like_any_answer(part, what, word):
    assert check(part, named(part)[what]).word == word


def test_unusual_forms_are_right():
    forms = list(right_forms(PARTS["2b"]))
    assert len(forms) >= 10
    assert [what for what, answer in forms if not check("2b", answer)] == []
