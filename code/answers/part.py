"""A part of an exercise sheet as data: all that a page needs to judge an answer, and no formula of the reference.

    part = Part("4a", asks="the ridge solution (d,)", names=("X", "y", "lam"), kinds=("array", "array", "float"),
                mistakes=(Mistake("The sign is the other way round.", "-expected"), Mistake("That is X^T y.")),
                cases=(Case("lam > 0", given={"X": [...], "y": [...], "lam": [...]}, expected=[...], mistakes=(None,
                [...])),))
    part.to_json()      # the dict below          part.script()      # the same as a script that hands it to the page

How an answer is judged from it, in Python and in the page alike:

1.  The ordinary cases come first, then those with `edge`; within either in the order given.  An answer is tried at all
    instances of a case, in the order given, so the writer puts the one that is easiest to read first.
2.  At an instance the answer is right if its value has the form of the expected one and is the same up to `rtol` times
    the largest entry of the expected one, at least `rtol` (with `canonical`: if this holds of the canonical forms; with
    `origin`: of the difference to the value where that argument is 0).  NaN and infinities have to stand in the same
    places.
3.  The first case with a refuted instance ends the trial: its first refuted instance is the counterexample.  The
    verdict is `wrong`, or `incomplete` if that case is an edge case.
4.  The diagnosis is the first mistake whose value agrees with the answer's at every instance tried so far, in this case
    and those before: to six digits, or as in 2 where the answer is right to six digits.  There infinities count as
    NaN, and "no value" agrees with whatever cannot be judged.

The dict has these keys, and the script the same ones:

    id, asks        text
    names           the arguments of an answer, in order
    kinds           for each name "float", "int", "array" (of floats) or "ints" (an array of whole numbers)
    words           what a text answer may be
    constant        whether a bare value is taken for a function that returns it
    rtol            see above
    origin          name of an argument, or ""
    canonical       NumPy expression in the name `value`, or ""
    mistakes        [{"says": text, "text": NumPy expression or ""}]: the expression speaks of the part's names and of
                    `expected`, and is evaluated for each item of `expected` where that is a tuple; without it the
                    values stand in the cases
    cases           [{"where", "meaning": text, "edge": bool, "given": {name: [value at each instance]},
                    "expected": [value], "mistakes": [null or [value] for each mistake]}]
    derivation      only where one may be written: what it speaks of (see derivation.py)

A value is a number, a bool, a str, nested lists of numbers for an array, null for NaN, {"inf": 1} or {"inf": -1},
{"tuple": [values]}, {"shape": [0, 2]} for an array without entries, and {"none": true} where there is no value: None in
Python.  What a mistake leads to may be {"times": number}, or a tuple with such items: so many times what is expected.
"""

import math
import numbers
from dataclasses import dataclass

import numpy as np

from .derivation import Derivation
from .literal import fraction, literal

# What was computed is known to so many digits: 0.33333333333333326 and 1/3 are one value, and the latter is short.
ROUNDING = 1e-14
# Answers are compared to nine digits of the largest entry of a value: so many are sent of what is no short fraction.
SENT = 12  # harmless: so are thirteen
KINDS = ("float", "int", "array", "ints")


@dataclass(frozen=True)
class Mistake:
    """A usual mistake: what is said of it, and the value it leads to, as a NumPy expression or in the cases."""

    says: str
    text: str = ""


@dataclass(frozen=True, eq=False)
class Case:
    """Instances of one kind, with what is expected there and what each mistake leads to.

    Attributes
    ----------
    where, meaning : "wrong where {where}: {meaning}"
    given : name of an argument -> its values, one for each instance
    expected : the right value at each instance
    mistakes : for each mistake of the part its values, or None if its expression gives them
    edge : an answer that is wrong here only is incomplete, not wrong
    """

    where: str
    given: dict
    expected: list
    mistakes: tuple = ()
    meaning: str = ""
    edge: bool = False


@dataclass(frozen=True, eq=False)
class Part:
    """What is asked, and the data to judge by; see the module for the meaning of the fields.

    Raises
    ------
    ValueError if the lengths of the data do not fit together, or if there is no instance.
    """

    id: str
    asks: str
    names: tuple
    kinds: tuple
    cases: tuple
    mistakes: tuple = ()
    words: tuple = ()
    constant: bool = False
    rtol: float = 1e-9
    origin: str = ""
    canonical: str = ""
    derivation: Derivation | None = None

    def __post_init__(self):
        def demand(holds, what):
            if not holds:
                raise ValueError(f"part {self.id}: {what}")

        demand(len(self.kinds) == len(self.names) and set(self.kinds) <= set(KINDS),
               f"one of {KINDS} for each of the names {self.names}")
        demand(not self.origin or self.origin in self.names,
               f"origin {self.origin!r} is none of the names {self.names}")
        demand(self.cases, "there is no case")
        for case in self.cases:
            n = len(case.expected)
            demand(n, f"there is no instance where {case.where}")
            demand(set(case.given) == set(self.names),
                   f"where {case.where}, the values are of {sorted(case.given)}, not {self.names}")
            demand(all(len(values) == n for values in case.given.values()),
                   f"where {case.where}, {n} values of each argument are needed")
            demand(len(case.mistakes) == len(self.mistakes),
                   f"where {case.where}, values are needed for each of the mistakes")
            for mistake, values in zip(self.mistakes, case.mistakes, strict=True):
                demand((values is None) == bool(mistake.text),
                       f"{mistake.says!r} needs an expression or values, not both")
                demand(values is None or len(values) == n, f"{mistake.says!r} needs {n} values where {case.where}")

    def to_json(self):
        """Return the part as a dict that json.dumps takes."""
        return {
            "id": self.id, "asks": self.asks, "names": list(self.names), "kinds": list(self.kinds),
            "words": list(self.words),
            "constant": self.constant, "rtol": self.rtol, "origin": self.origin, "canonical": self.canonical,
            "mistakes": [{"says": mistake.says, "text": mistake.text} for mistake in self.mistakes],
            "cases": [_case_to_json(case, self.names) for case in self.cases],
        } | ({"derivation": self.derivation.to_json()} if self.derivation else {})  # fmt: skip

    def script(self):
        """Return a script that hands the part to the page: on a page from a folder only scripts can be loaded."""
        return f"answerBoxes.part({literal(self.to_json())});\n"


def _case_to_json(case, names):
    return {
        "where": case.where, "meaning": case.meaning, "edge": case.edge,
        "given": {name: [encoded(value) for value in case.given[name]] for name in names},
        "expected": [encoded(value, near=ROUNDING) for value in case.expected],
        "mistakes": [None if values is None else list(map(_beside, values, case.expected)) for values in case.mistakes],
    }  # fmt: skip


def _beside(value, expected):
    """Return a mistaken value beside the expected one: as a multiple of it, if that is shorter."""
    if isinstance(value, tuple) and isinstance(expected, tuple) and len(value) == len(expected):
        return {"tuple": list(map(_beside, value, expected))}
    found = encoded(value, near=ROUNDING)
    if not (isinstance(value, float | np.ndarray) and isinstance(expected, float | np.ndarray)):
        return found
    value, expected = np.asarray(value), np.asarray(expected)
    if not (value.shape == expected.shape and expected.any()
            and np.isfinite(value).all() and np.isfinite(expected).all()):
        return found
    largest = np.abs(expected).argmax()
    times = encoded(float(value.flat[largest] / expected.flat[largest]), near=ROUNDING)
    is_multiple = np.abs(value - times * expected).max() <= 10 * ROUNDING * np.abs(value).max()
    return {"times": times} if is_multiple and len(literal({"times": times})) < len(literal(found)) else found


def encoded(value, near=0.0):
    """Return a value in the form above; a number within `near` times its size of a short fraction becomes that
    fraction, and with `near` any other one is rounded to SENT digits of the largest of its array.

    Raises
    ------
    TypeError for what is neither number, bool, str, array, tuple of these, nor None.
    """
    if value is None:
        return {"none": True}
    if isinstance(value, tuple):
        return {"tuple": [encoded(item, near) for item in value]}
    if isinstance(value, bool | np.bool_):
        return bool(value)
    if isinstance(value, str):
        return str(value)
    if isinstance(value, np.ndarray) and value.ndim and value.dtype.kind in "iuf":
        sizes = np.abs(value[np.isfinite(value)])
        return _entries(value.tolist(), near, sizes.max(initial=0.0)) if value.size else {"shape": list(value.shape)}
    if isinstance(value, numbers.Real) or (isinstance(value, np.ndarray) and value.dtype.kind in "iuf"):
        return _number(float(value), near, abs(float(value)))
    raise TypeError(f"a value for a page is a number, a bool, a str, an array of numbers or a tuple of these; got "
                    f"{type(value).__name__}")


def _entries(value, near, largest):
    return ([_entries(item, near, largest) for item in value] if isinstance(value, list)
            else _number(float(value), near, largest))


def _number(value, near, largest):
    if math.isnan(value):
        return None
    if math.isinf(value):
        return {"inf": 1 if value > 0 else -1}
    if value.is_integer() and abs(value) < 2**53 and (value or math.copysign(1, value) > 0):  # -0.0 keeps its sign
        return int(value)
    found = near and fraction(value, near)
    return found[0] / found[1] if found else _rounded(value, largest) if near else value


def _rounded(value, largest):
    """The value to SENT digits of a number of size `largest`; what is rounded to 0 has no sign."""
    return round(value, SENT - 1 - math.floor(math.log10(largest))) + 0.0 if value else value
