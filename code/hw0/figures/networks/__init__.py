"""The live figures of chapter 6.  Each factory returns a new Figure; at= sets slider values (tests use it).

FIGURES stand still until the reader moves them; RUNS also go on by themselves, when they are told to.
"""
from .backward import backward
from .band import band
from .digits import DigitSettings, digit_after, digits, unseen_digits
from .inside import inside
from .law_ends import law_ends
from .panel import TrainingPanel
from .reach import reach
from .replay import Settings, right_after, trainer
from .training import training

FIGURES = (backward, reach, band, inside, law_ends)
RUNS = (training, digits)

__all__ = ["FIGURES", "RUNS", "DigitSettings", "Settings", "TrainingPanel", "digit_after", "right_after",
           "trainer", "unseen_digits", *(f.__name__ for f in FIGURES + RUNS)]
