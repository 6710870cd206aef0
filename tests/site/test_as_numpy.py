"""Below each evaluated display stands the same as NumPy, folded, readable without JavaScript, and it can be copied."""

import re
from types import SimpleNamespace

import pytest
from bs4 import BeautifulSoup

from book_pages import as_numpy
from book_pages.as_numpy import folded
from hw0.notation import CHAPTERS, table
from hw0.notation.evidence import stored
from hw0.notation.shown import Shown
from tests.notebooks.outlines import OUTLINES
from tests.site.table_of_contents import pages_of
from tools.chromium import visit

TEXTS = Shown(["w = a < b"], [("a", "number")], ["  1\n= 1"], "n = 2", 250)


def page(stem):
    return "guides/new_chapter.html" if stem == "guides" else f"chapters/{OUTLINES[stem].number}_{stem}.html"


@pytest.mark.parametrize("stem", [*CHAPTERS, "guides"])
def test_every_evaluated_display_has_its_folded_part(parsed, stem):
    evaluated = [one for one in stored(stem) if one.displayed and one.key not in table(stem).NEITHER]
    parts = [part for name in pages_of(stem) or [page(stem)] for part in parsed(name).select("details.as-numpy")]
    assert len(parts) == len(evaluated) > 0
    for part, formula in zip(parts, evaluated, strict=True):
        assert not part.has_attr("open")
        code, _, latex = (block.text for block in part.find_all("pre"))
        compile(code, "page", "exec")
        assert latex.split() == formula.text.split()
        told = re.search(r"True at (\d+) of (\d+) random instances", part.text)
        assert told[1] == told[2] and int(told[1]) >= 200


def test_what_was_worked_out_is_kept_for_a_build_with_the_same_code_only(tmp_path, monkeypatch):
    first, same, other = (SimpleNamespace(doctreedir=tmp_path) for _ in range(3))
    as_numpy.open_store(first)
    assert first.formulas_shown == {}
    first.formulas_shown["ridge", "a formula"] = TEXTS, None
    as_numpy.keep(first, None)
    as_numpy.open_store(same)
    assert same.formulas_shown == first.formulas_shown
    monkeypatch.setattr(as_numpy, "made_by", lambda: "another code")
    as_numpy.open_store(other)
    assert other.formulas_shown == {}


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


def test_another_instance_is_evaluated_in_the_page_and_announced(browser, address):
    with visit(browser, address + page("ridge")) as (chapter, log):
        loaded = "() => performance.getEntriesByType('resource').map(entry => entry.name).join()"
        part = chapter.locator("details.as-numpy").nth(2)
        assert part.locator("button", has_text="Another").count() == 0
        part.locator("summary").press("Enter")
        button = part.get_by_role("button", name="Another instance")
        button.wait_for()
        assert "formulas/" not in chapter.evaluate(loaded) and "answers_instances" not in chapter.evaluate(loaded)
        told, shown = part.get_by_role("status"), []
        for number in (1, 2):
            button.press("Enter")
            told.get_by_text(f"Instance {number} of ").wait_for()
            assert told.inner_text().endswith("evaluated in this page: true.")
            assert part.locator(".instance-sides").count() and "✗" not in part.inner_text()
            assert button.evaluate("button => button === document.activeElement")
            shown.append(part.locator(".another > div").inner_text())
        assert shown[0] != shown[1] and "formulas/ridge-" in chapter.evaluate(loaded)
        log.assert_clean()


def test_a_file_that_does_not_come_is_said_and_can_be_tried_again(browser, address):
    with visit(browser, address + page("ridge")) as (chapter, _):
        chapter.route("**/formulas/*", lambda route: route.abort())
        part = chapter.locator("details.as-numpy").nth(2)
        part.locator("summary").press("Enter")
        button = part.get_by_role("button", name="Another instance")
        button.press("Enter")
        part.get_by_text("are you without a network? Try again.").wait_for()
        chapter.unroute("**/formulas/*")
        button.press("Enter")
        part.get_by_text("Instance 1 of ").wait_for()


def test_most_parts_have_instances_and_nothing_of_them_shows_without_javascript(site, parsed):
    parts = [part for stem in CHAPTERS for name in pages_of(stem)
             for part in parsed(name).select(".as-numpy")]
    places = [place for part in parts for place in part.select(".another")]
    assert len(places) > 0.8 * len(parts) and not any(place.contents for place in places)
    for place in places:
        file = site / "_static" / place["data-source"].partition("?")[0]
        assert file.stat().st_size < 20_000 and place["data-instances"] in file.read_text(encoding="utf-8")
