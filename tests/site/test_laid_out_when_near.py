"""Sections are laid out when they are near: anchors, find-in-page, print and the scroll bar notice nothing of it."""

import pytest

from tests.site.table_of_contents import LONGEST
from tools.chromium import visit

SIZES = {"desk": {"width": 1280, "height": 800}, "phone": {"width": 390, "height": 844}}
LONG = [chapter for chapter in LONGEST if "chapters/1_" not in chapter and "chapters/7_" not in chapter]
SECTIONS = "main section section[id]:has(> h2, > h3)"
BELOW_BAR = """id => document.getElementById(id).querySelector('h2, h3').getBoundingClientRect().top
  - document.querySelector('.bar').getBoundingClientRect().bottom"""
SKIPPED = """[...document.querySelectorAll('main :is(h2, h3)')]
  .filter(e => !e.checkVisibility({ contentVisibilityAuto: true })).length"""
# What shifted since the page was read to its end, as browsers count it: without what followed a click or a key within
# 500 ms. Where the parser rests in the middle of a formula that is in view (a slow device, page not yet scrolled), its
# other half shifts by up to 0.012 when it comes; how still a page is while it comes is asked in test_pages.py.
SHIFTED = """() => new Promise(done => {
  const read = performance.getEntriesByType('navigation')[0].domInteractive;
  const counts = e => !e.hadRecentInput && e.startTime > read;
  new PerformanceObserver(list => done(list.getEntries().filter(counts).reduce((sum, e) => sum + e.value, 0)))
    .observe({ type: 'layout-shift', buffered: true });
  setTimeout(() => done(0), 100);
})"""
LEAST = 0.002
# Scrolls as a fast wheel does, up or down, to the end or some way; returns by how many pixels what was in
# the middle of the screen moved otherwise than with the page.
SCROLL = """async ([step, most]) => {
  let jumped = 0;
  for (let last = -1; last !== scrollY && most-- > 0;) {
    last = scrollY;
    const seen = document.elementFromPoint(innerWidth / 2, innerHeight / 2).closest('p, pre, h2, h3, .cell, section');
    const top = () => seen.getBoundingClientRect().top, before = top();
    scrollBy({ top: step, behavior: 'instant' });
    const moved = top();
    await new Promise(done => requestAnimationFrame(() => setTimeout(done, 4)));
    if (seen.isConnected && Math.abs(before - moved) > 1) jumped += Math.abs(top() - moved);
  }
  return jumped;
}"""
TALL = "[...document.querySelectorAll('main :is(.answer, .prediction)')].map(e => e.getBoundingClientRect().height)"
HEIGHT = "document.documentElement.scrollHeight"


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("chapter", LONG)
def test_an_anchor_far_down_leads_to_its_heading(browser, address, parsed, chapter, size):
    ids = [section["id"] for section in parsed(chapter).select(SECTIONS)]
    name = ids[len(ids) // 2] if size == "desk" else ids[-9]  # below the last ones there is less than a screen
    with visit(browser, f"{address}{chapter}#{name}", viewport=SIZES[size], reduced_motion="reduce") as (page, _):
        page.wait_for_timeout(1000)
        assert -5 < page.evaluate(BELOW_BAR, name) < 90, f"from another page to {name}"
        assert page.evaluate(SHIFTED) < LEAST
        assert page.locator(".contents [aria-current]").filter(visible=True).count() == (size == "desk")
        page.evaluate("id => document.querySelector(`a[href='#${id}']`).click()", ids[3])
        page.wait_for_timeout(1000)
        assert -5 < page.evaluate(BELOW_BAR, ids[3]) < 90, f"on the page to {ids[3]}"


@pytest.mark.parametrize("place, late", [("part-4e", 400), ("part-4c", 0), ("fig-ridge-contours", 0)])
def test_nothing_is_painted_before_the_place_of_a_link_has_come_and_is_led_to(browser, address, place, late):
    with visit(browser, viewport=SIZES["phone"]) as (page, _):
        if late:
            page.route("**/anchor.js", lambda route: (page.wait_for_timeout(late), route.continue_()))
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 4})
        page.add_init_script("""requestAnimationFrame(() => {
          const [last] = [...document.querySelectorAll('*')].slice(-1);
          const place = document.getElementById(location.hash.slice(1));
          window.came = [!!place && (place.matches('section') || !place.contains(last)), !window.expected];
        })""")
        page.goto(f"{address}chapters/4_ridge.html#{place}")
        assert page.evaluate("window.came") == [True, True]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("chapter", LONG)
def test_a_link_to_the_first_figure_shifts_nothing(browser, address, parsed, chapter, size):
    figure = parsed(chapter).select_one(".livefig")["id"]
    with visit(browser, f"{address}{chapter}#{figure}", viewport=SIZES[size], reduced_motion="reduce") as (page, _):
        page.wait_for_selector(f"#{figure}[data-live]")
        page.wait_for_timeout(300)
        assert 0 <= page.evaluate("id => document.getElementById(id).getBoundingClientRect().top", figure) < 100
        assert page.evaluate(SHIFTED) < LEAST


def test_a_shift_that_is_planted_is_noticed(browser, address):
    with visit(browser, address + "appendix/notation.html", viewport=SIZES["desk"]) as (page, _):
        assert page.evaluate(SHIFTED) == 0
        page.evaluate("document.querySelector('h1').style.marginTop = '40px'")
        assert any(page.evaluate(SHIFTED) > LEAST for _ in range(50)), "a busy machine paints it a little later"


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("chapter", LONG)
def test_the_scroll_bar_is_about_right_and_nothing_jumps(browser, address, chapter, size):
    with visit(browser, address + chapter, viewport=SIZES[size], reduced_motion="reduce") as (page, _):
        page.wait_for_timeout(300)
        assert page.evaluate(SKIPPED) > 10, "the whole page was laid out at once"
        guessed = page.evaluate(HEIGHT)
        if size == "phone":
            page.click(".contents-button")
        links = page.locator(".contents a").filter(visible=True)
        links.nth(links.count() * 2 // 3).click()
        page.wait_for_timeout(1000)
        assert page.evaluate(SHIFTED) < LEAST
        assert page.evaluate(SCROLL, [-300, 20]) < 10  # what is above an anchor was never near
        assert page.evaluate(SCROLL, [300, 1000]) < 10
        assert 0.7 < guessed / page.evaluate(HEIGHT) < 1.35


@pytest.mark.parametrize("size", SIZES)
def test_what_scripts_bring_to_life_was_as_tall_before(browser, address, size):
    with visit(browser, viewport=SIZES[size]) as (page, _):
        late = ("answers", "prediction")
        for name in late:
            page.route(f"**/{name}.js*", lambda route: route.fulfill(body="", content_type="text/javascript"))
        page.goto(f"{address}chapters/5_relu_elbow.html", wait_until="load")
        before = page.evaluate(TALL)
        page.unroute_all()
        for name in late:
            page.add_script_tag(url=f"{address}_static/{name}.js")
        assert page.locator("main :is(.answer, .prediction):not([data-live])").count() == 0
        assert len(before) > 20 and page.evaluate(TALL) == pytest.approx(before, abs=0.6)


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
