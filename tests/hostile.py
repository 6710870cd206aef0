"""Input that nobody who means well would give, for property tests of everything in the book that takes input.

`make test` tries a few in each test, always the same; `INPUTS=1000 pytest …` tries that many, other ones each time.
"""

import json
import os
import random

from hypothesis import settings
from hypothesis import strategies as st

INPUTS = int(os.environ.get("INPUTS", "0"))
inputs = settings(max_examples=INPUTS or 40, derandomize=not INPUTS, deadline=None)

NAMES = ("__proto__", "constructor", "toString", "hasOwnProperty", "length", "<img src=x onerror=planted()>", "",
         "\x00", "\ud800", "x" * 1000)
TEXTS = (*NAMES, "1e308", "NaN", "-0", "٤٥", "=1+1", "\u202e", "\x1b[2J", "<script>planted()</script>", "x" * 300_000)
NUMBERS = (None, True, False, 0, -1, 1, 1.5, 1e308, -1e-308, float("nan"), float("inf"), 10**30, -(10**30))


def values(names=()):
    """A strategy for what JSON can hold, with names that occur where it is read."""
    keys = st.sampled_from((*NAMES, *names))
    leaves = st.sampled_from(NUMBERS + TEXTS)
    return st.recursive(leaves, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=4),
                        max_leaves=12)


def places(data, before=()):
    """All places in nested dicts and lists, as tuples of keys, the whole first."""
    yield before
    for key in data if isinstance(data, dict) else range(len(data)) if isinstance(data, list) else ():
        yield from places(data[key], (*before, key))


def changed(data, place, value):
    """A copy of nested dicts and lists with another value in a place."""
    if not place:
        return value
    copy = json.loads(json.dumps(data))
    inner = copy
    for key in place[:-1]:
        inner = inner[key]
    inner[place[-1]] = value
    return copy


def torn(raw, few=60, seed=0):
    """Beginnings of some bytes, and the bytes with one of them changed; all of both if INPUTS is as large."""
    chosen = random.Random(seed if not INPUTS else None)
    lengths = sorted(chosen.sample(range(len(raw)), min(len(raw), INPUTS or few)))
    yield from (raw[:length] for length in lengths)
    for place in lengths:
        yield raw[:place] + bytes([raw[place] ^ chosen.randrange(1, 256)]) + raw[place + 1:]
