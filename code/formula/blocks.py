"""Shapes of what is put together from blocks, and the shapes that I and 0 take from their neighbours."""

from .errors import FormulaError
from .nodes import Add, Cases, Identity, Matrix, Mul, Quotient

NUMBER = (1, 1)


def said(shape):
    """Return the kind of a shape in words."""
    rows, columns = shape
    kind = "number" if shape == NUMBER else "column" if columns == 1 else "row" if rows == 1 else "matrix"
    return kind if kind == "number" else f"{kind} {shape}"


class Blocks:
    """The part of `formula.kinds.Kinds` for matrices of blocks, tuples and cases."""

    def _tuple(self, node):
        shapes = [
            self.number(item, "a tuple") if self.of(item) in (None, NUMBER) else item.shape for item in node.items
        ]
        if any(shape[1] != 1 for shape in shapes):
            raise FormulaError("a tuple is made of numbers or of columns", node.at)
        return (sum(shape[0] for shape in shapes), 1)

    def _matrix(self, node):
        for row in node.rows:
            for cell in row:
                self.of(cell)
        return self._blocks(node, None)

    def _blocks(self, node, total):
        """The shape of a block matrix; a row or column of zeros takes what the rest leaves of `total`."""
        high = [next((cell.shape[0] for cell in row if cell.shape), None) for row in node.rows]
        wide = [next((row[place].shape[1] for row in node.rows if row[place].shape), None)
                for place in range(len(node.rows[0]))]
        if None in high + wide and total is None:
            return None
        for sizes, length in ((high, total and total[0]), (wide, total and total[1])):
            if None in sizes:
                sizes[sizes.index(None)] = length - sum(size for size in sizes if size)
        if None in high + wide or min(high + wide) < 0:
            raise FormulaError("the blocks do not fit", node.at)
        for row, rows in zip(node.rows, high, strict=True):
            for cell, columns in zip(row, wide, strict=True):
                if cell.shape is None:
                    self.fit(cell, (rows, columns))
                elif cell.shape != (rows, columns):
                    raise FormulaError(f"a block of {cell.shape} where {(rows, columns)} belongs", cell.at)
        return (sum(high), sum(wide))

    def _cases(self, node):
        for _, condition in node.rows:
            if condition is not None:
                self.entrywise += 1
                self.relation(condition)
                self.entrywise -= 1
        shapes = [self.of(value) for value, _ in node.rows]
        whole = max((shape for shape in shapes if shape), default=None)
        for value, _ in node.rows:
            if value.shape is None and whole:
                self.fit(value, whole)
        return whole

    def fit(self, node, shape):
        """Give a node whose shape only its neighbours tell the shape that they leave."""
        if isinstance(node, Identity) and shape[0] != shape[1]:
            raise FormulaError(f"I is square, and a {said(shape)} is needed", node.at)
        if isinstance(node, Matrix):
            total = self._blocks(node, shape)
            if total != shape:
                raise FormulaError(f"the blocks make {total}, and {shape} is needed", node.at)
        node.shape = shape
        below = [getattr(node, "base", None), getattr(node, "body", None)]
        if isinstance(node, Add | Mul):
            below = node.terms if isinstance(node, Add) else node.factors
            if isinstance(node, Mul) and shape[0] != shape[1] and sum(part.shape is None for part in below) > 1:
                raise FormulaError("nothing tells the shapes of the factors", node.at)
        elif isinstance(node, Quotient | Cases):
            below = [node.over] if isinstance(node, Quotient) else [value for value, _ in node.rows]
        for part in below:
            if part is not None and part.shape is None:
                self.fit(part, shape)
