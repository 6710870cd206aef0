"""hw0.networks.model: what a network is made of and fed with, and what it refuses."""
import numpy as np
import pytest

from hw0.networks import Network


def a_network():
    return Network((15, 20, 30, 10), rng=np.random.default_rng(0))


@pytest.mark.parametrize(("knobs", "error", "says"), [
    ({"sizes": (5,)}, ValueError, "sizes must be two or more"), ({"sizes": (5, 0, 3)}, ValueError, "positive"),
    ({"sizes": (5, 2.5)}, ValueError, "whole"), ({"sizes": 5}, ValueError, "two or more positive whole numbers"),
    ({"reg": -1.0}, ValueError, "reg must be a number >= 0"), ({"reg": None}, TypeError, "reg must be a real number"),
    ({"scale": np.nan}, ValueError, "scale must be"), ({"scale": "large"}, TypeError, "scale must be a real number"),
    ({"loss": "logistic"}, ValueError, "loss must be one of"), ({"loss": ["softmax"]}, ValueError, "one of"),
    ({"dtype": np.int64}, ValueError, "dtype must be float32 or float64"),
    ({"rng": 0}, TypeError, "rng must be a numpy.random.Generator"), ({"rng": np.random}, TypeError, "Generator"),
])
def test_knobs_out_of_range_or_of_another_kind_are_refused(knobs, error, says):
    with pytest.raises(error, match=says):
        Network(**{"sizes": (5, 3), "rng": np.random.default_rng(0)} | knobs)


@pytest.mark.parametrize(("X", "y", "says"), [
    (np.ones((2, 14)), [0, 1], r"X must have shape \(n, 15\)"), (np.ones((0, 15)), [], "X must"),
    (np.full((2, 15), np.inf), [0, 1], "X must be finite"), (np.ones((2, 15)), [0, 10], "from 0 to 9"),
    (np.ones((2, 15)), [0, 1, 2], r"labels must have shape \(2,\)"),
])
def test_data_that_do_not_fit_are_refused(X, y, says):
    with pytest.raises(ValueError, match=says):
        a_network().loss_and_grads(X, y)


def test_widths_may_be_whole_numbers_of_numpy():
    assert Network(tuple(np.array([4, 3])), rng=np.random.default_rng(0)).sizes == (4, 3)


def test_masked_data_are_refused():
    X = np.ma.masked_greater(np.random.default_rng(0).normal(size=(2, 15)), 1)
    with pytest.raises(TypeError, match="masked entries"):
        a_network().loss_and_grads(X, [0, 1])


def test_data_that_are_too_large_for_float32_are_told():
    rng = np.random.default_rng(0)
    with pytest.raises(ValueError, match="X is too large for float32"):
        Network((2, 3), rng=rng, dtype=np.float32).admit([[1e39, 0.0]], [0])
    with pytest.raises(ValueError, match="targets is too large for float32"):
        Network((2, 1), rng=rng, dtype=np.float32, loss="squared").admit([[1.0, 0.0]], [1e39])
