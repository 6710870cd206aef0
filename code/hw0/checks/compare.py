"""Whether two plain values are the same answer, and if not in form, how their forms differ."""
import numpy as np

from hw0.checks.returned import Fault, plain


def as_asked(expected, got):
    """`got`, a plain value, in the container asked for: a list as a tuple, a tuple of numbers as an array."""
    if isinstance(expected, tuple) and isinstance(got, np.ndarray) and len(got) == len(expected):
        values = tuple(map(plain, got))
        return got if form_fault(expected, values) else values
    if isinstance(expected, tuple) and isinstance(got, tuple) and len(got) == len(expected):
        values = tuple(map(as_asked, expected, got))
        return next((value for value in values if isinstance(value, Fault)), values)
    if isinstance(expected, np.ndarray) and isinstance(got, tuple):
        try:
            return plain(np.array(got))
        except ValueError:
            return Fault("rows of different lengths", "Return an array of numbers.")
    return got


def form_fault(expected, got, words=()):
    """A sentence on how the form of `got` differs from what is expected, or None.

    The form is the kind (number, array of one shape, bool, word, tuple); a row (1, n) may come as (n,).
    """
    if isinstance(got, Fault):
        return got.advice
    if isinstance(expected, str):
        listed = ", ".join(map(repr, words))
        return None if isinstance(got, str) and got in words else f"Answer with one of {listed}."
    if isinstance(expected, bool):
        return None if isinstance(got, bool) else "Answer with True or False."
    if isinstance(expected, tuple):
        if not isinstance(got, tuple) or len(got) != len(expected):
            return f"Return {len(expected)} values, as a tuple."
        return next((fault for pair in zip(expected, got, strict=True) if (fault := form_fault(*pair))), None)
    if isinstance(got, (str, bool)):
        return "Return numbers."
    if isinstance(got, tuple):
        return f"Return one number, not {len(got)} values."
    if np.ndim(expected) == 0:
        return None if np.ndim(got) == 0 else f"Return one number; this is an array of shape {np.shape(got)}."
    if np.shape(got) not in _shapes(expected):
        return f"The shape must be {np.shape(expected)}; it is {np.shape(got)}."
    return None


def same(expected, got, rtol):
    """True if both have one form and the same values, NaN and infinities in the same places.

    Numbers agree to rtol times the size of the expected value, and at least rtol times 1: instances are
    small integers, so that a result near 0 comes from a difference of numbers of that size.
    """
    if isinstance(expected, (str, bool, Fault)) or isinstance(got, (str, bool, Fault)):
        return type(expected) is type(got) and expected == got
    if isinstance(expected, tuple) or isinstance(got, tuple):
        return (isinstance(expected, tuple) and isinstance(got, tuple) and len(expected) == len(got)
                and all(same(e, g, rtol) for e, g in zip(expected, got, strict=True)))
    if np.shape(got) not in _shapes(expected):
        return False
    expected, got = np.ravel(expected), np.ravel(got)
    known = np.isfinite(expected)
    if not np.array_equal(known, np.isfinite(got)) or not np.array_equal(expected[~known], got[~known], equal_nan=True):
        return False
    scale = np.max(np.abs(expected[known]), initial=1.0)
    return bool(np.all(np.abs(got[known] - expected[known]) <= rtol * scale))


def _shapes(expected):
    shape = np.shape(expected)
    return (shape, shape[1:]) if len(shape) == 2 and shape[0] == 1 else (shape,)
