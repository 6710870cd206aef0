"""A figure's program in Node against NumPy: every number, every choice of a sentence, every text.

    report = parity(figure)          # figure(at=None) -> Figure; raises AssertionError where the two differ

`INPUTS=1000 pytest …` tries that many inputs.
"""

import itertools
import json
import os
import pathlib
import re
import tempfile
from typing import NamedTuple
from unittest.mock import patch

import numpy as np

from livefig.controls import on_grid
from livefig.words import written
from tests.livefig.replay import replay
from tests.node import node

HERE = pathlib.Path(__file__).parent
CORNERS = 256
TRIED = int(os.environ.get("INPUTS", "300"))  # random inputs
REBUILT = 20  # so many inputs trace the figure anew; at the others NumPy computes the nodes of the first tracing
AT_ONCE = 200  # inputs whose values are in memory together
# NumPy and Node may differ in the last bits of exp, log and long sums, and cancellation may blow that up. So two arrays
# agree if
# they differ by no more than this share of their largest entry, or than they would if each operation were wrong by this
# share.
TOLERANCE = 1e-12


class Report(NamedTuple):
    """What was compared, and how well: inputs drawn, the different ones among them (states), numbers (values), the
    share of them
    equal to the last bit, the largest difference (as a share of the largest entry of its array, where nothing cancels),
    texts."""

    inputs: int
    states: int
    values: int
    exact: float
    worst: float
    texts: int
    dashes: frozenset  # sentences that once said "–", the sign for NaN


def in_node(text, rows):
    """Return (values (len(rows), all numbers), what is said) of a figure's JSON, by the page's script."""
    with tempfile.TemporaryDirectory() as folder:
        spec, inputs, out = (pathlib.Path(folder) / name for name in ("spec.json", "inputs.json", "out.bin"))
        spec.write_text(text, encoding="utf-8")
        inputs.write_text(json.dumps(rows))
        said = node(HERE / "evaluate.mjs", spec, inputs, out)
        return np.fromfile(out).reshape(len(rows), -1), json.loads(said)


def input_rows(controls, n, rng):
    """Return the corners (at most 256 of them) and n random inputs, half of those on the controls' grids."""
    ends = list(itertools.islice(itertools.product(*[(c["min"], c["max"]) for c in controls]), 1 << 16))
    corners = ends if len(ends) <= CORNERS else [ends[i] for i in rng.choice(len(ends), CORNERS, replace=False)]
    rows = [list(row) for row in corners]
    for k in range(n):
        uniform = [float(rng.uniform(c["min"], c["max"])) for c in controls]
        rows.append([on_grid(c, v) if k % 2 or isinstance(c["step"], int) else v
                     for c, v in zip(controls, uniform, strict=True)])
    return rows


def without_values(fig):
    """Return what a figure says of itself, as JSON that names nodes, without starting values and their layout."""
    assert not fig.at, f"the figure has no input {', '.join(fig.at)}"
    text = json.dumps(fig.spec, default=lambda tracer: tracer.node, separators=(",", ":"))
    return re.sub(r'"(value|longest)":("(?:[^"\\]|\\.)*"|[^,}]+)', "", text)


def parity(factory, n=TRIED, seed=0):
    """Compare a figure at n random inputs and all corners with its program in Node; return a Report.

    At 20 of the inputs, corners among them, it is built anew: the graph must be the same and NumPy's values those of
    the page. At the others the nodes of the graph are computed by NumPy (as many tracings would take minutes).
    """
    fig = factory()
    text, controls, kept = fig.json(), fig.spec["inputs"], fig.nodes()
    drawn = input_rows(controls, n, np.random.default_rng(seed))
    rows = list(dict.fromkeys(map(tuple, drawn)))  # sliders of whole numbers have few places
    got, said = in_node(text, rows)
    form, spans = without_values(fig), _spans(fig, kept)
    nudged, worst, exact, texts, dashes = [], 0.0, 0, 0, set()
    for start in range(0, len(rows), AT_ONCE):
        some = slice(start, start + AT_ONCE)
        want = replay(fig, rows[some])
        want = {k: np.broadcast_to(a, (len(rows[some]), a.shape[1])).astype(float) for k, a in want.items()}
        for number in range(start, min(start + AT_ONCE, len(rows)), max(1, len(rows) // REBUILT)):
            for k, value in _rebuilt(factory, fig, form, rows[number]).items():
                want[k][number - start] = value
        for place, (k, span) in enumerate(zip(kept, spans, strict=True)):
            a, b = want[k], got[some, span]
            same = (a == b) | (np.isnan(a) & np.isnan(b))
            exact += int(same.sum())
            apart = np.flatnonzero(~same.all(axis=1))
            off = _differences(a[apart], b[apart])
            largest = np.max(np.abs(a[apart]), axis=1, initial=0.0, where=np.isfinite(a[apart]))
            close = off <= TOLERANCE * largest
            worst = max(worst, np.max(off[close] / largest[close], initial=0.0))
            if close.all():
                continue
            nudged, apart, off = nudged or _nudged(fig, text, rows), apart[~close], off[~close]
            allowed = _differences(b[apart], nudged[place][start + apart])
            for row in apart[(off > allowed) | np.isinf(allowed)]:
                raise AssertionError(
                    f"{fig.graph.nodes[k][0]} at {_at(fig, rows[start + row])}: {a[row]} in NumPy, {b[row]} in Node")
        for row, words in enumerate(said[some]):
            have = {k: got[start + row, span] for k, span in zip(kept, spans, strict=True)}
            for item, shown in zip(fig.spec["said"], words, strict=True):
                at = _at(fig, rows[start + row])
                if "pick" in item:
                    chosen = int(want[item["pick"].node][row, 0])
                    assert int(have[item["pick"].node][0]) == chosen, f"another sentence at {at}: {shown}"
                expected = _said(item, have)
                assert shown == expected, f"at {at}: {shown!r} in Node, {expected!r} in NumPy"
                texts += 1
                if "pick" in item and "–" in shown:
                    dashes.add(shown)
    return Report(len(drawn), len(rows), got.size, exact / got.size, worst, texts, frozenset(dashes))


def _at(fig, row):
    return {c["name"]: v for c, v in zip(fig.spec["inputs"], row, strict=True)}


def _spans(fig, kept):
    ends = np.cumsum([0, *(fig.graph.values[k].size for k in kept)])
    return [slice(*pair) for pair in itertools.pairwise(ends)]


def _rebuilt(factory, fig, form, row):
    """Return {node: values} of the figure, traced anew at an input."""
    # beside the grid, too
    with np.errstate(all="ignore"), patch("livefig.controls.on_grid", lambda control, value: value):
        other = factory(at=_at(fig, row))
    same = other.graph.nodes == fig.graph.nodes and without_values(other) == form
    assert same, f"the graph itself depends on an input's value, at {_at(fig, row)}"
    return {k: np.ravel(other.graph.values[k]) for k in fig.nodes()}


def _nudged(fig, text, rows):
    """Return an array (len(rows), n) for each node: the values if operations were wrong in the twelfth digit."""
    rng, spec, nodes, new, spans, end = np.random.default_rng(0), json.loads(text), [], [], [], 0
    for (op, parts, *rest), k in zip(spec["nodes"], fig.nodes(), strict=True):
        value = fig.graph.values[k]
        nodes.append([op, [new[part] for part in parts], *rest])
        end += value.size
        if value.dtype.kind == "f":  # truth values, positions and counts are exact
            nodes += [["const", [], 1 + TOLERANCE * rng.uniform(-1, 1)], ["multiply", [len(nodes) - 1, len(nodes)]]]
            end += 1 + value.size
        new.append(len(nodes) - 1)
        spans.append(slice(end - value.size, end))
    got, _ = in_node(json.dumps({**spec, "said": [], "nodes": nodes}), rows)
    return [got[:, span] for span in spans]


def _differences(a, b):
    """Return the largest difference in each row of two arrays; infinite if NaN or infinity is in one only."""
    finite = np.isfinite(a) & np.isfinite(b)
    off = np.max(np.abs(np.subtract(a, b, where=finite, out=np.zeros_like(a))), axis=1, initial=0.0)
    return np.where((finite | (a == b) | (np.isnan(a) & np.isnan(b))).all(axis=1), off, np.inf)


def _said(item, have):
    def say(parts):
        return parts if isinstance(parts, str) else "".join(p if isinstance(p, str)
                                                            else written(have[p[0].node][0], p[1]) for p in parts)

    if "rows" in item:
        return [[say(cell) for cell in row] for row in item["rows"]]
    return say(item["text"] if "text" in item else item["texts"][int(have[item["pick"].node][0])])
