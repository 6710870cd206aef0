"""Learning goals, and how well confidence fits (problem 1).

    calibration    the Brier score of a set of answers, and the three parts it is made of
    questions      the twelve statements of the calibration check
"""
from hw0.learning_goals.calibration import (
    LEVELS,
    WORDS,
    Decomposition,
    Tally,
    brier_score,
    decompose,
    expected_score,
    overconfidence,
    shares,
    tally,
)
from hw0.learning_goals.questions import QUESTIONS, Question

__all__ = ["LEVELS", "QUESTIONS", "WORDS", "Decomposition", "Question", "Tally", "brier_score", "decompose",
           "expected_score", "overconfidence", "shares", "tally"]
