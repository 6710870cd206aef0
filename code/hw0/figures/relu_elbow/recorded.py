"""What the page does when it trains a network of ReLU units: the package's own start and steps, recorded once.

All networks have MOST units. Those beyond the width have no weights: they are active nowhere, so they feel nothing and
say nothing, and the others train as if they were alone.
"""
import functools

import numpy as np

from hw0.relu_elbow import relu_network
from livefig import draws
from livefig.sizes import template
from livefig.tape import Tape

MOST = 16                       # units
PLACES, GROWTH = 240, 1.04      # of the paths of the elbows: every step at first, later each 4 % more steps


class _Drawn:
    """A generator on a tape: the numbers were drawn into its rooms before, one by one."""

    def __init__(self, tape):
        self.normals = iter([tape.slot("weights", (MOST,)), tape.slot("outputs", (MOST,))])
        self.places = tape.slot("places", (MOST,))

    def standard_normal(self, _):
        return next(self.normals)

    def uniform(self, low, high, _):
        return low + (high - low) * self.places


def _network(tape):
    return relu_network.Network(*(tape.slot(name, (MOST,), 1.0) for name in relu_network.Network._fields))


def _state(tape):
    state = tape.slot("generator", (6,))
    state.value[:] = draws.seeded(1)
    return state


def _draw(room, draw):
    tape = Tape()
    drawn, state, at = tape.slot(room, (MOST,)), _state(tape), tape.slot(f"drawn {room}", (), dtype=int)
    drawn[at] = draw(state)
    at += 1
    return tape


def _start():
    tape = Tape()
    for room, value in zip(_network(tape), relu_network.initial(tape.slot("width", (), 8.0), rng=_Drawn(tape)),
                           strict=True):
        room[...] = value
    return tape


def _epoch(m):
    tape = Tape()
    order, last, position = (tape.slot(name, shape, dtype=int)
                             for name, shape in (("order", (m,)), ("last", ()), ("position", ())))
    order[:] = np.arange(m)
    last[...] = m - 1
    position[...] = 0
    return tape


def _trade(m):
    tape = Tape()
    last = tape.slot("last", (), 1, int)
    draws.trade(tape.slot("order", (m,), "range", int), last, _state(tape))
    last -= 1
    return tape


def _step(m):
    """relu_network.sgd_step on the next point, and the loss there before it."""
    tape = Tape()
    net, order, position = _network(tape), tape.slot("order", (m,), "range", int), tape.slot("position", (), 0, int)
    k = order[position]
    x, y = (tape.slot(name, (m,))[k] for name in "XY")
    tape.slot("loss", ())[...] = 0.5 * (relu_network.predict(net, x) - y) ** 2
    for room, value in zip(net, relu_network.sgd_step(net, x, y, lr=tape.slot("lr", (), 0.1)), strict=True):
        room[...] = value
    position += 1
    return tape


def _write(first):
    """W1 and b into the next place of the paths, with the number of steps + 1; first: before the first step."""
    tape = Tape()
    net, at = _network(tape), tape.slot("place", (), 0, int)
    count, due = tape.slot("count", (), 0.0), tape.slot("due", (), 1.0)
    if not first:
        count += 1.0
    for name in ("W1", "b"):
        tape.slot(f"path {name}", (PLACES, MOST))[at] = getattr(net, name)
    tape.slot("path steps", (PLACES,))[at] = count + 1.0
    full = count >= due
    due[...] = np.where(full, np.maximum(count + 1.0, np.ceil(count * GROWTH)), due)
    at[...] = np.minimum(at + (1 if first else full), PLACES - 1)
    return tape


@functools.cache
def templates(m):
    """{name: list with its template}, for m training points.

    >>> sorted(templates(41))
    ['epoch', 'first', 'outputs', 'places', 'start', 'step', 'trade', 'weights', 'write']
    """
    tapes = {
        "weights": lambda: _draw("weights", draws.normal), "places": lambda: _draw("places", draws.uniform),
        "outputs": lambda: _draw("outputs", draws.normal), "start": _start, "epoch": lambda: _epoch(m),
        "trade": lambda: _trade(m), "step": lambda: _step(m), "first": lambda: _write(True),
        "write": lambda: _write(False),
    }  # fmt: skip
    return {name: [template(lambda _, record=record: record(), "")] for name, record in tapes.items()}
