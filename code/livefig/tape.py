"""A Tape: what NumPy did in a memory that stays, instruction by instruction, so that a page can do it again.

An instruction is (operation, where the result goes, arguments); a place is (room, offset, shape, strides). A room is
a vector; those with a name are shared by all tapes of a figure, so that one can draw the start and another train on.
"""

import numpy as np

from .graph import UFUNCS
from .slot import Slot
from .tracer import TraceError

MOST_AXES = 3  # of an array whose entries are gone through


class Tape:
    """Instructions, recorded while code runs on the Slots of this tape.

    >>> tape = Tape()
    >>> p, g = tape.slot("p", (3,), 1.0), tape.slot("g", (3,), 0.25)
    >>> p -= g * 2.0
    >>> p, [code[0] for code in tape.code]
    (Slot(array([0.5, 0.5, 0.5])), ['multiply', 'subtract'])
    """

    def __init__(self):
        self.rooms, self.names, self.fills, self.code = [], [], [], []

    def slot(self, name, shape, fill=0.0, dtype=float):
        """Return the Slot of a new room; name is None for one that no other tape knows.

        fill : the number that it holds before the first run, or "range" for 0, 1, 2, ...
        """
        size = int(np.prod(shape))
        if name is not None and name in self.names:
            raise TraceError(f"this tape has a room {name!r} already")
        self.rooms.append(np.arange(size).astype(dtype) if fill == "range" else np.full(size, fill, dtype))
        self.names.append(name)
        self.fills.append(fill)
        return Slot(self, len(self.rooms) - 1, self.rooms[-1].reshape(shape))

    def retype(self, room, dtype):
        """Return a room, from now on of another type; a page knows only one.

        >>> tape = Tape()
        >>> tape.retype(tape.slot("v", (2,), 1.5).room, int)
        array([1, 1])
        """
        self.rooms[room] = self.rooms[room].astype(dtype)
        return self.rooms[room]

    def lift(self, x):
        """Return x as a Slot or a number; arrays can only be 0, 1, 2, ... or all of one value.

        Raises
        ------
        TraceError
            For a Slot of another tape, and for an array that the size of the arrays does not determine.

        Examples
        --------
        >>> Tape().lift(2.5), Tape().lift(np.arange(3))
        (np.float64(2.5), Slot(array([0, 1, 2])))
        """
        if isinstance(x, Slot):
            if x.tape is not self:
                raise TraceError("this Slot belongs to another Tape")
            return x
        a = np.asarray(x)
        if a.ndim == 0 and a.dtype.kind in "biuf":
            return a[()]
        if a.ndim == 1 and np.array_equal(a, np.arange(len(a))):
            return self.slot(None, a.shape, "range", dtype=int)
        raise TraceError(f"an array of shape {a.shape} would be stored in the tape: put it into a room with a name")

    def each(self, name, func, inputs, out):
        """Return func(*inputs), entry by entry, in out or in a new room.

        >>> tape = Tape()
        >>> tape.each("add", np.add, (tape.slot("v", (2,), 1.0), 2.0), None)
        Slot(array([3., 3.]))
        """
        if name not in UFUNCS and name != "where":
            raise TraceError(f"np.{name} cannot be recorded: a page does not know it")
        args = [self.lift(x) for x in inputs]
        values = [x.value if isinstance(x, Slot) else x for x in args]
        with np.errstate(all="ignore"):
            found = np.asarray(func(*values))
        out = self._result(out, found)
        out.value[...] = found
        spread = [self._spread(x, out.shape) for x in args]
        self.code.append((name, out.place(), *spread))
        return out

    def matmul(self, a, b, out=None):
        """Return a @ b for vectors and matrices.

        >>> v = Tape().slot("v", (2,), 3.0)
        >>> v @ v
        Slot(array(18.))
        """
        a, b = self.lift(a), self.lift(b)
        if max(a.ndim, b.ndim) > 2 or min(a.ndim, b.ndim) == 0:
            raise TraceError("np.matmul of other than vectors and matrices cannot be recorded")
        out = self._result(out, np.asarray(np.matmul(a.value, b.value)))
        out.value[...] = np.matmul(a.value, b.value)
        rows, columns = a.value if a.ndim == 2 else a.value[None], b.value if b.ndim == 2 else b.value[:, None]
        self.code.append(("matmul", out.seen(out.value.reshape(len(rows), columns.shape[1])
                                             if out.ndim < 2 else out.value).place(),
                          a.seen(rows).place(), b.seen(columns).place()))
        return out

    def reduce(self, name, a, axis=None, keepdims=False, out=None):
        """Return the sum, product, largest, smallest, or the place of the largest, along an axis or of all.

        >>> np.sum(Tape().slot("M", (2, 3), 1.0), axis=0)
        Slot(array([2., 2., 2.]))
        """
        found = np.asarray(getattr(np, name)(a.value, axis=axis, keepdims=keepdims))
        out = self._result(out, found)
        out.value[...] = found
        last = a.value if axis is None else np.moveaxis(a.value, axis, -1)
        flat = out if not keepdims else out.seen(np.squeeze(out.value, axis))
        self.code.append((name, flat.place(), a.seen(last).place()))
        return out

    def pick(self, a, keys, out=None):
        """Return a[keys], for places along the first axes.

        >>> tape = Tape()
        >>> tape.slot("v", (3,), "range")[tape.slot("at", (2,), 2, int)]
        Slot(array([2., 2.]))
        """
        keys = [self.lift(k) for k in keys]
        found = np.asarray(a.value[tuple(k.value for k in keys)])
        out = self._result(out, found)
        out.value[...] = found
        self.code.append(("pick", out.place(), a.place(), *(k.place() for k in keys)))
        return out

    def put(self, a, keys, value):
        """Do a[keys] = value, for places along the first axes.

        >>> tape = Tape()
        >>> v = tape.slot("v", (3,))
        >>> v[tape.slot("at", (), 1, int)] = 5.0
        >>> v
        Slot(array([0., 5., 0.]))
        """
        keys = [self.lift(k) for k in keys]
        value = self.lift(value)
        at = tuple(k.value for k in keys)
        a.value[at] = value.value if isinstance(value, Slot) else value
        self.code.append(("put", a.place(), self._spread(value, a.value[at].shape), *(k.place() for k in keys)))

    def counts(self, a, minlength):
        """Return np.bincount(a, minlength=minlength), whose length must be minlength.

        >>> np.bincount(Tape().slot("v", (3,), "range", int), minlength=4)
        Slot(array([1, 1, 1, 0]))
        """
        found = np.bincount(a.value, minlength=minlength)
        if len(found) != minlength:
            raise TraceError(f"np.bincount would have {len(found)} places: clip its numbers below minlength")
        out = self._result(None, found)
        out.value[...] = found
        self.code.append(("bincount", out.place(), a.place()))
        return out

    def _result(self, out, found):
        if out is None:
            return self.slot(None, found.shape, dtype=found.dtype)
        if out.shape != found.shape and np.broadcast_shapes(out.shape, found.shape) != out.shape:
            raise TraceError(f"out has shape {out.shape}, the result {found.shape}")
        return self.lift(out)

    def _spread(self, x, shape):
        """Return the place of x, gone through as if it had a larger shape; a number stays a number."""
        if not isinstance(x, Slot):
            return float(x)
        if len(shape) > MOST_AXES:
            raise TraceError(f"an array of more than {MOST_AXES} axes cannot be recorded")
        return Slot(self, x.room, np.broadcast_to(x.value, shape)).place()
