"""Processes for answers: whatever one does to its own, the next meets a fresh one, and nothing is left behind."""
import contextlib
import os
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

from hw0.checks import isolated, processes
from hw0.checks.isolated import Child, Limits
from hw0.checks.processes import FORKS, Prepared, started
from hw0.checks.submissions import verdict_on

needs_fork = pytest.mark.skipif(not FORKS, reason="answers are forked where the system allows it")
LIMITS = Limits(seconds=1.0, total=10.0, megabytes=1024)
ANSWER = """
import os, signal, subprocess, sys, threading, time
import numpy as np

def part_5a_i(w, b):
{body}
    return -b / w
"""
GOOD = ANSWER.format(body="")
# Its process replies through a pipe, which an answer can find: it writes there itself, and then reads no more.
TALK = """for n in range(3, 64):
        try:
            os.write(n, b'forged\\n' * {count})
        except OSError:
            pass"""
BAD = {
    "hangs": ("while True: pass", "It was stopped after 1 s."),
    "sleeps": ("time.sleep(60)", "It was stopped after 1 s."),
    "exits": ("os._exit(3)", "Its process ended there (exit status 3)."),
    "crashes": ("os.kill(os.getpid(), signal.SIGSEGV)", "Its process ended there (SIGSEGV)."),
    "is memory-hungry": ("return np.ones(10**9)", "MemoryError"),
    "recurses": ("return part_5a_i(w, b)", "RecursionError"),
    "recurses without a limit": ("sys.setrecursionlimit(10**9); again = lambda: again(); again()", "wrong at"),
    "breaks its memory": ("import ctypes; ctypes.string_at(0)", "Its process ended there (SIGSEGV)."),
    "raises what it made": ("raise type('Own', (BaseException,), {})('\\ud800')", "Own"),
    "prints without end": ("print('x' * 10**7); os.write(1, b'{}' * 1000); return 0", "wrong at"),
    "breaks NumPy": ("np.array = np.ndarray = None", "wrong at"),
    "breaks Python": ("import builtins; builtins.isinstance = None", "wrong at"),
    "closes its pipes": ("os.closerange(3, 1000)", "Its process ended there"),
    "closes its pipes and goes on": ("os.closerange(3, 1000); time.sleep(60)", "Its process ended there"),
    "leaves its group": ("try: os.setpgid(0, os.getppid())\n    except OSError: pass  # in a session of its own\n"
                         "    while True: pass", "It was stopped after 1 s."),
    "talks between": (TALK.format(count=1), "It disturbed the process"),
}
HARMLESS = {
    "forks": "(w, b) != (1, 1) or os.fork() or time.sleep(60)",
    "starts a program": "(w, b) != (1, 1) or subprocess.Popen(['sleep', '60'])",
    "starts a thread": "(w, b) != (1, 1) or threading.Thread(target=time.sleep, args=(60,)).start()",
    "prints": "print('{}'); os.write(1, b'{}'); sys.stderr.write('x')",
    "spoils the libraries": "np.mean = np.sum = None; sys.path.clear(); os.chdir('/'); os.environ.clear()",
    "breaks JSON": "import json; json.dumps = str",
    "ignores signals": "signal.signal(signal.SIGTERM, signal.SIG_IGN)",
}


def judged(prepared, folder, body):
    """The Verdict on the elbow with this line before the right answer."""
    path = folder / "answers.py"
    path.write_text(ANSWER.format(body=f"    {body}"))
    return repr(verdict_on(path, "5a.i", LIMITS, prepared.start))


def running_below(folder):
    """The ids of processes that work in a folder below this one."""
    found = []
    for link in Path("/proc").glob("[0-9]*/cwd"):
        with contextlib.suppress(OSError):  # a process that has ended, or that another user's rights keep
            if os.readlink(link).startswith(str(folder)):
                found.append(int(link.parent.name))
    return found


def children():
    """(id, name, state) of each child process of this one, in order."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):  # a process that has ended
            number, name, state, parent = re.match(r"(\d+) \((.*)\) (\w) (\d+)", path.read_text(), re.DOTALL).groups()
            if int(parent) == os.getpid():
                found.append((int(number), name, state))
    return sorted(found)


@pytest.fixture(scope="module")
def prepared():
    with Prepared() as made:
        yield made


@pytest.fixture(autouse=True)
def short_ends(monkeypatch):
    """A process that closed its pipes and goes on is waited for, and not for long."""
    monkeypatch.setattr(isolated, "ENDING", 0.5)
    monkeypatch.setattr(processes, "ENDING", 0.5)


@pytest.mark.parametrize("kind", BAD)
def test_what_an_answer_does_to_its_process_is_a_verdict_and_the_next_is_judged(prepared, tmp_path, kind):
    body, said = BAD[kind]
    assert said in judged(prepared, tmp_path, body)
    assert judged(prepared, tmp_path, "") == "right: no counterexample found"


@pytest.mark.parametrize("kind", HARMLESS)
def test_what_does_not_change_the_values_is_right_and_reaches_no_other_answer(prepared, tmp_path, kind):
    assert judged(prepared, tmp_path, HARMLESS[kind]) == "right: no counterexample found"
    assert judged(prepared, tmp_path, "assert np.mean([1]) == np.sum([1]) == 1") == "right: no counterexample found"


@needs_fork
@pytest.mark.parametrize("body", ["os.kill(os.getppid(), signal.SIGKILL)",
                                  "os.kill(os.getppid(), signal.SIGKILL); os._exit(1)",
                                  "os.kill(os.getppid(), signal.SIGSTOP)"])
def test_an_answer_that_ends_the_prepared_process_gets_its_verdict_and_the_next_one_another(tmp_path, monkeypatch,
                                                                                            body):
    monkeypatch.setattr(processes, "STARTING", 5.0)
    with Prepared() as prepared:
        first = judged(prepared, tmp_path, body)
        assert first.startswith("right" if "_exit" not in body else "wrong at")
        assert judged(prepared, tmp_path, "") == "right: no counterexample found"


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="what is open is read there")
def test_nothing_stays_open_or_runs_on(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    before, files = children(), len(os.listdir("/proc/self/fd"))
    with Prepared() as prepared:
        for kind in ("hangs", "exits", "closes its pipes and goes on"):
            judged(prepared, tmp_path, BAD[kind][0])
        for kind in ("forks", "starts a program"):
            judged(prepared, tmp_path, HARMLESS[kind])
        assert len(children()) - len(before) == FORKS       # the prepared process, and no zombie
    deadline = time.monotonic() + 5
    while (running_below(tmp_path) or len(os.listdir("/proc/self/fd")) > files) and time.monotonic() < deadline:
        time.sleep(0.05)                                    # the threads that listen close their ends
    assert running_below(tmp_path) == []
    assert len(os.listdir("/proc/self/fd")) == files
    assert children() == before
    assert [path.name for path in tmp_path.iterdir()] == ["answers.py"]


@needs_fork
def test_an_answer_does_not_inherit_the_line_to_the_prepared_process(tmp_path):
    path = tmp_path / "answers.py"
    path.write_text("import os\ndef part_5a_i(w, b):\n    links = [os.readlink(f'/proc/self/fd/{n}') "
                    "for n in os.listdir('/proc/self/fd') if os.path.exists(f'/proc/self/fd/{n}')]\n"
                    "    return str([l.partition(':')[0] for l in links])")
    with Prepared() as prepared, Child(path, "part_5a_i", ("w", "b"), limits=LIMITS, start=prepared.start) as child:
        told = child({"w": 1.0, "b": 1.0})
    assert "socket" not in told
    assert told.count("pipe") == 2


@pytest.mark.parametrize("kind", ["hangs", "exits", "leaves its group"])
def test_without_fork_each_answer_gets_an_interpreter_and_the_same_verdict(tmp_path, kind):
    body, said = BAD[kind]
    with Prepared(forks=False) as prepared:
        assert said in judged(prepared, tmp_path, body)
        assert prepared.parent is None


@pytest.mark.parametrize("start", [started, pytest.param(None, marks=needs_fork)])
def test_an_answer_that_replies_for_itself_and_reads_nothing_does_not_stop_the_judge(tmp_path, start):
    """More is written to it than a pipe holds."""
    path = tmp_path / "answers.py"
    path.write_text(ANSWER.format(body=f"    {TALK}\n    time.sleep(60)").format(count=12_000).replace("forged", "1.0"))
    with Prepared() as prepared, Child(path, "part_5a_i", ("w", "b"), limits=LIMITS,
                                       start=start or prepared.start) as child:
        told = [child({"w": 1.0, "b": float(n)}) for n in range(12_000)]
    assert told[0] == 1.0
    assert told[-1].advice == "It disturbed the process that runs it."


@needs_fork
def test_where_forking_fails_an_interpreter_is_started(tmp_path, monkeypatch):
    def refuse(*_, **__):
        raise OSError("no descriptors can be sent")
    monkeypatch.setattr(processes.socket, "send_fds", refuse)
    with Prepared() as prepared:
        assert judged(prepared, tmp_path, "") == "right: no counterexample found"
        assert prepared.parent is None


@needs_fork
def test_the_prepared_process_ends_with_the_judge(tmp_path):
    judge = ("import sys, hw0.checks.processes as p\nprepared = p.Prepared()\nprepared.start()\n"
             "print(prepared.parent.pid, flush=True)\nimport os\nos._exit(0)")
    done = subprocess.run([sys.executable, "-c", judge], capture_output=True, text=True)
    number, deadline = int(done.stdout), time.monotonic() + 5
    while Path(f"/proc/{number}").exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not Path(f"/proc/{number}").exists()


@needs_fork
def test_what_a_fork_of_the_judge_has_in_memory_is_named_and_not_sent(tmp_path):
    path = tmp_path / "answers.py"
    path.write_text(GOOD)
    judge = ("import sys\nfrom hw0.checks import isolated\nfrom hw0.checks.submissions import verdicts\n"
             "sent, message = [], isolated._message\n"
             "isolated._message = lambda data: sent.append(data) or message(data)\n"
             "print(verdicts(sys.argv[1]), sent[-2:])")
    done = subprocess.run([sys.executable, "-c", judge, str(path)], capture_output=True, text=True)
    assert done.stdout == "{'5a.i': right: no counterexample found} [('5a.i', 0), ('5a.i', 1)]\n", done.stderr


@pytest.mark.parametrize("holds", [(), [("5a.i", 0), ("5a.i", 1)]])
def test_an_interpreter_of_its_own_is_sent_them(tmp_path, holds):
    with Prepared(forks=False, holds=holds) as prepared:
        assert judged(prepared, tmp_path, "") == "right: no counterexample found"
