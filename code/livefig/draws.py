"""Random numbers that the page and NumPy draw alike: MRG32k3a, whose numbers are whole and exact in floating point.

Every product in it is below 2^53, so floats hold it to the last digit, here and in JavaScript. One function draws; on
arrays it draws for Python, on Slots it is recorded for the page.

Source: P. L'Ecuyer, Good parameters and implementations for combined multiple recursive random number generators,
Operations Research 47 (1999), figure I. Normals are those of Box and Muller (1958).
"""

import numpy as np

M1, M2 = 4294967087.0, 4294944443.0
A12, A13, A21, A23 = 1403580.0, 810728.0, 527612.0, 1370589.0
FIRST, APART = 12345.0, 1000003.0


def seeded(seed):
    """Return the state (6,) of the generator with a seed from 0 to 4000; each seed is another start.

    >>> seeded(0)
    array([12345., 12345., 12345., 12345., 12345., 12345.])
    """
    return FIRST + APART * seed + np.zeros(6)


def uniform(state):
    """Return a number between 0 and 1, neither of them; state (6,) moves on.

    >>> print(f"{uniform(seeded(0)):.10f}")
    0.1270111220
    """
    p1 = (A12 * state[1] - A13 * state[0]) % M1
    p2 = (A21 * state[5] - A23 * state[3]) % M2
    state[0:2], state[3:5] = state[1:3], state[4:6]
    state[2], state[5] = p1, p2
    return ((p1 - p2 - 1.0) % M1 + 1.0) / (M1 + 1.0)


def normal(state):
    """Return a standard normal number; state (6,) moves on by two.

    >>> state = seeded(0)
    >>> print(f"{normal(state):.10f}", state[0])
    -0.8479248233 12345.0
    """
    far = np.sqrt(-2.0 * np.log(uniform(state)))
    return far * np.cos(2.0 * np.pi * uniform(state))


def below(state, n):
    """Return a whole number from 0 to n - 1, as a float; state (6,) moves on.

    >>> below(seeded(0), 10)
    np.float64(1.0)
    """
    return np.floor(uniform(state) * n)


def trade(order, last, state):
    """Let the entry at `last` trade places with one not behind it; state (6,) moves on.

    With last = n - 1, ..., 1 that is one permutation of the n entries, each as likely as any other.

    >>> order, state = np.arange(4), seeded(0)
    >>> for last in (3, 2, 1):
    ...     trade(order, last, state)
    >>> order
    array([1, 2, 3, 0])
    """
    other = below(state, last + 1).astype(int)
    here, there = order[last], order[other]
    order[last] = there
    order[other] = here


def generator(seed):
    """Return a NumPy Generator whose standard_normal, uniform and permutation are those of the page, seeded as there.

    Raises ValueError for a seed that is not from 0 to 4000. Other draws, which no page makes, raise TypeError.

    >>> generator(0).permutation(4)
    array([1, 2, 3, 0])
    """
    if seed not in range(4001):
        raise ValueError(f"seed must be a whole number from 0 to 4000; got {seed!r}")

    def refused(self, *args, **kwargs):
        raise TypeError("a page draws with standard_normal, uniform and permutation only")

    class PageGenerator(np.random.Generator):       # defined here since np.random is loaded when it is first named
        random = normal = integers = choice = shuffle = permuted = refused

        def standard_normal(self, shape):
            return np.array([normal(state) for _ in range(np.prod(shape))]).reshape(shape)

        def uniform(self, low, high, size):
            return np.array([low + (high - low) * uniform(state) for _ in range(size)])

        def permutation(self, n):
            order = np.arange(n)
            for last in range(n - 1, 0, -1):
                trade(order, last, state)
            return order

    state = seeded(seed).tolist()                   # a list is faster, number by number
    return PageGenerator(np.random.PCG64(0))
