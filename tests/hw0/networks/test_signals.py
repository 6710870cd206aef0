"""hw0.networks.signals: the gain per layer, against networks that are measured."""
import numpy as np
import pytest
from numpy.testing import assert_allclose

from hw0.networks import Network, signals
from hw0.networks.remedies import NormalizedNetwork

WIDTH, DEPTH, N = 300, 7, 200


def measured(scale, seeds=8):
    """Mean Signals (in the mean square) of random networks of one width, 5 to 8 of them."""
    runs = []
    for seed in range(seeds):
        rng = np.random.default_rng(seed)
        net = Network((WIDTH, *[WIDTH] * (DEPTH - 1), 10), rng=rng, scale=scale)
        runs.append(signals.measure(net, rng.standard_normal((N, WIDTH)), rng.integers(10, size=N)))
    return signals.Signals(*(np.sqrt(np.mean(np.square(part), axis=0)) for part in zip(*runs, strict=True)))


@pytest.mark.parametrize("scale", [0.02, signals.he_scale(WIDTH), 0.15])
def test_every_layer_multiplies_activations_and_gradients_by_the_gain(scale):
    found, gain = measured(scale), signals.gain(scale, WIDTH)
    assert_allclose(found.activation, gain ** np.arange(1, DEPTH), rtol=0.15)
    assert_allclose(found.gradient[:-2] / found.gradient[1:-1], gain, rtol=0.15)


def test_the_gain_of_he_is_one():
    assert_allclose(signals.gain(signals.he_scale(77), 77), 1)


def test_every_layer_contributes_alike_to_the_kernel():
    scale = 0.1
    gain, contributions = signals.gain(scale, WIDTH), []
    for seed in range(6):
        rng = np.random.default_rng(seed)
        net = Network((64, *[WIDTH] * 3, 1), rng=rng, scale=scale, loss="squared")
        net.loss_and_grads(rng.standard_normal((1, 64)), [0.0])
        residual = net.dscores[0, 0]
        contributions.append([np.sum(layer.dW**2) / residual**2 for layer in net.layers[::2]])
    assert_allclose(np.sum(np.mean(contributions, axis=0)), signals.kernel_size(gain, 4, 64), rtol=0.3)
    assert_allclose(np.mean(contributions, axis=0) * 4, signals.kernel_size(gain, 4, 64), rtol=0.4)


def test_the_scores_begin_at_the_size_that_is_said():
    scale, rng = 0.1, np.random.default_rng(0)
    net = Network((64, 400, 400, 200), rng=rng, scale=scale)
    scores = net.scores(rng.standard_normal((300, 64)))
    assert_allclose(signals.rms(scores), signals.score_size(scale, signals.gain(scale, 400), 3, 64), rtol=0.1)


def test_the_root_mean_square_is_taken_in_float64():
    assert_allclose(signals.rms(np.full(4, 1e30, np.float32)), 1e30, rtol=1e-6)


def test_what_passes_through_a_plain_net_is_what_is_measured_in_it():
    rng = np.random.default_rng(1)
    net, X, y = Network((6, 20, 20, 20, 3), rng=rng), rng.standard_normal((15, 6)), rng.integers(3, size=15)
    seen = signals.measure(net, X, y)
    dscores = net.dscores.copy()
    forward, back = signals.passing(net, X, dscores)
    assert_allclose(forward, seen.activation)
    assert_allclose(back[-1], signals.rms(dscores @ net.weights[-1].T))


def test_normalised_gradients_grow_by_the_root_of_pi_over_pi_minus_one_whatever_the_scale():
    for scale in (0.01, 3.0):
        rng = np.random.default_rng(2)
        net = NormalizedNetwork((50, *[200] * 20, 5), rng=rng, scale=scale)
        _, back = signals.passing(net, rng.standard_normal((200, 50)), rng.standard_normal((200, 5)))
        assert_allclose((back[0] / back[-1]) ** (1 / 19), np.sqrt(np.pi / (np.pi - 1)), rtol=0.02)


@pytest.mark.parametrize(("size", "words"), [
    (lambda: signals.rms([]), "a must not be empty"),
    (lambda: signals.mean_cosine([[1.0, 2.0]]), "at least two rows")])
def test_nothing_has_no_size(size, words):
    with pytest.raises(ValueError, match=words):
        size()
