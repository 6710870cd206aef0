"""A whole backward pass: each value with its gradient, and the product of chapter 2 that gave it."""
from typing import NamedTuple

import numpy as np

from hw0.networks import jacobians
from hw0.relu_elbow import relu
from livefig import Figure
from livefig.tracer import Tracer

LEFT, RIGHT = 0.5, 1.5          # the columns: what is computed, and what comes in from outside
BOX, TALL = (124, 46), (124, 78)
MOST = 2, 4                     # the largest Jacobian, that of z in the four weights of the first layer
FIRST, ROW = 3.2, 1.9           # the first column of Jacobian and product, the line of product and arriving row


BIAS = "A bias is added, so its Jacobian is the identity."
LOSS = r"\ell"
NAMES = (LOSS, "y", "s", "b_2", "W_2", "a", "z", "b_1", "W_1", "x")      # from the loss back, as the pass goes
EDGES = (("x", "z"), ("W_1", "z"), ("b_1", "z"), ("z", "a"), ("a", "s"), ("W_2", "s"), ("b_2", "s"), ("s", LOSS),
         ("y", LOSS))


class Node(NamedTuple):
    """One value of the pass: x (d,), where it stands, the row that arrives, the Jacobian, and what to say of it."""

    name: str
    value: Tracer
    place: tuple
    arrives: Tracer
    jacobian: Tracer
    into: str
    why: str


def _nodes(x, W1, b1, W2, b2, y):
    """The nodes, from the loss back to the input."""
    z = x @ W1 + b1
    a = relu(z)
    s = a @ W2 + b2
    loss = np.sum(np.square(s - y), keepdims=True) / 2
    (ds, dy), (da, dW2, db2) = jacobians.squared(s, y), jacobians.affine(a, W2)
    dz, (dx, dW1, db1) = jacobians.relu(z), jacobians.affine(x, W1)
    one = np.ones(1)
    to_a = ds[0] @ da
    to_z = to_a @ dz
    return (
        Node(LOSS, loss, (LEFT, 0.5), one, np.eye(1), LOSS, r"The pass begins here: $\partial\ell/\partial\ell$ is 1."),
        Node("y", y, (RIGHT, 0.5), one, dy, LOSS, "The target is subtracted: its Jacobian is minus the residual."),
        Node("s", s, (LEFT, 1.5), one, ds, LOSS, "The loss is $(s - y)^2/2$, and its derivative is the residual."),
        Node("b_2", b2, (RIGHT, 1.5), ds[0], db2, "s", BIAS),
        Node("W_2", W2, (RIGHT, 2.5), ds[0], dW2, "s", "In $s = a W_2 + b_2$ each weight has its factor: the Jacobian "
                                                       "is $a$."),
        Node("a", a, (LEFT, 2.5), ds[0], da, "s", r"A step of $a$ changes $s$ by $W_2^\top$ times the step."),
        Node("z", z, (LEFT, 3.5), to_a, dz, "a", "Each unit bends its own sum: the Jacobian is diagonal, with 1 where "
             "$z > 0$ and 0 where the unit sleeps."),
        Node("b_1", b1, (RIGHT, 3.5), to_z, db1, "z", BIAS),
        Node("W_1", W1, (RIGHT, 4.55), to_z, dW1, "z", "Weights row by row: $z_1$ reads the first column of $W_1$, "
             "$z_2$ the "
             "second, so each entry of $x$ stands twice."),
        Node("x", x, (LEFT, 4.55), to_z, dx, "z", r"The input feeds both units: the product with $W_1^\top$ adds "
             "the two ways."),
    )


def backward(at=None):
    """A net of two inputs, two units and one score: choose a value, and see the product that gives its gradient."""
    fig = Figure("Values forward, gradients back", name="backward", at=at,
                 alt="Left: ten boxes from input to loss, each with its value and below it the derivative of the loss. "
                     "Right: for the chosen box the arriving row times a Jacobian, written out.")
    node = fig.slider("node", 0, 9, 6, label="gradient of", names=[f"${name}$" for name in NAMES], play=12)

    def slider(name, start, label, folded=True):
        return fig.slider(name, -2.0, 2.0, start, step=0.25, label=label, folded=folded)

    b1 = np.stack([slider("b1", 0.5, "bias of unit 1", folded=False), slider("b2", 0.5, "bias of unit 2")])
    y = slider("y", 0.5, "target $y$")[None]
    x = np.stack([slider("x1", 1.0, "input $x_1$"), slider("x2", -1.0, "input $x_2$")])
    W1 = np.stack([slider(f"w{k}{j}", start, f"weight of $x_{k}$ in unit {j}")
                   for k, j, start in ((1, 1, 1.5), (1, 2, -0.5), (2, 1, 0.5), (2, 2, 1.0))]).reshape(2, 2)
    W2 = np.stack([slider("v1", 1.0, "weight of unit 1"), slider("v2", -1.5, "weight of unit 2")])[:, None]
    b2 = slider("c", 0.0, "bias of the score")[None]
    nodes = _nodes(x, W1, b1, W2, b2, y)
    gradients = [n.arrives @ n.jacobian for n in nodes]

    _graph(fig, node, nodes, gradients)
    _product(fig, node, nodes, gradients)
    z = nodes[6].value
    fig.case(*((node == k, rf"{n.why} $\partial\ell/\partial {n.name}$ = {_row(gradients[k].size)}.", *gradients[k])
               for k, n in enumerate(nodes)))
    fig.case((gradients[2][0] == 0, "The net says what it should: the residual is 0, and so is every gradient but that "
                                    r"of $\ell$."),
             (np.all(z <= 0), "Both units are asleep. Nothing passes back through them, whatever the loss is."),
             (np.any(z <= 0), "One unit is asleep: its row in $W_2$ and its column in $W_1$ have the gradient 0."),
             otherwise="Both units are awake: what arrives at $a$ passes on to $z$ unchanged.")
    return fig


def _row(size):
    return "(" + ", ".join(["{:.3g}"] * size) + ")"


def _graph(fig, node, nodes, gradients):
    """Boxes with values and gradients, and arrows in the direction of the forward pass."""
    fig.panel(xlim=(0, 2), ylim=(0, 5), aspect=1.18, xticks={}, yticks={})      # a diagram: its axes measure nothing
    place = {n.name: n.place for n in nodes}
    for start, end in EDGES:
        (x0, y0), (x1, y1) = place[start], place[end]
        across, down = {(True, False): (0.41, 0), (False, True): (0, 0.32)}.get((x0 > x1, y0 > y1), (0.3, 0.33))
        fig.arrow(x0, y0, x1 + across, y1 + down, color="muted", width=1.5)
    for k, n in enumerate(nodes):
        rows = np.reshape(n.value, (-1, min(n.value.size, 2)))
        fig.pick(*n.place, node, k, size=TALL if len(rows) > 1 else BOX)
        lines = [*rows, *np.reshape(gradients[k], rows.shape)]
        for i, line in enumerate(lines):
            back = i >= len(rows)
            style = {"color": "model" if back else "data", "dy": 17 * (len(lines) / 2 - i) - 13}
            if i % len(rows) == 0:
                fig.text(*n.place, r"$\partial\ell$" if back else f"${n.name}$", dx=-57, **style)
            fig.text(*n.place, "  ".join(["{:.2f}"] * line.size), *line, anchor="end", dx=57, **style)


def _product(fig, node, nodes, gradients):
    """The arriving row, the Jacobian above and right of it, and their product below the Jacobian, as one multiplies."""
    fig.panel(xlim=(0, 6.9), ylim=(1, 5), aspect=0.8, xticks={}, yticks={})
    for k, n in enumerate(nodes):
        title = (rf"$\partial\ell/\partial {n.name} = \partial\ell/\partial {n.into} \cdot "
                 rf"\partial {n.into}/\partial {n.name}$")
        fig.text(np.where(node == k, 0.1, np.nan), 4.6, title)
    shapes = fig.table([n.jacobian.shape for n in nodes])[node]
    p, n = shapes[0], shapes[1]
    fig.text(FIRST - 0.5, ROW + 0.5 * p + 0.85, "Jacobian", color="muted")
    fig.text(FIRST - 1.05, ROW + 0.45, "arrives", color="muted", anchor="end")
    fig.text(FIRST - 0.5, ROW - 0.65, "product", color="muted")
    left, right = FIRST - p - 1.16, FIRST + n - 0.44
    for x0, x1, low, high in ((left, FIRST - 1.05, ROW, ROW), (FIRST - 0.56, right, ROW + 0.95, ROW + 0.45 + 0.5 * p),
                              (FIRST - 0.56, right, ROW, ROW)):
        for x, inward in ((x0, 0.12), (x1, -0.12)):
            fig.line(np.stack([x + inward, x, x, x + inward]),
                     np.stack([low - 0.25, low - 0.25, high + 0.25, high + 0.25]), width=1.5)

    def entries(arrays, shape, at, color):
        """The numbers of the chosen node, entry i at the place at(i); those that it does not have are out of sight."""
        there = fig.table([_padded(np.ones(a.shape), shape) for a in arrays])[node]
        values = np.stack([_padded(a, shape) for a in arrays])[node]
        for i in np.ndindex(shape):
            x, y = at(*i)
            fig.text(np.where(there[i] == 1, x, np.nan), y, "{:.2f}", values[i], color=color, anchor="middle", dy=-4)

    entries([n.arrives for n in nodes], MOST[:1], lambda j: (FIRST - 0.6 - (p - j), ROW), "model")
    entries([n.jacobian for n in nodes], MOST, lambda j, k: (FIRST + k, ROW + 0.45 + 0.5 * (p - j)), "data")
    entries(gradients, MOST[1:], lambda k: (FIRST + k, ROW), "model")


def _padded(array, shape):
    """array with zeros behind its entries, as large as shape."""
    for axis, size in enumerate(shape):
        missing = [*array.shape]
        missing[axis] = size - missing[axis]
        array = np.concatenate([array, np.zeros(missing)], axis=axis) if missing[axis] else array
    return array
