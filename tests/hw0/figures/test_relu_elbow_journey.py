"""The journey of the elbows: the page trains as relu_network does, step by step, and shows what it finds."""
import json

import numpy as np
import pytest
from numpy.testing import assert_allclose

from hw0.figures.relu_elbow import journey, recorded, runs, training_run
from hw0.figures.relu_elbow.journey import RATES, _still
from hw0.relu_elbow import relu_network
from livefig import draws
from tests.livefig.runs import after, at_steps

# As a share of the largest parameter.  Sums in another order differ in the last digit; where a unit is close to its
# bend, training makes more of such a difference.
TOLERANCE = 1e-9
EPOCHS = 25             # 1,025 steps
ROOMS = dict.fromkeys(relu_network.Network._fields, recorded.MOST)
HEIGHTS = [f"y{k}" for k in range(5)]


@pytest.fixture(scope="module")
def page():
    """The figure as the page gets it."""
    return json.loads(journey(epochs=1).json())


def run_of(page, epochs, **at):
    """The row of values of the controls, and the Run of the package with the same settings."""
    values = {i["name"]: i["value"] for i in page["inputs"]} | at
    return list(values.values()), training_run(
        units=values["units"], lr=RATES[values["rate"]], seed=values["seed"], epochs=epochs,
        heights=tuple(values[name] for name in HEIGHTS))


CASES = [{}, {"units": 1}, {"units": 16, "rate": 3}, {"seed": 99, "rate": 0}, {"seed": 84}, {"seed": 3, "rate": 5},
         {"units": 5, "seed": 12, "y0": 1.0, "y2": -0.5, "y4": 1.5}]


@pytest.mark.parametrize("at", CASES, ids=str)
def test_a_thousand_steps_in_the_page_are_those_of_the_package(page, at):
    row, run = run_of(page, EPOCHS, **at)
    h, steps = run.path.b.shape[1], len(run.path.b) - 1
    got = at_steps(page, row, steps, ROOMS)
    most = max(np.max(np.abs(p)) for p in run.path)
    for name, p in run.path._asdict().items():
        assert got[name].shape == (steps, recorded.MOST)
        assert_allclose(got[name][:, :h], p[1:], rtol=0, atol=TOLERANCE * most, err_msg=name)
        assert not np.any(got[name][:, h:])         # units beyond the width stay nothing


@pytest.mark.parametrize("at", [{}, {"units": 3, "seed": 84}], ids=str)
@pytest.mark.parametrize("epochs", [1, 8])
def test_the_still_picture_shows_what_a_look_of_the_page_finds(page, at, epochs):
    row, run = run_of(page, epochs, **at)
    steps = len(run.path.b) - 1
    found = after(page, row, steps)
    values = {i["name"]: i["value"] for i in page["inputs"]} | at
    still = _still(values, epochs)
    assert found["steps"] == still["steps"] == steps
    for room in ("W1", "b", "W2", "path steps", "path W1", "path b"):
        assert_allclose(found[room], still[room].ravel(), atol=1e-9, err_msg=room)




def test_at_the_start_the_page_shows_the_start(page):
    row, run = run_of(page, 1)
    found = after(page, row, 0)
    assert_allclose(found["W1"][:8], run.path.W1[0], atol=1e-12)
    assert found["path steps"][0] == 1 and not np.any(found["path steps"][1:])
    assert_allclose(found["path b"][:8], run.path.b[0], atol=1e-12)


def test_a_run_that_diverges_ends_in_the_page_too(page):
    values = {i["name"]: i["value"] for i in page["inputs"]} | {"rate": len(RATES) - 1, "units": 16, "seed": 7}
    found = after(page, list(values.values()), 2000)
    assert found["steps"] < 2000 and not np.isfinite(found["loss"])
    with pytest.raises(ValueError, match="diverges"):
        training_run(units=16, lr=RATES[-1], seed=7)


def test_the_still_picture_ends_with_a_dead_unit_and_an_elbow_at_each_corner():
    run = training_run()
    dead = relu_network.dead(run.last, run.x)
    elbows = np.sort(relu_network.elbows(run.last.W1, run.last.b)[~dead])
    assert_allclose(elbows, [-2, -2, -1, -1, 0, 0, 1], atol=0.05)
    assert str(journey()).splitlines()[-1].startswith("One unit is dead")


@pytest.mark.parametrize(("at", "words"), [({"units": 2, "rate": 0}, "All units live"), ({"rate": 5}, "dead")])
def test_every_state_is_said_in_words(at, words):
    assert words in str(journey(at=at)).splitlines()[-1]


def test_the_target_is_the_polygon_through_its_heights():
    assert_allclose(runs.target(), 1 - np.abs(np.abs(runs.X) - 1), atol=1e-12)
    heights = (0.5, -1.0, 1.5, 0.0, 1.0)
    assert_allclose(runs.target(heights), np.interp(runs.X, runs.KNOTS, heights), atol=1e-12)


def test_the_numbers_of_the_page_are_uniform_where_they_say_so():
    u = draws.generator(5).uniform(-2.0, 2.0, 4000)
    assert -2 < u.min() < -1.99 < 1.99 < u.max() < 2
    assert abs(np.mean(u)) < 4 * 4 / np.sqrt(12 * u.size)
