"""Below each evaluated display stands the same as NumPy, folded, readable without JavaScript, and it can be copied."""

import re

import pytest
from bs4 import BeautifulSoup

from book_pages.as_numpy import folded
from hw0.notation import CHAPTERS, table
from hw0.notation.evidence import stored
from hw0.notation.shown import Shown
from tests.notebooks.outlines import OUTLINES
from tools.chromium import visit

TEXTS = Shown(["w = a < b"], [("a", "number")], ["  1\n= 1"], "n = 2", 250)


def page(stem):
    return f"chapters/{OUTLINES[stem].number}_{stem}.html"


@pytest.mark.parametrize("stem", CHAPTERS)
def test_every_evaluated_display_has_its_folded_part(site, stem):
    soup = BeautifulSoup((site / page(stem)).read_text(encoding="utf-8"), "html.parser")
    evaluated = [one for one in stored(stem) if one.displayed and one.key not in table(stem).NEITHER]
    parts = soup.select("details.as-numpy")
    assert len(parts) == len(evaluated) > 0
    for part, formula in zip(parts, evaluated, strict=True):
        assert not part.has_attr("open")
        code, _, latex = (block.text for block in part.find_all("pre"))
        compile(code, "page", "exec")
        assert latex.split() == formula.text.split()
        told = re.search(r"True at (\d+) of (\d+) random instances", part.text)
        assert told[1] == told[2] and int(told[1]) >= 200


def test_a_part_says_for_listeners_which_formula_it_belongs_to():
    summary = BeautifulSoup(folded(TEXTS, "w = a", "4.3"), "html.parser").summary
    assert summary.text == "as NumPy of formula 4.3"
    assert "above" in BeautifulSoup(folded(TEXTS, "w = a"), "html.parser").summary.text


def test_signs_of_html_are_escaped():
    assert [block.text for block in BeautifulSoup(folded(TEXTS, "a < b"), "html.parser").find_all("pre")] == [
        "w = a < b",
        "  1\n= 1",
        "a < b",
    ]


def test_a_derivative_is_explained_where_it_occurs():
    assert "stands for the derivative" not in folded(TEXTS, "")
    assert "stands for the derivative" in folded(TEXTS._replace(code=["derivative(J, w)"]), "")


def test_it_opens_with_the_keyboard_below_the_formula_and_moves_nothing_above(browser, address):
    with visit(browser, address + page("ridge")) as (chapter, _):
        part = chapter.locator("details.as-numpy").nth(2)
        part.scroll_into_view_if_needed()
        above = part.locator("xpath=preceding-sibling::*[1]")
        before = above.bounding_box()["y"]
        part.locator("summary").press("Enter")
        assert part.evaluate("part => part.open")
        assert above.bounding_box()["y"] == pytest.approx(before, abs=1)
        assert part.locator(".copy-button").count() == 2
