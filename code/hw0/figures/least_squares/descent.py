"""Gradient descent on the squared residual: it ends at the minimiser that is nearest to its start."""
import numpy as np

from hw0 import least_squares
from hw0.least_squares import gradient_descent, subspaces
from livefig import Figure

from .geometry import turn

AIM = np.array([2.0, -1.0])                         # the weights behind y, in the basis of v1 and v2
STEPS = 60
RINGS = np.array([0.5, 1.0, 1.5, 2.0, 2.5])         # roots of the objective on its contours
FAR = 12.0                                          # beyond every corner of the panel
BRANCH = np.round(np.sin(np.linspace(-np.pi / 2, np.pi / 2, 61)), 6)


def descent(at=None):
    """The plane of w with contours and path, the start to be dragged; the share of the way against sigma beside it."""
    fig = Figure("Descent ends at the minimiser nearest to its start", name="descent", at=at, xlim=(-3.5, 3.5),
                 ylim=(-3, 4), equal=True, aspect=0.9, xlabel="$w_1$", ylabel="$w_2$",
                 alt="Left: the plane of w with contours of the squared residual and the path of gradient descent from "
                     "a start that can be dragged. Right: the share of the way that is done, against sigma.")
    t = fig.slider("t", 0, STEPS, 24, label="steps", play=6)
    ratio = fig.slider("ratio", 0.0, 1.0, 0.0, step=0.05, label=r"$\sigma_2 / \sigma_1$")
    lr = fig.slider("lr", 0.02, 1.04, 0.06, step=0.02, label=r"rate $\eta$, in units of $1/\sigma_1^2$")
    w1 = fig.slider("w1", -3.0, 3.0, -2.0, step=0.1, label="start, $w_1$", folded=True)
    w2 = fig.slider("w2", -3.0, 3.0, 0.5, step=0.1, label="start, $w_2$", folded=True)

    U, V, s = np.eye(2), turn(30.0), np.stack([ratio * 0 + 1.0, ratio])
    start, y = np.stack([w1, w2]), s * AIM
    flat = s[1] == 0
    taken = np.minimum(np.arange(STEPS + 1), t)
    way = gradient_descent.after(U, s, V.T, y, start, lr=lr, steps=taken)
    now, shortest = way[:, -1], least_squares.from_svd(U, s, V.T, y)
    left = np.where(flat, subspaces.project(V[:, 1:], start), 0.0)      # the part of the start in the null space

    for ring in RINGS:
        fig.line(*_contour(V, s, ring), color="truth", width=1, dash="", opacity=0.55)
    fig.line(*np.where(flat, shortest[:, None] + V[:, 1:] * np.array([-FAR, FAR]), np.nan), color="truth", width=2.5,
             dash="", label="all minimisers")
    fig.arrow(*shortest, *(shortest + np.where(flat, left, np.nan)), color="third", width=2, short=6,
              label="null-space part of the start")
    fig.line(*way, color="model", width=2, dash="", label="gradient descent")
    fig.point(*way, color="model", r=2.2, marker="circle")
    fig.point(*shortest, color="truth", r=6, label="shortest minimiser")
    fig.point(*np.where(lr < 1, shortest + left, np.nan), color="compare", r=5, label="where it ends")
    fig.point(*now, color="model", r=6)
    fig.point(w1, w2, color="data", name="start", label="start (drag)")

    fig.panel(xlim=(0, 1.2), ylim=(-0.4, 1.6), xlabel=r"singular value $\sigma$, in units of $\sigma_1$",
              ylabel="share of the way",
              aspect=0.9)
    fig.curve(lambda s: gradient_descent.share_of_the_way(s, lr=lr, steps=t), color="model", width=3, dash="",
              label=r"$1 - (1 - 2\eta\sigma^2)^t$")
    fig.hline(1.0, color="muted", width=1)
    share = gradient_descent.share_of_the_way(s, lr=lr, steps=t)
    fig.point(s, share, color="data", r=5.5, label=r"$\sigma_1$ and $\sigma_2$")

    fig.readout("$w$", "({:.2f}, {:.2f})", *now)
    fig.readout(r"$\lVert w\rVert$ now, shortest", "{:.2f}, {:.2f}", np.linalg.norm(now), np.linalg.norm(shortest))
    fig.readout(r"$\lVert X w - y\rVert^2$", "{:.4f}", np.sum((s * (V.T @ now) - y) ** 2))
    along = np.sum(V[:, 1] * start)
    fig.case((lr >= 1, "The steps are too long: along $v_1$ each multiplies the distance by {:.2f}, which never "
                       "brings it "
                       "nearer.", 1.0 - 2.0 * lr),
             (flat & (along == 0),
              "The start lies in the row space, and so does each step: descent ends at the shortest minimiser."),
             (flat, "Every step is a multiple of $v_1$, so the distance of {:.2g} from the row space stays: descent "
                    "ends that far from the shortest minimiser.", np.abs(along)),
             otherwise="The minimiser is unique, and in the end the start is forgotten: so far about {:.0%} of the "
                       "way is done along $v_1$, and about {:.0%} along $v_2$.", values=[share[0], share[1]])
    return fig


def _contour(V, s, ring):
    """The points (2, 123) where the residual has this length: two branches, which meet if s[1] > 0."""
    half = ring / np.maximum(s[1], ring / FAR)
    across = np.sqrt(np.maximum(ring**2 - (s[1] * half * BRANCH) ** 2, 0.0)) / s[0]
    gap = np.array([np.nan])
    z1 = np.concatenate([AIM[0] + across, gap, AIM[0] - across])
    z2 = np.concatenate([AIM[1] + half * BRANCH, gap, AIM[1] + half * BRANCH])
    return V @ np.stack([z1, z2])
