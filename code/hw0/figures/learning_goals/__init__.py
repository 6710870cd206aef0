"""The live figures of chapters 1 and 7.  Each factory returns a new Figure; at= sets slider values."""
from .calibration import calibration, predictions
from .honesty import honesty

FIGURES = (calibration, honesty, predictions)

__all__ = ["FIGURES", "calibration", "honesty", "predictions"]
