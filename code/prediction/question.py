"""A question of which the outcome is computed; nobody types in which answer is right."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import escape
from math import isfinite

from . import page


@dataclass(frozen=True, kw_only=True)
class _Question:
    """What both kinds of questions have.

    Attributes
    ----------
    part : the part that asks, unique on a site
    asks : the question, one sentence
    outcome : computes what happens, without arguments
    tells : what happens and why; {0} is the outcome, as in `str.format`
    sure : pairs of a confidence in percent and its words, of which the reader chooses one
    typeset : makes HTML of one of these texts, or of a choice
    plain : makes of it what a terminal shows, and what is kept of a choice
    """

    part: str
    asks: str
    outcome: Callable
    tells: str
    sure: tuple[tuple[int, str], ...]
    typeset: Callable = escape
    plain: Callable = str

    def told(self):
        """Return what happens and why, with the numbers of the outcome in it."""
        return self.tells.format(self.outcome())

    def _repr_mimebundle_(self, include=None, exclude=None):
        return {"text/html": page.html(self, script=True), "text/plain": str(self)}


@dataclass(frozen=True, kw_only=True)
class Choice(_Question):
    """A question with choices.

    Attributes
    ----------
    choices : the text of each, and when it is right: a value that the outcome equals, or a function of the outcome
    """

    choices: Mapping

    def right(self):
        """Return the text of the one choice that agrees with the outcome.

        Raises
        ------
        ValueError if none agrees, or several do.
        """
        found = self.outcome()
        agree = [text for text, when in self.choices.items() if (when(found) if callable(when) else when == found)]
        if len(agree) != 1:
            raise ValueError(f"prediction {self.part}: {agree or 'no choice'} agrees with the outcome {found!r}; "
                             "exactly one has to.")
        return agree[0]

    def __str__(self):
        return "\n".join(map(self.plain, [self.asks, *(f"( ) {text}" for text in self.choices)]))


@dataclass(frozen=True, kw_only=True)
class Number(_Question):
    """A question for a number.

    Attributes
    ----------
    within : how far from the outcome, as it is written, an answer may be to count as right
    shown : how the outcome is written, as in `str.format`
    """

    within: float
    shown: str = "{:g}"

    def right(self):
        """Return the outcome as it is written.

        Raises
        ------
        ValueError if it is not finite, or if within is negative: no answer would be right.
        """
        found = self.outcome()
        if not (isfinite(found) and self.within >= 0):
            raise ValueError(f"prediction {self.part}: no number lies within {self.within:g} of {found:g}.")
        return self.shown.format(found)

    def __str__(self):
        return f"{self.plain(self.asks)}\n(a number)"
