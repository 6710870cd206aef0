"""Systematic wrong rules: each changes something that is there, and is an answer like any other."""
import numpy as np
import pytest

from hw0.audit import systematic
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


# what each change makes of numbers, by its name: at what is just below and just above where it begins
CHANGED = {
    "negated": ([3, -2], [-3, 2]), "without its sign": ([3, -2], [3, 2]), "but for its sign": ([3, -2], [1, -1]),
    "dropped": ([3, -2], [1, 1]), "squared": ([3, -2], [9, 4]), "cubed": ([3, -2], [27, -8]),
    "doubled": ([3, -2], [6, -4]), "halved": ([3, -2], [1.5, -1]), "larger by 1": ([3, -2], [4, -1]),
    "clipped at 10": ([9, 11, -9, -11], [9, 10, -9, -10]), "clipped at 20": ([19, 21, -19, -21], [19, 20, -19, -20]),
    "0 below 0.1": ([0.09, 0.11, -2], [0, 0.11, -2]), "0 below 1": ([0.9, 1.1, -2], [0, 1.1, -2]),
    "0 below 0.01": ([0.009, 0.011, -2], [0, 0.011, -2]), "0 above 20": ([19, 21, -21], [19, 0, 0]),
    "0 above 100": ([99, 101, -101], [99, 0, 0]), "cut to whole numbers": ([2.7, -2.7], [2, -2]),
    "rounded to whole numbers": ([2.7, -2.7], [3, -3]), "rounded to tenths": ([0.26, -0.24], [0.3, -0.2]),
    "rounded to thousandths": ([0.0026, -0.0024], [0.003, -0.002]), "a third larger": ([3, -6], [4, -8]),
    "larger by a millionth": ([3e6, -1e6], [3e6 + 3, -1e6 - 1]), "larger by 0.001": ([3, -2], [3.001, -1.999]),
    "of single precision": ([1 + 2.0**-30], [1]), "0 for nan": ([np.nan, 3], [0, 3]),
    "of one value": ([[1, 2], [3, 4]], [[1, 1], [1, 1]]), "reversed": ([[1, 2], [3, 4]], [[3, 4], [1, 2]]),
    "sorted in each row": ([[2, 1], [3, 4]], [[1, 2], [3, 4]]),
    "without its mean": ([[1, 2], [3, 6]], [[-2, -1], [0, 3]]),
    "sorted": ([[4, 1], [3, 2]], [[1, 2], [3, 4]]), "squeezed for a batch of one": ([[1, 2]], [1, 2]),
    "as its upper triangle": ([[1, 2], [3, 4]], [[1, 2], [0, 4]]), "transposed": ([[1, 2], [3, 4]], [[1, 3], [2, 4]]),
    "as its lower triangle": ([[1, 2], [3, 4]], [[1, 0], [3, 4]]),
    "times itself": ([[1, 2], [3, 4]], [[7, 10], [15, 22]]),
    "as its first row": ([[1, 2], [3, 4]], [[1, 2], [1, 2]]),
    "without what is far from the diagonal": (np.ones((4, 4)), np.tri(4, 4, 1) - np.tri(4, 4, -2)),
}  # fmt: skip
# arguments at which each condition holds, and arguments at which it does not
HOLDS = {
    "up to three rows": (np.eye(3), np.eye(4)), "up to five rows": (np.eye(5), np.eye(6)),
    "for two rows and more": (np.eye(2), [[1.0, 2.0]]), "for an even number of rows": ([1, 2], [1, 2, 3]),
    "for an odd number of rows": ([1], [1, 2]), "for rising entries": ([1, 1, 2], [1, 2, 1]),
    "for falling entries": ([2, 1, 1], [2, 1, 2]), "for entries that are not equal": ([1, 2], [1, 2, 1]),
    "for entries of one sign": ([-1, 0, -2], [-1, 0, 2]), "where the first entry is the largest": ([-3, 2], [2, -3]),
    "where the largest entry is up to a thousand times the smallest": ([0, 1, -999], [0, 1, -1001]),
    "for full rank": ([[1, 2], [2, 3]], [[1, 2], [2, 4]]), "up to rank 3": (np.eye(4) - np.eye(4)[0], np.eye(4)),
    "for at least as many columns as rows": (np.ones((2, 2)), np.ones((3, 2))),
    "for at least as many rows as columns": (np.ones((2, 2)), np.ones((2, 3))),
    "for symmetric matrices": ([[1, 2], [2, 3]], [[1, 2], [3, 3]]), "for diagonal matrices": (np.eye(2), np.tri(2)),
    "for upper triangles": (np.tri(2).T, np.tri(2)), "for columns of length 1": ([[0.6], [0.8]], [[0.6], [0.7]]),
    "for columns at right angles": ([[1, 2], [1, -2]], [[1, 1], [2, -2]]),
    "for rows at right angles": ([[1, 1], [2, -2]], [[1, 2], [1, -2]]),
    "without a column of zeros": ([[1, 0], [1, 2]], [[1, 0], [1, 0]]),
    "for columns that are not equal": ([[1, 2], [1, 1]], [[1, 1], [2, 2]]),
    "for positive determinants": ([[0, -1], [1, 0]], [[0, 1], [1, 0]]),
    "for square matrices": (np.eye(2), np.ones((2, 3))), "for whole numbers": ([1, -2], [1, 0.5]),
    "for numbers above 0.01": ([0, 0.011], [0, 0.009]), "for multiples of 1/1024": ([3 / 1024], [1 / 2048]),
    "for numbers that are not positive": ([0, -1], [0.5, -1]), "for numbers up to 5": ([5, -5], [1, -5.1]),
    "for numbers below 500": ([-499], [-500]), "for numbers below 100": ([-99], [-100]),
    "for numbers without a 0": ([1, -1], [1, 0]), "for numbers that are not negative": ([0, 1], [1, -0.5]),
    "for a first argument that begins above 0": ([1, -1], [0, 1]),
    "for a last argument that begins above 0": ([1, -1], [0, 1]),
    "for a last argument up to 4": ([4, 9], [4.1, 1]),
    "for a first argument of size 0.3 and more": ([-0.3, 0], [0.29, 1]),
}  # fmt: skip


def test_each_change_and_each_condition_is_what_its_name_says():
    changes = {**systematic.NUMBER_CHANGES, **systematic.FRACTION_CHANGES, **systematic.ARRAY_CHANGES,
               **systematic.MATRIX_CHANGES, **systematic.NAN_CHANGES}
    for table in (changes, systematic.VALUE_CHANGES, systematic.ARRAY_VALUE_CHANGES):
        for what, change in table.items():
            given, made = CHANGED[what]
            np.testing.assert_allclose(change(np.array(given, dtype=float)), made, rtol=1e-15, atol=1e-15, err_msg=what)
    assert set(CHANGED) == {*changes, *systematic.VALUE_CHANGES, *systematic.ARRAY_VALUE_CHANGES}
    conditions = systematic.ARRAY_CONDITIONS | systematic.MATRIX_CONDITIONS | systematic.CONDITIONS
    assert set(HOLDS) == set(conditions)
    for what, holds in conditions.items():
        assert [bool(holds({"v": np.array(v)})) for v in HOLDS[what]] == [True, False], what


def test_another_value_is_of_the_same_kind_and_differs():
    for value in (*systematic.OTHER_WORD, np.True_, ("left", 2.0)):
        other = systematic._other(value)
        assert other != value
        assert isinstance(other, (str, bool, tuple)) and isinstance(other, str) == isinstance(value, str)
    assert systematic._other(("left", 2.0)) == ("right", 5.0)
