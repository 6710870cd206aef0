"""hw0.datasets: points that are drawn ask for whole numbers of them and for a generator."""
import numpy as np
import pytest

from hw0 import datasets


def on_a_curve(n, *, f=np.sin, **knobs):
    return datasets.curve(f, n, **knobs)


@pytest.mark.parametrize("make", [datasets.spirals, datasets.blobs, datasets.rings, on_a_curve])
@pytest.mark.parametrize(("wrong", "error", "words"), [
    ({"rng": 0}, TypeError, "default_rng"), ({"n": 0}, ValueError, "n must be a whole number >= 1"),
    ({"n": 2.5}, TypeError, "n must be a whole number"), ({"noise": -1.0}, ValueError, "noise must not be negative"),
    ({"noise": np.nan}, ValueError, "noise must be finite")])
def test_points_are_drawn_in_whole_numbers_by_a_generator(make, wrong, error, words):
    given = {"n": 3, "rng": np.random.default_rng(0)} | wrong
    if make is datasets.blobs and "noise" in given:
        given["spread"] = given.pop("noise")
    with pytest.raises(error, match=words):
        make(**given)


def test_a_curve_is_a_number_for_each_entry():
    with pytest.raises(ValueError, match="f must return a number for each entry"):
        datasets.curve(np.ravel, 3, rng=np.random.default_rng(0))
