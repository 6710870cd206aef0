"""What deep nets are given so that they train: batch normalisation, and residual connections.

Both change the chain of layers of a Network and leave the parameters as they are, so that everything that trains or
checks a Network takes these, too.  They are here to be measured, in hw0.networks.overfitting, and are no part of the
homework.  Source: Ioffe and Szegedy (2015); He et al. (2016).
"""
import numpy as np

from hw0.networks.layers import Affine, ReLU
from hw0.networks.model import Network

FLOOR = 1e-5        # added to a variance, so that a unit that says the same of every example divides by no zero


class BatchNorm:
    """The map Z -> (Z - mean) / sqrt(variance + FLOOR), unit by unit over the examples of the batch, without the two
    parameters per unit that are often learnt with it.

    >>> BatchNorm = remedies.BatchNorm
    >>> BatchNorm().forward(np.array([[1.0], [3.0]])).round(4)
    array([[-1.],
           [ 1.]])
    >>> layer = BatchNorm()
    >>> Z = layer.forward(np.array([[1.0], [3.0], [4.0]]))
    >>> print(np.abs(layer.backward(np.ones((3, 1)))).max() < 1e-12)
    True
    """

    def forward(self, Z):
        """The normalised Z, a new array (n, h)."""
        centred = Z - np.mean(Z, axis=0)
        self._size = np.sqrt(np.mean(np.square(centred), axis=0) + FLOOR)
        self._normal = centred / self._size
        return self._normal.copy()      # ReLU writes over what it is given

    def backward(self, d):
        """The gradient with respect to Z.

        With mean m and size s, entry i is z_i -> (z_i - m) / s.  Through m every entry loses mean(d) / s, and through
        s, whose slope in z_i is normal_i / n, it loses normal_i mean(d * normal) / s.
        """
        return (d - np.mean(d, axis=0) - self._normal * np.mean(d * self._normal, axis=0)) / self._size


class Skip:
    """The map A -> A + factor * relu(A @ W + b), which passes A on beside its two layers.

    >>> layer = remedies.Skip(networks.layers.Affine(np.eye(2), np.zeros(2)), factor=0.5)
    >>> layer.forward(np.array([[1.0, -1.0]]))
    array([[ 1.5, -1. ]])
    >>> layer.backward(np.array([[1.0, 1.0]])), layer.active
    (array([[1.5, 1. ]]), array([[ True, False]]))
    """

    def __init__(self, affine, factor):
        self.affine, self.relu, self.factor = affine, ReLU(), factor

    def forward(self, A):
        """A + factor * relu(A @ W + b), a new array (n, h)."""
        return A + self.factor * self.relu.forward(self.affine.forward(A))

    def backward(self, d):
        """The gradient with respect to A: d itself, and what comes back through the two layers."""
        return d + self.affine.backward(self.relu.backward(self.factor * d))

    @property
    def active(self):
        """Where A @ W + b > 0, bool (n, h), as the last backward found it.

        >>> layer = remedies.Skip(networks.layers.Affine(np.eye(2), np.zeros(2)), factor=0.5)
        >>> out = layer.forward(np.array([[1.0, -1.0]]))
        >>> back = layer.backward(np.array([[1.0, 1.0]]))
        >>> layer.active
        array([[ True, False]])
        """
        return self.relu.active


class NormalizedNetwork(Network):
    """A Network with a BatchNorm before each ReLU.  Scores, too, use the statistics of the rows they are asked for.

    >>> net = remedies.NormalizedNetwork((4, 5, 5, 3), rng=np.random.default_rng(0))
    >>> [type(layer).__name__ for layer in net.layers[:3]]
    ['Affine', 'BatchNorm', 'ReLU']
    """

    def _lay_out(self):
        super()._lay_out()
        chain = []
        for layer in self.layers:
            chain += [BatchNorm(), layer] if isinstance(layer, ReLU) else [layer]
        self.layers = tuple(chain)


class ResidualNetwork(Network):
    """A Network whose hidden layers from the second on are Skips, with the factor 1 / sqrt(number of Skips).

    So the variance that all of them add is that of one layer, however many they are.  What ReLU lets through is
    positive, and these means add up: signals still grow with the depth, slowly.  `hidden` has what each Skip passes on.
    Raises ValueError unless there is a hidden layer, and all have one width.

    >>> net = remedies.ResidualNetwork((4, 5, 5, 3), rng=np.random.default_rng(0))
    >>> [type(layer).__name__ for layer in net.layers]
    ['Affine', 'ReLU', 'Skip', 'Affine']
    """

    _passing_on = (ReLU, Skip)

    def _lay_out(self):
        if len(set(self.sizes[1:-1])) != 1:
            raise ValueError(f"the hidden layers must have one width, to be added; got {self.sizes[1:-1]}.")
        super()._lay_out()
        affine = [layer for layer in self.layers if isinstance(layer, Affine)]
        middle = affine[1:-1]
        skips = [Skip(layer, factor=1 / np.sqrt(len(middle))) for layer in middle]
        self.layers = (affine[0], self.layers[1], *skips, affine[-1])
