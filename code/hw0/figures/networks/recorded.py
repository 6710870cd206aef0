"""What the page does in a reader's run: the package's own steps, recorded once for each number of layers and rule."""
import functools

import numpy as np

from hw0.networks import Network, signals
from hw0.networks.optimizers import RULES
from livefig import draws
from livefig.sizes import template
from livefig.tape import Tape

LAYERS = range(1, 6)
PLANE, DIGITS = (2, 2), (64, 10)                                # inputs and classes of the nets
BINS = 24                                                       # of the histograms; the first holds zeros, too
ACTIVATIONS, GRADIENTS = (-3.0, 1.6), (-6.0, 1.2)               # log10 of what they show


def histogram(a, limits):
    """Percent of the entries of a in each of the bins of log10 |a|, (24,); the outer ones hold what is beyond.

    The first holds zeros, and what is no number, too.

    >>> histogram(np.array([0.0, 1.0]), (-3.0, 1.6))[[0, 15]]
    array([50., 50.])
    """
    low, high = limits
    bins = np.floor((np.log10(np.abs(a)) - low) * (BINS / (high - low)))
    bins = np.minimum(np.where(bins > 0.0, bins, 0.0), BINS - 1.0).ravel()
    return np.bincount(bins.astype(int), minlength=BINS) * 100.0 / a.size


def _network(tape, layers, sizes, grads, ends):
    """The Network of some layers on a tape, with its parameters in the room "params"."""
    widths = (ends[0], *[sizes["h"]] * (layers - 1), ends[1])
    net = Network(widths, rng=np.random.default_rng(0))
    params, grads = (tape.slot(name, net.params.shape) for name in ("params", grads))
    params.value[:] = net.params
    return net.placed(params, grads, tape.slot("reg", ()))


def _draw(sizes):
    tape = Tape()
    normals, state, at = tape.slot("normals", (sizes["w"],)), _state(tape), tape.slot("drawn", (), dtype=int)
    normals[at] = draws.normal(state)
    at += 1
    return tape


def _state(tape):
    state = tape.slot("generator", (6,))
    state.value[:] = draws.seeded(1)
    return state


def _start(layers, sizes, ends=PLANE):
    """The weights of Network(sizes, scale="he"), times the gain; all biases zero."""
    tape = Tape()
    net = _network(tape, layers, sizes, None, ends)
    normals, at = tape.slot("normals", (net.n_weights,)), 0
    net.params[:] = 0.0
    for W in net.weights:
        drawn = normals[at:at + W.size].reshape(W.shape)
        fan_in = tape.slot(None, (), float(len(W)))
        np.multiply(drawn, signals.he_scale(fan_in), out=W)
        at += W.size
    params = net.params
    params *= tape.slot("gain", ())
    return tape


def _epoch(sizes):
    tape, n = Tape(), sizes["n"]
    order, last, position = (tape.slot(name, shape, dtype=int)
                             for name, shape in (("order", (n,)), ("last", ()), ("position", ())))
    order[:] = np.arange(n)
    last[...] = n - 1
    position[...] = 0
    return tape


def _trade(sizes):
    """One step of the permutation of an epoch."""
    tape = Tape()
    order, last, state = tape.slot("order", (sizes["n"],), "range", int), tape.slot("last", (), 1, int), _state(tape)
    draws.trade(order, last, state)
    last -= 1
    return tape


def _batch(sizes, inputs=2, stored=None):
    """The next minibatch of the first n stored examples, as Trainer.step takes it."""
    tape, n, m = Tape(), sizes["n"], sizes["m"]
    order, position = tape.slot("order", (n,), dtype=int), tape.slot("position", (), dtype=int)
    X, y = tape.slot("X", (stored or n, inputs)), tape.slot("y", (stored or n,), dtype=int)
    chosen = np.take(order, position + np.arange(m))
    tape.slot("batch X", (m, inputs))[...] = np.take(X, chosen, axis=0)
    tape.slot("batch y", (m,), dtype=int)[...] = y[chosen]
    position += m
    return tape


def _back(layers, sizes, ends=PLANE):
    tape, m = Tape(), sizes["m"]
    net = _network(tape, layers, sizes, "grads", ends)
    X, y = tape.slot("batch X", (m, ends[0])), tape.slot("batch y", (m,), dtype=int)
    loss = net.backpropagate(X, y, tape.slot("grad_scale", ()))
    tape.slot("loss", ())[...] = loss
    return tape


def _rule(rule, tape):
    made = rule(0.1)
    made.lr = tape.slot("lr", (), 0.1)
    return made


def _scale(rule, sizes):
    tape = Tape()
    made = _rule(rule, tape)
    tape.slot("grad_scale", ())[...] = made.grad_scale
    return tape


def _update(rule, sizes):
    tape, p = Tape(), sizes["p"]
    made, params, grads = _rule(rule, tape), tape.slot("params", (p,)), tape.slot("grads", (p,))
    made.restore(params, tape.slot("t", ()), made.lr, {name: tape.slot(name, (p,)) for name in made.slots})
    made.advance(params, grads, scaled=True)
    return tape


def _look(layers, sizes):
    """Loss and share of right answers over all examples, histograms of the activations and of the gradients."""
    tape, n = Tape(), sizes["n"]
    net = _network(tape, layers, sizes, None, PLANE)
    X, y = tape.slot("X", (n, 2)), tape.slot("y", (n,), dtype=int)
    tape.slot("right", ())[...] = net.score_admitted(X, y)
    seen = tape.slot("activations", (max(LAYERS) - 1, BINS)), tape.slot("gradients", (max(LAYERS), BINS))
    for counts, A in zip(seen[0], net.hidden(X), strict=False):
        counts[...] = histogram(A, ACTIVATIONS)
    tape.slot("all loss", ())[...] = net.backpropagate(X, y, tape.slot(None, (), 1.0))
    for counts, layer in zip(seen[1], net.layers[::2], strict=False):
        counts[...] = histogram(layer.dW, GRADIENTS)
    return tape


def _field(layers, side, sizes):
    tape = Tape()
    net = _network(tape, layers, sizes, None, PLANE)
    tape.slot("shares", (side, 2))[...] = net.predict_proba(tape.slot("points", (side, 2)))
    return tape


def _unseen(layers, count, sizes):
    """The share of unseen digits that are right, and "sure", the mean of the largest probability there."""
    tape = Tape()
    net = _network(tape, layers, sizes, None, DIGITS)
    shares = net.predict_proba(tape.slot("unseen X", (count, DIGITS[0])))
    right = np.count_nonzero(np.argmax(shares, axis=1) == tape.slot("unseen y", (count,), dtype=int))
    tape.slot("right unseen X", ())[...] = right / count
    tape.slot("sure", ())[...] = np.sum(np.max(shares, axis=1)) / count
    return tape


def _look_at_digits(layers, stored, sizes):
    """The share of right answers on the n digits of the training, and what it says of the drawn one."""
    tape, n = Tape(), sizes["n"]
    net = _network(tape, layers, sizes, None, DIGITS)
    X, y = tape.slot("X", (stored, DIGITS[0])), tape.slot("y", (stored,), dtype=int)
    tape.slot("right X", ())[...] = net.score_admitted(X[:n], y[:n])
    tape.slot("named", (1, DIGITS[1]))[...] = net.predict_proba(tape.slot("drawn cells", (1, DIGITS[0])))
    return tape


def _each(record, kinds, symbols):
    return [template(functools.partial(record, kind), symbols) for kind in kinds]


@functools.cache
def templates(side):
    """{name: list of the templates from which one is chosen}, by the number of layers or by the rule.

    >>> sorted(templates(8))
    ['back', 'batch', 'draw', 'epoch', 'field', 'look', 'scale', 'start', 'trade', 'update']
    """
    return {
        "draw": [template(_draw, "w")], "start": _each(_start, LAYERS, "h"), "epoch": [template(_epoch, "n")],
        "trade": [template(_trade, "n")], "batch": [template(_batch, "mn")], "back": _each(_back, LAYERS, "mh"),
        "scale": _each(_scale, RULES.values(), "p"), "update": _each(_update, RULES.values(), "p"),
        "look": _each(_look, LAYERS, "nh"),
        "field": [template(functools.partial(_field, layers, side), "h") for layers in LAYERS],
    }  # fmt: skip


@functools.cache
def templates_of_digits(layers, stored, unseen):
    """The same for nets that name digits, by SGD: n of the stored ones are trained on, some are unseen.

    >>> sorted(templates_of_digits(range(1, 2), 8, 4))
    ['back', 'batch', 'draw', 'epoch', 'look', 'scale', 'start', 'trade', 'unseen', 'update']
    """
    batch = functools.partial(_batch, inputs=DIGITS[0], stored=stored)
    return {
        "draw": [template(_draw, "w")], "epoch": [template(_epoch, "n")], "trade": [template(_trade, "n")],
        "start": [template(functools.partial(_start, k, ends=DIGITS), "h") for k in layers],
        "batch": [template(batch, "mn")], "scale": [template(functools.partial(_scale, RULES["SGD"]), "p")],
        "back": [template(functools.partial(_back, k, ends=DIGITS), "mh") for k in layers],
        "update": [template(functools.partial(_update, RULES["SGD"]), "p")],
        "unseen": [template(functools.partial(_unseen, k, unseen), "h") for k in layers],
        "look": [template(functools.partial(_look_at_digits, k, stored), "nh") for k in layers],
    }  # fmt: skip
