"""Many training runs at once: where the elbows of a network end, over seeds instead of one lucky start (problem 5).

A run is a network of relu_network, trained by plain SGD on one point at a time.  Arrays carry a first axis r, one row
for each run.  A run that diverges has NaN in its row and is counted nowhere else.
"""
from typing import NamedTuple

import numpy as np

from hw0.relu_elbow import relu_network
from hw0.relu_elbow.relu_network import Network
from hw0.validation import positive, shaped, whole


class Ends(NamedTuple):
    """Where r runs of h units ended.

    Attributes
    ----------
    net : Network of arrays (r, h), NaN in the rows of runs that diverged
    elbows : (r, h), NaN where a unit has none
    dead : (r, h) bool, inactive at every training point
    lost : (r, h) int, for a dead unit: at how many points the step that killed it found it active; 0 if it was born
        dead; -1 if it lives
    error : (r,), the largest |f(x) - y| over the training points

    Examples
    --------
    >>> nets, orders = many_runs.starts(3, 2, epochs=50, seeds=range(4))
    >>> ends = many_runs.train(nets, orders, [-1.0, 1.0], [0.0, 1.0], lr=0.1)
    >>> ends.elbows.shape, ends.diverged.any().item(), 0 <= ends.dead_share() < 1
    ((4, 3), False, True)
    """

    net: Network
    elbows: np.ndarray
    dead: np.ndarray
    lost: np.ndarray
    error: np.ndarray

    @property
    def diverged(self):
        """(r,) bool: the runs without an end."""
        return np.isnan(self.error)

    def dead_share(self):
        """The share of dead units among those of the runs that did not diverge, a float; NaN if all did."""
        ended = self.dead[~self.diverged]
        return float(np.mean(ended)) if ended.size else np.nan


def starts(h, m, *, epochs, seeds, draw=relu_network.initial):
    """The starting Networks (r, h) and the orders (r, epochs m) in which runs with these seeds see m points.

    Row by row what draw(h, rng=rng) and `relu_network.train` draw from rng = np.random.default_rng(seed).
    Raises TypeError or ValueError for numbers that are not whole or below 1, and ValueError without a seed.

    >>> nets, orders = many_runs.starts(3, 2, epochs=5, seeds=range(4))
    >>> nets.W1.shape, orders.shape
    ((4, 3), (4, 10))
    """
    h, m, epochs = whole(h=h, m=m, epochs=epochs)
    nets, orders = [], []
    for seed in seeds:
        rng = np.random.default_rng(seed)
        nets.append(draw(h, rng=rng))
        orders.append(np.concatenate([rng.permutation(m) for _ in range(epochs)]))
    if not nets:
        raise ValueError("seeds must not be empty.")
    return Network(*map(np.array, zip(*nets, strict=True))), np.array(orders)


def train(net, orders, x, y, *, lr):
    """The Ends of r runs of SGD from the Networks `net` (r, h) on points x, y (m,), in the order of orders (r, steps).

    Each row is the run that `relu_network.train` makes, up to rounding.
    Raises ValueError for lr <= 0 and for arrays that do not fit.

    >>> nets, orders = many_runs.starts(3, 2, epochs=5, seeds=range(4))
    >>> many_runs.train(nets, orders, [-1.0, 1.0], [0.0, 1.0], lr=0.1).error.shape
    (4,)
    """
    W1, b, W2 = net
    W1, b, W2 = shaped(W1=("rh", W1), b=("rh", b), W2=("rh", W2))
    x, y, lr = shaped(x=("m", x), y=("m", y), lr=("", lr))
    positive(lr=lr)
    orders = np.asarray(orders)
    if orders.shape[:-1] != (len(W1),):
        raise ValueError(f"orders must have shape ({len(W1)}, steps), a row for each run; got {orders.shape}.")
    if orders.dtype.kind not in "iu" or np.any((orders < 0) | (orders >= len(x))):
        raise ValueError(f"orders must be whole numbers from 0 to {len(x) - 1}, the places of the points.")
    lives = _reached(W1, b, x)
    lost = np.where(lives, -1, 0)
    with np.errstate(over="ignore", invalid="ignore"):
        for k in orders.T:
            at, z = x[k, None], W1 * x[k, None] + b
            phi = np.maximum(z, 0.0)
            residual = np.sum(phi * W2, axis=1, keepdims=True) - y[k, None]
            delta = residual * W2 * (z > 0)
            before, lived = (W1, b), lives
            W1, b, W2 = W1 - lr * delta * at, b - lr * delta, W2 - lr * residual * phi
            lives = _reached(W1, b, x)
            died = lived & ~lives
            if np.any(died):
                w_before, b_before = (p[died] for p in before)
                lost[died] = np.sum(w_before[:, None] * x + b_before[:, None] > 0, axis=1)
        z = W1[..., None] * x + b[..., None]
        error = np.max(np.abs(np.einsum("rhm,rh->rm", np.maximum(z, 0.0), W2) - y), axis=1)
    diverged = ~np.isfinite(error)
    W1, b, W2 = (np.where(diverged[:, None], np.nan, p) for p in (W1, b, W2))
    elbows = np.where(W1 == 0, np.nan, -b / np.where(W1 == 0, 1.0, W1))
    dead = ~lives & ~diverged[:, None]
    return Ends(Network(W1, b, W2), elbows, dead, np.where(dead, lost, -1), np.where(diverged, np.nan, error))


def _reached(W1, b, x):
    """Whether a unit is active at some x: a line is highest at one end, and so is its rounded value."""
    return (W1 * np.min(x) + b > 0) | (W1 * np.max(x) + b > 0)
