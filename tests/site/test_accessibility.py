"""axe-core on pages of each kind, both themes, at a desk and on a phone: nothing against WCAG 2.2 AA, nothing grave."""

import pytest

from tests.site.stand_in import ROOT
from tests.site.table_of_contents import OF_EACH_KIND
from tools.chromium import visit

AXE = (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text()
RUN = """async () => {
  const found = await axe.run(document, { resultTypes: ["violations"] });
  const grave = found.violations
    .filter(({ impact, tags }) => impact !== "minor" || tags.some((tag) => tag.startsWith("wcag2")));
  return grave.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 200)}`));
}"""
# Two thirds of a chapter's elements are parts of formulas and of coloured code, and what axe asks of them is their
# colour. A formula of one colour becomes a word, since axe judges no single letters, and one of the text round it if
# that has its colour; of the words of code that are seen with one look and one background, one stays.
WITHOUT_WHAT_LOOKS_ALIKE = """() => {
  const colour = (e) => getComputedStyle(e).color, seen = new Set();
  const ground = (e) => !e || getComputedStyle(e).backgroundColor !== "rgba(0, 0, 0, 0)" ? e : ground(e.parentElement);
  const behind = (e) => ground(e) && getComputedStyle(ground(e)).backgroundColor;
  for (const formula of document.querySelectorAll(".katex")) {
    const parts = [...formula.querySelectorAll(".katex-html *")];
    if (parts.some((part) => colour(part) !== colour(formula))) continue;
    if (colour(formula) === colour(formula.parentElement) && formula.closest("p, li")) formula.replaceWith("formula");
    else formula.replaceChildren("formula");
  }
  for (const word of document.querySelectorAll("pre span[class]:not(:has(*))")) {
    const around = word.closest("[class*=cell_input], [class*=cell_output], div[class*=highlight], pre");
    const look = [word.className, colour(word), around.className, getComputedStyle(around).backgroundColor].join();
    if (seen.has(look) || !word.checkVisibility()) word.replaceWith(word.textContent); else seen.add(look);
  }
  for (const word of document.querySelectorAll(":is(p, li) > code")) {
    const look = [colour(word), behind(word), behind(word.parentElement)].join();
    if (seen.has(look)) word.replaceWith(word.textContent); else seen.add(look);
  }
}"""
WITH_WORKSHEETS = ["chapters/1_learning_goals.html", "chapters/7_study_log.html"]
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


def test_a_live_figure_within_a_numbered_one_is_told_as_a_group_of_it(parsed):
    inner = parsed("chapters/6_networks.html").select("figure figure")
    assert len(inner) > 5
    assert {one.get("role") for one in inner} == {"group"}
    assert all(one["aria-labelledby"] and not one.figcaption for one in inner)


@pytest.mark.parametrize("name", dict.fromkeys([*OF_EACH_KIND, *WITH_WORKSHEETS]))
def test_a_page_can_be_heard_and_typed(browser, address, name):
    with visit(browser, address + name, color_scheme="light", viewport=DESK) as (page, _):
        page.evaluate(AXE)
        page.evaluate(WITHOUT_WHAT_LOOKS_ALIKE)
        see_all(page, DESK)
        assert page.evaluate(RUN) == [], "light, on a desk"
        page.emulate_media(color_scheme="dark")
        see_all(page, PHONE)
        assert page.evaluate(RUN) == [], "dark, on a phone"


BARRIERS = {
    "image-alt": "document.querySelector('main').append(new Image(10, 10))",
    "color-contrast: <span class=\"katex": "document.querySelector('main .katex').style.color = '#eee'",
    "color-contrast: <span class=\"pre": "document.querySelectorAll('main p > code')[3].style.color = '#eee'",
    "color-contrast: <span class=\"k": "document.head.insertAdjacentHTML('beforeend', "
                                       "'<style>pre .kn, pre .k { color: #ddd !important }</style>')",
}


@pytest.mark.parametrize("barrier", BARRIERS)
def test_a_planted_barrier_is_found(browser, address, barrier):
    with visit(browser, address + "guides/live_figure.html", viewport=DESK) as (page, _):
        page.evaluate(f"() => {{ {BARRIERS[barrier]}; }}")
        page.evaluate(AXE)
        page.evaluate(WITHOUT_WHAT_LOOKS_ALIKE)
        see_all(page, DESK)
        found = page.evaluate(RUN)
        assert any(line.startswith(barrier) for line in found), found
