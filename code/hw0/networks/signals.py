"""How far signals get in a ReLU network with random weights N(0, scale^2).

Forward: an entry of Z = A_before @ W has the mean square fan_in * scale^2 * (mean square of A_before), and ReLU keeps
half of it, because Z is distributed symmetrically about 0.  So every layer multiplies the root mean square by the gain
scale * sqrt(fan_in / 2).  Backward, dA_before = dZ @ W.T gives scale * sqrt(fan_out / 2) in the same way.  He's choice
scale = sqrt(2 / fan_in) is the one with gain 1.  Source: He et al. (2015), section 2.2.

With batch normalisation before each ReLU, activations have the mean square 1/2 at every scale.  Over the examples the
variance of max(0, z), z standard normal, is 1/2 - 1/(2 pi), so the next layer is divided by scale * sqrt(fan_in) times
the root of that; a gradient is multiplied by scale * sqrt(fan_out), halved in the mean square by ReLU, and divided by
the same.  So it grows by sqrt(pi / (pi - 1)) per layer.  Source: Yang et al. (2019).
"""
from typing import NamedTuple

import numpy as np

from hw0 import scaling
from hw0.networks.layers import Affine, ReLU, rows
from hw0.networks.remedies import Skip
from hw0.validation import shaped

NORMALIZED_BACK = np.sqrt(np.pi / (np.pi - 1))      # 1.21


class Signals(NamedTuple):
    """Root mean squares per layer: `activation` of what each hidden layer passes on, `gradient` of the loss with
    respect to the scores of each affine layer, `weight_gradient` of dW of each affine layer.

    >>> signals.Signals(activation=np.ones(2), gradient=np.ones(3), weight_gradient=np.ones(3)).activation
    array([1., 1.])
    """

    activation: np.ndarray
    gradient: np.ndarray
    weight_gradient: np.ndarray


def gain(scale, fan_in):
    """scale * sqrt(fan_in / 2): the factor on the root mean square from one hidden layer to the next.

    >>> print(signals.gain(0.2, 50))
    1.0
    """
    return scale * np.sqrt(fan_in / 2)


def he_scale(fan_in):
    """sqrt(2 / fan_in), where the gain is 1.

    >>> print(signals.he_scale(50))
    0.2
    """
    return np.sqrt(2 / fan_in)


def kernel_size(gain, depth, inputs):
    """K = depth * inputs * gain^(2 (depth - 1)): how much a score moves per unit of learning rate.

    For `depth` affine layers and inputs of mean square 1.  A step of SGD on one example moves a score by about
    lr * |d score / d weights|^2, the biases left out.  The weights of layer l contribute |a_(l-1)|^2 = inputs * gain^(2
    (l-1)) times |d score / d z_l|^2 = gain^(2 (depth - l)): the same product for every layer, hence the factor depth.

    >>> signals.kernel_size(gain=2, depth=3, inputs=10)
    480
    """
    return depth * inputs * gain ** (2 * (depth - 1))


def score_size(scale, gain, depth, inputs):
    """f = scale * sqrt(inputs) * gain^(depth - 1): the root mean square of the scores at the start.

    >>> print(signals.score_size(0.5, gain=2, depth=3, inputs=4))
    4.0
    """
    return scale * np.sqrt(inputs) * gain ** (depth - 1)


def measure(model, X, targets):
    """The Signals of a Network at X and targets.

    >>> rng = np.random.default_rng(0)
    >>> net = networks.Network((64, 100, 100, 10), rng=rng)
    >>> found = signals.measure(net, rng.standard_normal((20, 64)), np.zeros(20))
    >>> len(found.activation), len(found.gradient)
    (2, 3)
    """
    activation = [rms(A) for A in model.hidden(X)]
    model.loss_and_grads(X, targets)
    affine = [getattr(layer, "affine", layer) for layer in model.layers if isinstance(layer, (Affine, Skip))]
    return Signals(np.array(activation), np.array([rms(layer.dZ) for layer in affine]),
                   np.array([rms(layer.dW) for layer in affine]))


def passing(model, X, dscores):
    """Root mean squares (2, hidden layers): of what each hidden layer of a network, of any kind, passes on of X, and of
    the gradient that comes back to that place if the one of the scores is dscores (n, k).

    >>> rng = np.random.default_rng(0)
    >>> net = networks.remedies.ResidualNetwork((4, *[50] * 3, 3), rng=rng)
    >>> signals.passing(net, rng.standard_normal((20, 4)), np.ones((20, 3))).shape
    (2, 3)
    """
    (d,), back = shaped(dscores=("nk", dscores)), []
    forward = [rms(hidden) for hidden in model.hidden(X)]
    A = np.asarray(rows(X), model.dtype)
    for layer in model.layers:
        A = layer.forward(A)
    for layer in reversed(model.layers):
        if isinstance(layer, (ReLU, Skip)):
            back.append(rms(d))
        d = layer.backward(d)
    return np.array([forward, back[::-1]])


def mean_cosine(A):
    """The mean cosine between two different rows of A (n, h); a row of zeros counts as perpendicular to all.

    Raises ValueError for fewer than two rows.

    >>> round(signals.mean_cosine([[1.0, 0.0], [1.0, 1.0]]), 4)
    0.7071
    """
    (A,) = shaped(A=("nh", A))
    if len(A) < 2:
        raise ValueError("A must have at least two rows, between which there is an angle; got 1.")
    largest = np.max(np.abs(A), axis=1, keepdims=True)
    A = A / np.where(largest > 0, largest, 1.0)         # or squares could leave the range of floats
    unit = A / np.maximum(np.linalg.norm(A, axis=1, keepdims=True), 1.0)
    return float((np.sum(unit @ unit.T) - np.sum(unit * unit)) / (len(A) * (len(A) - 1)))


def rms(a):
    """The root mean square of all entries; NaN if one of them is.  Raises ValueError for an empty array.

    >>> signals.rms([3.0, 4.0, 0.0, 0.0])
    2.5
    >>> print(f"{signals.rms([3e200, 4e200, 0.0, 0.0]):.6g}")
    2.5e+200
    """
    if not np.size(a):
        raise ValueError(f"a must not be empty; got shape {np.shape(a)}.")
    a, exponent = scaling.unit(np.asarray(a, float))
    return float(np.ldexp(np.sqrt(np.mean(np.square(a))), exponent))
