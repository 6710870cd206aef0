"""The experiment behind part 6a: for which (weight scale, learning rate) does a deep net learn 50 digits by heart?

    64 inputs, then hidden layers of 100 units, then 10 scores: two hidden layers are the net of depth 3, four that of
    depth 5.  Plain SGD, minibatches of 25, 20 epochs, so 40 steps in all.

The prediction rests on the signals at the start.  A step moves the scores by about lr * K; it is felt if that is not
small against max(1, size of the scores), and it is harmless if it is not large against it:

    lr * K(gain) > LEAST * max(1, f)        and        lr * K(max(1, gain)) < MOST * max(1, f)

The second line takes a gain of at least 1, because a net that starts with less passes through 1 while it learns.
LEAST and MOST are two numbers for all depths and scales, fitted once to the stored maps of depth 3 and 5.
"""
from typing import NamedTuple

import numpy as np

from hw0 import datasets
from hw0.networks import signals
from hw0.networks.model import Network
from hw0.networks.optimizers import SGD
from hw0.networks.training import Diverged, Trainer

INPUTS, WIDTH, CLASSES = 64, 100, 10
EXAMPLES, BATCH, EPOCHS = 50, 25, 20
LEAST, MOST = 2.5, 180.0
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


def run(depth, scale, lr, seed):
    """A Run of the experiment.  scale is a number or "he"; seed chooses the examples, the weights and the order.

    >>> overfitting.run(3, "he", 0.5, seed=0).right.shape
    (20,)
    """
    data, rng = datasets.digits(), np.random.default_rng(seed)
    rows = rng.permutation(len(data.X))[:EXAMPLES]
    model = Network((INPUTS, *[WIDTH] * (depth - 1), CLASSES), rng=rng, scale=scale)
    trainer = Trainer(model, data.X[rows], data.y[rows], optimizer=SGD(lr), rng=rng, batch_size=BATCH)
    right, loss = np.zeros(EPOCHS, int), np.full(EPOCHS, np.nan)

    def after_epoch(trainer):
        right[trainer.epoch - 1] = round(trainer.history.train_score[-1] * EXAMPLES)
        loss[trainer.epoch - 1] = trainer.history.loss[-1]

    try:
        trainer.run(EPOCHS, after_epoch=after_epoch)
    except Diverged:
        return Run(right, loss, np.zeros((depth - 1, len(BINS)), int))
    return Run(right, loss, np.array([histogram(A) for A in model.hidden(data.X[rows])]))


def histogram(A):
    """(13,) int: percent of the entries of A that are 0, then in each bin of log10, the outer ones open.

    >>> overfitting.histogram(np.array([0.0, 0.0, 1.0, 10.0]))
    array([50,  0,  0,  0,  0,  0,  0,  0,  0, 25,  0, 25,  0])
    """
    positive = np.clip(np.log10(A[A > 0]), BINS[0], BINS[-1])
    counts = [np.sum(A == 0), *np.histogram(positive, BINS)[0]]
    return np.rint(100 * np.array(counts) / A.size).astype(int)


def least_rate(scale, depth):
    """The learning rate from which the gain theory expects the 50 examples to be learnt.

    >>> print(overfitting.least_rate(0.1, 3) < overfitting.most_rate(0.1, 3))
    True
    """
    gain = signals.gain(scale, WIDTH)
    return LEAST * _reach(scale, depth) / signals.kernel_size(gain, depth, INPUTS)


def most_rate(scale, depth):
    """The learning rate up to which it expects the run not to be thrown off.

    >>> print(overfitting.most_rate(0.1, 5) > overfitting.most_rate(0.5, 5))
    True
    """
    gain = np.maximum(1.0, signals.gain(scale, WIDTH))
    return MOST * _reach(scale, depth) / signals.kernel_size(gain, depth, INPUTS)


def _reach(scale, depth):
    return np.maximum(1.0, signals.score_size(scale, signals.gain(scale, WIDTH), depth, INPUTS))
