"""The search finds what is there, from a server and from a folder, and says so when it finds nothing."""

import pytest

from tools.chromium import serve, visit


@pytest.fixture(params=["http", "file"])
def start(request, stand_in):
    """Return the address of the stand-in book, from a server and from a folder."""
    if request.param == "file":
        yield stand_in.as_uri() + "/"
    else:
        with serve(stand_in) as address:
            yield address


def search(page, word):
    """Type `word` into the field of the page, and return the text of the results."""
    page.keyboard.press("/")
    page.keyboard.type(word)
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/search.html?q={word}")
    page.wait_for_selector(".search-summary:not(:empty)")
    page.wait_for_timeout(300)
    return page.inner_text("#search-results")


def test_a_word_is_found_where_it_stands(browser, start):
    with visit(browser, start + "chapters/9_sample.html") as (page, log):
        assert "found 1 page" in search(page, "zugzwang")
        page.click("#search-results a")
        page.wait_for_url("**/other.html*")
        log.assert_clean()


def test_a_word_that_is_nowhere_is_not_found(browser, start):
    with visit(browser, start + "index.html") as (page, log):
        assert "did not match any page. Are all words" in search(page, "quetzalcoatl")
        log.assert_clean()


def test_the_quotation_is_the_page_and_not_what_stands_around_it(browser, stand_in):
    with serve(stand_in) as address, visit(browser, address + "index.html") as (page, _):
        results = search(page, "zugzwang")
        assert "stands on this page only" in results
        assert results.count("1729") == 1, "the formula is quoted as it is heard too"
        assert "Copyright" not in results
        assert "CC BY" not in results


@pytest.mark.parametrize(("word", "first"), [("ridge", "Ridge regression"), ("squares", "Least squares")])
def test_a_chapter_comes_first_if_it_is_called_after_the_word(browser, address, word, first):
    with visit(browser, f"{address}search.html?q={word}") as (page, log):
        page.wait_for_selector("#search-results li:nth-child(5)")
        assert page.inner_text("#search-results li a").startswith(first)
        log.assert_clean()


def test_headings_that_every_section_has_do_not_come_first(browser, address):
    with visit(browser, f"{address}search.html?q=check") as (page, _):
        page.wait_for_selector(".search-summary:has-text('found')")
        page.wait_for_selector("#search-results li:nth-child(21)")
        titles = page.locator("#search-results li > a").all_inner_texts()
        assert not any(title.endswith("> Check") for title in titles[:10])
