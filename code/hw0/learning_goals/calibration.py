"""How well confidence fits: the Brier score of a set of answers, and the three parts it is made of (problem 1).

A forecaster answers questions and says for each how sure they are, as a probability that the answer is right.
Answers of equal confidence are put together: of `asked[k]` answers given with confidence `level[k]`, `right[k]` were
right. Functions of a `Tally` trace through a live figure.
"""
from typing import NamedTuple

import numpy as np

from hw0.validation import is_traced, numbers, shaped

LEVELS = (0.5, 0.7, 0.9, 1.0)                                  # what the calibration check offers ...
WORDS = ("a guess", "likely", "very likely", "certain")        # ... and in words


class Tally(NamedTuple):
    """Answers put together by confidence: level, asked and right, all (k,).

    The functions of a Tally raise ValueError for a level outside [0, 1], and unless 0 <= right <= asked.
    """

    level: np.ndarray
    asked: np.ndarray
    right: np.ndarray


class Decomposition(NamedTuple):
    """The parts of the Brier score, score = reliability - resolution + uncertainty.

    reliability: mean squared distance between what was said and what came true; 0 is best.
    resolution: how far the groups of equal confidence differ in what came true; large is good.
    uncertainty: what a forecaster scores who always states the share of right answers.

    >>> parts = learning_goals.Decomposition(reliability=0.02, resolution=0.05, uncertainty=0.25)
    >>> print(round(parts.reliability - parts.resolution + parts.uncertainty, 2))
    0.22
    """

    reliability: float
    resolution: float
    uncertainty: float


def tally(confidence, correct):
    """Tally of answers: confidence (n,) in [0, 1], correct (n,) of 0 and 1.

    Raises ValueError for a confidence outside [0, 1], a correct that is neither 0 nor 1, and shapes that do not fit.

    >>> learning_goals.tally([0.9, 0.9, 0.5], [1, 0, 1])
    Tally(level=array([0.5, 0.9]), asked=array([1., 2.]), right=array([1., 1.]))
    """
    confidence, correct = shaped(confidence=("n", confidence), correct=("n", correct))
    if np.any((confidence < 0) | (confidence > 1)):
        raise ValueError(f"confidence must be a probability from 0 to 1; got "
                         f"{confidence[(confidence < 0) | (confidence > 1)][0]:g}. "
                         "Divide percentages by 100.")
    if np.any((correct != 0) & (correct != 1)):
        raise ValueError("correct must hold 1 for a right answer and 0 for a wrong one.")
    level, group = np.unique(confidence, return_inverse=True)
    return Tally(level, np.bincount(group).astype(float), np.bincount(group, weights=correct))


def brier_score(t):
    """Mean over all answers of (confidence - correct)^2, from a Tally; NaN if there is no answer.

    Source: Brier (1950).  0 is perfect, 0.25 is what a coin gets that always says 50 %, 1 is certain and always wrong.

    >>> t = learning_goals.tally([1.0, 0.5], [1, 0])
    >>> print(learning_goals.brier_score(t))
    0.125
    """
    level, asked, right = _checked(t)
    return _mean(right * (1 - level) ** 2 + (asked - right) * level**2, asked)


def decompose(t):
    """Decomposition of a Tally's Brier score into reliability, resolution and uncertainty; NaN without answers.

    Source: Murphy (1973).  The identity is exact, because answers are put together by their exact confidence.

    >>> t = learning_goals.tally([1.0, 1.0, 0.5, 0.5], [1, 1, 1, 0])
    >>> print(*learning_goals.decompose(t))
    0.0 0.0625 0.1875
    """
    level, asked, right = _checked(t)
    share = right / np.where(asked > 0, asked, 1.0)            # of an empty group: any number, its weight is 0
    overall = _mean(right, asked)
    return Decomposition(_mean(asked * (level - share) ** 2, asked),
                         _mean(asked * (share - overall) ** 2, asked),
                         overall * (1 - overall))


def shares(t):
    """right / asked (k,), the heights of the reliability diagram; NaN where nothing was asked.

    >>> learning_goals.shares(learning_goals.tally([0.9, 0.9, 0.5], [1, 0, 1]))
    array([1. , 0.5])
    """
    _, asked, right = _checked(t)
    return np.where(asked > 0, right / np.where(asked > 0, asked, 1.0), np.nan)


def overconfidence(t):
    """Mean confidence minus the share of right answers; positive for who is too sure.  NaN if there is no answer.

    >>> t = learning_goals.tally([1.0, 1.0, 0.5, 0.5], [1, 0, 1, 0])
    >>> print(learning_goals.overconfidence(t))
    0.25
    """
    level, asked, right = _checked(t)
    return _mean(asked * level - right, asked)


def expected_score(stated, q):
    """q (1 - stated)^2 + (1 - q) stated^2: the Brier score to expect if the answer is right with probability q.

    It is (stated - q)^2 + q (1 - q), so nothing is better than to state q itself.  Raises ValueError outside [0, 1].

    >>> print(learning_goals.expected_score(0.5, 0.75), learning_goals.expected_score(0.75, 0.75))
    0.25 0.1875
    """
    stated, q = numbers(stated=stated, q=q)
    for name, value in (("stated", stated), ("q", q)):
        if not is_traced(value) and np.any((value < 0) | (value > 1)):
            raise ValueError(f"{name} must lie between 0 and 1. Divide percentages by 100.")
    return q * (1 - stated) ** 2 + (1 - q) * stated**2


def _checked(t):
    level, asked, right = shaped(level=("k", t.level), asked=("k", t.asked), right=("k", t.right))
    if not is_traced(level) and np.any((level < 0) | (level > 1)):
        raise ValueError("level must hold probabilities from 0 to 1. Divide percentages by 100.")
    if not is_traced(asked) and not is_traced(right) and np.any((right < 0) | (right > asked)):
        raise ValueError("right must lie between 0 and asked: no more answers can be right than were given.")
    return level, asked, right


def _mean(total, asked):
    n = np.sum(asked)
    return np.where(n > 0, np.sum(total) / np.where(n > 0, n, 1.0), np.nan)
