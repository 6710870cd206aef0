"""The map of part 6a: which dots it draws, where its edges lie, and what it says of both."""
import re

import numpy as np
import pytest
from numpy.testing import assert_allclose

from hw0.figures.networks import band
from hw0.figures.networks.band import EPOCHS, INPUTS, WIDTHS
from hw0.networks import overfitting, sweeps, trainability
from tests.hw0.figures.told import sentences


def at_setting(inputs=64, width=100, epochs=20):
    """Positions of the sliders."""
    return {"inputs": INPUTS.index(inputs), "width": WIDTHS.index(width), "epochs": EPOCHS.index(epochs)}


def drawn(fig):
    """How many dots of either kind each panel shows."""
    return [[sum(np.sum(np.isfinite(mark["x"].value)) for mark in panel["marks"] if mark["type"] == "point"
                 and mark["n"] > 1 and mark["paint"]["fill"].startswith(f"var(--lf-{color},"))
             for color in ("model", "muted")] for panel in fig.spec["panels"]]


@pytest.mark.parametrize(("sweep", "setting", "says"), [
    ("overfit", {}, "fitted to these dots"), ("large_inputs", {"inputs": 3072}, "never saw"),
    ("elsewhere", {"width": 25}, "never saw"), ("elsewhere", {"width": 200}, "never saw"),
    ("elsewhere", {"epochs": 5}, "never saw"), ("elsewhere", {"epochs": 80}, "never saw")])
def test_the_maps_draw_the_stored_cells_where_the_sliders_stand(sweep, setting, says):
    right = sweeps.load(sweep)
    if sweep == "elsewhere":
        right = right[:, list(sweeps.ELSEWHERE_IS.values()).index(setting)]
    learnt = right == overfitting.EXAMPLES
    fig = band(at=at_setting(**setting))
    assert drawn(fig) == [[np.sum(np.all(depth, axis=-1)), np.sum(np.any(depth, axis=-1) & ~np.all(depth, axis=-1))]
                          for depth in learnt]
    assert says in sentences(band, **at_setting(**setting))[0]
    counted = [int(n) for n in re.findall(r"\d+", sentences(band, **at_setting(**setting))[0])]
    assert counted[::2] == [np.sum(trainability.learnt(table)) for table in right]


def test_where_nobody_has_measured_the_band_says_so_and_draws_no_dot():
    setting = at_setting(inputs=256, width=200)
    assert drawn(band(at=setting)) == [[0, 0], [0, 0]]
    assert "Nobody has measured here" in sentences(band, **setting)[0]


@pytest.mark.parametrize("setting", [{}, {"inputs": 12288}, {"width": 25, "epochs": 80}])
def test_the_edges_are_those_of_the_law_at_the_sliders(setting):
    fig = band(at=at_setting(**setting))
    more = {name: value for name, value in setting.items() if name != "epochs"}
    for panel, depth in zip(fig.spec["panels"], (3, 5), strict=True):
        low, high = [mark for mark in panel["marks"] if mark["type"] == "line" and mark["n"] > 2][2:]
        scale = 10.0 ** np.ravel(low["x"].value)
        want = (trainability.least_rate(scale, depth, steps=2 * setting.get("epochs", 20), **more),
                trainability.most_rate(scale, depth, **more))
        there = want[0] < want[1]
        assert there.any()
        for line, edge in zip((low, high), want, strict=True):
            assert_allclose(np.ravel(line["y"].value), np.where(there, np.log10(edge), np.nan))
