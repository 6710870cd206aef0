"""Pages of the book without JavaScript: typeset, complete, and with nothing on it that cannot work."""

import pytest

from tests.site.colours import BACKGROUND, DARK, LIGHT, PALE_BOXES
from tests.site.table_of_contents import LONGEST, OF_EACH_KIND
from tools.chromium import visit

PHONE = {"width": 360, "height": 740}
FOLLOWED = ("index.html", "chapters/4_ridge.html", "search.html")  # pages from which a link is followed

RAW_MATHEMATICS = r"""() => {
  const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  const raw = [];
  for (let node; (node = walker.nextNode());) {
    const outside = !node.parentElement.closest("pre, code, annotation, script, style");
    if (outside && /\$|\\\(|\\\[|\\[a-z]{3,}/.test(node.data)) raw.push(node.data.trim());
  }
  return raw;
}"""


CANNOT_BE_OPENED = """folds => folds.filter(fold => {
  const [summary, content] = [':scope > summary', ':scope > :not(summary):last-child'].map(e => fold.querySelector(e));
  fold.open = true;
  return ![summary, content].every(e => e?.checkVisibility() && e.getBoundingClientRect().height > 0);
}).map(fold => fold.outerHTML.slice(0, 200))"""

# Of each figure the height of its highest picture that is seen.
HEIGHTS = """() => [...document.querySelectorAll(".livefig")].map(figure => Math.max(0,
  ...[...figure.querySelectorAll("svg[role=img]")].filter(e => e.checkVisibility({ visibilityProperty: true }))
    .map(e => e.getBoundingClientRect().height)))"""


@pytest.fixture(scope="module")
def plain(browser, address, request):
    """Return a page without JavaScript, loaded once for the tests that only look at it."""
    with visit(browser, address + request.param, java_script_enabled=False) as (page, _):
        yield page


every_page = pytest.mark.parametrize("plain", OF_EACH_KIND, indirect=True)
every_chapter = pytest.mark.parametrize("plain", LONGEST, indirect=True)


@every_page
def test_mathematics_is_typeset(plain):
    assert plain.evaluate(RAW_MATHEMATICS) == []
    assert plain.locator(".katex-error").count() == 0


@every_page
def test_nothing_is_shown_that_cannot_work(plain):
    needs_it = plain.locator(".theme-switch, form.search, .copy-button, .answer-box")
    assert needs_it.and_(plain.locator(":visible")).count() == 0


@every_chapter
def test_every_fold_opens_and_every_figure_has_its_picture(plain):
    folds = plain.locator("main details:not(details details, .answer-more, .answer-steps)")
    kinds = folds.evaluate_all("folds => folds.map(fold => fold.className)")
    assert kinds
    for kind in set(kinds):  # a click on the first of each kind, and the others as a click would leave them
        fold = folds.nth(kinds.index(kind))
        content = fold.locator(":scope > :not(summary)").last
        if not content.is_visible():
            fold.locator(":scope > summary").click()
        assert content.is_visible()
    assert folds.evaluate_all(CANNOT_BE_OPENED) == []
    heights = plain.evaluate(HEIGHTS)
    assert heights and min(heights) > 100


@every_page
def test_a_page_follows_the_colours_of_the_system(plain):
    plain.emulate_media(color_scheme="dark")
    assert plain.evaluate(BACKGROUND) == DARK
    assert plain.evaluate(PALE_BOXES) == []
    plain.emulate_media(color_scheme="light")
    assert plain.evaluate(BACKGROUND) == LIGHT


@every_page
def test_a_phone_finds_the_other_chapters(plain, address):  # the last test of this file: it leaves the page
    plain.set_viewport_size(PHONE)
    links = plain.locator("nav.chapters a")
    assert not links.first.is_visible()
    plain.click(".chapters-button")
    assert links.first.is_visible()
    links.first.click(trial=plain.url.removeprefix(address) not in FOLLOWED)  # else whether a click would reach it
    plain.locator("h1").wait_for()
