"""Every reader: by mouse, finger or keyboard, with a screen reader, in the dark, on paper, without scripts, without motion."""

import re

import pytest

from tests.livefig.browser import assert_drawn_as_numpy, live, put, state, until
from tests.livefig.demos import FIGURES, hinge, shrink, travel

ROLES = ("truth", "model", "compare", "third", "muted")


NAME = "(e => e.getAttribute('aria-label') ?? e.labels?.[0]?.firstChild.textContent ?? e.textContent)(document.activeElement)"
SIZES = "es => es.map(e => [e.type, e.offsetWidth, e.offsetHeight])"
EDGES = "es => es.map(e => e.getBoundingClientRect()).map(r => [r.left, r.top, r.right, r.bottom])"
STROKES = "es => es.filter(e => e.checkVisibility()).map(e => getComputedStyle(e).stroke)"
COLOR = """name => {
    const e = document.createElement('i');
    e.style.color = `var(${name})`;
    document.querySelector('.livefig').append(e);
    const color = getComputedStyle(e).color;
    e.remove();
    return color;
}"""


def luminance(color):
    """Return the relative luminance of (r, g, b) in 0..255, as the Web Content Accessibility Guidelines define it."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (v / 255 for v in color)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(a, b):
    """Return the contrast ratio of two colours."""
    lo, hi = sorted((luminance(a), luminance(b)))
    return (hi + 0.05) / (lo + 0.05)


def rgb(text):
    return [float(v) for v in re.findall(r"[\d.]+", text)[:3]]


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


def test_a_point_follows_a_finger_and_the_page_does_not_scroll(book):
    from tests.livefig import pages

    pages.site(book.folder, "touch", hinge(), tall=True)
    with book.open("touch.html", viewport={"width": 360, "height": 640}, has_touch=True, is_mobile=True) as (page, _):
        live(page, "hinge").locator(".lf-plot").scroll_into_view_if_needed()
        _, x, y = grab(page, "hinge")
        before, scrolled = state(page, hinge()), page.evaluate("scrollY")
        assert scrolled > 0
        touch = page.context.new_cdp_session(page)
        touch.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
        for k in range(1, 9):
            touch.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [{"x": x - 5 * k, "y": y - 6 * k}]})
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
        assert reached == ["Reset", "present step (arrow keys move it)", "step", "Play: step", "learning rate", "show the flow"]
        page.keyboard.press("Space")
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("ArrowDown")
        assert state(page, travel()) == {"k": 0, "rate": 2, "flow": 0}
        assert_drawn_as_numpy(page, travel)


def test_a_screen_reader_hears_names_values_and_pictures(book):
    with book.open("all.html") as (page, _):
        tree = live(page, "hinge").aria_snapshot()
        for part in ('heading "A ReLU unit and its elbow" [level=3]', 'img "Graph of a ReLU unit', 'button "Reset"', 'slider "weight w"',
                     'slider "target (arrow keys move it)"', "The unit is on at the target"):  # fmt: skip
            assert part in tree
        assert live(page, "hinge").get_attribute("aria-labelledby") == "fig-hinge-title"
        assert page.locator("#fig-hinge input").first.get_attribute("aria-valuetext") == "1.00"
        tree = live(page, "travel").aria_snapshot()
        for part in ('combobox "learning rate"', 'checkbox "show the flow" [checked]', 'button "Play: step"'):
            assert part in tree
        assert page.locator("svg:not([aria-hidden]):not(svg svg)").count() == len(FIGURES)  # one description for each figure


def test_sentences_are_announced_once_the_reader_pauses(book):
    with book.open("hinge.html") as (page, _):
        voice = live(page, "hinge").locator("[aria-live=polite]")
        assert voice.text_content() == ""
        put(page, hinge(), w=-1.0)
        assert voice.text_content() == ""
        until(page, "document.querySelector('[aria-live]').textContent !== ''")
        assert voice.text_content().startswith("elbow: 0.50. residual: −0.50. The target lies where the unit is off")


def test_targets_are_large_enough(book):
    with book.open("all.html", viewport={"width": 360, "height": 700}) as (page, _):
        live(page, "travel")
        sizes = page.locator(".livefig :is(button, input, select)").evaluate_all(SIZES)
        assert len(sizes) == 4 + 1 + 3 + 4
        for kind, width, height in sizes:
            assert height >= (22 if kind == "checkbox" else 32), (kind, width, height)
            assert width >= (22 if kind == "checkbox" else 32), (kind, width, height)


@pytest.mark.parametrize(("name", "grounds"), [("all", ["#ffffff"]), ("dark", ["#121212", "#1a1e24"])])
def test_colours_can_be_told_from_the_page(book, name, grounds):
    with book.open(f"{name}.html") as (page, _):
        live(page, "travel")
        assert (page.locator(".livefig[data-dark]").count() == len(FIGURES)) == (name == "dark")
        for ground in grounds:
            back = [int(ground[i : i + 2], 16) for i in (1, 3, 5)]
            for role in ROLES:
                for kind, least in (("", 3), ("-text", 4.5)):
                    color = page.evaluate(COLOR, f"--lf-{role}{kind}")
                    assert contrast(rgb(color), back) >= least, f"{role}{kind} {color} on {ground}"


def test_the_still_picture_has_the_colours_of_a_dark_page(book):
    def strokes(page):
        return page.locator(".lf-plot > svg > svg path").evaluate_all(STROKES)

    with book.open("dark.html", java_script_enabled=False) as (still, _), book.open("dark.html") as (moving, _):
        live(moving, "travel")
        assert len(strokes(still)) > 20
        assert strokes(still) == strokes(moving)


@pytest.mark.parametrize(("name", "ground"), [("all", [255, 255, 255]), ("dark", [26, 30, 36])])
def test_texts_in_the_picture_have_a_rim_of_the_page(book, name, ground):
    with book.open(f"{name}.html") as (page, _):
        assert rgb(live(page, "hinge").locator(".lf-text").evaluate("e => getComputedStyle(e).stroke")) == ground


def test_a_change_of_theme_is_followed(book):
    with book.open("all.html") as (page, _):
        figure = live(page, "hinge")
        curve = figure.locator(".lf-plot svg svg path[stroke*=model]").first
        light = curve.evaluate("e => getComputedStyle(e).stroke")
        page.evaluate("document.documentElement.dataset.theme = 'dark'")
        page.wait_for_selector("#fig-hinge[data-dark]")
        assert curve.evaluate("e => getComputedStyle(e).stroke") != light
        page.evaluate("document.documentElement.dataset.theme = 'light'")
        page.wait_for_selector("#fig-hinge:not([data-dark])")
        assert curve.evaluate("e => getComputedStyle(e).stroke") == light


def test_a_page_that_follows_the_system_is_followed(book):
    from tests.livefig import pages

    style = "<style>@media (prefers-color-scheme: dark) { body { background: #111 !important; color: #ddd !important } }</style>"
    pages.site(book.folder, "system", style, hinge())
    with book.open("system.html", color_scheme="dark") as (page, _):
        page.wait_for_selector("#fig-hinge[data-dark]")
        page.emulate_media(color_scheme="light")
        page.wait_for_selector("#fig-hinge:not([data-dark])")


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
        assert rgb(live(page, "hinge").evaluate("e => getComputedStyle(e).color")) == [0, 0, 0]
        page.set_viewport_size({"width": 600, "height": 800})  # a sheet is narrower than the screen
        wide = page.locator(".lf-plot > svg").evaluate_all("es => es.map(e => e.getBoundingClientRect().right)")
        assert max(wide) <= 600


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


def test_numbers_that_change_move_nothing(book):
    with book.open("hinge.html", viewport={"width": 360, "height": 800}) as (page, _):
        places = "es => es.map(e => { const r = e.getBoundingClientRect(); return [r.left, r.top] })"
        things = live(page, "hinge").locator("input, .lf-numbers > span, .lf-case, figcaption")
        before = things.evaluate_all(places)
        for values in ({"w": -2.0}, {"w": -0.5, "b": -2.0}, {"w": 0.5, "y": 3.0}, {"b": 0.0}, {"w": 2.0, "b": 2.0, "x": 2.5, "y": -1.0}):
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
