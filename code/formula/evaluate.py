"""Trees to values, for many instances at once: every value is an array of shape (instances, rows, columns)."""

import numpy as np

from .errors import FormulaError, NotAnalytic
from .nodes import Iverson, Name, Tuple

FUNCTIONS = {
    "log": np.log,
    "exp": np.exp,
    "tanh": np.tanh,
    "tr": lambda a: np.trace(a, axis1=1, axis2=2)[:, None, None],
    "det": lambda a: np.linalg.det(a)[:, None, None],
}


def is_number(value):
    """Whether values are numbers."""
    return value.shape[1:] == (1, 1)


def times(left, right):
    """The product of two values: of matrices, or by a number."""
    return left * right if is_number(left) or is_number(right) else left @ right


def length(value):
    """The length of vectors, without the conjugate that would spoil a complex step."""
    return np.sqrt(np.sum(value**2, axis=(1, 2), keepdims=True))


def inverse(value):
    """The inverses of square matrices; NaN where there is none in floating point."""
    if is_number(value):
        return 1 / value
    bad = np.linalg.cond(value.real) > 1e13
    safe = np.where(bad[:, None, None], np.eye(value.shape[1]), value)
    return np.where(bad[:, None, None], np.nan, np.linalg.inv(safe))


class Evaluator:
    """Evaluates the nodes of a tree whose shapes are known, at one set of instances.

    indices: values of the letters that count, whole numbers from 1 as arrays that fit (instances, 1, 1).
    """

    def __init__(self, instance, indices):
        self.instance, self.letters, self.indices = instance, instance.letters, indices

    def __call__(self, node):
        value = getattr(self, "_" + type(node).__name__.lower(), None)
        if value is None:  # dots, a space, a problem
            raise FormulaError(f"a node of the kind {type(node).__name__} has no value", node.at)
        return value(node)

    def true(self, relation):
        """Whether a relation is true, entry by entry."""
        from .relations import entrywise

        return entrywise(relation, self)

    def _number(self, node):
        value = float(node.text)
        shape = node.shape if value == 0 and node.shape else (1, 1)
        return np.full((1, *shape), value)

    def _infinity(self, node):
        return np.full((1, 1, 1), np.inf)

    def _name(self, node):
        if node.name in self.indices:
            return self.indices[node.name]
        return self.instance[node.name]

    def _identity(self, node):
        return np.eye(node.shape[0])[None]

    def _zeros(self, node):
        return np.zeros((1, *node.shape))

    def _places(self, node):
        return np.rint(self(node).real).astype(int).ravel() - 1

    def _index(self, node):
        name = node.base.name if isinstance(node.base, Name) else None
        places = [self._places(index) for index in node.indices]
        if name in self.letters.columns and len(places) == 1:
            return self._taken(self.instance[self.letters.columns[name]].mT, places[0])
        if name in self.letters.rows and len(places) == 1:
            return self._taken(self.instance[self.letters.rows[name]], places[0])
        value = self(node.base)
        if len(places) == 1:
            flat = value.reshape(len(value), -1)
            which = np.arange(len(flat)) if len(flat) > 1 else 0
            return flat[which, np.clip(places[0], 0, flat.shape[1] - 1)].reshape(-1, 1, 1)
        which = np.arange(len(value)) if len(value) > 1 else 0
        return value[
            which, np.clip(places[0], 0, value.shape[1] - 1), np.clip(places[1], 0, value.shape[2] - 1)
        ].reshape(-1, 1, 1)

    @staticmethod
    def _taken(value, places):
        which = np.arange(len(value)) if len(value) > 1 else 0
        return value[which, np.clip(places, 0, value.shape[1] - 1)].reshape(-1, value.shape[2], 1)

    def _apply(self, node):
        return self.instance.applied(node.name, [self(argument) for argument in node.arguments])

    def _add(self, node):
        total = self(node.terms[0]) * node.signs[0]
        for sign, term in zip(node.signs[1:], node.terms[1:], strict=True):
            total = total + self(term) if sign > 0 else total - self(term)
        return total

    def _mul(self, node):
        product = self(node.factors[0])
        for factor in node.factors[1:]:
            same = node.shape == factor.shape == product.shape[1:]
            entry_by_entry = isinstance(factor, Iverson) or (same and factor.shape[1] == 1)
            product = product * self(factor) if entry_by_entry else times(product, self(factor))
        return product

    def _cross(self, node):
        return np.cross(self(node.left)[..., 0], self(node.right)[..., 0])[..., None]

    def _quotient(self, node):
        return self(node.over) / self(node.under)

    def _power(self, node):
        exponent = self(node.exponent)
        whole = np.all(exponent == np.rint(exponent.real))
        base = self(node.base)
        if not whole and not np.iscomplexobj(base) and np.any(base < 0):
            base = np.where(base < 0, np.nan, base)
        return base ** (exponent.real if whole else exponent)

    def _transpose(self, node):
        return self(node.base) if isinstance(node.base, Tuple) else self(node.base).mT

    def _inverse(self, node):
        return inverse(self(node.base))

    def _pinv(self, node):
        value = self(node.base)
        if np.iscomplexobj(value):
            raise NotAnalytic("a pseudo-inverse has no complex extension", node.at)
        return np.linalg.pinv(value, rcond=1e-10)

    def _norm(self, node):
        return length(self(node.base))

    def _abs(self, node):
        value = self(node.base)
        return np.where(value.real < 0, -value, value)

    def _root(self, node):
        degree, value = self(node.degree), self(node.base)
        value = value if np.iscomplexobj(value) else np.where(value < 0, np.nan, value)
        return value ** (1 / degree)

    def _iverson(self, node):
        return self.true(node.relation).astype(float)

    def _call(self, node):
        values = [self(argument) for argument in node.arguments]
        if node.name == "diag":
            return values[0].reshape(len(values[0]), -1, 1) * np.eye(node.shape[0])
        if node.name in ("max", "min"):
            first, second = np.broadcast_arrays(*values)
            return np.where((first.real >= second.real) == (node.name == "max"), first, second)
        if node.name == "rank":
            return np.linalg.matrix_rank(values[0], rtol=1e-10).astype(float)[:, None, None]
        if node.name == "log" and not np.iscomplexobj(values[0]):
            values[0] = np.where(values[0] > 0, values[0], np.nan)
        return FUNCTIONS[node.name](values[0])

    def _sum(self, node):
        first = int(self(node.low).ravel()[0]) if node.low is not None else 1
        total = np.zeros((1, *(node.shape or (1, 1))))
        for place in range(first, node.count + 1):
            inner = type(self)(self.instance, {**self.indices, node.index: np.full((1, 1, 1), float(place))})
            term = inner(node.body)
            if node.condition is not None:
                term = np.where(inner.true(node.condition), term, 0)
            total = total + term
        if node.condition is not None and node.condition.relations == ("≤",):  # up to an entry that is not there
            total = np.where(self(node.condition.items[1]) > node.count, np.nan, total)
        return total

    def _tuple(self, node):
        return self._stacked([self(item) for item in node.items], 1)

    @staticmethod
    def _stacked(values, axis):
        count = max(len(value) for value in values)
        return np.concatenate([np.broadcast_to(value, (count, *value.shape[1:])) for value in values], axis)

    def _matrix(self, node):
        return self._stacked([self._stacked([self(cell) for cell in row], 2) for row in node.rows], 1)

    def _cases(self, node):
        """The value of the first row whose condition is true; NaN where none is."""
        result = np.full((1, *node.shape), np.nan)
        for value, condition in reversed(node.rows):
            result = self(value) if condition is None else np.where(self.true(condition), self(value), result)
        return result

    def _derivative(self, node):
        from .derivatives import derivative

        return derivative(node, self)

    def _limit(self, node):
        from .relations import far

        return type(self)(far(self.instance, node.variable, node.target, 1e8), self.indices)(node.body)

    def _shaped(self, node):
        return self(node.base)

    def _constant(self, node):
        return np.zeros((1, 1, 1))
