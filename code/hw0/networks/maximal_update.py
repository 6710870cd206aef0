"""One learning rate for nets of every width: the maximal update parametrisation (μP) of SGD.

From He's start a step through one layer moves a score by lr times that layer's share of hw0.networks.signals's K: d for
the first layer and the width h for each other, so that wider nets need lower rates.  μP keeps every share as it is at a
chosen width, the base, with m = h / base:

    layer            first    hidden    last
    weights begin    He       He        He / sqrt(m)
    share of K       d / m    base      h
    rate             lr m     lr        lr / m

Biases of hidden layers take lr m, that of the scores lr.  At the base nothing is changed.  All hidden layers have the
same width.  Source: Yang and Hu (2021); the table for SGD in Yang et al. (2022).
"""
import itertools

import numpy as np

from hw0.networks.optimizers import SGD
from hw0.networks.views import views
from hw0.validation import positive, shaped


class MaximalUpdate(SGD):
    """p <- p - lr rates g, with a rate for each layer, for a Network that `shrink_last` has been given.

    Raises ValueError for hidden layers of several widths, and a base that is no number > 0.

    >>> net = networks.Network((2, 4, 4, 3), rng=np.random.default_rng(0))
    >>> rule = maximal_update.MaximalUpdate(0.5, net, base=2)
    >>> sorted({float(rate) for rate in rule.rates}), rule.name
    ([0.5, 1.0, 2.0], 'MaximalUpdate(base=2)')
    """

    rate_first = True

    def __init__(self, lr, model, *, base):
        super().__init__(lr)
        self.base, m = base, _multiple(model, base)
        self.rates = np.ones_like(model.params)
        weights, biases = views(self.rates, list(itertools.pairwise(model.sizes)))
        for first in (weights[0], *biases[:-1]):
            first[:] = m
        weights[-1][:] = 1 / m

    @property
    def name(self):
        """As for every rule, with the base."""
        return f"MaximalUpdate(base={self.base})"

    def _step(self, p, lr_g):
        lr_g *= self.rates
        p -= lr_g


def shrink_last(model, *, base):
    """Divide the last weights of a Network by sqrt(h / base), in place.  Raises as MaximalUpdate.

    >>> net = networks.Network((2, 4, 3), rng=np.random.default_rng(0), scale=1.0)
    >>> drawn = net.weights[1].copy()
    >>> maximal_update.shrink_last(net, base=1)
    >>> print(np.allclose(net.weights[1], drawn / 2))
    True
    """
    model.weights[-1][:] /= np.sqrt(_multiple(model, base))


def _multiple(model, base):
    widths = set(model.sizes[1:-1])
    if len(widths) != 1:
        raise ValueError(f"the hidden layers must have one width; got {model.sizes[1:-1]}.")
    (number,) = shaped(base=("", base))
    positive(base=number)
    return widths.pop() / base
