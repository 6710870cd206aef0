"""How large the terms are that a value is the sum of: the measure by which rounding is told from a difference."""

import numpy as np

from .evaluate import Evaluator, length
from .nodes import Name


class Magnitude(Evaluator):
    """Evaluates a tree with every sign +, and letters by their absolute values."""

    def __init__(self, instance, indices):
        super().__init__(instance, indices)
        self.values = Evaluator(instance, indices)

    def true(self, relation):
        """Whether a relation is true of the values themselves."""
        return self.values.true(relation)

    def _places(self, node):
        return self.values._places(node)

    def _name(self, node):
        return np.abs(super()._name(node))

    def _index(self, node):
        """An entry is as uncertain as the largest: that is what an algorithm of linear algebra promises."""
        if (isinstance(node.base, Name) and len(node.indices) == 1
            and node.base.name in {*self.letters.columns, *self.letters.rows}):
            return np.abs(super()._index(node))
        return np.nan_to_num(self(node.base), nan=0.0, posinf=np.inf).max(axis=(1, 2), keepdims=True)

    def _plain(self, node):
        return np.abs(self.values(node))

    _apply = _inverse = _pinv = _derivative = _limit = _plain

    def _add(self, node):
        return sum(self(term) for term in node.terms)

    def _cross(self, node):
        return length(self(node.left)) * length(self(node.right)) * np.ones((1, 3, 1))

    def _quotient(self, node):
        return self(node.over) / np.abs(self.values(node.under))

    def _power(self, node):
        exponent = self.values(node.exponent)
        return np.where(exponent > 0, self(node.base) ** np.abs(exponent), np.abs(self.values(node)))

    def _call(self, node):
        return (super()._call(node) if node.name in ("diag", "max", "tr")
                else np.abs(self.values(node)) + (node.name == "det"))
