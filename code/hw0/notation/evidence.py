"""What becomes of every formula of the book when it is evaluated: counted for the appendix, told in full for its page.

The texts of the formulas are stored beside this module, so that the count needs no chapter; a test compares them.
"""

import collections
import json
from pathlib import Path
from typing import NamedTuple

import numpy as np

from formula.conditions import kind_of
from formula.display import read_display
from formula.errors import FormulaError
from formula.judge import judge
from formula.markdown import Formula
from hw0.notation import PAGES, table

TEXTS = Path(__file__).parent / "texts.json"
SEED, COUNT, LEAST = 14, 20, 200


class Fate(NamedTuple):
    """What became of one formula.

    kind: "evaluated", "condition", "definition" or "neither".
    instances: at how many instances each of its statements was tried and true, at least.
    reason: why it is neither, or a definition.
    """

    kind: str
    instances: int = 0
    reason: str = ""


def stored(stem):
    """Return the displays and the relations in the lines of a page, each once, as they were when they were stored."""
    return [Formula(*fields) for fields in json.loads(TEXTS.read_text(encoding="utf-8"))[stem]]


def fate(stem, formula):
    """Return the fate of a formula of a page.

    Raises ValueError for a formula that is false, or of which nobody said what it is.
    """
    page = table(stem)
    reason = page.NEITHER.get(formula.key) or page.UNREAD.get(formula.key)
    if reason:
        return Fate("definition" if reason.startswith("a definition") else "neither", 0, reason)
    if formula.key in page.CONDITIONS:
        return Fate("condition")
    if not formula.displayed and formula.key not in page.LINES:
        kind = kind_of(read_display(formula.text, page.LETTERS))
        if kind:
            return Fate(kind)
    rng = np.random.default_rng(SEED)
    try:
        judgement = judge(formula.text, page.LETTERS, page.LINES.get(formula.key), rng=rng, count=COUNT, least=LEAST)
    except FormulaError as error:
        raise ValueError(f"{stem}, {formula.key}: {error}") from error
    if not judgement.holds:
        raise ValueError(f"{stem}, {formula.key}: false at some instance; mend it, or give it a line in hw0/notation.")
    return Fate("evaluated", judgement.instances)


class Tally(NamedTuple):
    """Counts of formulas by page and by fate, displays and relations in the lines."""

    displays: dict
    lines: dict

    def __str__(self):
        kinds = ("evaluated", "condition", "definition", "neither")
        rows = [f"{'':28}" + "".join(f"{kind:>12}" for kind in kinds)]
        for title, counts in (("displayed", self.displays), ("in a line", self.lines)):
            for stem, found in counts.items():
                rows.append(f"{title:11}{stem:17}" + "".join(f"{found[kind] or '·':>12}" for kind in kinds))
            total = sum(counts.values(), collections.Counter())
            rows.append(f"{title:11}{'all':17}" + "".join(f"{total[kind] or '·':>12}" for kind in kinds) + "\n")
        return "\n".join(rows).rstrip()


def tally():
    """Return the `Tally` of the book, evaluated now."""
    displays, lines = {}, {}
    for stem in PAGES:
        for formula in stored(stem):
            counts = (displays if formula.displayed else lines).setdefault(stem, collections.Counter())
            counts[fate(stem, formula).kind] += 1
    return Tally(displays, lines)


def reasons():
    """Return {text of a formula, in one line: why it is neither evaluated nor a condition}."""
    texts = {formula.key: " ".join(formula.text.split()) for stem in PAGES for formula in stored(stem)}
    return {texts[key]: reason for stem in PAGES for key, reason in (table(stem).NEITHER | table(stem).UNREAD).items()}
