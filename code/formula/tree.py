"""Walking through the tree of a formula, and copies of it in which one place is different."""

import dataclasses
import functools

from .nodes import Apply, Name, Node


@functools.cache
def _parts(kind):
    return tuple(part.name for part in dataclasses.fields(kind) if part.name not in ("at", "shape"))


def children(node):
    """Yield the nodes directly below a node, in the order of the text."""
    for name in _parts(type(node)):
        yield from _nodes(getattr(node, name))


def _nodes(part):
    if isinstance(part, Node):
        yield part
    elif isinstance(part, tuple):
        for inner in part:
            yield from _nodes(inner)


def walk(node):
    """Return a node and all nodes below it, a tuple that the node keeps: what is below a node never changes."""
    if "below" not in vars(node):
        node.below = (node, *(below for child in children(node) for below in walk(child)))
    return node.below


def replaced(node, old, new):
    """Return a copy of a tree in which the node that *is* `old` has become `new`."""
    if node is old:
        return new
    if isinstance(node, tuple):
        return tuple(replaced(part, old, new) for part in node)
    if isinstance(node, Node):
        parts = {part.name: replaced(getattr(node, part.name), old, new) for part in dataclasses.fields(node)
                 if part.name != "shape"}
        return type(node)(**parts)
    return node


def names(node):
    """Return the names of all letters and functions in a tree, each once, in order."""
    found = [part.name for part in walk(node) if isinstance(part, Name | Apply)]
    return list(dict.fromkeys(found))
