"""The live figures of chapter 5.  Each factory returns a new Figure; at= sets slider values (tests use it).

FIGURES stand still until the reader moves them; RUNS also go on by themselves, when they are told to.
"""
from .bend import bend
from .case import case_i, case_ii, case_iii, case_iv
from .fates_map import fates_map
from .journey import journey
from .one_step import one_step
from .pivot import pivot
from .plane import plane
from .runs import training_ends, training_run
from .several import several
from .valley import valley

FIGURES = (bend, pivot, case_i, case_ii, case_iii, case_iv, plane, one_step, several, valley, fates_map)
RUNS = (journey,)

__all__ = ["FIGURES", "training_ends", "training_run", *(f.__name__ for f in FIGURES + RUNS)]
