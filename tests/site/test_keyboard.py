"""The site by keyboard: all that can be used is reached, in reach of the eye, and nothing holds the focus."""

import pytest
from playwright.sync_api import expect

from tests.livefig.browser import until
from tests.site.table_of_contents import CHAPTERS, OF_EACH_KIND
from tools.chromium import visit

# scrolls at once, so that places can be compared
DESK = {"viewport": {"width": 1300, "height": 900}, "reduced_motion": "reduce"}
PHONE = {"viewport": {"width": 360, "height": 740}, "reduced_motion": "reduce"}

# Notes each element that gets the focus, and what is wrong with it when it does.
WATCH = """() => {
  window.reached = new Set(); window.wrong = []; window.left = 0;
  const bar = document.querySelector(".bar");
  document.addEventListener("focusin", ({ target }) => {
    window.reached.add(target);
    if (target.matches(".skip-link")) window.left++;
    const style = getComputedStyle(target), box = target.getBoundingClientRect();
    const top = bar.contains(target) ? 0 : bar.getBoundingClientRect().bottom;
    const ringed = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2 || style.boxShadow !== "none";
    const seen = box.bottom > top && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
    const words = target.outerHTML.slice(0, 120);
    if (!ringed) window.wrong.push("no ring: " + words);
    if (!seen && !target.matches(".skip-link")) window.wrong.push("out of sight: " + words);
  });
}"""
# What a reader with a mouse can use and one with a keyboard did not reach; of the buttons of one question, one is
# enough.
MISSED = """() => {
  const usable = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }))
    .filter((element) => !element.disabled && element.tabIndex >= 0);
  const group = (element) => element.type === "radio" ? "radio " + element.name : element;
  const reached = new Set([...window.reached].map(group));
  return usable.filter((element) => !reached.has(group(element))).map((element) => element.outerHTML.slice(0, 160));
}"""
PLANTED = """() => document.querySelector("main").insertAdjacentHTML("afterbegin", `
  <p inert><a href="#">unreached</a></p><a href="#" style="outline: none">ringless</a>
  <a href="#" style="position: fixed; top: -99px">unseen</a>`)"""
# Else a figure that comes to life behind a fast walker has buttons that nobody was offered.
ALIVE = """async () => {
  for (const figure of document.querySelectorAll(".livefig")) {
    if (!figure.checkVisibility()) continue;
    figure.scrollIntoView({behavior: "instant"});
    while (!figure.matches("[data-live]")) await new Promise((done) => setTimeout(done, 20));
  }
  scrollTo({top: 0, behavior: "instant"});
}"""
MARKED = """() => {
  document.querySelector("main .answer").insertAdjacentHTML("beforeend", "<i class=answer-matrix><mark>1</mark></i>");
  const { color, backgroundColor } = getComputedStyle(document.querySelector("main .answer-matrix > mark"));
  return color !== backgroundColor && color === "rgb(0, 0, 0)";
}"""
LEFT = "window.left > 1 || document.activeElement === document.body"  # the first stop was come to again, or none was
AT_ONCE = 20  # strokes before the page is asked
STROKE = {"type": "rawKeyDown", "key": "Tab", "code": "Tab", "windowsVirtualKeyCode": 9}


def walk(page):
    """Press the tabulator until the page is left; return what was missed and what was wrong."""
    page.evaluate(ALIVE)
    page.evaluate(WATCH)
    most = 10 + page.evaluate("""
        document.querySelectorAll('a, button, input, select, textarea, summary, [tabindex]').length""")
    keys = page.context.new_cdp_session(page)
    for _ in range(0, most, AT_ONCE):
        for _ in range(AT_ONCE):
            keys.send("Input.dispatchKeyEvent", STROKE)
        if page.evaluate(LEFT):
            return page.evaluate(MISSED), page.evaluate("window.wrong")
    raise AssertionError("the focus never leaves the page: something holds on to it")


@pytest.mark.parametrize("name", OF_EACH_KIND)
def test_a_page_is_at_rest_and_everything_on_it_is_reached_and_seen(browser, address, name):
    with visit(browser, address + name, **DESK) as (page, _):
        assert page.evaluate("document.getAnimations().length") == 0, "something moves by itself for who asks for rest"
        assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
        missed, wrong = walk(page)
        assert missed == []
        assert wrong == []


def test_what_cannot_be_reached_or_seen_is_noticed(browser, address):
    with visit(browser, address + "appendix/notation.html", **DESK) as (page, _):
        page.evaluate(PLANTED)
        missed, wrong = walk(page)
        assert len(missed) == 1 and "unreached" in missed[0]
        assert len(wrong) == 2 and "no ring" in wrong[0] and "out of sight" in wrong[1]


def test_the_first_stop_skips_to_the_text(browser, address):
    with visit(browser, address + CHAPTERS[0], **DESK) as (page, _):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == "Skip to the text"
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate("!!document.activeElement.closest('main')")


def test_the_menus_of_a_phone_open_and_close(browser, address):
    with visit(browser, address + CHAPTERS[0], **PHONE) as (page, _):
        for button, menu in ((".chapters-button", "#chapters"), (".contents-button", "#contents")):
            page.focus(button)
            page.keyboard.press("Enter")
            page.keyboard.press("Tab")
            assert page.evaluate(f"!!document.activeElement.closest('{menu}')"), "the menu is not next in order"
            page.keyboard.press("Escape")
            assert not page.locator(menu).is_visible()
            assert page.evaluate(f"document.activeElement.matches('{button}')"), "closing the menu loses the place"


def test_the_theme_and_a_fold_answer_to_the_keyboard(browser, address):
    with visit(browser, address + CHAPTERS[4], **DESK) as (page, _):
        for system in ("dark", "light"):  # it follows, while nothing else is chosen
            page.emulate_media(color_scheme=system)
            until(page, f"document.documentElement.dataset.theme === '{system}'")
        page.focus(".theme-switch")
        page.keyboard.press("Space")
        assert page.evaluate("document.documentElement.dataset.mode") == "light"
        assert page.evaluate("Object.entries(localStorage)") == [["homework-zero/theme",
                                                                  "light"]], "the key must be this book's own"
        page.emulate_media(forced_colors="active")
        assert page.evaluate(MARKED), "what is marked cannot be read where the system chooses the colours"
        page.emulate_media(forced_colors="none")
        fold = page.locator("main details:not([open]) > summary").first
        fold.focus()
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.parentElement.open")
        copy = page.locator(".copy-button").first
        page.evaluate("navigator.clipboard.writeText = async text => { window.copied = text; }; 0")
        for says in ("Copied", "Not allowed"):
            copy.press("Enter")
            expect(copy).to_have_text(says)
            page.evaluate("navigator.clipboard.writeText = async () => { throw Error('forbidden'); }; 0")
        code = copy.evaluate("button => button.parentElement.querySelector('pre').textContent.trimEnd()")
        assert page.evaluate("window.copied") == code != ""
        expect(copy).to_have_text("Copy")
        page.evaluate("dispatchEvent(new ErrorEvent('error', { filename: '/_static/livefig.js' }))")
        assert page.locator("html.lost-livefig").count() == 1


def test_the_heading_that_is_read_is_marked_in_the_contents_for_who_listens_too(browser, address):
    with visit(browser, address + CHAPTERS[0], **DESK) as (page, _):
        heading = page.locator("main > section > section[id]").nth(2)
        name = heading.get_attribute("id")
        heading.evaluate("section => section.scrollIntoView()")
        page.wait_for_selector(f'#contents a[href="#{name}"][aria-current="location"]')
        assert page.locator("#contents [aria-current]").count() == 1
