"""Strategies for instances: small integers and dyadic fractions, the most readable ones first.

Sums and products of such numbers are exact in float64, and equal quotients of them are equal floats, since
IEEE division rounds the exact quotient.  So whether a slope becomes exactly 0, or an elbow stays exactly where
it is, is decided by the mathematics and not by rounding, in every right way of computing it.
"""
import numpy as np
from hypothesis import strategies as st

POSITIVE = st.sampled_from([1.0, 2.0, 3.0, 4.0, 5.0])
NEGATIVE = POSITIVE.map(lambda v: -v)
NONZERO = st.sampled_from([1.0, -1.0, 2.0, -2.0, 3.0, -3.0])
NUMBER = st.sampled_from([1.0, -1.0, 2.0, 0.5, -2.0, 3.0, 0.0, -3.0])     # the readable ones first, see size
RATE = st.sampled_from([0.5, 1.0, 2.0, 0.25, 4.0, 0.125])      # not 1 first: with w = x = 1 that step loses the slope


def instance(**strategies):
    """A strategy of dicts, argument name -> value."""
    return st.fixed_dictionaries(strategies)


def array(*shape, entries=NUMBER):
    """A strategy of float64 arrays of this shape."""
    size = int(np.prod(shape))
    return st.lists(entries, min_size=size, max_size=size).map(lambda values: np.reshape(np.array(values), shape))


def size(instance):
    """How much there is to read in an instance, float: little for small integers, more for fractions.

    A 0 counts like a 3: it hides what it multiplies, and shows a reader less.
    """
    entries = np.concatenate([np.ravel(value) for value in instance.values()])
    return sum(0.5 + _weight(float(entry)) for entry in entries)


def _weight(number):
    over, under = number.as_integer_ratio()
    return abs(over) + (under - 1) + (0.25 if over < 0 else 0.0) if number else 3.0
