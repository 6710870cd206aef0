"""The table of parts: every problem, every exercise, one id each."""

import inspect
import re

import pytest

from hw0.checks.registry import PARTS, PROBLEMS

EACH = [pytest.param(part, id=part_id) for part_id, part in PARTS.items()]


def test_no_id_hides_another():
    assert len(PARTS) == sum(len(problem.PARTS) for problem in PROBLEMS)
    assert all(part_id == part.id for part_id, part in PARTS.items())


def test_the_ids_of_a_problem_begin_with_one_number():
    for problem in PROBLEMS:
        assert len({part.id[0] for part in problem.PARTS}) == 1, problem.__name__
    assert [problem.PARTS[0].id[0] for problem in PROBLEMS] == sorted(problem.PARTS[0].id[0] for problem in PROBLEMS)
    assert {part_id[0] for part_id in PARTS} == set("23456")


@pytest.mark.parametrize("part", EACH)
def test_a_part_says_what_is_asked_and_of_what(part):
    assert re.fullmatch(r"\d[a-z]?(\.[\w-]+)*", part.id)
    assert part.asks
    assert not part.asks.endswith(".")
    assert len(set(part.names)) == len(part.names) > 0


@pytest.mark.parametrize("part", EACH)
def test_the_reference_takes_the_arguments_by_name(part):
    inspect.signature(part.reference).bind(**dict.fromkeys(part.names))


@pytest.mark.parametrize("part", EACH)
def test_the_ordinary_case_comes_first(part):
    assert part.cases
    assert not part.cases[0].edge
    assert len({case.where for case in part.cases}) == len(part.cases)


@pytest.mark.parametrize("part", EACH)
def test_traps_have_the_arguments_of_the_part(part):
    for case in part.cases:
        assert all(set(trap) == set(part.names) for trap in case.traps)
