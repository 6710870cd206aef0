"""The site in the system's Firefox and WebKit: anchors, search, figures, boxes, bets, colours and print work.

Skipped where there is none, or where it shows no page (a container without what it needs).
"""

import contextlib
import json

import pytest

from hw0.predictions import PREDICTIONS
from tests.extent import some
from tests.hw0.checks.right_derivations import RIGHT as DERIVATIONS
from tests.site.colours import BACKGROUND, DARK, LIGHT
from tests.site.table_of_contents import CHAPTERS, LONGEST
from tools.firefox import firefox
from tools.webkit import WebKit, webkit

BROWSERS = (firefox, webkit)
NEAR = "document.querySelector({0}).scrollIntoView({{block: 'center', behavior: 'instant'}})"
ANCHORS = some(("fig-plane", "part-5a-i", "part-5b-iv", "fig-bend"), ("part-5b-iv", "fig-bend"))
SHOWN = """((top) => top > 0 && top < innerHeight / 3)(
  document.getElementById({0}).getBoundingClientRect().top)"""
FOLLOW = """(() => {{
  const link = document.querySelector("main").appendChild(document.createElement("a"));
  link.href = {0};
  link.click();
}})()"""
FILL = """(() => {{
  const area = document.querySelector({0} + " textarea");
  area.value = {1};
  area.dispatchEvent(new Event("input", {{bubbles: true}}));
  document.querySelector({0} + " button").click();
}})()"""
WRONG, RIGHT = "X.T @ y", "np.linalg.solve(X.T @ X + lam * np.eye(X.shape[1]), X.T @ y)"
BET = """((place, right) => {
  [...place.querySelectorAll("label")].find((label) => label.textContent === right).click();
  [...place.querySelectorAll("button")].find((button) => button.textContent.includes("90")).click();
})"""
WATCH_PRINT = """addEventListener("beforeprint", () => {
  window.printed = [document.querySelectorAll(".printed-solutions summary").length,
    [...document.querySelectorAll("main details:not([open], .answer-steps, .as-numpy)")].length];
})"""


@pytest.fixture(scope="module", params=BROWSERS, ids=lambda browser: browser.__name__)
def opened(request):
    with contextlib.ExitStack() as stack:
        try:
            browser = stack.enter_context(request.param())
        except RuntimeError as error:
            pytest.skip(str(error))
        yield browser


@pytest.fixture(scope="module")
def tells_complaints(opened):
    if isinstance(opened, WebKit):
        pytest.skip("WebKit's driver does not tell what a page complains about")


@pytest.fixture(params=some(["http", "file"], ["file"]))
def start(request, site, address):
    """Return the address of the book, from a server and from a folder, where more is forbidden."""
    return address if request.param == "http" else site.as_uri() + "/"


@pytest.fixture
def page(opened):
    """Return a tab without a past."""
    tab = opened.page()
    yield tab
    tab.close()


def fill(page, place, text):
    """Type into a box, press its button, and return its verdict."""
    page.evaluate(NEAR.format(json.dumps(place)))
    page.wait(f"document.querySelector({json.dumps(place + '[data-ready]')})")
    page.evaluate(FILL.format(json.dumps(place), json.dumps(text)))
    return page.wait(f"document.querySelector({json.dumps(place + ' output[data-verdict]')})?.dataset.verdict")


def test_a_chapter_opens_without_a_complaint(page, address, site):
    for start in (address, site.as_uri() + "/"):
        for name in LONGEST:
            page.goto(start + name)
            assert page.wait("document.querySelector('h1')?.textContent")
            assert page.complaints() == [], name


@pytest.mark.usefixtures("tells_complaints")
def test_what_is_thrown_or_forbidden_is_noticed(page, address):
    page.goto(address + CHAPTERS[0])
    page.evaluate("void setTimeout(() => { throw new Error('planted'); })")
    page.evaluate("void document.body.append(Object.assign(new Image(), {src: 'http://example.org/a.png'}))")
    page.wait("window.violations")
    assert any("planted" in said for said in page.complaints())
    assert "img-src http://example.org/a.png" in page.complaints()


def test_an_address_leads_to_its_figure_part_and_formula_however_far_down(page, start):
    chapter = start + "chapters/5_relu_elbow.html"
    for name in ANCHORS:  # first from elsewhere, then from the page itself
        page.goto(start + "index.html")
        page.goto(f"{chapter}#{name}")
        page.wait(SHOWN.format(json.dumps(name)))
    for name in ANCHORS:
        page.evaluate(FOLLOW.format(json.dumps("#" + name)))
        page.wait(SHOWN.format(json.dumps(name)))


def test_the_search_leads_to_the_section_and_to_all_results(page, start):
    page.goto(start + "index.html")
    page.type("/")
    page.wait("document.querySelector('.bar .search input[role=combobox]')")
    page.type("question 5 b ii")
    page.wait("document.querySelector('.suggestions a')")
    page.type("\ue007")
    page.wait("location.href.endsWith('/5_relu_elbow.html#part-5b-ii')")
    page.goto(start + "index.html")
    page.evaluate("document.querySelector('.bar .search input').value = 'weight decay'")
    page.evaluate("document.querySelector('.bar .search input').form.requestSubmit()")  # as without its script
    page.wait("document.querySelector('#search-results a')")
    assert page.complaints() == []


def test_a_slider_moved_by_keyboard_changes_picture_and_sentence(page, start):
    page.goto(start + "chapters/5_relu_elbow.html")
    page.evaluate(NEAR.format("'#fig-bend'"))
    page.wait("document.querySelector('#fig-bend[data-live]')")
    seen = "['.lf-numbers', '.lf-case', '.lf-plot'].map(one => document.querySelector('#fig-bend ' + one).innerHTML)"
    before = page.evaluate(seen)
    page.evaluate("document.querySelector('#fig-bend input[type=range]').focus()")
    page.type("\ue012")  # the arrow to the left; WebKit on Linux knows no Home
    page.wait(f"{seen}.every((text, k) => text !== {json.dumps(before)}[k])")
    assert page.complaints() == []


def test_an_answer_and_a_derivation_are_judged(page, start):
    page.goto(start + "chapters/4_ridge.html")
    assert fill(page, "[data-answer='4a']", WRONG) == "wrong"
    assert fill(page, "[data-answer='4a']", RIGHT) == "right"
    page.goto(start + "chapters/2_vector_calculus.html")
    page.evaluate("document.querySelector('[data-derivation=\"2a\"]').closest('details').open = true")
    assert fill(page, "[data-derivation='2a']", DERIVATIONS["2a"][0].strip()) == "right"
    assert fill(page, "[data-derivation='2a']", "∂f/∂x = c") != "right"
    assert page.complaints() == []


def test_a_prediction_is_kept_after_a_reload(page, address):
    page.goto(address + "chapters/2_vector_calculus.html")
    page.wait("document.querySelector('#predict-2a button')")
    page.evaluate(f"{BET}(document.querySelector('#predict-2a'), {json.dumps(PREDICTIONS['2a'].right())})")
    verdict = "document.querySelector('#predict-2a [role=status]')?.dataset.verdict"
    assert page.wait(verdict) == "right"
    page.reload()
    assert page.wait(verdict) == "right"
    assert page.complaints() == []


def test_colours_follow_a_dark_system_and_then_the_reader(page, start):
    page.goto(start + "index.html")
    assert page.evaluate(f"({BACKGROUND})()") == DARK
    page.evaluate("document.querySelector('.theme-switch').click()")
    page.wait(f"({BACKGROUND})() === '{LIGHT}'")
    page.evaluate("document.querySelector('.theme-switch').click()")
    page.wait(f"({BACKGROUND})() === '{DARK}'")


def test_print_has_the_solutions_at_its_end_and_takes_them_back(page, address):
    page.goto(address + "chapters/5_relu_elbow.html")
    folds = page.evaluate("CSS.supports('selector(::details-content)')")
    page.evaluate(WATCH_PRINT)
    page.print()
    moved, closed = page.wait("window.printed")
    assert moved >= 9 and (folds or closed == 0)
    page.wait("!document.querySelector('.printed-solutions')")
    assert page.complaints() == []
