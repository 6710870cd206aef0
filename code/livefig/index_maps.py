"""NumPy functions that only move, repeat or join elements, as maps from places to places.

Shapes do not change while a reader drags a slider. So the function runs once, on the elements' numbers,
and the page needs no notion of shape: it copies element `index[t]` to place t.
"""

import numpy as np


def move(func, t):
    """Return func(t), for a func that only moves or repeats elements: the map is func(0, 1, 2, ...)."""
    base = np.arange(t.size)
    index = np.asarray(func(base.reshape(t.shape)))
    value = t.value.ravel()[index]
    if np.array_equal(index.ravel(), base):
        return type(t)(t.graph, t.node, value)  # same elements, same order
    if index.size and np.shares_memory(index, base):  # a view: say it with strides
        start = (index.__array_interface__["data"][0] - base.__array_interface__["data"][0]) // base.itemsize
        axes = [(n, step // base.itemsize) for n, step in zip(index.shape, index.strides, strict=True) if n > 1]
        return t.graph.add(value, "view", [t], start, tuple(n for n, _ in axes), tuple(step for _, step in axes))
    return t.graph.add(value, "pick", [t], tuple(index.ravel().tolist()))


def join(func, parts, *args, **kwargs):
    """Return func(parts, ...), for a func that joins arrays: laid end to end, then moved."""
    graph = next(p for p in parts if hasattr(p, "graph")).graph
    parts = [graph.lift(p) for p in parts]
    ends = np.cumsum([p.size for p in parts])
    index = func([np.arange(e - p.size, e).reshape(p.shape) for p, e in zip(parts, ends, strict=True)], *args, **kwargs)
    flat = np.concatenate([p.value.ravel() for p in parts])
    return move(lambda i: i[index], graph.add(flat, "cat", parts))
