"""Values as short text that is the same on every machine: no addresses, no whole arrays, four digits."""
import re

import numpy as np

DIGITS = 4
NOTHING = 1e-13         # relative to the largest entry of an array
MOST_ENTRIES = 12       # a larger array is told by its shape, a longer tuple by its length
BRACKETS = re.compile(r"[\[\]()]")
GREEK = {"lambda": "λ", "lam": "λ", "sigma": "σ", "Sigma": "Σ", "eta": "η", "alpha": "α", "delta": "δ", "phi": "φ",
         "mu": "μ", "tau": "τ", "infinity": "∞"}
AS_TYPED = re.compile(r"((?:function of \(|called |Given: )[\w, ]*|'\w+')")
SIGNS = tuple((re.compile(pattern), sign) for pattern, sign in (
    (r"sqrt\((\w+)\)", r"√\1"), (r"\|\|", "‖"), (r"&lt;=", "≤"), (r"&gt;=", "≥"), (r"!=", "≠"),
    (r"-&gt;", "→"), (r"&lt;-", "←"), (r"\b([A-Za-z])_hat\b", "\\1\u0302"), (r"\*\*(?=\d)", "^"),
    (r"\^\{(-?\w+)\}", r"^\1"), (r"\^(T|\+|-?\d|-T)(?!\w)", r"<sup>\1</sup>"), (r"<sup>-", "<sup>−"),
    (r"\b([A-Za-z])(\d)_([a-z])\b", r"\1<sup>\2</sup><sub>\3</sub>"), (r"_\{([^{}]+)\}", r"<sub>\1</sub>"),
    (r"(\)|\bd?[A-Za-z])_([a-z0-9]{1,2})\b", r"\1<sub>\2</sub>"),
    (r"\b([A-Za-z](?=0)|d?[Wbd](?=[12]))(\d)\b", r"\1<sub>\2</sub>"),
    *((rf"\b(d?){name}\b", rf"\1{letter}") for name, letter in GREEK.items()),
    (r"\b([A-Za-z]|ReLU)'(?![A-Za-z])", r"\1′"), (r"(\w|′)( ?)\*(?= ?\w)", r"\1\2·"), (r"(^|[\s(,=[])-(?!-)", r"\1−")))


def show(value, digits=DIGITS):
    """The value as text: 0.3333, [1, nan], 'left', (…, …); an unknown object only by its type."""
    if isinstance(value, str):
        return repr(value if len(value) <= 60 else value[:59] + "…")
    if isinstance(value, (bool, np.bool_)):
        return str(bool(value))
    if isinstance(value, tuple):
        if len(value) > MOST_ENTRIES:
            return f"{len(value)} values"
        return "(" + ", ".join(show(item, digits) for item in value) + ")"
    if isinstance(value, (int, float, np.number)):
        return f"{value + 0.0:.{digits}g}"                  # + 0.0 turns -0.0 into 0.0
    if isinstance(value, np.ndarray):
        if value.size > MOST_ENTRIES:
            return f"an array of shape {value.shape}"
        if value.size == 0:
            return f"an empty array of shape {value.shape}"
        return _nested(_without_rounding(value).tolist(), digits)
    return getattr(value, "says", None) or f"an object of type {type(value).__name__}"


def show_apart(first, second):
    """Both values as text, with as many digits as it takes to tell their numbers apart: a pair of str.

    Where they have other shapes, what is beyond eight digits is rounding, and tells nothing; a row (1, n) may come as
    (n,).
    """
    shapes = getattr(first, "shape", ()), getattr(second, "shape", ())
    alike = len(shapes[0]) == len(shapes[1]) or (len(shapes[0]) == 2 and shapes[0][0] == 1 and len(shapes[1]) == 1)
    for digits in (DIGITS, 8, 12) if alike else (DIGITS, 8):
        texts = show(first, digits), show(second, digits)
        if BRACKETS.sub("", texts[0]) != BRACKETS.sub("", texts[1]):
            return texts
    return show(first), show(second)


def show_arguments(arguments):
    """The dict of arguments as it would stand in a call: w=1, b=2."""
    return ", ".join(f"{name}={show(value)}" for name, value in arguments.items())


def typeset(text):
    """A sentence as HTML, its mathematics as on the page: X^T X + lambda I with a raised T and the Greek letter."""
    from html import escape  # here, since a terminal never needs it
    pieces = AS_TYPED.split(escape(text, quote=False))
    for pattern, sign in SIGNS:
        pieces[::2] = [pattern.sub(sign, piece) for piece in pieces[::2]]
    return "".join(pieces)


def _without_rounding(array):
    """The array with 0 for what is rounding beside its largest entry: such digits differ between machines."""
    sizes = np.abs(array[np.isfinite(array)])
    return np.where(np.abs(array) < NOTHING * np.max(sizes, initial=0.0), 0.0, array)


def _nested(entries, digits):
    if isinstance(entries, list):
        return "[" + ", ".join(_nested(entry, digits) for entry in entries) + "]"
    return show(entries, digits)
