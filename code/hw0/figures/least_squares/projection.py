"""Parts 3a to 3c: the best prediction is the foot of the perpendicular from y to the column space."""
import numpy as np

from hw0 import least_squares
from hw0.least_squares import subspaces
from livefig import Figure

from .geometry import right_angle

X = np.array([[2.0], [1.0]])


def projection(at=None):
    """Two equations for one unknown: y can be dragged, w guessed; the objective beside them."""
    fig = Figure("Two equations, one unknown", name="projection", at=at, xlim=(-1, 5), ylim=(-1.5, 3.5), equal=True,
                 xlabel="first equation", ylabel="second equation", aspect=0.8,
                 alt="Left: the plane of y with the line of all X w, the point y, its perpendicular foot on the line, "
                 "and the prediction "
                     "of a guess w. Right: squared residual against w, a parabola.")
    w = fig.slider("w", -0.5, 2.5, 0.5, step=0.05, label="your $w$", color="compare")
    y1 = fig.slider("y1", -1.0, 5.0, 2.0, step=0.1, label="$y_1$")
    y2 = fig.slider("y2", -1.5, 3.5, 3.0, step=0.1, label="$y_2$")
    y, column = np.stack([y1, y2]), X[:, 0]

    U, s = X / np.linalg.norm(X), np.linalg.norm(X, axis=0)
    best = least_squares.from_svd(U, s, np.eye(1), y)[0]
    nearest, guess = subspaces.project(U, y), column * w

    fig.line([-4, 8], [-2, 4], color="muted", width=1.5, dash="", label="column space: all $X w$")
    fig.line(*np.stack([y, nearest]).T, color="model", width=2)
    fig.line(*np.stack([y, guess]).T, color="compare", width=2)
    right_angle(fig, nearest, y - nearest, -column, 0.2, color="model")
    fig.arrow(0, 0, *column, color="truth", label="the column of $X$")
    fig.point(*nearest, color="model", r=6, label="projection of $y$")
    fig.point(*guess, color="compare", r=5.5, label="your $X w$")
    fig.point(y1, y2, color="data", name="y", label="$y$ (drag)")

    fig.panel(xlim=(-1, 3), ylim=(0, 16), xlabel="$w$", ylabel=r"$\lVert X w - y\rVert^2$", aspect=0.8)
    fig.curve(lambda t: least_squares.objective(t[None, :], X, y), color="data", width=2.5)
    fig.vline(best, color="model", width=1.5)
    fig.point(best, least_squares.objective(best[None], X, y), color="model", r=6)
    fig.point(w, least_squares.objective(w[None], X, y), color="compare", name="your w")

    along = np.sum(column * (y - guess))
    fig.readout("best $w$", "{:.2f}", best)
    fig.readout(r"$\lVert X w - y\rVert^2$ yours, best", "{:.4f}, {:.4f}", least_squares.objective(w[None], X, y),
                least_squares.objective(best[None], X, y))
    fig.readout("column · $(y - X w)$", "{:.2f}", along)
    fig.case((np.abs(y2 - y1 / 2) < 1e-9, "This $y$ lies on the line: $w$ = {:.2f} reaches it, and nothing is left "
                                          "over.",
              best),
             (np.abs(along) < 0.025, "Your $y - X w$ meets the column at a right angle: no $w$ does better."),
             (along > 0, "Your $y - X w$ still leans forward along the column: a larger $w$ is better."),
             otherwise="Your $y - X w$ leans back along the column: a smaller $w$ is better.")
    return fig
