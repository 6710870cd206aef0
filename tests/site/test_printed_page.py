"""A page that is printed from the browser has its solutions at the end, and a formula that is copied is LaTeX."""

import pytest

from tests.livefig.browser import live
from tests.site.table_of_contents import CHAPTERS
from tools.chromium import visit

COPIED = """(element) => {
  getSelection().selectAllChildren(element);
  const event = new ClipboardEvent("copy", {clipboardData: new DataTransfer(), bubbles: true, cancelable: true});
  element.dispatchEvent(event);
  return event.clipboardData.getData("text/plain");
}"""


# What a figure says that lies over its pictures.
COVERED = """() => [...document.querySelectorAll(".livefig")].flatMap((figure) => {
  const pictures = figure.querySelector(".lf-panels").getBoundingClientRect();
  return [...figure.querySelectorAll(".lf-case > span, .lf-numbers > span, .lf-control, td")].filter((said) => {
    const text = document.createRange();
    text.selectNodeContents(said);
    return [...text.getClientRects()].some((box) => box.width && box.left < pictures.right - 1
      && box.right > pictures.left + 1 && box.top < pictures.bottom - 1 && box.bottom > pictures.top + 1);
  }).map((said) => `${figure.id}: ${said.textContent}`);
})"""
# On paper: the places with solutions, the figures in dark colours, the widths of lone pictures.
PRINTED = """() => [document.querySelectorAll(".printed-solutions").length,
  document.querySelectorAll("[data-dark]").length,
  [...document.querySelectorAll(".livefig[data-live] > .lf-panels:not(:has(.lf-panel + .lf-panel)) svg[viewBox]")]
    .filter((svg) => svg.parentElement.matches(".lf-plot")).map((svg) => svg.viewBox.baseVal.width)]"""


@pytest.mark.parametrize("name", CHAPTERS[1:6])
def test_hints_and_solutions_stand_at_the_end_and_each_under_its_exercise(browser, address, name):
    with visit(browser, address + name) as (page, _):
        exercises = page.locator("section:has(> details > summary:text-is('Solution')) > h3")
        titles = [title.rstrip("#") for title in exercises.all_text_contents()]
        assert 3 <= len(titles) <= 7
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        end = page.locator("main > .printed-solutions")
        assert end.locator("h3").all_inner_texts() == titles
        assert end.locator("summary", has_text="Solution").count() == len(titles)
        assert end.locator("details > summary").count() >= 3 * len(titles)
        assert page.locator("main > :not(.printed-solutions) summary:text-is('Solution')").count() == 0
        assert page.locator("p.see").count() == len(titles)
        page.emulate_media(media="print")
        assert page.evaluate(COVERED) == []


def test_the_browser_s_own_print_moves_them(browser, address):
    with visit(browser, address + CHAPTERS[4], color_scheme="dark") as (page, _):
        live(page, "bend")
        ends, dark, (width,) = page.evaluate(PRINTED)
        assert ends == 0 and dark == 1 and width > 600
        page.evaluate(f"addEventListener('beforeprint', () => {{ window.printed = ({PRINTED})(); }})")
        assert page.pdf().startswith(b"%PDF")
        ends, dark, (small,) = page.evaluate("window.printed")
        assert ends == 1 and dark == 0 and 290 < small < 310
        assert page.evaluate(PRINTED) == [0, 1, [width]]


@pytest.mark.parametrize("sizes", ["field-sizing: content", "none"])
def test_a_long_text_in_a_worksheet_is_printed_whole_whoever_sizes_its_field(browser, address, sizes):
    with visit(browser) as (page, _):
        page.add_init_script(f"CSS.supports = (said) => said === '{sizes}'")
        page.goto(address + CHAPTERS[0])
        area = page.locator("[data-key=able]")
        area.fill("A line.\n" * 60)
        if sizes == "none":
            area.evaluate("e => { e.style.fieldSizing = 'fixed'; }")
        page.emulate_media(media="print")
        assert area.evaluate("e => e.scrollHeight > e.clientHeight") == (sizes == "none")
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        assert area.evaluate("e => e.scrollHeight <= e.clientHeight")
        assert bool(area.evaluate("e => e.style.height")) == (sizes == "none")  # else there would be room for nothing
        page.evaluate("dispatchEvent(new Event('afterprint'))")
        assert area.evaluate("e => e.style.height") == ""


@pytest.mark.parametrize(("selector", "latex"), [
    ("#part-4b p:has(.katex) >> nth=0", r"$\lambda = 16$"),
    ("div.math >> nth=0", r"$$"),
])
def test_a_formula_is_copied_as_latex(browser, address, selector, latex):
    with visit(browser, address + "chapters/4_ridge.html") as (page, log):
        copied = page.locator(selector).evaluate(COPIED)
        assert latex in copied
        assert "\\" in copied
        log.assert_clean()
