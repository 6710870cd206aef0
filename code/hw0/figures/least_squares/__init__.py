"""The live figures of chapter 3.  Each factory returns a new Figure; at= sets slider values (tests use it)."""
from .descent import descent
from .fits import polynomial
from .gauss_markov import gauss_markov
from .house import picture
from .projection import projection
from .shortest import shortest
from .small_sigma import small_sigma
from .spaces import four_subspaces
from .turns import turns

FIGURES = (projection, shortest, turns, four_subspaces, descent, picture, small_sigma, polynomial,
           gauss_markov)

__all__ = ["FIGURES", *(f.__name__ for f in FIGURES)]
