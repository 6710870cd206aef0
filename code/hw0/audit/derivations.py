"""Find the wrong step: short derivations, each with one step that does not hold, and the computation that tells which.

A step is an equation, or a conclusion, whose two sides are computed at a few dozen instances.  The wrong step is the
first one whose sides differ somewhere; nobody marks it by hand.
"""
from collections.abc import Callable
from dataclasses import dataclass

from hw0.audit.referee import Referee
from hw0.checks.show import show_apart, show_arguments

RTOL = 1e-8


@dataclass(frozen=True, eq=False)
class Step:
    """One line of a derivation: its text in Markdown, and its two sides as functions of the instance."""

    text: str
    left: Callable
    right: Callable


@dataclass(frozen=True, eq=False)
class Derivation:
    """A derivation with a wrong step.

    Attributes
    ----------
    name, title, premise : a word to ask for it by; what it is about; what is given, in Markdown
    steps : the Steps
    points : the instances that each step is tried at; those where the wrong step shows are among them
    lesson : what to keep, in Markdown
    """

    name: str
    title: str
    premise: str
    steps: tuple[Step, ...]
    points: tuple[dict, ...]
    lesson: str

    def evidence(self, number):
        """The Evidence at the first instance where the sides of step `number` (from 1) differ, else at the last.

        Raises ValueError for a number that is no step.
        """
        if number not in range(1, len(self.steps) + 1):
            raise ValueError(f"{self.title!r} has the steps 1 to {len(self.steps)}; got {number!r}.")
        number = int(number)
        step = self.steps[number - 1]
        return Referee(f"step {number}", step.left, step.right, self.points, RTOL)()

    @property
    def wrong(self):
        """The number of the first step that does not hold."""
        return next(number for number in range(1, len(self.steps) + 1) if not self.evidence(number).agrees)

    def pick(self, number):
        """What is to be said to a reader who takes step `number` for the wrong one, one sentence.

        Raises ValueError for a number that is no step.
        """
        if number is None:
            return f"no answer yet: Give the number of a step, 1 to {len(self.steps)}."
        evidence = self.evidence(number)
        if evidence.agrees:
            return f"not this one: Step {number} holds at all {len(self.points)} instances that were tried."
        if number != self.wrong:
            return f"not this one: Step {number} is false as well, but step {self.wrong} comes first."
        return _told(evidence)

    def _repr_markdown_(self):
        """The steps, each with a folded answer to "is it this one?"; reads and opens without a script."""
        lines = [self.premise]
        for number, step in enumerate(self.steps, start=1):
            verdict = "Yes, this is the wrong step." if number == self.wrong else "Not this one."
            why = self.pick(number).partition(": ")[2]
            lesson = ["", self.lesson] if number == self.wrong else []
            lines += ["", f"**Step {number}.** {step.text}", "",
                      f"<details><summary>Is step {number} the wrong one?</summary>", "",
                      f"{verdict} {_code_safe(why)}", *lesson, "", "</details>"]
        return "\n".join(lines) + "\n"

    def __repr__(self):
        return f"Find the wrong step: {self.title}, {len(self.steps)} steps"


def _told(evidence):
    left, right = show_apart(evidence.says, evidence.true)
    differ = "it is false" if evidence.says is True else f"the left side is {left}, the right side {right}"
    return f"found: At {show_arguments(evidence.at)}, {differ}."


def _code_safe(text):
    """Text that Markdown must not read as emphasis or a link."""
    for sign in "*_[]<>":
        text = text.replace(sign, f"\\{sign}")
    return text
