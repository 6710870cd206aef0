"""The expressions of a figure: nodes (operation, arguments, parameters) in the order they were made, each kept once."""

import numpy as np

from . import constants, functions  # noqa: F401 (functions registers itself)
from .index_maps import join
from .tracer import TraceError, Tracer

# Element-wise functions by NumPy's own names. script/program.js has the same list, and a test compares the two.
UFUNCS = frozenset((
    "add", "subtract", "multiply", "divide", "power", "remainder", "floor_divide", "maximum", "minimum", "greater",
    "greater_equal", "less", "less_equal", "equal", "not_equal", "logical_and", "logical_or", "logical_xor",
    "logical_not", "negative", "positive", "absolute", "sign", "sqrt", "cbrt", "square", "reciprocal", "exp", "expm1",
    "log", "log1p", "log2", "log10", "sin", "cos", "tan", "arcsin", "arccos", "arctan", "arctan2", "sinh", "cosh",
    "tanh", "arcsinh", "arccosh", "arctanh", "hypot", "floor", "ceil", "trunc", "rint", "isnan", "isfinite",
))  # fmt: skip


class Graph:
    """An expression graph; `values[n]` is the array of node n at the inputs' starting positions."""

    def __init__(self):
        self.nodes, self.values, self._number, self._constants = [], [], {}, {}

    def knows(self, name):
        """Return whether the page has the element-wise function of this name."""
        return name in UFUNCS

    def add(self, value, op, args=(), *params):
        """Return the Tracer of a node, which is made unless the same one exists."""
        key = (op, tuple(a.node for a in args), params)
        if key not in self._number:
            self._number[key] = len(self.nodes)
            self.nodes.append(key)
            self.values.append(np.asarray(value))
        return Tracer(self, self._number[key], value)

    def lift(self, x):
        """Return x as a Tracer of this graph: lists with Tracers are stacked, all else is constant, NaN where masked.

        Raises
        ------
        TraceError
            For a value of another figure, and for what is not a number or an array of numbers.
        """
        if isinstance(x, Tracer):
            if x.graph is not self:
                raise TraceError("this value belongs to another Figure: make a slider, and all that follows from it, "
                                 "in this one")
            return x
        if isinstance(x, (list, tuple)) and any(isinstance(e, (Tracer, list, tuple)) for e in x):
            return join(np.stack, [self.lift(e) for e in x])
        a = x.astype(float).filled(np.nan) if np.ma.is_masked(x) else np.asarray(x)
        if a.dtype.kind not in "biuf":
            raise TraceError(f"only numbers can go into a figure; got {a.dtype} in {x!r:.60}")
        large = a.dtype == np.uint64 and np.any(a > np.iinfo(int).max)  # a page has no whole numbers but floats
        a = a.astype(float if large else {"b": bool, "f": float}.get(a.dtype.kind, int))
        t = self.add(a, "const", (), a.dtype.kind, a.tobytes())
        self._constants[t.node] = a.ravel()
        return t

    def elementwise(self, op, func, inputs):
        """Return func(*inputs), entry by entry.

        Raises
        ------
        TraceError
            If the shapes do not broadcast together, or NumPy refuses the values.
        """
        args = [self.lift(x) for x in inputs]
        with np.errstate(all="ignore"):
            try:
                value = np.asarray(func(*(t.value for t in args)))
            except ValueError as error:
                if "broadcast" not in str(error):  # whole numbers to negative powers
                    raise TraceError(f"np.{op}: {error} Let one be a float: n**-1.0, 2.0**n") from error
                shapes = " and ".join(str(t.shape) for t in args)
                raise TraceError(f"np.{op}: the shapes {shapes} do not fit. For all pairs write x[:, None] and y[None, "
                                 f":]") from error
        return self.add(value, op, [t if t.size in (1, value.size) else np.broadcast_to(t, value.shape) for t in args])

    def reached(self, tracers):
        """Return the numbers of the nodes that the tracers and the inputs need, in order."""
        keep, stack = set(), [t.node for t in tracers] + [n for n, (op, _, _) in enumerate(self.nodes) if op == "input"]
        while stack:
            if (n := stack.pop()) not in keep:
                keep.add(n)
                stack += self.nodes[n][1]
        return sorted(keep)

    def program(self, kept):
        """Return the kept nodes as JSON lists `[operation, [arguments], *parameters]`, arguments renumbered."""
        place = {n: i for i, n in enumerate(kept)}
        return [self._node(n, place) for n in kept]

    def _node(self, n, place):
        op, args, params = self.nodes[n]
        return constants.node(self._constants[n]) if op == "const" else [op, [place[a] for a in args], *params]
