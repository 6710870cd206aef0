"""Plants every single fault into every evaluated formula, counts how many are noticed, and says which are not.

python -m tools.formula_faults [STEM ...] [--again] [--seconds N]       (default: all chapters and notation.md)

A formula whose count is stored and which has not changed since is not tried again, so a run can be broken off; --again
tries all. The exit status says whether a fault is left that `hw0.notation.still_true` does not explain, or a formula
that is not counted.
"""

import argparse
import collections
import sys
import time

import numpy as np

from formula.errors import FormulaError
from formula.faults import changes_nothing, faults, noticed
from formula.judge import judge
from hw0.notation import PAGES, table
from hw0.notation.planted import FATES, Planted, counted, evaluated, mark, store, tally
from hw0.notation.still_true import STILL_TRUE


def holds(formula, page):
    """Whether a formula is always true; a relation in a line that only sets a scene is not."""
    try:
        return judge(formula.text, page.LETTERS, page.LINES.get(formula.key), rng=np.random.default_rng(14),
                     count=10).holds
    except FormulaError:
        if formula.displayed:
            raise
        return False


def fate(fault, letters, line, rng):
    """Return what becomes of a fault: one of `FATES`; "no change" if no side of a relation has another value."""
    if noticed(fault, letters, line, rng=rng):
        return "noticed"
    return "no change" if changes_nothing(fault, letters, line, rng=rng) else "not noticed"


def count(stem, formula):
    """Plant all faults of a formula, print those that nothing notices, and return what became of all: `Planted`."""
    page, kinds, missed = table(stem), collections.defaultdict(lambda: [0, 0, 0]), []
    line, rng = page.LINES.get(formula.key), np.random.default_rng(14)
    for fault in faults(formula.text, page.LETTERS, line) if holds(formula, page) else ():
        found = fate(fault, page.LETTERS, line, rng)
        kinds[fault.kind][FATES.index(found)] += 1
        if found == "not noticed":
            missed.append((fault.kind, fault.at))
            print(f"{stem}  {formula.key}  {fault.kind} at {fault.at}: {fault.said}\n    "
                  f"{' '.join(formula.text.split())}\n    "
                  f"{STILL_TRUE.get((formula.key, fault.kind, fault.at), 'WHY?')}", flush=True)
    return Planted(mark(stem, formula), dict(kinds), tuple(missed))


def main(stems, again=False, seconds=float("inf")):
    """Count what is not counted, for so long; return the faults that nobody explained and the formulas left over."""
    counts, end = counted(), time.monotonic() + seconds
    if again:
        counts = {stem: found for stem, found in counts.items() if stem not in stems}
    for stem in stems:
        found = counts.setdefault(stem, {})
        for formula in evaluated(stem):
            fresh = formula.key in found and found[formula.key].mark == mark(stem, formula)
            if not fresh and time.monotonic() < end:
                found[formula.key] = count(stem, formula)
                store(counts)
    print(tally(stems))
    left = [(stem, formula.key) for stem in stems for formula in evaluated(stem)
            if formula.key not in counts[stem] or counts[stem][formula.key].mark != mark(stem, formula)]
    why = [(stem, key, *missed) for stem in stems for key, planted in counts[stem].items()
           for missed in planted.missed if (key, *missed) not in STILL_TRUE]
    print(f"{len(left)} formulas not counted, {len(why)} faults not noticed and not explained:", *why, sep="\n")
    return left + why


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("stems", nargs="*", metavar="STEM", help=", ".join(PAGES))
    parser.add_argument("--again", action="store_true", help="count again what is counted")
    parser.add_argument("--seconds", type=float, default=float("inf"), help="begin no formula after so long")
    options = parser.parse_args()
    sys.exit(bool(main(options.stems or PAGES, options.again, options.seconds)))
