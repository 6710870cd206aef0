"""Strategies for instances.  The readable ones are small integers and dyadic fractions, the most readable ones first;
the wide ones leave every comfortable set: fractions, large and small numbers, more rows, other scales.

Sums and products of small dyadic numbers are exact in float64, and equal quotients of them are equal floats, since
IEEE division rounds the exact quotient.  So whether a slope becomes exactly 0, or an elbow stays exactly where
it is, is decided by the mathematics and not by rounding, in every right way of computing it.
"""

from dataclasses import dataclass

import numpy as np
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

POSITIVE = st.sampled_from([1.0, 2.0, 3.0, 4.0, 5.0])
NEGATIVE = POSITIVE.map(lambda v: -v)
NONZERO = st.sampled_from([1.0, -1.0, 2.0, -2.0, 3.0, -3.0])
NUMBER = st.sampled_from([1.0, -1.0, 2.0, 0.5, -2.0, 3.0, 0.0, -3.0])  # the readable ones first, see size
RATE = st.sampled_from([0.5, 1.0, 2.0, 0.25, 4.0, 0.125])  # not 1 first: with w = x = 1 that step loses the slope

FRACTION = st.sampled_from([0.5, -1.5, 0.25, 2.5, -0.75, 3.25, -5.5, 7.75, 12.5, -20.25, 40.0, -150.5])
MODERATE = st.sampled_from([0.5, -1.5, 0.25, 2.5, -0.75, 3.25, -0.125, 1.0, -2.0, 4.5])
POSITIVE_WIDE = st.sampled_from([0.5, 0.125, 1.5, 0.03125, 2.5, 7.5, 0.75, 16.0, 40.0, 130.0, 0.25, 3.0])
NONZERO_WIDE = st.tuples(POSITIVE_WIDE, st.sampled_from([1.0, -1.0])).map(lambda pair: pair[0] * pair[1])
NEGATIVE_WIDE = POSITIVE_WIDE.map(lambda v: -v)
TARGET = st.sampled_from([1.5, -0.75, 12.5, -40.0, 150.5, 0.25, 3.0])
SCALES = st.sampled_from([1.0, 1024.0, 1 / 1024])  # about a thousand, as powers of two: no rounding


@dataclass(frozen=True, eq=False)
class Kind:
    """The instances of a case before they are drawn.

    Attributes
    ----------
    readable : strategy of dicts, argument name -> value, which shrinks towards the readable ones
    wide : the same beyond the comfortable: fractions, sizes, ranks, signs and scales
    traps : instances that are tried in any case
    """

    readable: SearchStrategy
    wide: SearchStrategy | None = None
    traps: tuple[dict, ...] = ()


def instance(**strategies):
    """A strategy of dicts, argument name -> value."""
    return st.fixed_dictionaries(strategies)


def array(*shape, entries=NUMBER):
    """A strategy of float64 arrays of this shape."""
    size = int(np.prod(shape))
    return st.lists(entries, min_size=size, max_size=size).map(lambda values: np.reshape(np.array(values), shape))


def sized(sizes, entries, **letters):
    """Instances of arrays whose axes are named by letters, such as A="pn": the strategy `sizes` draws a dict letter ->
    length."""

    def around(lengths):
        return instance(
            **{name: array(*(lengths[letter] for letter in axes), entries=entries) for name, axes in letters.items()}
        )

    return sizes.flatmap(around)


def scaled(strategy, *names):
    """The instances with the arguments of these names multiplied by one number: 1, 1024 or 1/1024."""
    return st.tuples(strategy, SCALES).map(lambda drawn: drawn[0] | {name: drawn[0][name] * drawn[1] for name in names})


def size(instance):
    """How much there is to read in an instance, float: little for small integers, more for fractions.

    A 0 counts like a 3: it hides what it multiplies, and shows a reader less.
    """
    entries = np.concatenate([np.ravel(value) for value in instance.values()])
    return sum(0.5 + _weight(float(entry)) for entry in entries)


def _weight(number):
    over, under = number.as_integer_ratio()
    return abs(over) + (under - 1) + (0.25 if over < 0 else 0.0) if number else 3.0
