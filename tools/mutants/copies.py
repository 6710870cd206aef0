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
import zlib

COPIED = ("code", "tests", "tools", "_ext", "chapters", "further", "appendix", "guides", "assets", "api", "decisions")
LINKED = (".venv", "node_modules")
LOADED = ("numpy", "pytest", "hypothesis.strategies", "matplotlib.figure", "playwright.sync_api")  # slow to load
ARGUMENTS = ["-x", "-q", "-n", "0", "--no-header", "-p", "no:cacheprovider", "-p", "no:anyio",
             "-W", "ignore::pytest.PytestAssertRewriteWarning"]  # what is loaded before
OF_NOTEBOOKS = ["-p", "tools.kernel_sockets", "--nbval"]
WAITS = 20
CLEAN, FAULTED = "_build/clean/html", "_build/faulted/html"  # sites: as the book stands, and with the last fault
KEPT = "_build/stand-in"  # the answer boxes' data, which take longest to make
FATES = {0: "not noticed", 1: "noticed"}  # what pytest returns; anything else is an error, such as of an import


def site_of(module):
    """Return where the site with a fault in a module is: a script is planted in the one without; other things build."""
    return FAULTED if module and module.startswith("_ext/") else CLEAN


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
        if (pathlib.Path(root) / KEPT).exists():
            shutil.copytree(pathlib.Path(root) / KEPT, self.folder / KEPT)
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tools.mutants.copies"], cwd=self.folder, stdin=subprocess.PIPE,
            stdout=subprocess.PIPE, text=True,
            env={**os.environ, "PYTHONPATH": f"{self.folder / 'code'}{os.pathsep}{self.folder}",
                 "OPENBLAS_NUM_THREADS": "1", "PYTEST_ADDOPTS": ""},
        )

    def build(self, limit, module=None, text=None):
        """Build the book's site, with another text of one module if it is given; return as `run` does.

        The tests that are run afterwards look at this site if they are run with the same text.
        """
        return self._done({"site": site_of(module), "build": True}, [], limit, module, text)

    def run(self, tests, limit, module=None, text=None):
        """Return (fate, seconds) of a run of test files, with another text of one module if it is given.

        fate: "noticed", "not noticed", or "noticed: too slow" after `limit` seconds; seconds are the processor's,
        so that a busy machine changes nothing; what only waits is ended after `WAITS` times as long.
        """
        return self._done({"site": site_of(module)}, tests, limit, module, text)

    def _done(self, job, tests, limit, module, text):
        job |= {"tests": tests, "limit": limit, "module": module, "text": text}
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
def planted(module, text):
    """A context with another text in the place of a module's; its time differs: no compiled file is taken for it."""
    if module is None:
        yield
        return
    path = pathlib.Path(module)
    before, times = path.read_bytes(), path.stat()
    paths = [path] if path.parent.name != "assets" else [path, pathlib.Path(CLEAN, "_static", path.name)]
    for each in paths:
        each.write_text(text, encoding="utf-8")
    os.utime(path, (times.st_atime, times.st_mtime + 10 + zlib.crc32(text.encode())))
    try:
        yield
    finally:
        for each in paths:
            each.write_bytes(before)
        os.utime(path, (times.st_atime, times.st_mtime))


def _build(site):
    """Build the site of this copy, upon the one without a fault; return 1 if it cannot be built."""
    from tools.build_book import build

    root, output = pathlib.Path.cwd(), pathlib.Path(site).resolve()
    if site == FAULTED and not output.exists():
        shutil.copytree(root / pathlib.Path(CLEAN).parent, output.parent)
    try:
        build(root, output)
    except RuntimeError:
        return 1
    return 0


def _run(job):
    """Run pytest, or a build, in a child of this process, with what is slow to load loaded; return its process id."""
    limit = job["limit"]
    child = os.fork()
    if child:
        return child
    os.setsid()
    resource.setrlimit(resource.RLIMIT_CPU, (math.ceil(limit), math.ceil(limit) + 1))
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nothing, stream)
    sys.dont_write_bytecode = job["module"] is not None
    os.environ["BOOK_SITE"] = job["site"]
    code = 3
    try:
        import pytest

        shown = any(name.endswith(".ipynb") for name in job["tests"])
        arguments = [*ARGUMENTS, *(OF_NOTEBOOKS if shown else ["-p", "no:nbval"]), *job["tests"]]
        code = _build(job["site"]) if "build" in job else int(pytest.main(arguments))
    except BaseException:  # a fault may raise anything, SystemExit too
        code = 3
    os._exit(code)


def _waited(child, limit):
    """Return how a child ended, None if it took too long, and its seconds."""
    end = time.monotonic() + WAITS * limit
    while time.monotonic() < end:
        done, status, used = os.wait4(child, os.WNOHANG)
        if done:
            _end(child)  # what it has started and left behind
            code = os.waitstatus_to_exitcode(status)
            return None if code in (-signal.SIGXCPU, -signal.SIGKILL) else code, used.ru_utime + used.ru_stime
        time.sleep(0.01)
    _end(child)
    os.waitpid(child, 0)
    return None, limit


def _end(child):
    """End a child and its children, which are a group of processes if it has come that far."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(child, signal.SIGKILL)


def _serve():
    """Run what is asked for on standard input, a line each."""
    for name in LOADED:  # once, before the children part
        importlib.import_module(name)
    for line in sys.stdin:
        job = json.loads(line)
        with planted(job["module"], job["text"]):
            child = _run(job)
            code, seconds = _waited(child, job["limit"])
        fate = "noticed: too slow" if code is None else FATES.get(code, "noticed")
        print(json.dumps([fate, round(seconds, 2)]), flush=True)


if __name__ == "__main__":
    _serve()
