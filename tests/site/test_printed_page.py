"""A page that is printed from the browser has its solutions at the end, and a formula that is copied is LaTeX."""

import pytest

from tests.site.table_of_contents import CHAPTERS
from tools.chromium import visit

COPIED = """(element) => {
  getSelection().selectAllChildren(element);
  const event = new ClipboardEvent("copy", {clipboardData: new DataTransfer(), bubbles: true, cancelable: true});
  element.dispatchEvent(event);
  return event.clipboardData.getData("text/plain");
}"""


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


def test_the_browser_s_own_print_moves_them(browser, address):
    with visit(browser, address + CHAPTERS[3]) as (page, _):
        page.evaluate("""() => addEventListener("beforeprint",
          () => { window.ends = document.querySelectorAll(".printed-solutions").length; })""")
        assert page.pdf().startswith(b"%PDF")
        assert page.evaluate("window.ends") == 1
        assert page.locator(".printed-solutions").count() == 0


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
