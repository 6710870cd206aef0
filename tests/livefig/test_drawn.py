"""What the browser draws and says, against NumPy, wherever a reader moves the figure."""

import numpy as np
import pytest

from livefig import Figure
from livefig.controls import on_grid
from tests.livefig import pages
from tests.livefig.browser import assert_drawn_as_numpy, live, put, state
from tests.livefig.demos import FIGURES, hinge, shrink, travel
from tests.livefig.test_operations import ALT, blank

BY_NAME = pytest.mark.parametrize("factory", FIGURES, ids=lambda f: f.__name__)


@BY_NAME
def test_random_states(book, factory):
    rng = np.random.default_rng(1)
    with book.open(f"{factory.__name__}.html") as (page, _):
        assert assert_drawn_as_numpy(page, factory) >= 3
        for _ in range(15):
            inputs = factory().spec["inputs"]
            put(page, factory(), **{i["name"]: on_grid(i, rng.uniform(i["min"], i["max"])) for i in inputs})
            assert_drawn_as_numpy(page, factory)


@BY_NAME
@pytest.mark.parametrize("width", [320, 560, 1100])
def test_every_width(book, factory, width):
    with book.open(f"{factory.__name__}.html", viewport={"width": width, "height": 700}) as (page, _):
        assert_drawn_as_numpy(page, factory)
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@BY_NAME
def test_a_change_of_width_redraws(book, factory):
    with book.open(f"{factory.__name__}.html") as (page, _):
        assert_drawn_as_numpy(page, factory)
        for width in (360, 760):
            page.set_viewport_size({"width": width, "height": 700})
            page.wait_for_timeout(100)
            assert_drawn_as_numpy(page, factory)


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"w": 0.0}, "constant: it has no elbow"),
        ({"w": -1.0, "b": -1.0}, "the unit is off"),
        ({"w": 2.0, "b": -2.0, "x": 1.0}, "the unit is off"),
        ({"w": 0.05, "b": 2.0}, "misses it by"),  # the elbow is far outside the picture
    ],
)
def test_degenerate_states_have_a_sentence(book, values, sentence):
    with book.open("hinge.html") as (page, _):
        put(page, hinge(), **values)
        assert sentence in live(page, "hinge").locator(".lf-case").inner_text()
        assert_drawn_as_numpy(page, hinge)


def test_marks_that_are_not_numbers_are_hidden(book):
    with book.open("hinge.html") as (page, _):
        visible = "es => es.filter(e => e.getAttribute('visibility') !== 'hidden' && e.getAttribute('d') !== '').length"
        points = live(page, "hinge").locator(".lf-plot > svg > g:last-child > *")
        before = points.evaluate_all(visible)
        put(page, hinge(), w=0.0)
        assert points.evaluate_all(visible) == before - 2  # the elbow and its text


def gaps(at=None):
    """Areas with places that have no number, which a slider moves."""
    fig = blank(at=at)
    k, x = fig.slider("k", 0, 4, 2), np.arange(5) / 4
    gap = np.where(np.arange(5) == k, np.nan, 0.5)
    fig.area(x, 0, gap, label="above")
    fig.area(x, gap, 0.9)
    fig.area(x + 0 * gap, 0, 1)
    return fig


def test_an_area_has_a_gap_where_a_coordinate_is_not_a_number(book):
    with book.open(pages.site(book.folder, "gaps", gaps())) as (page, _):
        for k in range(5):
            put(page, gaps(), k=k)
            assert assert_drawn_as_numpy(page, gaps) == 3
            paths = live(page, "test").locator(".lf-plot svg svg path:not([class])")
            assert [path.get_attribute("d").count("M") for path in paths.all()] == [1 if k in (0, 4) else 2] * 3


def far(at=None):
    """Axes of an unusual size, and a line that leaves them as far as numbers go."""
    fig = Figure("A test", name="far", alt=ALT, at=at, xlim=(-1e60, 1e60), ylim=(0, 1e-12))
    k = fig.slider("k", 300, 308, 306)
    fig.line([-1e60, 0, 1e60], [0, 1e-12, 10.0**k])
    fig.point(5e59, 5e-13)
    return fig


def test_axes_of_any_size_are_drawn(book):
    with book.open(pages.site(book.folder, "far", far())) as (page, _):
        assert_drawn_as_numpy(page, far)
        put(page, far(), k=308)
        assert_drawn_as_numpy(page, far)


def test_dragging_each_slider_moves_the_picture(book):
    for factory in (hinge, shrink):
        with book.open(f"{factory.__name__}.html") as (page, _):
            sliders = live(page, factory.__name__).locator("input[type=range]")
            assert sliders.count() == len(factory().spec["inputs"])
            for k in range(sliders.count()):
                sliders.nth(k).scroll_into_view_if_needed()
                box = sliders.nth(k).bounding_box()
                before = page.locator(".lf-panels").inner_html()
                y = box["y"] + 6  # not on the track: the whole height of the row can be hit
                page.mouse.move(box["x"] + box["width"] * 0.5, y)
                page.mouse.down()
                for part in (0.6, 0.75, 0.9):
                    page.mouse.move(box["x"] + box["width"] * part, y)
                page.mouse.up()
                assert page.locator(".lf-panels").inner_html() != before
                assert_drawn_as_numpy(page, factory)


def test_reset_brings_the_starting_state_back(book):
    with book.open("travel.html") as (page, _):
        start = state(page, travel())
        put(page, travel(), k=20, rate=3, flow=0)
        assert state(page, travel()) == {"k": 20, "rate": 3, "flow": 0}
        assert_drawn_as_numpy(page, travel)
        page.get_by_role("button", name="Reset").click()
        assert state(page, travel()) == start
        assert_drawn_as_numpy(page, travel)


def test_a_wrong_picture_is_seen(book):
    with book.open("hinge.html") as (page, _):
        assert_drawn_as_numpy(page, hinge)
        line = "document.querySelectorAll('.lf-plot svg svg path:not([class])')[1]"
        page.evaluate(f"{line}.setAttribute('d', {line}.getAttribute('d').replace(/(\\d+)/, n => +n + 1))")
        with pytest.raises(AssertionError, match="line"):
            assert_drawn_as_numpy(page, hinge)


def test_a_wrong_sentence_is_seen(book):
    with book.open("hinge.html") as (page, _):
        live(page, "hinge").locator(".lf-case span").evaluate("e => { e.textContent += ' Or not.'; }")
        with pytest.raises(AssertionError, match="Or not"):
            assert_drawn_as_numpy(page, hinge)
