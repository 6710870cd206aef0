"""A network of ReLU units on the line, its elbows, and their journey in training (problem 5, c and d).

    f(x) = sum_i W2_i max(0, W1_i x + b_i)        no output bias        loss = 1/2 (f(x) - y)^2

Shapes: W1, b, W2 (h,), one entry per hidden unit.  The step of a unit is that of relu_elbow, with the
residual that the chain rule hands down to it: delta_i = (f(x) - y) W2_i.
"""
from typing import NamedTuple

import numpy as np

from hw0.relu_elbow.one_unit import elbow_or_nan, relu, residual_step
from hw0.validation import generator, is_traced, numbers, positive, shaped, whole


class Network(NamedTuple):
    """The parameters, each (h,); or (t, h) for t moments of a training run.

    >>> net = relu_network.Network(W1=[1.0, -1.0], b=[0.0, 1.0], W2=[1.0, 2.0])
    >>> relu_network.predict(net, [0.0, 1.0, 2.0])
    array([2., 1., 2.])
    """

    W1: np.ndarray
    b: np.ndarray
    W2: np.ndarray


def hidden(net, x):
    """The hidden units max(0, W1_i x + b_i): (h,) for a scalar x, (m, h) for x (m,).

    >>> relu_network.hidden(([1.0, -1.0], [0.0, 1.0], [1.0, 2.0]), 0.5)
    array([0.5, 0.5])
    """
    W1, b, _ = _network(net)
    (x,) = numbers(x=x)
    return relu(x[..., None] * W1 + b)


def predict(net, x):
    """f(x) = sum_i W2_i max(0, W1_i x + b_i): a scalar for a scalar x, (m,) for x (m,).

    >>> print(relu_network.predict(([1.0, -1.0], [0.0, 1.0], [1.0, 2.0]), 0.5))
    1.5
    """
    return hidden(net, x) @ _network(net).W2


def elbows(W1, b):
    """e_i = -b_i / W1_i, (h,); NaN where W1_i = 0, since that unit has no elbow.  Source: part 5c.

    >>> relu_network.elbows([1.0, -2.0, 0.0], [0.5, 1.0, 1.0])
    array([-0.5,  0.5,  nan])
    """
    W1, b = shaped(W1=("h", W1), b=("h", b))
    return elbow_or_nan(W1, b)


def sgd_step(net, x, y, *, lr):
    """The Network after one SGD step on the point (x, y), numbers both, all parameters moved at once.

    Raises ValueError for lr <= 0, arrays that are not (h,) and a point or rate that is no number.

    >>> relu_network.sgd_step(([1.0], [0.0], [2.0]), 1.0, 1.0, lr=0.25)
    Network(W1=array([0.5]), b=array([-0.5]), W2=array([1.75]))
    """
    net = _network(net)
    x, y, lr = shaped(x=("", x), y=("", y), lr=("", lr))
    delta = predict(net, x) - y
    W1, b = residual_step(net.W1, net.b, x, delta * net.W2, lr=lr)
    return Network(W1, b, net.W2 - lr * delta * hidden(net, x))


def moved_elbows(W1, b, W2, x, y, *, lr):
    """The elbows e_i' after one SGD step on (x, y), (h,); NaN where none is left.

    e_i' = -(b_i - lr delta W2_i a_i) / (W1_i - lr delta W2_i x a_i) with the residual delta = f(x) - y
    and a_i = 1 if unit i is active at x, else 0.  Source: part 5d.

    >>> relu_network.moved_elbows([1.0], [0.0], [2.0], 1.0, 1.0, lr=0.125)
    array([0.33333333])
    """
    new = sgd_step(Network(W1, b, W2), x, y, lr=lr)
    return elbows(new.W1, new.b)


def dead(net, x):
    """True for each unit that is inactive at every x (m,), so that no gradient reaches it: (h,) bool.

    >>> relu_network.dead(([1.0, 1.0], [0.0, -9.0], [1.0, 1.0]), [-1.0, 1.0])
    array([False,  True])
    """
    return np.all(hidden(net, np.atleast_1d(x)) == 0, axis=0)


def initial(h, *, rng, span=2.0):
    """A random Network of h units: W1 ~ N(0, 1), elbows uniform on (-span, span), W2 ~ N(0, 1/h).

    >>> net = relu_network.initial(5, rng=np.random.default_rng(0))
    >>> net.W1.shape, bool(np.all(np.abs(relu_network.elbows(net.W1, net.b)) < 2.0))
    ((5,), True)
    """
    if not is_traced(h):        # a figure brings a generator of its own
        generator(rng)
        (h,) = whole(h=h)
    W1 = rng.standard_normal(h)
    b = -W1 * rng.uniform(-span, span, h)  # harmless: both signs are as likely
    return Network(W1, b, rng.standard_normal(h) / np.sqrt(h))


def train(net, x, y, *, lr, epochs, rng, every=1):
    """The run of SGD from net, one point at a time in random order: a Network of arrays (t, h).

    x, y (m,).  Row 0 is net itself; then one row after every `every` steps.
    Raises ValueError for lr <= 0, epochs or every below 1, shapes that do not fit, or a run that diverges.

    >>> rng = np.random.default_rng(0)
    >>> run = relu_network.train(([1.0], [0.5], [1.0]), [0.0, 1.0], [0.0, 1.0], lr=0.1, epochs=3, rng=rng)
    >>> run.W1.shape
    (7, 1)
    """
    x, y, lr = shaped(x=("m", x), y=("m", y), lr=("", lr))
    positive(lr=lr)
    generator(rng)
    epochs, every = whole(epochs=epochs, every=every)
    rows = [_network(net)]
    order = np.concatenate([rng.permutation(len(x)) for _ in range(epochs)])
    try:
        for step, k in enumerate(order, start=1):
            with np.errstate(over="ignore", invalid="ignore"):
                net = _network(sgd_step(net, x[k], y[k], lr=lr))
            if step % every == 0:
                rows.append(net)
    except ValueError as error:         # the data are good, so only an overflow can be refused here
        raise ValueError(f"the run diverges at step {step}: use a learning rate below {lr:g}.") from error
    return Network(*map(np.array, zip(*rows, strict=True)))


def _network(net):
    W1, b, W2 = net
    return Network(*shaped(W1=("h", W1), b=("h", b), W2=("h", W2)))
