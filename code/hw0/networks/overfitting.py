"""The experiment behind part 6a: for which (weight scale, learning rate) does a deep net learn 50 digits by heart?

    64 inputs, then hidden layers of 100 units, then 10 scores: two hidden layers are the net of depth 3, four that of
    depth 5.  Plain SGD, minibatches of 25, 20 epochs, so 40 steps in all.

Which of them is a matter of choice can be asked by choosing otherwise: every one of these is an argument of `run`.
What is predicted stands in hw0.networks.trainability.
"""
from typing import NamedTuple

import numpy as np

from hw0 import datasets
from hw0.networks.maximal_update import MaximalUpdate, shrink_last
from hw0.networks.model import Network
from hw0.networks.optimizers import SGD
from hw0.networks.training import Diverged, Trainer

INPUTS, WIDTH, CLASSES = 64, 100, 10
EXAMPLES, BATCH, EPOCHS = 50, 25, 20
BINS = np.linspace(-4, 2, 13)       # edges of the histogram, in log10 of an activation


class Run(NamedTuple):
    """What one training run showed: after every epoch (EPOCHS,), and in every hidden layer at the end.

    right : of the 50 examples, how many are classified rightly; 0 from a divergence on
    loss : the loss of the last minibatch; nan from a divergence on
    histogram : (depth - 1, 13) percent of the activations that are 0, then in each bin of log10

    >>> Run(right=np.array([7, 50]), loss=np.array([2.1, 0.1]), histogram=np.zeros((2, 13))).right
    array([ 7, 50])
    """

    right: np.ndarray
    loss: np.ndarray
    histogram: np.ndarray


def run(depth, scale, lr, seed, *, epochs=EPOCHS, **choices):
    """A Run of the experiment.  scale is a number or "he"; seed chooses the examples, the weights and the order.

    choices : as for `begin`

    >>> overfitting.run(3, "he", 0.5, seed=0).right.shape
    (20,)
    """
    trainer = begin(depth, scale, lr, seed, **choices)
    right, losses = np.zeros(epochs, int), np.full(epochs, np.nan)

    def after_epoch(trainer):
        right[trainer.epoch - 1] = round(trainer.history.train_score[-1] * EXAMPLES)
        losses[trainer.epoch - 1] = trainer.history.loss[-1]

    try:
        trainer.run(epochs, after_epoch=after_epoch)
    except Diverged:
        return Run(right, losses, np.zeros((depth - 1, len(BINS)), int))
    return Run(right, losses, np.array([histogram(A) for A in trainer.model.hidden(trainer.X)]))


def begin(depth, scale, lr, seed, *, base=None, **choices):
    """The Trainer of a run, before its first step.

    base : of the maximal update parametrisation (see hw0.networks.maximal_update); None for one rate in all layers
    choices : as for `start`

    >>> trainer = overfitting.begin(3, "he", 0.5, seed=0, width=200, base=100)
    >>> trainer.X.shape, trainer.optimizer.name
    ((50, 64), 'MaximalUpdate(base=100)')
    """
    model, X, y, rng = start(depth, scale, seed, **choices)
    if base:
        shrink_last(model, base=base)
    rule = MaximalUpdate(lr, model, base=base) if base else SGD(lr)
    return Trainer(model, X, y, optimizer=rule, rng=rng, batch_size=BATCH)


def start(depth, scale, seed, *, inputs=INPUTS, width=WIDTH, loss="softmax", network=Network):
    """The net, its 50 examples X, y, and the Generator, as a run begins.

    network : Network or one of hw0.networks.remedies
    inputs : 64, or a multiple for a picture in which each pixel is repeated, such as 3072 for 32 x 32 in three colours

    The repeated pixels are not stored.  Normal weights look the same in every rotated system, and so do steps of SGD:
    the net sees its inputs by their inner products alone, and those of repeated pixels are multiples of those of the
    digits.  So the digits times sqrt(inputs / 64) give the same run at a fraction of the price.

    >>> net, X, y, rng = overfitting.start(3, "he", seed=0, inputs=3072)
    >>> net.sizes, X.shape, round(float(np.mean(np.sum(X * X, axis=1))) / 3072, 1)
    ((64, 100, 100, 10), (50, 64), 1.0)
    """
    data, rng = datasets.digits(), np.random.default_rng(seed)
    rows = rng.permutation(len(data.X))[:EXAMPLES]
    model = network((INPUTS, *[width] * (depth - 1), CLASSES), rng=rng, scale=scale, loss=loss)
    if scale == "he":
        model.weights[0][:] *= np.sqrt(INPUTS / inputs)
    return model, data.X[rows] * np.sqrt(inputs / INPUTS), data.y[rows], rng


def histogram(A):
    """(13,) int: percent of the entries of A that are 0, then in each bin of log10, the outer ones open.

    >>> overfitting.histogram(np.array([0.0, 0.0, 1.0, 10.0]))
    array([50,  0,  0,  0,  0,  0,  0,  0,  0, 25,  0, 25,  0])
    """
    positive = np.clip(np.log10(A[A > 0]), BINS[0], BINS[-1])
    counts = [np.sum(A == 0), *np.histogram(positive, BINS)[0]]
    return np.rint(100 * np.array(counts) / A.size).astype(int)
