"""The live figures of chapter 4.  Each factory returns a new Figure; at= sets slider values (tests use it)."""
from .bias_variance import bias_variance
from .contours import contours
from .diabetes import diabetes
from .early_stopping import early_stopping
from .evidence import evidence
from .fake_data import fake_data
from .filters import filters
from .kernel import kernel
from .leave_one_out import leave_one_out
from .path import path
from .posterior import posterior
from .unguarded import unguarded

FIGURES = (contours, filters, posterior, fake_data, kernel, path, unguarded, early_stopping,
           leave_one_out, bias_variance, diabetes, evidence)

__all__ = ["FIGURES", *(f.__name__ for f in FIGURES)]
