"""The live figures of chapter 6.  Each factory returns a new Figure; at= sets slider values (tests use it)."""
from .band import band
from .inside import inside
from .panel import TrainingPanel
from .reach import reach
from .regions import regions
from .unit import unit

FIGURES = (unit, regions, reach, band, inside)

__all__ = ["FIGURES", "TrainingPanel", *(f.__name__ for f in FIGURES)]
