"""The reader's own digits: a net that is trained in the page, and names what is drawn while it learns."""
import functools
from typing import NamedTuple

import numpy as np

from hw0 import datasets
from hw0.networks import SGD, Diverged, Network, Trainer
from livefig import Figure, Steps, draws
from livefig.pads import packed, unpacked

from . import recorded
from .training import LOSSES, RATES, SPEEDS, due_steps, named

SIDE, LEVELS = 8, 15                    # of a picture: its cells, and how dark the darkest are
STORED, UNSEEN = 500, 200               # digits to train on, and others
SPREAD = 4.0                            # of a cell round its mean, roughly: inputs then have mean square one
COUNTS, WIDTHS, LAYERS = (20, 100, 500), (4, 8, 16, 32, 64), range(1, 4)
BATCH, GAIN = 20, 0.3


class DigitSettings(NamedTuple):
    """What the figure can be set to; layers are affine layers, and the net trains on so many digits.

    >>> DigitSettings(layers=3, width=8).sizes
    (64, 8, 8, 10)
    """

    digits: int = 500
    layers: int = 2
    width: int = 32
    lr: float = 0.1
    seed: int = 0

    @property
    def sizes(self):
        """The widths (64, h, ..., 10) of the network."""
        return (SIDE**2, *[self.width] * (self.layers - 1), 10)


class DigitLook(NamedTuple):
    """What a look at a run finds; history is (steps, mean losses, shares of unseen digits that are right, sure)."""

    steps: int
    right: float
    unseen: float
    sure: float
    named: np.ndarray
    last_loss: float
    history: tuple


@functools.cache
def pictures():
    """The rows (700, 8) of the pictures, each row of eight cells as one number, and their labels (700,).

    The first 500 are to train on.

    >>> rows, labels = pictures()
    >>> rows.shape, int(rows.max()) < 16**8, bool(np.bincount(labels).min() > 50)
    ((700, 8), True, True)
    """
    X, y = (a[:STORED + UNSEEN] for a in datasets.pictures())
    return packed(np.minimum(X, LEVELS).astype(int).reshape(-1, SIDE, SIDE), LEVELS), y


def inputs_of(rows):
    """The inputs (n, 64) of the net for the rows (n, 8) of pictures, centred by the mean of each cell; traced or not.

    >>> X = inputs_of(pictures()[0])
    >>> X.shape, bool(abs(np.mean(X**2) - 1) < 0.1)
    ((700, 64), True)
    """
    cells = np.reshape(unpacked(rows, SIDE, LEVELS), (-1, SIDE**2))
    return (cells - _mean()) / SPREAD


@functools.cache
def _mean():
    cells = unpacked(pictures()[0][:STORED], SIDE, LEVELS)
    return np.round(np.mean(cells, axis=0), 1).ravel()


def unseen_digits(shuffled=None):
    """The 200 digits that no net here trains on: inputs (200, 64), labels; a Generator scatters the ink of each.

    >>> X, y = unseen_digits()
    >>> X.shape, y.shape
    ((200, 64), (200,))
    """
    rows, labels = (a[STORED:] for a in pictures())
    if shuffled is not None:
        cells = unpacked(rows, SIDE, LEVELS).reshape(-1, SIDE**2)
        rows = packed(shuffled.permuted(cells, axis=1).reshape(-1, SIDE, SIDE), LEVELS)
    return inputs_of(rows), labels


def digit_trainer(settings):
    """A Trainer at its start, with the DigitSettings and the random numbers of the page.

    >>> run = digit_trainer(DigitSettings(digits=100))
    >>> for _ in range(100):
    ...     loss = run.step()
    >>> run.model.score(run.X, run.y) > 0.9
    True
    """
    rng, (rows, labels) = draws.generator(settings.seed), pictures()
    net = Network(settings.sizes, rng=rng)
    net.params[:] *= GAIN
    return Trainer(net, inputs_of(rows[:settings.digits]), labels[:settings.digits], optimizer=SGD(settings.lr),
                   rng=rng, batch_size=BATCH)


def digit_after(settings, steps):
    """The Network of a run with some DigitSettings after some steps.

    >>> digit_after(DigitSettings(digits=20), steps=50).score(*unseen_digits()) > 0.4
    True
    """
    run = digit_trainer(settings)
    for _ in range(steps):
        run.step()
    return run.model


@functools.cache
def digit_look(settings, steps, drawn=None):
    """A DigitLook at the run of some settings after some steps, by the package's Trainer; drawn are rows on the pad.

    >>> found = digit_look(DigitSettings(digits=20), 3)
    >>> found.named.shape, [len(kept) for kept in found.history]
    ((1, 10), [3, 3, 3, 3])
    """
    run, (X, y) = digit_trainer(settings), unseen_digits()
    net, pad = run.model, X[:1] if drawn is None else inputs_of(np.array([drawn]))

    def unseen():
        return net.score(X, y), float(np.mean(np.max(net.predict_proba(X), axis=1)))

    losses, kept, due = run.history.loss, [], due_steps()
    at = next(due)
    with np.errstate(all="ignore"):
        for _ in range(steps):
            try:
                run.step()
            except Diverged:
                break
            if len(losses) == at:
                kept.append((at, np.mean(losses[kept[-1][0] if kept else 0:]), *unseen()))
                at = next(due)
        return DigitLook(len(losses), net.score(run.X, run.y), *unseen(), net.predict_proba(pad),
                         losses[-1] if losses else 0.0, tuple(zip(*kept, strict=True)) if kept else ((), (), (), ()))


def digits(at=None, steps=600):
    """A pad, and a net that the page trains on digits: it names what is drawn. The still picture has `steps` steps."""
    lines = dict.fromkeys(range(SIDE + 1), "")
    fig = Figure("Draw a digit, and watch the net name it while it learns", name="digits", at=at, xlim=(0, SIDE),
                 ylim=(0, SIDE), equal=True, xticks=lines, yticks=lines,
                 alt="Four panels: a pad of 8 by 8 grey cells with a handwritten digit; ten bars, the probability of "
                     "each digit; the loss over the steps; shares of unseen digits, right and sure.")
    count = named(fig, "digits", COUNTS, 500, "digits to train on")
    layers = fig.slider("layers", min(LAYERS), max(LAYERS), 2)
    width = named(fig, "width", WIDTHS, 32)
    lr = named(fig, "rate", RATES, 0.1)
    seed = fig.slider("seed", 0, 99, 0, folded=True)
    speed = named(fig, "speed", tuple(SPEEDS.values()), 60, "steps a second", names=list(SPEEDS), folded=True)
    rows, labels = pictures()
    stored, unseen = fig.table(rows[:STORED]), fig.table(rows[STORED:])
    drawn = fig.pad("row", unpacked(rows[STORED], SIDE, LEVELS).astype(int), label="Pad for a digit", others=unseen,
                    another="Another digit")
    settings = DigitSettings(*(int(v.value) for v in (count, layers, width)), float(lr.value), int(seed.value))
    found = digit_look(settings, steps, tuple(drawn.value.tolist()))
    steps_so_far = _run(fig, count, layers, width, lr, seed, speed, stored, unseen, drawn, found)

    probabilities = fig.state("named", found.named)
    best, surest = np.argmax(probabilities), np.max(probabilities)
    same = np.all(unseen == drawn, axis=1)
    known = np.any(same)
    label = fig.table(labels[STORED:])[np.argmax(same)]
    _bars(fig, probabilities, best, surest, np.where(known, label, np.nan))
    _courses(fig, found)

    fig.readout("step", "{:d}", steps_so_far)
    fig.readout("right on its own digits", "{:.0%}", fig.state("right X", found.right))
    fig.readout("right on unseen ones", "{:.0%}", fig.state("right unseen X", found.unseen))
    fig.readout("sure on unseen ones", "{:.0%}", fig.state("sure", found.sure))
    said = [best, surest]
    fig.case((~(np.isfinite(fig.state("loss", found.last_loss)) & np.isfinite(surest)),
              "The run has diverged: the loss is no longer a number."),
             (surest - np.min(probabilities) < 1e-9, "No hidden unit hears the pad: the net gives each digit {:.0%}.",
              surest),
             (steps_so_far == 0, "Nothing is trained yet: the net gives {:d} the most, {:.0%}.", *said),
             (np.max(drawn) == 0, "The pad is empty, and still the net says {:d} with {:.0%}.", *said),
             (known & (best == label), "The net says {:d} with {:.0%}: right.", *said),
             (known, "The net says {:d} with {:.0%}: wrong, the digit is {:d}.", *said, label),
             otherwise="The net says {:d} with {:.0%}; whether that is right, you know and it does not.", values=said)
    return fig


def _run(fig, count, layers, width, lr, seed, speed, stored, unseen, drawn, found):
    """What the page does; the number of steps so far."""
    depth, labels = layers - 1, pictures()[1]
    ends = sum(recorded.DIGITS)
    weights = np.where(depth == 0, np.prod(recorded.DIGITS), ends * width + (depth - 1) * width**2)
    of = recorded.templates_of_digits(LAYERS, STORED, UNSEEN)
    epoch = count // BATCH
    return fig.run(
        sizes={"n": count, "m": BATCH, "h": width, "w": weights, "p": weights + depth * width + recorded.DIGITS[1]},
        fill={"X": np.ravel(inputs_of(stored)), "y": labels[:STORED], "unseen X": np.ravel(inputs_of(unseen)),
              "unseen y": labels[STORED:], "generator": draws.seeded(seed), "gain": GAIN},
        follow={"lr": lr}, ask={"drawn cells": np.ravel(inputs_of(drawn[None]))},
        start=[Steps(of["draw"], times=weights), Steps(of["start"], by=depth)],
        step=[Steps(of["epoch"], every=epoch), Steps(of["trade"], times=count - 1, every=epoch), Steps(of["batch"]),
              Steps(of["scale"]), Steps(of["back"], by=depth), Steps(of["update"])],
        look=[Steps(of["unseen"], by=depth), Steps(of["look"], by=depth)], speed=speed, stop="loss", steps=found.steps)


def _bars(fig, probabilities, best, surest, label):
    """Ten bars, the number on the highest, and a ring where the truth is known."""
    fig.panel(xlim=(-0.6, 9.6), ylim=(0, 1.12), ylabel="probability, says the net", aspect=0.6,
              xticks={k: str(k) for k in range(10)}, yticks={0: "0", 0.5: "50%", 1: "100%"})
    sides = np.array([-0.38, 0.38, np.nan])
    fig.area(np.ravel(np.arange(10)[:, None] + sides), 0.0 * np.ones(30), np.repeat(np.ravel(probabilities), 3),
             color="model", opacity=0.85)
    fig.text(best, surest, "{:.0%}", surest, color="model", anchor="middle", dy=6)
    fig.point(label, 0.0, color="truth", marker="ring", r=5, label="what it is, by the data")


def _courses(fig, found):
    """The loss, and how right and how sure the net is on unseen digits, over the steps."""
    at, losses, right, sure = fig.history("loss", *found.history[:2], **dict(zip(("right unseen X", "sure"),
                                                                                found.history[2:], strict=True)))
    fig.panel(xlim=(1, 1e5), ylim=LOSSES, xlog=True, ylog=True, xlabel="step", ylabel="loss of the minibatches",
              aspect=0.6)
    fig.line(at, np.minimum(np.maximum(losses, LOSSES[0]), LOSSES[1]), color="model", dash="")
    fig.hline(np.log(10), color="muted", width=1, label="log 10, a guess")
    fig.panel(xlim=(1, 1e5), ylim=(0, 1), xlog=True, xlabel="step", ylabel="unseen digits", aspect=0.6,
              yticks={0: "0", 0.5: "50%", 1: "100%"})
    fig.line(at, right, color="truth", label="right")
    fig.line(at, sure, color="model", label="sure: mean of the largest probability")
