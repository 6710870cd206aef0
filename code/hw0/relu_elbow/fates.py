"""What becomes of the units of a network over learning rate, width and start: a stored map of many runs (problem 5).

A unit that lives has its elbow between the outermost points, a corner in the data, or has slid out: it is then active
at all points, and straight on them.  A dead one was born dead; or a step took its last few points, FEW or fewer, and it
had drifted there; or that step threw it off more of them at once.

`make sweeps` runs all and stores the table that the figure of chapter 5 shows; it takes a minute.
"""
import functools
import json
from pathlib import Path

import numpy as np

from hw0.relu_elbow import many_runs, relu_network, zigzag
from hw0.validation import generator, whole

TABLE = Path(__file__).with_name("tables") / "fates.json"
RATES = (0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5)
WIDTHS = (2, 4, 8, 16, 32)
SEEDS, EPOCHS = 100, 60
LOST = (2, 4, 8)                # the bounds by which the last step of a dead unit is counted
FEW = 4                         # of the 41 points
COUNTS = ("ended", "born", *(f"lost {k} at most" for k in LOST), "died", "out", "corner")


def uniform(h, *, rng):
    """A random Network of h units: W1 and b uniform on (-1, 1), as PyTorch draws them for one input, W2 ~ N(0, 1/h).

    >>> net = fates.uniform(5, rng=np.random.default_rng(0))
    >>> bool(np.all(np.abs(net.b) < 1))
    True
    """
    generator(rng)
    (h,) = whole(h=h)
    W1, b = rng.uniform(-1.0, 1.0, (2, h))
    return relu_network.Network(W1, b, rng.standard_normal(h) / np.sqrt(h))


def born_dead(left, right):
    """The probability that a unit of `uniform` is dead at the start, for points from -left to right, both positive.

    With w > 0 it is if b <= -w * right, with w < 0 if b <= w * left; of the square (-1, 1)^2 that is an area each.

    >>> fates.born_dead(2.0, 2.0)
    0.125
    """
    return sum(1 / (2 * far) if far >= 1 else 1 - far / 2 for far in (left, right)) / 4


def unbiased(h, *, rng):
    """A random Network of h units without biases: W1 ~ N(0, 1), all elbows at 0, W2 ~ N(0, 1/h).

    >>> fates.unbiased(3, rng=np.random.default_rng(0)).b
    array([0., 0., 0.])
    """
    generator(rng)
    (h,) = whole(h=h)
    W1, W2 = rng.standard_normal((2, h))
    return relu_network.Network(W1, np.zeros(h), W2 / np.sqrt(h))


STARTS = {"elbows spread": relu_network.initial, "weights and biases uniform": uniform,
          "biases zero": unbiased}


def cell(start, lr, h, seeds=SEEDS):
    """The COUNTS (8,), ints, of the runs of one start, rate and width: how many ended, and units of these.

    "lost k at most" and "died" count the dead that were not born dead.
    Raises ValueError unless start is one of STARTS.

    >>> ended, born, *_ = fates.cell("biases zero", 0.01, 2, seeds=3)
    >>> print(ended, born)
    3 0
    """
    if start not in STARTS:
        raise ValueError(f"start must be one of {', '.join(STARTS)}; got {start!r}.")
    nets, orders = many_runs.starts(h, len(zigzag.X), epochs=EPOCHS, seeds=range(seeds), draw=STARTS[start])
    ends = many_runs.train(nets, orders, zigzag.X, zigzag.target(), lr=lr)
    done = ~ends.diverged
    dead, lost, at = ends.dead[done], ends.lost[done], np.abs(ends.elbows[done])
    corner = ~dead & (at < np.max(zigzag.X))
    found = [lost == 0, *((lost > 0) & (lost <= k) for k in LOST), lost > 0, ~dead & ~corner, corner]
    return np.array([np.sum(done), *(np.sum(units) for units in found)])


@functools.cache
def table():
    """The stored counts (3 starts, 8 rates, 5 widths, 8 COUNTS), int and read-only.

    >>> fates.table().shape
    (3, 8, 5, 8)
    """
    text = TABLE.read_text(encoding="utf-8")
    _, end = json.JSONDecoder().raw_decode(text)            # how it was made; the counts follow
    found = np.array(json.loads(text[end:])).reshape(len(STARTS), len(RATES), len(WIDTHS), len(COUNTS))
    found.setflags(write=False)
    return found


def shares(few=FEW):
    """(5, 3, 8, 5): the shares of the units that were born dead, thrown off, drifted off, slid out, have a corner.

    They are of the units of the runs that ended; NaN where no run ended.  Raises ValueError unless few is one of LOST.

    >>> born, thrown, drifted, out, corner = fates.shares()
    >>> np.allclose(born + thrown + drifted + out + corner, 1)
    True
    """
    if few not in LOST:
        raise ValueError(f"few must be one of {LOST}; got {few}.")
    counts = table()
    ended, born, died, out, corner = (counts[..., COUNTS.index(name)] for name in
                                      ("ended", "born", "died", "out", "corner"))
    drifted = counts[..., COUNTS.index(f"lost {few} at most")]
    with np.errstate(invalid="ignore"):
        return np.stack([born, died - drifted, drifted, out, corner]) / (ended * np.array(WIDTHS))
