"""The live figures of chapter 7.  Each factory returns a new Figure; at= sets slider values (tests and worksheets use
it)."""
from .hours import hours

FIGURES = (hours,)

__all__ = ["FIGURES", "hours"]
