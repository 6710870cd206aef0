"""Letters of twice the size, on a phone: its window is then 195 pixels wide. Nothing is cut, and nothing squeezed."""

import pytest

from tests.livefig.browser import live
from tests.site.table_of_contents import VARIED
from tools.chromium import visit

PHONE = {"viewport": {"width": 195, "height": 700}, "has_touch": True, "is_mobile": True, "reduced_motion": "reduce"}
# What ends beyond the window, and is in no box that scrolls or cuts off on purpose.
CUT = """() => {
  document.querySelectorAll('details').forEach(e => { e.open = true; });
  document.querySelectorAll('section').forEach(e => { e.style.contentVisibility = 'visible'; });
  const scrolls = e => e && (/auto|scroll|hidden/.test(getComputedStyle(e).overflowX) || scrolls(e.parentElement));
  return [...document.querySelectorAll('main *')]
    .filter(e => e.getBoundingClientRect().right > 196 && !e.matches('svg *') && e.checkVisibility())
    .filter(e => !scrolls(e.parentElement))
    .map(e => e.outerHTML.slice(0, 120));
}"""


@pytest.mark.parametrize("name", VARIED)
def test_nothing_ends_beyond_the_window(browser, address, name):
    with visit(browser, address + name, **PHONE) as (page, _):
        page.wait_for_timeout(200)  # what is near comes to life
        assert page.evaluate(CUT) == []


def test_what_ends_beyond_the_window_is_noticed(browser, address):
    with visit(browser, address + "appendix/about.html", **PHONE) as (page, _):
        page.add_style_tag(content="main a { display: inline-block; min-width: 300px }")
        assert page.evaluate(CUT)


def test_a_card_a_legend_and_the_search_have_the_whole_width(browser, address):
    width = "e => e.getBoundingClientRect().width"
    with visit(browser, address + "index.html", **PHONE) as (page, _):
        card = page.locator(".card").first
        assert card.locator(".card-title").evaluate(width) > 0.7 * card.evaluate(width)
        search = page.locator(".bar input")
        search.focus()
        assert search.evaluate(width) > 160
        page.keyboard.press("Tab")
        assert search.evaluate(width) < 100 and page.locator(".theme-switch").evaluate("e => e.matches(':focus')")
    with visit(browser, address + "chapters/5_relu_elbow.html", **PHONE) as (page, _):
        panel = live(page, "journey").locator(".lf-panel").first
        assert panel.locator(".lf-plot").evaluate(width) > 0.9 * panel.evaluate(width)
