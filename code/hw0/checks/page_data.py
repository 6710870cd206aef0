"""A part as the data by which a page judges an answer: its instances, what is expected there, and what each usual
mistake leads to.  The page and `check` try an answer on the same instances in the same order, so they agree.

Only formulas of mistakes leave Python, such as "-expected"; none of a right answer does.
"""
import numpy as np

import answers
from hw0.checks.derivable import DERIVABLE
from hw0.checks.judge import expected_values, rival_value
from hw0.checks.mistakes import COLUMN, DOUBLE, HALF, SIGN
from hw0.checks.pool import kind_of
from hw0.checks.returned import Fault, quiet

# The usual mistakes of any part, as an expression in `expected`.
TEXTS = {SIGN: "-expected", DOUBLE: "2 * expected", HALF: "expected / 2",
         COLUMN: "expected.reshape(-1, 1)"}
# What is compared in the place of the value itself, for the parts that have an `equal`.
CANONICAL = {"4b": "np.sort(value)", "4d": "np.column_stack(value).T @ np.column_stack(value)"}


def page_part(part):
    """The answers.Part of a hw0.checks.Part.

    Raises ValueError for a part whose values are compared in a way that has no expression here.
    """
    if part.equal and part.id not in CANONICAL:
        raise ValueError(f"part {part.id} compares by {part.equal.__name__}: give it an expression in CANONICAL.")
    first = part.cases[0].instances[0]
    return answers.Part(part.id, part.asks, part.names, tuple(kind_of(first[name]) for name in part.names),
                        cases=tuple(_page_case(part, case) for case in part.cases),
                        mistakes=tuple(answers.Mistake(one.says, _text(one)) for one in part.mistakes),
                        words=part.words, constant=part.constant, rtol=part.rtol, origin=part.origin,
                        canonical=CANONICAL.get(part.id, ""), derivation=DERIVABLE.get(part.id))


def _text(mistake):
    return mistake.text or TEXTS.get(mistake, "")


def _page_case(part, case):
    expected = expected_values(part, case)
    given = {name: [instance[name] for instance in case.instances] for name in part.names}
    with quiet():
        mistakes = [None if _text(mistake) else
                    [_without_fault(rival_value(mistake, value, instance)) for value, instance in
                     zip(expected, case.instances, strict=True)] for mistake in part.mistakes]
    return answers.Case(case.where, given, list(expected), tuple(mistakes), case.meaning, case.edge)


def _without_fault(value):
    """The value, or None in the place of a Fault."""
    if isinstance(value, tuple) and any(isinstance(item, Fault) for item in value):
        return None
    return None if isinstance(value, Fault) else np.asarray(value) if isinstance(value, np.ndarray) else value
