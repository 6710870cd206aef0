"""Whether two plain values are the same answer, and if not in form, how their forms differ."""
import re
from math import isfinite

import numpy as np

from hw0.checks.returned import Fault, plain

TUPLE = re.compile(r"\(([\w, ]+)\)")        # what a part asks for begins with the names of its values
ROW = "(1, n)"                              # what stands there if it is a row

STAYS = ("stay", "no change", "unchanged", "does not move", "unmoved", "no movement", "nothing")
SINGLE = 1e-4           # how well an answer in single precision agrees
LSTSQ = "np.linalg.lstsq gives four values, the solution first: take [0]."


def of_one_form(expected, got):
    """Whether two plain values are two numbers, or two arrays of one shape: nearly always, and quickly seen."""
    return type(expected) is type(got) and (type(got) is float or (type(got) is np.ndarray
                                                                   and got.shape == expected.shape))


def as_asked(expected, got, part=None):
    """`got`, a plain value, in the form that is asked for where both mean the same.

    A list of several values as a tuple, a tuple of numbers as an array, one number for an array of it where an answer
    may be a constant, None for nan, "Left." for 'left'.
    """
    if part and part.constant and isinstance(expected, np.ndarray) and isinstance(got, float):
        return np.full(expected.shape, got)
    if isinstance(expected, float) and np.isnan(expected) and isinstance(got, Fault) and got.says == "None":
        return expected
    if isinstance(expected, str) and isinstance(got, str):
        word = got.strip(" .!'\"\n\t").lower()
        return "stays" if word in STAYS else word if part and word in part.words else got
    if isinstance(expected, tuple) and isinstance(got, np.ndarray) and len(got) == len(expected):
        values = tuple(map(plain, got))
        return got if form_fault(expected, values) else values
    if isinstance(expected, tuple) and isinstance(got, tuple) and len(got) == len(expected):
        values = tuple(map(as_asked, expected, got))
        return next((value for value in values if isinstance(value, Fault)), values)
    if isinstance(expected, np.ndarray) and isinstance(got, tuple):
        if len(got) == 4 and len({np.shape(item) for item in got}) > 1:
            return Fault("four values", LSTSQ)
        try:
            return plain(np.array(got))
        except ValueError:
            return Fault("rows of different lengths", "Return an array of numbers.")
    return got


def form_fault(expected, got, part=None):
    """A sentence on how the form of `got` differs from what is expected, or None.

    The form is the kind (number, array of one shape, bool, word, tuple).  Where a row (1, n) is asked for, it may come
    as (n,), since NumPy has no rows; a batch of one example is no such row, and keeps its axis.
    """
    if isinstance(got, Fault):
        return got.advice
    if isinstance(expected, str):
        return _word_fault(got, part)
    if isinstance(expected, bool):
        return None if isinstance(got, bool) else "Answer with True or False."
    if isinstance(expected, tuple):
        if not isinstance(got, tuple) or len(got) != len(expected):
            return f"Return {len(expected)} values, as a tuple."
        faults = map(form_fault, expected, got)
        names = [f"{name}: " for name in _names(part)] or [""] * len(got)
        return next((f"{name}{fault}" for name, fault in zip(names, faults, strict=True) if fault), None)
    if isinstance(got, (str, bool)):
        return "Return numbers."
    if isinstance(got, tuple):
        return f"Return one number, not {len(got)} values."
    if np.ndim(expected) == 0:
        return None if np.ndim(got) == 0 else f"Return one number; this is an array of shape {np.shape(got)}."
    if np.shape(got) not in _shapes(expected, row=wants_row(part)):
        return f"The shape must be {np.shape(expected)}; it is {np.shape(got)}."
    return None


def wrong_among(expected, got, part):
    """The names of the values that are wrong where several are asked for and some are right; else none."""
    names = _names(part)
    if part.equal or not names or not isinstance(got, tuple):
        return []
    wrong = [name for name, e, g in zip(names, expected, got, strict=True) if not same(e, g, part.rtol)]
    return wrong if len(wrong) < len(names) else []


def _names(part):
    named = TUPLE.match(part.asks) if part else None
    return named[1].split(", ") if named else []


def _word_fault(got, part):
    words = part.words if part else ()
    if isinstance(got, str) and got in words:
        return None
    depends = isinstance(got, str) and any(word in got.lower().split() for word in words)
    return f"Answer with one of {', '.join(map(repr, words))}." + (
        f" If it depends on the arguments, write a function of ({', '.join(part.names)})." * depends)


def single(expected, got):
    """Whether `got` holds numbers of single precision that agree with what is expected to that precision."""
    if isinstance(expected, tuple) and isinstance(got, tuple) and len(expected) == len(got):
        return all(map(single, expected, got))
    if not isinstance(got, (float, np.ndarray)) or isinstance(expected, (str, bool, tuple)):
        return False
    with np.errstate(over="ignore"):
        return np.array_equal(np.float32(got), got, equal_nan=True) and same(expected, got, SINGLE)


def wants_row(part):
    """Whether a Part asks for a row (1, n)."""
    return part is not None and ROW in part.asks


def same(expected, got, rtol, *, row=True):
    """True if both have one form and the same values, NaN and infinities in the same places.

    Numbers agree to rtol times the size of the expected value, and at least rtol times 1: instances are
    small integers, so that a result near 0 comes from a difference of numbers of that size.

    row : whether (1, n) may come as (n,)
    """
    if type(expected) is float and type(got) is float and isfinite(expected) and isfinite(got):
        return abs(got - expected) <= rtol * max(1.0, abs(expected))
    if isinstance(expected, (str, bool, Fault)) or isinstance(got, (str, bool, Fault)):
        return type(expected) is type(got) and expected == got
    if isinstance(expected, tuple) or isinstance(got, tuple):
        return (isinstance(expected, tuple) and isinstance(got, tuple) and len(expected) == len(got)
                and all(same(e, g, rtol, row=row) for e, g in zip(expected, got, strict=True)))
    if np.shape(got) not in _shapes(expected, row=row):
        return False
    expected, got = np.ravel(expected), np.ravel(got)
    if expected.size and (largest := np.abs(expected).max()) < np.inf:      # nearly always: all is finite, and no NaN
        return bool(np.abs(got - expected).max() <= rtol * max(1.0, largest))
    known = np.isfinite(expected)
    if not np.array_equal(known, np.isfinite(got)) or not np.array_equal(expected[~known], got[~known], equal_nan=True):
        return False
    scale = np.max(np.abs(expected[known]), initial=1.0)
    return bool(np.all(np.abs(got[known] - expected[known]) <= rtol * scale))


def _shapes(expected, *, row):
    shape = np.shape(expected)
    return (shape, shape[1:]) if row and len(shape) == 2 and shape[0] == 1 else (shape,)
