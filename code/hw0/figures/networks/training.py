"""The reader's own run: a small net that is trained in the page, by the package's own steps (recorded.py)."""
import functools
import itertools
from typing import NamedTuple

import numpy as np

from hw0.networks import training as trained
from hw0.networks.optimizers import RULES
from livefig import Figure, Steps, draws
from livefig.runs import GROWTH

from . import recorded, replay

SIDE, HALF = 36, 1.25           # the plane from -1.25 to 1.25, asked at 36 x 36 points
RATES = (0.0001, 0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0)
GAINS = (0.01, 0.03, 0.1, 0.2, 0.3, 0.5, 0.7, 1.0, 1.4, 2.0, 3.0, 5.0)
PENALTIES = (0.0, 0.0001, 0.001, 0.01, 0.1)
BATCHES = (1, 2, 4, 8, 16, 32, 64, 128)
SPEEDS = {"5": 5, "60": 60, "600": 600, "most": 100_000}        # steps a second
ROLES = ("truth", "compare", "third", "model", "muted")
LOSSES = 1e-3, 10.0             # that are drawn


class Look(NamedTuple):
    """What a look at a run finds, as recorded.py records it; history is (steps, mean losses)."""

    steps: int
    right: float
    loss: float
    last_loss: float
    activations: np.ndarray
    gradients: np.ndarray
    shares: np.ndarray
    history: tuple


@functools.cache
def look(settings, steps):
    """A Look at the run of a replay.Settings after some steps, by the package's Trainer.

    >>> found = look(replay.Settings(layers=1), 2)
    >>> found.shares.shape, found.history[0]
    ((36, 36, 2), (1, 2))
    """
    run = replay.trainer(settings)
    for _ in range(steps):
        try:
            run.step()
        except trained.Diverged:
            break
    net, losses = run.model, run.history.loss
    activations, gradients = np.zeros((4, recorded.BINS)), np.zeros((5, recorded.BINS))
    with np.errstate(all="ignore"):
        for counts, A in zip(activations, net.hidden(run.X), strict=False):
            counts[:] = recorded.histogram(A, recorded.ACTIVATIONS)
        loss = net.loss_and_grads(run.X, run.y)
        for counts, layer in zip(gradients, net.layers[::2], strict=False):
            counts[:] = recorded.histogram(layer.dW, recorded.GRADIENTS)
        shares, right = net.predict_proba(_plane()).reshape(SIDE, SIDE, -1), net.score(run.X, run.y)
    last = losses[-1] if losses else 0.0
    return Look(len(losses), right, loss, last, activations, gradients, shares, _history(losses))


def _plane():
    """The points of the picture (1296, 2), row by row from the top, each in the middle of its cell."""
    side = HALF * (2 * np.arange(SIDE) + 1 - SIDE) / SIDE
    return np.stack(np.meshgrid(side, -side), axis=-1).reshape(-1, 2)


def _history(losses):
    at = tuple(itertools.takewhile(lambda count: count <= len(losses), due_steps()))
    return at, tuple(sum(losses[start:end]) / (end - start) for start, end in itertools.pairwise((0, *at)))


def due_steps():
    """The steps that the page keeps for the history of a run, without end.

    >>> list(itertools.islice(due_steps(), 47, 53))
    [48, 49, 50, 51, 53, 55]
    """
    count = 1
    while True:
        yield count
        count = max(count + 1, int(np.ceil(count * GROWTH)))


def training(at=None, steps=1000):
    """A net on spirals, blobs or rings that the page trains; the still picture has `steps` steps behind it."""
    fig = Figure("Train a net yourself", name="training", at=at, xlim=(-HALF, HALF), ylim=(-HALF, HALF), equal=True,
                 xlabel="$x_1$", ylabel="$x_2$",
                 alt="Four panels: points of two classes in the plane, coloured by what the net says; the loss over "
                     "the steps; histograms of the activations and of the gradients, one line for each layer.")
    data = fig.choice("data", list(replay.DATA))
    rule = fig.choice("rule", list(RULES))
    layers = fig.slider("layers", 1, max(recorded.LAYERS), 4)
    width = fig.slider("width", 1, 32, 16)
    gain = named(fig, "gain", GAINS, 0.1, "start gain")
    lr = named(fig, "rate", RATES, 0.1)
    reg = named(fig, "penalty", PENALTIES, 0.0, r"penalty $\lambda$", folded=True)
    batch = named(fig, "batch", BATCHES, 32, "minibatch", folded=True)
    seed = fig.slider("seed", 0, 99, 0, folded=True)
    speed = named(fig, "speed", tuple(SPEEDS.values()), 60, "steps a second", names=list(SPEEDS))
    chosen = {i["name"]: i["value"] for i in fig.spec["inputs"]}
    settings = replay.Settings(
        list(replay.DATA)[chosen["data"]], chosen["layers"], chosen["width"], GAINS[chosen["gain"]],
        RATES[chosen["rate"]], list(RULES)[chosen["rule"]], PENALTIES[chosen["penalty"]], BATCHES[chosen["batch"]],
        chosen["seed"])
    found = look(settings, steps)

    n, k, depth = replay.EXAMPLES, replay.CLASSES, layers - 1
    weights = np.where(depth == 0, 2 * k, (2 + k) * width + (depth - 1) * width**2)
    X = np.stack([replay.data(name)[0] for name in replay.DATA])
    points, labels = np.reshape(fig.table(X.reshape(len(X), -1))[data], (n, 2)), replay.data("spirals")[1]
    of = recorded.templates(SIDE)
    fig.field(found.shares, points="points", out="shares", steps=[Steps(of["field"], by=depth)],
              colors=("truth", "model"))
    for c, (color, marker) in enumerate((("truth", "ring"), ("model", "diamond"))):
        mine = points[np.flatnonzero(labels == c)]
        fig.point(mine[:, 0], mine[:, 1], color=color, marker=marker, r=3, label=f"class {c + 1}")
    count = fig.run(
        sizes={"n": n, "m": batch, "h": width, "w": weights, "p": weights + depth * width + k},
        fill={"X": points, "y": labels, "generator": draws.seeded(seed), "gain": gain},
        follow={"lr": lr, "reg": reg},
        start=[Steps(of["draw"], times=weights), Steps(of["start"], by=depth)],
        step=[Steps(of["epoch"], every=n // batch), Steps(of["trade"], times=n - 1, every=n // batch),
              Steps(of["batch"]), Steps(of["scale"], by=rule), Steps(of["back"], by=depth),
              Steps(of["update"], by=rule)],
        look=[Steps(of["look"], by=depth)], speed=speed, stop="loss", steps=found.steps)

    fig.panel(xlim=(1, 1e5), ylim=LOSSES, xlog=True, ylog=True, xlabel="step", ylabel="loss of the minibatches",
              aspect=0.85)
    at_step, losses = fig.history("loss", *found.history)
    fig.line(at_step, np.minimum(np.maximum(losses, LOSSES[0]), LOSSES[1]), color="model", dash="")
    fig.hline(np.log(k), color="muted", width=1, label="log 2, a guess")
    _histograms(fig, "activations", found.activations, recorded.ACTIVATIONS, depth, r"$\log_{10}$ of an activation",
                "percent of the hidden layer")
    _histograms(fig, "gradients", found.gradients, recorded.GRADIENTS, layers, r"$\log_{10} |dW|$",
                "percent of the layer")

    right, loss = fig.state("right", found.right), fig.state("all loss", found.loss)
    alive = np.isfinite(fig.state("loss", found.last_loss)) & np.isfinite(loss)
    fig.readout("step", "{:d}", count)
    fig.readout("right", "{:.0%}", right)
    fig.readout("loss of all", "{:.3f}", loss)
    fig.case((~alive, "The run has diverged: the loss is no longer a number."),
             (count == 0, "Nothing is trained yet: the net is as it was drawn."),
             (right == 1, "Step {:d}: the net knows every point.", count),
             (right > 0.9, "Step {:d}: the net knows nearly every point.", count),
             ((reg == 0) & (loss > 1.02 * np.log(k)), "Step {:d}: the loss is above log 2, that of a guess.", count),
             ((reg == 0) & (loss > 0.98 * np.log(k)), "Step {:d}: the loss is still about log 2, that of a guess.",
              count),
             otherwise="Step {:d}: the net knows {:.0%} of the points.", values=[count, right])
    return fig


def named(fig, name, values, start, label=None, names=None, folded=False):
    """The value of a slider whose places are the values.

    >>> fig = Figure("A test", name="test", alt="One slider with four places, of which the second one is chosen.")
    >>> named(fig, "rate", (0.01, 0.1, 1.0, 10.0), 0.1)
    Tracer(array(0.1))
    """
    place = fig.slider(name, 0, len(values) - 1, values.index(start), label=label,
                       names=names or [f"{v:g}" for v in values], folded=folded)
    return fig.table(np.array(values))[place]


def _histograms(fig, room, counts, limits, shown, xlabel, ylabel):
    """A panel with the outline of a histogram for each of the first `shown` layers."""
    low, high = limits
    fig.panel(xlim=limits, ylim=(0, 60), xlabel=xlabel, ylabel=ylabel, aspect=0.6)
    edges = np.repeat(np.round(np.linspace(low, high, recorded.BINS + 1), 4), 2)[1:-1]
    state = fig.state(room, counts)
    for layer in range(len(counts)):
        heights = np.repeat(state[layer], 2)
        fig.line(edges, np.where(layer < shown, np.minimum(heights, 60.0), np.nan), color=ROLES[layer],
                 label=f"layer {layer + 1}")
