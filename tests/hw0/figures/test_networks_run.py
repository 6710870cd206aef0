"""The reader's own run: the page trains as the package does, at every size, with every rule, over a thousand steps."""
import json

import numpy as np
import pytest
from numpy.testing import assert_allclose

from hw0.figures.networks import recorded, replay, training
from hw0.figures.networks.training import BATCHES, GAINS, PENALTIES, RATES, SIDE, look
from hw0.networks.optimizers import RULES
from livefig import draws
from livefig.sizes import plain
from tests.hw0.figures.trained_in_the_page import assert_trains_like, steps_of
from tests.livefig.runs import after


@pytest.fixture(scope="module")
def page():
    """The figure as the page gets it."""
    return json.loads(training(steps=0).json())


def settings_of(page, **at):
    """The row of values of the controls, and the same as Settings."""
    values = {i["name"]: i["value"] for i in page["inputs"]} | at
    return list(values.values()), replay.Settings(
        list(replay.DATA)[values["data"]], values["layers"], values["width"], GAINS[values["gain"]],
        RATES[values["rate"]], list(RULES)[values["rule"]], PENALTIES[values["penalty"]], BATCHES[values["batch"]],
        values["seed"])


CASES = [
    {},
    *({"rule": k, "gain": 7, "rate": 6 if k < 3 else 4} for k in range(len(RULES))),
    {"layers": 1}, {"layers": 2, "width": 1, "gain": 9}, {"layers": 5, "width": 32, "gain": 7},
    {"data": 1, "layers": 3, "width": 7, "gain": 7, "penalty": 2}, {"data": 2, "batch": 7, "gain": 7, "seed": 99},
    {"batch": 0, "gain": 7, "rate": 4, "seed": 3},
]


@pytest.mark.parametrize("at", CASES, ids=str)
def test_steps_in_the_page_are_those_of_the_trainer(page, at):
    row, settings = settings_of(page, **at)
    assert_trains_like(replay.trainer(settings), page, row, steps_of(at))


def test_a_loss_above_that_of_a_guess_is_not_taken_for_a_guess():
    assert "is above log 2" in str(training(at={"gain": GAINS.index(5.0), "rate": 0}, steps=1))
    assert "Step 1: the loss is still about log 2, that of a guess" in str(training(steps=1))


def test_a_run_whose_last_minibatch_is_the_last_with_a_loss_has_diverged():
    at = {"layers": 5, "width": 32, "gain": GAINS.index(5.0), "rate": RATES.index(10.0), "batch": 0}
    assert "has diverged" in str(training(at=at, steps=5))
    assert "Step 4: the loss is above log 2" in str(training(at=at, steps=4))


def test_a_loss_that_holds_a_penalty_is_not_compared_with_a_guess():
    assert "guess." not in str(training(at={"gain": GAINS.index(5.0), "rate": 0, "penalty": 4}, steps=1))


@pytest.mark.parametrize("at", [{}, {"layers": 1}, {"layers": 5, "width": 9, "gain": 7, "data": 2}], ids=str)
@pytest.mark.parametrize("steps", [0, 130])
def test_a_look_of_the_page_finds_what_the_trainer_finds(page, at, steps):
    row, settings = settings_of(page, **at)
    found, want = after(page, row, steps), look(settings, steps)
    assert found["steps"] == want.steps == steps
    for room, value in (("right", want.right), ("all loss", want.loss), ("loss", want.last_loss)):
        assert_allclose(found[room], np.ravel(value), atol=1e-12)
    for room, value in (("activations", want.activations), ("gradients", want.gradients)):
        shown = slice(settings.layers - (room == "activations"))
        assert_allclose(np.reshape(found[room], value.shape)[shown], value[shown], atol=1e-9)
    assert_allclose(np.reshape(found["field"], (SIDE, SIDE, 2)), want.shares, atol=1e-12)
    for got, value in zip(found["history"], want.history, strict=True):
        assert_allclose(got[:len(value)], value, atol=1e-12)
        assert np.all(np.isnan(got[len(value):]))


def test_a_run_that_diverges_ends_in_the_page_too(page):
    """Not at the same step: some products leave out a zero, others make NaN of zero times infinity."""
    row, settings = settings_of(page, rule=1, gain=7, rate=10, layers=5, width=32, batch=0)
    assert replay.right_after(settings, 50) == 0.0
    found = after(page, row, 50)
    assert found["steps"] < 50
    assert not np.isfinite(found["loss"])
    assert look(settings, 50).steps < 50


@pytest.mark.parametrize(("name", "record"), [
    ("back", lambda sizes: recorded._back(3, sizes)), ("look", lambda sizes: recorded._look(2, sizes)),
    ("start", lambda sizes: recorded._start(4, sizes)),
])
def test_one_text_gives_the_recording_at_any_sizes(name, record):
    layers = {"back": 3, "look": 2, "start": 4}[name]
    template = recorded.templates(SIDE)[name][layers - 1]
    for sizes in ({"m": 2, "h": 31, "n": 40}, {"m": 17, "h": 5, "n": 23}, {"m": 128, "h": 32, "n": 128}):
        numbers = [int(sum(c * np.prod([sizes[s] for s in names]) for c, *names in formula))
                   for formula in template["sizes"]]

        def number(value, numbers=numbers):
            return numbers[int(value)] if isinstance(value, str) and value.isdigit() else value

        code = [[op, *([number(x) for x in template["views"][arg]] if isinstance(arg, int) else number(arg["is"])
                       for arg in args)] for op, *args in template["code"]]
        there = plain(record(sizes))
        assert code == there["code"]
        assert [[name, number(size), number(fill)] for name, size, fill in template["rooms"]] == there["rooms"]


def test_the_first_numbers_are_those_of_the_source():
    state = draws.seeded(0)
    assert_allclose([draws.uniform(state) for _ in range(3)], [0.12701112, 0.31852757, 0.30918602], atol=1e-8)


def test_normals_and_permutations_are_what_they_say():
    rng = draws.generator(5)
    z = rng.standard_normal((4000,))
    assert abs(np.mean(z)) < 4 / np.sqrt(z.size)
    assert abs(np.mean(z**2) - 1) < 4 * np.sqrt(2 / z.size)
    first = [rng.permutation(5)[0] for _ in range(1000)]
    counts = np.bincount(first, minlength=5)
    assert np.all(np.abs(counts - 200) < 4 * np.sqrt(200 * 0.8))


def test_seeds_are_not_alike():
    z = np.array([draws.generator(seed).standard_normal((300,)) for seed in range(30)])
    alike = np.corrcoef(z) - np.eye(30)
    assert np.max(np.abs(alike)) < 4.5 / np.sqrt(300)
    assert abs(np.mean(z[:, 0])) < 4 / np.sqrt(30)


def test_four_layers_learn_at_the_scale_of_he_and_not_at_a_tenth_of_it():
    small, he = ([replay.right_after(replay.Settings(gain=gain, seed=seed), 600) for seed in range(3)]
                 for gain in (0.1, 1.0))
    assert max(small) < 0.8 < 0.9 < min(he)
