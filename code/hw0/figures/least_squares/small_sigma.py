"""What a small singular value does to noise: a circle of measurements becomes a long ellipse of solutions."""
import numpy as np

from hw0 import least_squares
from livefig import Figure

from .geometry import turn

W_TRUE = np.array([1.0, 0.5])
NOISE = 0.05


def small_sigma(at=None):
    """Two equations for two unknowns with singular values 1 and sigma_2: measured y beside the solution w."""
    fig = Figure("A small singular value amplifies noise", name="small-sigma", at=at, equal=True, aspect=1.0,
                 xlim=(0.94, 1.2), ylim=(-0.39, -0.13), xlabel="first entry of $y$", ylabel="second entry of $y$",
                 alt="Left: the true y, a small circle of noise round it, and one measured y on the circle. Right: the "
                     "solutions "
                     "for all points of the circle, an ellipse that grows as the second singular value shrinks.")
    power = fig.slider("power", -1.8, -0.1, -1.4, step=0.1, label=r"$\log_{10} \sigma_2$")
    drop = fig.toggle("drop", label=r"count $\sigma_2$ as zero")
    towards = fig.slider("towards", 0.0, 360.0, 30.0, step=5.0, label="noise direction", unit="°")

    U, Vt = turn(-10.0), turn(-35.0)
    s2 = 10.0**power
    s = np.stack([1.0, s2])
    rtol = drop * s2            # a singular value that is not above rtol counts as zero
    y_true = U @ (s * (Vt @ W_TRUE))

    def solution(y):
        return least_squares.from_svd(U, s, Vt, y, rtol=rtol)

    angle = fig.table(np.linspace(0, 2 * np.pi, 121))       # traced: the page stores no cosines
    circle = y_true[:, None] + NOISE * np.stack([np.cos(angle), np.sin(angle)])
    measured = y_true + NOISE * turn(towards)[:, 0]
    w = solution(measured)

    fig.line(*circle, color="compare", width=2, dash="", label="noise of this size, any direction")
    fig.arrow(*y_true, *measured, color="data", width=1.5, short=5)
    fig.point(*y_true, color="truth", r=5.5, label="true $y$")
    fig.point(*measured, color="data", r=5, label="measured $y$")

    fig.panel(xlim=(-2, 4), ylim=(-2.5, 3.5), equal=True, aspect=1.0, xlabel="$w_1$", ylabel="$w_2$")
    fig.line(*solution(circle), color="compare", width=2, dash="", label="solutions for that noise")
    fig.arrow(*W_TRUE, *w, color="model", width=1.5, short=6)
    fig.point(*W_TRUE, color="truth", r=5.5, label="true $w$")
    fig.point(*w, color="model", r=6, label="solution for the measured $y$")

    off = np.linalg.norm(w - W_TRUE)
    fig.readout(r"condition number $\sigma_1/\sigma_2$", "{:.3g}", s[0] / s[1])
    fig.readout("error of $y$", "{:.3f}", float(NOISE))
    fig.readout("error of $w$", "{:.3f}", off)
    fig.case((drop == 1, r"$\sigma_2$ counts as zero: the ellipse shrinks to a segment. Noise along $u_2$ no longer "
                         "matters, "
                         "and the part of $w$ along $v_2$ is lost."),
             otherwise="This noise has become an error of $w$ that is {:.1f} times as large; "
                       "in the worst direction, along $u_2$, it is {:.1f} times.",
             values=[off / NOISE, 1 / s2])
    return fig
