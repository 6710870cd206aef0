"""The site in the system's Firefox: nothing is forbidden or thrown, and search, figures, boxes, bets and print work.

Skipped where there is no Firefox, or where it shows no page (a container without what it needs).
"""

import json

import pytest

from hw0.predictions import PREDICTIONS
from tests.hw0.checks.right_derivations import RIGHT as DERIVATIONS
from tests.site.colours import BACKGROUND, DARK, LIGHT
from tests.site.table_of_contents import CHAPTERS
from tools.firefox import firefox, system_firefox

NEAR = "document.querySelector({0}).scrollIntoView({{block: 'center', behavior: 'instant'}})"
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


@pytest.fixture(scope="module")
def opened():
    if system_firefox() is None:
        pytest.skip("no Firefox on this system (Debian: apt-get install firefox-esr)")
    try:
        browser = firefox()
        yield browser.__enter__()
    except RuntimeError as error:
        pytest.skip(f"this system's Firefox cannot be driven: {error}")
    browser.__exit__(None, None, None)


@pytest.fixture(params=["http", "file"])
def start(request, site, address):
    """Return the address of the book, from a server and from a folder."""
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


def test_every_chapter_opens_without_a_complaint(page, start):
    for name in CHAPTERS:
        page.goto(start + name)
        assert page.wait("document.querySelector('h1')?.textContent")
        assert page.complaints() == [], name


def test_what_is_thrown_or_forbidden_is_noticed(page, address):
    page.goto(address + CHAPTERS[0])
    page.evaluate("void setTimeout(() => { throw new Error('planted'); })")
    page.evaluate("void document.body.append(Object.assign(new Image(), {src: 'http://example.org/a.png'}))")
    page.wait("window.violations")
    assert any("planted" in said for said in page.complaints())
    assert "img-src http://example.org/a.png" in page.complaints()


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
    page.type("\ue011")  # Home: the least weight
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
    assert page.pdf().startswith("JVBERi")  # %PDF
    moved, closed = page.wait("window.printed")
    assert moved >= 9 and (folds or closed == 0)
    page.wait("!document.querySelector('.printed-solutions')")
    assert page.complaints() == []
