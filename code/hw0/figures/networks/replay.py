"""The reader's run again in Python: the package's own Trainer, with the random numbers of the page."""
import functools
from typing import NamedTuple

import numpy as np

from hw0 import datasets
from hw0.networks import Network, Trainer, training
from hw0.networks.optimizers import RULES
from livefig import draws

EXAMPLES, CLASSES = 128, 2
DATA = {"spirals": lambda n, rng: datasets.spirals(n, classes=CLASSES, turns=1.5, noise=0.1, rng=rng),
        "blobs": lambda n, rng: datasets.blobs(n, spread=0.25, rng=rng),
        "rings": lambda n, rng: datasets.rings(n, rng=rng)}


class Settings(NamedTuple):
    """What the figure of the reader's run can be set to; layers are affine layers, of which the last gives the scores.

    >>> Settings(layers=2, rule="Adam").sizes
    (2, 16, 2)
    """

    data: str = "spirals"
    layers: int = 4
    width: int = 16
    gain: float = 0.1
    lr: float = 0.1
    rule: str = "SGD"
    reg: float = 0.0
    batch: int = 32
    seed: int = 0

    @property
    def sizes(self):
        """The widths (2, h, ..., 2) of the network."""
        return (2, *[self.width] * (self.layers - 1), CLASSES)


@functools.cache
def data(name):
    """X (128, 2), rounded to two digits, and y (128,) of one of DATA."""
    X, y = DATA[name](EXAMPLES // CLASSES, np.random.default_rng(1))
    return np.round(X, 2), y


def trainer(settings):
    """A Trainer at its start, with the settings and the random numbers of the page.

    Raises KeyError for data or a rule that there is not, and what Network and Trainer raise.

    >>> run = trainer(Settings(layers=2, rule="Adam"))
    >>> for _ in range(300):
    ...     loss = run.step()
    >>> run.model.score(run.X, run.y) > 0.6
    True
    """
    rng = draws.generator(settings.seed)
    net = Network(settings.sizes, rng=rng, reg=settings.reg)
    net.params[:] *= settings.gain
    return Trainer(net, *data(settings.data), optimizer=RULES[settings.rule](settings.lr), rng=rng,
                   batch_size=settings.batch)


def right_after(settings, steps):
    """The share of the examples that a run knows after so many steps; that of a run that diverged is 0.

    >>> right_after(Settings(lr=10.0, gain=4.0), 20)
    0.0
    """
    run = trainer(settings)
    try:
        for _ in range(steps):
            run.step()
        run.check_finite()
    except training.Diverged:
        return 0.0
    return run.model.score(run.X, run.y)
