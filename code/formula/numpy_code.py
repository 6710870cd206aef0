"""The code of a statement: the printed sides of its relations, and their values at an instance, which check them."""

from dataclasses import dataclass

import numpy as np

from .errors import FormulaError
from .evaluate import Evaluator
from .judge import completed
from .kinds import Kinds
from .nodes import Chain, Derivative, Limit, Name
from .print_numpy import Printer
from .reader import read_expression
from .relations import far, has_truth, truth
from .tree import walk
from .values import at, derivative, namespace, plain


@dataclass
class Code:
    """One relation as NumPy.

    lines: what a student would write.
    sides: the text of every side, with its value as the evaluator finds it and as the printed code gives it.
    letters: {name in code: value} at the instance.
    """

    lines: list
    sides: list
    letters: dict

    @property
    def agrees(self):
        """Whether the printed code gives the values of the formula."""
        return all(_close(found, given) for _, found, given in self.sides)


def _close(one, other):
    same = np.shape(one) == np.shape(other) or np.ndim(other) == 0  # 0 stands for zeros
    return same and np.allclose(one, other, rtol=1e-6, atol=1e-9, equal_nan=True)


def codes(text, letters, line, *, rng):
    """Return the code of every statement that is true or false, at an instance where its assumptions hold.

    Raises: FormulaError if no regime keeps the assumptions.
    """
    letters = letters.where(**line.let)
    display = completed(text, letters, line)
    trees = [part.tree for part in display.statements if isinstance(part.tree, Chain) and has_truth(part.tree) is None]
    needs = [read_expression(need, letters) for need in line.needs]
    regimes = line.regimes or letters.regimes
    for regime in [*(regime for regime in regimes if 1 not in regime.values()), *regimes]:
        instance = letters.instances(rng, 20, regime)
        try:
            place = _place(needs, instance)
            if place is not None:
                return [code for tree in trees for code in _of_chain(tree, instance, place)]
        except FormulaError:
            continue
    raise FormulaError("no regime of the table keeps the assumptions")


def _place(needs, instance):
    """An instance of a batch at which the assumptions hold, or None."""
    kept = np.ones(instance.count, bool)
    with np.errstate(all="ignore"):
        for need in needs:
            Kinds(instance).relation(need)
            kept &= truth(need, instance, {})
    return int(np.argmax(kept)) if kept.any() else None


def _of_chain(chain, instance, place):
    """The code of a chain; of ⟺, that of every part."""
    if "⟺" in chain.relations:
        return [code for part in chain.items for code in _of_chain(part, instance, place)]
    with np.errstate(all="ignore"):
        return [_code(chain, instance, place)]


def _code(chain, instance, place):
    kinds = Kinds(instance)
    kinds.relation(chain)
    counting = {name: length for name, length in kinds.ranges.items() if name in instance.letters.indices}
    indices = {
        name: np.full((1, 1, 1), float(length)) for name, length in counting.items() if name not in instance.given
    }
    limit = next((part for part in walk(chain) if isinstance(part, Limit)), None)
    if limit is not None:
        instance = far(instance, limit.variable, limit.target, 1e8)
    printer, letters = Printer(instance.letters, instance.regime), namespace(chain, instance, place)
    letters |= {name: int(value.item()) - 1 for name, value in indices.items()}
    given = letters | {"derivative": derivative, "const": 0.0} | _derivatives(chain, instance, indices, place, printer)
    sides = []
    for item in chain.items:
        text = printer(item)
        found = plain(at(Evaluator(instance, indices)(item), place))
        sides.append((text, found, eval(text, dict(given))))
    return Code(written(chain, [text for text, _, _ in sides], limit), sides, letters)


def _derivatives(chain, instance, indices, place, printer):
    """Values for derivatives of letters, which the code only names."""
    found = {}
    for node in walk(chain):
        if isinstance(node, Derivative) and isinstance(node.body, Name):
            variable = node.variable if isinstance(node.variable, Name) else node.variable.base
            name = printer(node).split("[")[0]
            if name.isidentifier():
                whole = Derivative(node.body, variable)
                Kinds(instance).of(whole)
                found[name] = plain(at(Evaluator(instance, indices)(whole), place))
    return found


def written(chain, texts, limit=None):
    """Return the lines that a student would write: an assignment to a letter alone on the left, else comparisons."""
    first, lines = texts[0], []
    remark = f"  # for {limit.variable} close to its limit" if limit is not None else ""
    for relation, one, other in zip(chain.relations, texts, texts[1:], strict=False):
        if relation == "=" and other is texts[1] and first.isidentifier() and one is first:
            lines.append(f"{first} = {other}{remark}")
        elif relation == "=":
            lines.append(f"np.allclose({first}, {other}){remark}")
        elif relation in ("≈", "→"):
            lines.append(f"np.allclose({one}, {other}, rtol=1e-3){'  # in the limit' if relation == '→' else ''}")
        elif relation == "∈":
            lines.append(f"{one}.shape")
        else:
            signs = {"≠": "!=", "≤": "<=", "≥": ">="}
            lines.append(f"{one} {signs.get(relation, relation)} {other}")
    return lines
