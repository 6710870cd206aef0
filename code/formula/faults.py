"""Single faults in a formula: of sign, transpose, order, exponent, index, term, constant or letter."""

import dataclasses
from typing import NamedTuple

import numpy as np

from .errors import FormulaError
from .evaluate import Evaluator
from .judge import Line, completed, judge_display
from .kinds import NUMBER, Kinds
from .nodes import Add, Chain, Dots, Index, Inverse, Mul, Name, Number, Pinv, Power, Root, Space, Sum, Transpose
from .relations import has_truth
from .tree import replaced, walk

KINDS = ("sign", "transpose", "order", "exponent", "index", "term", "constant", "letter")


class Fault(NamedTuple):
    """One fault that was planted.

    kind: one of `KINDS`.
    at: the character of the text at which it was planted.
    said: what was put in the place of what.
    display: the whole display with the fault.
    old, new: the tree of the statement before and after.
    """

    kind: str
    at: int
    said: str
    display: object
    old: object
    new: object


def faults(text, letters, line=None):
    """Return all single faults of the statements of a display that can be true or false."""
    line = line or Line()
    letters = letters.where(**line.let)
    display = completed(text, letters, line)
    found = []
    for place, statement in enumerate(display.statements):
        if isinstance(statement.tree, Chain) and has_truth(statement.tree) is None:
            _annotated(statement.tree, letters, line)
            for kind, old, new, said in _changes(statement.tree, letters):
                changed = dataclasses.replace(statement, tree=replaced(statement.tree, old, new))
                statements = [*display.statements[:place], changed, *display.statements[place + 1 :]]
                shown = dataclasses.replace(display, statements=statements)
                found.append(Fault(kind, old.at, said, shown, statement.tree, changed.tree))
    return found


def noticed(fault, letters, line=None, *, rng, count=10):
    """Whether the evaluation refuses a fault: kinds or shapes do not fit, or the display is false somewhere."""
    line = line or Line()
    try:
        return not judge_display(fault.display, letters.where(**line.let), line, rng=rng, count=count).holds
    except FormulaError:
        return True


def changes_nothing(fault, letters, line=None, *, rng, count=5):
    """Whether all sides of relations keep their values everywhere, as by the transpose of a symmetric matrix."""
    line = line or Line()
    letters = letters.where(**line.let)
    for regime in line.regimes or letters.regimes:
        instance = letters.instances(rng, count, regime)
        try:
            before, after = (_values(tree, instance) for tree in (fault.old, fault.new))
        except FormulaError:
            continue
        if not all(_same(one, other) for one, other in zip(before, after, strict=True)):
            return False
    return True


def _values(tree, instance):
    kinds = Kinds(instance)
    kinds.relation(tree)
    indices = {name: np.full((1, 1, 1), float(1 + length // 2)) for name, length in kinds.ranges.items()}
    sides = [item for part in (tree.items if "⟺" in tree.relations else [tree]) for item in part.items]
    with np.errstate(all="ignore"):
        return [Evaluator(instance, indices)(side) for side in sides if not isinstance(side, Dots | Space)]


def _same(one, other):
    if one.shape[1:] != other.shape[1:]:
        return False
    with np.errstate(all="ignore"):
        scale = np.nan_to_num(np.abs(one), posinf=0).max(initial=0)
        return bool(np.all((np.abs(one - other) <= 1e-9 * scale) | (np.isnan(one) & np.isnan(other)) | (one == other)))


def _annotated(tree, letters, line):
    """Find the shapes at the first regime whose kinds fit."""
    problem = None
    for regime in line.regimes or letters.regimes:
        try:
            with np.errstate(all="ignore"):
                Kinds(letters.instances(np.random.default_rng(0), 1, regime)).relation(tree)
            return
        except FormulaError as error:
            problem = error
    raise problem


def _changes(tree, letters):
    """Yield (kind, the node, what takes its place, words) for every fault."""
    counting = _indices(tree, letters)
    inside_indices = {id(part) for node in walk(tree) if isinstance(node, Index) for part in node.indices}
    exponents = {id(node.exponent) for node in walk(tree) if isinstance(node, Power)}
    indexed = {id(node.base) for node in walk(tree) if isinstance(node, Index)}
    for node in walk(tree):
        if id(node) in exponents:
            continue
        yield from _of_sums(node)
        yield from _of_products(node)
        yield from _of_powers(node)
        if isinstance(node, Number) and id(node) not in inside_indices:
            yield "constant", node, Number(_next(node.text), at=node.at), f"{node.text} → {_next(node.text)}"
        if isinstance(node, Name) and node.name not in counting and id(node) not in inside_indices:
            for other in _others(node, tree, letters, counting, id(node) in indexed):
                yield "letter", node, Name(other, at=node.at), f"{node.name} → {other}"
        if isinstance(node, Index):
            yield from _of_indices(node, counting)


def _of_sums(node):
    if isinstance(node, Add):
        for place, sign in enumerate(node.signs):
            if place or sign < 0:
                flipped = (*node.signs[:place], -sign, *node.signs[place + 1 :])
                yield "sign", node, dataclasses.replace(node, signs=flipped), f"sign of term {place + 1}"
        for place in range(len(node.terms)) if len(node.terms) > 1 else ():
            rest = [part for kept, part in enumerate(zip(node.signs, node.terms, strict=True)) if kept != place]
            fewer = dataclasses.replace(node, signs=tuple(s for s, _ in rest), terms=tuple(t for _, t in rest))
            yield "term", node, fewer, f"without term {place + 1}"
    if isinstance(node, Sum) and isinstance(node.low, Number):
        yield ("index", node, dataclasses.replace(node, low=Number(_next(node.low.text), at=node.low.at)),
               "sum begins later")


def _of_products(node):
    if isinstance(node, Mul):
        for place, (left, right) in enumerate(zip(node.factors, node.factors[1:], strict=False)):
            if left.shape != NUMBER and right.shape != NUMBER:
                swapped = (*node.factors[:place], right, left, *node.factors[place + 2 :])
                yield "order", node, dataclasses.replace(node, factors=swapped), f"factors {place + 1} and {place + 2}"


def _of_powers(node):
    if isinstance(node, Transpose):
        yield "transpose", node, node.base, "no transpose"
    elif isinstance(node, Name | Index | Pinv) and node.shape not in (None, NUMBER):
        yield "transpose", node, Transpose(node, at=node.at), "a transpose"
    if isinstance(node, Power):
        yield "exponent", node, node.base, "no exponent"
        if isinstance(node.exponent, Number):
            higher = dataclasses.replace(node, exponent=Number(_next(node.exponent.text), at=node.at))
            yield "exponent", node, higher, f"{node.exponent.text} → {_next(node.exponent.text)}"
    if isinstance(node, Inverse | Root):
        yield "exponent", node, node.base, f"no {type(node).__name__.lower()}"
    if isinstance(node, Pinv):
        yield "exponent", node, Transpose(node.base, at=node.at), "a transpose for a pseudo-inverse"


def _of_indices(node, counting):
    for place, index in enumerate(node.indices):
        others = sorted(counting - {index.name}) if isinstance(index, Name) and index.name in counting else []
        new = [Name(name, at=index.at) for name in others]
        if isinstance(index, Number):
            new = [Number(_next(index.text), at=index.at)]
        for other in new:
            indices = (*node.indices[:place], other, *node.indices[place + 1 :])
            yield "index", node, dataclasses.replace(node, indices=indices), f"index {place + 1}"


def _indices(tree, letters):
    bound = {node.index for node in walk(tree) if isinstance(node, Sum)}
    return bound | {node.name for node in walk(tree) if isinstance(node, Name) and node.name in letters.indices}


def _next(text):
    """Another number of the same kind: the next one."""
    return str(int(text) + 1) if text.isdigit() else str(float(text) * 1.1)


def _others(node, tree, letters, counting, indexed):
    """Letters of the formula that have the same shape; if it has none, one of the table."""
    if node.shape is None and not indexed:
        return []
    names = {part.name: part.shape for part in walk(tree) if isinstance(part, Name) and part.name not in counting}
    same = [name for name, shape in names.items() if shape == node.shape and name != node.name]
    if same or node.shape is None:
        return same
    instance = letters.instances(np.random.default_rng(0), 1, letters.regimes[0])  # harmless: only shapes are asked for
    table = [name for name in sorted(letters.names)
             if len(name) == 1 and name not in {*letters.indices, *letters.sizes, node.name}]
    for name in table:
        try:
            if instance[name].shape[1:] == node.shape:
                return [name]
        except (FormulaError, KeyError, AttributeError):
            continue
    return []
