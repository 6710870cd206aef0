"""The table of letters: what they are, and random instances of them, many at a time.

A value is an array of shape (instances, rows, columns); a column has one column and a number one row, too.
"""

import dataclasses
import functools
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import numpy as np

from .errors import FormulaError


@dataclass(frozen=True)
class Function:
    """A function of the table.

    arguments: the letters that the arguments replace, by order.
    body: instance -> value, for whatever the letters then are; it must take complex numbers where derivatives are
    taken.
    """

    arguments: tuple
    body: Callable


@dataclass(frozen=True)
class Letters:
    """What the letters of one chapter mean.

    sizes: the letters that are sizes (n, d).
    regimes: keyword arguments of `draw`, one mapping for each kind of instance (tall, wide, without full rank, …), with
    the sizes. draw: (rng, count, **regime) -> a value for each letter that is given.
    derived: letters that follow from others, instance -> value.
    functions: letters that are applied to arguments.
    told: what a function is, as a relation in LaTeX, "J(w) = …", where a reader can be shown that.
    entries: b_i is an entry of another letter than b, which is a number.
    columns, rows: v_i is column i of V, x_i the sample in row i of X, as a column.
    every_row: rows that are added to every row of a matrix.
    indices: letters that count entries.
    code: how letters are spelled in NumPy, where their own name will not do.
    """

    sizes: tuple
    regimes: tuple
    draw: Callable
    derived: Mapping = field(default_factory=dict)
    functions: Mapping = field(default_factory=dict)
    told: Mapping = field(default_factory=dict)
    entries: Mapping = field(default_factory=dict)
    columns: Mapping = field(default_factory=dict)
    rows: Mapping = field(default_factory=dict)
    every_row: tuple = ()
    indices: tuple = ("i", "j", "k")
    code: Mapping = field(default_factory=dict)

    @functools.cached_property
    def names(self):
        """All names of the table."""
        given = self.draw(np.random.default_rng(0), 1, **self.regimes[0])
        return frozenset(
            {*given, *self.derived, *self.functions, *self.entries, *self.columns, *self.rows, *self.sizes,
             *self.indices}
        )

    def knows(self, name):
        """Whether the table has a letter."""
        return name in self.names

    def where(self, **meanings):
        """Return a table in which letters have another meaning: that of another letter (by its name), or instance ->
        value."""
        derived = dict(self.derived)
        for name, meaning in meanings.items():
            derived[name] = (
                (lambda instance, meaning=meaning: instance[meaning]) if isinstance(meaning, str) else meaning
            )
        return dataclasses.replace(self, derived=derived)

    def instances(self, rng, count, regime):
        """Return `count` random instances of one regime."""
        drawn = self.draw(rng, count, **regime)
        return Instance(
            self, {name: value for name, value in drawn.items() if name not in self.derived}, regime, count, drawn
        )


class Instance:
    """Values of the letters in many random cases at once: `instance["w"]` or, where the name allows it,
    `instance.w`."""

    def __init__(self, letters, given, regime, count, drawn=None):
        self.letters, self.given, self.regime, self.count = letters, given, regime, count
        self.drawn = given if drawn is None else drawn
        self._found = {}

    def __getitem__(self, name):
        if name in self.given:
            return self.given[name]
        if name not in self._found:
            self._found[name] = self._value(name)
        return self._found[name]

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        return self[name]

    def _value(self, name):
        if name in self.letters.derived:
            return self.letters.derived[name](self)
        if name in self.letters.functions:
            return self.letters.functions[name].body(self)
        if name in self.letters.sizes:
            return np.full((1, 1, 1), float(self.regime[name]))
        if name in self.drawn:
            return self.drawn[name]
        raise FormulaError(f"the table of letters does not have {name!r}")

    def having(self, values):
        """Return the same instances with other values of some letters; what follows from them follows again."""
        return Instance(self.letters, {**self.given, **values}, self.regime, self.count, self.drawn)

    def applied(self, name, values):
        """Return the value of a function at arguments."""
        if name not in self.letters.functions:
            raise FormulaError(f"{name!r} is no function")
        function = self.letters.functions[name]
        return function.body(self.having(dict(zip(function.arguments, values, strict=True))))
