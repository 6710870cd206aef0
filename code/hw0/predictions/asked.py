"""Questions with the confidences that a reader may state, in the words of the calibration check of problem 1.

Between two $ stands a formula, in the LaTeX of `livefig.formulas`.
A guess among k choices is right once in k times, so that is what "a guess" says there; of a number it says 25 %.
"""
from hw0.learning_goals import LEVELS, WORDS
from livefig.formulas import plain
from livefig.typeset import html
from prediction import Choice, Number

NUMBER_GUESSED = 25


def choice(part, asks, *, outcome, choices, tells):
    """The Choice between two and four texts, each with when it is right."""
    return Choice(part=part, asks=asks, outcome=outcome, choices=choices, tells=tells,
                  sure=_levels(round(100 / len(choices))), typeset=html, plain=plain)


def number(part, asks, *, outcome, within, tells, shown="{:g}"):
    """The Number that counts as right within a distance."""
    return Number(part=part, asks=asks, outcome=outcome, within=within, tells=tells, shown=shown,
                  sure=_levels(NUMBER_GUESSED), typeset=html, plain=plain)


def _levels(guess):
    return tuple(zip((guess, *(round(100 * level) for level in LEVELS[1:])), WORDS, strict=True))


# in percent, of all questions
CONFIDENCES = (NUMBER_GUESSED, 33, 50, *(round(100 * level) for level in LEVELS[1:]))
