"""Processes for answers, one for each: forked from a prepared process where the system allows it, else started anew.

The prepared process has imported what every answer needs, and runs none.  A fork of it begins with nothing that another
answer has changed, as a new process does, and costs a few milliseconds in place of a start of Python and NumPy.
"""
import contextlib
import gc
import os
import signal
import socket
import struct
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import BinaryIO

STARTING = 60.0         # seconds that Python and NumPy may take to start, which is not the answer's fault
ENDING = 5.0            # seconds that a process may take to end once it was killed or has closed its pipes
# On macOS, importing NumPy calls Apple's BLAS, whose threads do not survive a fork.
FORKS = hasattr(os, "fork") and hasattr(socket, "send_fds") and sys.platform != "darwin"
NUMBER = struct.Struct("!q")    # what a prepared process says: a process id, later its exit status


@dataclass(frozen=True)
class Process:
    """A process that serves one answer (see isolated_child).

    Attributes
    ----------
    requests, replies : binary files: what it reads, to be written here; what it writes, to be read here
    wait : a function of seconds: the exit status, minus the number of a signal; None if it has not ended by then, or if
        nobody knows
    end : a function that ends it and what it has started, if that has not left its group
    """

    requests: BinaryIO
    replies: BinaryIO
    wait: Callable
    end: Callable


def started():
    """A new Process, of an interpreter of its own."""
    child = _interpreter(stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def wait(seconds):
        with contextlib.suppress(subprocess.TimeoutExpired):
            return child.wait(timeout=seconds)
        return None

    def end():
        try:
            os.killpg(child.pid, signal.SIGKILL)
        except (AttributeError, OSError):       # no process groups there, or it has ended
            child.kill()
        child.wait()

    return Process(child.stdin, child.stdout, wait, end)


class Prepared:
    """A context manager with `start`, a function that gives a new Process, one after the other has ended."""

    def __init__(self, forks=FORKS):
        self.forks = forks
        self.parent = self.control = None

    def start(self):
        """A new Process.  The prepared process is made when it is needed first, and anew if an answer has ended it."""
        for _ in range(2 * self.forks):
            try:
                return self._fork()
            except OSError:
                self.close()
        return started()

    def _fork(self):
        if self.parent is None:
            self.control, theirs = socket.socketpair()
            with theirs:
                self.parent = _interpreter("fork", stdin=theirs, stdout=subprocess.DEVNULL)
        request, requests = os.pipe()
        replies, reply = os.pipe()
        files = os.fdopen(requests, "wb"), os.fdopen(replies, "rb")
        try:
            socket.send_fds(self.control, [b"f"], [request, reply])
            self.control.settimeout(STARTING)
            pid = self._told()
        except OSError:
            for file in files:
                file.close()
            raise
        finally:
            os.close(request)
            os.close(reply)

        @cache                                  # it is told once
        def status():
            return self._told()

        def wait(seconds):
            self.control.settimeout(seconds)
            with contextlib.suppress(OSError):  # not yet, or the prepared process has ended before
                return status()
            return None

        def end():
            for kill in (os.killpg, os.kill):   # both: it may have left its group
                with contextlib.suppress(OSError):      # it has ended
                    kill(pid, signal.SIGKILL)
            if wait(ENDING) is None:
                self.close()

        return Process(*files, wait, end)

    def _told(self):
        """The next number that the prepared process says.  Raises OSError if it says none in time."""
        said = self.control.recv(NUMBER.size)
        if len(said) < NUMBER.size:
            raise ConnectionError("the prepared process has ended")
        return NUMBER.unpack(said)[0]

    def close(self):
        """End the prepared process."""
        if self.control:
            self.control.close()
        if self.parent:
            self.parent.kill()
            self.parent.wait()
        self.parent = None

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


def forked(control):
    """In the prepared process: fork whenever the judge asks for it.  The files (requests, replies) in each fork; None
    in the prepared process, when the judge needs no more."""
    gc.freeze()                                 # what is there stays, so that no fork looks through it
    while True:
        _, received, *_ = socket.recv_fds(control, 1, 2)
        if not received:
            return None
        pid = os.fork()
        if not pid:
            os.setpgid(0, 0)
            gc.enable()                         # the judge may go without
            control.close()                     # no answer speaks for the prepared process
            return os.fdopen(received[0], "rb"), os.fdopen(received[1], "wb")
        with contextlib.suppress(OSError):      # here as well, so that it is done before anybody learns the id
            os.setpgid(pid, pid)
        for descriptor in received:
            os.close(descriptor)
        control.sendall(NUMBER.pack(pid))
        _, status = os.waitpid(pid, 0)
        control.sendall(NUMBER.pack(os.waitstatus_to_exitcode(status)))


def _interpreter(*arguments, stdin, stdout):
    """A new Python that runs isolated_child: in its own session, so that what it starts can be ended with it."""
    environment = os.environ | {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
    # The module is found as it was found here.
    environment["PYTHONPATH"] = os.pathsep.join(entry or os.getcwd() for entry in sys.path)
    return subprocess.Popen([sys.executable, "-P", "-m", "hw0.checks.isolated_child", *arguments], stdin=stdin,
                            stdout=stdout, stderr=subprocess.DEVNULL, env=environment, start_new_session=True)
