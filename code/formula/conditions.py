"""Relations that are no statements: settings such as x = 0, comparisons such as n > d, definitions of functions."""

from .display import Display
from .nodes import Add, Apply, Chain, Index, Infinity, Name, Number, Quotient, Space, Transpose, Tuple
from .tree import walk

PLAIN = (Name, Index, Number, Tuple, Add, Quotient, Transpose, Infinity, Space)


def is_plain(tree):
    """Whether a relation only compares letters with each other or with numbers, at most one letter on each side."""
    if not isinstance(tree, Chain) or "⟺" in tree.relations:
        return False
    sides = [list(walk(item)) for item in tree.items]
    plain = all(isinstance(part, PLAIN) for side in sides for part in side)
    letters = [sum(isinstance(part, Name) for part in side if not isinstance(part, Index)) for side in sides]
    signs = all(len(part.terms) == 1 for side in sides for part in side if isinstance(part, Add))
    indexed = [sum(isinstance(part, Index) for part in side) for side in sides]
    return (plain and signs and any(letters)
            and all(count - inner <= 1 for count, inner in zip(letters, indexed, strict=True)))


def defines_function(tree):
    """Whether a relation says what f(x) is to be: f(x) = …, with a function of the table applied to its letter."""
    return isinstance(tree, Chain) and tree.relations == ("=",) and isinstance(tree.items[0], Apply)


def kind_of(display: Display):
    """Return "condition" or "definition" if all that a formula says is of that kind, else None."""
    trees = [statement.tree for statement in display.statements if statement.is_relation]
    if trees and all(is_plain(tree) for tree in trees):
        return "condition"
    if trees and all(defines_function(tree) for tree in trees):
        return "definition"
    return None
