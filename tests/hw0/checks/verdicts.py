"""A test file's answers on trial: right in several ways, and planted errors with what must be said of them."""

import functools

import numpy as np
import pytest

from hw0.checks import PARTS, check
from hw0.checks.compare import form_fault
from hw0.checks.returned import Fault, plain


@functools.lru_cache(maxsize=None, typed=True)  # typed: 1 and True are different answers
def verdict_on(part, answer):
    """Return `check(part, answer)`, found once: one test reads the diagnosis, the next the counterexample.
    `check` itself gives the same verdict every time, which tests/hw0/checks/test_judge.py tests."""
    return check(part, answer)


def errors(wrong):
    """Return the parameters (part, answer, said) of rows that may have a name of the error behind the part."""
    return [pytest.param(part, answer, said, id=" ".join([part, *named])) for part, *named, answer, said in wrong]


def on_trial(right, wrong, parts):
    """Return the tests that hold for every table of answers to these parts.

    right : {part: its right answers}; wrong : rows for `errors`, where `said` is a piece of the diagnosis or None
    """
    ways = [pytest.param(part, answer, id=f"{part}-{way}") for part, answers in right.items()
            for way, answer in enumerate(answers)]

    class Trial:
        def test_every_part_has_right_answers_and_planted_errors(self):
            assert {part.id for part in parts} == set(right) == {part for part, *_ in wrong}

        @pytest.mark.parametrize(("part", "answer"), ways)
        def test_every_right_way_is_right(self, part, answer):
            assert repr(check(part, answer)) == "right: no counterexample found"

        @pytest.mark.parametrize(("part", "answer", "said"), errors(wrong))
        def test_every_planted_error_is_refuted_with_its_diagnosis(self, part, answer, said):
            verdict = verdict_on(part, answer)
            assert not verdict.right
            assert (said or "") in (verdict.diagnosis or "")

    return Trial


def called(part, answer, given):
    """Return what an answer gives; where a part is asked for up to a constant, its difference to the origin."""
    if not callable(answer):
        return answer
    given = {name: np.copy(given[name]) if np.ndim(given[name]) else given[name] for name in PARTS[part].names}
    with np.errstate(all="ignore"):
        if origin := PARTS[part].origin:
            return answer(**given) - answer(**given | {origin: np.zeros_like(given[origin])})
        return answer(**given) if answer is PARTS[part].reference else answer(*given.values())


def refereed(right, wrong, is_right, holds, lines):
    """Return the tests against a referee that computes in another way than the package.

    is_right(part, value, given) : whether the referee finds the value, too
    holds(part, where, given) : whether the text of a case is true of an instance
    lines : (part, answer, the whole verdict) of some answers
    """
    class Refereed:
        @pytest.mark.parametrize(("part", "answer", "said"), errors(wrong))
        def test_every_counterexample_refutes_for_the_referee_too(self, part, answer, said):
            verdict = verdict_on(part, answer)
            given = verdict.counterexample
            assert is_right(part, verdict.expected, given)
            try:
                value = called(part, answer, given)
            except (TypeError, ValueError, ZeroDivisionError, np.linalg.LinAlgError):
                assert isinstance(verdict.got, Fault | str)
                return
            if "changes its argument" not in (said or ""):
                assert form_fault(verdict.expected, plain(value), PARTS[part]) or not is_right(part, value, given)

        @pytest.mark.parametrize("part", right)
        def test_the_reference_agrees_with_the_referee_on_every_instance(self, part):
            for case in PARTS[part].cases:
                assert len(case.instances) >= 5
                for given in case.instances:
                    assert is_right(part, called(part, PARTS[part].reference, given), given), (str(case), given)

        @pytest.mark.parametrize("part", right)
        def test_every_case_is_what_it_says(self, part):
            for case in PARTS[part].cases:
                for given in case.instances:
                    assert holds(part, case.where, given), (case.where, given)

        @pytest.mark.parametrize(("part", "answer", "line"), lines)
        def test_the_smallest_counterexample_is_readable(self, part, answer, line):
            assert repr(check(part, answer)) == line

    return Refereed
