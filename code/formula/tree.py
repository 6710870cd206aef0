"""Walking through the tree of a formula, and copies of it in which one place is different."""

import dataclasses

from .nodes import Apply, Name, Node


def children(node):
    """Yield the nodes directly below a node, in the order of the text."""
    pending = [getattr(node, part.name) for part in dataclasses.fields(node) if part.name not in ("at", "shape")]
    while pending:
        part = pending.pop(0)
        if isinstance(part, tuple):
            pending[:0] = part
        elif isinstance(part, Node):
            yield part


def walk(node):
    """Yield a node and all nodes below it."""
    yield node
    for child in children(node):
        yield from walk(child)


def replaced(node, old, new):
    """Return a copy of a tree in which the node that *is* `old` has become `new`."""
    if node is old:
        return new
    if isinstance(node, tuple):
        return tuple(replaced(part, old, new) for part in node)
    if isinstance(node, Node):
        parts = {
            part.name: replaced(getattr(node, part.name), old, new)
            for part in dataclasses.fields(node)
            if part.name != "shape"
        }
        return type(node)(**parts)
    return node


def names(node):
    """Return the names of all letters and functions in a tree, each once, in order."""
    found = [part.name for part in walk(node) if isinstance(part, Name | Apply)]
    return list(dict.fromkeys(found))
