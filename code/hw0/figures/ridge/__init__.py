"""The live figures of chapter 4.  Each factory returns a new Figure; at= sets slider values (tests use it)."""
from .contours import contours
from .diabetes import diabetes
from .fake_data import fake_data
from .filters import filters
from .kernel import kernel
from .leave_one_out import leave_one_out
from .path import path
from .posterior import posterior

FIGURES = (contours, filters, posterior, fake_data, kernel, path, leave_one_out, diabetes)

__all__ = ["FIGURES", *(f.__name__ for f in FIGURES)]
