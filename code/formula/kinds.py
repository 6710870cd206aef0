"""Kinds and shapes: which of number, column, row and matrix every part of a formula is, and where they do not fit.

The sizes are those of an instance, all different, so a shape that fits by chance is rare; a row and a column are never
added, where NumPy would broadcast them.  I and 0 take the shape that their neighbours leave.
"""

from .blocks import NUMBER, Blocks, said
from .errors import FormulaError
from .leaves import Leaves
from .nodes import Chain, Iverson, Mul, Name, Quotient, Tuple


class Kinds(Leaves, Blocks):
    """Finds the shape of every node of a tree at the sizes of one instance, and writes it into the node."""

    def __init__(self, instance):
        self.instance, self.letters = instance, instance.letters
        self.ranges = {}  # index -> how far it runs
        self.entrywise = 0

    def of(self, node):
        """Return the shape of a node, None if only neighbours can tell; FormulaError where kinds do not fit."""
        node.shape = getattr(self, "_" + type(node).__name__.lower())(node)
        return node.shape

    def relation(self, node):
        """Find the shapes on both sides of every relation, which have to be the same."""
        if "⟺" in node.relations:
            for part in node.items:
                if not isinstance(part, Chain):
                    raise FormulaError("⟺ stands between relations", part.at)
                self.relation(part)
            return
        shapes = [self.of(item) for item in node.items]
        known = next((shape for shape in shapes if shape is not None), NUMBER)
        for item, shape in zip(node.items, shapes, strict=True):
            if shape is None:
                self.fit(item, known)
            elif shape != known and not (self.entrywise and NUMBER in (shape, known)):
                raise FormulaError(f"a {said(known)} cannot be compared with a {said(shape)}", item.at)

    def _chain(self, node):
        self.relation(node)
        shapes = [item.shape for item in node.items if item.shape]
        return max(shapes, default=NUMBER)

    def _add(self, node):
        shapes = [self.of(term) for term in node.terms]
        known = [shape for shape in shapes if shape is not None]
        if not known:
            return None
        whole = max(known)
        for term, shape in zip(node.terms, shapes, strict=True):
            if shape is None:
                self.fit(term, whole)
            elif shape != whole and not self._spread(term, shape, whole):
                raise FormulaError(f"a {said(shape)} cannot be added to a {said(whole)}", term.at)
        return whole

    def _spread(self, term, shape, whole):
        """Whether a term is added to every entry or to every row of the others, by what the table says."""
        every_row = isinstance(term, Name) and term.name in self.letters.every_row and shape == (1, whole[1])
        return every_row or (self.entrywise and shape == NUMBER)

    def _mul(self, node):
        shapes = [self.of(factor) for factor in node.factors]
        whole = None
        for place, (factor, shape) in enumerate(zip(node.factors, shapes, strict=True)):
            if shape is None:
                after = next((s for s in shapes[place + 1 :] if s not in (None, NUMBER)), None)
                side = whole[1] if whole else after[0] if after else None
                if side is None:
                    continue
                self.fit(factor, (side, side))
                shape = factor.shape
            if shape == NUMBER:
                continue
            if whole == shape and (isinstance(factor, Iverson) or (self.entrywise and shape[1] == 1)):
                continue  # entry by entry
            if whole is not None and whole != NUMBER and whole[1] != shape[0]:
                raise FormulaError(f"a {said(whole)} cannot be multiplied by a {said(shape)}", factor.at)
            else:
                whole = shape if whole in (None, NUMBER) else (whole[0], shape[1])
        if whole is None and None in shapes:
            return None
        return whole or NUMBER

    def _cross(self, node):
        for part in (node.left, node.right):
            if self.of(part) != (3, 1):
                raise FormulaError("× needs columns of length 3", part.at)
        return (3, 1)

    def _quotient(self, node):
        over = self.of(node.over)
        under = self.number(node.under, "a denominator")
        return over if under == NUMBER else under

    def _power(self, node):
        self.number(node.exponent, "an exponent")
        return self.number(node.base, "a power")

    def _transpose(self, node):
        shape = self.of(node.base)
        return shape if shape is None or isinstance(node.base, Tuple) else shape[::-1]

    def _inverse(self, node):
        shape = self.of(node.base)
        if shape is not None and shape[0] != shape[1]:
            raise FormulaError(f"a {said(shape)} has no inverse", node.at)
        return shape

    def _pinv(self, node):
        shape = self.of(node.base)
        return shape and shape[::-1]

    def _norm(self, node):
        outside, self.entrywise = self.entrywise, 0
        shape = self.of(node.base)
        self.entrywise = outside
        if shape is None or min(shape) != 1:
            raise FormulaError("a length belongs to a vector", node.at)
        return NUMBER

    def _abs(self, node):
        return self.number(node.base, "an absolute value")

    def _root(self, node):
        return self.number(node.base, "a root")

    def _iverson(self, node):
        self.entrywise += 1
        shape = self._chain(node.relation)
        self.entrywise -= 1
        return shape

    def _call(self, node):
        if len(node.arguments) != (2 if node.name in ("max", "min") else 1):
            raise FormulaError(f"{node.name} is no function of {len(node.arguments)} arguments", node.at)
        self.entrywise += node.name not in ("tr", "det", "rank")
        shapes = [self.of(argument) for argument in node.arguments]
        self.entrywise -= node.name not in ("tr", "det", "rank")
        whole = max((shape for shape in shapes if shape), default=NUMBER)
        for argument in node.arguments:
            if argument.shape is None:
                self.fit(argument, NUMBER)
        if node.name == "diag":
            if whole[1] != 1:
                raise FormulaError(f"diag needs a column, not a {said(whole)}", node.at)
            return (max(whole),) * 2
        if node.name in ("tr", "det", "rank"):
            if whole[0] != whole[1] and node.name != "rank":
                raise FormulaError(f"{node.name} needs a square matrix", node.at)
            return NUMBER
        return whole

    def _sum(self, node):
        outer = self.ranges.pop(node.index, None)
        body = self.of(node.body)
        if node.condition is not None:
            self.relation(node.condition)
        for bound in (node.low, node.high):
            if bound is not None:
                self.number(bound, "a bound of a sum")
        if node.index not in self.ranges and node.high is None:
            raise FormulaError(f"nothing tells how far {node.index} runs", node.at)
        node.count = self.ranges.pop(node.index, None) if node.high is None else self.size(node.high)
        if outer is not None:
            self.ranges[node.index] = outer
        return body

    def _derivative(self, node):
        body, variable = self.of(node.body), self.of(node.variable)
        if variable == NUMBER:
            return body
        if variable[1] != 1 or body is None or body[1] != 1:
            raise FormulaError("a derivative is taken of a number or a column with respect to a number or a column",
                               node.at)
        return (body[0], variable[0])

    def _least(self, node):
        self.of(node.variable)
        return self.number(node.body, "what is to be least")

    def _limit(self, node):
        self.of(node.target)
        return self.of(node.body)

    def _shaped(self, node):
        shape = self.of(node.base)
        written = [tuple(self.size(part) for part in sizes) for sizes in node.sizes]
        if factor_shapes(node.base) != [sizes for sizes in written if sizes != NUMBER]:
            raise FormulaError(f"the factors are {factor_shapes(node.base)}, not {written}", node.at)
        return shape


def factor_shapes(node):
    """Return the shapes of the factors of a product, numbers left out."""
    if isinstance(node, Quotient):
        return factor_shapes(node.over)
    factors = node.factors if isinstance(node, Mul) else (node,)
    return [factor.shape for factor in factors if factor.shape != NUMBER]


def annotate(tree, instance):
    """Write the shape into every node of a tree; return how far each free index runs, {index: length}.

    Raises: FormulaError, with the place, if kinds or shapes do not fit.
    """
    kinds = Kinds(instance)
    if isinstance(tree, Chain):
        kinds.relation(tree)
    elif kinds.of(tree) is None:
        kinds.fit(tree, NUMBER)
    return kinds.ranges
