"""Shapes of letters, numbers, entries and applied functions: where the shapes of a formula come from."""

from .blocks import NUMBER, said
from .errors import FormulaError
from .evaluate import Evaluator
from .nodes import Name, Number


class Leaves:
    """The part of `formula.kinds.Kinds` that asks the table of letters."""

    def number(self, node, what):
        """FormulaError unless a node is a number."""
        shape = self.of(node)
        if shape is None:
            self.fit(node, NUMBER)
        elif shape != NUMBER and not self.entrywise:
            raise FormulaError(f"{what} needs a number, not a {said(shape)}", node.at)
        return node.shape

    def _number(self, node):
        return None if float(node.text) == 0 else NUMBER

    def _infinity(self, node):
        return NUMBER

    def _dots(self, node):
        return None

    def _constant(self, node):
        return NUMBER

    def _name(self, node):
        if node.name in self.letters.indices and node.name not in self.instance.given:
            return NUMBER
        try:
            return self.instance[node.name].shape[1:]
        except FormulaError as error:
            raise FormulaError(error.message, node.at) from None

    def size(self, node):
        """The value of a size: n, n + d or 1."""
        return int(Evaluator(self.instance, {})(node).ravel()[0].real)

    def _identity(self, node):
        return (self.size(node.size),) * 2 if node.size is not None else None

    def _zeros(self, node):
        return (self.size(node.size), 1)

    def _space(self, node):
        return (self.size(node.size), 1) if node.size is not None else NUMBER

    def _index(self, node):
        if isinstance(node.base, Name) and node.base.name in self.letters.entries:
            node.base.name = self.letters.entries[node.base.name]
        table = {**dict.fromkeys(self.letters.columns, 1), **dict.fromkeys(self.letters.rows, 0)}
        name = node.base.name if isinstance(node.base, Name) else None
        if name in table and len(node.indices) == 1:
            matrix = self.instance[{**self.letters.columns, **self.letters.rows}[name]].shape[1:]
            self._runs(node.indices[0], matrix[table[name]])
            return (matrix[1 - table[name]], 1)
        shape = self.of(node.base)
        if shape is not None and len(node.indices) == 2:
            self._runs(node.indices[0], shape[0]), self._runs(node.indices[1], shape[1])
            return NUMBER
        if shape is None or min(shape) != 1 or len(node.indices) != 1:
            raise FormulaError("a matrix needs two indices", node.at)
        self._runs(node.indices[0], max(shape))
        return NUMBER

    def _runs(self, index, length):
        self.number(index, "an index")
        if isinstance(index, Number) and float(index.text) > length:
            raise FormulaError(f"there is no entry {index.text} among {length}", index.at)
        if isinstance(index, Name):
            self.ranges[index.name] = min(length, self.ranges.get(index.name, length))

    def _apply(self, node):
        for argument in node.arguments:
            if self.of(argument) is None:
                self.fit(argument, NUMBER)
        function = self.letters.functions.get(node.name)
        if function is None or len(function.arguments) != len(node.arguments):
            raise FormulaError(f"{node.name} is no function of {len(node.arguments)} arguments", node.at)
        for letter, argument in zip(function.arguments, node.arguments, strict=True):
            wanted = self.instance[letter].shape[1:]
            if argument.shape != wanted:
                raise FormulaError(f"{node.name} takes a {said(wanted)}, not a {said(argument.shape)}", argument.at)
        return self.instance[node.name].shape[1:]
