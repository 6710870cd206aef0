"""Mouse, finger and keyboard move the same points and reach the same controls."""

import numpy as np

from livefig import Figure
from tests.livefig import pages
from tests.livefig.browser import HELD, assert_drawn_as_numpy, live, put, state
from tests.livefig.demos import hinge, travel

NAME = """(e => e.getAttribute('aria-label') ?? e.labels?.[0]?.firstChild.textContent
    ?? e.textContent)(document.activeElement)"""
SIZES = "es => es.map(e => [e.type, e.offsetWidth, e.offsetHeight])"


def grab(page, name):
    """Return the handle of a figure and its centre on the screen."""
    handle = live(page, name).locator(".lf-handle")
    box = handle.bounding_box()
    assert box["width"] >= 44
    assert box["height"] >= 44
    return handle, box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_a_point_follows_the_mouse(book):
    with book.open("hinge.html") as (page, _):
        _, x, y = grab(page, "hinge")
        before = state(page, hinge())
        page.mouse.move(x + 9, y + 7)  # not in its middle: it must not jump
        page.mouse.down()
        page.mouse.move(x + 9 - 100, y + 7 - 60, steps=8)
        page.mouse.up()
        page.mouse.move(x, y)
        after = state(page, hinge())
        svg = live(page, "hinge").locator(".lf-plot > svg > svg")
        across, up = 6 / float(svg.get_attribute("width")), 4 / float(svg.get_attribute("height"))
        assert abs(before["x"] - after["x"] - 100 * across) <= 0.026
        assert abs(after["y"] - before["y"] - 60 * up) <= 0.026
        assert {k: after[k] for k in "wb"} == {k: before[k] for k in "wb"}
        assert_drawn_as_numpy(page, hinge)
        assert page.locator("#fig-hinge .lf-handle").first.evaluate(HELD)
        _, x, y = grab(page, "hinge")
        page.mouse.move(x, y)
        page.mouse.down(button="right")  # which opens a menu
        page.mouse.move(x + 50, y)
        page.mouse.up(button="right")
        slider = page.locator("#fig-hinge input").first
        slider.focus()
        slider.dispatch_event("wheel")  # some browsers would turn what has the focus
        assert page.evaluate("document.activeElement.localName") == "body"
        assert state(page, hinge()) == after
        down, up, end = ["pointerdown", 50, 50], ["pointerup"], ["touchend"]
        for events, value in (
            ([down, ["pointermove", 53, 60], ["input", 1.5], up, ["input", 1.5], end], 1),  # it scrolls
            ([down, ["pointermove", 44, 56], ["input", 1.5]], 1), ([up, ["input", 1.5], end], 1.5),
            ([down, ["pointermove", 43, 44], ["input", -1], up, end], -1),
            ([down, ["pointercancel"], ["input", 2], end], -1), ([["input", 0.5]], 0.5),  # the browser took it
        ):  # fmt: skip
            slider.evaluate(TOUCH, events)
            page.wait_for_timeout(20)  # the end of a touch counts when all that it brings has come
            assert state(page, hinge())["w"] == value, events


TOUCH = """(e, events) => { for (const [type, x, y] of events) {
    if (type === 'input') e.value = x;
    e.dispatchEvent(type.startsWith('pointer')
        ? new PointerEvent(type, { pointerType: 'touch', clientX: x, clientY: y }) : new Event(type));
} }"""
PLACES = """e => {
  const middle = e => { const r = e.getBoundingClientRect(); return [r.x + r.width / 2, r.y + r.height / 2]; };
  const plot = e.querySelector('.lf-plot'), svg = plot.querySelector('svg'), handle = plot.querySelector('.lf-handle');
  return { letter: svg.querySelector('text').getBoundingClientRect().height, width: svg.getBoundingClientRect().width,
    room: plot.getBoundingClientRect().width, handle: middle(handle),
    points: [...svg.querySelectorAll(':scope > g:last-child > path')].map(middle) };
}"""


def test_with_larger_letters_the_picture_is_larger_and_its_points_stay_under_their_handles(book):
    pages.site(book.folder, "large", "<style>html { font-size: 200% }</style>" + hinge().html())
    with book.open("hinge.html") as (page, _):
        usual = live(page, "hinge").evaluate(PLACES)
    with book.open("large.html") as (page, _):
        large = live(page, "hinge").evaluate(PLACES)
        assert abs(large["letter"] / usual["letter"] - 32 / 20) < 0.1
        assert large["width"] == usual["width"] == large["room"]
        assert min(np.hypot(*np.subtract(large["handle"], point)) for point in large["points"]) < 1
        handle, x, y = grab(page, "hinge")
        page.mouse.move(x, y)
        page.mouse.down()
        page.mouse.move(x - 80, y - 40, steps=4)
        page.mouse.up()
        moved = handle.bounding_box()
        assert abs(moved["x"] + moved["width"] / 2 - x + 80) < 6
        assert abs(moved["y"] + moved["height"] / 2 - y + 40) < 6


def test_a_point_follows_a_finger_and_the_page_does_not_scroll(book):
    pages.site(book.folder, "touch", hinge(), tall=True)
    with book.open("touch.html", viewport={"width": 360, "height": 640}, has_touch=True, is_mobile=True) as (page, _):
        live(page, "hinge").locator(".lf-plot").scroll_into_view_if_needed()
        _, x, y = grab(page, "hinge")
        before, scrolled = state(page, hinge()), page.evaluate("scrollY")
        assert scrolled > 0
        touch = page.context.new_cdp_session(page)
        touch.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
        for k in range(1, 9):
            touch.send("Input.dispatchTouchEvent",
                       {"type": "touchMove", "touchPoints": [{"x": x - 5 * k, "y": y - 6 * k}]})
        touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
        after = state(page, hinge())
        assert after["x"] < before["x"] - 0.3
        assert after["y"] > before["y"] + 0.3
        assert page.evaluate("scrollY") == scrolled
        assert_drawn_as_numpy(page, hinge)


def test_a_point_follows_the_arrow_keys(book):
    with book.open("hinge.html") as (page, _):
        handle, *_ = grab(page, "hinge")
        handle.focus()
        for key, name, value in (
            ("ArrowRight", "x", 1.55), ("ArrowUp", "y", 0.55), ("ArrowLeft", "x", 1.5),
            ("Shift+ArrowDown", "y", 0.05), ("Shift+ArrowRight", "x", 2.0),
        ):  # fmt: skip
            page.keyboard.press(key)
            assert state(page, hinge())[name] == value
            assert_drawn_as_numpy(page, hinge)
        assert handle.get_attribute("role") == "slider"
        assert handle.get_attribute("aria-valuetext") == "target x 2.00, target y 0.05"
        assert handle.get_attribute("aria-valuenow") == "2"
        assert handle.evaluate("e => getComputedStyle(e).outlineStyle") == "solid"
        for _ in range(3):  # it stops at the end of its sliders
            page.keyboard.press("Shift+ArrowRight")
        assert state(page, hinge())["x"] == 2.5


def test_the_keyboard_reaches_everything_in_reading_order(book):
    with book.open("travel.html") as (page, _):
        live(page, "travel")
        reached = []
        for _ in range(6):
            page.keyboard.press("Tab")
            reached.append(page.evaluate(NAME))
        assert reached == ["Reset", "present step (arrow keys move it)", "step", "Play: step", "learning rate",
                           "show the flow"]
        page.keyboard.press("Space")
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("ArrowDown")
        assert state(page, travel()) == {"k": 0, "rate": 2, "flow": 0}
        assert_drawn_as_numpy(page, travel)


def corners(at=None):
    """Two points to drag; of their four sliders three are folded away."""
    fig = Figure("Two corners", name="corners", at=at, xlim=(0, 9), ylim=(0, 10),
                 alt="Rectangle between two corners, which can be dragged, over x from 0 to 9 and y from 0 to 10.")
    x, y, u, v = (fig.slider(name, 0, 10, start, folded=name != "x")
                  for name, start in (("x", 2), ("y", 3), ("u", 8), ("v", 7)))
    fig.line(np.stack([x, u, u, x, x]), np.stack([y, y, v, v, y]))
    fig.point(x, y, name="first corner")
    fig.point(u, v, name="second corner")
    return fig


def test_folded_sliders_are_out_of_sight_and_within_reach_of_the_keyboard(book):
    pages.site(book.folder, "corners", corners())
    with book.open("corners.html") as (page, _):
        figure = live(page, "corners")
        assert figure.locator("input:visible").count() == 1
        page.locator(".lf-handle").nth(1).focus()
        page.keyboard.press("ArrowLeft")
        assert state(page, corners()) == {"x": 2, "y": 3, "u": 7, "v": 7}
        page.keyboard.press("Shift+ArrowRight")
        page.keyboard.press("Shift+ArrowUp")
        assert page.locator(".lf-handle:visible").count() == 1  # the other is at (10, 10), outside
        put(page, corners(), u=7, v=7)
        page.locator("summary").focus()
        page.keyboard.press("Enter")
        assert figure.locator("input:visible").count() == 4
        page.keyboard.press("Tab")
        page.keyboard.press("ArrowRight")
        assert state(page, corners())["y"] == 4
        assert_drawn_as_numpy(page, corners)


def test_a_figure_with_folded_sliders_takes_the_room_of_its_still_picture(book):
    pages.site(book.folder, "room", f"<style>noscript {{ display: none }}</style>{corners().html()}")
    heights = []
    for scripts in (False, True):
        with book.open("room.html", java_script_enabled=scripts) as (page, _):
            if scripts:
                live(page, "corners")
            heights.append(page.locator(".livefig").bounding_box()["height"])
    assert abs(heights[0] - heights[1]) <= 1


def test_targets_are_large_enough(book):
    with book.open("all.html", viewport={"width": 360, "height": 700}) as (page, _):
        live(page, "travel")
        sizes = page.locator(".livefig :is(button, input, select)").evaluate_all(SIZES)
        assert len(sizes) == 4 + 1 + 3 + 4
        for kind, width, height in sizes:
            assert height >= (22 if kind == "checkbox" else 32), (kind, width, height)
            assert width >= (22 if kind == "checkbox" else 32), (kind, width, height)


def boxes(at=None):
    """Two boxes that choose, and a point that stands where the chosen one says."""
    fig = Figure("Two boxes", name="boxes", at=at, xlim=(0, 10), ylim=(0, 10),
                 alt="Two boxes side by side over x from 0 to 10; a point stands below the one that is chosen.")
    which = fig.choice("which", ["left", "right"], label="box")
    fig.pick(3, 6, which, 0, size=(80, 44))
    fig.pick(7, 6, which, 1, size=(80, 44))
    fig.point(3 + 4 * which, 2)
    return fig


def test_a_box_chooses_for_the_mouse_and_the_keyboard(book):
    pages.site(book.folder, "boxes", boxes())
    with book.open("boxes.html") as (page, _):
        left, right = (live(page, "boxes").get_by_role("button", name=f"box: {name}") for name in ("left", "right"))
        pressed = [e.get_attribute("aria-pressed") for e in (left, right)]
        assert pressed == ["true", "false"]
        right.click()
        assert state(page, boxes()) == {"which": 1}
        assert [e.get_attribute("aria-pressed") for e in (left, right)] == ["false", "true"]
        assert_drawn_as_numpy(page, boxes)
        left.focus()
        page.keyboard.press("Enter")
        assert state(page, boxes()) == {"which": 0}
        assert_drawn_as_numpy(page, boxes)


def test_a_button_lies_over_its_box_at_every_width(book):
    pages.site(book.folder, "boxes", boxes())
    for width in (320, 900):
        with book.open("boxes.html", viewport={"width": width, "height": 700}) as (page, _):
            figure = live(page, "boxes")
            drawn = figure.locator("svg path[fill^='var(--lf-page']")
            for k in range(2):
                box, button = drawn.nth(k).bounding_box(), figure.locator(".lf-pick").nth(k).bounding_box()
                for key, size in (("x", "width"), ("y", "height")):
                    assert abs(box[key] + box[size] / 2 - button[key] - button[size] / 2) < 1
                    assert abs(box[size] - button[size]) < 2
