"""The figure as a widget: the reader's moves arrive in Python, and Python's in the figure."""


import pytest

from livefig import ASSETS
from tests.livefig import pages
from tests.livefig.browser import READ, assert_drawn_as_numpy
from tests.livefig.demos import hinge, travel

MODEL = """async ([source, spec, value]) => {
    const { default: front } = await import(source);
    const state = { spec, value }, listeners = new Set();
    const model = window.model = {
        saved: [], get: k => state[k],
        set(k, v) {
            const changed = JSON.stringify(state[k]) !== JSON.stringify(v);
            state[k] = v;
            if (changed) listeners.forEach(f => f());
        },
        save_changes() { model.saved.push(state.value) },
        on: (name, f) => name === 'change:value' && listeners.add(f), off: (name, f) => listeners.delete(f), listeners,
    };
    const el = document.createElement('div');
    document.querySelector('main').append(el);
    window.finish = front.render({ model, el });
}"""


def show(page_, book, fig):
    """Show a figure as anywidget does, with a model that stands in for the kernel's."""
    (book.folder / "module.js").write_text(ASSETS.module("widget"), encoding="utf-8")
    page_.evaluate(MODEL, [book.address + "module.js", fig.json(), fig.value])


def test_values_before_a_widget_is_shown():
    fig, seen = hinge(), []
    assert fig.value == {"w": 1.0, "b": 0.5, "x": 1.5, "y": 0.5}
    assert fig.observe(seen.append) is not None
    fig.value = {"w": -1.234}
    assert fig.value["w"] == -1.25  # on the slider's grid
    fig.value = {"w": -1.26}  # the same
    assert [(c["old"]["w"], c["new"]["w"]) for c in seen] == [(1.0, -1.25)]


def test_the_readers_moves_arrive_in_python():
    fig, seen = travel(), []
    fig.observe(seen.append)
    fig.value = {"k": 5}
    widget = fig.widget()
    assert fig.widget() is widget
    assert widget.value == {"k": 5, "rate": 1, "flow": 1}
    widget.set_state({"value": {"k": 12, "rate": 1, "flow": 0}})  # what a message from the page does
    assert fig.value == {"k": 12, "rate": 1, "flow": 0}
    assert seen[-1]["old"]["k"] == 5
    assert seen[-1]["new"]["k"] == 12
    assert seen[-1]["owner"] is fig
    fig.value = {"k": 7}
    assert widget.value["k"] == 7
    assert seen[-1]["new"]["k"] == 7
    assert len(seen) == 3


def test_whole_numbers_stay_whole():
    fig = travel()
    fig.widget().set_state({"value": {"k": 12.0, "rate": 1.0, "flow": 0.0}})
    assert all(isinstance(v, int) for v in fig.value.values())


def test_an_unknown_value_is_an_error_with_a_widget_too():
    fig = hinge()
    fig.widget()
    with pytest.raises(ValueError, match="there is no input z"):
        fig.value = {"z": 1}


def test_the_front_end_follows_the_model_and_the_model_the_front_end(book):
    fig = hinge()
    fig.value = {"w": -1.0}
    name = pages.notebook(book.folder, "widget", "")
    with book.open(name) as (tab, _):
        show(tab, book, fig)
        root = tab.locator("figure.livefig[data-live]")
        assert root.evaluate(READ) == [-1.0, 0.5, 1.5, 0.5]
        root.locator("input").nth(1).focus()
        tab.keyboard.press("ArrowRight")
        assert tab.evaluate("model.get('value')") == {"w": -1.0, "b": 0.55, "x": 1.5, "y": 0.5}
        assert tab.evaluate("model.saved.length") == 1
        tab.evaluate("model.set('value', {w: 2, b: -1, x: 1.5, y: 0.5})")  # from Python
        assert root.evaluate(READ) == [2.0, -1.0, 1.5, 0.5]
        assert tab.evaluate("model.saved.length") == 1  # not sent back
        root.evaluate("e => { e.id = 'fig-hinge' }")
        assert_drawn_as_numpy(tab, hinge)
        tab.evaluate("finish()")
        assert tab.evaluate("model.listeners.size") == 0


def test_the_address_bar_is_left_to_the_notebook(book):
    name = pages.notebook(book.folder, "widget", "")
    with book.open(name) as (tab, _):
        show(tab, book, hinge())
        tab.locator("figure.livefig input").first.focus()
        tab.keyboard.press("ArrowRight")
        tab.wait_for_timeout(500)
        assert tab.evaluate("location.hash") == ""
