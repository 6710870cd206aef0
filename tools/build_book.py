"""Build the book: `python tools/build_book.py [--source FOLDER] [--output FOLDER]`.

Warnings are errors. What has not changed is not built again.
"""

import argparse
import contextlib
import fcntl
import hashlib
import os
import subprocess
import sys
import sysconfig
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
MADE = {"_build", "node_modules", "__pycache__"}
SETTINGS = ("BOOK_", "GITHUB_", "SOURCE_DATE")


@contextlib.contextmanager
def alone(output):
    """A context in which no other build writes into the folder `output` or beside it.

    It waits for the one that does, and says so.
    The lock ends with its process, however that ends.
    """
    output.parent.mkdir(parents=True, exist_ok=True)
    with open(output.parent / "build.lock", "w") as lock:  # .doctrees stands beside the output, too
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print(f"Another build writes into {output}; waiting for its end ...", flush=True)
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@contextlib.contextmanager
def ended(output):
    """A context that gives whether the last build into the folder `output` came to no end, and notes whether this does.

    After one that was killed, pages may be older than what had been read, and halves look newer than their source.
    Then everything has to be read and written again.
    """
    unfinished = output.parent / "build.unfinished"
    anew = unfinished.exists()
    if anew:
        print("The last build did not come to its end: building anew ...", flush=True)
    unfinished.touch()
    yield anew
    unfinished.unlink()


def files(folder):
    """Yield (path, size, time of the last change) of the files below a folder, but for hidden and made ones."""
    with os.scandir(folder) as entries:
        found = sorted(entries, key=lambda entry: entry.name)
    for entry in found:
        if entry.name.startswith(".") or entry.name in MADE:
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from files(entry.path)
        elif entry.is_file():
            yield entry.path, entry.stat().st_size, entry.stat().st_mtime_ns


def mark(*parts):
    """Return a short text that changes with any of some parts."""
    return hashlib.sha256(repr(parts).encode()).hexdigest()


def sources(source):
    """Return the `mark` of all that a site is made of: the files of the book and of what builds it, the commit, the
    settings in the environment, and the installed packages."""
    installed = [Path(sysconfig.get_path("purelib")), ROOT / "node_modules" / ".package-lock.json"]
    commit = subprocess.run(["git", "-C", source, "rev-parse", "HEAD"], capture_output=True).stdout
    settings = sorted(one for one in os.environ.items() if one[0].startswith(SETTINGS))
    read = [list(files(folder)) for folder in dict.fromkeys([source, ROOT])]
    return mark(sys.version, commit, settings, [path.exists() and path.stat().st_mtime_ns for path in installed], read)


def remove_halves(output):
    """Remove the pages that a full disk cut off: they look newer than their source and would never be written again."""
    for page in output.rglob("*.html"):
        if page.is_file() and not page.read_bytes().rstrip().endswith(b"</html>"):
            page.unlink()


def reason(error):
    """Return the error of the operating system behind an error of Sphinx, in words; None if there is none."""
    while error is not None and not isinstance(error, OSError):
        error = getattr(error, "orig_exc", None) or error.__cause__ or error.__context__
    return error and f"{error.strerror}{f': {error.filename}' if error.filename else ''}"


def build(source, output, *, quiet=True):
    """Build the book of the folder `source` into the folder `output`; return the seconds that it took.

    Where nothing has changed since the last build, nothing is done.  Otherwise this is
    `jupyter-book build -n -W --keep-going`, without the second that its command line takes to start.

    Raises
    ------
    RuntimeError
        If Sphinx reported an error or a warning, or could not go on; it has printed why.
    """
    started = time.perf_counter()
    # KaTeX runs on this environment's Node
    os.environ["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    overrides = {"external_toc_path": str(source / "_toc.yml"), "nitpicky": True, "latex_individualpages": False}
    state = output.parent / "build.state"
    with alone(output), ended(output) as anew:
        before = sources(source)
        if not anew and state.exists() and state.read_text() == mark(before, list(files(output))):
            return time.perf_counter() - started
        state.unlink(missing_ok=True)
        from jupyter_book.sphinx import build_sphinx  # takes longer than to see that nothing has changed

        status = build_sphinx(source, output, noconfig=True, path_config=source / "_config.yml",
                              confoverrides=overrides, warningiserror=True, keep_going=True, quiet=quiet,
                              force_all=anew, freshenv=anew)
        if isinstance(status, BaseException):
            raise RuntimeError(f"The book was not built: {reason(status) or 'see the messages above'}.") from status
    if status != 0:
        remove_halves(output)
        raise RuntimeError("The book was not built: see the messages above.")
    state.write_text(mark(before, list(files(output))))
    return time.perf_counter() - started


def main():
    """Build, and print the address of the first page."""
    parser = argparse.ArgumentParser(description="Build the book.")
    parser.add_argument("--source", type=Path, default=ROOT,
                        help="folder of _config.yml and _toc.yml (default: the repository)")
    parser.add_argument("--output", type=Path, help="folder of the site (default: _build/html in the source)")
    options = parser.parse_args()
    source = options.source.resolve()
    output = (options.output or source / "_build" / "html").resolve()
    print("Building the book ...", flush=True)
    try:
        seconds = build(source, output)
    except RuntimeError as error:
        sys.exit(str(error))
    print(f"Built in {seconds:.1f} s. Open {(output / 'index.html').as_uri()}")


if __name__ == "__main__":
    main()
