"""Cells that readers draw on: with a mouse, a finger and keys, in an address, in Python, and in the still picture."""

import re

import numpy as np
import pytest
from numpy.testing import assert_array_equal

from livefig import Figure, Steps, Tape, template
from livefig.pads import packed, unpacked
from tests.livefig import pages
from tests.livefig.browser import HELD, live, until
from tests.livefig.test_address_hostile import VALUES

SIDE, LEVELS = 8, 15
FIRST = np.arange(64).reshape(8, 8) % 16
OTHERS = np.array([packed(FIRST), packed(FIRST.T), packed(15 - FIRST)])
ALT = "A pad of eight by eight grey cells on which readers draw, and below it the sum of all its ink."
CELLS = """e => {
    const copy = new OffscreenCanvas(8, 8).getContext('2d', { willReadFrequently: true });
    copy.drawImage(e.querySelector('canvas'), 0, 0);
    const { data } = copy.getImageData(0, 0, 8, 8);
    return Array.from({ length: 64 }, (_, k) => data[4 * k + 3] / 17);
}"""
MOST = 16**SIDE - 1


def _grow(sizes):
    tape = Tape()
    v = tape.slot("v", (sizes["n"],))
    v += tape.slot("by", ())
    tape.slot("seen", ())[...] = np.sum(tape.slot("ink", (64,)))
    return tape


def sheet(at=None):
    """A pad, what a run sees on it, and a number that the run follows."""
    fig = Figure("A sheet", name="sheet", at=at, alt=ALT, xlim=(0, 8), ylim=(0, 8), equal=True, yticks={},
                 xticks=dict.fromkeys(range(9), ""))
    by = fig.slider("by", 0.0, 2.0, 0.5, step=0.5)
    rows = fig.pad("row", FIRST, label="Sheet", others=OTHERS, another="Next sheet")
    step = fig.run(sizes={"n": 3}, fill={}, follow={"by": by}, ask={"ink": np.ravel(unpacked(rows, SIDE))}, start=[],
                   step=[Steps([template(_grow, "n")])], look=[Steps([template(_grow, "n")])], speed=60, stop="by")
    fig.readout("step", "{:d}", step)
    fig.readout("ink", "{:d}", np.sum(unpacked(rows, SIDE)))
    fig.readout("seen", "{:d}", fig.state("seen", FIRST.sum()))
    return fig


def stroke(points, pen=1.3):
    """The cells after a stroke of the pen through points (n, 2), across and down, in cells."""
    down, across = np.mgrid[0:SIDE, 0:SIDE] + 0.5
    ink = np.zeros((SIDE, SIDE))
    for (x, y), (x1, y1) in zip([points[0], *points], points, strict=False):
        way = max((x1 - x)**2 + (y1 - y)**2, 1e-12)
        part = np.clip(((across - x) * (x1 - x) + (down - y) * (y1 - y)) / way, 0, 1)
        away = np.hypot(across - x - part * (x1 - x), down - y - part * (y1 - y))
        ink = np.maximum(ink, np.clip(pen - away, 0, 1))
    return np.rint(LEVELS * ink)


@pytest.fixture
def page(book):
    name = pages.site(book.folder, "sheet", sheet())
    with book.open(name) as (page, _):
        live(page, "sheet")
        yield page


def cells(page):
    """What the pad shows, and the sums beside it, which must agree with it, when the last move of a hand is painted."""
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    found = np.rint(page.locator("#fig-sheet").evaluate(CELLS)).reshape(SIDE, SIDE)
    _, ink, seen = [int(text) for text in page.locator(".lf-numbers b").all_text_contents()]
    assert found.sum() == ink == seen
    return found


def test_rows_are_numbers_and_back():
    rng = np.random.default_rng(0)
    for levels, side in ((15, 8), (1, 12), (9, 11)):
        drawn = rng.integers(levels + 1, size=(5, side, side))
        assert_array_equal(unpacked(packed(drawn, levels), side, levels), drawn)


@pytest.mark.parametrize(("drawn", "levels"), [(np.eye(3), 0), (2 * np.eye(3, dtype=int), 1), (np.ones((2, 3)), 15),
                                               (np.full((2, 2), 0.5), 15), (np.zeros((10, 10)), 15)])
def test_what_is_no_drawing_is_refused(drawn, levels):
    fig = Figure("A sheet", name="sheet", alt=ALT, xlim=(0, 8), ylim=(0, 8))
    with pytest.raises(ValueError, match="cells must be a square of whole numbers"):
        fig.pad("row", drawn, levels=levels, label="Sheet", others=OTHERS, another="Next")
    with pytest.raises(ValueError, match=r"shape \(side, side\)"):
        fig.cells(np.zeros((2, 3)))


def test_the_still_picture_shows_each_cell_as_dark_as_it_is():
    text = sheet().html()
    shades = re.findall(r'<path d="([^"]+)" fill="currentColor" opacity="([\d.]+)"', text.split("</svg>")[0])
    assert [float(shade) for _, shade in shades] == [round(k / LEVELS, 2) for k in range(1, 16)]
    assert [d.count("M") for d, _ in shades] == [4] * 15


def test_no_row_of_controls_shows_the_numbers_of_a_pad():
    text = sheet().html()
    assert text.count('class="lf-control ') == 1
    assert "row 1" not in str(sheet())
    assert sheet({"row2": 0}).value["row2"] == 0


def test_a_mouse_draws_and_the_address_leads_back(book, page):
    page.get_by_role("button", name="One step").click()
    page.get_by_role("button", name="Clear").click()
    assert not cells(page).any()
    box = page.locator(".lf-pad").bounding_box()
    points = [(2.0, 1.5), (5.5, 1.5), (3.0, 6.5)]
    on_screen = [(box["x"] + x / SIDE * box["width"], box["y"] + y / SIDE * box["height"]) for x, y in points]
    page.mouse.move(*on_screen[0])
    page.mouse.down()
    for at in on_screen[1:]:
        page.mouse.move(*at)
    page.mouse.up()
    page.mouse.move(*on_screen[0])
    drawn = cells(page)
    assert np.max(np.abs(drawn - stroke(points))) <= 1
    red = f"({CELLS.replace('+ 3] / 17', ']')})(document.querySelector('#fig-sheet'))[11]"  # of row 2, column 4
    assert page.evaluate(red) < 50
    page.evaluate("document.documentElement.dataset.theme = 'dark'")
    until(page, f"{red} > 150")
    assert drawn.max() == LEVELS and np.sum(drawn == 0) > 30
    until(page, "/row2=[1-9]/.test(location.hash) && /step=1$/.test(location.hash)")  # drawing does not bend the run
    link = page.evaluate("location.href").removeprefix(book.address)
    with book.open(link) as (again, _):
        live(again, "sheet")
        until(again, "document.querySelector('.lf-numbers b').textContent === '1'")
        assert_array_equal(cells(again), drawn)


def test_a_second_finger_and_another_button_of_the_mouse_draw_nothing(page):
    before = cells(page)
    for more in ({"button": 2}, {"isPrimary": False, "pointerId": 2}):
        for kind in ("pointerdown", "pointermove", "pointerup"):
            page.locator(".lf-pad").dispatch_event(kind, {"bubbles": True, "button": 0, "isPrimary": True, **more})
    assert_array_equal(cells(page), before)


def test_a_finger_draws_and_does_not_scroll(book):
    name = pages.site(book.folder, "sheet", sheet(), "<div style='height:2000px'></div>")
    with book.open(name, has_touch=True, viewport={"width": 390, "height": 800}) as (page, _):
        live(page, "sheet")
        assert page.locator(".lf-pad").evaluate(HELD)
        page.get_by_role("button", name="Clear").click()
        box = page.locator(".lf-pad").bounding_box()
        x, up = box["x"] + box["width"] / 2, box["y"]
        session = page.context.new_cdp_session(page)
        scrolled = page.evaluate("scrollY")
        for kind, share in (("touchStart", 0.2), ("touchMove", 0.5), ("touchMove", 0.8), ("touchEnd", None)):
            points = [] if share is None else [{"x": x, "y": up + share * box["height"]}]
            session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
        drawn = cells(page)
        assert np.all(drawn[2:6, 3:5] > LEVELS / 2) and not drawn[:, [0, 7]].any()
        assert page.evaluate("scrollY") == scrolled


def test_keys_draw_and_are_told_where(page):
    before, pad = cells(page), page.get_by_role("slider", name="Sheet (arrow keys move the pen, space draws)")
    pad.focus()
    assert pad.get_attribute("aria-valuetext") == "row 1, column 1: ink 0 of 15"
    for key in ("ArrowUp", "ArrowLeft", "ArrowRight", "ArrowRight", "ArrowDown"):
        pad.press(key)
    assert pad.get_attribute("aria-valuetext") == "row 2, column 3: ink 10 of 15"
    assert pad.get_attribute("aria-valuenow") == "11"
    assert page.locator(".lf-pad span").bounding_box()["width"] == pytest.approx(pad.bounding_box()["width"] / 8, 0.01)
    pad.press("Space")
    assert pad.get_attribute("aria-valuetext") == "row 2, column 3: ink 0 of 15"
    pad.press("Space")
    pad.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Next sheet"
    want = before.copy()
    want[1, 2] = LEVELS
    assert_array_equal(cells(page), want)


def test_buttons_show_the_others_and_clear(page):
    for rows in (*OTHERS[1:], *OTHERS[:2]):
        page.get_by_role("button", name="Next sheet").click()
        assert_array_equal(cells(page), unpacked(rows, SIDE))
    page.get_by_role("button", name="Clear").click()
    assert not cells(page).any()
    page.get_by_role("button", name="Reset").click()
    assert_array_equal(cells(page), FIRST)


def test_what_the_run_follows_bends_it(page):
    page.get_by_role("button", name="One step").click()
    page.get_by_role("button", name="Clear").click()
    page.locator(".lf-control input").press("ArrowRight")
    until(page, "/by=1/.test(location.hash)")
    assert "step" not in page.evaluate("location.hash")


def test_an_address_of_any_kind_leaves_every_cell_between_nothing_and_full(page):
    for value in [*VALUES, "-1", "0.5", str(MOST + 1), "4294967295"]:
        page.evaluate("hash => { location.hash = hash; }", f"fig-sheet?row1={value}&row8={value}&row9={value}&row=7")
        page.wait_for_timeout(5)
        drawn = cells(page)
        assert np.all((drawn >= 0) & (drawn <= LEVELS)), value
    assert_array_equal(drawn[[0, 7]], LEVELS)


def test_nothing_moves_when_the_pad_comes_to_life(book):
    name = pages.site(book.folder, "sheet", sheet())
    for width in (1280, 390, 320):
        heights = []
        for more in ({"java_script_enabled": False}, {}):
            with book.open(name, viewport={"width": width, "height": 800}, **more) as (page, _):
                if not more:
                    live(page, "sheet")
                heights.append(page.locator(".lf-panels").bounding_box()["height"])
                if not more:
                    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert heights[0] == pytest.approx(heights[1], abs=1)


def test_in_a_notebook_python_reads_and_draws():
    fig = sheet()
    fig.widget()
    fig.value = {"row1": MOST}
    assert_array_equal(unpacked(np.array([fig.value[f"row{k}"] for k in range(1, 9)]), SIDE),
                       [[LEVELS] * 8, *FIRST[1:]])
