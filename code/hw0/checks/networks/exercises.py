"""Exercises of chapter 6: the affine-ReLU pair, a step of momentum, how far a signal gets and how far deep nets differ,
a whole net with L2."""
import numpy as np

from hw0 import networks
from hw0.checks.part import Case, Mistake, Part
from hw0.networks import signals

PAIR = Part(
    "6.pair_backward", "(dX, dW, db) of relu(X W + b)", ("dout", "X", "W", "b"),
    lambda dout, X, W, b: networks.affine_backward(
        networks.relu_backward(dout, networks.affine_forward(X, W, b)), X, W, b),
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
           Mistake("That v is a running mean of gradients: here v <- mu v - lr g, and p <- p + v.",
                   lambda e, p, v, g, lr, mu: (p - lr * (mu * v + (1 - mu) * g), mu * v + (1 - mu) * g)),
           Mistake("That is Nesterov's step.", lambda e, p, v, g, lr, mu: (p + mu * e[1] - lr * g, e[1]))))


REACH = Part(
    "6.reach",
    "root mean square of the last hidden layer, for sizes (inputs, hidden ..., classes) and inputs of mean square 1",
    ("sizes", "scale"), lambda sizes, scale: float(np.prod([signals.gain(scale, fan_in) for fan_in in sizes[:-2]])),
    cases=(Case("there is a hidden layer"),),
    mistakes=(Mistake("ReLU keeps half of the mean square: the gain is scale * sqrt(fan_in / 2).",
                lambda _, sizes, scale: float(np.prod(scale * np.sqrt(sizes[:-2])))),
           Mistake("The last affine layer is no hidden layer: its fan_in does not count here.",
                lambda _, sizes, scale: float(np.prod(scale * np.sqrt(sizes[:-1] / 2)))),
           Mistake("fan_in is the width before the layer, not behind it.",
                lambda _, sizes, scale: float(np.prod(scale * np.sqrt(sizes[1:-1] / 2)))),
           Mistake("That is the mean square; take its root.", lambda e, **_: e**2)))


def _spread(L, h, square=6.0):
    """The variance of a product of L independent factors, each the mean of h independent numbers of mean 1."""
    return (1 + (square - 1) / h) ** L - 1


SPREAD = Part(
    "6.spread", "the variance over starts of q, the mean square of the last of L hidden layers of h units over that of "
    "the input; He's weights, no biases", ("L", "h"), _spread,
    cases=(Case("the net has any depth and width"),),
    mistakes=(Mistake("That adds the variances of the layers; factors multiply, and so do the means of their squares.",
                      lambda _, L, h: 5 * L / h),
              Mistake("That is the variance of one layer; there are L.", lambda _, L, h: 5 / h),
              Mistake("That is the mean of q^2; the variance is less by the square of the mean, which is 1.",
                      lambda e, **_: e + 1),
              Mistake("That is the mean of the squares of 2 max(0, g)^2, which is 6; its variance is 6 - 1.",
                      lambda _, L, h: _spread(L, h, square=7.0)),
              Mistake("The variance of a mean of h independent numbers is that of one, divided by h.",
                      lambda _, L, h: _spread(L, 1)),
              Mistake("That is the standard deviation; its square is the variance.", lambda e, **_: np.sqrt(e)),
              Mistake("That is what wide nets come near to; it is asked for any width.",
                      lambda _, L, h: np.exp(5 * L / h) - 1),
              Mistake("That is so without ReLU, where a unit's number is g^2, of variance 2.",
                      lambda _, L, h: _spread(L, h, square=3.0)),
              Mistake("Variances of independent factors do not multiply; the means of their squares do.",
                      lambda _, L, h: (5 / h) ** L)))


def _network(X, labels, W1, b1, W2, b2, reg):
    """(loss, dW1, db1, dW2, db2) of relu(X W1 + b1) W2 + b2, mean softmax loss plus reg/2 (|W1|^2 + |W2|^2)."""
    Z = networks.affine_forward(X, W1, b1)
    A = networks.relu_forward(Z)
    loss, dscores = networks.softmax_loss(networks.affine_forward(A, W2, b2), labels)
    dA, dW2, db2 = networks.affine_backward(dscores, A, W2, b2)
    _, dW1, db1 = networks.affine_backward(networks.relu_backward(dA, Z), X, W1, b1)
    penalty = reg / 2 * (np.sum(W1**2) + np.sum(W2**2))
    return loss + penalty, dW1 + reg * W1, db1, dW2 + reg * W2, db2


def _changed(change):
    """A rival of the whole net: change(loss, dW1, db1, dW2, db2, given) -> the five of them."""
    return lambda expected, **given: change(*expected, given)


def _squares(given):
    return np.sum(given["W1"] ** 2) + np.sum(given["W2"] ** 2)


NETWORK = Part(
    "6.network", "(loss, dW1, db1, dW2, db2): softmax loss of relu(X W1 + b1) W2 + b2, and reg/2 (|W1|^2 + |W2|^2)",
    ("X", "labels", "W1", "b1", "W2", "b2", "reg"), _network,
    cases=(Case("reg > 0"), Case("reg = 0", "nothing is left of the penalty"),
           Case("some X W1 + b1 is 0", "ReLU'(0) is 0 by convention", edge=True)),
    mistakes=(
        Mistake("The penalty is in the loss, but not in the gradients: they get reg * W.",
                _changed(lambda loss, dW1, db1, dW2, db2, v: (
                    loss, dW1 - v["reg"] * v["W1"], db1, dW2 - v["reg"] * v["W2"], db2))),
        Mistake("The penalty is in the gradients, but not in the loss.",
                _changed(lambda loss, dW1, db1, dW2, db2, v: (
                    loss - v["reg"] / 2 * _squares(v), dW1, db1, dW2, db2))),
        Mistake("The penalty is missing.",
                _changed(lambda loss, dW1, db1, dW2, db2, v: (
                    loss - v["reg"] / 2 * _squares(v), dW1 - v["reg"] * v["W1"], db1, dW2 - v["reg"] * v["W2"], db2))),
        Mistake("The penalty is reg/2 |W|^2: a factor 2 too many, in the loss and in the gradients.",
                _changed(lambda loss, dW1, db1, dW2, db2, v: (
                    loss + v["reg"] / 2 * _squares(v), dW1 + v["reg"] * v["W1"], db1, dW2 + v["reg"] * v["W2"], db2))),
        Mistake("The gradient of reg/2 |W|^2 is reg W, without the factor 2.",
                _changed(lambda loss, dW1, db1, dW2, db2, v: (
                    loss, dW1 + v["reg"] * v["W1"], db1, dW2 + v["reg"] * v["W2"], db2))),
        Mistake("The biases are not penalised.",
                _changed(lambda loss, dW1, db1, dW2, db2, v: (
                    loss + v["reg"] / 2 * (np.sum(v["b1"] ** 2) + np.sum(v["b2"] ** 2)), dW1,
                    db1 + v["reg"] * v["b1"], dW2, db2 + v["reg"] * v["b2"])))))

PARTS = (PAIR, MOMENTUM, REACH, SPREAD, NETWORK)
