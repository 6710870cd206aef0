"""check(part, answer): try an answer on many instances, shrink what refutes it, and say why."""
import re
from difflib import get_close_matches
from functools import cache, partial
from typing import NamedTuple

import numpy as np

from hw0.checks.compare import as_asked, form_fault, same
from hw0.checks.part import Part
from hw0.checks.registry import PARTS
from hw0.checks.returned import Fault, call, caller, plain
from hw0.checks.sampling import sample, smallest
from hw0.checks.strategies import size
from hw0.checks.verdict import Verdict

CALLED = re.compile(r"^(?:homework|hw0?|problem|question|exercise|part|q|p)+(?=\d)")     # as in "hw0 problem 4f"
INSTANCES = 80          # of each case; a part has one to five cases


class Trial(NamedTuple):
    """One instance put to an answer."""

    instance: dict
    expected: object
    got: object
    fault: str | None       # how the form of `got` differs from what is expected
    right: bool


class Judge:
    """One answer to one part before the court.  Every instance is tried once and remembered."""

    def __init__(self, part, call_answer):
        self.part = part
        self.call_answer = _above(part.origin, call_answer)
        self.call_reference = _above(part.origin, lambda given: part.reference(**given))
        self.trials = {}

    def verdict(self):
        """The Verdict: the smallest counterexample in the first case that has one."""
        for position, case in enumerate(self.part.cases):
            refuted = [t for t in map(self.trial, instances(case)) if not t.right]
            if refuted:
                found = smallest(case.instances, lambda instance: not self.trial(instance).right, INSTANCES)
                refuted += [self.trial(found)] if found else []
                worst = min(refuted, key=lambda trial: size(trial.instance))
                return Verdict(False, worst.instance, worst.expected, worst.got, self.diagnosis(worst, position),
                               incomplete=case.edge)
        return Verdict(True)

    def trial(self, instance):
        """The Trial of an instance, from memory if it was tried before: an answer that is not
        deterministic must not confuse the search."""
        instance = {name: instance[name] for name in self.part.names}
        key = tuple((np.shape(v), np.asarray(v).tobytes()) for v in instance.values())
        if key not in self.trials:
            expected = plain(self.call_reference(instance))
            got = as_asked(expected, call(self.call_answer, instance))
            fault = form_fault(expected, got, self.part.words)
            right = fault is None and (self.part.equal or partial(same, rtol=self.part.rtol))(expected, got)
            self.trials[key] = Trial(instance, expected, got, fault, right)
        return self.trials[key]

    def diagnosis(self, worst, position):
        """What is known of a refuted answer: a usual mistake, a fault of form, the case it does not cover."""
        cases = self.part.cases
        said = [next((mistake.says for mistake in self.part.mistakes if self._made(mistake)), worst.fault)]
        if position:
            said.append(f"Right where {cases[0].where}, but here {cases[position]}.")
        elif cases[0].meaning and not said[0]:
            said.append(f"{cases[0].meaning}." if self.part.origin else f"Here {cases[0]}.")
        return " ".join(filter(None, said)) or None

    def _made(self, mistake):
        return all(same(_blurred(_rival(mistake, trial)), _blurred(trial.got), self.part.rtol)
                   for trial in self.trials.values())


def check(part, answer):
    """A Verdict on an answer to a part: right, or the smallest counterexample found, with a diagnosis.

    The same verdict and the same counterexample in every run.  Nothing the answer does is an error here:
    what it raises, a wrong shape, a NaN, a changed input are verdicts.

    Parameters
    ----------
    part : the id of a part, such as "5a.i", however it is spelled ("5(a)(i)", "5A.i", "problem 5 a i"), or a Part
    answer : a function with the arguments of the part (by name if it uses our names, else in order);
        a bare value where the part says that an answer may be a constant

    Raises
    ------
    ValueError if there is no such part.

    Examples
    --------
    >>> check("5a.i", lambda w, b: -b / w)
    right: no counterexample found
    >>> check("5b.ii", "right")
    wrong at w=1, b=2, x=1, lr=0.5: expected 'left', got 'right'. It goes right only if w > b*x (and lr*x < w).
    """
    part = part if isinstance(part, Part) else _named(part)
    if part.constant and answer is not None and not callable(answer):
        return Judge(part, _constant(part, answer)).verdict()
    return verdict_of(part, caller(answer, part.names))


def verdict_of(part, call_answer):
    """The Verdict on a function of one dict of arguments to a Part, or on the Fault that stands in its place (see
    returned.caller)."""
    if isinstance(call_answer, Fault):
        return Verdict(False, diagnosis=f"Asked for: {part.asks}. {call_answer.advice}" + " A constant will do, too."
                       * part.constant)
    return Judge(part, call_answer).verdict()


@cache
def instances(case):
    """The instances of a case that every answer is tried on, drawn once: read-only."""
    drawn = [*case.traps, *sample(case.instances, INSTANCES)]
    for value in (value for instance in drawn for value in instance.values()):
        if isinstance(value, np.ndarray):
            value.setflags(write=False)
    return tuple(drawn)


def _constant(part, value):
    """A function of one dict that returns the value; where an array is expected, a number stands for an array of it."""
    if not isinstance(value, (str, bool, tuple)) and isinstance(call(lambda given: value, {}), float):
        return lambda given: np.full(np.shape(part.reference(**given)), value)
    return lambda given: value


def _above(origin, function):
    """The function of one dict, less its value where the named argument is 0; unchanged without a name."""
    def difference(given):
        value = function(given)
        return value - function(given | {origin: np.zeros_like(given[origin])}) if isinstance(plain(value),
                                                                                              float) else value
    return difference if origin else function


def _rival(mistake, trial):
    """What the mistake leads to at the instance of a trial; a Fault where that divides by zero, like the answer."""
    return call(lambda given: mistake.rival(trial.expected, **given), trial.instance)


def _blurred(value):
    """The value with inf as NaN, and any Fault as NaN: a mistake read in another way may divide by 0."""
    if isinstance(value, Fault):
        return Fault("", "")
    return np.where(np.isfinite(value), value, np.nan) if isinstance(value, (float, np.ndarray)) else value


def _named(part):
    spelled = _spelled(part)
    found = next((PARTS[name] for name in PARTS if _spelled(name) == spelled), None)
    if found:
        return found
    asked = str(part).lower()
    near = [name for name in PARTS if name.startswith(asked)] or get_close_matches(asked, PARTS, n=4, cutoff=0.4)
    hint = f"Did you mean {', '.join(near)}?" if near else f"There are {', '.join(PARTS)}."
    raise ValueError(f"there is no part {part!r}. {hint}")


def _spelled(part):
    """What "5b.ii", "5(b)(ii)", "5 B ii" and "Question 5.b.ii" have in common: 5bii."""
    return CALLED.sub("", "".join(filter(str.isalnum, str(part).lower())))
