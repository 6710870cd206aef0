"""Wrong rules for any part, made of its right answer by one rule for all: an argument or the value is changed, two
arguments are exchanged, or it is right under a condition only.

Some changes leave a right answer right, such as turning round the sign of what is squared: that is for the caller to
find out (see checker).
"""

import itertools
from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from hw0.checks.judge import expected_values
from hw0.checks.part import Part
from hw0.checks.returned import plain, raised

NUMBER_CHANGES = {
    "negated": np.negative,
    "without its sign": np.abs,
    "but for its sign": np.sign,
    "dropped": np.ones_like,
    "squared": np.square,
    "cubed": lambda v: v**3,
    "doubled": lambda v: 2 * v,
    "halved": lambda v: v / 2,
    "larger by 1": lambda v: v + 1,
    "clipped at 10": lambda v: np.clip(v, -10, 10),
    "clipped at 20": lambda v: np.clip(v, -20, 20),
    "0 below 0.1": lambda v: np.where(np.abs(v) < 0.1, 0.0, v),
    "0 below 1": lambda v: np.where(np.abs(v) < 1, 0.0, v),
    "0 above 20": lambda v: np.where(np.abs(v) > 20, 0.0, v),
    "0 above 100": lambda v: np.where(np.abs(v) > 100, 0.0, v),
}
FRACTION_CHANGES = {
    "cut to whole numbers": np.trunc,
    "rounded to whole numbers": np.round,
    "rounded to tenths": lambda v: np.round(v, 1),
}
ARRAY_CHANGES = {
    "of one value": lambda v: np.full_like(v, np.ravel(v)[0]),
    "reversed": lambda v: v[::-1],
    "sorted in each row": np.sort,
    "without its mean": lambda v: v - np.mean(v),
}
MATRIX_CHANGES = {
    "as its upper triangle": np.triu,
    "as its lower triangle": np.tril,
    "as its first row": lambda v: np.broadcast_to(v[:1], v.shape),
    "without what is far from the diagonal": lambda v: np.triu(np.tril(v, 1), -1),
    "times itself": lambda v: v @ v if v.shape[0] == v.shape[1] else v * v,
    "transposed": lambda v: v.T if v.shape[0] == v.shape[1] else v,
}
VALUE_CHANGES = {
    "negated": np.negative,
    "without its sign": np.abs,
    "doubled": lambda v: 2 * np.asarray(v),
    "a third larger": lambda v: np.asarray(v) * 4 / 3,
    "larger by a millionth": lambda v: v * (1 + 1e-6),
    "larger by 0.001": lambda v: np.asarray(v) + 0.001,
    "of single precision": np.float32,
    "cut to whole numbers": np.trunc,
    "rounded to thousandths": lambda v: np.round(v, 3),
    "clipped at 10": lambda v: np.clip(v, -10, 10),
    "clipped at 20": lambda v: np.clip(v, -20, 20),
    "0 below 0.01": lambda v: np.where(np.abs(v) < 0.01, 0.0, v),
    "0 above 100": lambda v: np.where(np.abs(v) > 100, 0.0, v),
}
NAN_CHANGES = {"0 for nan": np.nan_to_num}
ARRAY_VALUE_CHANGES = {
    "sorted": lambda v: np.sort(v, axis=None).reshape(np.shape(v)),
    "reversed": lambda v: v[::-1] if np.ndim(v) else v,
    "squeezed for a batch of one": lambda v: v[0] if np.ndim(v) > 1 and np.shape(v)[0] == 1 else v,
}


def _arrays(given):
    return [np.asarray(v) for v in given.values()]


def _matrices(given):
    return [v for v in _arrays(given) if v.ndim == 2]


ARRAY_CONDITIONS = {  # where the rule is right
    "up to three rows": lambda given: all(max(v.shape, default=1) <= 3 for v in _arrays(given)),
    "up to five rows": lambda given: all(max(v.shape, default=1) <= 5 for v in _arrays(given)),
    "for two rows and more": lambda given: all(min(v.shape, default=2) >= 2 for v in _arrays(given)),
    "for an even number of rows": lambda given: all(len(v) % 2 == 0 for v in _arrays(given) if v.ndim),
    "for an odd number of rows": lambda given: all(len(v) % 2 == 1 for v in _arrays(given) if v.ndim),
    "for rising entries": lambda given: all(np.all(np.diff(v.ravel()) >= 0) for v in _arrays(given)),
    "for falling entries": lambda given: all(np.all(np.diff(v.ravel()) <= 0) for v in _arrays(given)),
    "for entries that are not equal": lambda given: all(len(set(v.ravel().tolist())) == v.size for v in _arrays(given)),
    "for entries of one sign": lambda given: all(np.all(v >= 0) or np.all(v <= 0) for v in _arrays(given)),
    "where the first entry is the largest": lambda given: all(np.abs(v).max() == np.abs(v).flat[0]
                                                              for v in _arrays(given) if v.size),
    "where the largest entry is up to a thousand times the smallest": lambda given: all(
        np.abs(v).max() <= 1000 * np.abs(v)[v != 0].min() for v in _arrays(given) if np.any(v)),
}
MATRIX_CONDITIONS = {
    "for full rank": lambda given: all(v.ndim != 2 or np.linalg.matrix_rank(v) == min(v.shape) for v in _arrays(given)),
    "up to rank 3": lambda given: all(np.linalg.matrix_rank(v) <= 3 for v in _matrices(given)),
    "for at least as many columns as rows": lambda given: all(v.shape[0] <= v.shape[1] for v in _matrices(given)),
    "for at least as many rows as columns": lambda given: all(v.shape[0] >= v.shape[1] for v in _matrices(given)),
    "for symmetric matrices": lambda given: all(np.array_equal(v, v.T) for v in _matrices(given)),
    "for diagonal matrices": lambda given: all(np.count_nonzero(v) == np.count_nonzero(np.diagonal(v))
                                               for v in _matrices(given)),
    "for upper triangles": lambda given: all(np.array_equal(v, np.triu(v)) for v in _matrices(given)),
    "for columns of length 1": lambda given: all(np.allclose(np.sum(v * v, axis=0), 1) for v in _matrices(given)),
    "for columns at right angles": lambda given: all(_apart(v) for v in _matrices(given)),
    "for rows at right angles": lambda given: all(_apart(v.T) for v in _matrices(given)),
    "without a column of zeros": lambda given: all(np.all(np.any(v, axis=0)) for v in _matrices(given)),
    "for columns that are not equal": lambda given: all(len(set(map(tuple, v.T.tolist()))) == v.shape[1]
                                                        for v in _matrices(given)),
    "for positive determinants": lambda given: all(v.shape[0] != v.shape[1] or np.linalg.det(v) >= 0
                                                   for v in _matrices(given)),
    "for square matrices": lambda given: all(v.ndim != 2 or v.shape[0] == v.shape[1] for v in _arrays(given)),
}
CONDITIONS = {
    "for whole numbers": lambda given: all(np.all(v == np.round(v)) for v in _arrays(given)),
    "for numbers above 0.01": lambda given: all(np.all((np.abs(v) > 0.01) | (v == 0)) for v in _arrays(given)),
    "for multiples of 1/1024": lambda given: all(np.all(1024 * v == np.round(1024 * v)) for v in _arrays(given)),
    "for numbers that are not positive": lambda given: all(np.all(v <= 0) for v in _arrays(given)),
    "for numbers up to 5": lambda given: all(np.all(np.abs(v) <= 5) for v in _arrays(given)),
    "for numbers below 500": lambda given: all(np.all(np.abs(v) < 500) for v in _arrays(given)),
    "for numbers below 100": lambda given: all(np.all(np.abs(v) < 100) for v in _arrays(given)),
    "for numbers without a 0": lambda given: all(np.all(v != 0) for v in _arrays(given)),
    "for numbers that are not negative": lambda given: all(np.all(v >= 0) for v in _arrays(given)),
    "for a first argument that begins above 0": lambda given: np.ravel(_arrays(given)[0])[0] > 0,
    "for a last argument that begins above 0": lambda given: np.ravel(_arrays(given)[-1])[0] > 0,
    "for a last argument up to 4": lambda given: np.ravel(_arrays(given)[-1])[0] <= 4,
    "for a first argument of size 0.3 and more": lambda given: np.abs(np.ravel(_arrays(given)[0])[0]) >= 0.3,
}
OTHER_WORD = {"left": "right", "right": "left", "stays": "left", "gone": "stays", True: False, False: True}


def _apart(v):
    """Whether the columns of a matrix are at right angles."""
    products = v.T @ v
    return np.allclose(products, np.diag(np.diag(products)))


class Rule(NamedTuple):
    """An answer to a part that is made of the right one: called like it.

    Attributes
    ----------
    part, what : the Part; what was changed
    given : a function of the arguments, a dict: those that the reference is asked with instead
    value : a function of the arguments and of the value that comes from it: what is answered
    """

    part: Part
    what: str
    given: Callable = lambda given: given
    value: Callable = lambda given, value: value

    def __call__(self, **given):
        return self.value(given, self.part.reference(**self.given(given)))

    def at(self, given, expected):
        """What it answers where `expected` is right, a plain value or a Fault; asks the reference only where the
        arguments are changed."""
        try:
            asked = self.given(given)
            value = expected if _same(asked, given) else self.part.reference(**asked)
            return plain(self.value(given, value))
        except Exception as error:
            return raised(error)


def wrong_rules(part):
    """The Rules for a Part, a list.  A change is made where there is something to change: no number is sorted, and
    whole numbers are not rounded."""
    shown = [instance for case in part.cases for instance in case.instances]
    found = []
    for name in part.names:
        axes = max(np.ndim(v[name]) for v in shown)
        whole = all(np.asarray(v[name]).dtype.kind == "i" for v in shown)
        changes = NUMBER_CHANGES | (FRACTION_CHANGES if not whole else {})
        changes |= (ARRAY_CHANGES if axes else {}) | (MATRIX_CHANGES if axes == 2 else {})
        found += [Rule(part, f"{name} {what}", _changing(name, change, axes == 2 and change in MATRIX_CHANGES.values()))
                  for what, change in changes.items()]
    for one, other in itertools.combinations(part.names, 2):
        if any(np.shape(v[one]) == np.shape(v[other]) for v in shown):
            found.append(Rule(part, f"{one} and {other} exchanged", _exchanging(one, other)))
    values = [item for case in part.cases for value in expected_values(part, case)
              for item in (value if isinstance(value, tuple) else (value,))]
    changes = dict(VALUE_CHANGES) if any(isinstance(v, (float, np.ndarray)) for v in values) else {}
    changes |= NAN_CHANGES if any(isinstance(v, (float, np.ndarray)) and np.isnan(v).any() for v in values) else {}
    changes |= ARRAY_VALUE_CHANGES if any(np.ndim(v) and len(v) > 1 for v in values) else {}
    found += [Rule(part, f"the value {what}", value=lambda given, value, change=change: each_item(value, change))
              for what, change in changes.items()]
    conditions = CONDITIONS | (ARRAY_CONDITIONS if any(np.ndim(v) for one in shown for v in one.values()) else {})
    conditions |= MATRIX_CONDITIONS if any(np.ndim(v) == 2 for one in shown for v in one.values()) else {}
    found += [Rule(part, f"right only {what}",
                   value=lambda given, value, holds=holds: value if holds(given) else _other(value))
              for what, holds in conditions.items()]
    return found


def each_item(value, change):
    """The value with a change made to each number or array in it."""
    if isinstance(value, tuple):
        return tuple(each_item(item, change) for item in value)
    return value if isinstance(value, (str, bool, np.bool_)) else change(value)


def _changing(name, change, matrices):
    def given(given):
        value = given[name]
        return given if matrices and np.ndim(value) != 2 else given | {name: _like(value, change)}
    return given


def _exchanging(one, other):
    def given(given):
        alike = np.shape(given[one]) == np.shape(given[other])
        return given | ({one: given[other], other: given[one]} if alike else {})
    return given


def _like(value, change):
    changed = change(value)
    if isinstance(value, np.ndarray):
        return np.asarray(changed).astype(value.dtype)
    return type(value)(changed)


def _same(asked, given):
    return all(value is given[name] or np.array_equal(value, given[name]) for name, value in asked.items())


def _other(value):
    if isinstance(value, (str, bool, np.bool_)):
        return OTHER_WORD[value if isinstance(value, str) else bool(value)]
    return tuple(map(_other, value)) if isinstance(value, tuple) else 2 * np.asarray(value) + 1
