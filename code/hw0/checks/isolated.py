"""Somebody's answer in a process of its own, with limits on time and memory: what it does there is a verdict, and
stops nothing else.

The child process runs the file and gives back values; the judging is done here, where the answer cannot reach it.  What
this does not protect against: the answer runs with your rights, so it may read and delete your files, use the network,
start processes that outlive it, or import the right answers from this very package.  Judge strangers' files in a
container or on an account of their own.
"""
import contextlib
import json
import os
import queue
import signal
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from hw0.checks.returned import Fault

LONGEST = 8_000_000     # bytes of one reply
STARTING = 60.0         # seconds that Python and NumPy may take to start, which is not the answer's fault


@dataclass(frozen=True)
class Limits:
    """How much an answer may use.

    Attributes
    ----------
    seconds : for one value, and for running the file
    total : seconds for all values of one part
    megabytes : of address space; not enforced where the system has no such limit (macOS, Windows)
    """

    seconds: float = 10.0
    total: float = 60.0
    megabytes: int = 2048


class Child:
    """A process that runs a file of answers: a context manager, and a function of a dict of arguments.

    Parameters
    ----------
    path : the file
    name : of the function or value in it that is the answer; "" if only its names are wanted
    names, constant : of the Part that it answers
    limits : Limits
    """

    def __init__(self, path, name="", names=(), constant=False, limits=None):
        self.limits = limits or Limits()
        self.ended, self.lines = None, queue.Queue()
        self.folder = tempfile.TemporaryDirectory(prefix="answer-")
        environment = os.environ | {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
        # In its own session, so that what it starts ends with it; the module is found as it was found here.
        environment["PYTHONPATH"] = os.pathsep.join(entry or os.getcwd() for entry in sys.path)
        self.process = subprocess.Popen([sys.executable, "-m", "hw0.checks.isolated_child"], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=self.folder.name,
                                        env=environment, start_new_session=True)
        threading.Thread(target=self._listen, daemon=True).start()
        with contextlib.suppress(queue.Empty):
            self.lines.get(timeout=STARTING)
        self.began = time.monotonic()
        self.opened = self._ask({"path": str(Path(path).resolve()), "name": name, "names": list(names),
                                 "constant": constant, "megabytes": self.limits.megabytes,
                                 "seconds": self.limits.total})

    def __call__(self, given):
        """What the answer gives for these arguments, as plain values, or a Fault."""
        if time.monotonic() - self.began > self.limits.total:
            self._end(f"It was stopped after {self.limits.total:g} s for all instances.")
        return self._ask({name: encoded(value) for name, value in given.items()})

    def _ask(self, message):
        """The reply to a message, decoded; a Fault if there will be none."""
        if self.ended:
            return self.ended
        try:
            self.process.stdin.write(json.dumps(message).encode() + b"\n")
            self.process.stdin.flush()
            line = self.lines.get(timeout=self.limits.seconds)
        except queue.Empty:
            return self._end(f"It was stopped after {self.limits.seconds:g} s.")
        except OSError:
            line = b""
        if not line:
            return self._end(f"Its process ended there ({self._how()}).")
        try:
            return decoded(json.loads(line))
        except (ValueError, KeyError, TypeError, RecursionError):
            return self._end("It disturbed the process that runs it.")

    def _listen(self):
        while line := self.process.stdout.readline(LONGEST):
            self.lines.put(line)
        self.lines.put(b"")

    def _how(self):
        code = self.process.wait(timeout=self.limits.seconds)
        try:
            return signal.Signals(-code).name if code < 0 else f"exit status {code}"
        except ValueError:
            return f"signal {-code}"

    def _end(self, advice):
        self.close()
        self.ended = Fault("no value", advice)
        return self.ended

    def close(self):
        """End the process and what it has started."""
        try:
            os.killpg(self.process.pid, signal.SIGKILL)
        except (AttributeError, OSError):       # no process groups there, or it has ended
            self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            with contextlib.suppress(OSError):  # what was not yet sent
                pipe.close()
        self.folder.cleanup()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if not self.ended:
            self.close()


def encoded(value):
    """A plain value or a Fault as JSON data."""
    if isinstance(value, Fault):
        return {"fault": [value.says, value.advice]}
    if isinstance(value, tuple):
        return {"tuple": [encoded(item) for item in value]}
    if isinstance(value, np.ndarray):
        return {"array": value.ravel().tolist(), "shape": list(value.shape), "type": value.dtype.str}
    return value


def decoded(data):
    """The plain value or Fault that was encoded."""
    if not isinstance(data, dict):
        return data
    if "fault" in data:
        return Fault(*map(str, data["fault"]))
    if "tuple" in data:
        return tuple(map(decoded, data["tuple"]))
    if "array" in data:
        kind = np.dtype(str(data["type"]))
        if kind.kind not in "biuf":
            raise ValueError(f"an array of {kind}")
        return np.array(data["array"], dtype=kind).reshape(data["shape"])
    return {str(name): decoded(item) for name, item in data.items()}
