"""What a page shows beside a displayed formula: its NumPy, its letters, one instance, and how often it was true."""

import functools
from typing import NamedTuple

import numpy as np

from formula.errors import FormulaError
from formula.judge import Line
from formula.numpy_code import codes
from hw0.notation import evidence, table

SEED = 4
DIGITS = 4


class Shown(NamedTuple):
    """The texts beside one formula.

    code: lines of NumPy.
    letters: (name in the code, kind and shape), in the order of the formula, without sizes and indices.
    values: the values of both sides of every relation at one instance.
    sizes: the sizes of that instance, "n = 2, d = 5".
    instances: at how many random instances it was true.
    """

    code: list
    letters: list
    values: list
    sizes: str
    instances: int


@functools.cache
def first(stem, formula):
    """Return the `Code` of every statement of a formula of a chapter, at the instance that is shown."""
    page = table(stem)
    line = page.LINES.get(formula.key) or Line()
    return codes(formula.text, page.LETTERS, line, rng=np.random.default_rng(SEED))


def shown(stem, formula):
    """Return what is shown beside a displayed formula of a chapter, or None if it is not evaluated.

    Raises ValueError if it is false, or if its NumPy has other values.
    """
    fate = evidence.fate(stem, formula)
    if fate.kind != "evaluated":
        return None
    page = table(stem)
    try:
        found = first(stem, formula)
    except FormulaError as error:
        raise ValueError(f"{stem}, {formula.key}: {error}") from error
    if not all(code.agrees for code in found):
        raise ValueError(f"{stem}, {formula.key}: the NumPy that is printed has other values than the formula.")
    regime, letters = found[0].regime, {}
    for code in found:
        letters |= {name: kind(value, regime, page.LETTERS.sizes) for name, value in code.letters.items()}
    left_out = {*page.LETTERS.sizes, *page.LETTERS.indices}
    return Shown(
        [line for code in found for line in code.lines],
        [(name, text) for name, text in letters.items() if text and name not in left_out],
        [_beside(code) for code in found if not code.constant],
        ", ".join(f"{name} = {regime[name]}" for name in page.LETTERS.sizes),
        fate.instances,
    )


def _beside(code):
    """The values of the sides of a relation, one below the other, each after its sign."""
    zero = any(np.size(value) == 1 and value == 0 for _, value, _ in code.sides)
    rounded = [0.0 if zero and np.size(value) == 1 and abs(value) < 1e-14 else value for _, value, _ in code.sides]
    texts = [spelled(value).replace("\n", "\n  ") for value in rounded]
    return "\n".join(f"{sign} {text}" for sign, text in zip([" ", *code.relations], texts, strict=True))


def kind(value, regime, sizes):
    """Return the kind of a plain value in words, with its shape in letters; nothing for a function or a module."""
    if callable(value) or not isinstance(value, int | float | np.ndarray):
        return ""
    names = {regime[name]: name for name in sizes}
    names |= {
        regime[a] + regime[b]: f"{a} + {b}"
        for a in sizes
        for b in sizes
        if a < b and regime[a] + regime[b] not in names
    }
    shape = [names.get(length, str(length)) for length in np.shape(value)]
    return ["number", f"vector ({shape[0]},)" if shape else "", f"matrix ({', '.join(shape)})"][len(shape)]


def spelled(value):
    """Return a plain value as text, with a few digits."""
    if np.ndim(value) == 0:
        return f"{float(value):.{DIGITS}g}"
    largest = np.abs(value).max(initial=0)
    rounded = np.where(np.abs(value) < 1e-10 * max(largest, 1e-300), 0, value) + 0.0
    if largest < 1e-9:
        rounded = np.zeros(np.shape(value))
    return np.array2string(rounded, precision=3, suppress_small=True, max_line_width=200, floatmode="maxprec")
