"""The page's Python beside the real one: the same texts, in one process of Node, compared value by value.

for text, real, page in both(["np.ones(3) / 0", ...]): ...
"""

import ast
import json
import math
import pathlib
import tempfile
import warnings

import numpy as np

from tests.node import node

HERE = pathlib.Path(__file__).parent
KINDS = {"bool": "b", "int32": "l", "int64": "i", "float32": "s", "float64": "f"}
# Results of linear algebra and of long sums differ in the last bits from LAPACK's and from NumPy's order of adding.
TOLERANCE = {"f": 1e-9, "s": 2e-4}


def in_node(program, asked, *options):
    """Return what a program beside this file, such as "derive.mjs", answers to JSON; the options are Node's."""
    with tempfile.TemporaryDirectory() as folder:
        given, found = pathlib.Path(folder) / "given.json", pathlib.Path(folder) / "found.json"
        given.write_text(json.dumps(asked), encoding="utf-8")
        node(*options, HERE / program, given, found)
        return json.loads(found.read_text(encoding="utf-8"))


def on_the_page(texts):
    """Return what evaluate.mjs says of each text."""
    return in_node("evaluate.mjs", texts)


def names_of_the_page():
    """Return the names that the page knows: a dict of lists (numpy, linalg, math, methods, builtins)."""
    return json.loads(node(HERE / "evaluate.mjs", "--names"))


def in_python(text):
    """Return the same of Python itself: the value of the last line, None if it has none."""
    names = {"np": np, "math": math}
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        try:
            *lines, last = ast.parse(text).body
            exec(compile(ast.Module(lines, []), "<text>", "exec"), names)
            if not isinstance(last, ast.Expr):
                exec(compile(ast.Module([last], []), "<text>", "exec"), names)
                return {"value": None}
            return {"value": shown(eval(compile(ast.Expression(last.value), "<text>", "eval"), names))}
        except Exception as error:
            return {"error": type(error).__name__.lstrip("_"), "message": str(error)}


def shown(value):
    """Return a value in the form of evaluate.mjs; {"other": ...} for what the page has no kind for."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, tuple | list):
        return {"tuple" if isinstance(value, tuple) else "list": [shown(item) for item in value]}
    if isinstance(value, set | frozenset):
        return {"set": [shown(item) for item in value]}
    if isinstance(value, dict):
        return {"dict": [[shown(key), shown(item)] for key, item in value.items()]}
    if isinstance(value, int):
        return {"kind": "b" if isinstance(value, bool) else "i", "shape": [], "values": [float(value)]}
    try:
        array = np.asarray(value)
    except (TypeError, ValueError):
        return {"other": type(value).__name__}
    if array.dtype.name not in KINDS:
        return {"other": array.dtype.name}
    return {"kind": KINDS[array.dtype.name], "shape": list(array.shape), "values": array.ravel().astype(float).tolist()}


def agree(real, page):
    """Return whether two shown values are the same: kinds and shapes, numbers up to rounding."""
    if not isinstance(real, dict) or not isinstance(page, dict):
        return type(real) is type(page) and real == page
    if real.keys() != page.keys():
        return False
    if "kind" not in real:
        return all(_all_agree(real[key], page[key]) for key in real)
    if (real["kind"], real["shape"]) != (page["kind"], page["shape"]):
        return False
    expected, got = np.array(real["values"]), np.array([float(v) for v in page["values"]])
    known = np.isfinite(expected)
    scale = np.max(np.abs(expected[known]), initial=1.0)
    same = np.array_equal(expected[~known], got[~known], equal_nan=True)
    return same and bool(np.all(np.abs(expected[known] - got[known]) <= TOLERANCE.get(real["kind"], 0.0) * scale))


def _all_agree(real, page):
    if isinstance(real, list):
        return isinstance(page, list) and len(real) == len(page) and all(map(_all_agree, real, page))
    return agree(real, page)


def both(texts):
    """Return (text, what Python makes of it, what the page makes of it) for each text."""
    return list(zip(texts, map(in_python, texts), on_the_page(texts), strict=True))
