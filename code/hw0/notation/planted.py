"""How many of the faults planted into the evaluated formulas were noticed: counted by `tools/formula_faults.py`.

The counts are stored beside this module, for each formula with a mark of its text, so that a formula that has changed
since is known.
"""

import collections
import json
import zlib
from pathlib import Path
from typing import NamedTuple

from formula.conditions import kind_of
from formula.display import read_display
from formula.faults import KINDS
from hw0.notation import PAGES, table
from hw0.notation.evidence import stored
from hw0.notation.still_true import STILL_TRUE

COUNTS = Path(__file__).parent / "planted.json"
FATES = ("noticed", "not noticed", "no change")


class Planted(NamedTuple):
    """What became of the faults of one formula.

    mark: of the text that they were planted into, and of the line of the table that it needs.
    kinds: {kind: [how many were noticed, not noticed, and changed the value of no side]}.
    missed: the (kind, place) of those that were not noticed.
    """

    mark: str
    kinds: dict
    missed: tuple = ()


def mark(stem, formula):
    """Return the mark of a formula's text and of the letters that are special to it."""
    line = table(stem).LINES.get(formula.key)
    special = (sorted(line.let), line.needs, line.completes, line.when) if line else ()
    return f"{zlib.crc32(repr((formula.text, special)).encode()):08x}"


def evaluated(stem):
    """Return the formulas of a page into which faults are planted: displays that are evaluated, and relations in the
    lines that are true or false; one that only sets a scene is not."""
    page = table(stem)
    left = {*page.NEITHER, *page.CONDITIONS, *page.UNREAD}
    return [
        formula
        for formula in stored(stem)
        if formula.key not in left
        and (formula.displayed or formula.key in page.LINES or not kind_of(read_display(formula.text, page.LETTERS)))
    ]


def counted(path=COUNTS):
    """Return {stem: {key: Planted}}, as it was stored."""
    found = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return {stem: {key: Planted(mark, kinds, tuple(map(tuple, missed))) for key, (mark, kinds, missed) in keys.items()}
            for stem, keys in found.items()}


def store(counts, path=COUNTS):
    """Store the counts of the formulas that there are, one to a line."""
    pages = []
    for stem in PAGES:
        keys = [formula.key for formula in evaluated(stem) if formula.key in counts.get(stem, ())]
        rows = ",\n".join(f"  {json.dumps(key)}: {json.dumps(counts[stem][key])}" for key in keys)
        pages.append(f" {json.dumps(stem)}: {{\n{rows}\n }}" if rows else f" {json.dumps(stem)}: {{}}")
    whole = path.with_suffix(".new")
    whole.write_text("{\n" + ",\n".join(pages) + "\n}\n", encoding="utf-8")
    whole.replace(path)


class Tally(NamedTuple):
    """How many faults of each kind were planted into displays and lines, by fate: {kind: Counter of `FATES`}.

    What is not noticed leaves a true statement, for a reason that `hw0.notation.still_true` gives.
    """

    displays: dict
    lines: dict

    def __str__(self):
        rows = [f"{'':20}{'planted':>9}{'noticed':>9}{'still true':>12}{'no change':>11}"]
        for title, kinds in (("displayed", self.displays), ("in a line", self.lines)):
            total = sum(kinds.values(), collections.Counter())
            for kind, found in [*kinds.items(), ("all", total)]:
                seen, missed, same = (found[fate] for fate in FATES)
                rows.append(f"{title:11}{kind:9}{seen + missed:9}{seen:9}{missed or '·':>12}{same or '·':>11}")
            rows.append("")
        return "\n".join([*rows, self.share()])

    def share(self):
        """Say how many of all faults were noticed."""
        every = [kind for kinds in (self.displays, self.lines) for kind in kinds.values()]
        seen, missed, _ = (sum(found[fate] for found in every) for fate in FATES)
        return (f"of {seen + missed} faults {seen} are noticed, {seen / max(1, seen + missed):.1%}; "
                f"the other {missed} leave a true statement")


def reasons(stems=PAGES):
    """Return a Counter of why faults that were not noticed leave a true statement; KeyError if one has no reason."""
    missed = ((key, *fault) for stem in stems for key, planted in counted().get(stem, {}).items()
              for fault in planted.missed)
    return collections.Counter(STILL_TRUE[fault] for fault in missed)


def tally(stems=PAGES):
    """Return the `Tally` of the stored counts."""
    found = {shown: {kind: collections.Counter() for kind in KINDS} for shown in (True, False)}
    counts = counted()
    for stem in stems:
        for formula in evaluated(stem):
            planted = counts.get(stem, {}).get(formula.key)
            for kind, numbers in planted.kinds.items() if planted else ():
                found[formula.displayed][kind].update(dict(zip(FATES, numbers, strict=True)))
    return Tally(found[True], found[False])
