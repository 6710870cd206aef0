"""Plant single faults and say which are not noticed: `python -m tools.mutants [ROOM ...] [--each N] ...`.

A share of the faults, or a number of each room, is drawn by what stands in their lines, so that the same share draws
the same faults, and a larger number those of a smaller one and more.  The test
files that can notice a fault are run one after the other, until one fails or their time is over: first those that are
near, have noticed much in its room and take little; then the notebooks that show what its module gives, as the first
step of `make test` does.  A fault is a survivor only if all of them have passed, else its time was over.
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

from hw0.audit.code_faults import store
from tools.mutants.changes import HARMLESS, changes
from tools.mutants.copies import Copy
from tools.mutants.nearest import OF_THE_SITE, Project, room
from tools.mutants.results import LATE, Results, Times, digest, draw, name_of, noticed, rooms, table
from tools.mutants.scripts import script_changes

ROOT = pathlib.Path(__file__).resolve().parents[2]
BUILDING = 300  # seconds that a build may take
NOTEBOOKS = 2  # times the budget for tests and notebooks together
PAGES = 3  # times the budget for scripts and what the site is built with: their tests look at pages, in a browser


class Hunt:
    """Faults to try, copies of the project to try them in, and the results.

    reach: how many of the nearest test files are run (default: all).
    budget: seconds of tests, as they take the processor without a fault, for each fault that nothing notices.
    """

    def __init__(self, root, folder, *, jobs=1, budget=30.0, reach=None):
        self.project, self.folder, self.budget, self.reach = Project(root), pathlib.Path(folder), budget, reach
        self.results = Results(self.folder / "results.jsonl")
        self.jobs, self.copies = jobs, queue.Queue()
        self.times = Times(self.folder / "times.json")
        self.texts = {name: (self.project.root / name).read_text(encoding="utf-8") for name in self.project.files}

    def __enter__(self):
        for number in range(self.jobs):
            self.copies.put(Copy(self.project.root, self.folder / f"copy {number + 1}"))
        return self

    def __exit__(self, *_):
        for _ in range(self.jobs):
            self.copies.get().close()

    def faults(self, rooms=(), share=1.0, each=None, after=0):
        """Return (module, change) of the chosen rooms or modules: a share of them, of each room at most `each`, without
        the first `after` of each, which another run has drawn.

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
        return [(module, change) for rank, module, change in found if after <= rank < after + (each or math.inf)]

    def order(self, module):
        """Return the test files for a module, notebooks last: first what is near or has noticed much in its room, for
        the seconds that it takes."""
        there = collections.Counter(entry["by"] for entry in self.results.kept.values()
                                    if entry["room"] == room(module) and entry["by"])
        worth = {test: (there[test] + 1 / rank) / max(self.times.get(self.named(test), 3.0), 0.3)
                 for rank, test in enumerate(self.project.nearest(module)[: self.reach], 1)}
        return sorted(worth, key=lambda test: (test.endswith(".ipynb"), -worth[test]))

    def named(self, test):
        """Return the digest of a test file or notebook, by its name and text; it is read once."""
        name = test.partition("::")[0]
        if name not in self.texts:
            self.texts[name] = (self.project.root / name).read_text(encoding="utf-8")
        return digest(test, self.texts[name])

    def tests(self, module):
        """Return the digest of the test files that can notice a fault in a module."""
        return digest(*(self.named(test) for test in self.project.nearest(module)[: self.reach]))

    def known(self, module, change):
        """Return what became of a fault, or None."""
        return self.results.known(name_of(module, self.texts[module], change), self.tests(module), self.budget)

    def attempt(self, module, change):
        """Try one fault, keep and return its entry."""
        copy = self.copies.get()
        try:
            fate, by, spent, late = "not noticed", None, 0.0, False
            budget = self.budget * (PAGES if module.startswith(OF_THE_SITE) or module.endswith(".js") else 1)
            text, built = change.planted(self.texts[module]), not module.startswith(OF_THE_SITE)
            for test in self.order(module):
                usual = self.times.get(self.named(test), 0.0)
                if spent + usual > budget * (NOTEBOOKS if test.endswith(".ipynb") else 1):
                    late = True
                    continue
                if not built and self.project.needs_site(test):
                    built, fate, by = True, self.site(copy, module, text), "tools/build_book.py"
                if fate == "not noticed":
                    fate, seconds = self.tried(test, copy, module, text, 1.5 * budget)
                    by, spent = test, spent + seconds
                if fate == LATE:
                    late, fate = True, "not noticed"
                if fate != "not noticed":
                    break
        finally:
            self.copies.put(copy)
        fate = LATE if late and fate == "not noticed" else fate
        entry = {"name": name_of(module, self.texts[module], change), "room": room(module), "module": module,
                 "line": change.line, "change": str(change), "fate": fate,
                 "by": by if noticed(fate) else None, "tests": self.tests(module), "budget": self.budget}
        self.results.add(**entry)
        return entry

    def tried(self, test, copy, module, text, longest):
        """Return (fate, seconds) of a test file with a fault; LATE if it takes longer than `longest` without it, too.

        Raises RuntimeError if it does not pass as it stands.
        """
        name = self.named(test)
        limit = 3 + 5 * self.times[name] if name in self.times else longest
        fate, seconds = copy.run([test], limit, module, text)
        if name not in self.times and fate != "not noticed":
            stands, seconds = copy.run([test], longest)
            if stands == "noticed":  # a busy machine may fail one once
                stands, seconds = copy.run([test], longest)
                fate, _ = copy.run([test], limit, module, text)
            if stands == "noticed":
                raise RuntimeError(f"{test} does not pass as it stands; mend it first.")
            if stands == "noticed: too slow":
                fate = LATE
        if name not in self.times:
            self.times.add(name, seconds)
        return fate, seconds

    def site(self, copy, module, text):
        """Build the site without a fault, and with it where it needs a build; return what became of the fault.

        Raises RuntimeError if the book is not built as it stands.
        """
        if copy.build(BUILDING)[0] != "not noticed":
            raise RuntimeError("The book is not built as it stands; mend it first.")
        return copy.build(BUILDING, module, text)[0] if module.endswith(".py") else "not noticed"


def told(entry):
    """Return the line that says where a fault is that nothing noticed."""
    late = " (out of time)" if entry["fate"] == LATE else ""
    return f"{entry['module']}:{entry['line']}: {entry['change']}{late}"


def main():
    """Try the chosen faults, print the survivors and the table; the exit status says whether there are survivors."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("rooms", nargs="*", metavar="ROOM",
                        help="such as hw0.checks or livefig/script, or a module (default: all)")
    parser.add_argument("--share", type=float, default=1.0, help="of the faults (default: 1)")
    parser.add_argument("--each", type=int, help="of each room at most so many (default: all)")
    parser.add_argument("--after", type=int, default=0, help="leave out the first so many of each room (default: 0)")
    parser.add_argument("--jobs", type=int, default=os.cpu_count(), help="at once (default: one for each core)")
    parser.add_argument("--budget", type=float, default=30.0, help="seconds of tests for a fault (default: 30)")
    parser.add_argument("--store", action="store_true", help="store the counts, which the appendix shows")
    options = parser.parse_args()
    with Hunt(ROOT, ROOT / "_build" / "mutants", jobs=options.jobs, budget=options.budget) as hunt:
        chosen = hunt.faults(options.rooms, options.share, options.each, options.after)
        if not chosen:
            parser.error(f"no faults there; rooms are {', '.join(sorted(set(map(room, hunt.project.modules))))}")
        waiting = [fault for fault in chosen if not hunt.known(*fault)]
        print(f"{len(chosen)} faults, {len(waiting)} to be tried")
        with concurrent.futures.ThreadPoolExecutor(options.jobs) as executor:
            for entry in executor.map(lambda fault: hunt.attempt(*fault), waiting):
                if not noticed(entry["fate"]):
                    print(told(entry), flush=True)
        entries = [hunt.known(*fault) for fault in chosen]
        planted = {}
        for module, _ in hunt.faults(options.rooms):
            planted[room(module)] = planted.get(room(module), 0) + 1
    survivors = sorted((entry for entry in entries if not noticed(entry["fate"])), key=lambda entry: entry["fate"])
    if options.store:
        harmless = collections.Counter(room(module) for module in hunt.project.modules
                                       for line in hunt.texts[module].split("\n") if HARMLESS.search(line))
        store(rooms(entries, planted, harmless))
    print(f"\n{table(entries, planted)}\n\nNot noticed:")
    print("\n".join(map(told, survivors)) or "none")
    return bool(survivors)


if __name__ == "__main__":
    sys.exit(main())
