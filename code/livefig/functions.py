"""NumPy functions that are not ufuncs, on Tracers."""

import math
import operator

import numpy as np

from .index_maps import join, move
from .tracer import FIXED, HANDLERS, TraceError, Tracer, called, cannot

REDUCTIONS = ("sum", "prod", "max", "min", "any", "all", "argmax", "argmin")
MOVES = (np.reshape, np.ravel, np.transpose, np.swapaxes, np.moveaxis, np.squeeze, np.expand_dims, np.broadcast_to,
         np.flip, np.roll, np.repeat, np.tile, np.atleast_1d, np.atleast_2d, np.copy)  # fmt: skip
JOINS = (np.concatenate, np.stack, np.vstack, np.hstack, np.column_stack)
METHODS = ("sum", "prod", "max", "min", "any", "all", "argmax", "argmin", "mean", "var", "std", "cumsum", "round",
           "take", "clip", "dot", "trace", "ravel", "reshape", "transpose", "squeeze", "repeat", "copy")  # fmt: skip


def handles(func):
    """Return a decorator that makes a function do NumPy's func on Tracers."""

    def register(handler):
        HANDLERS[func] = handler
        return handler

    return register


def _first(values):
    return next(v for v in values if isinstance(v, Tracer))


@handles(np.matmul)
def _matmul(a, b):
    graph = _first((a, b)).graph
    a, b = graph.lift(a), graph.lift(b)
    if max(a.ndim, b.ndim) > 2 or min(a.ndim, b.ndim) == 0:
        raise cannot("np.matmul of other than vectors and matrices")
    if a.shape[-1] != b.shape[0]:
        raise TraceError(f"np.matmul: the shapes {a.shape} and {b.shape} do not fit: {a.shape[-1]} columns meet "
                         f"{b.shape[0]} rows")
    return graph.add(np.matmul(a.value, b.value), "matmul", [a, b], a.shape[-1], b.size // b.shape[0])


@handles(np.where)
def _where(*args):
    if len(args) != 3:
        raise cannot("np.where with one argument")
    return _first(args).graph.elementwise("where", np.where, args)


@handles(np.mean)
def _mean(t, axis=None, keepdims=False):
    total = np.sum(t, axis=axis, keepdims=keepdims)
    return total / (t.size // max(total.size, 1))


@handles(np.var)
def _var(t, axis=None, *, ddof=0, keepdims=False):
    squares = np.sum((t - np.mean(t, axis=axis, keepdims=True)) ** 2, axis=axis, keepdims=keepdims)
    return squares / max(t.size // max(squares.size, 1) - ddof, 0)


@handles(np.diag)
def _diag(t):
    if t.ndim not in (1, 2):
        raise cannot(f"np.diag of an array of {t.ndim} axes")
    return move(np.diag, t) if t.ndim == 2 else np.where(np.eye(t.size, dtype=bool), t, 0)


@handles(np.trace)
def _trace(t):
    if t.ndim != 2:
        raise cannot(f"np.trace of an array of {t.ndim} axes")
    return np.sum(np.diag(t))


@handles(np.linspace)
def _linspace(start, stop, num=50, endpoint=True):
    k = np.reshape(np.arange(operator.index(num)), (-1,) + (1,) * np.ndim(start + stop))
    steps = max(num - 1 if endpoint else num, 1)
    even = k * ((stop - start) / steps) + start
    return np.where(k == num - 1, stop, even) if endpoint and num > 1 else even


@handles(np.round)
def _round(a, decimals=0):
    if a.dtype.kind == "i" and decimals >= 0:
        return a
    scale = 10.0 ** abs(decimals)
    rounded = np.rint(a * scale) / scale if decimals >= 0 else np.rint(a / scale) * scale
    return rounded.astype(a.dtype)


@handles(np.cumsum)
def _cumsum(t, axis=None):
    rows = np.ravel(t) if axis is None else np.moveaxis(t, axis, -1)
    out = rows.graph.add(np.cumsum(rows.value, -1), "cumsum", [rows], rows.shape[-1])
    return out if axis is None else np.moveaxis(out, -1, axis)


@handles(np.take)
def _take(a, indices, axis=None):
    if not isinstance(indices, Tracer):
        return move(lambda i: np.take(i, indices, axis=axis), a)
    if indices.dtype.kind != "i":
        raise TraceError("an index must be a whole number: give the slider whole-number bounds and step, or use "
                         "np.rint(x).astype(int)")
    a = indices.graph.lift(a)
    rows = np.ravel(a) if axis is None else np.moveaxis(a, axis, 0)
    out = a.graph.add(np.take(rows.value, indices.value, axis=0), "take", [rows, indices], math.prod(rows.shape[1:]))
    at = 0 if axis is None else axis % a.ndim
    return np.moveaxis(out, range(indices.ndim), range(at, at + indices.ndim))


@handles(np.linalg.norm)
def _norm(t, ord=None, axis=None, keepdims=False):
    if ord not in (None, 2) or (ord == 2 and axis is None and t.ndim != 1):
        raise cannot(f"np.linalg.norm with ord={ord}")
    return np.sqrt(np.sum(t * t, axis=axis, keepdims=keepdims))


def _reduction(name):
    def reduce(t, axis=None, keepdims=False):
        value = getattr(np, name)(t.value, axis=axis, keepdims=keepdims)
        axes = range(t.ndim) if axis is None else axis if isinstance(axis, tuple) else (axis,)
        axes = [a % t.ndim for a in axes if t.ndim]     # of a number NumPy takes 0 and -1 for an axis
        rows = np.transpose(t, [a for a in range(t.ndim) if a not in axes] + axes)
        return t.graph.add(value, name, [rows], math.prod(t.shape[a] for a in axes))

    return reduce


def _mover(func):
    def moved(t, *args, **kwargs):
        if not isinstance(t, Tracer) or any(isinstance(v, Tracer) for v in (*args, *kwargs.values())):
            raise TraceError(f"{called(func)} cannot follow a slider in how often or how far. {FIXED}; change the "
                             "order with np.take(x, places)")
        return move(lambda i: func(i, *args, **kwargs), t)

    return moved


def _joiner(func):
    return lambda parts, *args, **kwargs: join(func, parts, *args, **kwargs)


def _method(func):
    def method(self, *args, **kwargs):
        if func in (np.reshape, np.transpose) and len(args) > 1:  # x.reshape(2, 3) is np.reshape(x, (2, 3))
            args = (args,)
        return func(self, *args, **kwargs)

    return method


def _diff(a, n=1, axis=-1):
    for _ in range(n):
        along = np.moveaxis(a, axis, 0)
        a = np.moveaxis(along[1:] - along[:-1], 0, axis)
    return a


def _polyval(p, x):
    y = np.zeros_like(x)
    for coefficient in p:  # Horner's rule, as NumPy has it
        y = y * x + coefficient
    return y


def _nan_to_num(a, nan=0.0, posinf=None, neginf=None):
    most = np.finfo(float).max
    a = np.where(np.isnan(a), nan, a)
    a = np.where(a == np.inf, most if posinf is None else posinf, a)
    return np.where(a == -np.inf, -most if neginf is None else neginf, a)


HANDLERS.update({getattr(np, name): _reduction(name) for name in REDUCTIONS})
HANDLERS.update({func: _mover(func) for func in MOVES})
HANDLERS.update({func: _joiner(func) for func in JOINS})
HANDLERS.update({
    np.dot: lambda a, b: a * b if np.ndim(a) == 0 or np.ndim(b) == 0 else np.matmul(a, b),
    np.outer: lambda a, b: np.multiply(np.ravel(a)[:, None], np.ravel(b)),
    np.clip: lambda a, a_min, a_max: np.minimum(np.maximum(a, a_min), a_max),
    np.diff: _diff,
    np.inner: lambda a, b: np.dot(a, np.transpose(b)),
    np.std: lambda t, axis=None, **knobs: np.sqrt(np.var(t, axis=axis, **knobs)),
    np.polyval: _polyval,
    np.nan_to_num: _nan_to_num,
    np.shape: lambda a: a.shape,
    np.ndim: lambda a: a.ndim,
    np.size: lambda a: a.size,
    np.zeros_like: lambda a: np.zeros_like(a.value),
    np.ones_like: lambda a: np.ones_like(a.value),
    np.full_like: lambda a, fill: np.broadcast_to(a.graph.lift(fill).astype(a.dtype), a.shape),
})  # fmt: skip
for _name in METHODS:
    setattr(Tracer, _name, _method(getattr(np, _name)))
