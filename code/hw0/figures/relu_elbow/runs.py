"""Real training runs towards a target on the line: one whole path, or the ends of many starts."""
import functools
from dataclasses import dataclass

import numpy as np

from hw0.relu_elbow import many_runs, relu_network
from hw0.relu_elbow.zigzag import HATS, KNOTS, ZIGZAG, X, target
from livefig import draws

__all__ = ["HATS", "KNOTS", "ZIGZAG", "Run", "X", "target", "training_ends", "training_run"]


@dataclass(frozen=True, eq=False)       # compared and cached by identity
class Run:
    """Training points x, y (m,) and the Network of arrays (steps + 1, h) that SGD went through."""

    x: np.ndarray
    y: np.ndarray
    path: relu_network.Network

    @property
    def last(self):
        """The Network after the last step."""
        return relu_network.Network(*(p[-1] for p in self.path))


@functools.cache
def training_run(*, units=8, lr=0.1, epochs=60, seed=29, heights=ZIGZAG):
    """A Run of plain SGD, one of 41 points at a time, with the random numbers of the page.

    Raises ValueError if it diverges.
    """
    rng, y = draws.generator(seed), target(heights)
    return Run(X, y, relu_network.train(relu_network.initial(units, rng=rng), X, y, lr=lr, epochs=epochs, rng=rng))


@functools.cache
def training_ends(*, units=8, lr=0.1, epochs=60, seeds=60):
    """The Ends of the runs from `seeds` starts towards the zigzag, all at once; the starts are NumPy's."""
    starts = many_runs.starts(units, len(X), epochs=epochs, seeds=range(seeds))
    return many_runs.train(*starts, X, target(), lr=lr)
