"""The live figures of chapter 1.  Each factory returns a new Figure; at= sets slider values."""
from .calibration import calibration
from .honesty import honesty

FIGURES = (calibration, honesty)

__all__ = ["FIGURES", "calibration", "honesty"]
