"""The reader's own digits: the page trains and names as the package does, and what is drawn is named."""

import json

import numpy as np
import pytest
from numpy.testing import assert_allclose, assert_array_equal

from hw0 import datasets
from hw0.figures.networks import DigitSettings, digit_after, digits, unseen_digits
from hw0.figures.networks.digits import COUNTS, RATES, WIDTHS, digit_look, digit_trainer, inputs_of, pictures
from livefig.pads import packed, unpacked
from livefig.words import spoken, written
from tests.hw0.figures.trained_in_the_page import STEPS, assert_trains_like, steps_of
from tests.livefig.runs import after
from tests.livefig.test_pads import stroke

# digits as a hand draws them with the pen, as tall as the pad: points across and down, in cells
HAND = {
    0: [(4, .6), (2.2, 2), (2, 5), (3.2, 7.3), (5, 7.3), (6, 5), (5.8, 2.2), (4, .6)],
    1: [(2.5, 2), (4.3, .6), (4.3, 7.4)],
    2: [(2, 2), (3, .8), (5, .8), (5.6, 2.2), (4.5, 4.2), (2, 7.2), (6.2, 7.2)],
    3: [(2, 1), (5.5, .8), (3.8, 3.5), (5.6, 4.8), (5, 6.9), (2, 7.2)],
    5: [(6, .8), (2.5, .8), (2.2, 3.4), (5, 3.6), (5.6, 5.6), (4.4, 7.2), (2, 7)],
    6: [(4.6, .6), (2.6, 3.4), (2.3, 5.8), (3.8, 7.4), (5.6, 6.2), (4.8, 4.4), (2.6, 5)],
    8: [(4, .6), (2.4, 1.8), (5.5, 5.6), (4, 7.4), (2.4, 5.8), (5.6, 1.8), (4, .6)],
    9: [(5.6, 2), (4, .6), (2.4, 2.2), (3.4, 3.8), (5.6, 2.4), (5.4, 5), (4, 7.4)],
}  # fmt: skip


@pytest.fixture(scope="module")
def page():
    """The figure as the page gets it."""
    return json.loads(digits(steps=0).json())


def settings_of(page, **at):
    """The row of values of the controls, and the same as DigitSettings."""
    values = {i["name"]: i["value"] for i in page["inputs"]} | at
    return list(values.values()), DigitSettings(COUNTS[values["digits"]], values["layers"], WIDTHS[values["width"]],
                                                RATES[values["rate"]], values["seed"])


CASES = [{}, {"digits": 0, "layers": 3, "width": 4}, {"digits": 1, "layers": 1, "rate": 7, "seed": 99},
         {"layers": 3, "width": 2, "seed": 7}]


@pytest.mark.parametrize("at", CASES, ids=str)
def test_steps_in_the_page_are_those_of_the_trainer(page, at):
    row, settings = settings_of(page, **at)
    assert_trains_like(digit_trainer(settings), page, row, steps_of(at))


@pytest.mark.parametrize("at", [{}, {"digits": 0, "layers": 1}, {"digits": 1, "layers": 3, "width": 4}], ids=str)
@pytest.mark.parametrize("steps", [0, 130])
def test_a_look_of_the_page_finds_what_the_trainer_finds(page, at, steps):
    row, settings = settings_of(page, **at)
    found, want = after(page, row, steps), digit_look(settings, steps)
    assert found["steps"] == want.steps == steps
    for room, value in (("right X", want.right), ("right unseen X", want.unseen), ("sure", want.sure),
                        ("named", want.named), ("loss", want.last_loss)):
        assert_allclose(found[room], np.ravel(value), atol=1e-12, err_msg=room)
    assert len(found["history"]) == len(want.history) == 4
    for got, value in zip(found["history"], want.history, strict=True):
        assert_allclose(got[:len(value)], value, atol=1e-12)
        assert np.all(np.isnan(got[len(value):]))


def test_what_is_drawn_is_what_the_net_is_asked(page):
    """Neither the training nor the shares depend on the pad."""
    drawn = stroke(HAND[3])
    row, settings = settings_of(page, **{f"row{k}": int(v) for k, v in enumerate(packed(drawn).astype(int), 1)})
    found, want = after(page, row, 200), digit_look(settings, 200)
    named = digit_after(settings, 200).predict_proba(inputs_of(packed(drawn)[None]))
    assert_allclose(found["named"], np.ravel(named), atol=1e-12)
    assert found["right unseen X"] == want.unseen
    assert_allclose(found["sure"], want.sure, atol=1e-12)


def test_the_digits_are_those_of_the_book_with_the_darkest_two_shades_as_one():
    (X, y), (rows, labels) = datasets.pictures(), pictures()
    assert_array_equal(unpacked(rows, 8).reshape(700, 64), np.minimum(X[:700], 15))
    assert_array_equal(labels, y[:700])
    assert len(np.unique(rows, axis=0)) == 700      # so the figure knows which one is on the pad


def test_the_ink_of_scribbles_is_that_of_the_digits():
    X, y = unseen_digits()
    Z, _ = unseen_digits(shuffled=np.random.default_rng(0))
    assert X.shape == Z.shape == (200, 64) and len(y) == 200
    inks = [np.sort(np.rint(A * 4 - (X[0] * 4 - unpacked(pictures()[0][500], 8).ravel())), axis=1)
            for A in (X, Z)]
    assert_array_equal(*inks)
    assert np.mean(X == Z) < 0.6


@pytest.mark.parametrize("seed", range(3))
def test_a_net_that_has_learnt_names_what_a_hand_draws(seed):
    net = digit_after(DigitSettings(seed=seed), STEPS)
    drawn = inputs_of(packed(np.array([stroke(points) for points in HAND.values()])))
    assert np.mean(net.predict(drawn) == list(HAND)) >= 7 / 8
    assert net.score(*unseen_digits()) > 0.93


def sentence(at, steps=200):
    """What the still picture says."""
    return spoken(digits(at, steps).spec["said"][-1])


def test_it_says_whether_it_is_right_only_where_that_is_known():
    rows = pictures()[0]
    net = digit_after(DigitSettings(digits=20), 200)
    X, y = unseen_digits()
    named, sure = net.predict(X), np.max(net.predict_proba(X), axis=1)
    for number in (*np.flatnonzero(named == y)[:2], *np.flatnonzero(named != y)[:2]):
        at = {"digits": 0} | {f"row{k}": int(v) for k, v in enumerate(rows[500 + number], 1)}
        end = "right." if named[number] == y[number] else f"wrong, the digit is {y[number]}."
        assert sentence(at) == f"The net says {named[number]} with {written(sure[number], '.0%')}: {end}"
    assert "is right, you know" in sentence(at | {"row1": at["row1"] ^ 1})
    assert sentence(dict.fromkeys(at, 0)).startswith("The pad is empty, and still the net says")
    assert sentence(None, 0).startswith("Nothing is trained yet: the net gives")
    deaf = {"layers": 3, "width": 0, "seed": 7}
    assert "has diverged" in sentence({"digits": 0, "width": 1, "rate": RATES.index(10.0), "seed": 13})
    assert sentence(deaf, 0) == "No hidden unit hears the pad: the net gives each digit 10%."


def test_before_training_the_net_has_no_favourite():
    tops = [np.max(digit_look(DigitSettings(layers=layers, seed=seed), 0).named)
            for layers in (2, 3) for seed in range(5)]
    assert max(tops) < 0.25
