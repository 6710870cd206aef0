"""Each mistake that a part knows is told of an answer that makes it, and of no other: none hides behind another.

The answers are written by hand, in another way than the mistakes, so that a fault in a mistake is noticed, too.
"""
from dataclasses import replace
from itertools import accumulate

import pytest

from hw0.checks import PARTS, check
from hw0.checks.judge import Judge, constant_answer
from hw0.checks.mistakes import DOUBLE, HALF, SIGN
from hw0.checks.returned import caller, quiet
from tests.hw0.checks.pools.candidates import tables
from tests.hw0.checks.slips import SLIPS

ROWS = [*SLIPS, *((part, said, answer) for table in tables() for part, *_, answer, said in table.WRONG if said)]
RIGHT = {part: right for table in tables() for part, right in table.RIGHT.items()}
FACTORS = {SIGN: -1.0, DOUBLE: 2.0, HALF: 0.5}


def scaled(answer, factor):
    """An answer times a factor, each part of it."""
    def other(*given):
        value = answer(*given)
        return tuple(factor * part for part in value) if isinstance(value, tuple) else factor * value
    return other


def makers(part, mistake):
    """The answers that make a mistake of a part: those to it, and to parts with the same arguments."""
    if mistake in FACTORS:
        yield from (scaled(answer, FACTORS[mistake]) for answer in RIGHT[part.id][:1])
    yield from (answer for other, said, answer in ROWS if said in mistake.says and PARTS[other].names == part.names)


def told(part, answer):
    """What is told of an answer, and a function that says what is told of it when the part lacks one mistake."""
    judge = Judge(part, caller(answer, part.names) if callable(answer) else constant_answer(part, answer))
    diagnosis = str(judge.verdict().diagnosis)
    worst = next((trial for trial in judge.trials if not trial.right), None)
    ends = list(accumulate(len(case.instances) for case in part.cases))

    def without(mistake):
        judge.part = replace(part, mistakes=tuple(other for other in part.mistakes if other is not mistake))
        with quiet():
            return str(judge.diagnosis(worst, ends.index(len(judge.trials))))
    return diagnosis, without


def only(part, mistake):
    """Whether there is an answer of which a mistake is told, and of which it is not told without this mistake."""
    for answer in makers(part, mistake):
        diagnosis, without = told(part, answer)
        if diagnosis.startswith(mistake.says) and mistake.says not in without(mistake):
            return True
    return False


@pytest.mark.parametrize("part", PARTS.values(), ids=PARTS)
def test_each_mistake_and_only_it_is_told_of_an_answer(part):
    assert [mistake.says for mistake in part.mistakes if not only(part, mistake)] == []


@pytest.mark.parametrize(("part", "said", "answer"), SLIPS, ids=[f"{part} {said}" for part, said, _ in SLIPS])
def test_a_slip_is_told_by_its_name(part, said, answer):
    verdict = check(part, answer)
    assert not verdict.right
    assert said in str(verdict.diagnosis)
    assert [mistake.says for mistake in PARTS[part].mistakes if said in mistake.says] != []
