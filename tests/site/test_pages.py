"""Every page of the book: nothing from elsewhere, nothing broken, still while it loads, on a phone, in the dark, in print."""

import pytest

from tests.site.table_of_contents import CHAPTERS, PAGES
from tools.bench.page_weight import weight
from tools.chromium import visit

PHONE = {"viewport": {"width": 360, "height": 740}}
NO_JAVASCRIPT = {"java_script_enabled": False}
LARGEST_SHIFT = 0.05

every_page = pytest.mark.parametrize("name", PAGES)
every_chapter = pytest.mark.parametrize("name", CHAPTERS)

SHIFT = """() => new Promise((resolve) => {
  let total = 0;
  const add = (list) => { for (const entry of list.getEntries()) total += entry.value; };
  new PerformanceObserver(add).observe({type: "layout-shift", buffered: true});
  setTimeout(() => resolve(total), 400);
})"""
BACKGROUND = "() => getComputedStyle(document.body).backgroundColor"
PALE_BOXES = """() => [...document.querySelectorAll("main *")].filter((element) => {
  if (element.closest("svg, img, button, input, .livefig")) return false;
  const [red, green, blue, alpha = 1] = getComputedStyle(element).backgroundColor.match(/[\\d.]+/g)?.map(Number) ?? [0, 0, 0, 0];
  return alpha > 0.5 && Math.min(red, green, blue) > 180;
}).map((element) => element.outerHTML.slice(0, 120))"""


@pytest.fixture(scope="module")
def loaded(browser, address, request):
    """Return `(page, log)` of a page from the server, loaded once for the tests that only look at it."""
    with visit(browser, address + request.param) as page_and_log:
        yield page_and_log


each_loaded_page = pytest.mark.parametrize("loaded", PAGES, indirect=True)
each_loaded_chapter = pytest.mark.parametrize("loaded", CHAPTERS, indirect=True)


@each_loaded_page
def test_a_page_asks_for_nothing_from_elsewhere_and_says_nothing(loaded):
    page, log = loaded
    page.wait_for_timeout(200)
    log.assert_clean()


@every_page
def test_a_page_opens_from_a_folder(browser, site, name):
    with visit(browser, (site / name).as_uri()) as (page, log):
        page.wait_for_timeout(200)
        log.assert_clean()
        assert page.evaluate("document.documentElement.classList.contains('js')"), "scripts do not run from a folder"


@each_loaded_page
def test_a_page_does_not_scroll_sideways(loaded):
    page, _ = loaded
    for width in (1300, 768, 360, 320):
        page.set_viewport_size({"width": width, "height": 740})
        page.wait_for_timeout(100)  # live figures redraw themselves
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@every_page
def test_a_page_keeps_still_while_it_loads(browser, address, name):
    for context in ({"viewport": {"width": 1300, "height": 900}}, PHONE):
        with visit(browser, address + name, **context) as (page, _):
            assert page.evaluate(SHIFT) <= LARGEST_SHIFT


@every_page
def test_a_page_follows_the_colours_of_the_system_and_of_the_reader(browser, address, name):
    with visit(browser, address + name, color_scheme="dark", **NO_JAVASCRIPT) as (page, _):
        assert page.evaluate(BACKGROUND) == "rgb(20, 24, 29)"
        assert page.evaluate(PALE_BOXES) == []
    with visit(browser, address + name, color_scheme="dark") as (page, _):
        assert page.evaluate(BACKGROUND) == "rgb(20, 24, 29)"
        assert page.evaluate(PALE_BOXES) == []
        page.click(".theme-switch")
        assert page.evaluate(BACKGROUND) == "rgb(255, 255, 255)"
        page.reload()
        assert page.evaluate(BACKGROUND) == "rgb(255, 255, 255)", "the choice is forgotten"


@each_loaded_chapter
def test_in_print_the_text_stands_alone_and_nothing_is_folded_away(loaded):
    page, _ = loaded
    page.emulate_media(media="print")
    assert page.locator(".bar:visible, nav:visible, .notebook-links:visible").count() == 0
    solution = page.locator("main details > :not(summary)").last
    assert solution.bounding_box()["height"] > 0
    page.emulate_media(media="screen")


@every_page
def test_a_page_is_light(browser, site, address, name):
    assert [row for row in weight(browser, site, address, name) if not row.kept] == []


@every_chapter
def test_the_notebook_can_be_downloaded(browser, site, address, name):
    with visit(browser, address + name) as (page, _):
        with page.expect_download() as download:
            page.click(".download-link")
        stored = (site / "_sources" / name).with_suffix(".ipynb").read_bytes()
        with open(download.value.path(), "rb") as file:
            assert file.read() == stored
