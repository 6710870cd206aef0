"""More instances of a displayed formula, as texts which the page's own Python evaluates."""

import itertools
import re
from typing import NamedTuple

import numpy as np

from formula.judge import Line
from formula.numpy_code import codes, drawn
from hw0.notation import table
from hw0.notation.shown import SEED

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

    There are none where a side is a function or a derivative that is only named, or holds up to a constant; and none if
    fewer than three instances have the same NumPy and satisfy it as the page computes it.
    """
    page = table(stem)
    line, letters = page.LINES.get(formula.key) or Line(), page.LETTERS
    first = codes(formula.text, letters, line, rng=np.random.default_rng(SEED))
    if any(not _is_told(code) for code in first):
        return None
    sides = [
        [(sign, text) for sign, (text, *_) in zip(["", *code.relations], code.sides, strict=True)] for code in first
    ]
    tests = [
        [TESTS[sign].format(one, other) for (_, one), (sign, other) in itertools.pairwise(row)] for row in sides
    ]
    prelude = DERIVATIVE if any("derivative(" in text for row in sides for _, text in row) else ""
    rng, names, found = np.random.default_rng(SEED + 1), [], []
    rounds = (drawn(formula.text, letters, line, rng=rng, most=2) for _ in range(ROUNDS))
    for tried in itertools.chain.from_iterable(rounds):
        for code in tried:
            values = {name: value for one in code for name, value in one.letters.items() if name != "np"}
            for name in {*letters.indices} & {*values}:  # relations may count to different ends
                values[name] = min(one.letters[name] for one in code if name in one.letters)
            text = assignments(values)
            new = text is not None and text not in [known for _, known in found]
            if new and _same(code, first) and holds(prelude + text, tests):
                regime = code[0].regime
                names = [name for name in values if name not in letters.sizes and _is_used(name, sides)]
                sized = any(np.ndim(value) for value in values.values())
                found.append((", ".join(f"{name} = {regime[name]}" for name in letters.sizes if sized), text))
                break
        if len(found) == MOST:
            break
    return Instances(names, sides, tests, prelude, found) if len(found) >= LEAST else None


def _is_told(code):
    texts = [text for text, *_ in code.sides]
    return not (
        code.constant
        or any(callable(value) for name, value in code.letters.items() if name != "np")
        or any(NAMED_DERIVATIVE.search(text) for text in texts)
        or not set(code.relations) <= set(TESTS)
    )


def _is_used(name, sides):
    """Whether a name is one of the text's own letters: not an index over which it only sums."""
    texts = " ".join(text for row in sides for _, text in row)
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
