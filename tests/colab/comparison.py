"""Outputs of two machines compared: words have to be equal, numbers nearly so."""

import difflib
import math
import re

from embedded_assets import COPIES

NUMBER = re.compile(r"(?<![\w#])-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?(?!\w)")
KINDS = ("text/plain", "text/html")
RELATIVE, ABSOLUTE = 1e-3, 1e-6  # of numbers that are printed with three or four digits


def texts(outputs):
    """Return a cell's outputs as (kind, text), without the scripts that it carries."""
    found = []
    for output in outputs:
        if "text" in output and found and found[-1][0] == output.name:  # how a kernel cuts a stream is chance
            found[-1] = (output.name, found[-1][1] + output.text)
        elif "text" in output:
            found.append((output.name, output.text))
        found += [(kind, COPIES.sub("", output.data[kind])) for kind in KINDS if kind in output.get("data", {})]
    return found


def difference(stored, executed):
    """Return in words how the outputs of one cell differ, or None if they say the same."""
    stored, executed = texts(stored), texts(executed)
    if [kind for kind, _ in stored] != [kind for kind, _ in executed]:
        return f"shows {[kind for kind, _ in executed]}, and not {[kind for kind, _ in stored]}: {executed[-1:]}"[:600]
    return next(filter(None, (_text_difference(before, now) for (_, before),
                              (_, now) in zip(stored, executed, strict=True))), None)


def _text_difference(before, now):
    if NUMBER.sub("#", before).split() != NUMBER.sub("#", now).split():
        lines = difflib.unified_diff(before.splitlines(), now.splitlines(), "stored", "executed", "", "", 0, "")
        return "\n".join(line[:300] for line in list(lines)[:8]) or "differs in spaces"
    for first, second in zip(NUMBER.findall(before), NUMBER.findall(now), strict=True):
        if not math.isclose(float(first), float(second), rel_tol=RELATIVE, abs_tol=ABSOLUTE):
            return f"shows {second} where {first} is stored"
    return None
