"""The figures of chapter 1: their programs against NumPy, and what they say against the package."""
import pytest

from hw0 import learning_goals
from hw0.figures import learning_goals as figures
from tests.hw0.figures.told import said
from tests.livefig.parity import parity

NOTHING = {f"{kind}_{level:.0%}".rstrip("%"): 0 for level in learning_goals.LEVELS for kind in ("asked", "right")}


@pytest.mark.parametrize("factory", figures.FIGURES, ids=lambda f: f.__name__)
def test_the_page_computes_what_numpy_computes(factory):
    parity(factory)


def test_the_second_calibration_figure_differs_in_its_title_only():
    first, second = figures.calibration().json(), figures.calibration(again=True).json()
    assert second != first == second.replace(", the second time", "")


def test_calibration_says_the_scores_of_its_answers():
    confidence, correct = [0.5, 0.5, 0.9, 0.9, 0.9, 1.0], [1, 0, 1, 1, 0, 1]
    at = {**NOTHING, "asked_50": 2, "right_50": 1, "asked_90": 3, "right_90": 2, "asked_100": 1, "right_100": 1}
    answers = learning_goals.tally(confidence, correct)
    parts = learning_goals.decompose(answers)
    text = said(figures.calibration, **at)
    assert f"Brier score: {learning_goals.brier_score(answers):.3f}" in text
    assert f"{parts.reliability:.3f} − {parts.resolution:.3f} + {parts.uncertainty:.3f}" in text
    assert "Too sure" in text


@pytest.mark.parametrize(
    ("at", "words"),
    [
        ({}, "No answer is counted yet."),
        ({"asked_50": 5, "right_50": 1}, "Too few answers to judge by: the confidence is 50% on average, and 20% of"),
        ({"asked_50": 6, "right_50": 6},
         "Too modest: the confidence is 50% on average, and 100% of the answers are right."),
        # a tenth counts
        ({"asked_50": 6, "right_50": 3, "asked_70": 6, "right_70": 3}, "Too sure: the confidence is 60%"),
        ({"asked_70": 3, "right_70": 3, "asked_90": 6, "right_90": 6, "asked_100": 3, "right_100": 3}, "Too modest"),
        ({"asked_100": 6, "right_100": 6}, "Well calibrated on average"),
        ({"asked_90": 2, "right_90": 12}, "100% of the answers are right"),      # more right than asked counts as all
    ],
)
def test_calibration_has_a_sentence_for_every_case(at, words):
    assert words in said(figures.calibration, **{**NOTHING, **at})


def test_honesty_names_the_price_of_a_claim():
    price = learning_goals.expected_score(0.9, 0.6) - learning_goals.expected_score(0.6, 0.6)
    assert f"You claim more than you know. It costs {price:.3f}" in said(figures.honesty, q=0.6, stated=0.9)
    assert "You claim less" in said(figures.honesty, q=0.6, stated=0.5)
    assert "You state what you believe" in said(figures.honesty, q=0.6, stated=0.6)
