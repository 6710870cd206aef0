"""Addresses and stored marks that the pages did not write: nothing is thrown, executed or lost."""

import json

import pytest

from hw0.audit import claims
from tests.site.test_front_page import KEY
from tools.chromium import visit


@pytest.mark.parametrize("hash_", ["#%", "#%E0%A4%A", "#constructor", "#<img src=x onerror=alert(1)>",
                                   "#" + "a" * 100_000])
def test_the_list_of_claims_stands_whatever_the_address_names(browser, address, hash_):
    with visit(browser, address + "appendix/claims.html" + hash_) as (page, log):
        page.wait_for_selector(".hw0-claims form")
        assert page.locator(".hw0-claims li").count() == len(claims())
        log.assert_clean()


@pytest.mark.parametrize("kept", ["null", "[]", "{", '{"parts": null}', '{"parts": {"chapters/4_ridge": 7}}',
                                  '{"parts": {"chapters/4_ridge": {"length": "<b>"}, "__proto__": []}}'])
def test_the_front_page_works_with_what_others_stored_under_its_key(browser, address, kept):
    with visit(browser, address + "index.html") as (page, log):
        page.evaluate(f"localStorage.setItem('{KEY}', {json.dumps(kept)})")
        page.reload()
        page.locator(".book-map a[href$='#part-4d']").hover()
        assert page.locator(".book-map path.lit").count() > 0  # the script came to its end
        assert page.locator(".card-progress").all_inner_texts() == [""] * 7
        log.assert_clean()


@pytest.mark.parametrize("query", ["$&", "$`$'", "%", "<script>alert(1)</script>", "x" * 30_000, "a" * 999 + "😀"])
def test_a_query_is_shown_as_it_was_typed_and_cut_where_it_is_too_long(browser, address, query):
    with visit(browser, address + "search.html") as (page, log):
        page.evaluate("""query => {
            const field = document.querySelector("main .search input");
            field.value = query;
            field.dispatchEvent(new Event("input"));
        }""", query)
        assert page.title().startswith(query[:999])  # the last one may be half of a sign
        assert len(page.title()) < 1100
        assert page.locator(".search-summary").inner_text() != ""
        log.assert_clean()
