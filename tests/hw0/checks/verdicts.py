"""A test file's answers on trial: right in several ways, and planted errors with what must be said of them."""

import functools

import pytest

from hw0.checks import check


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
