"""What older browsers lack is not needed: new colours, menus, folds in print.  Chromium, made to forget, plays them."""

import re

import pytest

from tests.site.stand_in import ROOT
from tools.chromium import visit

CHAPTER = "chapters/5_relu_elbow.html"
NEW_COLOURS = re.compile(r"(?:light-dark|color-mix)\(")
SUPPORTS = re.compile(r"@supports[^{]*\{(?:[^{}]|\{[^{}]*\})*\}")
NO_POPOVERS = """
delete HTMLElement.prototype.hidePopover;
const matches = Element.prototype.matches;
Element.prototype.matches = function (selector) {
  if (selector.includes(":popover-open")) throw new SyntaxError(`'${selector}' is not a valid selector.`);
  return matches.call(this, selector);
};"""
NO_DETAILS_CONTENT = """
const supports = CSS.supports;
CSS.supports = (...asked) => !asked.join().includes("::details-content") && supports.call(CSS, ...asked);"""
# (those stay out of print)
CLOSED = "document.querySelectorAll('main details:not([open], .answer-steps, .as-numpy)').length"


def unguarded(css):
    """Return the new colours of a style sheet that stand outside of `@supports`."""
    return NEW_COLOURS.findall(SUPPORTS.sub("", re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)))


def test_new_colours_are_used_only_where_they_are_known(site):
    sheets = [path for path in (site / "_static").glob("*.css") if f"{path.name}" in used(site)]
    assert len(sheets) >= 5
    assert [path.name for path in sheets if unguarded(path.read_text(encoding="utf-8"))] == []


def used(site):
    pages = ("index.html", CHAPTER, "chapters/7_study_log.html")
    return "".join((site / page).read_text(encoding="utf-8") for page in pages)


@pytest.mark.parametrize(("css", "found"), [
    ("a { color: light-dark(red, blue) }", 1),
    ("@supports (color: light-dark(red, red)) { a { color: light-dark(red, blue) } } b { color: red }", 0),
    ("@supports (x: y) { a { b: c } } a { background: color-mix(in srgb, red, blue) } /* light-dark() */", 1),
])
def test_a_new_colour_without_a_guard_is_found(css, found):
    assert len(unguarded(css)) == found


def test_the_contents_are_followed_where_there_are_no_popovers(browser, address):
    with visit(browser) as (page, log):
        page.add_init_script(NO_POPOVERS)
        page.goto(address + CHAPTER)
        page.click(".contents a[href='#part-5b-ii']")
        page.wait_for_url("**#part-5b-ii")
        log.assert_clean()


def test_browsers_without_popovers_have_rules_of_their_own():
    css = (ROOT / "assets" / "book.css").read_text(encoding="utf-8")
    assert "@supports not selector(:popover-open)" in css


def at_rest(page):
    """Wait until nothing on a page comes to life any more, and return its text."""
    before = None
    while before != (before := page.inner_html("main")):
        page.wait_for_timeout(250)
    return before


@pytest.mark.parametrize("forgets", [True, False])
def test_in_print_nothing_stays_folded_and_afterwards_all_is_as_it_was(browser, address, forgets):
    with visit(browser) as (page, log):
        if forgets:
            page.add_init_script(NO_DETAILS_CONTENT)
        page.goto(address + CHAPTER)
        before, closed = at_rest(page), page.evaluate(CLOSED)
        assert closed > 10
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        assert page.evaluate(CLOSED) == (0 if forgets else closed)
        page.evaluate("dispatchEvent(new Event('afterprint'))")
        assert page.inner_html("main") == before
        log.assert_clean()
