"""Sections are laid out when they are near: anchors, find-in-page, print and the scroll bar notice nothing of it."""

import pytest

from tests.site.table_of_contents import CHAPTERS
from tools.chromium import visit

SIZES = {"desk": {"width": 1280, "height": 800}, "phone": {"width": 390, "height": 844}}
LONG = [chapter for chapter in CHAPTERS if "chapters/1_" not in chapter and "chapters/7_" not in chapter]
SECTIONS = "[...document.querySelectorAll('main section section[id]:has(> h2, > h3)')].map(e => e.id)"
BELOW_BAR = """id => document.getElementById(id).querySelector('h2, h3').getBoundingClientRect().top
  - document.querySelector('.bar').getBoundingClientRect().bottom"""
SKIPPED = """[...document.querySelectorAll('main :is(h2, h3)')]
  .filter(e => !e.checkVisibility({ contentVisibilityAuto: true })).length"""
# Scrolls down the page as a wheel does; returns the height that was guessed and the true one, and what shifted.
THROUGH = """async () => {
  let shifted = 0;
  new PerformanceObserver(list => { for (const e of list.getEntries()) shifted += e.value; })
    .observe({ type: 'layout-shift', buffered: true });
  const guessed = document.documentElement.scrollHeight;
  for (let last = -1; last !== scrollY;) {
    last = scrollY;
    scrollBy({ top: 120, behavior: 'instant' });
    await new Promise(done => requestAnimationFrame(() => setTimeout(done, 4)));
  }
  return { guessed, true: document.documentElement.scrollHeight, shifted };
}"""


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("chapter", LONG)
def test_an_anchor_far_down_leads_to_its_heading(browser, address, chapter, size):
    with visit(browser, address + chapter, viewport=SIZES[size], reduced_motion="reduce") as (page, _):
        ids = page.evaluate(SECTIONS)
        assert page.evaluate(SKIPPED) > 10, "the whole page was laid out at once"
    for name in (ids[len(ids) // 2], ids[-9]):  # below the last ones there is less than a screen
        with visit(browser, f"{address}{chapter}#{name}", viewport=SIZES[size], reduced_motion="reduce") as (page, _):
            page.wait_for_timeout(1000)
            assert -5 < page.evaluate(BELOW_BAR, name) < 90, f"from another page to {name}"
            page.evaluate("id => document.querySelector(`a[href='#${id}']`).click()", ids[3])
            page.wait_for_timeout(1000)
            assert -5 < page.evaluate(BELOW_BAR, ids[3]) < 90, f"on the page to {ids[3]}"


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("chapter", LONG)
def test_the_scroll_bar_is_about_right_and_nothing_jumps(browser, address, chapter, size):
    with visit(browser, address + chapter, viewport=SIZES[size], reduced_motion="reduce") as (page, _):
        page.wait_for_timeout(300)
        found = page.evaluate(THROUGH)
        assert 0.7 < found["guessed"] / found["true"] < 1.35
        assert found["shifted"] < 0.05


def test_words_far_down_are_found_and_printed(browser, address):
    address += "chapters/4_ridge.html"
    with visit(browser, address, viewport=SIZES["desk"], reduced_motion="reduce") as (page, _):
        words = page.locator("main section section:last-of-type p").last.evaluate("e => e.textContent").split(".")[0]
        assert len(words) > 12
        assert page.evaluate("words => find(words.slice(0, 40))", words)
        page.wait_for_timeout(300)
        assert page.evaluate("scrollY") > 5000
        page.emulate_media(media="print")
        assert page.evaluate(SKIPPED) == 0
