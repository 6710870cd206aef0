"""The table of parts: every problem, every exercise, one id each."""

import inspect
import re

import pytest

from hw0.checks import PARTS

EACH = [pytest.param(part, id=part_id) for part_id, part in PARTS.items()]


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
    assert [case.edge for case in part.cases] == sorted(case.edge for case in part.cases)
    assert not part.cases[0].edge
    assert len({case.where for case in part.cases}) == len(part.cases)
