"""The map on the front page: all parts are links, its lines the references to formulas in the built chapters."""

import json

import pytest

from book_pages.book_map import joined, parts
from tests.livefig.browser import until
from tests.site.table_of_contents import CHAPTERS
from tools.chromium import visit


@pytest.fixture(scope="module")
def drawn(parsed):
    return parsed("index.html").select_one(".book-map")


def cells(drawn):
    """Return the link in each cell of the map, `{"column,row": address}`."""
    return {f"{i},{k}": cell.a["href"] for i, column in enumerate(drawn.select("ol"))
            for k, cell in enumerate(column.select("li"))}


def test_lines_are_the_references_that_the_pages_have(parsed, drawn):
    places = {address: place for place, address in cells(drawn).items()}
    pages = {name: parsed(name) for name in CHAPTERS}
    anchors = {name: {tag["id"]: tag for tag in page.find_all(id=True)} for name, page in pages.items()}

    def part(name, tag):
        found = (tag, *tag.parents)
        return next((places[f"{name}#{each['id']}"] for each in found if f"{name}#{each.get('id')}" in places), None)

    pairs = set()
    for name, page in pages.items():
        for link in page.select("a[href*='#equation-']"):
            path, _, anchor = link["href"].partition("#")
            there = f"chapters/{path}" if path else name
            ends = part(name, link), part(there, anchors[there][anchor])
            if None not in ends and ends[0] != ends[1]:
                pairs.add(ends)
    assert {tuple(line["data-ends"].split()) for line in drawn.select("path")} == pairs
    assert f"{len(pairs)} lines" in " ".join(drawn.figcaption.get_text().split()) and len(pairs) > 20


def test_every_part_is_a_link_with_the_readers_mark(parsed, drawn):
    linked = set(cells(drawn).values())
    for name in CHAPTERS:
        assert {f"{name}#{each['id']}" for each in parsed(name).select("section[id^='part-']")} <= linked
    marks = {mark["data-answer-mark"] for mark in drawn.select("[data-answer-mark]")}
    assert marks >= {"2a", "3f", "4h", "5b.ii", "6a"}


def test_the_term_of_a_part_stands_whole_in_its_cell(browser, address):
    with visit(browser, address + "index.html", viewport={"width": 390, "height": 844}) as (page, _):
        cut = "e => e.scrollHeight > e.clientHeight + 1 || e.scrollWidth > e.clientWidth + 1"
        names = page.locator(".book-map li:not(.book-map-chapter) a")
        assert names.evaluate_all(f"cells => cells.filter({cut}).map(e => e.textContent)") == []
        page.locator(".book-map").scroll_into_view_if_needed()  # it scrolls, and so is reached by the keyboard
        until(page, "(e => e.scrollWidth > e.clientWidth && e.tabIndex === 0)(document.querySelector('.book-map'))")
        assert "2a Derivative of a linear function" in names.first.evaluate("e => e.closest('div').textContent")


def test_what_a_part_refers_to_is_read_off_its_text(tmp_path):
    text = ["## First (9a)\n\n$$\na = b\n$$ (eq-one)", "## Explore\n\nSee {eq}`eq-one`.",
            "## Second (9b)\n\nBy {eq}`eq-one` and {eq}`eq-two`,\n\n$$\nc\n$$ (eq-two)",
            "## A trick (9)\n\n{eq}`eq-two`"]
    path = tmp_path / "9_sample.ipynb"
    path.write_text(json.dumps({"cells": [{"cell_type": "markdown", "source": each} for each in text]}))
    column = parts(path, "chapters/9_sample")
    assert [each.term for each in column] == ["First", "Second", "A trick"]
    assert [each.html().count("<b>") for each in column] == [1, 1, 0]
    assert column[2].address == "chapters/9_sample.html#a-trick-9"
    assert joined([[], column]) == [((1, 1), (1, 0)), ((1, 2), (1, 1))]


@pytest.mark.parametrize("how", ["pointer", "keyboard"])
def test_pointing_at_a_part_shows_what_it_rests_on(browser, address, drawn, how):
    place = next(place for place, link in cells(drawn).items() if link.endswith("#part-4d"))
    wanted = [line["data-ends"] for line in drawn.select("path") if place in line["data-ends"].split()]
    with visit(browser, address + "index.html") as (page, log):
        link = page.locator(".book-map a[href$='#part-4d']")
        link.hover() if how == "pointer" else link.focus()
        lit = page.locator(".book-map path.lit")
        assert lit.evaluate_all("lines => lines.map((line) => line.dataset.ends)") == wanted != []
        assert page.locator(".book-map li.lit").count() == len({end for ends in wanted for end in ends.split()})
        if how == "pointer":
            page.mouse.move(1, 1)
            assert lit.count() == 0
        log.assert_clean()
