"""Derivatives of trees: by a complex step where every function allows it, else by central differences."""

import numpy as np

from .errors import FormulaError, NotAnalytic
from .nodes import Index, Name

COMPLEX_STEP = 1e-30
RELATIVE_STEP = 1e-6


def derivative(node, evaluator):
    """Return the derivative of `node.body`: a row for a number, a Jacobian for a column, one entry for one x_k.

    Raises: FormulaError if the variable is no letter and no entry of one.
    """
    variable = node.variable
    entry = (isinstance(variable, Index) and isinstance(variable.base, Name)
             and variable.base.name not in evaluator.letters.columns)
    name = variable.base.name if entry else getattr(variable, "name", None)
    if name is None:
        raise FormulaError("a derivative needs a letter, or an entry of one", variable.at)
    value = evaluator.instance[name]
    if np.iscomplexobj(value):
        raise FormulaError("a derivative of a derivative is not read", node.at)
    value = np.broadcast_to(value, (evaluator.instance.count, *value.shape[1:]))
    if entry:
        places = [evaluator._places(index) for index in variable.indices]
        return _along(node.body, name, value, _direction(value, places), evaluator)
    columns = []
    for row in range(value.shape[1]):
        direction = np.zeros((1, *value.shape[1:]))
        direction[:, row] = 1
        columns.append(_along(node.body, name, value, direction, evaluator))
    return columns[0] if len(columns) == 1 else np.concatenate(np.broadcast_arrays(*columns), axis=2)


def _direction(value, places):
    direction = np.zeros(value.shape)
    flat = direction.reshape(len(value), -1)
    at = places[0] if len(places) == 1 else places[0] * value.shape[2] + places[1]
    flat[np.arange(len(value)), np.clip(at, 0, flat.shape[1] - 1)] = 1
    return direction


def _along(body, name, value, direction, evaluator):
    """The derivative of a tree when one letter moves in a direction."""

    def moved(step):
        return type(evaluator)(evaluator.instance.having({name: value + step * direction}), evaluator.indices)(body)

    try:
        found = moved(1j * COMPLEX_STEP)
        result = found.imag / COMPLEX_STEP if np.iscomplexobj(found) else np.zeros(found.shape)
    except NotAnalytic:
        step = RELATIVE_STEP * np.maximum(1e-9, np.abs(value).max(axis=(1, 2), keepdims=True))
        result = (moved(step) - moved(-step)) / (2 * step)
    return np.broadcast_to(result, (len(value), *result.shape[1:]))
