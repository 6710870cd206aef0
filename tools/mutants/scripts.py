"""The single faults of the pages' scripts, which acorn reads (see scripts.mjs)."""

import json
import pathlib
import shutil
import subprocess
import sys

from tools.mutants.changes import HARMLESS, Change

READER = pathlib.Path(__file__).with_name("scripts.mjs")


def script_changes(root, names):
    """Return {name: its faults in the order of its text} of scripts below a root.

    Raises CalledProcessError if one of them is no script.
    """
    node = shutil.which("node", path=pathlib.Path(sys.executable).parent) or "node"
    done = subprocess.run([node, READER, *names], cwd=root, stdout=subprocess.PIPE, text=True, check=True)
    return {name: sorted(_changes((pathlib.Path(root) / name).read_text(encoding="utf-8"), found))
            for name, found in json.loads(done.stdout).items()}


def _changes(text, found):
    units, lines = text.encode("utf-16-le"), text.split("\n")  # scripts count in units of two bytes
    for kind, start, end, new in found:
        before, old = units[: 2 * start].decode("utf-16-le"), units[2 * start : 2 * end].decode("utf-16-le")
        line = before.count("\n") + 1
        if not HARMLESS.search(lines[line - 1]) and old != new:
            yield Change(kind, line, len(before.encode()), old, new)
