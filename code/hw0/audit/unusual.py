"""Right answers to any part, of unusual form: lists, other precisions and orders in memory, objects that are called."""

import functools
from fractions import Fraction

import numpy as np

from hw0.audit.systematic import each_item


class Arraylike:
    """An object of another library, of which NumPy can make an array."""

    def __init__(self, value):
        self.value = np.array(value)

    def __array__(self, dtype=None, copy=None):
        return np.array(self.value, dtype=dtype)


class Callable:
    """An object that is called like a function."""

    def __init__(self, function):
        self.function = function

    def __call__(self, *arguments):
        return self.function(*arguments)


def right_forms(part):
    """Pairs: what is unusual, and a right answer to the part."""

    def each(change):
        return lambda *values: change(part.reference(**dict(zip(part.names, values, strict=True))))

    def on(change):
        return lambda *values: part.reference(**{name: change(v) for name, v in zip(part.names, values, strict=True)})

    buffers = {}

    def reused(value):
        if not isinstance(value, np.ndarray):
            return value
        buffer = buffers.setdefault(value.shape, np.empty(value.shape))
        buffer[...] = value
        return buffer

    plain = each(lambda value: value)
    yield "nested lists", each(_listed)
    yield "numbers of long precision", each(lambda value: each_item(value, np.longdouble))
    yield ("arrays in the order of Fortran",
           each(lambda value: each_item(value, lambda v: np.asfortranarray(v) if np.ndim(v) > 1 else v)))
    yield ("a view of something larger",
           each(lambda value: each_item(value, lambda v: np.repeat(v, 2, axis=-1)[..., ::2] if np.ndim(v) else v)))
    yield "the same buffer each time", each(reused)
    yield "a callable object", Callable(plain)
    yield "a partial function", functools.partial(lambda extra, *values: plain(*values), None)
    yield "any arguments by name", lambda **given: part.reference(**given)
    yield "copies of its arguments", on(np.copy)
    yield "arguments of long precision", on(lambda v: v.astype(np.longdouble).astype(v.dtype) if np.ndim(v) else v)
    yield "what it was asked before, remembered", functools.wraps(plain)(_remembered(plain))
    yield "arrays of another library", each(lambda value: each_item(value, Arraylike))
    yield "fractions", each(lambda value: each_item(value, _fractions))
    yield "capitals, lists for tuples, 0-d arrays", each(_odd)


def _listed(value):
    if isinstance(value, tuple):
        return tuple(map(_listed, value))
    return value.tolist() if isinstance(value, np.ndarray) else value


def _fractions(value):
    exact = [Fraction(float(v)) if np.isfinite(v) else v for v in np.ravel(value)]
    return np.array(exact, dtype=object).reshape(np.shape(value)) if np.ndim(value) else exact[0]


def _odd(value):
    if isinstance(value, str):
        return f" {value.capitalize()}."
    if isinstance(value, tuple):
        return list(value)
    return np.array(value) if isinstance(value, (float, bool)) else value


def _remembered(function):
    known = {}

    def answer(*values):
        key = tuple(np.asarray(v).tobytes() + str(np.shape(v)).encode() for v in values)
        return known.setdefault(key, function(*values))

    return answer
