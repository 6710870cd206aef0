"""hw0.networks.maximal_update: no layer's step grows with the width, and at the base nothing is changed."""
import numpy as np
import pytest
from numpy.testing import assert_allclose, assert_array_equal

from hw0.networks import SGD, Network, overfitting, sweeps, trainability
from hw0.networks.maximal_update import MaximalUpdate, shrink_last

RATES = np.array(sweeps.WIDTHS.axes["lr"])


def felt(width, seed, *, base):
    """How far a step of rate 1 moves a score through the weights of each of five layers."""
    rng = np.random.default_rng(seed)
    net = Network((64, *[width] * 4, 1), rng=rng, loss="squared")
    shrink_last(net, base=base)
    x = rng.standard_normal((1, 64))
    net.loss_and_grads(x, net.scores(x) - 1)            # so that the gradient is that of the score
    moved, sizes = MaximalUpdate(1.0, net, base=base).rates * net.grads**2, [W.size for W in net.weights]
    return [part.sum() for part in np.split(moved[:net.n_weights], np.cumsum(sizes)[:-1])]


@pytest.mark.parametrize("width", [50, 100, 400])
def test_every_layer_has_the_share_of_the_base_at_every_width(width):
    shares = np.mean([felt(width, seed, base=100) for seed in range(20)], axis=0)
    assert_allclose(shares, [64, 100, 100, 100, 100], rtol=0.4)
    assert_allclose(sum(shares), 464, rtol=0.25)


def test_at_the_base_nothing_is_changed():
    plain, same = (overfitting.begin(3, "he", 0.1, seed=0, base=base) for base in (None, 100))
    assert type(plain.optimizer) is SGD
    for trainer in (plain, same):
        trainer.run(2)
    assert_array_equal(same.model.params, plain.model.params)


@pytest.mark.parametrize("sizes", [(4, 3), (4, 5, 6, 3)])
def test_hidden_layers_of_no_single_width_are_refused(sizes):
    with pytest.raises(ValueError, match="hidden layers must have one width"):
        MaximalUpdate(0.1, Network(sizes, rng=np.random.default_rng(0)), base=5)


@pytest.mark.parametrize("base", [0, -1])
def test_a_base_is_positive(base):
    with pytest.raises(ValueError, match="base must be positive"):
        shrink_last(Network((2, 4, 3), rng=np.random.default_rng(0)), base=base)


def best(table):
    """The rate with the smallest loss, for each width and seed."""
    right, loss, _ = np.moveaxis(table, -1, 0)
    return RATES[np.argmin(np.where(right > 0, loss, np.inf), axis=1)]


def test_from_the_base_on_the_best_rate_stays_and_with_one_rate_it_falls():
    one, each = (best(table)[2:] for table in sweeps.load("widths"))
    assert set(each.ravel()) == {0.316, 0.562}
    assert one[-1].max() < one[0].min()


def test_with_one_rate_the_smallest_that_learns_falls_about_as_the_width_rises():
    table = sweeps.load("widths")[0, 2:, ..., 0]
    least = [RATES[trainability.learnt(right)][0] for right in table]
    assert 5 < least[0] / least[-1] < 20


def test_the_last_hidden_layer_goes_as_far_in_a_wide_net_as_in_a_narrow_one():
    _, loss, moved = np.moveaxis(sweeps.load("widths")[:, [2, -1]], -1, 0)
    right = sweeps.load("widths")[:, [2, -1], ..., 0]
    k = np.argmin(np.where(right > 0, loss, np.inf), axis=2)[:, :, None]
    way = np.mean(np.take_along_axis(moved, k, axis=2), axis=(2, 3))
    assert way[0, 1] < 0.8 * way[0, 0]
    assert way[1, 1] > 0.85 * way[1, 0]
