"""Plant single faults and say which are not noticed: `python -m tools.mutants [ROOM ...] [--each N] [--share S]`.

A share of the faults, or a number of each room, is drawn by what stands in their lines, so that the same share draws
the same faults, and a larger number those of a smaller one and more.  The test
files that can notice a fault are run one after the other, the nearest first, until one fails or their time is over.
What is done is kept in `_build/mutants`; a run that was interrupted goes on.
"""

import argparse
import collections
import concurrent.futures
import math
import os
import pathlib
import queue
import sys

from tools.mutants.changes import changes
from tools.mutants.copies import Copy
from tools.mutants.nearest import Project, room
from tools.mutants.results import Results, digest, draw, name_of, table
from tools.mutants.scripts import script_changes

ROOT = pathlib.Path(__file__).resolve().parents[2]


class Hunt:
    """Faults to try, copies of the project to try them in, and the results.

    reach: how many of the nearest test files are run (default: all).
    budget: seconds of tests, as they take the processor without a fault, for each fault that nothing notices.
    """

    def __init__(self, root, folder, *, jobs=1, budget=30.0, reach=None):
        self.project, self.folder, self.budget, self.reach = Project(root), pathlib.Path(folder), budget, reach
        self.results = Results(self.folder / "results.jsonl")
        self.jobs, self.copies, self.times = jobs, queue.Queue(), {}
        self.texts = {name: (self.project.root / name).read_text(encoding="utf-8") for name in self.project.files}

    def __enter__(self):
        for number in range(self.jobs):
            self.copies.put(Copy(self.project.root, self.folder / f"copy {number + 1}"))
        return self

    def __exit__(self, *_):
        for _ in range(self.jobs):
            self.copies.get().close()

    def faults(self, rooms=(), share=1.0, each=None):
        """Return (module, change) of the chosen rooms or modules: a share of them, of each room at most `each`.

        Every room is there with its first before any is with its second, so that a part of them is of all rooms.
        """
        chosen = [module for module in self.project.modules
                  if not rooms or room(module) in rooms or module in rooms]
        scripts = script_changes(self.project.root, [module for module in chosen if module.endswith(".js")])
        drawn = sorted(
            (draw(module, self.texts[module], change), module, change)
            for module in chosen
            for change in (scripts[module] if module in scripts else changes(self.texts[module]))
        )
        there, found = collections.Counter(), []
        for number, module, change in drawn:
            if number < share:
                found.append((there[room(module)], module, change))
                there[room(module)] += 1
        found.sort(key=lambda fault: fault[0])
        return [(module, change) for rank, module, change in found if rank < (each or math.inf)]

    def order(self, module):
        """Return the test files for a module: first those that have noticed the most in its room, then the nearest."""
        noticed = collections.Counter(entry["by"] for entry in self.results.kept.values()
                                      if entry["room"] == room(module) and entry["by"])
        return sorted(self.project.nearest(module)[: self.reach], key=lambda test: -noticed[test])

    def tests(self, module):
        """Return the digest of the test files that can notice a fault in a module."""
        return digest(*(self.texts[test] for test in self.project.nearest(module)[: self.reach]))

    def known(self, module, change):
        """Return what became of a fault, or None."""
        return self.results.known(name_of(module, self.texts[module], change), self.tests(module))

    def attempt(self, module, change):
        """Try one fault, keep and return its entry."""
        copy = self.copies.get()
        try:
            fate, by, spent = "not noticed", None, 0.0
            text = change.planted(self.texts[module])
            for test in self.order(module):
                usual = self.time(test, copy)
                if spent + usual > self.budget:
                    continue
                spent += usual
                fate, _ = copy.run([test], 3 + 5 * usual, module, text)
                if fate != "not noticed":
                    by = test
                    break
        finally:
            self.copies.put(copy)
        entry = {"name": name_of(module, self.texts[module], change), "room": room(module), "module": module,
                 "line": change.line, "change": str(change), "fate": fate, "by": by, "tests": self.tests(module)}
        self.results.add(**entry)
        return entry

    def time(self, test, copy):
        """Return how long a test file takes as it stands, infinite if that is longer than the budget.

        Raises RuntimeError if it does not pass.
        """
        if test not in self.times:
            fate, seconds = copy.run([test], 2 * self.budget)
            if fate == "noticed":
                raise RuntimeError(f"{test} does not pass as it stands; mend it first.")
            self.times[test] = seconds if fate == "not noticed" else float("inf")
        return self.times[test]


def told(entry):
    """Return the line that says where a fault is that nothing noticed."""
    return f"{entry['module']}:{entry['line']}: {entry['change']}"


def main():
    """Try the chosen faults, print the survivors and the table; the exit status says whether there are survivors."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("rooms", nargs="*", metavar="ROOM",
                        help="such as hw0.checks or livefig/script, or a module (default: all)")
    parser.add_argument("--share", type=float, default=1.0, help="of the faults (default: 1)")
    parser.add_argument("--each", type=int, help="of each room at most so many (default: all)")
    parser.add_argument("--jobs", type=int, default=os.cpu_count(), help="at once (default: one for each core)")
    parser.add_argument("--budget", type=float, default=30.0, help="seconds of tests for a fault (default: 30)")
    options = parser.parse_args()
    with Hunt(ROOT, ROOT / "_build" / "mutants", jobs=options.jobs, budget=options.budget) as hunt:
        chosen = hunt.faults(options.rooms, options.share, options.each)
        if not chosen:
            parser.error(f"no faults there; rooms are {', '.join(sorted(set(map(room, hunt.project.modules))))}")
        waiting = [fault for fault in chosen if not hunt.known(*fault)]
        print(f"{len(chosen)} faults, {len(waiting)} to be tried")
        with concurrent.futures.ThreadPoolExecutor(options.jobs) as executor:
            for entry in executor.map(lambda fault: hunt.attempt(*fault), waiting):
                if entry["fate"] == "not noticed":
                    print(told(entry), flush=True)
        entries = [hunt.known(*fault) for fault in chosen]
        planted = {}
        for module, _ in hunt.faults(options.rooms):
            planted[room(module)] = planted.get(room(module), 0) + 1
    survivors = [entry for entry in entries if entry["fate"] == "not noticed"]
    print(f"\n{table(entries, planted)}\n\nNot noticed:")
    print("\n".join(map(told, survivors)) or "none")
    return bool(survivors)


if __name__ == "__main__":
    sys.exit(main())
