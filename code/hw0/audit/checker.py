"""The checker on trial with every part of the homework: which systematic rules it refutes, which wrong ones it misses,
and which right answers of unusual form it accepts.

Whether a rule that check lets through is right after all, instances decide that check does not have: the files unseen/,
one for each problem, in the form of a pool.json.  They are drawn from the same kinds as the pools, with other random
numbers.  `python -m tests.hw0.checks.pools.unseen` writes them.

Trying all parts takes half a minute: `python -m hw0.audit.checker` does, and stores what came out in trials.json.
"""

import hashlib
import json
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import NamedTuple

from hw0.audit.systematic import wrong_rules
from hw0.audit.table import Table
from hw0.audit.unusual import right_forms
from hw0.checks import PARTS
from hw0.checks.judge import Judge, expected_values
from hw0.checks.pool import stocked
from hw0.checks.registry import HOMEWORK, PROBLEMS
from hw0.checks.returned import caller, quiet

UNSEEN = Path(__file__).parent / "unseen"
TRIALS = Path(__file__).parent / "trials.json"
ROUNDING = 1e-7     # on data that nobody looked at, a right way of computing may lose a digit more than check allows


class Trial(NamedTuple):
    """What check makes of the rules for a part.

    Attributes
    ----------
    part : the id
    refuted, missed, right : what the rules change: those that check refutes; those that it lets through, though an
        unseen instance refutes them; those that no instance refutes
    accepted, refused : the right answers of unusual form
    digest : of the rules and instances that were tried
    """

    part: str
    refuted: tuple[str, ...]
    missed: tuple[str, ...]
    right: tuple[str, ...]
    accepted: tuple[str, ...]
    refused: tuple[str, ...]
    digest: str


def passes(part, answer):
    """Whether no stored instance of a Part refutes an answer, a function or a Rule."""
    return _first(part, answer) is None


def unseen(part):
    """The Part with the instances of unseen/ in place of its own, and room for rounding."""
    return replace(_unseen(part.id[0])[part.id], rtol=max(ROUNDING, part.rtol))


@cache
def try_part(asked):
    """The Trial of a Part."""
    refuted, missed, right = [], [], []
    for rule in wrong_rules(asked):
        found = refuted if not passes(asked, rule) else right if passes(unseen(asked), rule) else missed
        found.append(rule.what)
    accepted, refused = [], []
    for what, answer in right_forms(asked):
        (accepted if passes(asked, answer) else refused).append(what)
    return Trial(asked.id, *map(tuple, (refuted, missed, right, accepted, refused)), digest(asked))


def digest(part):
    """Sixteen letters that change with the rules for a Part and with the instances on which they are tried."""
    tried = [[case.instances.rows for case in one.cases] for one in (part, unseen(part))]
    names = [*(rule.what for rule in wrong_rules(part)), *(what for what, _ in right_forms(part))]
    return hashlib.sha256(json.dumps([tried, names]).encode()).hexdigest()[:16]


def stored_trials():
    """The Trials of trials.json, a dict part -> Trial."""
    told = json.loads(TRIALS.read_text(encoding="utf-8"))
    return {part: Trial(part, *(tuple(item) if isinstance(item, list) else item for item in rest))
            for part, rest in told.items()}


def store_trials(parts=HOMEWORK):
    """Try every part, and write trials.json."""
    lines = [f"{json.dumps(part)}: {json.dumps(try_part(PARTS[part])[1:])}" for part in parts]
    TRIALS.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


def trials_table(parts=HOMEWORK):
    """The Table of these parts: the changes that were made to each right answer, those that are wrong, those of them
    that check refutes, and the right answers of unusual form that it accepts."""
    trials = [stored_trials()[part] for part in parts]
    rows = tuple((t.part, sum(map(len, t[1:4])), len(t.refuted + t.missed), len(t.refuted), len(t.missed),
                  f"{len(t.accepted)} of {len(t.accepted + t.refused)}") for t in trials)
    made, wrong, refuted, missed = (sum(row[column] for row in rows) for column in (1, 2, 3, 4))
    return Table(f"{made} changes of right answers: {wrong} make them wrong, {refuted} refuted, {missed} missed",
                 ("part", "changes", "wrong", "refuted", "missed", "right forms accepted"), rows)


def _first(part, answer):
    """The first stored instance that refutes an answer to a Part, or None."""
    judge = Judge(part, caller(answer, part.names))
    known = None if part.origin else getattr(answer, "at", None)
    with quiet():
        for case in part.cases:
            for instance, expected in zip(case.instances, expected_values(part, case), strict=True):
                trial = judge.tried(instance, expected, known(instance, expected)) if known else \
                        judge.trial(instance, expected)
                if not trial.right:
                    return instance
    return None


@cache
def _unseen(digit):
    parts = [PARTS[part] for part in HOMEWORK if part[0] == digit]
    return {part.id: part for part in stocked(UNSEEN / f"{PROBLEMS[digit]}.json", parts)}


if __name__ == "__main__":
    store_trials()
