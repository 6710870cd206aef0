"""Scores of confidence: identities, known cases, and what is refused."""

import numpy as np
import pytest

from hw0 import learning_goals
from hw0.learning_goals import (
    LEVELS,
    WORDS,
    Tally,
    brier_score,
    decompose,
    expected_score,
    overconfidence,
    shares,
    tally,
)


def forecasts(seed, n=200):
    rng = np.random.default_rng(seed)
    return rng.choice(learning_goals.LEVELS, size=n), (rng.random(n) < rng.random()).astype(float)


@pytest.mark.parametrize("seed", range(5))
def test_score_of_the_tally_is_the_mean_squared_error_of_the_answers(seed):
    confidence, correct = forecasts(seed)
    np.testing.assert_allclose(brier_score(tally(confidence, correct)), np.mean((confidence - correct) ** 2))


@pytest.mark.parametrize("seed", range(5))
def test_score_is_reliability_minus_resolution_plus_uncertainty(seed):
    answers = tally(*forecasts(seed))
    parts = decompose(answers)
    np.testing.assert_allclose(parts.reliability - parts.resolution + parts.uncertainty, brier_score(answers))
    assert min(parts) >= 0


def test_parts_are_those_of_their_definition():
    confidence, correct = forecasts(7)
    groups = [correct[confidence == level] for level in np.unique(confidence)]
    parts = decompose(tally(confidence, correct))
    own = np.concatenate([np.full(len(g), g.mean()) for g in groups])
    said = np.concatenate([np.full(len(g), p) for p, g in zip(np.unique(confidence), groups, strict=True)])
    np.testing.assert_allclose(parts.reliability, np.mean((said - own) ** 2))
    np.testing.assert_allclose(parts.resolution, np.mean((own - correct.mean()) ** 2))
    np.testing.assert_allclose(parts.uncertainty, correct.mean() * (1 - correct.mean()))


@pytest.mark.parametrize(
    ("confidence", "correct", "score"),
    [([1, 1], [1, 1], 0), ([1, 1], [0, 0], 1), ([0.5] * 4, [0, 1, 1, 1], 0.25), ([0.7], [1], 0.09)]
)
def test_scores_that_everybody_can_compute(confidence, correct, score):
    np.testing.assert_allclose(brier_score(tally(confidence, correct)), score)


def test_who_states_their_own_average_has_the_uncertainty_as_score():
    answers = tally([0.75] * 4, [1, 1, 0, 1])
    parts = decompose(answers)
    np.testing.assert_allclose([parts.reliability, parts.resolution], 0, atol=1e-15)
    np.testing.assert_allclose(brier_score(answers), parts.uncertainty)


def test_order_of_the_answers_does_not_matter():
    confidence, correct = forecasts(3)
    order = np.random.default_rng(0).permutation(len(correct))
    for one, other in zip(tally(confidence, correct), tally(confidence[order], correct[order]), strict=True):
        np.testing.assert_array_equal(one, other)


def test_overconfidence_has_a_sign():
    assert overconfidence(tally([0.9, 0.9], [1, 0])) == pytest.approx(0.4)
    assert overconfidence(tally([0.5, 0.5], [1, 1])) == pytest.approx(-0.5)


def test_a_confidence_that_nobody_used_changes_nothing_and_has_no_share():
    answers = tally([0.5, 0.9, 0.9], [1, 1, 0])
    wider = Tally(np.array([0.5, 0.7, 0.9]), np.array([2.0, 0, 4]) / 2, np.array([1.0, 0, 1]))
    np.testing.assert_allclose(brier_score(wider), brier_score(answers))
    np.testing.assert_allclose(decompose(wider), decompose(answers))
    np.testing.assert_allclose(shares(wider), [1, np.nan, 0.5])


def test_no_answers_have_no_score():
    nothing = Tally(np.array([0.5, 1.0]), np.zeros(2), np.zeros(2))
    assert np.isnan([brier_score(nothing), *decompose(nothing), overconfidence(nothing)]).all()


def test_nothing_beats_stating_what_one_believes():
    stated = np.linspace(0, 1, 101)
    for q in (0.0, 0.3, 0.5, 1.0):
        expected = expected_score(stated, q)
        assert stated[np.argmin(expected)] == pytest.approx(q)
        np.testing.assert_allclose(expected, (stated - q) ** 2 + q * (1 - q), atol=1e-15)


@pytest.mark.parametrize(("call", "message"), [
    (lambda: tally([50, 90], [1, 0]), "Divide percentages by 100"),
    (lambda: tally([-0.1], [1]), "probability from 0 to 1"),
    (lambda: tally([0.5], [0.5]), "1 for a right answer"),
    (lambda: tally([0.5, 0.7], [1]), r"correct must have shape \(2,\)"),
    (lambda: tally([np.nan], [1]), "finite"),
    (lambda: tally([], []), "empty"),
    (lambda: brier_score(Tally([0.5], [1.0], [2.0])), "no more answers can be right"),
    (lambda: learning_goals.expected_score(70, 0.7), r"stated must lie between 0 and 1\. Divide percentages by 100"),
])
def test_answers_that_cannot_be_are_refused(call, message):
    with pytest.raises(ValueError, match=message):
        call()


def test_every_level_has_its_word():
    assert dict(zip(LEVELS, WORDS, strict=True)) == {
        0.5: "a guess", 0.7: "likely", 0.9: "very likely", 1.0: "certain"}


@pytest.mark.parametrize("summary", [brier_score, decompose, shares, overconfidence])
@pytest.mark.parametrize("level", [90.0, 1.01, -0.1])
def test_a_tally_of_percentages_is_refused(summary, level):
    with pytest.raises(ValueError, match="Divide percentages by 100"):
        summary(Tally(np.array([level]), np.array([2.0]), np.array([1.0])))
