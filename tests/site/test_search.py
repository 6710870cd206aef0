"""The search brings the section that is meant, from a server and from a folder, while one types and by keyboard."""

import json

import pytest
from docutils import nodes
from sphinx.errors import ConfigError

from book_pages.search.index import index, terms
from book_pages.search.sections import MARK, Section, formulas, sections
from tests.site.search_queries import QUERIES, SPELLED, STRANGE
from tests.site.table_of_contents import DOCUMENTS
from tools.chromium import serve, visit

FIRST = "(queries) => queries.map((query) => bookSearch.find(query)[0]?.section.address ?? null)"
PART = "(queries) => queries.map((query) => bookSearch.part(query)?.address ?? null)"
LONGEST = """(queries) => Math.max(...queries.map((query) => {
  const start = performance.now();
  bookSearch.find(query);
  return performance.now() - start;
}))"""
SHARE = 0.95
MOST = 30  # results, of the hundreds that a common word finds
LONGEST_SEARCH = 500  # ms, on a busy machine; usually below 20


@pytest.fixture(params=["http", "file"])
def start(request, stand_in):
    """Return the address of the stand-in book, from a server and from a folder."""
    if request.param == "file":
        yield stand_in.as_uri() + "/"
    else:
        with serve(stand_in) as address:
            yield address


@pytest.fixture(scope="module")
def searching(browser, address):
    """Return the search page of the book."""
    with visit(browser, address + "search.html") as (page, log):
        yield page
        log.assert_clean()


def type_into_the_bar(page, words):
    page.keyboard.press("/")
    page.wait_for_selector(".bar .search input[role=combobox]")
    page.keyboard.type(words)


def test_each_query_brings_the_section_that_is_meant_first(searching):
    wanted = dict(QUERIES)
    assert len(wanted) == len(QUERIES) >= 60
    found = searching.evaluate(FIRST, list(wanted))
    missed = {
        query: place for (query, right),
        place in zip(wanted.items(), found, strict=True) if (place or "").replace(".html", "") != right
    }
    assert len(missed) <= (1 - SHARE) * len(wanted), missed


def test_what_names_a_part_leads_to_it(searching):
    for address, spellings in SPELLED.items():
        assert searching.evaluate(PART, spellings) == [address] * len(spellings)
    assert searching.evaluate(PART, ["ridge", "f", "4z", "", "4f 4g", "p"]) == [None] * 6


def test_no_word_hangs_it_and_none_is_an_error(searching):
    assert searching.evaluate(LONGEST, STRANGE) < LONGEST_SEARCH
    assert searching.evaluate("bookSearch.find('matrix').length") == MOST


def test_the_place_of_every_section_is_there(searching, site):
    places = searching.evaluate("BOOK_INDEX.sections.map(([page, anchor]) => [BOOK_INDEX.pages[page][0], anchor])")
    pages = {page: (site / page).read_text(encoding="utf-8") for page, _ in places}
    assert len(places) > 150
    assert [(page, anchor) for page, anchor in places if anchor and f'id="{anchor}"' not in pages[page]] == []


def test_formulas_are_shown_as_formulas(searching):
    searching.fill("main .search input", "a bend leaves no elbow, w nonzero")
    searching.wait_for_selector("#search-results math")
    text = searching.inner_text("#search-results")
    assert "\\" not in text and "$" not in text and MARK not in text
    written = json.loads(searching.evaluate("JSON.stringify(BOOK_INDEX.formulas)"))
    assert any("≠" in formula for formula in written)
    assert None not in written and not any("annotation" in formula for formula in written)


def test_suggestions_come_while_one_types_and_are_followed_by_keyboard(browser, start):
    with visit(browser, start + "index.html") as (page, log):
        type_into_the_bar(page, "zugzw")
        page.wait_for_selector(".suggestions [role=option]")
        page.keyboard.press("ArrowDown")
        assert page.get_attribute(".bar .search input", "aria-activedescendant") == "suggestion-0"
        page.keyboard.press("Escape")
        assert page.locator(".suggestions").is_hidden()
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        page.wait_for_url("**/other.html")
        log.assert_clean()


def test_the_arrows_go_round_the_suggestions(browser, stand_in):
    with visit(browser, stand_in.as_uri() + "/index.html") as (page, _):
        type_into_the_bar(page, "sample")
        options = page.get_by_role("listbox", name="Sections of the book").get_by_role("option")
        options.first.wait_for()
        last = options.count() - 1
        assert last >= 1
        assert page.get_by_role("combobox", expanded=True).get_attribute("aria-controls") == "suggestions"
        for key, place in (("Up", last), ("Down", 0), ("Up", last), ("Up", last - 1), ("Down", last), ("Down", 0)):
            page.keyboard.press(f"Arrow{key}")
            assert page.get_attribute(".bar .search input", "aria-activedescendant") == f"suggestion-{place}"
            assert page.get_by_role("option", selected=True).count() == 1
        page.keyboard.press("Tab")  # past all of them
        assert page.get_by_role("option").count() == 0 == page.get_by_role("combobox", expanded=True).count()


def test_a_suggestion_is_followed_by_pointer_and_the_list_goes_with_the_focus(browser, start):
    with visit(browser, start + "chapters/9_sample.html") as (page, log):
        type_into_the_bar(page, "zugzwang")
        page.click("h1")
        assert page.locator(".suggestions").is_hidden()
        page.click(".bar .search input")
        page.click(".suggestions a")
        page.wait_for_url("**/other.html")
        log.assert_clean()


def test_enter_leads_to_all_results(browser, start):
    with visit(browser, start + "index.html") as (page, log):
        type_into_the_bar(page, "zugzwang")
        page.keyboard.press("Enter")
        page.wait_for_url("**/search.html?q=zugzwang")
        page.wait_for_selector("#search-results a")
        assert page.inner_text(".search-summary") == "1 section"
        assert "stands on this page only" in page.inner_text("#search-results")
        page.fill("main .search input", "quetzalcoatl")
        assert "Nothing is found" in page.inner_text(".search-summary")
        page.fill("main input", "a")
        page.keyboard.type("/")  # which leads to the bar from everywhere else
        assert page.input_value("main input") == "a/"
        page.keyboard.press("Control+k")
        assert page.evaluate("document.activeElement === document.querySelector('.search input')")
        page.fill("main input", "")
        assert (page.inner_text(".search-summary"), page.title().partition(" —")[0]) == ("", "Search")
        log.assert_clean()


@pytest.mark.parametrize("place", ["site", "address"])
def test_a_part_is_opened_straight_from_the_bar(browser, request, place):
    value = request.getfixturevalue(place)
    start = value if isinstance(value, str) else value.as_uri() + "/"
    with visit(browser, start + "index.html") as (page, log):
        type_into_the_bar(page, "question 5 b ii")
        page.wait_for_selector(".suggestions a")
        page.keyboard.press("Enter")
        page.wait_for_url("**/5_relu_elbow.html#part-5b-ii")
        page.goto(start + "search.html?q=4(f)")
        page.wait_for_url("**/4_ridge.html#part-4f")
        log.assert_clean()


def test_nothing_of_the_search_is_loaded_before_somebody_comes_near(browser, address):
    with visit(browser, address + "index.html") as (page, log):
        assert not [request for request in log.requests if "search" in request]
        page.locator(".livefig[data-live] input[type=range]").first.focus()  # nobody types there
        page.keyboard.press("/")
        page.wait_for_selector(".bar .search input[role=combobox]")
        assert len([request for request in log.requests if "search" in request]) == 4


def test_terms_of_a_section_that_there_is_not_stop_the_build():
    pages = {"a": {"title": "A", "sections": [Section("", "A", [], "", "", "")], "formulas": {}}}
    assert index(pages, {"a": "first, letter"})["sections"][0][-1] == "first, letter"
    with pytest.raises(ConfigError, match="that there are not: a#b"):
        index(pages, {"a#b": "second"})


def test_every_chapter_has_terms():
    places = terms()
    assert all("" not in words.split(", ") for words in places.values())
    assert {place[9] for place in places if place.startswith("chapters/")} == set("1234567")
    assert {place.partition("#")[0] for place in places} <= set(DOCUMENTS), "where these words lead there is no page"


def test_letters_of_other_alphabets_are_written_as_such():
    body = ('<math xmlns="x"><semantics><mi mathvariant="{}">{}</mi>'
            '<annotation encoding="application/x-tex">A</annotation></semantics>')
    assert formulas(body.format("double-struck", "R")) == {"A": '<mi mathvariant="normal">ℝ</mi>'}
    assert formulas(body.format("script", "N")) == {"A": '<mi mathvariant="normal">𝒩</mi>'}


def test_a_page_without_a_section_says_nothing():
    assert sections(nodes.paragraph("", "text")) == []
