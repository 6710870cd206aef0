"""The usual mistakes of any part, whatever it asks: ready-made Mistakes."""
import numpy as np

from hw0.checks.part import Mistake


def _each(change):
    """The change applied to a value, or to every entry of a tuple."""
    def rival(expected, **_):
        return tuple(map(change, expected)) if isinstance(expected, tuple) else change(expected)
    return rival


SIGN = Mistake("The sign is the other way round.", _each(np.negative))
DOUBLE = Mistake("It is twice the right value: was a factor 1/2 lost?", _each(lambda v: 2 * np.asarray(v)))
HALF = Mistake("It is half the right value: is there a factor 1/2 too many?", _each(lambda v: np.asarray(v) / 2))
COLUMN = Mistake("It is a column: the derivative of a number with respect to a vector is a row.",
              _each(lambda v: np.reshape(v, (-1, 1))))

ENTRIES = "The power **-1 is taken of each entry: the inverse of a matrix is np.linalg.inv."


def always(word, says):
    """The Mistake of an answer that is one word on every instance."""
    return Mistake(says, lambda expected, **_: word)
