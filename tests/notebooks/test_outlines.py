"""The outlines of the chapters agree with the checks, and with the parts that the sheet asks for."""

import importlib.util

import pytest

from hw0.checks import PARTS
from tests.notebooks.outlines import OUTLINES


def test_problems_are_numbered_from_one_to_seven():
    assert sorted(outline.number for outline in OUTLINES.values()) == list(range(1, 8))


@pytest.mark.parametrize("stem", OUTLINES)
def test_every_part_is_of_its_problem(stem):
    outline = OUTLINES[stem]
    assert len(outline.parts) >= 3
    assert all(part.startswith(str(outline.number)) for part in outline.parts)
    assert len(set(outline.parts)) == len(outline.parts)


@pytest.mark.parametrize("stem", [stem for stem in OUTLINES if importlib.util.find_spec(f"hw0.checks.{stem}")])
def test_every_part_that_a_chapter_has_to_check_can_be_checked(stem):
    assert set(OUTLINES[stem].checked) <= set(PARTS)
