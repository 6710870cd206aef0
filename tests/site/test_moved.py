"""A page that got another name is found by the old one."""

from types import SimpleNamespace

import pytest
from sphinx.errors import ConfigError

from book_pages import moved
from tools.chromium import pages_that_stay, visit


def test_the_old_name_leads_to_the_new_one_with_and_without_javascript(browser, published):
    old = published / "chapters" / "8_old.html"
    for javascript in (True, False):
        with visit(browser, old.as_uri(), java_script_enabled=javascript) as (page, log):
            page.wait_for_url("**/9_sample.html")
            assert "Move a sample" in page.locator("h1").inner_text()
            log.assert_clean()
    assert '<a href="9_sample.html">Move a sample</a>' in old.read_text()
    # the tools that look at every page leave it out
    assert set(published.rglob("*.html")) - set(pages_that_stay(published)) == {old}


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [("other", "sample", "there is a page of that name"), ("old", "nowhere", "there is no page of that name")],
)
def test_a_mistake_in_the_list_is_refused(old, new, words):
    app = SimpleNamespace(config=SimpleNamespace(moved_pages={old: new}),
                          env=SimpleNamespace(found_docs={"other", "sample"}))
    with pytest.raises(ConfigError, match=words):
        list(moved.lead_on(app))
