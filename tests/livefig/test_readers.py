"""Every reader: with a screen reader, on paper, on a phone, without scripts."""

import pytest

from tests.livefig.browser import assert_drawn_as_numpy, live, put
from tests.livefig.demos import FIGURES, hinge, shrink, travel

EDGES = "es => es.map(e => e.getBoundingClientRect()).map(r => [r.left, r.top, r.right, r.bottom])"


def test_a_screen_reader_hears_names_values_and_pictures(book):
    with book.open("all.html") as (page, _):
        tree = live(page, "hinge").aria_snapshot()
        for part in ('heading "A ReLU unit and its elbow" [level=3]', 'img "Graph of a ReLU unit', 'button "Reset"',
                     'slider "weight w"',
                     'slider "target (arrow keys move it)"', "The unit is on at the target"):  # fmt: skip
            assert part in tree
        assert live(page, "hinge").get_attribute("aria-labelledby") == "fig-hinge-title"
        assert page.locator("#fig-hinge input").first.get_attribute("aria-valuetext") == "1.00"
        tree = live(page, "travel").aria_snapshot()
        for part in ('combobox "learning rate"', 'checkbox "show the flow" [checked]', 'button "Play: step"'):
            assert part in tree
        # one description for each figure
        assert page.locator("svg:not([aria-hidden]):not(svg svg)").count() == len(FIGURES)


def test_sentences_are_announced_once_the_reader_pauses(book):
    with book.open("hinge.html") as (page, _):
        voice = live(page, "hinge").locator("[aria-live=polite]")
        page.clock.install()
        for values, said in (({"w": -1.0}, "elbow: 0.50. residual: −0.50. The target lies where the unit is off"),
                             ({"y": 0.75}, "residual: −0.75")):  # what did not change is not said again
            assert voice.text_content() == ""
            put(page, hinge(), **values)
            assert voice.text_content() == ""
            page.clock.run_for(700)
            assert voice.text_content().startswith(said)
            page.clock.run_for(5000)  # else who reads on would meet it a second time


@pytest.mark.parametrize("width", [360, 900])
def test_without_javascript_all_can_be_read(book, width):
    with book.open("all.html", java_script_enabled=False, viewport={"width": width, "height": 800}) as (page, _):
        text = page.locator("main").inner_text()
        for words in ("weight w", "1.00", "misses it by 1.50", "After 0 steps", "80.0%", "needs JavaScript"):
            assert words in text
        pictures = page.locator("svg[role=img]").filter(visible=True)
        assert pictures.count() == len(FIGURES)  # of the two widths of a still picture, the fitting one
        assert page.locator(".livefig").filter(has=page.locator("input, button, select")).count() == 0
        assert page.locator("main").bounding_box()["width"] <= width
        size = page.locator("#fig-hinge svg text:visible").first.evaluate("e => e.getBoundingClientRect().height")
        assert 11 <= size <= 22  # readable, not scaled away


def test_paper_shows_the_present_state_without_controls(book):
    with book.open("all.html") as (page, _):
        put(page, hinge(), w=-1.0)
        put(page, travel(), rate=3)
        page.emulate_media(media="print")
        assert page.locator(".livefig :is(button, input, select, .lf-handle)").filter(visible=True).count() == 0
        text = page.locator("main").inner_text()
        for words in ("−1.00", "0.4", "on", "where the unit is off"):
            assert words in text
        assert live(page, "hinge").evaluate("e => getComputedStyle(e).color") == "rgb(0, 0, 0)"
        page.set_viewport_size({"width": 600, "height": 800})  # a sheet is narrower than the screen
        wide = page.locator(".lf-plot > svg").evaluate_all("es => es.map(e => e.getBoundingClientRect().right)")
        assert max(wide) <= 600


def test_numbers_that_change_move_nothing(book):
    with book.open("hinge.html", viewport={"width": 360, "height": 800}) as (page, _):
        places = "es => es.map(e => { const r = e.getBoundingClientRect(); return [r.left, r.top] })"
        things = live(page, "hinge").locator("input, .lf-numbers > span, .lf-case, figcaption")
        before = things.evaluate_all(places)
        for values in ({"w": -2.0}, {"w": -0.5, "b": -2.0}, {"w": 0.5, "y": 3.0}, {"b": 0.0},
                       {"w": 2.0, "b": 2.0, "x": 2.5, "y": -1.0}):
            put(page, hinge(), **values)
            assert things.evaluate_all(places) == before, values


def test_two_panels_stack_on_a_phone(book):
    with book.open("shrink.html", viewport={"width": 360, "height": 800}) as (page, _):
        boxes = [page.locator(".lf-plot").nth(k).bounding_box() for k in range(2)]
        assert boxes[0]["y"] + boxes[0]["height"] <= boxes[1]["y"]
        assert_drawn_as_numpy(page, shrink)


@pytest.mark.parametrize("width", [320, 360, 900])
def test_labels_do_not_collide(book, width):
    with book.open("all.html", viewport={"width": width, "height": 800}) as (page, _):
        live(page, "travel")
        labels = page.locator(".lf-frame text").evaluate_all(EDGES)
        assert len(labels) > 30
        for i, a in enumerate(labels):
            for b in labels[i + 1 :]:
                assert a[2] <= b[0] or b[2] <= a[0] or a[3] - 4 <= b[1] or b[3] - 4 <= a[1], "two labels collide"
