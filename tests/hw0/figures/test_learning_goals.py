"""The figures of chapter 1: their programs against NumPy, and what they say against the package."""
import numpy as np
import pytest

from hw0 import learning_goals
from hw0.figures import learning_goals as figures
from hw0.figures.study_log import predictions
from livefig.words import written
from tests.hw0.figures.told import assert_true_everywhere, said
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
    for name, part in zip(("reliability", "− resolution", "+ uncertainty"), parts, strict=True):
        assert f"{name}: {part:.3f}" in text
    assert "Too sure" in text


def counted(**row):
    """The sentence on counts of answers."""
    asked = np.array([row[name] for name in row if name.startswith("asked")])
    right = np.minimum([row[name] for name in row if name.startswith("right")], asked)      # more than all is all
    if not np.any(asked):
        return "No answer is counted yet."
    level = np.array([float(name.removeprefix("asked_")) / 100 for name in row if name.startswith("asked")])
    stated, share = asked @ level / np.sum(asked), np.sum(right) / np.sum(asked)
    away = round(stated - share, 9)             # a tenth counts
    begins = ("Too few answers to judge by" if np.sum(asked) < 6 else "Too sure" if away >= 0.1 else
              "Too modest" if away <= -0.1 else "Well calibrated on average")
    average = "" if begins[0] == "W" else " on average"
    confidence, true = (written(value, ".0%") for value in (stated, share))
    return f"{begins}: the confidence is {confidence}{average}, and {true} of the answers are right."


def honest(q, stated):
    told = written((stated - q) ** 2, ".4f")
    return (f"more than you know. It costs {told} on" if stated > q else
            f"less than you know. It costs {told} on" if stated < q else
            f"You state what you believe. What is left, {written(q * (1 - q), '.4f')},")


NO_PREDICTION = dict.fromkeys((i["name"] for i in predictions().spec["inputs"]), 0)


@pytest.mark.parametrize(("figure", "true", "ties"), [
    (figures.calibration, counted, [NOTHING | at for at in (
        {}, {"asked_50": 5, "right_50": 1}, {"asked_50": 6, "right_50": 3, "asked_70": 6, "right_70": 3},
        {"asked_70": 3, "right_70": 3, "asked_90": 6, "right_90": 6, "asked_100": 3, "right_100": 3},
        {"asked_100": 6, "right_100": 6}, {"asked_90": 2, "right_90": 12})]),
    (predictions, counted, [NO_PREDICTION | at for at in (
        {}, {"asked_25": 3, "right_25": 1}, {"asked_33": 9, "right_33": 3}, {"asked_90": 40, "right_90": 30})]),
    (figures.honesty, honest, [{"q": 0.3, "stated": 0.3}, {"q": 1.0}, {"q": 0.0, "stated": 0.0}]),
], ids=["calibration", "predictions", "honesty"])
def test_what_is_said_is_so_wherever_a_reader_moves(figure, true, ties):
    assert_true_everywhere(figure, true, ties)
