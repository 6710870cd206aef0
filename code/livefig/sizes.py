"""One text for all sizes: the numbers in a tape, as whole-numbered formulas in the sizes of the arrays.

The same code leaves the same instructions whatever the sizes are; only shapes, offsets and counts differ. Each of them
is a sum of products of at most two sizes. So a tape is recorded at a few dozen sizes, the formulas are solved for,
and have to give every number of every recording.
"""

import itertools

import numpy as np

from .tracer import TraceError

MORE = 12  # recordings beyond what the formulas need


def template(record, symbols, seed=0):
    """Return the JSON value of a tape at any sizes: {"sizes": formulas, "rooms": [...], "views": [...], "code": [...]}.

    A number that depends on the sizes is written as a text, the number of its formula; a formula is a list of
    [factor, names of sizes ...].

    Parameters
    ----------
    record : {size: number} -> the Tape that was recorded at these sizes, at least 2 and all different.
    symbols : the names of the sizes, that of the smallest first.

    Raises
    ------
    TraceError
        If the instructions themselves, or a number other than by such a formula, depend on the sizes.

    Examples
    --------
    >>> def record(sizes):
    ...     tape = Tape()
    ...     W, x = tape.slot("W", (sizes["n"], sizes["h"])), tape.slot("x", (sizes["h"],))
    ...     W @ x
    ...     return tape
    >>> template(record, "nh")["rooms"][0], template(record, "nh")["sizes"][0]
    (['W', '0', 0], [[1, 'n', 'h']])
    """
    products = [(), *((s,) for s in symbols), *itertools.combinations_with_replacement(symbols, 2)]
    rng = np.random.default_rng(seed)
    drawn = [dict(zip(symbols, sorted((2 + rng.permutation(30)[:len(symbols)]).tolist()), strict=True))
             for _ in range(len(products) + MORE)]
    forms, numbers = zip(*(_leaves(plain(record(sizes))) for sizes in drawn), strict=True)
    if len(set(forms)) > 1:
        raise TraceError("the instructions of this tape depend on the sizes of its arrays")
    numbers = np.array(numbers)
    terms = np.array([[np.prod([sizes[s] for s in product]) for product in products] for sizes in drawn], float)
    varies = np.any(numbers != numbers[0], axis=0)
    factors = np.rint(np.linalg.lstsq(terms, numbers[:, varies], rcond=None)[0])
    if np.any(other := np.any(terms @ factors != numbers[:, varies], axis=0)):
        raise TraceError(f"a number of this tape is no sum of products of two sizes: {numbers[0, varies][other][0]:g} "
                         f"at {drawn[0]}, {numbers[1, varies][other][0]:g} at {drawn[1]}")
    formulas = [[[int(f), *product] for f, product in zip(column, products, strict=True) if f] for column in factors.T]
    known = list(dict.fromkeys(map(repr, formulas)))
    written = iter([str(known.index(repr(f))) for f in formulas])
    leaves = iter([next(written) if v else _shortest(x) for v, x in zip(varies, numbers[0], strict=True)])
    made = _with_leaves(plain(record(drawn[0])), leaves)
    places = list(dict.fromkeys(repr(p) for line in made["code"] for p in line[1:] if isinstance(p, list)))
    first = {repr(p): p for line in made["code"] for p in line[1:] if isinstance(p, list)}
    code = [[line[0], *([places.index(repr(p))] if isinstance(p, list) else {"is": p} for p in line[1:])]
            for line in made["code"]]
    distinct = {repr(f): f for f in formulas}
    return {"sizes": [distinct[k] for k in known], "rooms": made["rooms"], "views": [first[p] for p in places],
            "code": [[p[0] if isinstance(p, list) else p for p in line] for line in code]}


def plain(tape):
    """Return a tape as JSON: rooms [name, size, fill], and code [operation, place, place or number, ...]."""
    rooms = [[name, len(room), fill]
             for name, room, fill in zip(tape.names, tape.rooms, tape.fills, strict=True)]
    code = [[op, *(_place(x) if isinstance(x, tuple) else x for x in rest)] for op, *rest in tape.code]
    return {"rooms": rooms, "code": code}


def _place(place):
    room, offset, shape, strides = place
    return [room, offset, *(n for axis in zip(shape, strides, strict=True) for n in axis)]


def _leaves(value):
    """Return (the form of a JSON value with its numbers left out, the numbers)."""
    numbers = []

    def walk(v):
        if isinstance(v, dict):
            return tuple((k, walk(x)) for k, x in v.items())
        if isinstance(v, (list, tuple)):
            return tuple(walk(x) for x in v)
        if isinstance(v, (int, float, np.number)):
            numbers.append(float(v))
            return None
        return (v,)

    return walk(value), numbers


def _with_leaves(value, leaves):
    """Return a JSON value with other numbers."""
    if isinstance(value, dict):
        return {k: _with_leaves(v, leaves) for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        return [_with_leaves(v, leaves) for v in value]
    return next(leaves) if isinstance(value, (int, float, np.number)) else value


def _shortest(x):
    return int(x) if x == int(x) else float(x)
