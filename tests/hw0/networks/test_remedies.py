"""hw0.networks.remedies: batch normalisation and residual connections, in a Network."""
import numpy as np
import pytest
from numpy.testing import assert_allclose

from hw0.networks import gradients, signals, tangents
from hw0.networks.remedies import NormalizedNetwork, ResidualNetwork


@pytest.mark.parametrize("kind", [NormalizedNetwork, ResidualNetwork])
@pytest.mark.parametrize("sizes", [(4, 6, 3), (4, 6, 6, 6, 3)])
def test_the_remedies_have_the_gradients_that_differences_have(kind, sizes):
    rng = np.random.default_rng(1)
    net, X, y = kind(sizes, rng=rng), rng.normal(size=(5, 4)), [0, 1, 2, 1, 0]
    net.loss_and_grads(X, y)
    derived, start = net.grads.copy(), net.params.copy()

    def loss(params):
        net.params[:] = params
        return net.loss_and_grads(X, y)

    assert gradients.norm_error(derived, gradients.central(loss, start)) < 1e-7


def test_batch_normalisation_gives_every_unit_mean_zero_and_size_one():
    rng = np.random.default_rng(0)
    net = NormalizedNetwork((4, 6, 3), rng=rng)
    net.scores(rng.normal(size=(50, 4)))
    normal = net.layers[1]._normal
    assert_allclose(normal.mean(axis=0), 0, atol=1e-12)
    assert_allclose(normal.std(axis=0), 1, rtol=1e-4)


def test_signals_grow_slowly_through_residual_connections():
    """Over 18 skips less than over two layers of gain 3; each of them would double a signal without its factor."""
    sizes = []
    for depth in (3, 20):
        rng = np.random.default_rng(0)
        net = ResidualNetwork((64, *[100] * (depth - 1), 10), rng=rng)
        sizes.append(signals.rms(net.scores(rng.standard_normal((50, 64)))))
    assert 1 < sizes[1] / sizes[0] < 9


def test_a_kink_inside_a_skip_is_marked():
    """A unit of the second hidden layer is active by less than one difference step."""
    net, X = ResidualNetwork((3, 4, 4, 2), rng=np.random.default_rng(0)), np.ones((1, 3))
    net.biases[1][0] = 1e-7 - (net.hidden(X)[0] @ net.weights[1])[0, 0]
    found = gradients.check_network(net, X, [0])
    assert gradients.norm_error(found.derived, found.numeric) > 1e-3
    assert found.error < 1e-8
    assert not found.smooth[net.n_weights + 4]      # the bias of that unit


def test_the_hidden_layers_of_a_residual_network_are_those_of_its_sizes():
    rng = np.random.default_rng(0)
    net, X = ResidualNetwork((3, 4, 4, 4, 2), rng=rng), rng.normal(size=(5, 3))
    hidden, found = net.hidden(X), signals.measure(net, X, [0, 1, 0, 1, 0])
    assert [len(each) for each in (hidden, *found)] == [3, 3, 4, 4]
    assert_allclose(hidden[-1] @ net.weights[-1] + net.biases[-1], net.scores(X))
    assert_allclose(found.weight_gradient, [signals.rms(dW) for dW in np.split(
        net.grads[:net.n_weights], np.cumsum([W.size for W in net.weights])[:-1])])


@pytest.mark.parametrize("sizes", [(3, 2), (3, 4, 5, 2)])
def test_a_skip_needs_hidden_layers_of_one_width(sizes):
    with pytest.raises(ValueError, match="must have one width"):
        ResidualNetwork(sizes, rng=np.random.default_rng(0))


@pytest.mark.parametrize("kind", [NormalizedNetwork, ResidualNetwork])
@pytest.mark.parametrize("size", [tangents.kernel_size, tangents.curvature])
def test_tangents_are_those_of_plain_layers(kind, size):
    with pytest.raises(ValueError, match="Affine and ReLU layers alone"):
        size(kind((3, 4, 4, 2), rng=np.random.default_rng(0)), np.ones((2, 3)))
