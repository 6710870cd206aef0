"""The built sites that the tests look at: the book itself, and a small stand-in with one of everything."""

import fcntl
import functools
import os
import subprocess
import sys
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from tests.site.stand_in import ADDRESS, HOSTED, MOVED, PARTS, ROOT, SAMPLE, build, hand_on_answers, write_book
from tools.chromium import serve


@pytest.fixture(scope="session")
def once(tmp_path_factory, worker_id):
    """Return `once(name, make)`: a folder of that name, which make(folder) fills once for all workers of this run."""
    shared = tmp_path_factory.getbasetemp()
    shared = shared if worker_id == "master" else shared.parent

    def folder_of(name, make):
        with open(shared / f"{name}.lock", "w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)  # the first worker makes it, the others wait
            if not (shared / f"{name}.made").exists():
                make(shared / name)
                (shared / f"{name}.made").touch()
        return shared / name

    return folder_of


@pytest.fixture(scope="session")
def site(once):
    """Return the folder of the book, or BOOK_SITE if that is given."""
    if "BOOK_SITE" in os.environ:
        return Path(os.environ["BOOK_SITE"]).resolve()

    def make(folder):
        hand_on_answers(folder / "html")
        command = [sys.executable, str(ROOT / "tools" / "build_book.py"), "--output", str(folder / "html")]
        done = subprocess.run(command, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout + done.stderr

    return once("book", make) / "html"


@pytest.fixture(scope="session")
def parsed(site):
    """Return `parsed(name)`: a page of the book, parsed once for all tests that only read it."""
    return functools.cache(lambda name: BeautifulSoup((site / name).read_text(encoding="utf-8"), "html.parser"))


@pytest.fixture(scope="session")
def address(site):
    """Return the address of a server of the book."""
    with serve(site) as found:
        yield found


@pytest.fixture(scope="session")
def stand_in(once):
    """Return the folder of the built stand-in book."""

    def make(folder):
        _, done = build(write_book(folder))
        assert done.returncode == 0, done.stdout + done.stderr

    return once("stand-in", make) / "_build" / "html"


@pytest.fixture(scope="session")
def published(once):
    """Return the folder of a stand-in book with parts and a moved page, built for an address by a hosted run."""

    def make(folder):
        _, done = build(write_book(folder, [*SAMPLE, *PARTS], MOVED), BOOK_ADDRESS=f"{ADDRESS}/", **HOSTED)
        assert done.returncode == 0, done.stdout + done.stderr

    return once("published", make) / "_build" / "html"
