"""A value is always on its control's grid, the same one in Python, on the page and in the address."""

import itertools
import json
import math

import numpy as np
import pytest

from livefig import ASSETS
from livefig.controls import on_grid
from tests.livefig import pages
from tests.livefig.browser import live, put, state, until
from tests.livefig.test_operations import blank
from tests.node import module

SLIDERS = [(-0.3, 0.3, 0.1), (-1.2, 2.0, 0.05), (0.0, 1.0, 2.0**-13), (0.0, math.pi, math.pi / 2), (-3, 40, 1),
           (1000.0, 2000.0, 0.001), (0, 3 * 10**12, 10**12), (123456, 1234567, 1), (1e-30, 1e-28, 1e-30),
           (0.0, 1e200, 1e198)]
ON_GRID = """
import { onGrid } from '%s';
const [controls, values] = %s;
console.log(JSON.stringify(controls.map((c, k) => values[k].map(v => onGrid(c, v)))));
"""


def control(lo, hi, step, value=None):
    """The entry of a slider in a figure's JSON."""
    fig = blank()
    fig.slider("a", lo, hi, lo if value is None else value, step=step)
    return fig.spec["inputs"][0]


def test_python_and_the_page_have_the_same_grid():
    controls = [control(*slider) for slider in SLIDERS]
    values = [[c["min"] + u * (c["max"] - c["min"]) for u in np.linspace(0, 1, 201).tolist()] for c in controls]
    code = ON_GRID % ((ASSETS.folder / "script" / "words.js").as_uri(), json.dumps([controls, values]))
    ours = [[on_grid(c, v) for v in row] for c, row in zip(controls, values, strict=True)]
    assert json.loads(module(code)) == ours
    for c, row in zip(controls, ours, strict=True):
        assert row == [on_grid(c, v) for v in row]
        assert {type(v) for v in row} == {type(c["step"])}
        assert max(abs(a - b) for a, b in zip(row, values[controls.index(c)], strict=True)) <= 0.5001 * c["step"]


@pytest.mark.parametrize(("lo", "hi", "value", "step"), [
    (0.4, 2.5, 1, 0.02), (0.0, 1.0, 0.333, 0.001), (-2.0, 2.0, 1.0, 0.04), (0.0, 1.0, 0.0, 0.01),
    (0.1, 0.7, 0.25, 0.006),
    (1.0, 1000.0, 10.0, 1.0), (0, 3.0, math.sqrt(2), None),
])  # fmt: skip
def test_a_slider_without_a_step_has_one_that_holds_its_start_and_its_ends(lo, hi, value, step):
    if step is None:
        with pytest.raises(ValueError, match=r"is not on the grid 0, 0\.03, .*Change step"):
            control(lo, hi, None, value)
        return
    c = control(lo, hi, None, value)
    assert c["step"] == pytest.approx(step, rel=1e-12)
    assert [on_grid(c, v) for v in (lo, value, hi)] == pytest.approx([lo, value, hi], rel=1e-11)


@pytest.mark.parametrize(("lo", "hi", "step"), SLIDERS)
def test_neighbours_on_a_grid_are_a_step_apart(lo, hi, step):
    c = control(lo, hi, step)
    near = [on_grid(c, lo + k * step) for k in range(min(20, round((hi - lo) / step) + 1))]
    assert all(abs(b - a - step) <= 1e-3 * step for a, b in itertools.pairwise(near))


@pytest.mark.parametrize("step", [0.01, 0.02, 0.05, 0.1, 0.2])
def test_zero_is_zero_wherever_a_slider_begins(step):
    for k in range(1, 300):
        lo = float(f"{-k * step:.12g}")
        assert control(lo, -lo, step, 0.0)["value"] == on_grid(control(lo, -lo, step), 0.4 * step) == 0.0


def test_a_start_goes_to_the_nearest_place():
    fig = blank(at={"v": 0.333, "w": 2.9, "x": 3.14159265359, "c": 1.2, "on": 0.9})
    fig.slider("v", 0.0, 1.0, 0.0, step=0.5)
    fig.slider("w", 0, 5, 0)
    fig.slider("x", 0.0, np.pi, np.pi / 2, step=np.pi / 2)
    fig.choice("c", "abc")
    fig.toggle("on")
    assert fig.value == {"v": 0.5, "w": 3, "x": 3.14159265359, "c": 1, "on": 1}
    assert [type(v) for v in fig.value.values()] == [float, int, float, int, int]


def test_whole_numbers_of_many_digits_are_values():
    fig = blank()
    fig.slider("w", 0, 3 * 10**12, 0, step=10**12)
    fig.value = {"w": 3 * 10**12}
    assert fig.value == {"w": 3 * 10**12}
    fig.value = {"w": math.inf}
    assert fig.value == {"w": 3 * 10**12}


def quarter(at=None):
    fig = blank(at=at)
    b, w = fig.slider("b", 0, 5, 0), fig.slider("w", 0, np.pi, np.pi / 2)
    fig.line([0, 1], [w / 4, b / 5])
    return fig


def test_the_address_names_only_what_was_moved(book):
    with book.open(pages.site(book.folder, "quarter", quarter())) as (page, _):
        put(page, quarter(), b=3)
        until(page, "location.hash !== ''")
        assert page.evaluate("location.hash") == "#fig-test?b=3"
        live(page, "test").get_by_role("button", name="Reset").click()
        until(page, "location.hash === ''")
        assert state(page, quarter())["b"] == 0
