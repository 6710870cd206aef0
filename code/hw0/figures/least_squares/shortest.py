"""Parts 3d to 3f: of all solutions on a line, the shortest lies where the smallest circle touches it."""
import numpy as np

from hw0 import least_squares
from livefig import Figure

from .geometry import right_angle


def shortest(at=None):
    """One equation for two unknowns: the line of solutions, a chosen one, and the circle that touches the line."""
    fig = Figure("One equation, two unknowns", name="shortest", at=at, xlim=(-4, 4), ylim=(-4, 4), equal=True,
                 aspect=0.9,
                 xlabel="$w_1$", ylabel="$w_2$",
                 alt="The plane of w with the line of all solutions, the row of X as an arrow perpendicular to it, and "
                     "the smallest "
                     "circle round the origin that touches the line, at the shortest solution.")
    t = fig.slider("t", -3.0, 3.0, 1.5, step=0.1, label="along the null space", color="compare")
    y = fig.slider("y", -4.0, 4.0, 3.0, step=0.25, label="right-hand side $y$")
    x1 = fig.slider("x1", -2.0, 2.0, 1.2, step=0.1, label="row of $X$, $x_1$")
    x2 = fig.slider("x2", -2.0, 2.0, 0.4, step=0.1, label="row of $X$, $x_2$")

    row = np.stack([x1, x2])
    s = np.sqrt(np.sum(row**2))
    best = least_squares.from_svd(np.eye(1), s[None], (row / s)[None, :], y[None])
    best = np.where((s == 0) & (y == 0), 0.0, best)
    null = np.stack([-x2, x1]) / s
    chosen = best + t * null

    far = np.array([-9.0, 9.0])
    circle = fig.table(np.linspace(0, 2 * np.pi, 121))      # traced: the page stores no cosines
    fig.line(best[0] + far * null[0], best[1] + far * null[1], color="truth", width=2.5, dash="",
             label="all solutions of $X w = y$")
    for w, color in ((best, "model"), (chosen, "compare")):
        radius = np.sqrt(np.sum(w**2))
        fig.line(radius * np.cos(circle), radius * np.sin(circle), color=color, width=1.5)
    right_angle(fig, best, -best, null, 0.25, color="model")
    fig.arrow(0, 0, *best, color="model", width=2, short=7)
    fig.arrow(*best, *chosen, color="compare", width=2, short=6)
    fig.point(*best, color="model", r=6, label="shortest solution")
    fig.point(*chosen, color="compare", r=5.5, label="your solution")
    fig.arrow(0, 0, x1, x2, color="third", width=2.5, short=13)
    fig.point(x1, x2, color="third", name="row of X", label="row of $X$ (drag)")

    fig.readout("shortest $w$", "({:.2f}, {:.2f})", *best)
    fig.readout(r"$\lVert w\rVert$ yours, shortest", "{:.2f}, {:.2f}", np.sqrt(np.sum(chosen**2)),
                np.sqrt(np.sum(best**2)))
    fig.readout("$X w - y$ for yours", "{:.2f}", np.sum(row * chosen) - y)
    fig.case(((s == 0) & (y == 0), "The row is 0 and $y = 0$: every $w$ is a solution, and the shortest is 0."),
             (s == 0, "The row is 0: no $w$ gives $X w = y$, and the rank is 0."),
             (y == 0, "$y = 0$: the line passes through the origin, and the shortest solution is $w = 0$."),
             (np.abs(t) < 1e-9,
              "Your solution is the shortest: it is a multiple of the row, and the circle touches the line there."),
             otherwise=r"$\lVert w\rVert^2$ = {:.2f} + {:.2f}: the shortest one, and your step along the null space, "
             "at right angles "
                       "to it.",
             values=[np.sum(best**2), t**2])
    return fig
