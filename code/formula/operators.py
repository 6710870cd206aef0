"""LaTeX to trees: sums and limits with what stands below them, applied operators, matrices and cases."""

from .errors import FormulaError
from .nodes import Call, Cases, Chain, Least, Limit, Matrix, Name, Space, Sum, Tuple
from .shapes import Shapes
from .tokens import RELATIONS

OPERATORS = {"diag", "tr", "rank"}


class Operators(Shapes):
    """The part of the reader for constructs that have parts of their own."""

    def _sum(self):
        at = self.take().at
        low = high = condition = None
        index = None
        while self.peek() in ("_", "^"):
            if self.take().text == "^":
                high = self.inner(self.argument())
                continue
            under = self.inner(self.argument())
            first = under.items[0] if isinstance(under, Chain) else under
            if not isinstance(first, Name):
                raise FormulaError("a sum needs an index", at)
            index = first.name
            if isinstance(under, Chain) and under.relations == ("=",):
                low = under.items[1]
            elif isinstance(under, Chain):
                condition = under
        if index is None:
            raise FormulaError("a sum needs an index", at)
        return Sum(index, low, high, condition, self.product(), at=at)

    def _limit(self):
        at = self.take().at
        self.take("_")
        under = self.inner(self.braced())
        if not (isinstance(under, Chain) and under.relations == ("→",) and isinstance(under.items[0], Name)):
            raise FormulaError("a limit needs a letter and where it goes", at)
        return Limit(under.items[0].name, under.items[1], self.product(), at=at)

    def _environment(self):
        at = self.take().at
        kind = "".join(token.text for token in self.braced())
        if kind not in ("bmatrix", "pmatrix", "cases"):
            raise FormulaError(f"there is no environment {kind}", at)
        rows, depth = [[[]]], 0
        while not (depth == 0 and self.peek() == r"\end"):
            token = self.take()
            depth += (token.text == r"\begin") - (token.text == r"\end")
            if token.text == r"\\" and depth == 0:
                rows.append([[]])
            elif token.text == "&" and depth == 0:
                rows[-1].append([])
            else:
                rows[-1][-1].append(token)
        self.take(), self.braced()
        rows = [row for row in rows if row != [[]]]
        if kind == "cases":
            return Cases(tuple(self._case(row) for row in rows), at=at)
        if len({len(row) for row in rows}) != 1:
            raise FormulaError("the rows of a matrix need as many entries each, and one at least", at)
        return Matrix(tuple(tuple(self.inner(cell) for cell in row) for row in rows), at=at)

    def _case(self, cells):
        """(value, condition) of a row; words before the condition are read over, words after a colon are a remark."""
        value, words = cells[0], cells[1] if len(cells) > 1 else []
        texts = [token.text for token in words]
        while value and value[-1].text in (",", "."):
            value = value[:-1]
        if not any(text in RELATIONS for text in texts):
            return (self.inner(value), None)
        until = next((place for place, text in enumerate(texts) if text in (":", ",")), len(words))
        kept = [token for token in words[:until] if not token.text.startswith(r"\text")]
        return (self.inner(value), self.inner(kept))

    def _operator(self):
        at = self.take().at
        name = "".join(token.text for token in self.braced())
        if name not in OPERATORS:
            raise FormulaError(f"there is no operator {name}", at)
        return Call(name, self._arguments(), at=at)

    def _call(self, name):
        at = self.take().at
        if self.peek() == "_":
            self.take()
            return Least(self.inner(self.argument()), self.sum(), at=at)
        return Call(name, self._arguments(), at=at)

    def _arguments(self):
        """What a function is applied to: what stands in brackets, else the product that follows."""
        if self.peek() == "(":
            inside = self._parenthesis()
            return inside.items if isinstance(inside, Tuple) else (inside,)
        return (self.product(),)

    def _space(self):
        at = self.take().at
        self.take()
        size = None
        if self.peek() == "^":
            self.take()
            size = self.inner(self.argument())
        return Space(size, at=at)
