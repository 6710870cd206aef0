"""The stored instances of the parts of a problem: every answer is tried on all of them, here and in the page.

A pool.json beside the parts holds them, one a line, the ones that are easiest to read first:

    {"4a": {"kinds": ["array", "array", "float"], "cases": [[
    [[[1]], [1], 1, [0.5]],
    ...

Each is a list of the values of the part's arguments, in their order, and of what the part asks for there.  Kinds are
"float", "int", "array" (of floats) and "ints" (an array of whole numbers).  What is asked for is a number (null where
it is nan), a bool, a word, a list for an array of floats, or {"tuple": [...]} for several of these.  It was computed by
the part's reference, and a test computes it again.
"""
import json
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property, partial

import numpy as np

READERS = {"float": float, "int": int, "array": lambda value: _array(value, float),
           "ints": lambda value: _array(value, int)}


class Stored(Sequence):
    """What the rows of a pool hold, made by a function of a row when it is first looked at.

    `case` says which: the id of a Part and the number of its Case.
    """

    def __init__(self, rows, make, case):
        self.rows, self.make, self.case = rows, make, case

    @cached_property
    def made(self):
        """All that is made of the rows, a tuple."""
        return tuple(map(self.make, self.rows))

    def __len__(self):
        return len(self.rows)

    def __getitem__(self, position):
        return self.made[position]

    def __iter__(self):
        return iter(self.made)


def stocked(path, parts):
    """The Parts of a problem with the instances of a pool.json, a tuple."""
    pool = json.loads(path.read_text(encoding="utf-8"))
    return tuple(_stocked(part, pool.get(part.id)) for part in parts)


def kind_of(value):
    """The kind of a value: "float", "int", "array" or "ints"."""
    if isinstance(value, np.ndarray):
        return "ints" if value.dtype.kind == "i" else "array"
    return "int" if isinstance(value, (int, np.integer)) else "float"


def instance_of(names, kinds, row):
    """The instance in a row, a dict argument name -> value: read-only."""
    return {name: READERS[kind](value) for name, kind, value in zip(names, kinds, row[:-1], strict=True)}


def expected_of(row):
    """What is asked for at the instance in a row, a plain value: read-only."""
    return _plain(row[-1])


def _stocked(part, stored):
    if stored is None or len(stored["cases"]) != len(part.cases):       # a new part, whose pool is still to be made
        return part
    make = partial(instance_of, part.names, stored["kinds"])
    cases = [replace(case, instances=Stored(rows, make, (part.id, number)),
                     expected=Stored(rows, expected_of, (part.id, number)))
             for number, (case, rows) in enumerate(zip(part.cases, stored["cases"], strict=True))]
    return replace(part, cases=tuple(cases))


def _plain(value):
    if isinstance(value, dict):
        return tuple(map(_plain, value["tuple"]))
    if isinstance(value, list):
        return _array(value, float)
    return value if isinstance(value, (bool, str)) else np.nan if value is None else float(value)


def _array(value, kind):
    array = np.array(value, dtype=kind)
    array.setflags(write=False)
    return array
