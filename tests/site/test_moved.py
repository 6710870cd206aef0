"""A page that got another name is found by the old one."""

import pytest

from tests.site.stand_in import ROOT, build, write_book
from tools.chromium import visit


def build_with(folder, moved):
    """Build a stand-in book whose configuration says what has moved."""
    book = write_book(folder / "book")
    (book / "_config.yml").unlink()
    text = (ROOT / "_config.yml").read_text()
    assert "moved_pages: {}" in text
    (book / "_config.yml").write_text(text.replace("moved_pages: {}", f"moved_pages: {moved}"))
    return build(book)


def test_the_old_name_leads_to_the_new_one_with_and_without_javascript(browser, tmp_path):
    site, done = build_with(tmp_path, "{chapters/8_old: chapters/9_sample}")
    assert done.returncode == 0, done.stdout + done.stderr
    for javascript in (True, False):
        with visit(browser, (site / "chapters" / "8_old.html").as_uri(), java_script_enabled=javascript) as (page, log):
            page.wait_for_url("**/9_sample.html")
            assert "Move a sample" in page.locator("h1").inner_text()
            log.assert_clean()
    assert '<a href="9_sample.html">Move a sample</a>' in (site / "chapters" / "8_old.html").read_text()


@pytest.mark.parametrize(
    ("moved", "words"),
    [("{other: chapters/9_sample}", "there is a page of that name"), ("{old: chapters/nowhere}", "there is no page of that name")],
)
def test_a_mistake_in_the_list_is_refused(tmp_path, moved, words):
    _, done = build_with(tmp_path, moved)
    assert done.returncode != 0
    assert words in done.stdout + done.stderr
