"""What only sets a scene is told from what can be true or false."""

import pytest

from formula.conditions import kind_of
from formula.display import read_display
from tests.formula.alphabet import LETTERS


@pytest.mark.parametrize(("latex", "kind"), [
    ("t = 0", "condition"),
    (r"\text{t} = 0", "condition"),
    ("i = j", "condition"),
    ("n > d", "condition"),
    ("w_i > 0", "condition"),
    ("w = (3, 4)", "condition"),
    (r"t \to \infty", "condition"),
    ("f(t) = t + 1", "definition"),
    ("w = X y", None),
    ("t + 1 = 2", None),
    (r"\lVert w \rVert = 1", None),
    ("t > 0 \\iff t < 1", None),
    ("1 = 2", None),
])
def test_kind(latex, kind):
    assert kind_of(read_display(latex, LETTERS)) == kind


@pytest.mark.parametrize("words", ["for", "for every", "and so, for", "for each row, and for every"])
def test_what_comes_after_for_is_a_condition_of_what_stands_before(words):
    read = read_display(rf"w_i > 0 \quad\text{{{words}}} i = 1", LETTERS)
    (statement,) = read.statements
    assert (len(statement.conditions), read.words) == (1, [words])


def test_what_comes_after_if_is_a_condition_of_what_follows():
    read = read_display(r"\text{if } t > 1 \quad w_i > 0", LETTERS)
    (statement,) = read.statements
    assert (len(statement.conditions), read.words) == (1, ["if"])
