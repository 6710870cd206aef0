"""axe-core on every page, both themes, desk and phone: nothing against WCAG 2.2 AA, nothing worse than minor."""

import pytest

from tests.site.stand_in import ROOT
from tests.site.table_of_contents import PAGES
from tools.chromium import visit

AXE = (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text()
RUN = """async () => {
  const found = await axe.run(document, { resultTypes: ["violations"] });
  const grave = found.violations
    .filter(({ impact, tags }) => impact !== "minor" || tags.some((tag) => tag.startsWith("wcag2")));
  return grave.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 200)}`));
}"""
DESK, PHONE = {"width": 1300, "height": 900}, {"width": 360, "height": 740}


def see_all(page, size):
    """Make the window as high as the page: what is far from the reader is laid out, and can be typed, when near."""
    page.evaluate("document.querySelectorAll('section').forEach(e => { e.style.contentVisibility = 'visible'; })")
    page.set_viewport_size(size)
    page.wait_for_timeout(100)
    page.set_viewport_size({**size, "height": page.evaluate("document.documentElement.scrollHeight")})
    page.wait_for_timeout(500)  # live figures come to life and redraw themselves
    page.evaluate("dispatchEvent(new Event('resize'))")
    page.wait_for_timeout(100)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_can_be_heard_and_typed(browser, address, name):
    with visit(browser, address + name, color_scheme="light", viewport=DESK) as (page, _):
        page.evaluate(AXE)
        see_all(page, DESK)
        assert page.evaluate(RUN) == [], "light, on a desk"
        page.emulate_media(color_scheme="dark")
        see_all(page, PHONE)
        assert page.evaluate(RUN) == [], "dark, on a phone"


def test_a_planted_barrier_is_found(browser, address):
    with visit(browser, address + PAGES[0]) as (page, _):
        page.evaluate("() => { document.querySelector('main').append(new Image(10, 10)); }")
        page.evaluate(AXE)
        assert any(line.startswith("image-alt") for line in page.evaluate(RUN))
