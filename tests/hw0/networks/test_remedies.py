"""hw0.networks.remedies: batch normalisation and residual connections, in a Network."""
import numpy as np
import pytest
from numpy.testing import assert_allclose

from hw0.networks import gradients, signals
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
