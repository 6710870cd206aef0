"""Bias and variance of ridge along four singular directions, and the lambda that is best for each and for all."""
import numpy as np

from hw0 import ridge
from livefig import Figure

SIGMAS = np.array([2.0, 1.0, 0.5, 0.2])
TRUTHS = np.array([[1.0, 1.0, 1.0, 1.0], [2.0, 1.0, 0.5, 0.25], [0.25, 0.5, 1.0, 2.0]])       # theta, a row for each
NAMES = ["the same in all", r"large where $\sigma$ is large", r"large where $\sigma$ is small"]
LAMS = np.round(np.logspace(-4, 2, 121), 8)
HALF = 0.32                     # of the width of a bar


def bias_variance(at=None):
    """Squared bias, variance and their sum against lambda, and both for each direction as bars at a chosen lambda."""
    fig = Figure("Bias and variance of each direction", name="bias-variance", at=at, xlim=(1e-4, 1e2),
                 ylim=(1e-3, 30), xlog=True, ylog=True, aspect=0.8, xlabel=r"$\lambda$",
                 ylabel="mean squared error of $w$",
                 alt="Left: squared bias rises and variance falls with lambda; their sum has a minimum between. Right: "
                     "for four singular directions, a bar of squared bias below one of variance.")
    t = fig.slider("t", -4.0, 2.0, -2.0, step=0.05, label=r"$\log_{10} \lambda$", play=10)
    noise = fig.slider("noise", 0.05, 0.6, 0.3, step=0.05, label="standard deviation $s$ of the noise")
    truth = fig.choice("truth", NAMES, label="true weights")
    lam, theta = 10.0**t, fig.table(TRUTHS)[truth]

    def total(lams):
        grid = np.reshape(lams, (-1, 1))
        return np.sum(ridge.bias_squared(SIGMAS, theta, grid), axis=1), np.sum(ridge.variance(SIGMAS, noise, grid),
                                                                             axis=1)

    bias, variance = total(LAMS)
    errors = bias + variance
    best = fig.table(LAMS)[np.argmin(errors)]
    fig.line(LAMS, bias, color="truth", width=2, label="squared bias, summed")
    fig.line(LAMS, variance, color="compare", width=2, label="variance, summed")
    fig.line(LAMS, errors, color="model", width=3, dash="", label="both")
    fig.vline(lam, color="data", width=1.5, dash="2 3")
    fig.point(best, np.min(errors), color="model", r=6, label="least")

    now = ridge.bias_squared(SIGMAS, theta, lam), ridge.variance(SIGMAS, noise, lam)
    fig.panel(xlim=(0.4, 4.6), ylim=(0, 2.5), aspect=0.8, xlabel=r"direction, with its $\sigma$",
              ylabel=r"error at this $\lambda$", xticks={j + 1: f"{s:g}" for j, s in enumerate(SIGMAS)})
    places = np.arange(1.0, 5.0)
    x = np.ravel(np.stack([places - HALF, places + HALF, places * np.nan], axis=1))
    lower, upper = np.repeat(now[0], 3), np.repeat(now[0] + now[1], 3)
    fig.area(x, np.zeros(12), lower, color="truth", opacity=0.6, label="squared bias")
    fig.area(x, lower, upper, color="compare", opacity=0.6, label="variance")
    own = ridge.best_penalty(theta, noise)
    at_best = ridge.mean_squared_error(SIGMAS, theta, noise, own)
    fig.point(places, at_best, color="model", r=5, label=r"at the best $\lambda$ of this direction")

    fig.readout(r"$\lambda$", "{:.3g}", lam)
    fig.readout("error of $w$", "{:.3g}", np.sum(now[0]) + np.sum(now[1]))
    fig.readout(r"best $\lambda$ for all, about", "{:.2g}", best)
    fig.data_table(["", r"$\sigma$", "truth", r"best $\lambda$", "error now", "least"],
                   [[f"$v_{j + 1}$", f"{SIGMAS[j]:g}", ("{:g}", theta[j]), ("{:.3g}", own[j]),
                     ("{:.3f}", now[0][j] + now[1][j]), ("{:.3f}", at_best[j])] for j in range(4)])
    too_small, too_large = np.sum(own > lam * (1 + 1e-9)), np.sum(own < lam * (1 - 1e-9))
    fig.case((too_small == 4, r"$\lambda$ is too small for every direction: a little more takes away more variance "
                              "than it adds squared bias."),
             (too_large == 4, r"$\lambda$ is too large for every direction: a little less takes away more squared bias "
                              "than it adds variance."),
             (too_small + too_large == 0, r"$\lambda$ is the best for every direction: no other has a smaller error."),
             otherwise=r"$\lambda$ is too small for {:d} of the four directions and too large for {:d}: one $\lambda$ "
                       "has to do for all.", values=[too_small, too_large])
    return fig
