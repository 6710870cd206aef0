"""A Slot is an array in the memory of a Tape: what NumPy does to it, in place or not, is done and written down.

A Tracer is a value, which nothing can change; a Slot is a place, which keeps what was put there. So code that works
in place (out=, +=, views of one vector) can be recorded as it is, and what one run leaves in a Slot is what the next
run of the same tape finds there: its state.
"""

import numpy as np

from .tracer import TraceError, called

REDUCTIONS = {"add": "sum", "multiply": "prod", "maximum": "max", "minimum": "min"}


def _refuse(why):
    def method(self, *args, **kwargs):
        raise TraceError(why)

    return method


class Slot(np.lib.mixins.NDArrayOperatorsMixin):
    """A view of one vector in a Tape's memory.

    >>> tape = Tape()
    >>> v = tape.slot("v", (2, 3))
    >>> v[1] += 2.0
    >>> v.shape, v.T[2].value, len(tape.code)
    ((2, 3), array([0., 2.]), 1)
    """

    __slots__ = ("room", "tape", "value")

    def __init__(self, tape, room, value):
        self.tape, self.room, self.value = tape, room, value

    shape = property(lambda self: self.value.shape)
    ndim = property(lambda self: self.value.ndim)
    size = property(lambda self: self.value.size)
    dtype = property(lambda self: self.value.dtype)
    T = property(lambda self: self.seen(self.value.T))

    def __repr__(self):
        return f"Slot({self.value!r})"

    def __len__(self):
        return len(self.value)

    def __iter__(self):
        return (self[i] for i in range(len(self)))

    def seen(self, view):
        """Return the Slot of a view of the same memory."""
        if view.size and not np.shares_memory(view, self.value):
            raise TraceError("this would make a copy: reshape and slice so that NumPy can make a view, or copy() first")
        return Slot(self.tape, self.room, view)

    def place(self):
        """Return (room, offset, shape, strides), counted in numbers from the beginning of the room."""
        start = self.value.__array_interface__["data"][0] - self.tape.rooms[self.room].__array_interface__["data"][0]
        each = self.value.itemsize
        return self.room, start // each, self.shape, tuple(step // each for step in self.value.strides)

    def __array_ufunc__(self, ufunc, method, *inputs, out=None, **kwargs):
        name, out = ufunc.__name__, out[0] if out else None
        if method == "reduce" and name in REDUCTIONS:
            return self.tape.reduce(REDUCTIONS[name], inputs[0], out=out, **{"axis": 0, **kwargs})
        if method != "__call__" or kwargs:
            raise TraceError(f"np.{name}.{method} with {', '.join(kwargs) or 'these arguments'} cannot be recorded")
        if name == "matmul":
            return self.tape.matmul(*inputs, out=out)
        return self.tape.each(name, ufunc, inputs, out)

    def __array_function__(self, func, types, args, kwargs):
        if func not in RECORDED:
            raise TraceError(f"{called(func)} cannot be recorded on a tape")
        return RECORDED[func](*args, **kwargs)

    def __getitem__(self, key):
        keys = key if isinstance(key, tuple) else (key,)
        if any(isinstance(k, (Slot, np.ndarray, list)) for k in keys):
            return self.tape.pick(self, keys)
        if all(isinstance(k, (int, np.integer)) for k in keys) and len(keys) == self.ndim:
            key = (*keys, ...)  # a place of no axes, not a number
        return self.seen(self.value[key])

    def __setitem__(self, key, value):
        keys = key if isinstance(key, tuple) else (key,)
        if any(isinstance(k, (Slot, np.ndarray, list)) for k in keys):
            self.tape.put(self, keys, value)
            return
        target = self[key]
        if not (isinstance(value, Slot) and value.place() == target.place()):  # v[i] += 1 has put it there already
            self.tape.each("positive", np.asarray, (value,), target)

    def reshape(self, *shape, order="C"):
        """Return a view of another shape."""
        return self.seen(self.value.reshape(*shape, order=order))

    def ravel(self, order="C"):
        """Return a view of one axis."""
        return self.seen(self.value.ravel(order))

    def copy(self):
        """Return a new Slot with the same numbers."""
        return self.tape.each("positive", np.asarray, (self,), None)

    def astype(self, dtype):
        """Return the numbers, cut towards zero, as a new Slot of whole numbers, or as floats."""
        if np.dtype(dtype).kind not in "if":
            raise TraceError(f"astype({np.dtype(dtype)}) cannot be recorded: a tape knows int and float")
        name, func = ("trunc", np.trunc) if np.dtype(dtype).kind == "i" else ("positive", np.asarray)
        cut = self.tape.each(name, func, (self,), None)
        return Slot(self.tape, cut.room, self.tape.retype(cut.room, dtype).reshape(self.shape))

    __hash__ = None
    __bool__ = _refuse("what is recorded has no fixed truth value, so if, and, or, not cannot see it")
    __array__ = _refuse("np.array and np.asarray would freeze a number that is recorded: leave them out")
    __float__ = __int__ = __index__ = _refuse("float(), int() and the math module would freeze a number that is "
                                              "recorded: use NumPy's functions")


def _like(fill):
    def make(prototype, dtype=None, shape=None, order="K"):
        shape = prototype.shape if shape is None else shape
        return prototype.tape.slot(None, shape, fill, dtype=prototype.dtype if dtype is None else dtype)

    return make


def _reduction(name):
    def reduce(a, axis=None, keepdims=False, out=None):
        return a.tape.reduce(name, a, axis=axis, keepdims=keepdims, out=out)

    return reduce


def _first(*things):
    return next(t for t in things if isinstance(t, Slot)).tape


RECORDED = {
    np.empty_like: _like(0.0), np.zeros_like: _like(0.0), np.ones_like: _like(1.0),
    np.dot: lambda a, b, out=None: _first(a, b, out).matmul(a, b, out=out),
    np.take: lambda a, i, axis=None, out=None, mode=None: _first(a, i).pick(a, (i,), out=out),
    np.sum: _reduction("sum"), np.max: _reduction("max"), np.min: _reduction("min"),
    np.argmax: lambda a, axis=None: a.tape.reduce("argmax", a, axis=axis),
    np.count_nonzero: lambda a: a.tape.reduce("sum", a != 0, axis=None),
    np.bincount: lambda a, minlength=0: a.tape.counts(a, minlength),
    np.where: lambda c, a, b: _first(c, a, b).each("where", np.where, (c, a, b), None),
    np.ravel: lambda a, order="C": a.ravel(order),
    np.shape: lambda a: a.shape, np.ndim: lambda a: a.ndim, np.size: lambda a: a.size,
}  # fmt: skip
