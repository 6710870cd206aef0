"""The code of a statement: the printed sides of its relations, and their values at an instance, which check them."""

import math
from dataclasses import dataclass

import numpy as np

from .errors import FormulaError
from .evaluate import Evaluator
from .judge import approach, completed
from .kinds import Kinds
from .nodes import Chain, Constant, Derivative, Infinity, Limit, Name
from .print_numpy import Printer
from .reader import read_expression
from .relations import far, has_truth, truth
from .tree import walk
from .values import at, derivative, names_in_code, namespace, plain


@dataclass
class Code:
    """One relation as NumPy.

    lines: what a student would write.
    sides: the text of every side, with its value as the evaluator finds it and as the printed code gives it.
    relations: the signs between the sides.
    letters: {name in code: value} at the instance.
    regime: the sizes of the instance.
    constant: whether the relation holds up to a constant only, which is left out of the values.
    true: whether the relation holds at this instance, with its indices as large as they can be.
    """

    lines: list
    sides: list
    relations: tuple
    letters: dict
    regime: dict
    constant: bool = False
    true: bool = True

    @property
    def tells(self):
        """Whether some side is not 0."""
        return any(np.any(found) for _, found, _ in self.sides)

    @property
    def agrees(self):
        """Whether the printed code gives the values of the formula."""
        return all(_close(found, given) for _, found, given in self.sides)


def _close(one, other):
    same = np.shape(one) == np.shape(other) or np.ndim(other) == 0  # 0 stands for zeros
    return same and np.allclose(one, other, rtol=1e-6, atol=1e-9, equal_nan=True)


def codes(text, letters, line, *, rng):
    """Return the code of every statement that is true or false, at an instance where its assumptions hold.

    Of several instances, one is taken at which all conditions hold and few sides are 0; sizes are small and differ.

    Raises: FormulaError if no regime keeps the assumptions.
    """
    for tried in drawn(text, letters, line, rng=rng):
        return max(tried, key=lambda found: [sum(code.true for code in found), sum(code.tells for code in found)])
    raise FormulaError("no regime of the table keeps the assumptions")


def drawn(text, letters, line, *, rng, most=6):
    """Yield, for each regime that keeps the assumptions, small and plain ones first, the codes at up to `most`
    instances.  Where a size is 1, NumPy's vectors of one dimension would be numbers."""
    letters = letters.where(**line.let)
    display = completed(text, letters, line)
    statements = [one for one in display.statements if isinstance(one.tree, Chain) and has_truth(one.tree) is None]
    needs = [read_expression(need, letters) for need in line.needs]
    regimes = [one for one in line.regimes or letters.regimes if 1 not in [one[size] for size in letters.sizes]]
    small = _small(regimes, letters.sizes)
    for regime in [*small, *(one for one in regimes if one not in small)]:
        instance = letters.instances(rng, 20, regime)
        try:
            places = _places(needs, instance)[:most]
            found = [part for one in statements for part in _of(one, instance, line, places)]
        except (FormulaError, np.linalg.LinAlgError):  # a matrix that has no inverse where the rank is not full
            continue
        if places.size:
            yield [[part[k] for part in found] for k in range(places.size)]


def _small(regimes, sizes):
    """Regimes with sizes that differ from each other and from 1, and nothing special, the smallest first."""
    plain = [one for one in regimes if set(one) == set(sizes) and len({1, *one.values()}) == len(sizes) + 1]
    return sorted(plain, key=lambda regime: math.prod(regime.values()))


def _places(needs, instance):
    """The instances of a batch at which the assumptions hold."""
    kept = np.ones(instance.count, bool)
    with np.errstate(all="ignore"):
        for need in needs:
            Kinds(instance).relation(need)
            kept &= truth(need, instance, {})
    return np.flatnonzero(kept)


def _of(statement, instance, line, places):
    """The codes of a statement at some places; of an equivalence, those of every part.  What goes to a limit is moved
    close to it."""
    goes = approach(statement, line, instance.letters)
    for part in walk(statement.tree):
        goes = (part.variable, part.target) if isinstance(part, Limit) else goes
    moved = goes and any(
        isinstance(part, Limit) or "→" in getattr(part, "relations", ()) for part in walk(statement.tree)
    )
    if moved:
        instance = far(instance, *goes, 1e8)
    parts = statement.tree.items if "⟺" in statement.tree.relations else [statement.tree]
    with np.errstate(all="ignore"):
        return [_codes(part, instance, places, goes if moved else None, line.free) for part in parts]


def _codes(chain, instance, places, goes, free):
    kinds = Kinds(instance)
    kinds.relation(chain)
    counting = {name: length for name, length in kinds.ranges.items() if name in instance.letters.indices}
    indices = {
        name: np.full((1, 1, 1), float(length)) for name, length in counting.items() if name not in instance.given
    }
    printer = Printer(instance.letters, instance.regime)
    derivatives = _derivatives(chain, instance, indices, printer)
    texts = [printer(item) for item in chain.items]
    values = [Evaluator(instance, indices)(item) for item in chain.items]
    true = truth(chain, instance, indices, goes, free)
    remark = ""
    if goes:
        letter = printer(Name(goes[0]))
        remark = f"  # for very large {letter}" if isinstance(goes[1], Infinity) else f"  # for {letter} close to 0"
    constant = any(isinstance(part, Constant) for part in walk(chain))
    lines = written(chain, texts, remark)
    last = {name: int(value.item()) - 1 for name, value in indices.items()}
    found, named = [], names_in_code(chain, instance.letters)
    for place in places:
        letters = namespace(chain, instance, place, named) | last
        given = letters | {"derivative": derivative, "const": 0.0}
        given |= {name: plain(at(value, place)) for name, value in derivatives.items()}
        sides = [(text, plain(at(value, place)), eval(text, dict(given)))
                 for text, value in zip(texts, values, strict=True)]
        found.append(Code(lines, sides, chain.relations, letters, instance.regime, constant, bool(true[place])))
    return found


def _derivatives(chain, instance, indices, printer):
    """Values for derivatives of letters, which the code only names."""
    found = {}
    for node in walk(chain):
        if isinstance(node, Derivative) and isinstance(node.body, Name):
            variable = node.variable if isinstance(node.variable, Name) else node.variable.base
            name = printer(node).split("[")[0]
            if name.isidentifier():
                whole = Derivative(node.body, variable)
                Kinds(instance).of(whole)
                found[name] = Evaluator(instance, indices)(whole)
    return found


def written(chain, texts, remark=""):
    """Return the lines that a student would write: an assignment to a letter alone on the left, else comparisons."""
    first, lines = texts[0], []
    for place, (relation, one, other) in enumerate(zip(chain.relations, texts, texts[1:], strict=False)):
        if relation == "=" and not place and first.isidentifier():
            lines.append(f"{first} = {other}{remark}")
        elif relation == "=":
            lines.append(f"np.allclose({first}, {other}){remark}")
        elif relation in ("≈", "→"):
            lines.append(f"np.allclose({one}, {other}, rtol=1e-3){remark}")
            first = other
        else:
            signs = {"≠": "!=", "≤": "<=", "≥": ">="}
            lines.append(f"{one} {signs.get(relation, relation)} {other}")
    return lines
