"""A figure waits until it is near, and loses nothing by it."""

from tests.livefig import pages
from tests.livefig.browser import assert_drawn_as_numpy, put, state, until
from tests.livefig.demos import FIGURES, hinge, travel

NO_FRAME = """() => {
  IntersectionObserver = ResizeObserver = class { observe() {} unobserve() {} disconnect() {} };
}"""

def test_a_figure_in_a_hidden_place_is_laid_out_when_it_is_seen(book):
    body = f"<details><summary>More</summary>{hinge().html()}</details>"
    with book.open(pages.site(book.folder, "details", body)) as (page, _):
        page.get_by_text("More").click()
        page.wait_for_selector("#fig-hinge[data-live]")
        page.wait_for_timeout(100)
        assert_drawn_as_numpy(page, hinge)


def test_a_figure_comes_to_life_when_it_is_near(book):
    name = pages.site(book.folder, "far", *(f() for f in FIGURES), tall=True)
    alive = "[...document.querySelectorAll('.livefig')].map(e => 'live' in e.dataset)"
    with book.open(name) as (page, _):
        page.wait_for_timeout(300)
        assert page.evaluate(alive) == [False, False, False]
        page.mouse.wheel(0, 300)  # the first is then less than 800 pixels below what is seen
        until(page, f"{alive}.join() === 'true,false,false'")
        assert page.evaluate("document.querySelector('#fig-hinge').getBoundingClientRect().top > innerHeight")
        page.evaluate("document.querySelector('#fig-travel').scrollIntoView()")
        until(page, f"{alive}[2]")
        assert_drawn_as_numpy(page, travel)


def test_what_is_seen_of_a_page_that_is_painted_waits_for_no_frame(book):
    name = pages.site(book.folder, "painted", hinge(), '<div style="height:1500px"></div>', travel())
    with book.open("hinge.html") as (page, _):
        page.route("**/livefig.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
        page.goto(book.address + name)
        until(page, "performance.getEntriesByType('paint').length > 0")
        page.evaluate(NO_FRAME)
        page.unroute_all()
        page.add_script_tag(url=f"{book.address}livefig.js")
        page.wait_for_selector("#fig-hinge[data-live]")
        page.wait_for_timeout(100)
        assert page.locator("#fig-travel[data-live]").count() == 0, "it is far below what is seen"


def test_a_state_in_the_address_is_kept_while_its_figure_is_far(book):
    name = pages.site(book.folder, "far-too", *(f() for f in FIGURES), tall=True)
    with book.open(name + "#fig-hinge?w=-1/fig-travel?k=12") as (page, _):
        put(page, hinge(), w=-0.5)
        until(page, "location.hash === '#fig-hinge?w=-0.5/fig-travel?k=12'")
        assert state(page, travel()) == {"k": 12, "rate": 1, "flow": 1}
