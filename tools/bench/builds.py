"""How long `make book` takes, with everything or nothing to do; how long a notebook and a part take to check."""

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tools.bench.table import Row

ROOT = Path(__file__).resolve().parents[2]
CHECK_SECONDS = """
import time
from hw0.checks import PARTS, check
for part in PARTS.values():
    started = time.perf_counter()
    check(part, part.reference)
    print(part.id, time.perf_counter() - started)
"""


def seconds(command):
    """Return how long `command` runs.

    Raises
    ------
    RuntimeError
        If it fails; the message holds the last that it printed.
    """
    started = time.perf_counter()
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    if done.returncode != 0:
        last = "\n".join((done.stdout + done.stderr).splitlines()[-3:])
        raise RuntimeError(f"{' '.join(map(str, command))} failed:\n{last}")
    return time.perf_counter() - started


def build_rows(repeats=3):
    """Yield the medians of the cold and of the unchanged build."""
    cold = []
    for _ in range(repeats):
        with tempfile.TemporaryDirectory() as folder:
            cold.append(seconds([sys.executable, "tools/build_book.py", "--output", f"{folder}/html"]))
    yield Row("cold build", statistics.median(cold), "s", 15)
    seconds(["make", "book"])
    yield Row("unchanged rebuild", statistics.median(seconds(["make", "book"]) for _ in range(repeats)), "s", 4)


def notebook_rows():
    """Yield how long it takes to compare the outputs of each chapter."""
    for chapter in sorted((ROOT / "chapters").glob("*.ipynb")):
        command = [sys.executable, "-m", "pytest", "-q", "--nbval", "--nbval-cell-timeout=60", str(chapter)]
        yield Row(f"nbval of {chapter.stem}", seconds(command), "s", 20)


def check_rows(repeats=3):
    """Yield the slowest part of each problem: the median over fresh processes of checking a right answer."""
    times = {}
    for _ in range(repeats):
        done = subprocess.run([sys.executable, "-c", CHECK_SECONDS], cwd=ROOT, capture_output=True, text=True,
                              check=True)
        for part, elapsed in map(str.split, done.stdout.splitlines()):
            times.setdefault(part, []).append(float(elapsed))
    medians = {part: statistics.median(elapsed) for part, elapsed in times.items()}
    for problem in sorted({part[0] for part in medians}):
        slowest = max((part for part in medians if part[0] == problem), key=medians.get)
        yield Row(f"check of problem {problem}, slowest part ({slowest})", medians[slowest], "s", 1)
