"""A live figure on a page in a browser: read it, move it, and compare what it shows with NumPy.

assert_drawn_as_numpy(page, figure)      # figure(at=None) -> Figure; the page holds #fig-<its name>
"""

import functools
import re

import numpy as np

from livefig import axes, still, words
from livefig.controls import shown
from livefig.formulas import flat

READ = """root => [...root.querySelectorAll('.lf-control')].map(row => {
    const e = row.querySelector('input, select');
    return e.type === 'checkbox' ? +e.checked : +e.value;
})"""
PANELS = """root => [...root.querySelectorAll('.lf-plot')].map(plot => {
    const svg = plot.querySelector('svg'), [frame, body, over] = svg.children;
    return {
        width: svg.viewBox.baseVal.width, height: svg.viewBox.baseVal.height,
        across: plot.getBoundingClientRect().width,
        labels: [...frame.children].map(e => e.textContent),
        grid: [...body.children].filter(e => /lf-(grid|zero)/.test(e.getAttribute('class'))).length,
        paths: [...body.children].filter(e => !e.getAttribute('class')).map(e => e.getAttribute('d')),
        over: [...over.children].map(e => e.localName === 'path' ? e.getAttribute('d').split('M').slice(1)
            : e.getAttribute('visibility') === 'hidden' ? null : [e.getAttribute('transform'), e.textContent]),
    };
})"""
SAID = """root => ({
    numbers: [...root.querySelectorAll('.lf-numbers > span')].map(e => e.textContent),
    cases: [...root.querySelectorAll('.lf-case')].map(e => e.textContent),
    tables: [...root.querySelectorAll('.lf-table tbody')]
        .map(t => [...t.children].map(r => [...r.children].map(e => e.textContent))),
    values: [...root.querySelectorAll('.lf-value')].map(e => e.textContent),
})"""
# Whether a finger on an element moves it and not the page, also where `touch-action` alone does not see to it.
HELD = "e => !e.dispatchEvent(new Event('touchstart', { cancelable: true }))"
PUT = """(root, values) => values.forEach(([k, v]) => {
    const e = root.querySelectorAll('.lf-control')[k].querySelector('input, select');
    if (e.type === 'checkbox') e.checked = v; else e.value = v;
    e.dispatchEvent(new Event('input'));
})"""
# What changes at every step stands in room that was kept for it: the words that need more of it.
SPILLED = """root => [...root.querySelectorAll('.lf-case > span, b')].filter(e => e.checkVisibility()
    && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 4)).map(e => e.textContent)"""
SHOWN = (f"root => ({{ values: ({READ})(root), panels: ({PANELS})(root), said: ({SAID})(root), "
         f"spilled: ({SPILLED})(root) }})")
# An event brings a figure to life as a form does; by itself it waits until it is near.
WAKE = "root => root.dispatchEvent(new CustomEvent('livefig-set'))"
AT_ONCE = """([name, given]) => {{
    const root = document.getElementById(`fig-${{name}}`);
    if (root) ({wake})(root);
    return root?.matches('[data-live]') ? [({script})(root, given)] : null;
}}"""
PIXEL = 0.11  # the page writes tenths of pixels


@functools.cache
def at_first(factory):
    """Return a figure as it begins, traced once for all that ask for its name and its controls."""
    return factory()


def live(page, name):
    """Return the locator of a figure, brought to life."""
    page.locator(f"#fig-{name}").evaluate(WAKE)
    root = page.locator(f"#fig-{name}[data-live]")
    root.wait_for()
    return root


def ask(page, name, script, given=None):
    """Return what a script says of a figure, as `live(page, name).evaluate` does; at once if it is alive."""
    found = page.evaluate(AT_ONCE.format(wake=WAKE, script=script), [name, given])
    return found[0] if found else live(page, name).evaluate(script, given)


def named(fig, values):
    """Return {name: value} of the controls of a figure, from their values."""
    assert len(values) == len(fig.spec["inputs"])
    return {i["name"]: type(i["min"])(v) for i, v in zip(fig.spec["inputs"], values, strict=True)}


def state(page, fig):
    """Return {name: value} of the controls of a figure on the page."""
    return named(fig, ask(page, fig.spec["name"], READ))


def put(page, fig, **values):
    """Move controls of a figure on the page, as a reader does."""
    names = [i["name"] for i in fig.spec["inputs"]]
    ask(page, fig.spec["name"], PUT, [[names.index(name), v] for name, v in values.items()])


def until(page, expression, seconds=5):
    """Wait until a JavaScript expression is true (Playwright's waiting needs eval, which a strict policy forbids)."""
    for _ in range(50 * seconds):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(20)
    raise AssertionError(f"not within {seconds} s: {expression}")


def numbers(text):
    """Return the numbers in path data or a transform."""
    return np.array([float(x) for x in re.findall(r"-?\d+(?:\.\d+)?(?:e-?\d+)?", text)])


def assert_drawn_as_numpy(page, factory):
    """Raise AssertionError unless the figure shows what NumPy says at its controls; return how many marks are drawn."""
    first, drawn = at_first(factory), 0
    shows = ask(page, first.spec["name"], SHOWN)
    at, seen, said = named(first, shows["values"]), shows["panels"], shows["said"]
    with np.errstate(all="ignore"):
        fig = factory(at=dict(at))
    assert len(seen) == len(fig.spec["panels"])
    for panel, got in zip(fig.spec["panels"], seen, strict=True):
        assert abs(got["width"] - got["across"]) < 0.2, "the picture was not laid out for its width"
        drawn += _assert_panel(panel, got, several=len(seen) > 1, where=f"{fig.spec['name']} at {at}")
    lists = {"numbers": [], "cases": [], "tables": []}
    for item in fig.spec["said"]:
        kind = "numbers" if "label" in item else "cases" if "pick" in item else "tables"
        lists[kind].append(f"{item['label']}: {words.spoken(item)}" if "label" in item else words.spoken(item))
    expected = {**_flat(lists), "values": [flat(shown(i, at[i["name"]])) for i in fig.spec["inputs"]]}
    assert said == expected, f"the page says {said}, NumPy {expected}"
    assert shows["spilled"] == []
    return drawn


def _flat(said):
    """Everything that is said, letter by letter, as a browser gives the text of what is typeset."""
    return flat(said) if isinstance(said, str) else {k: _flat(v) for k, v in said.items()} if isinstance(said, dict) \
        else [_flat(each) for each in said]


def _assert_panel(panel, got, several, where):
    box = axes.box(panel, got["width"], several)
    assert abs(box.outer - got["height"]) < 0.01
    sx, sy = axes.scale(panel["xlim"], panel.get("xlog"), box.width), axes.scale(panel["ylim"], panel.get("ylog"),
                                                                                 box.height, flip=True)
    longest = axes.longest_label(panel["xticks"])
    ticks = axes.spread(panel["xticks"], sx, axes.CHARACTER * longest + 10) + axes.spread(panel["yticks"], sy, 20)
    assert len(ticks) >= 2 or not panel["xticks"] + panel["yticks"]  # a sketch has no scale
    assert got["grid"] == len(ticks)
    named = [label for label in (panel["ylabel"], panel["xlabel"]) if label]
    assert got["labels"] == _flat([label for _, label in ticks] + named)
    paths, over, drawn = iter(got["paths"]), iter(got["over"]), 0
    for mark in panel["marks"]:
        name = f"{where}: {mark['type']} {mark.get('label', '')}"
        if mark["type"] in ("line", "area", "arrow"):
            path, expected = next(paths), still.outline_of(mark, sx, sy)
            same = re.sub("[^ML]", "", path) == re.sub("[^ML]", "", expected)
            assert same, f"{name}: {path}, {expected}"      # broken at the same places
            have, want = numbers(path), numbers(expected)
            assert np.all(np.abs(have - want) < PIXEL), name
            drawn += have.size > 0
            continue
        at = still.places(mark, sx, sy)
        places = list(zip(at["x"], at["y"], strict=True))
        if mark["type"] == "point":
            places = [place for place in places if still.seen(*place, box)]
            have = [point.partition("m") for point in next(over)]
            assert [outline for *_, outline in have] == [mark["d"][1:]] * len(places), name
            off = [np.abs(numbers(point) - place) for (point, *_), place in zip(have, places, strict=True)]
            assert np.all(np.array(off) < PIXEL), name
            drawn += len(places)
            continue
        for x, y in places:
            have, visible = next(over), still.seen(x, y, box)
            assert (have is not None) == visible, name
            if visible:
                assert np.all(np.abs(numbers(have[0]) - [x + mark["dx"], y - mark["dy"]]) < PIXEL), name
                assert have[1] == flat(words.say(mark["text"])), name
                drawn += 1
    assert next(paths, None) is None
    assert next(over, None) is None
    return drawn
