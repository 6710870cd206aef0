"""Plants every single fault into every evaluated formula, and says which of them the evaluation does not notice.

python -m tools.formula_faults [STEM ...]       (default: all chapters and notation.md; some minutes)

The exit status says whether there is one that `hw0.notation.still_true` does not explain.
"""

import argparse
import collections
import sys

import numpy as np

from formula.conditions import kind_of
from formula.display import read_display
from formula.errors import FormulaError
from formula.faults import KINDS, changes_nothing, faults, noticed
from formula.judge import judge
from hw0.notation import PAGES, table
from hw0.notation.evidence import stored
from hw0.notation.still_true import STILL_TRUE


def evaluated(stem):
    """Yield the formulas of a page that are evaluated: displays, and relations in the lines that are always true."""
    page = table(stem)
    for formula in stored(stem):
        if formula.key in {*page.NEITHER, *page.CONDITIONS, *page.UNREAD}:
            continue
        if formula.displayed or not sets_a_scene(formula, page):
            yield formula


def sets_a_scene(formula, page):
    """Whether a relation in a line is a condition, or the definition of a function."""
    return formula.key not in page.LINES and kind_of(read_display(formula.text, page.LETTERS)) is not None


def holds(formula, page):
    """Whether a formula is always true; a relation in a line that only sets a scene is not."""
    try:
        return judge(
            formula.text, page.LETTERS, page.LINES.get(formula.key), rng=np.random.default_rng(14), count=10
        ).holds
    except FormulaError:
        return False


def survivors(stem, planted):
    """Return the faults of a page that nothing notices, as (formula, fault).

    planted: a counter of (displayed, kind, fate), to which the faults are added; a fate is "noticed", "not noticed" or,
        if no side of a relation has another value, "no change".
    """
    page, found = table(stem), []
    for formula in evaluated(stem):
        if not holds(formula, page):
            continue
        line, rng = page.LINES.get(formula.key), np.random.default_rng(14)
        for fault in faults(formula.text, page.LETTERS, line):
            fate = "noticed"
            if not noticed(fault, page.LETTERS, line, rng=rng):
                fate = "no change" if changes_nothing(fault, page.LETTERS, line, rng=rng) else "not noticed"
            planted[formula.displayed, fault.kind, fate] += 1
            if fate == "not noticed":
                found.append((formula, fault))
    return found


def main(stems):
    """Print the survivors, and for each kind how many of the planted faults were noticed; return how many survivors
    nobody has explained."""
    planted, unexplained = collections.Counter(), 0
    for stem in stems:
        for formula, fault in survivors(stem, planted):
            why = STILL_TRUE.get((formula.key, fault.kind, fault.at))
            unexplained += why is None
            text = " ".join(formula.text.split())
            print(f"{stem}  {formula.key}  {fault.kind} at {fault.at}: {fault.said}\n    {text}\n    {why or 'WHY?'}")
    for displayed in (True, False):
        where = "displays" if displayed else "lines"
        for kind in (*KINDS, "all"):
            kinds = KINDS if kind == "all" else (kind,)
            seen, missed, same = (sum(planted[displayed, each, fate] for each in kinds)
                                  for fate in ("noticed", "not noticed", "no change"))
            share = f": {seen / (seen + missed):.2%}" if seen else ""
            print(f"{where:9} {kind:10} {seen:5} of {seen + missed:5} noticed{share}, {same:3} more change no value")
    return unexplained


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("stems", nargs="*", metavar="STEM", help=", ".join(PAGES))
    sys.exit(bool(main(parser.parse_args().stems or PAGES)))
