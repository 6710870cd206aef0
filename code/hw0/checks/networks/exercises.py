"""Exercises of chapter 6: the affine-ReLU pair, a step of momentum, how far a signal gets."""
import numpy as np

from hw0 import networks
from hw0.checks.part import Case, Mistake, Part
from hw0.networks import signals


def _pair(dout, X, W, b):
    """(dX, dW, db) of relu(X W + b)."""
    return networks.affine_backward(networks.relu_backward(dout, networks.affine_forward(X, W, b)), X, W, b)


PAIR = Part(
    "6.pair_backward", "(dX, dW, db) of relu(X W + b)", ("dout", "X", "W", "b"), _pair,
    cases=(Case("some unit is inactive",
                "nothing passes through it"),
           Case("some X W + b is 0", "ReLU'(0) is 0 by convention",
                edge=True)),
    mistakes=(Mistake("The ReLU is forgotten on the way back: inactive units pass nothing on.",
                lambda _, dout, X, W, b: networks.affine_backward(dout, X, W, b)),
           Mistake("The sign of X W + b decides, not that of dout.",
                lambda _, dout, X, W, b: networks.affine_backward(np.maximum(dout, 0), X, W, b))))


def _momentum(p, v, g, lr, mu):
    new = mu * v - lr * g
    return p + new, new


MOMENTUM = Part(
    "6.momentum", "(p, v) after the step v <- mu v - lr g, p <- p + v", ("p", "v", "g", "lr", "mu"), _momentum,
    cases=(Case("v and g are any vectors"),),
    mistakes=(Mistake("p moves with the new velocity, not with the old one.", lambda e, p, v, g, lr, mu: (p + v, e[1])),
           Mistake("The step goes uphill: the gradient enters with a minus.",
                lambda e, p, v, g, lr, mu: (p + mu * v + lr * g, mu * v + lr * g)),
           Mistake("That is the other convention, p <- p - lr v with v <- mu v + g.",
                lambda e, p, v, g, lr, mu: (p - lr * (mu * v + g), mu * v + g)),
           Mistake("There v points uphill and p moves by -v: here the minus is in v, and p <- p + v.",
                lambda e, p, v, g, lr, mu: (p - (mu * v + lr * g), mu * v + lr * g)),
           Mistake("The old velocity is lost: that is plain SGD.", lambda e, p, v, g, lr, mu: (p - lr * g, -lr * g)),
           Mistake("That is Nesterov's step.", lambda e, p, v, g, lr, mu: (p + mu * e[1] - lr * g, e[1]))))


def _reach(sizes, scale):
    """The root mean square of the last hidden layer for inputs of mean square 1."""
    return float(np.prod([signals.gain(scale, fan_in) for fan_in in sizes[:-2]]))


REACH = Part(
    "6.reach",
    "root mean square of the last hidden layer, for sizes (inputs, hidden ..., classes) and inputs of mean square 1",
    ("sizes", "scale"), _reach,
    cases=(Case("there is a hidden layer"),),
    mistakes=(Mistake("ReLU keeps half of the mean square: the gain is scale * sqrt(fan_in / 2).",
                lambda _, sizes, scale: float(np.prod(scale * np.sqrt(sizes[:-2])))),
           Mistake("The last affine layer is no hidden layer: its fan_in does not count here.",
                lambda _, sizes, scale: float(np.prod(scale * np.sqrt(sizes[:-1] / 2)))),
           Mistake("fan_in is the width before the layer, not behind it.",
                lambda _, sizes, scale: float(np.prod(scale * np.sqrt(sizes[1:-1] / 2)))),
           Mistake("That is the mean square; take its root.", lambda e, **_: e**2)))

PARTS = (PAIR, MOMENTUM, REACH)
