"""The live figures of chapter 7.  Each factory returns a new Figure; at= sets slider values (for tests, worksheets)."""
from .hours import hours

FIGURES = (hours,)

__all__ = ["FIGURES", "hours"]
