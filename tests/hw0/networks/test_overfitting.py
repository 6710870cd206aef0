"""hw0.networks.overfitting: the experiment of part 6a, and the prediction for its maps."""
import numpy as np
import pytest
from numpy.testing import assert_allclose, assert_array_equal

from hw0.networks import overfitting, signals, sweeps
from hw0.networks.overfitting import EXAMPLES


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


def test_the_predicted_band_falls_with_the_scale_as_derived():
    """Scores that begin large: slope 2 - depth in log-log; below gain 1 the lower edge has -2 (depth - 1)."""
    for depth in (3, 5, 7):
        large, small = np.array([1.0, 10.0]), np.array([1e-3, 1e-2])
        for edge in (overfitting.least_rate, overfitting.most_rate):
            assert_allclose(np.diff(np.log10(edge(large, depth))), 2 - depth)
        assert_allclose(np.diff(np.log10(overfitting.least_rate(small, depth))), -2 * (depth - 1))
        assert_allclose(np.diff(np.log10(overfitting.most_rate(small, depth))), 0, atol=1e-12)


def test_he_starts_in_the_middle_of_the_band_for_every_depth():
    he = signals.he_scale(overfitting.WIDTH)
    for depth in (3, 5, 7):
        assert overfitting.least_rate(he, depth) < 0.1 < overfitting.most_rate(he, depth)


def agreement(table, depth):
    """The share of cells where prediction and majority agree, and the overlap of the two regions over their union."""
    _, scales, rates, _ = sweeps.OVERFIT.axes.values()
    scales, rates = np.array(scales)[:, None], np.array(rates)
    expected = (rates > overfitting.least_rate(scales, depth)) & (rates < overfitting.most_rate(scales, depth))
    found = np.mean(table == EXAMPLES, axis=-1) > 0.5
    return np.mean(expected == found), np.sum(expected & found) / np.sum(expected | found)


@pytest.mark.parametrize("depth", [3, 5])
def test_the_prediction_agrees_with_the_stored_maps(depth):
    table = sweeps.load("overfit")[sweeps.OVERFIT.axes["depth"].index(depth)]
    cells, overlap = agreement(table, depth)
    assert cells > 0.95
    assert overlap > 0.8


def test_the_prediction_holds_for_a_depth_it_was_not_fitted_to():
    cells, overlap = agreement(sweeps.load("other_depth")[0], 7)
    assert cells > 0.95
    assert overlap > 0.8


def test_from_he_both_depths_learn_in_every_seed_at_the_same_rates():
    learnt = np.all(sweeps.load("he") == EXAMPLES, axis=-1)
    both = learnt[0] & learnt[1]
    assert np.sum(both) >= 5
    assert np.sum(learnt[0] ^ learnt[1]) <= 2


def test_the_run_is_the_same_in_every_call():
    for one, other in zip(overfitting.run(3, 0.2, 0.05, seed=4), overfitting.run(3, 0.2, 0.05, seed=4), strict=True):
        assert_array_equal(one, other)
