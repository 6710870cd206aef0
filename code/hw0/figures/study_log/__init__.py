"""The live figures of chapter 7.  Each factory returns a new Figure; at= sets slider values (for tests, worksheets)."""
from ..learning_goals.calibration import predictions
from .hours import hours

FIGURES = (hours, predictions)

__all__ = ["FIGURES", "hours", "predictions"]
