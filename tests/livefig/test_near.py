"""A figure waits until it is near, and loses nothing by it."""

from tests.livefig import pages
from tests.livefig.browser import assert_drawn_as_numpy, put, state, until
from tests.livefig.demos import FIGURES, hinge, travel


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


def test_a_state_in_the_address_is_kept_while_its_figure_is_far(book):
    name = pages.site(book.folder, "far-too", *(f() for f in FIGURES), tall=True)
    with book.open(name + "#fig-hinge?w=-1/fig-travel?k=12") as (page, _):
        put(page, hinge(), w=-0.5)
        until(page, "location.hash === '#fig-hinge?w=-0.5/fig-travel?k=12'")
        assert state(page, travel()) == {"k": 12, "rate": 1, "flow": 1}
