"""Node, which runs the scripts of the pages without a browser."""

import pathlib
import shutil
import subprocess
import sys


def node(*arguments, given=None):
    """Return what Node prints: `node("--eval", script)`, `node("program.mjs", …)`; `given` is its standard input.

    Raises: AssertionError with what Node says, if it ends with an error.
    """
    program = shutil.which("node", path=str(pathlib.Path(sys.executable).parent)) or shutil.which("node")
    assert program, "no Node: install the environment with `make`, which brings its own"
    done = subprocess.run([program, "--no-warnings", *arguments], input=given, capture_output=True, text=True,
                          encoding="utf-8")
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout


def module(script, given=None):
    """Return what a module prints that is given as text."""
    return node("--input-type=module", "--eval", script, given=given)
