"""Part 2c and beyond: a Jacobian turns a small circle into an ellipse, and the map itself nearly does."""
import functools

import numpy as np

from hw0.vector_calculus.plane_maps import MAPS, stretches
from livefig import Figure

ANGLE = np.linspace(0.0, 2 * np.pi, 97)
CIRCLE = np.round([np.cos(ANGLE), np.sin(ANGLE)], 6)        # the same on every machine
# the NaN parts line from line
FINE, COARSE = np.append(np.linspace(-2.0, 2.0, 41), np.nan), np.linspace(-2.0, 2.0, 9)
NET = np.stack([np.append(np.repeat(COARSE, 42), np.tile(FINE, 9)), np.append(np.tile(FINE, 9), np.repeat(COARSE, 42))])
THIN = {"color": "muted", "width": 0.75, "dash": "", "opacity": 0.6}


def jacobian(at=None):
    """A choice of maps, a point to drag, and the radius of a circle round it."""
    fig = Figure("A Jacobian turns a small circle into an ellipse", name="jacobian", at=at, xlim=(-2.2, 2.2),
                 ylim=(-2.2, 2.2), equal=True,
                 xlabel="$x_1$", ylabel="$x_2$",
                 alt="Two planes. Left, a circle round a point that can be dragged, with two arrows of its radius. "
                     "Right, the image of the "
                     "circle under a map, and the ellipse that the Jacobian makes of it.")
    which = fig.choice("map", [m.name for m in MAPS], 3, label="map $f$")
    x1 = fig.slider("x1", -1.5, 1.5, 1.2, step=0.05, label="point $x_1$")
    x2 = fig.slider("x2", -1.5, 1.5, 0.6, step=0.05, label="point $x_2$")
    r = fig.slider("r", 0.05, 0.8, 0.6, step=0.05, label="radius")
    x = np.stack([x1, x2])
    steps = r * CIRCLE
    image, J = _chosen(which, "f", x), _chosen(which, "jacobian", x)
    moved, ellipse = _chosen(which, "f", x[:, None] + steps), image[:, None] + J[:, :1] * steps[0] + J[:, 1:] * steps[1]

    net = fig.table(NET)
    fig.line(net[0], net[1], **THIN)
    fig.line(x1 + steps[0], x2 + steps[1], color="data", width=2.5)
    _arrows(fig, x, r * np.eye(2))
    fig.point(x1, x2, color="data", name="point x", label="$x$ (drag)")

    fig.panel(xlim=(-2.6, 2.6), ylim=(-2.6, 2.6), equal=True, xlabel="$f_1$", ylabel="$f_2$")
    bent = _chosen(which, "f", net)
    fig.line(bent[0], bent[1], **THIN)
    fig.line(moved[0], moved[1], color="data", width=2.5, label="image of the circle under $f$")
    fig.line(ellipse[0], ellipse[1], color="model", width=2.5, label="$f(x) + J$ · circle")
    ties = [np.ravel(np.stack([moved[k, :-1:4], ellipse[k, :-1:4], np.full(24, np.nan)], axis=1)) for k in range(2)]
    fig.line(*ties, color="truth", width=1.5, dash="", label="gap, point by point")
    _arrows(fig, image, r * J, label="columns of $J$, times the radius")
    fig.point(image[0], image[1], color="data", r=4)

    det = J[0, 0] * J[1, 1] - J[0, 1] * J[1, 0]
    long, short = stretches(J)
    gap = np.max(np.sqrt(np.sum((moved - ellipse) ** 2, axis=0)))
    fig.data_table(["$J$", "by $x_1$", "by $x_2$"],
                   [[f"of $f_{i + 1}$", *(("{:.2f}", J[i, k]) for k in range(2))] for i in range(2)])
    fig.readout("stretch", "{:.2f} and {:.2f}", long, short)
    fig.readout("determinant", "{:.2f}", det)
    fig.readout("largest gap, over the radius", "{:.3f}", gap / r)
    fig.case(*((which == k, f"$f(x) = {m.formula}$.") for k, m in enumerate(MAPS)))
    fig.case((long == 0, "$J$ is zero: to first order, nothing here moves at all."),
             (det == 0,
              "The determinant is 0: the ellipse is flat. To first order, one direction of the circle is lost."),
             (long == short, "Both stretches are equal: to first order, a circle stays a circle."),
             (det < 0, "The determinant is negative: the ellipse is run through the other way round, as in a mirror."),
             otherwise="The circle becomes an ellipse with half axes of {:.2f} and {:.2f} times its radius.",
             values=[long, short])
    return fig


def _chosen(which, part, x):
    """f(x) or J(x) of the map that the reader has chosen."""
    results = [getattr(m, part)(x) for m in MAPS]
    return functools.reduce(lambda rest, k: np.where(which == k, results[k], rest), range(1, len(MAPS)), results[0])


def _arrows(fig, start, columns, label=""):
    for k, (color, name) in enumerate((("compare", label), ("third", ""))):
        fig.arrow(start[0], start[1], start[0] + columns[0, k], start[1] + columns[1, k], color=color, width=2.5,
                  label=name)
