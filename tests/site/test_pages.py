"""Every page: nothing from elsewhere, nothing broken, still while it loads, on a phone, in the dark, in print."""

import pytest

from tests.site.colours import BACKGROUND, DARK, LIGHT, PALE_BOXES
from tests.site.table_of_contents import CHAPTERS, OF_EACH_KIND, PAGES
from tools.bench.page_weight import weight
from tools.chromium import visit

DESK, PHONE = {"viewport": {"width": 1300, "height": 900}}, {"viewport": {"width": 360, "height": 740}}
LARGEST_SHIFT = 0.05

# A choice of colours is kept by the same script on every page: one of each kind is loaded again.
ONE_OF_EACH_KIND = ("index.html", "chapters/4_ridge.html", "api/ridge.html", "search.html")

SHIFT = """() => new Promise((resolve) => {
  let total = 0;
  const add = (list) => { for (const entry of list.getEntries()) total += entry.value; };
  new PerformanceObserver(add).observe({type: "layout-shift", buffered: true});
  setTimeout(() => resolve(total), 400);
})"""


@pytest.fixture(scope="module")
def on_a_phone(browser, address, request):
    """Return a page on a phone in the dark, loaded once."""
    with visit(browser, address + request.param, color_scheme="dark", **PHONE) as (page, _):
        yield page


@pytest.fixture(scope="module")
def loaded(browser, address, request):
    """Return `(page, log)` of a page from the server, loaded once for the tests that only look at it."""
    with visit(browser, address + request.param, **DESK) as page_and_log:
        yield page_and_log


each_loaded_page = pytest.mark.parametrize("loaded", PAGES, indirect=True)
each_on_a_phone = pytest.mark.parametrize("on_a_phone", OF_EACH_KIND, indirect=True)
each_loaded_chapter = pytest.mark.parametrize("loaded", CHAPTERS, indirect=True)


@each_loaded_page
def test_a_page_keeps_still_while_it_loads(loaded):
    page, _ = loaded
    assert page.evaluate(SHIFT) <= LARGEST_SHIFT


@each_loaded_page
def test_a_page_asks_for_little_and_nothing_from_elsewhere_and_says_nothing(loaded, site, address):
    page, log = loaded
    log.assert_clean()
    name = page.url.removeprefix(address)
    assert [row for row in weight(site, address, name, log.requests) if not row.kept] == []


# The chapters are opened with their figures (test_live_figures.py); that links lead somewhere is read in test_links.py.
@pytest.mark.parametrize("name", ["index.html", "api/ridge.html", "appendix/claims.html", "guides/live_figure.html",
                                  "search.html"])
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


@each_on_a_phone
def test_a_page_keeps_still_while_it_loads_on_a_phone(on_a_phone):
    assert on_a_phone.evaluate(SHIFT) <= LARGEST_SHIFT


@each_on_a_phone
def test_a_page_follows_the_colours_of_the_system_and_of_the_reader(on_a_phone, address):
    assert on_a_phone.evaluate(BACKGROUND) == DARK
    assert on_a_phone.evaluate(PALE_BOXES) == []
    on_a_phone.click(".theme-switch")
    assert on_a_phone.evaluate(BACKGROUND) == LIGHT
    if on_a_phone.url.removeprefix(address) in ONE_OF_EACH_KIND:
        on_a_phone.reload()
        assert on_a_phone.evaluate(BACKGROUND) == LIGHT, "the choice is forgotten"


@each_loaded_chapter
def test_in_print_the_text_stands_alone_and_nothing_is_folded_away(loaded):
    page, _ = loaded
    page.emulate_media(media="print")
    assert page.locator(".bar:visible, nav:visible, .notebook-links:visible").count() == 0
    solution = page.locator("main details:not(.code, .answer-more, .answer-steps, .as-numpy) > :not(summary)").last
    assert solution.bounding_box()["height"] > 0
    page.emulate_media(media="screen")


@each_loaded_chapter
def test_the_notebook_can_be_downloaded(loaded, site, address):
    page, _ = loaded
    with page.expect_download() as download:
        page.click(".download-link")
    stored = (site / "_sources" / page.url.removeprefix(address)).with_suffix(".ipynb").read_bytes()
    with open(download.value.path(), "rb") as file:
        assert file.read() == stored
