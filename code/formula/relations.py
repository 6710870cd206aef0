"""When a relation is true of numbers in floating point: =, <, ≤, ≠, ≈, ≪, ∈, equivalences, and → along a sequence."""

import dataclasses

import numpy as np

from .errors import FormulaError
from .evaluate import Evaluator
from .magnitude import Magnitude
from .nodes import Constant, Derivative, Dots, Infinity, Limit, Name, Space
from .tree import walk

# of the largest terms of both sides: draws are well conditioned, so this is four digits more than rounding needs
ROUNDING = 1e-8
FAR = 1e5  # ≪ means smaller by this factor; harmless: half as much again is as far
# ≈ means up to this share, which is what a first-order error leaves when quantities are FAR apart, and more
NEAR = 1e-3  # harmless: half as much again is as near
STEPS = (1e2, 1e8)  # the factors by which a letter is moved on its way to a limit; harmless: so are others
NO_TRUTH = {"∼": "a distribution", "↦": "a map", "∣": "a condition in a probability", "≲": "an order of magnitude"}


def far(instance, name, target, factor):
    """Return the instances with a letter moved towards 0 or infinity by a factor."""
    infinite = isinstance(target, Infinity)
    value = instance[name]
    return instance.having({name: value * factor if infinite else value / factor})


def entrywise(chain, evaluator):
    """Whether the relations of a chain are true, entry by entry, without the slack that two computed sides need."""
    values = [evaluator(item) for item in chain.items]
    return np.all(
        np.broadcast_arrays(
            *[_compared(r, a, b) for r, a, b in zip(chain.relations, values, values[1:], strict=False)]
        ),
        axis=0,
    )


def _compared(relation, left, right):
    left, right = left.real, right.real
    signs = {
        "<": np.less,
        ">": np.greater,
        "≤": np.less_equal,
        "≥": np.greater_equal,
        "=": np.equal,
        "≠": np.not_equal,
        "≪": lambda a, b: a * FAR <= b,
        "≫": lambda a, b: a >= b * FAR,
    }
    if relation not in signs:
        raise FormulaError(f"the relation {relation} is no condition")
    return signs[relation](left, right)


def has_truth(tree):
    """Return why a chain can be neither true nor false (it names a distribution, a map, …), or None if it can."""
    return next((NO_TRUTH[relation] for relation in tree.relations if relation in NO_TRUTH), None)


def truth(chain, instance, indices, goes=None, free=None):
    """Whether a chain is true, for each instance.

    goes: (letter, target) of a limit, for →.
    free: the letter on which "const" does not depend.
    """
    if "⟺" in chain.relations:
        parts = [truth(part, instance, indices, goes, free) for part in chain.items]
        return np.all([part == parts[0] for part in parts], axis=0)
    if any(isinstance(part, Constant) for part in walk(chain)):
        if free is None:
            raise FormulaError("a constant needs the letter on which it does not depend", chain.at)
        items = tuple(Derivative(item, Name(free), shape=instance[free].shape[:0:-1]) for item in chain.items)
        chain = dataclasses.replace(chain, items=items)
    result = np.ones(instance.count, bool)
    for relation, left, right in _pairs(chain):
        result &= np.broadcast_to(_holds(relation, left, right, instance, indices, goes), instance.count)
    return result


def _pairs(chain):
    """Yield (relation, left, right); dots between two equal relations leave what they pass on: a ≥ … ≥ b says a ≥ b."""
    left, *items = chain.items
    passed = None  # the relation before dots
    for relation, right in zip(chain.relations, items, strict=True):
        if isinstance(left, Dots):  # a chain that begins with dots says nothing of its first item
            left = right
        elif isinstance(right, Dots):
            passed = relation
        else:
            if passed in (None, relation):
                yield relation, left, right
            left, passed = right, None


def _holds(relation, left, right, instance, indices, goes):
    if relation == "∈":
        if not isinstance(right, Space):
            raise FormulaError("∈ is read before ℝ only", right.at)
        return np.array(left.shape == right.shape)
    if relation == "→":
        return _approaches(left, right, instance, indices, goes)
    evaluator, magnitude = Evaluator(instance, indices), Magnitude(instance, indices)
    first, second = evaluator(left), evaluator(right)
    scale = _largest(magnitude(left)) + _largest(magnitude(right))
    if relation in ("=", "≠"):
        limits = any(isinstance(part, Limit) for side in (left, right) for part in walk(side))
        equal = _largest(first - second) <= (NEAR if limits else ROUNDING) * scale + 1e-300
        equal &= np.isfinite(scale)
        return equal if relation == "=" else ~equal
    if relation == "≈":
        return _largest(first - second) <= NEAR * (_largest(first) + _largest(second))
    if relation in ("≤", "≥"):
        low, high = (first, second) if relation == "≤" else (second, first)
        return np.all(low.real <= high.real + ROUNDING * scale[:, None, None], axis=(1, 2))
    return np.all(_compared(relation, first, second), axis=(1, 2))


def _largest(value):
    return np.abs(value).max(axis=(1, 2)) if value.size else np.zeros(len(value))


def _approaches(left, right, instance, indices, goes):
    """Whether the two sides come together on the way to the limit."""
    if goes is None:
        raise FormulaError("→ needs the letter that goes somewhere", left.at)
    gaps = []
    scale = _largest(Magnitude(instance, indices)(left))
    for step in STEPS:
        evaluator = Evaluator(far(instance, *goes, step), indices)
        first, second = evaluator(left), evaluator(right)
        gaps.append(_largest(first - second))
        scale = scale + _largest(second)
    before, last = gaps
    return (last <= NEAR * scale + 1e-300) & (last <= before) & np.isfinite(scale)


def tightness(chain, instance, indices):
    """How close the sides of the first ≤ come, as the largest share of the larger side; None without ≤."""
    for relation, left, right in zip(chain.relations, chain.items, chain.items[1:], strict=False):
        if relation in ("≤", "≥"):
            first, second = (Evaluator(instance, indices)(side).real for side in (left, right))
            low, high = (first, second) if relation == "≤" else (second, first)
            with np.errstate(invalid="ignore", divide="ignore"):
                return float(np.nanmax(low / high))
    return None
