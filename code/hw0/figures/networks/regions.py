"""Decision regions of a small net on three spirals, while it is trained."""
import functools
from typing import NamedTuple

import numpy as np

from hw0 import datasets
from hw0.networks import Adam, Network, Trainer
from livefig import Figure

# the plane from -1.25 to 1.25 in 25 x 25 squares, and the net is asked in the middle of each
SIDE, HALF = 25, 1.25
ROLES = ("truth", "model", "compare")


class Journey(NamedTuple):
    """Data X (n, 2) and y, steps (t,), and at each of them the classes on the grid (t, 625), score and loss."""

    X: np.ndarray
    y: np.ndarray
    steps: np.ndarray
    classes: np.ndarray
    score: np.ndarray
    loss: np.ndarray


def grid():
    """The points (625, 2) of the plane on which the net is asked."""
    side = HALF * (2 * np.arange(SIDE) + 1 - SIDE) / SIDE
    return np.stack(np.meshgrid(side, side), axis=-1).reshape(-1, 2)


@functools.cache
def journey(*, hidden=(24, 24), lr=0.01, steps=600, moments=30, seed=3):
    """A Journey of a real run: Adam on minibatches of 30 of 150 points, looked at after ever more steps."""
    rng = np.random.default_rng(seed)
    X, y = datasets.spirals(50, noise=0.15, rng=rng)
    net = Network((2, *hidden, 3), rng=rng)
    run = Trainer(net, X, y, optimizer=Adam(lr), rng=rng, batch_size=30)
    seen, at = [], np.unique(np.rint(np.geomspace(1, steps + 1, moments)).astype(int)) - 1
    for step in range(steps + 1):
        if step in at:
            seen.append((net.predict(grid()), net.score(X, y), net.loss_and_grads(X, y)))
        run.step()
    return Journey(X, y, at, *(np.array(part) for part in zip(*seen, strict=True)))


def regions(at=None):
    """The spirals and the regions of the three classes at a chosen step of training."""
    X, labels, steps, classes, score, loss = journey()
    fig = Figure("A net winds itself round three spirals", name="regions", at=at, xlim=(-HALF, HALF),
                 ylim=(-HALF, HALF), equal=True,
                 xlabel="x₁", ylabel="x₂",
                 alt="The plane with three spiral arms of points. The colour of the predicted class fills the plane; "
                     "as training goes on, the regions bend until they follow the arms.")
    k = fig.slider("moment", 0, len(steps) - 1, len(steps) - 1, label="training step", names=[f"{s:,}" for s in steps],
                   play=8)
    now = fig.table(classes)[k]
    half = HALF / SIDE
    x = np.round(grid()[:, :1] + half * np.array([-1, 1, np.nan]), 3).ravel()       # a square each, and a gap
    low, high = (np.round(np.repeat(grid()[:, 1] + shift, 3), 3) for shift in (-half, half))
    for c, color in enumerate(ROLES):
        fig.area(np.where(np.repeat(now, 3) == c, x, np.nan), low, high, color=color)
    for c, color in enumerate(ROLES):
        fig.point(*np.round(X[labels == c], 3).T, color=color, r=4, label=f"class {c + 1}")
    right = fig.table(np.round(score, 3))[k]
    fig.readout("right", "{:.0%}", right)
    fig.readout("loss", "{:.2f}", fig.table(np.round(loss, 3))[k])
    fig.case((right == 1, "The net classifies every point rightly."),
             (right > 0.9, "The regions have found the arms; a few points are still on the wrong side."),
             (right > 0.6, "The borders begin to bend."),
             otherwise="A plane cut into wedges: no straight border can follow a spiral.")
    return fig
