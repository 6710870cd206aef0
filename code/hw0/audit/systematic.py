"""Systematic answers to any part: wrong rules that a comfortable set of instances lets pass, and right ones of unusual
form.

A wrong rule is the right answer with one argument or its value changed, or right under a condition only.  Some changes
leave a right answer right, such as turning round the sign of what is squared.
"""

import functools
import itertools

import numpy as np

from hw0.audit.table import Table
from hw0.checks import PARTS
from hw0.checks.judge import Judge, expected_values
from hw0.checks.returned import caller, quiet

SHOWN = ("2d", "3e", "4h", "5a.i", "6.relu_backward")      # of each problem the part that is tried fastest

ARGUMENT_CHANGES = {
    "negated": np.negative,
    "without its sign": np.abs,
    "cut to whole numbers": np.trunc,
    "clipped at 10": lambda v: np.clip(v, -10, 10),
    "clipped at 20": lambda v: np.clip(v, -20, 20),
    "dropped": np.ones_like,
    "squared": np.square,
    "doubled": lambda v: 2 * v,
    "halved": lambda v: v / 2,
    "0 below 0.1": lambda v: np.where(np.abs(v) < 0.1, 0.0, v),
    "0 above 100": lambda v: np.where(np.abs(v) > 100, 0.0, v),
    "larger by 1": lambda v: v + 1,
    "of one value": lambda v: np.full_like(v, np.ravel(v)[0]),
    "reversed": lambda v: v[::-1] if np.ndim(v) else v,
    "rounded to tenths": lambda v: np.round(v, 1),
}
ARGUMENT_CHANGES |= {
    "but for its sign": np.sign,
    "rounded to whole numbers": np.round,
    "cubed": lambda v: v**3,
    "0 below 1": lambda v: np.where(np.abs(v) < 1, 0.0, v),
    "0 above 20": lambda v: np.where(np.abs(v) > 20, 0.0, v),
    "as its upper triangle": lambda v: np.triu(v) if np.ndim(v) == 2 else v,
    "as its lower triangle": lambda v: np.tril(v) if np.ndim(v) == 2 else v,
    "as its first row": lambda v: np.broadcast_to(v[:1], v.shape) if np.ndim(v) == 2 else v,
    "without what is far from the diagonal": lambda v: np.triu(np.tril(v, 1), -1) if np.ndim(v) == 2 else v,
    "times itself": lambda v: v @ v if np.ndim(v) == 2 and v.shape[0] == v.shape[1] else v * v,
    "sorted in each row": lambda v: np.sort(v) if np.ndim(v) else v,
    "without its mean": lambda v: v - np.mean(v) if np.ndim(v) else v,
}
VALUE_CHANGES = {
    "cut to whole numbers": np.trunc,
    "clipped at 10": lambda v: np.clip(v, -10, 10),
    "clipped at 20": lambda v: np.clip(v, -20, 20),
    "without its sign": np.abs,
    "0 below 0.01": lambda v: np.where(np.abs(v) < 0.01, 0.0, v),
    "0 above 100": lambda v: np.where(np.abs(v) > 100, 0.0, v),
    "rounded to thousandths": lambda v: np.round(v, 3),
    "of single precision": np.float32,
    "larger by a millionth": lambda v: v * (1 + 1e-6),
    "0 for nan": np.nan_to_num,
    "negated": np.negative,
    "doubled": lambda v: 2 * np.asarray(v),
    "sorted": lambda v: np.sort(v, axis=None).reshape(np.shape(v)),
    "reversed": lambda v: v[::-1] if np.ndim(v) else v,
    "a third larger": lambda v: np.asarray(v) * 4 / 3,
    "squeezed for a batch of one": lambda v: v[0] if np.ndim(v) > 1 and np.shape(v)[0] == 1 else v,
}


def _arrays(given):
    return [np.asarray(v) for v in given.values()]


CONDITIONS = {  # where the rule is right
    "up to three rows": lambda given: all(max(v.shape, default=1) <= 3 for v in _arrays(given)),
    "for two rows and more": lambda given: all(min(v.shape, default=2) >= 2 for v in _arrays(given)),
    "for whole numbers": lambda given: all(np.all(v == np.round(v)) for v in _arrays(given)),
    "for numbers above 0.01": lambda given: all(np.all((np.abs(v) > 0.01) | (v == 0)) for v in _arrays(given)),
    "for numbers below 100": lambda given: all(np.all(np.abs(v) < 100) for v in _arrays(given)),
    "for full rank": lambda given: all(v.ndim != 2 or np.linalg.matrix_rank(v) == min(v.shape) for v in _arrays(given)),
    "for a first argument that begins above 0": lambda given: np.ravel(_arrays(given)[0])[0] > 0,
    "for a last argument that begins above 0": lambda given: np.ravel(_arrays(given)[-1])[0] > 0,
    "for a last argument up to 4": lambda given: np.ravel(_arrays(given)[-1])[0] <= 4,
    "for a first argument of size 0.3 and more": lambda given: np.abs(np.ravel(_arrays(given)[0])[0]) >= 0.3,
    "for numbers without a 0": lambda given: all(np.all(v != 0) for v in _arrays(given)),
}
OTHER_WORD = {"left": "right", "right": "left", "stays": "left", "gone": "stays", True: False, False: True}


def wrong_rules(part):
    """Pairs: what the rule does, and a function of the part's arguments.  Some are right after all: for the caller to
    find out."""

    def rule(change):
        return lambda **given: part.reference(**change(given))

    for name in part.names:
        for what, change in ARGUMENT_CHANGES.items():
            yield (
                f"{name} {what}",
                rule(lambda given, name=name, change=change: given | {name: _like(given[name], change)}),
            )
    for one, other in itertools.combinations(part.names, 2):
        yield (
            f"{one} and {other} exchanged",
            rule(
                lambda given, one=one, other=other: (
                    given
                    | ({one: given[other], other: given[one]} if np.shape(given[one]) == np.shape(given[other]) else {})
                )
            ),
        )
    for name in part.names:
        yield f"{name} transposed", rule(lambda given, name=name: given | {name: _transposed(given[name])})
    for what, change in VALUE_CHANGES.items():
        yield f"the value {what}", lambda change=change, **given: _changed(part.reference(**given), change)
    for what, holds in CONDITIONS.items():
        yield (
            f"right only {what}",
            lambda holds=holds, **given: part.reference(**given) if holds(given) else _other(part.reference(**given)),
        )


def passes(judge):
    """Whether a Judge refutes the answer at no stored instance: like check, but it stops at the first that does."""
    with quiet():
        return all(judge.trial(instance, expected).right for case in judge.part.cases
                   for instance, expected in zip(case.instances, expected_values(judge.part, case), strict=True))


def rules_table(parts=SHOWN):
    """The Table of parts: how many changes were made to the right answer, how many of them check refutes and lets
    through, and how many right answers of unusual form it accepts."""
    rows = []
    for part in map(PARTS.get, parts):
        changed, unusual = ([passes(Judge(part, caller(answer, part.names))) for _, answer in kind(part)]
                            for kind in (wrong_rules, right_forms))
        rows.append((part.id, len(changed), changed.count(False), changed.count(True),
                     f"{sum(unusual)} of {len(unusual)}"))
    made, refuted = (sum(row[column] for row in rows) for column in (1, 2))
    return Table(f"{made} changes of right answers: {refuted} refuted, {made - refuted} let through",
                 ("part", "changes", "refuted", "let through", "right forms accepted"), tuple(rows))


def _like(value, change):
    changed = change(value)
    if isinstance(value, np.ndarray):
        return np.asarray(changed).astype(value.dtype)
    return type(value)(changed)


def _transposed(value):
    return value.T if np.ndim(value) == 2 and value.shape[0] == value.shape[1] else value


def _changed(value, change):
    if isinstance(value, tuple):
        return tuple(_changed(item, change) for item in value)
    return value if isinstance(value, (str, bool, np.bool_)) else change(value)


def _other(value):
    if isinstance(value, (str, bool, np.bool_)):
        return OTHER_WORD[value if isinstance(value, str) else bool(value)]
    return tuple(map(_other, value)) if isinstance(value, tuple) else 2 * np.asarray(value) + 1


class Callable:
    """An object that is called like a function."""

    def __init__(self, function):
        self.function = function

    def __call__(self, *arguments):
        return self.function(*arguments)


def right_forms(part):
    """Pairs: what is unusual, and a right answer to the part."""

    def each(change):
        return lambda *values: change(part.reference(**dict(zip(part.names, values, strict=True))))

    def on(change):
        return lambda *values: part.reference(**{name: change(v) for name, v in zip(part.names, values, strict=True)})

    buffers = {}

    def reused(value):
        if not isinstance(value, np.ndarray):
            return value
        buffer = buffers.setdefault(value.shape, np.empty(value.shape))
        buffer[...] = value
        return buffer

    plain = each(lambda value: value)
    yield "nested lists", each(_listed)
    yield "numbers of long precision", each(lambda value: _changed(value, np.longdouble))
    yield (
        "arrays in the order of Fortran",
        each(lambda value: _changed(value, lambda v: np.asfortranarray(v) if np.ndim(v) > 1 else v)),
    )
    yield (
        "a view of something larger",
        each(lambda value: _changed(value, lambda v: np.repeat(v, 2, axis=-1)[..., ::2] if np.ndim(v) else v)),
    )
    yield "the same buffer each time", each(reused)
    yield "a callable object", Callable(plain)
    yield "a partial function", functools.partial(lambda extra, *values: plain(*values), None)
    yield "any arguments by name", lambda **given: part.reference(**given)
    yield "copies of its arguments", on(np.copy)
    yield "arguments of long precision", on(lambda v: v.astype(np.longdouble).astype(v.dtype) if np.ndim(v) else v)
    yield "what it was asked before, remembered", functools.wraps(plain)(_remembered(plain))
    yield "capitals, lists for tuples, 0-d arrays", each(_odd)


def _listed(value):
    if isinstance(value, tuple):
        return tuple(map(_listed, value))
    return value.tolist() if isinstance(value, np.ndarray) else value


def _odd(value):
    if isinstance(value, str):
        return f" {value.capitalize()}."
    if isinstance(value, tuple):
        return list(value)
    return np.array(value) if isinstance(value, (float, bool)) else value


def _remembered(function):
    known = {}

    def answer(*values):
        key = tuple(np.asarray(v).tobytes() + str(np.shape(v)).encode() for v in values)
        return known.setdefault(key, function(*values))

    return answer
