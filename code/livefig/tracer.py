"""A Tracer is an array that remembers how it was computed, so that a page can compute it again.

It holds its value at the inputs' starting positions and the number of a node in a Graph. NumPy's own dispatch
(`__array_ufunc__`, `__array_function__`) leads every operation on it here, so the mathematics that is traced
is ordinary NumPy code that has never heard of figures.
"""

import numpy as np

from .index_maps import move

HANDLERS = {}  # NumPy function -> what does its work on Tracers; functions.py fills it

LOGICAL = {
    "bitwise_and": "logical_and", "bitwise_or": "logical_or", "bitwise_xor": "logical_xor", "invert": "logical_not",
    "add": "logical_or", "multiply": "logical_and",  # NumPy's True + True is True
}  # fmt: skip
REDUCTION = {"add": "sum", "multiply": "prod", "maximum": "max", "minimum": "min", "logical_or": "any",
             "logical_and": "all"}

FIXED = ("Sizes and random numbers stay the same when a slider moves: make the longest array, and leave out with "
         "np.where(np.arange(n) < k, x, 0); draw before the figure, and look up with fig.table(draws)[k]")


class TraceError(TypeError):
    """The code did something to a Tracer that a page could not repeat; the message says what to write instead.

    >>> a = fig.slider("a", 0, 10, 3)
    >>> try:
    ...     np.sort(a)
    ... except TraceError as error:
    ...     print(str(error).partition(". ")[0])
    np.sort cannot be traced for the page
    """


def cannot(what):
    """Return the TraceError for a NumPy function that the page does not have."""
    return TraceError(
        f"{what} cannot be traced for the page. Write it with what help(livefig) lists, or compute it with plain NumPy "
        "before the figure (on the grid of a slider if need be) and look it up with fig.table(T)[i]"
    )


def called(func):
    """Return the name of a NumPy function as one writes it: np.linalg.norm."""
    module = getattr(func, "__module__", "numpy")  # the ufuncs of NumPy 2.0 name none
    return f"{module}.{func.__name__}".replace("numpy", "np", 1)


def _is_number(key):
    return isinstance(key, int) if not isinstance(key, Tracer) else key.dtype.kind != "b"


def _refuse(why):
    def method(self, *args, **kwargs):
        raise TraceError(why)

    return method


class Tracer(np.lib.mixins.NDArrayOperatorsMixin):
    """An array of fixed shape whose values follow the inputs of a figure.

    >>> a = fig.slider("a", 0.0, 10.0, 2.5)
    >>> np.stack([a, a**2]).sum(), a.astype(int)
    (Tracer(array(8.75)), Tracer(array(2)))
    """

    __slots__ = ("graph", "node", "value")

    def __init__(self, graph, node, value):
        self.graph, self.node, self.value = graph, node, np.asarray(value)

    shape = property(lambda self: self.value.shape)
    ndim = property(lambda self: self.value.ndim)
    size = property(lambda self: self.value.size)
    dtype = property(lambda self: self.value.dtype)
    T = property(lambda self: np.transpose(self))

    def __repr__(self):
        return f"Tracer({self.value!r})"

    def __array_ufunc__(self, ufunc, method, *inputs, **kwargs):
        name = ufunc.__name__
        if kwargs.pop("out", None):
            raise TraceError(f"np.{name} in place (+=, out=) cannot be traced: write x = x + 1, not x += 1")
        if method == "reduce" and name in REDUCTION:
            kwargs.setdefault("axis", 0)
            return getattr(np, REDUCTION[name])(*inputs, **kwargs)
        if method == "__call__" and not kwargs:
            if name == "matmul":
                return self.__array_function__(np.matmul, (), inputs, {})
            if name in LOGICAL and all(self.graph.lift(x).dtype == bool for x in inputs):
                name = LOGICAL[name]
            if self.graph.knows(name):
                return self.graph.elementwise(name, ufunc, inputs)
        suffix = "" if method == "__call__" else "." + method
        raise cannot(f"np.{ufunc.__name__}{suffix}" + (f" with {', '.join(kwargs)}=" if kwargs else ""))

    def __array_function__(self, func, types, args, kwargs):
        name = called(func)
        if func not in HANDLERS:
            raise cannot(name)
        with np.errstate(all="ignore"):  # a slider may well start where something is not a number
            try:
                return HANDLERS[func](*args, **kwargs)
            except TraceError:
                raise
            except TypeError as error:
                raise cannot(name + (f" with {', '.join(kwargs)}=" if kwargs else " with these arguments")) from error

    def __pow__(self, p):  # ndarray ** 2 is a square, not a call of pow: do the same
        fast = {2: np.square, 1: np.positive, 0.5: np.sqrt, -1: np.reciprocal}
        if isinstance(p, (int, float)) and p in fast and (p != -1 or self.dtype == float):
            return fast[p](self)
        return np.power(self, p)

    def __getitem__(self, key):
        keys = key if isinstance(key, tuple) else (key,)
        if not any(isinstance(k, Tracer) for k in keys):
            return move(lambda i: i[key], self)
        axis, result = 0, self
        for k in keys:  # T[i], T[:, j], T[i, 2, :]: one np.take for each number
            if isinstance(k, slice) and k == slice(None):
                axis += 1
            elif _is_number(k) and (len(keys) == 1 or np.ndim(k) == 0):
                result = np.take(result, k, axis=axis)
            else:
                raise TraceError("next to a slider's value only whole numbers and ':' can index: "
                                 "use np.where for masks, np.take(fig.table(T), i, axis=...) for arrays")
        return result

    def __getattr__(self, name):  # what an array has and a Tracer has not
        if name.startswith("_") or not hasattr(np.ndarray, name):
            raise AttributeError(f"'Tracer' object has no attribute {name!r}")
        raise AttributeError(f"a slider's value has no .{name}: help(livefig) lists the methods that it has")

    def __round__(self, digits=0):
        return np.round(self, digits)

    def __len__(self):
        return len(self.value)

    def __iter__(self):
        return (self[i] for i in range(len(self)))

    def astype(self, dtype):
        """Return the values as bool, int (cut towards zero) or float."""
        kind = np.dtype(dtype).kind
        if kind not in "bif":
            raise TraceError(f"astype({np.dtype(dtype)}) cannot be traced: a page knows bool, int and float")
        if kind == "b":
            return self != 0
        t = np.trunc(self) if kind == "i" and self.dtype.kind == "f" else self
        return Tracer(self.graph, t.node, t.value.astype({"i": int, "f": float}[kind]))

    __hash__ = None
    __bool__ = _refuse(
        "a slider's value has no fixed truth value, so Python's if, and, or, not, min, max and chained comparisons "
        "cannot see it: use np.where(condition, a, b), &, |, ~, np.minimum, np.maximum"
    )
    __array__ = _refuse(
        "np.array, np.asarray, NumPy's functions of a plain list, and storing into an array would freeze a slider's "
        "value: build arrays with np.stack([a, b]), a matrix with np.stack([a, b, c, d]).reshape(2, 2); leave asarray "
        f"out; look up with fig.table(T)[i], not T[i]. {FIXED}"
    )
    __float__ = __int__ = __complex__ = _refuse(
        "float(), int(), the math module and storing into an array would freeze a slider's value: "
        "use NumPy's function (np.exp, not math.exp) and np.stack([...])"
    )
    __index__ = _refuse(f"a slider's value cannot index a plain array: use fig.table(T)[i]. {FIXED}")
    __setitem__ = _refuse("a traced array cannot be changed in place: use np.where or np.stack")
    __format__ = _refuse("an f-string would freeze a slider's value: pass a template, fig.text(x, y, 'slope {:.2f}', "
                         f"slope). {FIXED}")
