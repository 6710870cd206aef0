"""Part 5d: the elbows of a network on their way, in a real training run."""
import functools
from dataclasses import dataclass

import numpy as np

from hw0.relu_elbow import many_runs, relu_network
from livefig import Figure


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


def zigzag(x):
    """A target with corners at -1, 0 and 1: 1 - | |x| - 1 |."""
    return 1.0 - np.abs(np.abs(x) - 1.0)


@functools.cache
def training_run(*, units=8, lr=0.1, epochs=60, seed=7):
    """A Run of plain SGD, one of 41 points at a time, towards the zigzag.  Raises ValueError if it diverges."""
    rng = np.random.default_rng(seed)
    x = np.linspace(-2.0, 2.0, 41)
    y = zigzag(x)
    return Run(x, y, relu_network.train(relu_network.initial(units, rng=rng), x, y, lr=lr, epochs=epochs, rng=rng))


@functools.cache
def training_ends(*, units=8, lr=0.1, epochs=60, seeds=60):
    """The Ends of the runs that training_run makes with the seeds 0, ..., seeds - 1, all at once."""
    x = np.linspace(-2.0, 2.0, 41)
    return many_runs.train(*many_runs.starts(units, len(x), epochs=epochs, seeds=range(seeds)), x, zigzag(x), lr=lr)


@functools.cache
def _moments(run):
    """Steps (t,), evenly spaced on a log axis, with the parameters, elbows and dead units at them, each (t, h)."""
    steps = np.unique(np.rint(np.geomspace(1, len(run.path.b), 90)).astype(int)) - 1
    net = relu_network.Network(*(np.round(p[steps], 3) for p in run.path))
    e = np.round(relu_network.elbows(net.W1.ravel(), net.b.ravel()).reshape(net.b.shape), 3)
    return steps, net, e, np.stack([relu_network.dead(relu_network.Network(*p), run.x) for p in zip(*net, strict=True)])


def journey(at=None, run=None):
    """The network of a Run, its target and its elbows at a chosen step, and the paths of the elbows over all steps."""
    run = run or training_run()
    x, y = run.x, run.y
    steps, net, e, dead = _moments(run)
    h = net.b.shape[1]

    fig = Figure("Elbows travel to the corners of the target", name="journey", at=at, xlim=(-3, 3), ylim=(-1.3, 1.5),
                 aspect=0.8,
                 xlabel="input t", ylabel="output f(t)",
                 alt="Left: a network of ReLU units, its zigzag target and its elbows at one step of training. "
                     "Right: the paths of the elbows over all steps, which end at the corners or die.")
    i = fig.slider("moment", 0, len(steps) - 1, 0, label="training step", names=[f"{s:,}" for s in steps], play=12)
    now = relu_network.Network(*(fig.table(p)[i] for p in net))
    e_now, dead_now = fig.table(e)[i], fig.table(dead)[i]

    fig.line(x, y, color="truth", width=2.5, dash="6 4", label="target")
    fig.curve(lambda t: relu_network.predict(now, t), color="model", width=3, dash="", label="network f")
    height = relu_network.predict(now, e_now)
    fig.point(np.where(dead_now, np.nan, e_now), height, color="model", r=5, label="elbow")
    fig.point(np.where(dead_now, e_now, np.nan), height, color="muted", r=5, label="elbow of a dead unit")

    fig.panel(xlim=(1, steps[-1] + 1), ylim=(-3, 3), xlog=True, aspect=0.8, xlabel="training step + 1", ylabel="elbows")
    for unit in range(h):
        alive = np.where(dead[:, unit], np.nan, e[:, unit])
        fig.line(steps + 1, alive, color="model", width=1.5, dash="")
        fig.line(steps + 1, np.where(dead[:, unit], e[:, unit], np.nan), color="muted", width=2.5, dash="2 3")
    for corner in (-1, 0, 1):
        fig.hline(corner, color="truth", width=1, dash="6 4")
    fig.vline(fig.table(steps)[i] + 1.0, color="data", width=1.5)

    loss = 0.5 * np.mean((relu_network.predict(now, x) - y) ** 2)
    fig.readout("mean loss", "{:.4f}", loss)
    count = np.sum(dead_now)
    fig.case((count == 0, "All {:d} units live: each is active at some training point.", h),
             (count == 1, "One unit has died: no training point reaches it, and its elbow rests."),
             otherwise="{:d} units have died: no training point reaches them, and their elbows rest.", values=[count])
    return fig
