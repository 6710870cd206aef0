"""Processes for answers, one for each: forked from a prepared process where the system allows it, else started anew.

The prepared process has imported what every answer needs, and runs none.  A fork of it begins with nothing that another
answer has changed, as a new process does, and costs a few milliseconds in place of a start of Python and NumPy.  It is
itself a fork of the judge while that is small and has no other thread, as the commands are when they begin.
"""
import contextlib
import gc
import os
import signal
import socket
import struct
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import BinaryIO

STARTING = 60.0         # seconds that Python and NumPy may take to start, which is not the answer's fault
ENDING = 5.0            # seconds that a process may take to end once it was killed or has closed its pipes
# On macOS, importing NumPy calls Apple's BLAS, whose threads do not survive a fork.
FORKS = hasattr(os, "fork") and hasattr(socket, "send_fds") and sys.platform != "darwin"
SMALL = 512             # megabytes of address space with which the judge may be forked: an answer's limit counts them
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
    holds : which stored instances it has in memory, so that they need not be sent (see pool.Stored.case)
    """

    requests: BinaryIO
    replies: BinaryIO
    wait: Callable
    end: Callable
    holds: frozenset = frozenset()


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
    """A context manager with `start`, a function that gives a new Process, one after the other has ended.

    `holds` : which stored instances are in the memory of the judge, so in that of its forks
    """

    def __init__(self, forks=FORKS, holds=()):
        self.forks, self.holds = forks, frozenset(holds)
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
                self.parent = _copy(theirs) if _small_and_alone() else _interpreter("fork", stdin=theirs,
                                                                                    stdout=subprocess.DEVNULL)
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

        return Process(*files, wait, end, self.holds if isinstance(self.parent, _Copy) else frozenset())

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


@dataclass(frozen=True)
class _Copy:
    """A fork of the judge: as much of a subprocess.Popen as is needed."""

    pid: int

    def kill(self):
        os.kill(self.pid, signal.SIGKILL)       # nobody else waits for it, so the id is its own

    def wait(self):
        os.waitpid(self.pid, 0)


def _small_and_alone():
    """Whether a fork of this process is as good as a new one: no other thread could hold a lock (OpenBLAS ends its own
    before a fork), and little of the memory that an answer may use is taken."""
    try:
        pages = int(Path("/proc/self/statm").read_text().split()[0])
    except (OSError, ValueError):               # no such system
        return False
    return threading.active_count() == 1 and pages * os.sysconf("SC_PAGE_SIZE") < SMALL * 2**20


def _copy(control):
    """A fork of this process that runs isolated_child, in a session of its own as from `_interpreter`."""
    for stream in (sys.stdout, sys.stderr):     # or the fork would write it, too
        stream.flush()
    pid = os.fork()
    if pid:
        return _Copy(pid)
    status = 1
    try:
        os.setsid()
        os.dup2(control.fileno(), 0)
        nothing = os.open(os.devnull, os.O_RDWR)
        for descriptor in map(int, os.listdir("/proc/self/fd")):        # the judge's end of the line above all
            if descriptor > 2:                              # not closed: an object that has it must not meet another
                with contextlib.suppress(OSError):          # the one that listed them
                    os.dup2(nothing, descriptor)
        from hw0.checks.isolated_child import main
        main(["fork"])
        status = 0
    finally:
        os._exit(status)                        # nothing that the judge wanted to do at its end


def _interpreter(*arguments, stdin, stdout):
    """A new Python that runs isolated_child: in its own session, so that what it starts can be ended with it."""
    environment = os.environ | {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
    # The module is found as it was found here.
    environment["PYTHONPATH"] = os.pathsep.join(entry or os.getcwd() for entry in sys.path)
    return subprocess.Popen([sys.executable, "-P", "-m", "hw0.checks.isolated_child", *arguments], stdin=stdin,
                            stdout=stdout, stderr=subprocess.DEVNULL, env=environment, start_new_session=True)
