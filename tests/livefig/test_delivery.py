"""How figures reach readers: sites, folders, notebooks, broken data; the state in the address bar."""

import numpy as np
import pytest

from tests.livefig import pages
from tests.livefig.browser import assert_drawn_as_numpy, live, put, state, until
from tests.livefig.demos import FIGURES, hinge, shrink, travel
from tests.livefig.test_operations import blank

SHIFT = """() => new Promise(done => {
    let sum = 0;
    const observer = new PerformanceObserver(list => list.getEntries().forEach(e => { sum += e.value }));
    observer.observe({ type: 'layout-shift', buffered: true });
    setTimeout(() => done(sum), 300);
})"""
BLOCKS = """() => [...document.querySelectorAll('.livefig, .livefig > :not(noscript, script, .lf-said)')].map(e => {
    const r = e.getBoundingClientRect();
    return [e.className, r.top, r.height];
})"""


def test_a_script_inside_the_output_is_enough(book):
    first, second = hinge().html(script=True), shrink().html()
    with book.open(pages.notebook(book.folder, "inline", first, second)) as (page, _):
        assert_drawn_as_numpy(page, hinge)
        assert_drawn_as_numpy(page, shrink)


def test_several_scripts_on_a_page_do_no_harm(book):
    many = blank()
    for name in "abcde":
        many.slider(name, 0.0, 1.0, 0.0, step=0.5)
    outputs = [*(f().html(script=True) for f in FIGURES), many.html()]
    with book.open(pages.notebook(book.folder, "twice", *outputs)) as (page, _):
        for factory in FIGURES:
            assert_drawn_as_numpy(page, factory)
        assert page.evaluate("document[Symbol.for('livefig')]") is True  # the first script says so to the others
        live(page, "test")
        stays = page.locator(".livefig").evaluate_all("es => es.map(e => e.dataset.stays)")
        assert stays == [None, "controls", None, "panels"]  # two panels, a picture above many sliders
        page.get_by_role("button", name="Play: step").click()
        until(page, "document.querySelector('#fig-travel input').valueAsNumber === 40")


# What JupyterLab does with an output: it fills an element, makes its scripts anew, so that they run, and adds it.
INSERT = """html => {
    const output = document.createElement('div');
    output.innerHTML = html;
    for (const old of output.querySelectorAll('script')) {
        const fresh = document.createElement('script');
        for (const a of old.attributes) fresh.setAttribute(a.name, a.value);
        fresh.textContent = old.textContent;
        old.replaceWith(fresh);
    }
    document.querySelector('main').append(output);
}"""


def test_figures_that_are_added_later_come_to_life(book):
    with book.open(pages.notebook(book.folder, "lab", "")) as (page, _):
        page.evaluate("document.body.dataset.jpThemeLight = 'true'")  # as JupyterLab marks its page
        page.evaluate(INSERT, hinge().html(script=True))
        assert_drawn_as_numpy(page, hinge)
        page.evaluate(INSERT, shrink().html())
        assert_drawn_as_numpy(page, shrink)
        put(page, hinge(), w=-1.0)
        page.wait_for_timeout(500)
        assert page.evaluate("location.hash") == ""  # the address bar is JupyterLab's


def test_a_figure_that_was_out_of_the_page_has_the_theme_it_comes_back_to(book):
    with book.open("all.html") as (page, _):
        live(page, "hinge")
        live(page, "travel")
        page.evaluate("window.kept = document.querySelector('#fig-hinge'); kept.remove()")
        page.evaluate("document.documentElement.dataset.theme = 'dark'")
        page.wait_for_selector("#fig-travel[data-dark]")
        page.evaluate("document.querySelector('main').append(kept)")
        page.wait_for_selector("#fig-hinge[data-dark]")
        put(page, hinge(), w=-1.0)
        assert_drawn_as_numpy(page, hinge)


@pytest.mark.parametrize("width", [320, 360, 414, 560, 700, 900])
def test_the_live_figure_takes_the_room_of_the_still_one(book, width):
    size = {"viewport": {"width": width, "height": 700}}
    with book.open("all.html", **size) as (moving, _), book.open("all.html", java_script_enabled=False,
                                                                 **size) as (still, _):
        live(moving, "travel")
        moving.wait_for_timeout(50)
        still.evaluate("document.querySelectorAll('noscript').forEach(e => e.remove())")
        # what stays in view on a phone is measured where it has its place
        moving.add_style_tag(content=".livefig > :is(.lf-controls, .lf-panels) { position: static !important }")
        ours, theirs = moving.evaluate(BLOCKS), still.evaluate(BLOCKS)
        assert [name for name, *_ in ours] == [name for name, *_ in theirs]
        assert len(ours) > 15
        assert np.max(np.abs(np.array([place for _, *place in ours]) - [place for _, *place in theirs])) < 0.2


@pytest.mark.parametrize("width", [360, 1200])
def test_nothing_jumps_when_figures_come_to_life(book, width):
    with book.open("all.html", viewport={"width": width, "height": 900}) as (page, _):
        live(page, "travel")
        assert page.evaluate(SHIFT) <= 0.01


BROKEN = {
    "operation": lambda text: text.replace('"multiply"', '"nonsense"'),
    "version": lambda text: text.replace('{"v":1', '{"v":0'),
    "mark": lambda text: text.replace('"type":"line"', '"type":"squiggle"'),
    "node": lambda text: text.replace('"pick":', '"pick":99'),
    "json": lambda text: text.replace('{"v":1', '{"v":'),
    "no data": lambda text: text.replace('type="application/json"', 'type="text/plain"'),
}


@pytest.mark.parametrize("fault", BROKEN)
def test_a_broken_figure_keeps_its_picture_says_so_and_stops_no_other(book, fault):
    broken = BROKEN[fault](hinge().html())
    assert broken != hinge().html()
    page_name = pages.site(book.folder, f"broken-{fault.replace(' ', '-')}", broken, travel())
    with book.open(page_name, clean=False) as (page, log):
        assert_drawn_as_numpy(page, travel)
        root = page.locator("#fig-hinge")
        assert root.get_by_role("status").inner_text().startswith("This figure cannot be moved: its data is broken.")
        assert root.locator("svg[role=img]").filter(visible=True).count() == 1
        assert "misses it by 1.50" in root.inner_text()
        assert root.locator("input").count() == 0
        assert len(log.console) == 1  # for who looks for the reason
        assert log.console[0].startswith("error:")


def test_a_link_restores_the_state_and_jumps_to_the_figure(book):
    name = pages.site(book.folder, "tall", *(f() for f in FIGURES), tall=True)
    with book.open(name) as (page, _):
        put(page, travel(), k=12, rate=3)
        put(page, shrink(), t=-1.25)
        until(page, "location.hash === '#fig-shrink?t=-1.25/fig-travel?k=12&rate=3'")
        link = page.evaluate("location.href").removeprefix(book.address)
    with book.open(link) as (page, _):
        assert state(page, travel()) == {"k": 12, "rate": 3, "flow": 1}
        assert state(page, shrink()) == {"t": -1.25}
        for factory in FIGURES:
            assert_drawn_as_numpy(page, factory)
        assert abs(page.locator("#fig-shrink").bounding_box()["y"]) < 5
        page.locator("#fig-shrink").get_by_role("button", name="Reset").click()
        until(page, "location.hash === '#fig-travel?k=12&rate=3'")
        page.locator("#fig-travel").get_by_role("button", name="Reset").click()
        until(page, "location.hash === ''")


def test_a_link_on_the_same_page_moves_its_figure_only(book):
    with book.open("all.html") as (page, _):
        put(page, hinge(), w=-1.0)
        until(page, "location.hash !== ''")
        page.evaluate("location.hash = '#fig-travel?k=7'")
        until(page, "document.querySelector('#fig-travel input').valueAsNumber === 7")
        assert state(page, hinge())["w"] == -1.0
        assert_drawn_as_numpy(page, travel)


def test_a_link_to_a_state_does_not_depend_on_what_was_moved_before(book):
    with book.open("travel.html") as (page, _):
        put(page, travel(), rate=3, flow=0)
        until(page, "location.hash !== ''")
        page.evaluate("location.hash = '#fig-travel?k=7'")
        until(page, "document.querySelector('#fig-travel input').valueAsNumber === 7")
        assert state(page, travel()) == {"k": 7, "rate": 1, "flow": 1}
        assert_drawn_as_numpy(page, travel)


def test_ordinary_anchors_are_left_alone(book):
    with book.open("all.html#after") as (page, _):
        live(page, "travel")
        assert page.evaluate("scrollY") > 0
        page.get_by_role("button", name="Reset").first.click()
        page.wait_for_timeout(400)
        assert page.evaluate("location.hash") == "#after"
        page.evaluate("location.hash = '#fig-hinge'")
        assert abs(page.locator("#fig-hinge").bounding_box()["y"]) < 5
        assert_drawn_as_numpy(page, hinge)


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("#fig-travel?k=12.4", 12),  # snapped to the grid
        ("#fig-travel?k=1000", 40),
        ("#fig-travel?k=-5", 0),
        ("#fig-travel?k=", 0),
        ("#fig-travel?k=many", 0),
        ("#fig-travel?k=NaN", 0),
        ("#fig-travel?k=Infinity", 40),
        ("#fig-travel?q=3&k=9", 9),  # of an older edition of the figure
        ("#fig-gone?k=3/fig-travel?k=9", 9),
        ("#fig-travel%3Fk=9", 9),  # as some chat programs write it
        ("#fig-travel?__proto__=3", 0),
        ("#fig-%E0%A4%A?k=3", 0),  # not an address at all
        ("#/?=&", 0),
        ("#fig-travel", 0),
    ],
)
def test_foreign_values_in_the_address_are_ignored(book, link, expected):
    with book.open("travel.html" + link) as (page, _):
        assert state(page, travel()) == {"k": expected, "rate": 1, "flow": 1}
        assert_drawn_as_numpy(page, travel)


def test_a_link_opens_what_hides_its_figure(book):
    name = pages.site(book.folder, "folded", f"<details><summary>More</summary>{hinge().html()}</details>")
    with book.open(name + "#fig-hinge?w=-1") as (page, _):
        page.locator("#fig-hinge input").first.wait_for()  # visible
        assert state(page, hinge())["w"] == -1.0
        page.wait_for_timeout(100)
        assert_drawn_as_numpy(page, hinge)


def test_a_form_on_the_same_page_moves_a_figure(book):
    with book.open("all.html") as (page, _):
        live(page,
             "travel").evaluate("e => e.dispatchEvent(new CustomEvent('livefig-set', { detail: { k: 9, rate: 2 } }))")
        assert state(page, travel()) == {"k": 9, "rate": 2, "flow": 1}
        assert_drawn_as_numpy(page, travel)
        page.wait_for_timeout(400)
        assert page.evaluate("location.hash") == ""  # the address holds what the reader moved by hand
