"""The table of parts: every problem, every exercise, one id each."""

import inspect
import re
import sys
from types import SimpleNamespace

import pytest

from hw0.checks import PARTS, registry

# later cases that need no other word: the first one and they are equals
PLAIN = {("2d", "A is symmetric"), ("2e", "A is not symmetric"), ("4c", "X is wide"), ("4.leave-one-out", "X is wide")}
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
    assert len({case.where for case in part.cases} - {""}) == len(part.cases)
    assert {(part.id, case.where) for case in part.cases[1:] if not case.meaning} <= PLAIN


def test_a_problem_more_is_a_row_of_the_table(monkeypatch):
    eighth = SimpleNamespace(id="8a")
    monkeypatch.setitem(registry.PROBLEMS, "8", "square_roots")
    monkeypatch.setattr(registry, "IDS", (*registry.IDS, "8a"))
    monkeypatch.setitem(sys.modules, "hw0.checks.square_roots", SimpleNamespace(PARTS=(eighth,)))
    parts = registry._Parts()
    assert parts["8a"] is eighth
    assert {part[0] for part in parts} == set(registry.PROBLEMS)
