"""A test file's answers on trial: right in several ways, and planted errors with what must be said of them."""

import numpy as np
import pytest

from hw0.checks import PARTS, check


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
            verdict = check(part, answer)
            assert not verdict.right
            assert (said or "") in (verdict.diagnosis or "")

    return Trial


def asked_for(part, given):
    """Return what a part asks for; where that is up to a constant, its difference to the origin."""
    reference, origin = PARTS[part].reference, PARTS[part].origin
    with np.errstate(all="ignore"):
        if origin:
            return reference(**given) - reference(**given | {origin: np.zeros_like(given[origin])})
        return reference(**given)


def refereed(right, is_right, holds, lines):
    """Return the tests against a referee that computes in another way than the package.

    is_right(part, value, given) : whether the referee finds the value, too
    holds(part, where, given) : whether the text of a case is true of an instance
    lines : (part, answer, the whole verdict) of some answers
    """
    class Refereed:
        @pytest.mark.parametrize("part", right)
        def test_the_reference_agrees_with_the_referee_on_every_instance(self, part):
            for case in PARTS[part].cases:
                assert len(case.instances) >= 5
                for given in case.instances:
                    assert is_right(part, asked_for(part, given), given), (str(case), given)

        @pytest.mark.parametrize("part", right)
        def test_every_case_is_what_it_says(self, part):
            for case in PARTS[part].cases:
                for given in case.instances:
                    assert holds(part, case.where, given), (case.where, given)

        @pytest.mark.parametrize(("part", "answer", "line"), lines)
        def test_the_smallest_counterexample_is_readable(self, part, answer, line):
            assert repr(check(part, answer)) == line

    return Refereed
