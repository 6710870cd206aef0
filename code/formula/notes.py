"""Shapes that are written beside a formula, compared with those of its factors."""

import itertools

from .errors import FormulaError
from .kinds import Kinds, factor_shapes
from .nodes import Add, Tuple
from .tree import children


def products(node):
    """Return, for each term of a sum, the shapes of its factors."""
    terms = node.terms if isinstance(node, Add) else (node,)
    return [factor_shapes(term) for term in terms]


def check_note(note, trees, instance):
    """Compare a note with the formulas before it, whose shapes are known.

    A note without a formula before it only has to chain.

    Raises: FormulaError if its products do not chain, or belong to no formula.
    """
    kinds = Kinds(instance)
    sides = [[[_sizes(shape, kinds) for shape in product] for product in side] for side in note.sides]
    results = {_result(product, note) for side in sides for product in side}
    row_added = {result for result in results if len(result) == 1}
    results = {result for result in results if len(result) == 2}
    if len(results) != 1 or any((1, *row)[1] != next(iter(results))[1] for row in row_added):
        raise FormulaError(f"the shapes {sorted(results)} are not the same", note.at)
    parts = [part for tree in trees for part in _items(tree)]
    if not parts:
        return
    for side in sides:
        wanted = [[shape if len(shape) == 2 else (1, *shape) for shape in product] for product in side]
        whole = len(wanted) == 1 and len(wanted[0]) == 1 and any(part.shape == wanted[0][0] for part in parts)
        if not whole and not any(products(part) == wanted for part in parts):
            raise FormulaError(f"no formula before has the factors {wanted}", note.at)


def _items(tree):
    """Both sides of relations, and what they are equal to."""
    yield tree
    for part in children(tree):
        if not isinstance(part, Tuple):
            yield from _items(part) if part.shape is None else [part]


def _sizes(shape, kinds):
    sizes = tuple(kinds.size(part) for part in shape)
    return sizes


def _result(product, note):
    rows, columns = product[0][0], product[0][-1]
    if len(product) == 1:
        return product[0]
    for left, right in itertools.pairwise(product):
        if left[-1] != right[0]:
            raise FormulaError(f"{left} and {right} do not chain", note.at)
    rows, columns = product[0][0], product[-1][-1]
    return (rows, columns)
