"""The live figures of chapter 2.  Each factory returns a new Figure; at= sets slider values (tests use it)."""
from .jacobian import jacobian
from .newton import newton
from .quadratic import quadratic
from .row import row
from .step import step

FIGURES = (row, quadratic, jacobian, newton, step)

__all__ = ["FIGURES", *(f.__name__ for f in FIGURES)]
