"""Data as a JavaScript literal, shorter than JSON: a third is written 1/3, which is the same double and a fifth of the
letters."""

import json
import math
import re
from functools import lru_cache

NAME = re.compile(r"[A-Za-z_$][\w$]*", re.ASCII)
LARGEST = 50_000  # of a denominator: beyond it a fraction is no shorter than its digits


def literal(value):
    """Return the text of a JavaScript expression for JSON data (dict, list, str, number, bool, None); numbers to the
    last digit.

    Raises
    ------
    ValueError for NaN and infinities; TypeError for what JSON has not.
    """
    if isinstance(value, dict):
        return "{" + ",".join(f"{_key(key)}:{literal(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(literal, value)) + "]"
    if isinstance(value, float):
        return _number(value)
    if type(value) is int:
        return repr(value)
    return json.dumps(value, ensure_ascii=False).replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _key(key):
    return key if NAME.fullmatch(key) else json.dumps(key, ensure_ascii=False)


def _number(value):
    value = float(value)  # one of NumPy shows its type
    if not math.isfinite(value):
        raise ValueError(f"JSON has no number {value}")
    text = repr(value).removesuffix(".0") if abs(value) < 1e16 else repr(value)
    found = fraction(value)
    short = found and f"{found[0]}/{found[1]}"
    return short if short and len(short) < len(text) else text


@lru_cache(maxsize=1 << 16)  # the values of a sheet's mistakes are the same few, over and over
def fraction(value, near=0.0):
    """Return whole numbers (p, q), q > 0 and small, so that the double p / q is this one; None if there are none.

    near : how far p / q may lie from the value, as a share of it
    """
    size = abs(value)
    if not 1e-6 < size < 1e6:
        return None
    over, over_before, under, under_before, rest = 1, 0, 0, 1, size
    for _ in range(20):
        whole = math.floor(rest)
        over, over_before, under, under_before = whole * over + over_before, over, whole * under + under_before, under
        if under > LARGEST:
            return None
        if abs(over / under - size) <= near * size:
            return (over if value > 0 else -over), under
        if rest == whole:
            return None
        rest = 1 / (rest - whole)
    return None
