"""Sums as NumPy: over entries by `np.sum`, else by a generator over the index."""

from .nodes import Add, Call, Index, Mul, Name, Number, Power, Quotient
from .tree import walk

ATOM = 4
NUMBER = (1, 1)
ENTRY_BY_ENTRY = (Add, Call, Index, Mul, Name, Number, Power, Quotient)


class Sums:
    """The part of `formula.print_numpy.Printer` for sums."""

    def _sum(self, node):
        if self._is_whole(node):
            outside, self.whole = self.whole, self.whole | {node.index}
            text = self(node.body)
            self.whole = outside
            return f"np.sum({text})", ATOM
        body = self(node.body)
        return f"sum({body} for {node.index} in {self._range(node)})", ATOM

    def _is_whole(self, node):
        """Whether the body is made of entries, entry by entry, and the sum runs over all of them."""
        parts = list(walk(node.body))
        if self.whole or node.condition is not None or any(not isinstance(part, ENTRY_BY_ENTRY) for part in parts):
            return False
        if node.low is not None and not (isinstance(node.low, Number) and node.low.text == "1"):
            return False
        counted = [part for part in parts if isinstance(part, Index) and self._counts(part, node.index)]
        in_indices = sum(self._counts(part, node.index) for part in parts if isinstance(part, Index))
        loose = sum(isinstance(part, Name) and part.name == node.index for part in parts) - in_indices
        return bool(counted) and not loose and all(self._entries(part, node) for part in counted)

    @staticmethod
    def _counts(part, index):
        return sum(isinstance(place, Name) and place.name == index for place in part.indices)

    def _entries(self, part, node):
        """Whether an indexed letter gives as many numbers as the sum has terms."""
        name = part.base.name if isinstance(part.base, Name) else None
        if name is None or part.shape != NUMBER or part.base.shape is None:
            return False
        lengths = [max(part.base.shape)] if len(part.indices) == 1 else part.base.shape
        places = [isinstance(index, Name) and index.name == node.index for index in part.indices]
        return sum(places) == 1 and all(
            length == node.count for length, here in zip(lengths, places, strict=True) if here
        )

    def _count(self, node):
        """How many terms a sum has at most: a size, or the length of what is indexed."""
        if node.count in self.sizes:
            return self.size(node.count)
        indexed = [part for part in walk(node.body) if isinstance(part, Index) and self._counts(part, node.index)]
        return f"len({self(indexed[0].base)})" if indexed and len(indexed[0].indices) == 1 else str(node.count)

    def _range(self, node):
        condition, count = node.condition, self._count(node)
        if condition is None:
            low = int(node.low.text) - 1 if isinstance(node.low, Number) else 0
            high = self(node.high) if node.high is not None else count
            return f"range({low}, {high})" if low else f"range({high})"
        bound = condition.items[1]
        if condition.relations == ("≤",):
            return f"range({self(bound)})"
        if condition.relations == (">",):
            return f"range({self(bound)}, {count})"
        if condition.relations == ("≠",):
            return f"range({count}) if {node.index} != {self._place(bound)}"
        return f"range({count}) if {self._relation(condition)}"
