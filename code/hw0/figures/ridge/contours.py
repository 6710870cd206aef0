"""Part 4a: the ridge solution between least squares and 0, where a contour of the loss touches a circle."""
import numpy as np

from hw0 import ridge
from livefig import Figure

# the singular vectors of two equally long features, whatever their correlation
V = np.array([[1.0, 1.0], [1.0, -1.0]]) / np.sqrt(2.0)
ANGLE = np.linspace(0.0, 2.0 * np.pi, 181)
CIRCLE = np.round(np.stack([np.cos(ANGLE), np.sin(ANGLE)]), 6)
RINGS = np.array([0.5, 1.0, 1.5, 2.0])


def contours(at=None):
    """The plane of two weights: the loss's contours, the penalty's circle, the path; least squares can be dragged."""
    fig = Figure("Where a contour of the loss touches a circle", name="contours", at=at, xlim=(-1.5, 3),
                 ylim=(-1.5, 2.1), equal=True,
                 xlabel="$w_1$", ylabel="$w_2$",
                 alt="Plane of two weights. Ellipses round the least-squares solution are contours of the loss; one of "
                     "them touches a "
                     "circle round zero at the ridge solution, which travels on a curve as lambda changes.")
    t = fig.slider("t", -3.0, 3.0, -0.5, step=0.05, label=r"$\log_{10} \lambda$")
    rho = fig.slider("rho", -0.95, 0.95, 0.8, step=0.05, label="correlation of the two features")
    w1 = fig.slider("w1", -1.0, 2.5, 2.0, step=0.05, label="least squares, $w_1$")
    w2 = fig.slider("w2", -1.0, 2.0, 0.5, step=0.05, label="least squares, $w_2$")
    lam, s = 10.0**t, np.sqrt(np.stack([1.0 + rho, 1.0 - rho]))
    aim = V.T @ np.stack([w1, w2])              # the least-squares solution in the basis of the singular vectors

    def solution(lam):
        return V @ (ridge.shrinkage(s, lam) * aim)

    def contour(size):
        return np.stack([w1, w2])[:, None] + V @ (size / s[:, None] * CIRCLE)

    w, norm = solution(lam), np.sqrt(np.sum(solution(lam) ** 2))
    # ||X (w - least squares)||^2: what w is away, times s
    loss = np.sum((lam * ridge.filter_factors(s, lam) * aim) ** 2)
    for size in RINGS:
        fig.line(*contour(size), color="truth", width=1, dash="", opacity=0.6)
    fig.line(*contour(np.sqrt(loss)), color="truth", width=2.5, dash="", label="contour of the loss through $w$")
    fig.line(*(norm * CIRCLE), color="compare", width=2.5, dash="", label="circle of this length")
    lams = np.round(np.logspace(-4, 4, 65), 8)
    fig.line(*(V @ (ridge.shrinkage(s[:, None], lams) * aim[:, None])), color="model", width=1.5,
             label=r"all $\lambda$")
    fig.point(0, 0, color="data", r=3.5)
    fig.point(w1, w2, color="truth", r=6, marker="circle", name="least-squares solution", label="least squares (drag)")
    fig.point(*w, color="model", r=6.5, label="ridge solution $w$")

    fig.readout(r"$\lambda$", "{:.3g}", lam)
    fig.readout("$w$", "({:.3f}, {:.3f})", w[0], w[1])
    fig.readout("length of $w$", "{:.3g}", norm)
    fig.readout("loss above its minimum", "{:.3g}", loss)
    slope = V @ (V.T @ w / (s**2 + lam))        # minus the derivative by lambda
    growing = w * slope < -1e-12 * np.sum(w * slope)
    fig.case((np.all(aim == 0), r"The least-squares solution is 0, and so is the ridge solution for every $\lambda$."),
             (growing[1], r"$w$ gets shorter as $\lambda$ grows, but $w_2$ still grows in size: only the length must "
                          "fall."),
             (growing[0], r"$w$ gets shorter as $\lambda$ grows, but $w_1$ still grows in size: only the length must "
                          "fall."),
             otherwise=r"At this $\lambda$ neither weight grows in size with it. $w$ keeps {:.3g}% of the length of "
                       "the least-squares solution.",
             values=[100 * norm / np.sqrt(np.sum(aim**2))])
    return fig
