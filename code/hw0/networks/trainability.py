"""Where the experiment of hw0.networks.overfitting is expected to succeed: a band of learning rates for each scale.

The prediction rests on the signals at the start.  A step moves the scores by about lr * K; it is felt if that is not
small against max(1, size of the scores), and it is harmless if it is not large against it:

    lr * K(gain) > LEAST * max(1, f)        and        lr * K(max(gain, knee)) < MOST * max(1, f)

knee is the gain at which f = 1: a net that starts with smaller scores passes through it while it learns, and the rate
has to be harmless there, too.  LEAST and MOST are two numbers for all depths, scales, widths and inputs, fitted once to
the stored maps of depth 3 and 5 with 64 inputs, 100 units and 40 steps.  For another budget LEAST is multiplied by 40
over the number of steps, as if steps added up.  They belong to softmax and to minibatches of 25, and the band to nets
that are much wider than deep: see chapter 6, and the stored tables "he", "variants" and "elsewhere".
"""
import itertools

import numpy as np

from hw0.networks import overfitting, signals
from hw0.networks.overfitting import BATCH, EPOCHS, EXAMPLES, INPUTS, WIDTH

LEAST, MOST = 2.5, 200.0
STEPS = EPOCHS * EXAMPLES // BATCH
TERMS = ("L", "knee", "f")


def least_rate(scale, depth, *, inputs=INPUTS, width=WIDTH, steps=STEPS):
    """The learning rate from which the gain theory expects the 50 examples to be learnt in so many steps; traces.

    >>> print(trainability.least_rate(0.1, 3) < trainability.most_rate(0.1, 3))
    True
    """
    return LEAST * STEPS / steps * edges(scale, depth, inputs=inputs, width=width)[0]


def most_rate(scale, depth, *, inputs=INPUTS, width=WIDTH):
    """The learning rate up to which it expects the run not to be thrown off; traces.

    >>> print(trainability.most_rate(0.1, 5) > trainability.most_rate(0.5, 5))
    True
    """
    return MOST * edges(scale, depth, inputs=inputs, width=width)[1]


def knee(depth, *, inputs=INPUTS, width=WIDTH):
    """The gain at which the scores have size one at the start, (width / (2 inputs))^(1 / (2 depth)).

    >>> round(trainability.knee(3, inputs=50), 6)
    1.0
    """
    return (width / (2 * inputs)) ** (1 / (2 * depth))


def edges(scale, depth, *, inputs=INPUTS, width=WIDTH, without=""):
    """max(1, f) / K at the gain, and at max(gain, knee): the two edges of the band, LEAST and MOST left out.

    without : "L", "knee" or "f" leaves out that term, for an ablation

    >>> low, high = trainability.edges(0.01, 3)
    >>> print(low > high, trainability.edges(1.0, 3)[0] == trainability.edges(1.0, 3)[1])
    True True
    """
    if without not in ("", *TERMS):
        raise ValueError(f"without must be one of {', '.join(TERMS)}, or empty; got {without!r}.")
    gain = signals.gain(scale, width)
    reach = 1.0 if without == "f" else np.maximum(1.0, signals.score_size(scale, gain, depth, inputs))
    layers = 1 if without == "L" else depth
    later = gain if without == "knee" else np.maximum(knee(depth, inputs=inputs, width=width), gain)
    return tuple(reach * depth / (layers * signals.kernel_size(g, depth, inputs)) for g in (gain, later))


def learnt(table):
    """Where more than half of the seeds, the last axis, know all examples at the end.

    >>> trainability.learnt([[50, 50, 7], [50, 7, 7]])
    array([ True, False])
    """
    return np.mean(np.asarray(table) == overfitting.EXAMPLES, axis=-1) > 0.5


def misses(found, lr, low, high):
    """How many cells of found (scales, rates), bool, are not as low < lr < high says; low, high (scales,).

    >>> trainability.misses(np.array([[True, False]]), np.array([1.0, 2.0]), [0.5], [0.9])
    1
    """
    low, high = np.asarray(low)[:, None], np.asarray(high)[:, None]
    return int(np.sum(((low < lr) & (lr < high)) != found))


def fit(maps, scale, lr, *, without=""):
    """(misses, LEAST, MOST): the best that two numbers can do on all maps, a dict depth -> found (scales, rates).

    Sought among numbers of two digits that lie apart by a factor of about 1.25.

    >>> scale, lr = np.array([0.2, 0.4]), np.array([0.01, 0.1])
    >>> trainability.fit({3: np.array([[False, True], [True, False]])}, scale, lr)[0]
    0
    """
    grid = np.array([float(f"{10 ** (k / 10):.2g}") for k in range(-30, 61)])
    at = {depth: edges(scale, depth, without=without) for depth in maps}
    return min((sum(misses(found, lr, a * at[depth][0], b * at[depth][1]) for depth, found in maps.items()), a, b)
               for a, b in itertools.combinations(grid.tolist(), 2))
