"""Every notebook keeps its rules, and every rule notices the faults that are planted in copies of the chapters."""

import copy
import functools
import itertools
import pathlib

import pytest
from nbformat import v4

from tests.notebooks.chapter import Chapter
from tests.notebooks.faults import FAULTS
from tests.notebooks.notebook_rules import RULES, rules_for, violations
from tests.notebooks.outlines import OUTLINES
from tests.notebooks.outlines import PAGES as KNOWN
from tests.notebooks.planting import settle
from tests.notebooks.rules_of_seeds import FIXED, fixed_seeds_are_reviewed
from tests.notebooks.rules_of_structure import STRUCTURE

ROOT = pathlib.Path(__file__).parents[2]
CHAPTERS = sorted((ROOT / "chapters").glob("*.ipynb"))
PAGES = [ROOT / "index.ipynb", *(path for folder in ("further", "appendix", "guides")
                                  for path in sorted(ROOT.glob(f"{folder}/*.ipynb")))]


read = functools.cache(Chapter.read)


@functools.cache
def broken(path):
    """Return the names of the rules that a chapter breaks as it stands."""
    return frozenset(violations(read(path)))


def chapters_with_faults():
    """Every fault with one chapter, in turn; a reflection has no parts to plant faults in."""
    chapters = [path for path in CHAPTERS if OUTLINES[path.stem.partition("_")[2]].checked]
    pairs = zip(itertools.cycle(chapters), FAULTS)
    return [pytest.param(path, fault, id=f"{path.stem}-{fault.name}") for path, fault in pairs]


def notebooks_with_rules():
    pairs = ((path, rule) for path in itertools.chain(CHAPTERS, PAGES) for rule in rules_for(path.stem))
    return [pytest.param(path, rule, id=f"{path.stem}-{rule.__name__}") for path, rule in pairs]


def test_there_are_chapters_a_front_page_and_an_appendix():
    assert CHAPTERS
    assert {path.stem for path in PAGES} == set(KNOWN)


@pytest.mark.parametrize(("path", "rule"), notebooks_with_rules())
def test_notebook_keeps_the_rule(path, rule):
    assert rule(read(path)) == []


def test_every_rule_has_a_fault_that_breaks_it():
    assert {fault.rule for fault in FAULTS} == {rule.__name__ for rule in RULES}


def planted(fault, chapter):
    chapter = Chapter(chapter.stem, copy.deepcopy(chapter.notebook))
    fault.plant(chapter)
    if fault.settled:
        settle(chapter.notebook)
    return Chapter(chapter.stem, chapter.notebook)


@pytest.mark.parametrize(("path", "fault"), chapters_with_faults())
def test_fault_in_a_chapter_breaks_its_rule_and_no_other(path, fault):
    chapter = read(path)
    if not broken(path).isdisjoint(rule.__name__ for rule in STRUCTURE):
        pytest.skip("the chapter is not complete; test_chapter_keeps_the_rule says what is missing")
    assert set(violations(planted(fault, chapter))) - broken(path) == {fault.rule}


def test_a_page_of_the_appendix_is_known_by_its_name(tmp_path):
    (tmp_path / "appendix").mkdir()
    with pytest.raises(ValueError, match="on_trial"):
        Chapter.read(tmp_path / "appendix" / "somewhere_else.ipynb")


@pytest.mark.parametrize("name", ["relu_elbow", "5_ridge", "5_ReLU_elbow", "05_relu_elbow"])
def test_file_name_is_the_number_of_the_problem_and_the_stem(tmp_path, name):
    with pytest.raises(ValueError, match="5_relu_elbow"):
        Chapter.read(tmp_path / f"{name}.ipynb")


def test_a_violation_says_where_and_what_to_do():
    fault = next(fault for fault in FAULTS if fault.name == "a_class")
    (line,) = violations(planted(fault, read(CHAPTERS[1])))["no_classes"]
    assert line.startswith("cell ")
    assert "put it into the package" in line


def test_a_cell_that_draws_on_from_a_fixed_seed_is_reviewed_as_that_cell_is():
    cells = {"fixed": "a = np.random.default_rng(1)", "on": "x = a.normal()", "else": "x + 1",
             "shares": "for k in range(9):\n    a = np.random.default_rng(k)\n    a.normal()", "later": "a.normal()"}
    made = Chapter("index", v4.new_notebook(cells=[v4.new_code_cell(text, id=name) for name, text in cells.items()]))
    said = fixed_seeds_are_reviewed(made)
    assert [name for name in cells if any(f"'{name}'" in one for one in said)] == ["fixed", "on"]


def test_every_reviewed_seed_is_still_there():
    cells = {read(path).stem: {cell.id for _, cell in read(path).code_cells} for path in [*CHAPTERS, *PAGES]}
    assert [(stem, name) for stem, names in FIXED.items() for name in names if name not in cells[stem]] == []
