"""What a display says, tried at random instances: where its assumptions hold it has to be true, where they do not it
has to fail."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from .display import Statement, read_display
from .errors import FormulaError
from .kinds import Kinds
from .nodes import Chain, Least, Name
from .notes import check_note
from .reader import read_expression
from .relations import has_truth, tightness, truth


@dataclass(frozen=True)
class Line:
    """What one formula needs beside the table of letters, in one line.

    let: letters that have another meaning here; the name of a letter of the table, or instance -> value.
    needs: relations that the text around it assumes.
    completes: for each expression that stands alone, how it goes on to be a relation: "= x".
    when: for each statement, in order, a relation that it assumes and the others do not, or "".
    regimes: the kinds of instances, where not all of the table will do.
    goes: the letter that goes to a limit, and where it goes, in LaTeX.
    free: the letter on which a constant does not depend.
    """

    let: Mapping = field(default_factory=dict)
    needs: tuple = ()
    completes: tuple = ()
    when: tuple = ()
    regimes: tuple = ()
    goes: str | None = None
    free: str | None = None


@dataclass
class Outcome:
    """How one statement fared.

    kind: "evaluated", "letter" (only named, to give its shape), "expression" (no relation), or why it has no truth
    value. inside, held: instances at which its assumptions hold, and at how many of them it does.
    outside, failed: instances at which a condition that the display states is violated, and at how many of them it
    fails. values: for an equivalence, whether its sides were both true and false.
    tight: for ≤, how close the sides come.
    """

    statement: Statement
    kind: str
    inside: int = 0
    held: int = 0
    outside: int = 0
    failed: int = 0
    values: set = field(default_factory=set)
    tight: float | None = None

    @property
    def holds(self):
        """Whether the statement was true wherever its assumptions hold, and was tried at all."""
        both = "⟺" not in self.statement.tree.relations or self.values == {True, False}
        return self.held == self.inside > 0 and both


@dataclass
class Judgement:
    """How a display fared.

    outcomes: one for each statement.
    violations: for each assumption of the text around, at how many instances it alone is violated, and at how many of
        those some statement fails.
    """

    outcomes: list
    violations: dict = field(default_factory=dict)

    @property
    def evaluated(self):
        """The outcomes of statements that are true or false."""
        return [outcome for outcome in self.outcomes if outcome.kind == "evaluated"]

    @property
    def holds(self):
        """Whether there is a statement, or only a shape, and every one is true wherever its assumptions hold."""
        return bool(self.evaluated or not self.outcomes) and all(outcome.holds for outcome in self.evaluated)

    @property
    def instances(self):
        """At how many instances the least tried statement was tried."""
        return min((outcome.inside for outcome in self.evaluated), default=0)


ROUNDS = 10  # how often all regimes are drawn before too few instances that keep the assumptions are enough


def judge(text, letters, line=None, *, rng, count=30, least=0):
    """Return the judgement of a display, with `count` instances of each regime, and more until `least` keep the
    assumptions.

    Raises: FormulaError if it cannot be read, or if kinds, shapes or the shapes written beside it do not fit.
    """
    line = line or Line()
    letters = letters.where(**line.let)
    return judge_display(completed(text, letters, line), letters, line, rng=rng, count=count, least=least)


def judge_display(display, letters, line, *, rng, count=30, least=0):
    """Return the judgement of a display that is read and completed, as `judge` does."""
    try:
        with np.errstate(all="ignore"):
            return _judged(display, letters, line, rng, count, least)
    except FormulaError as error:
        raise error.within(display.text) from None


def _judged(display, letters, line, rng, count, least):
    judgement = Judgement([Outcome(statement, _kind(statement)) for statement in display.statements])
    needs = [read_expression(text, letters) for text in line.needs]
    noted, problem = not display.notes, None
    regimes = line.regimes or letters.regimes
    for place, regime in enumerate(regimes * ROUNDS):
        if place % len(regimes) == 0 and place and judgement.instances >= least:
            break
        instance = letters.instances(rng, count, regime)
        trials = []
        met = [_true_of_all([need], instance) for need in needs]
        within = np.logical_and.reduce([np.ones(count, bool), *met])
        judged = [outcome for outcome in judgement.outcomes if outcome.kind in ("evaluated", "letter", "expression")]
        try:
            trials = [Trial(outcome, instance, line, within, rng) for outcome in judged]
        except FormulaError as error:
            problem = problem or error
            if within.all():
                raise
        fails = np.ones(count, bool)
        if trials or not judged:
            fails = np.any([np.zeros(count, bool), *[trial.enter() for trial in trials]], axis=0)
            if within.any() and 1 not in [regime[size] for size in letters.sizes]:
                for note in display.notes:
                    spoken = display.statements[note.after - 1 : note.after]
                    check_note(note, [trial.tree for trial in trials if trial.outcome.statement in spoken], instance)
                noted = True
        for need, true in zip(line.needs, met, strict=True):
            alone = ~true & (np.sum(met, axis=0) == len(met) - 1)
            outside, failed = judgement.violations.get(need, (0, 0))
            judgement.violations[need] = (outside + int(alone.sum()), failed + int((fails & alone).sum()))
    if problem and not all(outcome.inside for outcome in judgement.evaluated):
        raise problem
    if not noted and judgement.evaluated:
        raise FormulaError("the shapes beside it were never compared", display.notes[0].at)
    return judgement


def _true_of_all(relations, instance, indices=None, goes=None):
    within = np.ones(instance.count, bool)
    kinds = Kinds(instance)
    for relation in relations:
        if indices is None:
            kinds.relation(relation)
        within &= truth(relation, instance, indices or {}, goes)
    return within


def completed(text, letters, line):
    """Return the `Display` of a text with what its line adds: how a lone expression goes on, and assumptions."""
    display = read_display(text, letters)
    ends, found = list(line.completes), []
    for statement in display.statements:
        if not statement.is_relation and ends:
            tree = read_expression(f"0 {ends.pop(0)}", letters)
            whole = Chain(tree.relations, (statement.tree, *tree.items[1:]), at=statement.tree.at)
            statement = Statement(whole, statement.conditions)
        found.append(statement)
    for statement, condition in zip(found, line.when, strict=False):
        if condition:
            statement.conditions.append(read_expression(condition, letters))
    if ends:
        raise FormulaError("the line completes more expressions than there are")
    display.statements = found
    return display


def _kind(statement):
    if isinstance(statement.tree, Least):
        return "a problem"
    if not statement.is_relation:
        return "letter" if isinstance(statement.tree, Name) else "expression"
    return has_truth(statement.tree) or "evaluated"


def approach(statement, line, letters):
    """Return (letter, target) of the limit that a statement or its line speaks of, or None."""
    limits = [part for part in statement.conditions if part.relations == ("→",)]
    limits += [read_expression(line.goes, letters)] if line.goes else []
    if not limits:
        return None
    letter, target = limits[0].items[:2]
    if not isinstance(letter, Name):
        raise FormulaError("a limit needs a letter and where it goes", letter.at)
    return letter.name, target


class Trial:
    """One statement at one set of instances: kinds found, free indices drawn.

    Raises: FormulaError if kinds do not fit.
    """

    def __init__(self, outcome, instance, line, within, rng):
        self.outcome, self.tree = outcome, outcome.statement.tree
        self.instance, self.line, self.within = instance, line, within
        stated = outcome.statement.conditions
        self.goes = approach(outcome.statement, line, instance.letters)
        conditions = [part for part in stated if part.relations != ("→",)]
        kinds = Kinds(instance)
        for tree in conditions:
            kinds.relation(tree)
        if isinstance(self.tree, Chain):
            kinds.relation(self.tree)
        elif kinds.of(self.tree) is None:
            kinds.fit(self.tree, (1, 1))
        self.indices = {name: rng.integers(1, length + 1, (instance.count, 1, 1)).astype(float)
                        for name, length in kinds.ranges.items()
                        if name in instance.letters.indices and name not in instance.given}
        self.stated = _true_of_all(conditions, instance, self.indices)

    def enter(self):
        """Add what was found to the outcome; return at which instances the statement fails."""
        outcome = self.outcome
        if outcome.kind != "evaluated":
            return np.zeros(self.instance.count, bool)
        true = truth(self.tree, self.instance, self.indices, self.goes, self.line.free)
        inside, outside = self.within & self.stated, self.within & ~self.stated
        outcome.inside += int(inside.sum())
        outcome.held += int(true[inside].sum())
        outcome.outside += int(outside.sum())
        outcome.failed += int((~true[outside]).sum())
        if "⟺" in self.tree.relations:
            first = truth(self.tree.items[0], self.instance, self.indices, self.goes, self.line.free)
            outcome.values |= set(first[inside].tolist())
        if {"≤", "≥"} & set(self.tree.relations):
            tight = tightness(self.tree, self.instance, self.indices)
            outcome.tight = max(tight, outcome.tight or tight)
        return ~true
