"""Numbers as JSON that reads back as exactly the same numbers, written as short as that allows."""

import math

import numpy as np

DIGITS = 6  # a long array of rounded decimals is written as whole numbers and the power of ten that divides them


def number(x):
    """Return a JSON value that reads back as exactly x; NaN and infinities as strings for JavaScript's Number."""
    x = float(x)
    if not math.isfinite(x):
        return {"nan": "NaN", "inf": "Infinity", "-inf": "-Infinity"}[repr(x)]
    negative_zero = x == 0 and math.copysign(1, x) < 0
    return int(x) if x == int(x) and abs(x) < 1e15 and not negative_zero else x


def node(a):
    """Return the graph node of a constant array (n,): an even grid, scaled whole numbers, or the numbers themselves."""
    if len(a) == 1:
        return ["const", [], number(a[0])]
    if len(a) > 3 and np.array_equal(a, np.linspace(a[0], a[-1], len(a))):
        return ["linspace", [], number(a[0]), number(a[-1]), len(a)]
    for digits in range(DIGITS + 1 if len(a) > 8 and a.dtype.kind == "f" else 0):
        whole = np.rint(a * 10.0**digits)
        if np.array_equal(whole / 10.0**digits, a, equal_nan=True):
            return ["const", [], [number(k) for k in whole], digits]
    return ["const", [], [number(x) for x in a]]
