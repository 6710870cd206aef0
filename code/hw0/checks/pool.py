"""The stored instances of the parts of a problem: every answer is tried on all of them, here and in the page.

A pool.json beside the parts holds them, one a line, the ones that are easiest to read first:

    {"4a": {"kinds": ["array", "array", "float"], "cases": [[
    [[[1]], [1], 1],
    ...

Each is a list of the values of the part's arguments, in their order.  Kinds are "float", "int", "array" (of floats) and
"ints" (an array of whole numbers).
"""
import json
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from importlib.resources import files

import numpy as np

READERS = {"float": float, "int": int, "array": lambda value: _array(value, float),
           "ints": lambda value: _array(value, int)}


class Stored(Sequence):
    """Instances as they are stored, dicts argument name -> value, made when they are first looked at: read-only."""

    def __init__(self, names, kinds, rows):
        self.names, self.kinds, self.rows = names, kinds, rows

    @cached_property
    def made(self):
        """All instances, a tuple."""
        readers = [READERS[kind] for kind in self.kinds]
        return tuple({name: read(value) for name, read, value in zip(self.names, readers, row, strict=True)}
                     for row in self.rows)

    def __len__(self):
        return len(self.rows)

    def __getitem__(self, position):
        return self.made[position]


def stocked(package, parts):
    """The Parts of the problem in a package with the instances of its pool.json, a tuple."""
    pool = json.loads((files(package) / "pool.json").read_text(encoding="utf-8"))
    return tuple(_stocked(part, pool.get(part.id)) for part in parts)


def kind_of(value):
    """The kind of a value: "float", "int", "array" or "ints"."""
    if isinstance(value, np.ndarray):
        return "ints" if value.dtype.kind == "i" else "array"
    return "int" if isinstance(value, (int, np.integer)) else "float"


def _stocked(part, stored):
    if stored is None or len(stored["cases"]) != len(part.cases):       # a new part, whose pool is still to be made
        return part
    cases = [replace(case, instances=Stored(part.names, stored["kinds"], rows))
             for case, rows in zip(part.cases, stored["cases"], strict=True)]
    return replace(part, cases=tuple(cases))


def _array(value, kind):
    array = np.array(value, dtype=kind)
    array.setflags(write=False)
    return array
