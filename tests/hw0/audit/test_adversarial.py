"""The checker on trial: wrong answers are wrong where they say, and its mistakes are those that the book reports."""

import pytest

from hw0.audit.adversarial import RIGHT, WRONG, Adversary, mistaken, trial
from hw0.checks import PARTS
from hw0.checks.compare import same
from hw0.checks.returned import call, caller, plain
from hw0.checks.show import show


def named(answers):
    return [pytest.param(adversary, id=f"{adversary.part}: {adversary.what}") for adversary in answers]


def agrees(adversary, instance, rtol):
    part = PARTS[adversary.part]
    got = call(caller(adversary.answer, part.names), {name: instance[name] for name in part.names})
    expected = plain(part.reference(**instance))
    return same(expected, got, rtol) if part.equal is None else part.equal(expected, got)


@pytest.mark.parametrize("adversary", named(WRONG))
def test_every_wrong_answer_is_wrong_where_it_says(adversary):
    assert set(adversary.wrong_at) == set(PARTS[adversary.part].names)
    assert not agrees(adversary, adversary.wrong_at, rtol=1e-9)


# what each wrong answer gives where it says that it is wrong (by hand, but for the descent), what check says of it, and
# what it gave at the counterexample
ANSWERED = [
    ("2d", "[2, 2]", "wrong", "[0, 4]"),
    ("2d", "[1]", "wrong", "[1, 1]"),
    ("2e", "True", "wrong", "True"),
    ("3c.any", "[[1, 0], [0, 1]]", "wrong", "[[1, 0], [0, 1]]"),
    ("3c.any", "[[1, 0], [0, 0]]", "wrong", "[[0.5, 0.5], [0.5, 0.5]]"),
    ("4a", "[0.3333, 0.3333]", "wrong", "[0, 0.5]"),
    ("4b", "[1]", "wrong", "[1]"),
    ("4d", "([[1], [4]], [1, 0])", "wrong", "([[1], [2]], [1, 0])"),
    ("5a.iv", "-1", "incomplete", "-1"),
    ("5b.ii", "'right'", "incomplete", "'left'"),
    ("5b.iii", "'left'", "incomplete", "'left'"),
    ("3c", "[[0.5, 0.5], [0.5, 0.5]]", "wrong", "[[0.5, 0.5], [0.5, 0.5]]"),
    ("5d", "[nan]", "incomplete", "[nan, nan]"),
    ("5d", "[-0.1667]", "wrong", "[-0.8]"),
    ("2d", str([18] * 10), "right", None),
    ("2e", "True", "wrong", "True"),
    ("3a", "[0.5107, 0.4867]", "wrong", "[0.2554, 0.2434]"),
    ("4g", "[0.0002]", "right", None),
    ("4h", "[1.961e+04]", "wrong", "[2, -1]"),
    ("5a.i", "0", "right", None),
    ("5b.iii", "'left'", "right", None),
]


def answered(adversary):
    names, verdict = PARTS[adversary.part].names, adversary.verdict
    there = call(caller(adversary.answer, names), {name: adversary.wrong_at[name] for name in names})
    return adversary.part, show(there), verdict.word, None if verdict else show(verdict.got)


def test_each_adversary_and_only_it_answers_as_it_does():
    assert list(map(answered, WRONG)) == ANSWERED
    verdicts = [(adversary.part, repr(adversary.verdict)) for adversary in WRONG if not adversary.verdict]
    assert len({*verdicts}) == len(verdicts)


MISSED = {
    ("2d", r"right up to $n = 9$, $2x^\top A$ from $n = 10$ on"),
    ("4g", r"ridge with $\lambda = 10^{20}$"),
    ("5a.i", "0 for weights above $10^4$"),
    ("5b.iii", "left for rates above 500"),
}
REFUSED = {("3a", "single precision")}


@pytest.mark.parametrize(("answers", "known"), [(WRONG, MISSED), (RIGHT, REFUSED)])
def test_the_checker_is_mistaken_where_the_book_says_and_nowhere_else(answers, known):
    """A mistake that is mended, or a new one, has to be told in the appendix."""
    assert {(adversary.part, adversary.what) for adversary in mistaken(answers)} == known


def test_a_mistake_of_the_checker_is_shown_last_and_called_one():
    honest, fooled = Adversary("5b.i", "right", "stays"), Adversary("5b.i", "called wrong, but right", "stays",
                                                                    {"w": 1.0})
    table = trial([fooled, honest], "Two")
    assert table.caption == "Two: 1 of 2 judged as they deserve"
    assert table.rows == (("5b.i", "right", "right"), ("5b.i", "called wrong, but right", "right, mistakenly"))
