"""hw0.networks.overfitting: the experiment of part 6a, and the prediction for its maps."""
import numpy as np
from numpy.testing import assert_allclose, assert_array_equal

from hw0.networks import Network, overfitting
from hw0.networks.overfitting import EXAMPLES
from hw0.networks.remedies import ResidualNetwork


def test_a_good_pair_learns_all_examples_by_heart():
    run = overfitting.run(3, 0.1, 0.1, seed=0)
    assert run.right[-1] == EXAMPLES
    assert run.loss[-1] < 0.5 < run.loss[0]
    assert run.histogram.shape == (2, 13)
    assert_allclose(run.histogram.sum(axis=1), 100, atol=6)      # 13 rounded shares


def test_a_divergence_is_told_by_zeros_and_nan():
    run = overfitting.run(5, 1.78, 3.16, seed=0)
    assert run.right[-1] == 0
    assert np.isnan(run.loss[-1])
    assert not np.any(run.histogram)


def test_a_histogram_counts_zeros_apart_and_keeps_what_lies_beyond_in_the_outer_bins():
    A = np.array([0.0, 0.0, 1e-9, 1e9, 3.0])
    counts = overfitting.histogram(A)
    assert counts[0] == 40
    assert counts[1] == counts[-1] == 20
    assert counts.sum() == 100


def test_repeated_pixels_are_the_digits_times_a_number():
    """The net of 3072 inputs that `start` leaves out: each pixel 48 times, and the same first layer in their sum."""
    small, X, y, _ = overfitting.start(3, "he", seed=1, inputs=3072)
    rng = np.random.default_rng(7)
    large = Network((3072, 100, 100, 10), rng=rng)
    # the part of the first layer that the pixels see is that of the small net, the rest is noise they do not see
    seen = large.weights[0].reshape(64, 48, 100)
    seen += (small.weights[0] / np.sqrt(48) - seen.mean(axis=1))[:, None]
    for mine, theirs in zip([*large.weights[1:], *large.biases], [*small.weights[1:], *small.biases], strict=True):
        mine[:] = theirs
    pictures = np.repeat(X / np.sqrt(48), 48, axis=1)
    for _ in range(5):
        assert_allclose(large.loss_and_grads(pictures, y), small.loss_and_grads(X, y))
        for net in (large, small):
            net.params[:] -= 0.01 * net.grads
    assert_allclose(large.scores(pictures), small.scores(X), rtol=1e-9, atol=1e-9)


def test_what_is_a_matter_of_choice_can_be_chosen():
    run = overfitting.run(3, "he", 0.05, seed=0, width=30, epochs=7, loss="hinge", network=ResidualNetwork)
    assert run.right.shape == run.loss.shape == (7,)
    assert run.right[-1] > run.right[0]


def test_the_run_is_the_same_in_every_call():
    for one, other in zip(overfitting.run(3, 0.2, 0.05, seed=4), overfitting.run(3, 0.2, 0.05, seed=4), strict=True):
        assert_array_equal(one, other)
