"""More instances of a displayed formula, as texts which the page's own Python evaluates."""

import functools
import itertools
import json
import re
from pathlib import Path
from typing import NamedTuple

import numpy as np

from formula.judge import Line
from formula.numpy_code import codes, drawn
from hw0.notation import CHAPTERS, table
from hw0.notation.evidence import stored
from hw0.notation.shown import SEED, first

WITHOUT = Path(__file__).parent / "without_instances.json"
MOST, LEAST, ROUNDS = 6, 3, 6  # instances; how often all regimes are drawn
TESTS = {
    "=": "np.allclose({0}, {1}, rtol=1e-8, atol=1e-10)",
    "≈": "np.allclose({0}, {1}, rtol=1e-3)",
    "→": "np.allclose({0}, {1}, rtol=1e-3)",
    "≤": "np.all({0} <= {1} + 1e-9 * np.abs({1}))",
    "≥": "np.all({1} <= {0} + 1e-9 * np.abs({0}))",
    "<": "np.all({0} < {1})",
    ">": "np.all({0} > {1})",
}
# The page's Python has no complex numbers: differences of three steps, extrapolated, are exact to the sixth power.
DERIVATIVE = """\
def slope(f):
    first, second, third = [(f(h) - f(-h)) / (2 * h) for h in (0.004, 0.002, 0.001)]
    return (16 * (4 * third - second) / 3 - (4 * second - first) / 3) / 15

def derivative(f, x):
    if np.ndim(x) == 0:
        return slope(lambda h: f(x + h))
    return np.array([slope(lambda h: f(x + h * unit)) for unit in np.eye(len(x))]).T

"""
NAMED_DERIVATIVE = re.compile(r"\bd\w+_d\w+")


class Instances(NamedTuple):
    """Instances of some relations, as texts of Python.

    letters: the names that an instance gives a value, without sizes.
    relations: for each, its sides as (sign before it, text).
    tests: for each relation, the expressions that are true where it holds.
    prelude: what the texts need beside NumPy.
    drawn: (the sizes in words if some letter has a shape, an assignment for each letter and size).
    """

    letters: list
    relations: list
    tests: list
    prelude: str
    drawn: list


def instances(stem, formula):
    """Return the `Instances` of a displayed formula of a chapter that is evaluated, or None.

    `without` says why there are none.
    """
    return _found(stem, formula) if not without(stem, formula) else None


def without(stem, formula):
    """Return why a displayed formula of a chapter that is evaluated has no instances; nothing if it has some."""
    page = table(stem)
    known = first(stem, formula)
    texts = [text for code in known for text, *_ in code.sides]
    if any(code.constant for code in known):
        return "a side holds up to a constant"
    if any(NAMED_DERIVATIVE.search(text) for text in texts):
        return "a derivative that is only named, of a letter that follows from others"
    if untold := _functions(known) - {*page.LETTERS.told}:
        return f"a function that stands for any: {', '.join(sorted(untold))}"
    if not {sign for code in known for sign in code.relations} <= set(TESTS):
        return "a relation that no single instance shows"
    return "" if _found(stem, formula) else f"fewer than {LEAST} instances at which it can be shown"


def all_without():
    """Return {formula: why it has no instances} of the displays of all chapters, worked out now."""
    found = {
        formula.key: without(stem, formula)
        for stem in CHAPTERS
        for formula in stored(stem)
        if formula.displayed and formula.key not in table(stem).NEITHER
    }
    return {name: reason for name, reason in found.items() if reason}


def stored_without():
    """Return what `all_without` found when the texts of the formulas were stored; a test compares them."""
    return json.loads(WITHOUT.read_text(encoding="utf-8"))


@functools.cache
def _found(stem, formula):
    page = table(stem)
    line, letters = page.LINES.get(formula.key) or Line(), page.LETTERS
    known = first(stem, formula)
    told = [letters.told[name] for name in sorted(_functions(known))]
    text = " \\qquad ".join([formula.text, *told])
    sides = [
        [(sign, text) for sign, (text, *_) in zip(["", *code.relations], code.sides, strict=True)] for code in known
    ]
    tests = [[TESTS[sign].format(one, other) for (_, one), (sign, other) in itertools.pairwise(row)] for row in sides]
    prelude = DERIVATIVE if any("derivative(" in side for row in sides for _, side in row) else ""
    for code in codes(text, letters, line, rng=np.random.default_rng(SEED))[len(known):] if told else ():
        prelude += f"def {code.sides[0][0]}:\n    return {code.sides[1][0]}\n\n"
    rng, names, found = np.random.default_rng(SEED + 1), [], []
    rounds = (drawn(text, letters, line, rng=rng, most=2) for _ in range(ROUNDS))
    for tried in itertools.chain.from_iterable(rounds):
        for code in tried:
            values = {name: value for one in code for name, value in one.letters.items()
                      if name != "np" and not callable(value)}
            for name in {*letters.indices} & {*values}:  # relations may count to different ends
                values[name] = min(one.letters[name] for one in code if name in one.letters)
            given = assignments(values)
            new = given is not None and given not in [known for _, known in found]
            if new and _same(code[:len(known)], known) and holds(prelude + given, tests):
                regime = code[0].regime
                names = [name for name in values if name not in letters.sizes and _is_used(name, prelude, sides)]
                sized = any(np.ndim(value) for value in values.values())
                found.append((", ".join(f"{name} = {regime[name]}" for name in letters.sizes if sized), given))
                break
        if len(found) == MOST:
            break
    return Instances(names, sides, tests, prelude, found) if len(found) >= LEAST else None


def _functions(found):
    return {name for code in found for name, value in code.letters.items() if callable(value) and name != "np"}


def _is_used(name, prelude, sides):
    """Whether a name is one of the texts' own letters: not an index over which they only sum."""
    texts = " ".join([prelude.removeprefix(DERIVATIVE), *(text for row in sides for _, text in row)])
    return re.search(rf"\b{name}\b", texts) and not re.search(rf"\bfor {name} in\b", texts)


def _same(code, first):
    return len(code) == len(first) and all(
        one.true and one.agrees and one.lines == other.lines and one.tells >= other.tells
        for one, other in zip(code, first, strict=True)
    )


def assignments(values):
    """Return values as assignments of Python, to the last digit, or None if one of them is not finite."""
    if not all(np.all(np.isfinite(value)) for value in values.values()):
        return None
    lines = []
    for name, value in values.items():
        literal = f"np.array({np.asarray(value).tolist()})" if np.ndim(value) else repr(value)
        lines.append(f"{name} = {literal}\n")
    return "".join(lines)


def holds(text, tests):
    """Return whether all tests are true where the text has given the letters their values."""
    names = {"np": np}
    with np.errstate(all="ignore"):
        exec(text, names)
        return all(eval(test, names) for row in tests for test in row)
