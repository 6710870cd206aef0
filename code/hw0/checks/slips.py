"""The usual slips of any part, whatever it asks: ready-made Slips."""
import numpy as np

from hw0.checks.part import Slip


def _each(change):
    """The change applied to a value, or to every entry of a tuple."""
    def rival(expected, **_):
        return tuple(map(change, expected)) if isinstance(expected, tuple) else change(expected)
    return rival


SIGN = Slip("The sign is the other way round.", _each(np.negative))
DOUBLE = Slip("It is twice the right value: was a factor 1/2 lost?", _each(lambda v: 2 * np.asarray(v)))
HALF = Slip("It is half the right value: is there a factor 1/2 too many?", _each(lambda v: np.asarray(v) / 2))
TRANSPOSED = Slip("It is the transpose of the right value.", _each(np.transpose))
COLUMN = Slip("It is a column: the derivative of a number with respect to a vector is a row.",
              _each(lambda v: np.reshape(v, (-1, 1))))


def always(word, says):
    """The Slip of an answer that is one word on every instance."""
    return Slip(says, lambda expected, **_: word)
