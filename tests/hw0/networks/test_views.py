"""hw0.networks.views: what a network is made of stays one vector."""
import numpy as np
import pytest
from numpy.testing import assert_allclose

from hw0.networks import Network

X = np.random.default_rng(3).normal(size=(5, 4))


@pytest.mark.parametrize("replace", [
    lambda net: net.weights.__setitem__(0, np.ones((4, 3))), lambda net: net.biases.__setitem__(0, np.ones(3)),
    lambda net: setattr(net, "weights", [np.ones((4, 3))]), lambda net: setattr(net.layers[0], "W", np.ones((4, 3))),
    lambda net: setattr(net.layers[0], "b", np.ones(3)), lambda net: net.layers.__setitem__(0, None),
    lambda net: setattr(net, "loss", "hinge"), lambda net: setattr(net, "sizes", (4, 5)),
    lambda net: setattr(net, "dtype", np.float32),
])
def test_what_would_not_reach_the_layers_is_refused(replace):
    net = Network((4, 3), rng=np.random.default_rng(0))
    before = net.scores(X)
    with pytest.raises((TypeError, AttributeError)):
        replace(net)
    assert np.array_equal(net.scores(X), before)
    net.weights[0][:] = 1.0
    assert_allclose(net.scores(X), X.sum(axis=1, keepdims=True) * np.ones(3))


def test_writing_a_weight_says_how_to():
    with pytest.raises(TypeError, match=r"as in net\.weights\[0\]\[:\] = "):
        Network((4, 3), rng=np.random.default_rng(0)).weights[0] = np.ones((4, 3))
