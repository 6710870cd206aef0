"""How a pool is made: what it has, drawn instances, and the smallest that refutes each usual mistake and each answer we
know.

The smallest is what Hypothesis shrinks to; an instance that is the counterexample of some answer is never left out, so
a reader's counterexample is as small as a search would make it.  What a pool has stays: some of it is of no kind, since
it refutes a wrong rule that the kinds let pass (decisions/checker-on-trial.md).
"""

import importlib
import json

import numpy as np

from hw0.checks.judge import Judge, constant_answer, expected_value
from hw0.checks.pool import kind_of
from hw0.checks.returned import Fault, call, caller, quiet
from tests.hw0.checks.pools.sampling import sample, smallest
from tests.hw0.checks.pools.strategies import size

DRAWN, KEPT, WIDE, SEARCHED = 80, 40, 20, 80


def kinds_of(problem):
    """The kinds of instances of a problem: a dict part id -> tuple of Kinds."""
    return importlib.import_module(f"tests.hw0.checks.pools.{problem}").KINDS


def pool(part, kinds, answers):
    """The instances of each case of a Part, a list of lists of dicts, the ones easiest to read first.

    `answers` are the known ones, right and wrong: functions with the arguments of the part, or bare values.
    """

    judged = [*(_rival(part, mistake) for mistake in part.mistakes),
              *(judge for answer in answers if (judge := _judge(part, answer)))]
    drawn = [distinct([*kind.traps, *sample(kind.readable, DRAWN)]) for kind in kinds]
    wide = [distinct(sample(kind.wide, WIDE)) if kind.wide is not None else [] for kind in kinds]
    made = []
    for position, (case, kind) in enumerate(zip(part.cases, kinds, strict=True)):
        kept = [*case.instances, *kind.traps, *drawn[position][len(kind.traps)::DRAWN // KEPT], *wide[position]]
        search, left = Search(kind, drawn[position], wide[position]), []
        for judge in judged:
            found = search.counterexample(judge)
            if found is None:
                left.append(judge)
            else:
                kept.append(found)
        judged = left  # an answer is refuted in the first case that does it
        made.append(ordered(part, drawn[position], distinct(kept)))
    return made


def ordered(part, drawn, instances):
    """The instances, those first that are made of the numbers and shapes of the drawn readable ones; else by size."""
    known = {name: {x for v in drawn for x in (np.shape(v[name]), *np.ravel(v[name]).tolist())} for name in part.names}

    def place(v):
        readable = all({np.shape(v[name]), *np.ravel(v[name]).tolist()} <= known[name] for name in part.names)
        return not readable, size(v)

    return sorted(({name: v[name] for name in part.names} for v in instances), key=place)


class Search:
    """The search for the smallest instances of one Kind that refute; answers that fail at the same drawn instances, and
    at what was found for the first of them, are not searched again."""

    def __init__(self, kind, drawn, wide):
        self.kind, self.drawn, self.wide, self.found = kind, drawn, wide, {}

    def counterexample(self, judge):
        """The smallest instance found that refutes, or None."""

        def refuted(instance):
            return not judge.trial({name: instance[name] for name in judge.part.names}).right

        with quiet():
            against = [instance for instance in self.drawn if refuted(instance)]
            strategy = self.kind.readable
            if not against:
                against, strategy = [instance for instance in self.wide if refuted(instance)], self.kind.wide
            if not against:
                return None
            key = tuple(map(id, against))
            if key not in self.found or not refuted(self.found[key]):
                smaller = smallest(strategy, refuted, SEARCHED)
                self.found[key] = min([*against, *([smaller] if smaller else [])], key=size)
            return self.found[key]


def _judge(part, answer):
    if part.constant and answer is not None and not callable(answer):
        return Judge(part, constant_answer(part, answer))
    call_answer = caller(answer, part.names)
    return None if isinstance(call_answer, Fault) else Judge(part, call_answer)


def _rival(part, mistake):
    """The Judge of an answer that makes the mistake everywhere; with an origin, the mistake is one of differences."""
    judge = Judge(part, lambda given: None)

    def made(given):
        expected = expected_value(part, given)
        return call(lambda given: mistake.rival(expected, **given), given)

    judge.call_answer = made
    return judge


def key(instance):
    """What two equal instances have in common, whichever sign their zeros have."""
    values = ((name, np.asarray(value, dtype=float) + 0.0) for name, value in sorted(instance.items()))
    return tuple((name, value.shape, value.tobytes()) for name, value in values)


def distinct(instances):
    """The instances, a list, each once."""
    seen = {}
    for v in instances:
        seen.setdefault(key(v), v)
    return list(seen.values())


def written(pools):
    """The text of pool.json for a dict part id -> (names, cases), a case being a list of pairs: an instance, what is
    asked for there.  A pair a line."""
    parts = []
    for part, (names, cases) in pools.items():
        kinds = json.dumps([kind_of(cases[0][0][0][name]) for name in names])
        lists = ",\n".join("[\n" + ",\n".join(_row(names, *pair) for pair in case) + "\n]" for case in cases)
        parts.append(f'"{part}": {{"kinds": {kinds}, "cases": [{lists}]}}')
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _row(names, instance, expected):
    return json.dumps([*(_data(instance[name]) for name in names), _data(expected)], separators=(",", ":"),
                      allow_nan=False)


def _data(value):
    """A plain value as pool.json holds it."""
    if isinstance(value, tuple):
        return {"tuple": [_data(item) for item in value]}
    return value if isinstance(value, (str, bool)) else _short(np.asarray(value, dtype=float).tolist())


def _short(value):
    if isinstance(value, list):
        return [_short(item) for item in value]
    if np.isnan(value):
        return None
    return int(value) if value.is_integer() and abs(value) < 1e15 else value
