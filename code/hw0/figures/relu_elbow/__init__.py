"""The live figures of chapter 5.  Each factory returns a new Figure; at= sets slider values (tests use it)."""
from .bend import bend
from .case import case_i, case_ii, case_iii, case_iv
from .journey import journey, training_ends, training_run
from .one_step import one_step
from .pivot import pivot
from .plane import plane
from .several import several

FIGURES = (bend, pivot, case_i, case_ii, case_iii, case_iv, plane, one_step, several, journey)

__all__ = ["FIGURES", "training_ends", "training_run", *(f.__name__ for f in FIGURES)]
