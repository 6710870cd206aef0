"""Every number in the prose of the book is bound or reviewed, and a slip in any of them is noticed."""

import itertools
import types

import pytest

from tests.notebooks.rules_of_numbers import REVIEWED, neighbours, numbers, numbers_are_bound
from tests.notebooks.test_notebook_rules import CHAPTERS, PAGES, ROOT, read

NOTEBOOKS = [*CHAPTERS, *PAGES]
WRITTEN = ("glossary", "live_figures")  # pages of the appendix that are prose without cells


def markdown(*lines):
    return types.SimpleNamespace(cell_type="markdown", source="\n".join(lines))


def code(source, printed=""):
    return types.SimpleNamespace(cell_type="code", source=source, get=lambda *_: [{"text": printed}])


def texts(*cells):
    return [(one.text, one.bound) for one in numbers(list(enumerate(cells, 1)))]


def slipped(chapter, one, text):
    """Return a page with another text in the place of one number of its prose."""
    cells = [types.SimpleNamespace(**{**cell, "get": cell.get}) for _, cell in chapter.cells]
    cell = cells[one.cell - 1]
    lines = cell.source.split("\n")
    lines[lines.index(one.line)] = one.line[: one.start] + text + one.line[one.start + len(one.text) :]
    cell.source = "\n".join(lines)
    return types.SimpleNamespace(stem=chapter.stem, cells=list(enumerate(cells, 1)))


def unseen(stem, one, other):
    """Whether a slip in a reviewed number makes one that is bound, or other reviewed words."""
    known = {words for each in REVIEWED.get(stem, {}).values() for words in each}
    after = one._replace(text=other, around=one.around.replace(one.text, other))
    return not one.bound and (after.bound or after.around in known)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_slip_in_any_number_is_noticed(path):
    chapter = read(path)
    assert numbers_are_bound(chapter) == []
    for one in numbers(chapter.cells):
        for other in neighbours(one.text):
            if not unseen(chapter.stem, one, other):
                assert numbers_are_bound(slipped(chapter, one, other)), (one.around, other)


def test_few_slips_are_not_seen():
    slips = [(read(path).stem, one, other) for path in NOTEBOOKS for one in numbers(read(path).cells)
             for other in neighbours(one.text)]
    bound = [slip for slip in slips if slip[1].bound]
    missed = [slip for slip in slips if unseen(*slip)]
    assert not any(unseen(*slip) for slip in bound)
    assert len(missed) < 0.1 * len(slips)


def test_the_list_has_nothing_that_is_not_on_its_page():
    around = {read(path).stem: {one.around for one in numbers(read(path).cells)} for path in NOTEBOOKS}
    listed = {stem: set(itertools.chain(*reasons.values())) for stem, reasons in REVIEWED.items()}
    assert {stem: words - around[stem] for stem, words in listed.items() if words - around[stem]} == {}


def test_most_numbers_that_are_more_than_a_digit_are_bound():
    found = [one for path in NOTEBOOKS for one in numbers(read(path).cells) if len(one.text) > 1]
    assert len(found) > 80
    assert sum(one.bound for one in found) > 0.5 * len(found)


@pytest.mark.parametrize("name", WRITTEN)
def test_a_page_without_cells_has_no_numbers(name):
    text = (ROOT / "appendix" / f"{name}.md").read_text(encoding="utf-8")
    assert numbers([(1, markdown(text))]) == []


def test_a_number_is_bound_by_what_its_section_prints_or_works_with():
    printed, worked = code("print(x)", "error 1.5e-3\n"), code("train(epochs=25)")
    assert texts(markdown("## A", "It is 0.0015 after 25."), printed, worked) == [("0.0015", True), ("25", True)]
    assert texts(markdown("## A", "It is 0.0015."), markdown("## B"), printed) == [("0.0015", False)]
    assert texts(markdown("It is 0.0016 after $26$."), printed, worked) == [("0.0016", False), ("26", False)]


def test_a_number_beside_one_that_a_slip_makes_of_it_is_not_bound():
    assert texts(markdown("It is 0.4."), code("steps = 0.4, 0.5")) == [("0.4", False)]


def test_words_and_shares_are_numbers():
    share = code("", "0.97")
    found = texts(markdown("Fifteen epochs pass 97 percent."), code("fit(15)"), share)
    assert found == [("Fifteen", True), ("97", True)]
    assert texts(markdown("Sixteen epochs."), code("fit(15)")) == [("Sixteen", False)]


def test_numbers_of_the_page_formulas_and_code_are_none():
    assert texts(
        markdown("## Where (5a.i)", "1. See chapter 5, problems 2 to 6 and turn 2 of 2024.", "`x = 31` and $x = 31$.",
                 "$$", "x = 31", "$$", "[This](page31.html) is GPT-5.", "```", "31", "```")) == []
