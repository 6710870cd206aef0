"""check(part, answer): try an answer on the stored instances; show the first that refutes it, and say why."""
import itertools
import re
from functools import cache, partial
from typing import NamedTuple

import numpy as np

from hw0.checks.compare import SINGLE, as_asked, form_fault, of_one_form, same, single, wants_row, wrong_among
from hw0.checks.part import Part
from hw0.checks.registry import PARTS
from hw0.checks.returned import Fault, call, caller, plain, quiet, raised
from hw0.checks.verdict import Verdict

CALLED = re.compile(r"^(?:homework|hw0?|problem|question|exercise|part|q|p)+(?=\d)")     # as in "hw0 problem 4f"

# An answer that comes so near to the value of a mistake has made it: another way to that value may lose digits.  Where
# it comes as near to the right value, single precision say, it has to agree with the mistake as with what is right.
MADE = 1e-6


class Trial(NamedTuple):
    """One instance put to an answer."""

    instance: dict
    expected: object
    got: object
    fault: str | None       # how the form of `got` differs from what is expected
    right: bool


class Judge:
    """One answer to one part before the court."""

    def __init__(self, part, call_answer):
        self.part = part
        self.call_answer = call_answer
        self.trials = []
        self.single = True          # whether all values that differences were taken of have single precision

    def verdict(self):
        """The Verdict: the first counterexample in the first case that has one.

        Raises ValueError for a case without instances.
        """
        with quiet():
            return self._verdict()

    def _verdict(self):
        for position, case in enumerate(self.part.cases):
            if not case.instances:
                raise ValueError(f"part {self.part.id} has no instances where {case.where}: see CONTRIBUTING.md, the "
                                 f"pool of instances")
            tried = [self.tried(*put) for put in zip(case.instances, expected_values(self.part, case),
                                                      self.values(case.instances), strict=True)]
            unnamed = next((trial.got.says for trial in tried if _is_nameless(trial.got)), None)
            if unnamed:                     # a slip of the pen, and nothing that the instance refutes
                return Verdict(False, diagnosis=f"It raised {unnamed}")
            self.trials += tried
            worst = next((trial for trial in tried if not trial.right), None)
            if worst:
                return Verdict(False, worst.instance, worst.expected, worst.got, self.diagnosis(worst, position),
                               incomplete=case.edge)
        return Verdict(True)

    def trial(self, instance, expected=None):
        """The Trial of an instance; `expected` is what is asked for there, if that is known."""
        expected = expected_value(self.part, instance) if expected is None else expected
        return self.tried(instance, expected, *self.values([instance]))

    def tried(self, instance, expected, got):
        """The Trial of an instance at which the answer gave a plain value."""
        fault = None
        if not of_one_form(expected, got):
            got = as_asked(expected, got, self.part)
            fault = form_fault(expected, got, self.part)
        right = fault is None and (self.part.equal or partial(same, rtol=self.part.rtol))(expected, got)
        return Trial(instance, expected, got, fault, right)

    def values(self, instances):
        """The values of the answer at these instances, an iterator; its difference to the value at the origin where
        the Part has one."""
        origin = self.part.origin
        if not origin:
            return self._called(instances)
        values = self._called([given for instance in instances for given in (instance, _at_origin(origin, instance))])
        return itertools.starmap(self._above_origin, zip(values, values, strict=True))

    def _above_origin(self, value, at_origin):
        self.single = self.single and single(value, value) and single(at_origin, at_origin)
        return _difference(value, at_origin)

    def _called(self, instances):
        each = getattr(self.call_answer, "each", None)          # an answer in another process takes many at once
        return each(instances) if each else (call(self.call_answer, instance) for instance in instances)

    def diagnosis(self, worst, position):
        """What is known of a refuted answer: a usual mistake, a fault of form, the case it does not cover."""
        cases = self.part.cases
        said = [next((mistake.says for mistake in self.part.mistakes if self._made(mistake)), worst.fault)]
        if said[0] is None and all(map(self._single, self.trials)):
            said[0] = "It is right to the precision of float32: answer in float64."
        if said[0] is None and (wrong := wrong_among(worst.expected, worst.got, self.part)):
            said[0] = f"Wrong: {', '.join(wrong)}; the rest is right."
        if position:
            said.append(f"Right where {cases[0].where}, but here {cases[position]}.")
        elif cases[0].meaning and not said[0]:
            said.append(f"{cases[0].meaning}." if self.part.origin else f"Here {cases[0]}.")
        return " ".join(filter(None, said)) or None

    def _single(self, trial):
        if self.part.origin:
            return self.single and same(trial.expected, trial.got, SINGLE)
        return single(trial.expected, trial.got)

    def _made(self, mistake):
        def agrees(trial):
            rival = rival_value(mistake, trial.expected, trial.instance)
            near = self.part.rtol if same(trial.expected, trial.got, MADE) else MADE
            return same(_blurred(rival), _blurred(trial.got), near, row=wants_row(self.part))
        return all(map(agrees, self.trials))


def check(part, answer):
    """A Verdict on an answer to a part: right, or the counterexample that is easiest to read, with a diagnosis.

    The same verdict and the same counterexample in every run.  Nothing the answer does is an error here:
    what it raises, a wrong shape, a NaN, a changed input are verdicts; with a name that nothing defines it is no
    answer yet.

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
    wrong at w=1, b=2, x=1, lr=0.5: expected 'left', got 'right'. Where lr*x < w, it goes right only if w > b*x.
    """
    part = part if isinstance(part, Part) else _named(part)
    if part.constant and answer is not None and not callable(answer):
        return Judge(part, constant_answer(part, answer)).verdict()
    return verdict_of(part, caller(answer, part.names))


def verdict_of(part, call_answer):
    """The Verdict on a function of one dict of arguments to a Part, or on the Fault that stands in its place (see
    returned.caller)."""
    if isinstance(call_answer, Fault):
        return Verdict(False, diagnosis=f"Asked for: {part.asks}. {call_answer.advice}" + " A constant will do, too."
                       * part.constant)
    return Judge(part, call_answer).verdict()


def expected_values(part, case):
    """What a Part asks for at the instances of one of its Cases, plain values: stored, or computed once."""
    return _computed(part, case) if case.expected is None else case.expected


@cache
def _computed(part, case):
    return tuple(expected_value(part, instance) for instance in case.instances)


def expected_value(part, instance):
    """What a Part asks for at an instance, a plain value."""
    value = plain(part.reference(**instance))
    return _difference(value, plain(part.reference(**_at_origin(part.origin, instance)))) if part.origin else value


def constant_answer(part, value):
    """A function of one dict that returns the value; where an array is expected, a number stands for an array of it."""
    if isinstance(number := call(lambda given: value, {}), float):
        return lambda given: np.full(np.shape(part.reference(**given)), number)
    return lambda given: value


def _is_nameless(value):
    """Whether calling the answer ended at a name that nothing defines."""
    return isinstance(value, Fault) and value.says.startswith("NameError: ")


def _at_origin(origin, instance):
    """The instance with 0 in the place of one argument."""
    return instance | {origin: np.zeros_like(instance[origin])}


def _difference(value, at_origin):
    """How far a value lies above the one at the origin, if both are numbers; else what is none."""
    if not isinstance(value, float):
        return value
    return value - at_origin if isinstance(at_origin, float) else at_origin


def rival_value(mistake, expected, instance):
    """What a Mistake leads to at an instance; a Fault where that divides by zero, like the answer."""
    try:        # without the copies that `call` makes: a rival is our own code, and changes nothing
        return plain(mistake.rival(expected, **instance))
    except Exception as error:
        return raised(error)


def _blurred(value):
    """The value with inf as NaN, and any Fault as NaN: a mistake read in another way may divide by 0."""
    if isinstance(value, Fault):
        return Fault("", "")
    if isinstance(value, tuple):
        return tuple(map(_blurred, value))
    return np.where(np.isfinite(value), value, np.nan) if isinstance(value, (float, np.ndarray)) else value


def _named(part):
    spelled = _spelled(part)
    found = next((PARTS[name] for name in PARTS if _spelled(name) == spelled), None)
    if found:
        return found
    asked = str(part).lower()
    from difflib import get_close_matches  # here, since most runs never need it
    near = [name for name in PARTS if name.startswith(asked)] or get_close_matches(asked, PARTS, n=4, cutoff=0.4)
    hint = f"Did you mean {', '.join(near)}?" if near else f"There are {', '.join(PARTS)}."
    raise ValueError(f"there is no part {part!r}. {hint}")


def _spelled(part):
    """What "5b.ii", "5(b)(ii)", "5 B ii" and "Question 5.b.ii" have in common: 5bii."""
    return CALLED.sub("", "".join(filter(str.isalnum, str(part).lower())))
