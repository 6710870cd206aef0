"""Imports and the calls of figures and worksheets fold away in the chapters; all other code is seen."""

import pytest

from book_pages.folded_code import why_folded
from tests.site.table_of_contents import PAGES

CHAPTERS = [name for name in PAGES if name.startswith("chapters/")]


@pytest.mark.parametrize("source, words", [
    ("import numpy as np\nfrom hw0 import ridge", "Imports"),
    ("figures.contours()", "Code of this figure"),
    ("sheets.plan()", "Code of this worksheet"),
    ("figures.journey(run=run)", None),  # how it is called says something
    ("fig = figures.bend()\nfig", None),
    ("import numpy as np\nprint(np.pi)", None),
    ("%time figures.bend()", None),
    ("# nothing", None),
])
def test_what_says_nothing_is_folded(source, words):
    assert why_folded(source) == words


@pytest.mark.parametrize("name", CHAPTERS)
def test_a_page_shows_its_code_but_for_imports_and_calls_of_figures_and_worksheets(parsed, name):
    cells = parsed(name).select(".cell_input")
    folded = [cell for cell in cells if cell.find_parent("details", class_="code")]
    assert all(why_folded(cell.pre.get_text()) for cell in folded)
    assert not [cell for cell in cells if why_folded(cell.pre.get_text()) and not cell.find_parent("details")]
    assert len(folded) > 2 and len(cells) > len(folded)
    assert not [cell for cell in folded if cell.select("a.to-code")]  # a name leads to its page where it is seen


def test_the_figure_of_a_folded_call_is_seen(parsed):
    calls = [fold for fold in parsed(CHAPTERS[3]).select("details.code") if "figure" in fold.summary.get_text()]
    assert len(calls) > 5
    assert all(fold.find_next_sibling(class_="cell_output").select(".livefig") for fold in calls)
