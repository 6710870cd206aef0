"""The built sites that the tests look at: the book itself, and a small stand-in with one of everything."""

import fcntl
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.site.stand_in import ROOT, build, write_book
from tools.chromium import serve


@pytest.fixture(scope="session")
def site(tmp_path_factory, worker_id):
    """Return the folder of the book, built once for all workers of this run, or BOOK_SITE if that is given."""
    if "BOOK_SITE" in os.environ:
        return Path(os.environ["BOOK_SITE"]).resolve()
    shared = tmp_path_factory.getbasetemp()
    shared = shared if worker_id == "master" else shared.parent
    output = shared / "book" / "html"
    with open(shared / "book.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # the first worker builds, the others wait
        if not (output / "index.html").exists():
            command = [sys.executable, str(ROOT / "tools" / "build_book.py"), "--output", str(output)]
            done = subprocess.run(command, capture_output=True, text=True)
            assert done.returncode == 0, done.stdout + done.stderr
    return output


@pytest.fixture(scope="session")
def address(site):
    """Return the address of a server of the book."""
    with serve(site) as found:
        yield found


@pytest.fixture(scope="session")
def stand_in(tmp_path_factory):
    """Return the folder of the built stand-in book."""
    built, done = build(write_book(tmp_path_factory.mktemp("stand-in") / "book"))
    assert done.returncode == 0, done.stdout + done.stderr
    return built
