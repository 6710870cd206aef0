"""hw0.networks.trainability: the predicted band, against the stored maps and what they were not fitted to."""
import numpy as np
import pytest
from numpy.testing import assert_allclose

from hw0.networks import overfitting, signals, sweeps, trainability
from hw0.networks.trainability import LEAST, MOST, TERMS

SCALES, RATES = (np.array(sweeps.OVERFIT.axes[name]) for name in ("scale", "lr"))
MAPS = {depth: trainability.learnt(table) for depth, table in zip((3, 5), sweeps.load("overfit"), strict=True)}


def test_the_predicted_band_falls_with_the_scale_as_derived():
    """Scores that begin large: slope 2 - depth in log-log; below the knee the lower edge has -2 (depth - 1)."""
    for depth in (3, 5, 7):
        large, small = np.array([1.0, 10.0]), np.array([1e-3, 1e-2])
        for edge in (trainability.least_rate, trainability.most_rate):
            assert_allclose(np.diff(np.log10(edge(large, depth))), 2 - depth)
        assert_allclose(np.diff(np.log10(trainability.least_rate(small, depth))), -2 * (depth - 1))
        assert_allclose(np.diff(np.log10(trainability.most_rate(small, depth))), 0, atol=1e-12)


@pytest.mark.parametrize("inputs", [64, 3072])
def test_the_knee_is_where_the_scores_have_size_one(inputs):
    for depth in (3, 5, 20):
        gain = trainability.knee(depth, inputs=inputs)
        assert_allclose(signals.score_size(gain * signals.he_scale(overfitting.WIDTH), gain, depth, inputs), 1)


def test_he_starts_in_the_middle_of_the_band_for_every_depth():
    he = signals.he_scale(overfitting.WIDTH)
    for depth in (3, 5, 7):
        assert trainability.least_rate(he, depth) < 0.1 < trainability.most_rate(he, depth)


def test_the_constants_are_those_that_fit_best_and_every_term_is_needed():
    missed, *constants = trainability.fit(MAPS, SCALES, RATES)
    assert constants == [LEAST, MOST]
    assert missed <= 15
    assert all(trainability.fit(MAPS, SCALES, RATES, without=term)[0] > 1.5 * missed for term in TERMS)


def test_a_term_that_is_not_there_is_told_with_those_that_are():
    with pytest.raises(ValueError, match="without must be one of L, knee, f, or empty; got 'h'"):
        trainability.edges(0.1, 3, without="h")


@pytest.mark.parametrize(("sweep", "inputs", "share"),
                         [(sweeps.OTHER_DEPTH, 64, 0.01), (sweeps.LARGE_INPUTS, 3072, 0.05)], ids=lambda v: str(v)[:20])
def test_the_prediction_holds_for_a_depth_and_for_inputs_it_was_not_fitted_to(sweep, inputs, share):
    scales, rates = (np.array(sweep.axes[name]) for name in ("scale", "lr"))
    for depth, table in zip(sweep.axes["depth"], sweeps.load(sweep.name), strict=True):
        low, high = (edge(scales, depth, inputs=inputs)
                     for edge in (trainability.least_rate, trainability.most_rate))
        found = trainability.learnt(table)
        assert trainability.misses(found, rates, low, high) <= share * found.size
        assert found.sum() > 40


def test_the_lower_edge_falls_with_the_steps_and_the_upper_one_stays():
    assert_allclose(trainability.least_rate(SCALES, 5, steps=160), trainability.least_rate(SCALES, 5) / 4)
    assert trainability.STEPS == 40


def test_the_width_acts_through_the_gain_and_the_knee():
    """At the same gain K is the same, and where the scores are small so are both edges."""
    for width in (25, 400):
        scale = 0.5 * np.sqrt(2 / width)
        assert_allclose(trainability.least_rate(scale, 3, width=width, inputs=4),
                        trainability.least_rate(0.5 * np.sqrt(2 / 100), 3, inputs=4))
        gain = trainability.knee(3, inputs=64, width=width)
        assert_allclose(signals.score_size(gain * np.sqrt(2 / width), gain, 3, 64), 1)


def test_the_band_has_no_end_at_large_scales():
    """The same window of lr * K / f at the scales 1, 10 and 100, for every depth."""
    table = trainability.learnt(sweeps.load("far_out"))
    for one, ten, hundred in table:
        assert np.sum(one) >= 6
        assert np.array_equal(one, ten)
        assert np.array_equal(ten, hundred)


def test_ten_times_the_scale_is_the_same_run_at_the_rate_that_is_said():
    """Once softmax asks for the largest score only; biases apart, which the depth lets fade."""
    one = overfitting.run(5, 10.0, 1e-7, seed=0)
    ten = overfitting.run(5, 100.0, 1e-7 * 10.0 ** (2 - 5), seed=0)
    assert np.all(np.abs(one.right - ten.right) <= 1)
    assert_allclose(ten.loss, 1e5 * one.loss, rtol=0.2)


def test_from_he_three_layers_and_five_learn_at_nearly_the_same_rates():
    for table in sweeps.load("he"):
        three, five = trainability.learnt(table[0]), trainability.learnt(table[1])
        assert np.sum(three & five) >= 6
        assert np.sum(three ^ five) <= 2


def test_from_he_no_rate_is_enough_for_twenty_layers_in_this_budget():
    """The law promises some; so it ends before."""
    assert not np.any(trainability.learnt(sweeps.load("he")[:, sweeps.DEPTHS.index(20):]))
    he = signals.he_scale(overfitting.WIDTH)
    assert trainability.most_rate(he, 20) > 10 * trainability.least_rate(he, 20)
