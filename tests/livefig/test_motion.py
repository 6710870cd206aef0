"""A play button moves its slider to the end, gives way to the reader's hand, and honours a wish for less motion."""

from tests.livefig.browser import assert_drawn_as_numpy, live, put, state, until
from tests.livefig.demos import travel


def test_playing_moves_to_the_end_and_can_be_paused(book):
    with book.open("travel.html") as (page, _):
        figure = live(page, "travel")
        page.wait_for_timeout(300)
        assert state(page, travel())["k"] == 0  # never by itself
        page.get_by_role("button", name="Play: step").click()
        until(page, "document.querySelector('#fig-travel input').valueAsNumber >= 5")
        page.get_by_role("button", name="Pause: step").click()
        paused = state(page, travel())["k"]
        assert 5 <= paused < 40
        page.wait_for_timeout(200)
        assert state(page, travel())["k"] == paused
        assert_drawn_as_numpy(page, travel)
        page.get_by_role("button", name="Play: step").click()
        until(page, "document.querySelector('#fig-travel input').valueAsNumber === 40")
        figure.get_by_role("button", name="Play: step").wait_for()
        assert_drawn_as_numpy(page, travel)
        page.get_by_role("button", name="Play: step").click()  # from the end: once more from the start
        until(page, "(k => k > 0 && k < 20)(document.querySelector('#fig-travel input').valueAsNumber)")
        page.get_by_role("button", name="Reset").click()
        page.wait_for_timeout(200)
        assert state(page, travel())["k"] == 0


def test_touching_the_slider_pauses_it(book):
    with book.open("travel.html") as (page, _):
        live(page, "travel")
        page.get_by_role("button", name="Play: step").click()
        until(page, "document.querySelector('#fig-travel input').valueAsNumber >= 2")
        put(page, travel(), k=30)
        page.wait_for_timeout(200)
        assert state(page, travel())["k"] == 30


def test_dragging_its_point_pauses_it(book):
    with book.open("travel.html") as (page, _):
        handle = live(page, "travel").locator(".lf-handle")
        page.get_by_role("button", name="Play: step").click()
        until(page, "document.querySelector('#fig-travel input').valueAsNumber >= 2")
        handle.press("ArrowLeft")
        page.get_by_role("button", name="Play: step").wait_for()
        assert_drawn_as_numpy(page, travel)


def test_less_motion_means_ten_still_steps(book):
    with book.open("travel.html", reduced_motion="reduce") as (page, _):
        live(page, "travel")
        page.clock.install()
        page.get_by_role("button", name="Play: step").click()
        seen = []
        for _ in range(12):
            seen.append(state(page, travel())["k"])
            page.clock.run_for(1000)
        assert seen == [0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 40]
        assert page.get_by_role("button", name="Play: step").count() == 1
