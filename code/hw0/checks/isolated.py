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
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from hw0.checks.processes import ENDING, STARTING, started
from hw0.checks.returned import Fault

LONGEST = 8_000_000     # bytes of one reply
AHEAD = 16_000          # bytes that are sent before they are answered: less than a pipe holds
NO_VALUE = "no value"   # of a process that was stopped or ended
DISTURBED = "It disturbed the process that runs it."


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
    name : of the function or value in it that is the answer; "" for its names and constants
    names, constant : of the Part that it answers; or `names` of what may be constants there
    limits : Limits
    start : a function that gives the Process
    code : the file compiled, as an earlier Child has told (`opened`), so that it need not be compiled again
    """

    def __init__(self, path, name="", names=(), constant=False, limits=None, start=started, code=""):
        self.limits = limits or Limits()
        self.ended, self.lines = None, queue.SimpleQueue()
        self.folder = tempfile.TemporaryDirectory(prefix="answer-", ignore_cleanup_errors=True)
        self.process = start()
        with contextlib.suppress(AttributeError, OSError):      # an answer that reads nothing must not stop the judge
            os.set_blocking(self.process.requests.fileno(), False)
        threading.Thread(target=self._listen, daemon=True).start()
        with contextlib.suppress(queue.Empty):
            self.lines.get(timeout=STARTING)
        self.began = time.monotonic()
        self.opened = self._open({"path": str(Path(path).resolve()), "name": name, "names": list(names),
                                  "constant": constant, "code": code if len(code) < AHEAD else "",
                                  "megabytes": self.limits.megabytes, "seconds": self.limits.total,
                                  "folder": self.folder.name})

    def __call__(self, given):
        """What the answer gives for these arguments, as plain values, or a Fault."""
        return next(self.each([given]))

    def each(self, instances):
        """What the answer gives for each of these dicts of arguments, in their order: plain values, or Faults.

        Those that the process holds are only named.  Others are sent while it computes, so that neither process waits
        for the other each time.
        """
        if (case := getattr(instances, "case", None)) in self.process.holds:
            self._send(_message(case))
            yield from (self._next_reply() for _ in instances)
            return
        messages = [_message({name: encoded(value) for name, value in given.items()}) for given in instances]
        sent = ahead = 0
        for position, message in enumerate(messages):
            if sent == position or ahead < AHEAD / 2:
                first = sent
                while sent < len(messages) and (sent == position or ahead + len(messages[sent]) <= AHEAD):
                    ahead += len(messages[sent])
                    sent += 1
                self._send(b"".join(messages[first:sent]))
            yield self._next_reply()
            ahead -= len(message)

    def _next_reply(self):
        """The next reply if there is time for it."""
        if time.monotonic() - self.began > self.limits.total:
            self._end(f"It was stopped after {self.limits.total:g} s for all instances.")
        return self._reply()

    def _open(self, message):
        """The first reply: a dict, or a Fault."""
        reply = self._ask(message)
        kinds = {"names": list, "constants": dict, "code": str}
        fits = isinstance(reply, Fault) or (isinstance(reply, dict) and all(
            isinstance(reply.get(name, kind()), kind) for name, kind in kinds.items()))
        return reply if fits else self._end(DISTURBED)

    def _ask(self, message):
        self._send(_message(message))
        return self._reply()

    def _send(self, message):
        """Send a message, or several at once."""
        if self.ended or not message:
            return
        try:
            self.process.requests.write(message)
            self.process.requests.flush()
        except BlockingIOError:
            self._end(DISTURBED)
        except OSError:                         # its process ended: what it said before is still to be read
            pass

    def _reply(self):
        """The next reply, decoded; a Fault if there will be none."""
        if self.ended:
            return self.ended
        try:
            line = self.lines.get(timeout=self.limits.seconds)
        except queue.Empty:
            return self._end(f"It was stopped after {self.limits.seconds:g} s.")
        if not line:
            return self._end(f"Its process ended there{self._how()}.")
        try:
            return decoded(json.loads(line.decode()))      # told what it is, it need not look
        except (ValueError, KeyError, TypeError, OverflowError, RecursionError):
            return self._end(DISTURBED)

    def _listen(self):
        with self.process.replies as replies:   # closed here: what an answer leaves behind may keep the other end open
            while line := replies.readline(LONGEST):
                self.lines.put(line)
        self.lines.put(b"")

    def _how(self):
        code = self.process.wait(ENDING)
        if code is None:                        # it has closed its pipes and goes on
            return ""
        try:
            return f" ({signal.Signals(-code).name})" if code < 0 else f" (exit status {code})"
        except ValueError:
            return f" (signal {-code})"

    def _end(self, advice):
        self.close()
        self.ended = Fault(NO_VALUE, advice)
        return self.ended

    def close(self):
        """End the process and what it has started."""
        self.process.end()
        with contextlib.suppress(OSError):      # what was not yet sent
            self.process.requests.close()
        self.folder.cleanup()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if not self.ended:
            self.close()


def _message(data):
    return json.dumps(data).encode() + b"\n"


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
