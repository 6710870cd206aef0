"""A run of a figure in Node, without a page: what is in its rooms after each step, or what a look finds.

at_steps(spec, row, steps, {room: size})     # {room: (steps, size)}; spec is a figure's JSON, row the inputs' values
after(spec, row, steps)                      # {room, "steps", "field", "history": what a look finds}
"""

import json
import pathlib
import tempfile

import numpy as np

from tests.livefig.parity import HERE
from tests.node import node


def _node(spec, row, steps, rooms=(), nodes=()):
    with tempfile.TemporaryDirectory() as folder:
        given, out = pathlib.Path(folder) / "spec.json", pathlib.Path(folder) / "out.bin"
        given.write_text(json.dumps(spec), encoding="utf-8")
        asked = json.dumps({"row": row, "steps": steps, "rooms": list(rooms), "nodes": list(nodes)})
        node(HERE / "run.mjs", given, asked, out)
        return np.fromfile(out)


def at_steps(spec, row, steps, rooms):
    """Return {room: (steps, size)}: what is in each room after each step."""
    got = _node(spec, row, steps, rooms=rooms).reshape(steps, -1)
    return dict(zip(rooms, np.split(got, np.cumsum(list(rooms.values()))[:-1], axis=1), strict=True))


def after(spec, row, steps):
    """Return what a look finds after some steps: {room: array}, and if there are any, the last field, the history."""
    run = spec["run"]
    nodes = {room: node for node, room in run["states"]} | {"steps": run["steps"]}
    if run["fields"]:
        nodes["field"] = run["fields"][-1][0]
    nodes |= dict(enumerate(run["history"][1] if "history" in run else ()))
    got = _node(spec, row, steps, nodes=nodes.values())
    sizes = [spec["nodes"][node][3] for node in nodes.values()]
    found = dict(zip(nodes, np.split(got, np.cumsum(sizes)[:-1]), strict=True))
    history = {"history": [found.pop(k) for k in range(len(run["history"][1]))]} if "history" in run else {}
    return {**found, "steps": found["steps"][0], **history}
