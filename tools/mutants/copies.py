"""A copy of the project in which a fault is planted, and the tests are run in a child of a process that waits there."""

import contextlib
import importlib
import json
import math
import os
import pathlib
import resource
import shutil
import signal
import subprocess
import sys
import time

COPIED = ("code", "tests", "tools", "_ext", "chapters", "further", "appendix", "guides", "assets", "api", "decisions")
LINKED = (".venv", "node_modules")
LOADED = ("numpy", "pytest", "hypothesis.strategies", "matplotlib.figure", "playwright.sync_api")  # slow to load
ARGUMENTS = ["-x", "-q", "-n", "0", "--no-header", "-p", "no:cacheprovider", "-p", "no:nbval", "-p", "no:anyio",
             "-W", "ignore::pytest.PytestAssertRewriteWarning"]  # what is loaded before
WAITS = 20
FATES = {0: "not noticed", 1: "noticed"}  # what pytest returns; anything else is an error, such as of an import


class Copy:
    """A copy of the project below `folder`, and a process in it that runs tests when it is asked."""

    def __init__(self, root, folder):
        self.folder = pathlib.Path(folder)
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        for path in pathlib.Path(root).iterdir():
            if path.name in COPIED:
                left = shutil.ignore_patterns("__pycache__", "*.egg-info")
                shutil.copytree(path, self.folder / path.name, ignore=left)
            elif path.name in LINKED:
                (self.folder / path.name).symlink_to(path.resolve())
            elif path.is_file():
                shutil.copy2(path, self.folder)
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tools.mutants.copies"], cwd=self.folder, stdin=subprocess.PIPE,
            stdout=subprocess.PIPE, text=True,
            env={**os.environ, "PYTHONPATH": f"{self.folder / 'code'}{os.pathsep}{self.folder}",
                 "OPENBLAS_NUM_THREADS": "1", "PYTEST_ADDOPTS": ""},
        )

    def run(self, tests, limit, module=None, text=None):
        """Return (fate, seconds) of a run of test files, with another text of one module if it is given.

        fate: "noticed", "not noticed", or "noticed: too slow" after `limit` seconds; seconds are the processor's,
        so that a busy machine changes nothing; what only waits is ended after `WAITS` times as long.
        """
        job = {"tests": tests, "limit": limit, "module": module, "text": text}
        self.process.stdin.write(json.dumps(job) + "\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline()
        if not answer:
            raise RuntimeError("the process in the copy has ended; look at what it wrote above.")
        return tuple(json.loads(answer))

    def close(self):
        """End the process and remove the copy."""
        with self.process:  # closes both ends, and waits
            self.process.stdin.close()
        shutil.rmtree(self.folder, ignore_errors=True)


@contextlib.contextmanager
def _planted(module, text):
    """Another text in the place of a module's; its time differs, so that no compiled file is taken for it."""
    if module is None:
        yield
        return
    path = pathlib.Path(module)
    before, times = path.read_bytes(), path.stat()
    path.write_text(text, encoding="utf-8")
    _planted.count = getattr(_planted, "count", 0) + 1
    os.utime(path, (times.st_atime, times.st_mtime + 10 + _planted.count))
    try:
        yield
    finally:
        path.write_bytes(before)
        os.utime(path, (times.st_atime, times.st_mtime))


def _run(tests, limit, compiled):
    """Run pytest in a child of this process, with what is slow to load loaded; return its process id."""
    child = os.fork()
    if child:
        return child
    os.setsid()
    resource.setrlimit(resource.RLIMIT_CPU, (math.ceil(limit), math.ceil(limit) + 1))
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nothing, stream)
    sys.dont_write_bytecode = not compiled
    code = 3
    try:
        import pytest

        code = int(pytest.main([*ARGUMENTS, *tests]))
    except BaseException:  # a fault may raise anything, SystemExit too
        code = 3
    os._exit(code)


def _waited(child, limit):
    """Return how a child ended, None if it took too long, and its seconds."""
    end = time.monotonic() + WAITS * limit
    while time.monotonic() < end:
        done, status, used = os.wait4(child, os.WNOHANG)
        if done:
            code = os.waitstatus_to_exitcode(status)
            return None if code in (-signal.SIGXCPU, -signal.SIGKILL) else code, used.ru_utime + used.ru_stime
        time.sleep(0.01)
    os.killpg(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return None, limit


def _serve():
    """Run what is asked for on standard input, a line each."""
    for name in LOADED:  # once, before the children part
        importlib.import_module(name)
    for line in sys.stdin:
        job = json.loads(line)
        with _planted(job["module"], job["text"]):
            child = _run(job["tests"], job["limit"], compiled=job["module"] is None)
            code, seconds = _waited(child, job["limit"])
        fate = "noticed: too slow" if code is None else FATES.get(code, "noticed")
        print(json.dumps([fate, round(seconds, 2)]), flush=True)


if __name__ == "__main__":
    _serve()
