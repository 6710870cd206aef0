"""One instance as a student has it: numbers, vectors of one dimension and matrices, under the names of the code."""

import re

import numpy as np

from .nodes import Apply, Derivative, Index, Name
from .print_numpy import spelled
from .tree import walk


def plain(value):
    """Return one value (rows, columns) as a number, a vector of one dimension, or a matrix."""
    if value.shape == (1, 1):
        number = float(value[0, 0])
        return int(number) if number.is_integer() and abs(number) < 1e6 else number
    return value.ravel() if 1 in value.shape else value


def at(value, place):
    """Return the value of one instance of a batch."""
    return value[place if len(value) > 1 else 0]


def names_in_code(tree, letters):
    """Return {name in code: letter} for all letters of a tree, those of v_i by the matrix that has them."""
    stands_for = {**letters.columns, **letters.rows}
    bases = {id(node.base) for node in walk(tree) if isinstance(node, Index) and isinstance(node.base, Name)}
    found = {}
    for node in walk(tree):
        if isinstance(node, Name) and (node.name not in letters.indices or node.name in letters.derived):
            name = stands_for.get(node.name, node.name) if id(node) in bases else node.name
            found[spelled(name, letters)] = name
    return found


def namespace(tree, instance, place, named=None):
    """Return the names that the printed code of a tree needs, with their values at one instance of a batch.

    A name such as Vt.T is given as Vt.  Functions take and return plain values.  `named` is `names_in_code` of the
    tree, if it is known.
    """
    letters, given = instance.letters, {"np": np}
    for code, name in (named or names_in_code(tree, letters)).items():
        match = re.fullmatch(r"(\w+)(\.T)?", code)
        if match:
            value = plain(at(instance[name], place))
            given[match[1]] = value.T if match[2] else value
    for name in letters.sizes:
        given.setdefault(spelled(name, letters), instance.regime[name])
    functions = {node.name for node in walk(tree) if isinstance(node, Apply)}
    functions |= {node.body.name for node in walk(tree) if isinstance(node, Derivative) and isinstance(node.body, Name)}
    for name in functions & set(letters.functions):
        given[spelled(name, letters)] = _function(name, instance, place)
    return given


def _function(name, instance, place):
    """A function of the table, for plain values."""

    def function(*arguments):
        shapes = [instance[letter].shape[1:] for letter in instance.letters.functions[name].arguments]
        values = [np.asarray(argument).reshape(1, *shape) for argument, shape in zip(arguments, shapes, strict=True)]
        return plain_or_complex(at(instance.applied(name, values), place))

    return function


def plain_or_complex(value):
    """As `plain`, for complex values as well."""
    if np.iscomplexobj(value):
        return value[0, 0] if value.shape == (1, 1) else value.ravel()
    return plain(value)


def derivative(function, x):
    """The derivative of a function of plain values, a row as a vector of one dimension, by a complex step.

    This is the `derivative` of the printed code.
    """
    step, x = 1e-30, np.asarray(x)
    if x.ndim == 0:
        return np.imag(function(x + 1j * step)) / step
    columns = [np.imag(function(x + 1j * step * unit)) / step for unit in np.eye(len(x))]
    return np.array(columns) if np.ndim(columns[0]) == 0 else np.column_stack(columns)
