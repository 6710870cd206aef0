"""The live figures of chapter 3.  Each factory returns a new Figure; at= sets slider values (tests use it)."""
from .fits import polynomial
from .projection import projection
from .shortest import shortest
from .small_sigma import small_sigma
from .turns import turns

FIGURES = (projection, shortest, turns, small_sigma, polynomial)

__all__ = ["FIGURES", *(f.__name__ for f in FIGURES)]
