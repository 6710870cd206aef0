"""Least squares beside other linear estimates of the same weights: where they scatter, and in no direction less."""
import numpy as np

from hw0 import ridge
from hw0.least_squares import estimators, svd
from livefig import Figure

from .geometry import turn

X = np.array([[1.0, 0.0], [1.0, 1.0], [1.0, 2.0]])      # a line through three samples: intercept and slope
W_TRUE = np.array([1.0, 0.5])
NOISE = 0.5
TOSSES = NOISE * np.array([[a, b, c] for a in (-1, 1) for b in (-1, 1) for c in (-1, 1)], float)
LEFT_NULL = np.array([1.0, -2.0, 1.0]) / np.sqrt(6)
ANGLES = np.linspace(0, np.pi, 61)


def gauss_markov(at=None):
    """A y + t n (u^T y), with u at right angles to both columns of X: its scatter, and the error in each direction."""
    fig = Figure("No unbiased estimate scatters less", name="gauss-markov", at=at, equal=True, aspect=1.0,
                 xlim=(-1, 3), ylim=(-1.5, 2.5), xlabel="intercept $w_1$", ylabel="slope $w_2$",
                 alt="Left: the true weights, eight estimates of least squares and eight of a rival, with ellipses of "
                     "two standard deviations. Right: the root mean squared error of every combination of the weights; "
                     "an unbiased rival is nowhere below.")
    t = fig.slider("t", -1.5, 1.5, 1.2, step=0.05, label="distance $t$ from least squares")
    towards = fig.slider("towards", 0.0, 180.0, 30.0, step=5.0, label="direction of the difference", unit="°")
    lam = fig.slider("lam", 0.0, 2.0, 0.0, step=0.05, label=r"price of length $\lambda$")

    U, s, Vt = svd.thin(X)
    sign = np.sign(Vt[:, :1])               # LAPACK's signs depend on the machine, and drop out of the product
    U, s, Vt = (fig.table(np.round(each, 12)) for each in (U * sign.T, s, Vt * sign))

    def shrunk(price):
        return Vt.T @ (np.reshape(ridge.filter_factors(s, price), (-1, 1)) * U.T)

    A = shrunk(0.0 * lam)
    M = shrunk(lam) + t * np.outer(turn(towards)[:, 0], LEFT_NULL)
    combinations = np.stack([np.cos(fig.table(ANGLES)), np.sin(fig.table(ANGLES))])      # (2, 61)
    errors = []
    for way, role, dash, label in ((A, "compare", "", "least squares"), (M, "model", "6 4", "the rival")):
        C, bias = estimators.covariance(way, NOISE), way @ (X @ W_TRUE) - W_TRUE
        spread = np.sqrt(np.sum(combinations * (C @ combinations), axis=0))
        half = 2 * (C @ combinations) / spread              # where the ellipse has the normal c: C c / sqrt(c^T C c)
        centre = np.reshape(W_TRUE + bias, (-1, 1))
        fig.line(*np.concatenate([centre + half, centre - half], axis=1), color=role, width=2.5, dash=dash, label=label)
        estimates = np.reshape(way @ (X @ W_TRUE), (-1, 1)) + way @ TOSSES.T
        fig.point(*estimates, color=role, r=4)
        errors.append(np.sqrt(spread**2 + (bias @ combinations) ** 2))
    fig.point(*W_TRUE, color="truth", r=6, label="true weights")

    fig.panel(xlim=(0, 180), ylim=(0, 1.2), aspect=1.0, xlabel="direction $c$ of the combination, in degrees",
              ylabel=r"root mean squared error of $c^\top w$")
    for error, role, dash in zip(errors, ("compare", "model"), ("", "6 4"), strict=True):
        fig.line(np.rad2deg(ANGLES).round(9), error, color=role, width=2.5, dash=dash)

    total = [estimators.mean_squared_error(way, X, W_TRUE, NOISE) for way in (A, M)]
    ratio = errors[1] / errors[0]
    fig.readout("mean squared error, least squares", "{:.3f}", total[0])
    fig.readout("the rival's", "{:.3f}", total[1])
    fig.readout("its bias", "{:.3f}", np.linalg.norm(M @ (X @ W_TRUE) - W_TRUE))
    fig.case(((t == 0) & (lam == 0), "The rival is least squares itself."),
             (lam == 0, "Without bias, and in no direction better: in one the rival's error is that of least squares, "
              "in the worst {:.3f} times as large.", np.max(ratio)),
             (total[1] < total[0], "Biased, and nearer to the truth on the average: its error is {:.2f} to {:.2f} "
              "times that of least squares.", np.min(ratio), np.max(ratio)),
             otherwise="Biased, and farther from the truth on the average: its error is {:.2f} to {:.2f} times that of "
                       "least squares.", values=[np.min(ratio), np.max(ratio)])
    return fig
