"""Part 4b: what ridge puts in the place of 1/sigma, and how much of the least-squares coefficient is left."""
import numpy as np

from hw0 import ridge
from livefig import Figure

SIGMAS = np.array([8.0, 2.0, 0.5, 0.1])     # the singular values of an example


def filters(at=None):
    """Filter factors and shrinkage against sigma, both on a logarithmic axis, with the crossover at sqrt(lambda)."""
    fig = Figure("What ridge keeps of each direction", name="filters", at=at, xlim=(0.01, 100), ylim=(0.005, 100),
                 xlog=True, ylog=True, aspect=0.8, xlabel=r"singular value $\sigma$", ylabel="filter factor",
                 alt="Left: the filter factor against sigma on logarithmic axes, a roof whose top is at the square "
                     "root of lambda. "
                     "Right: the kept share against sigma, an S that passes one half there.")
    t = fig.slider("t", -3.0, 3.0, 1.2, step=0.05, label=r"$\log_{10} \lambda$")
    lam = 10.0**t
    root = np.sqrt(lam)

    fig.curve(lambda s: 1.0 / s, color="truth", width=1.5, dash="6 4", label=r"$1/\sigma$, least squares")
    fig.curve(lambda s: s / lam, color="third", width=1.5, dash="2 3", label=r"$\sigma/\lambda$")
    fig.curve(lambda s: ridge.filter_factors(s, lam), color="model", width=3, dash="",
              label=r"$\sigma/(\sigma^2 + \lambda)$, ridge")
    _crossings(fig, root, lam)
    fig.point(SIGMAS, ridge.filter_factors(SIGMAS, lam), color="data", label="four directions")

    fig.panel(xlim=(0.01, 100), ylim=(0, 1), xlog=True, aspect=0.8, xlabel=r"singular value $\sigma$",
              ylabel=r"kept share $\sigma^2/(\sigma^2 + \lambda)$")
    fig.curve(lambda s: ridge.shrinkage(s, lam), color="model", width=3, dash="")
    _crossings(fig, root, lam)
    fig.hline(0.5, color="muted", width=1)
    fig.point(SIGMAS, ridge.shrinkage(SIGMAS, lam), color="data")

    fig.readout(r"$\lambda$", "{:.3g}", lam)
    fig.readout(r"$\sqrt{\lambda}$", "{:.3g}", root)
    fig.readout(r"largest filter factor $1/(2\sqrt{\lambda})$", "{:.3g}", 0.5 / root)
    fig.readout("degrees of freedom", "{:.2f} of 4", ridge.degrees_of_freedom(SIGMAS, lam))
    between = (SIGMAS - root) * (SIGMAS - lam) < 0      # on different sides of sqrt(lambda) and of lambda
    above = np.sum(root * (1 + 1e-9) < SIGMAS)
    worst = np.max(np.where(between, SIGMAS, 0.0))
    fig.case((t == 0, r"$\lambda = 1$ is the one value at which $\sqrt{\lambda}$ and $\lambda$ coincide."),
             ((t > 0) & (worst > 0),
              r"$\sigma$ = {:g} is below $\lambda$, and yet ridge keeps {:.0%} of that direction: it is above "
              r"$\sqrt{\lambda}$.",
              worst, ridge.shrinkage(worst, lam)),
             ((t < 0) & (worst > 0),
              r"$\sigma$ = {:g} is above $\lambda$, and yet ridge keeps only {:.0%} of that direction: it is below "
              r"$\sqrt{\lambda}$.",
              worst, ridge.shrinkage(worst, lam)),
             (np.all(root > SIGMAS), r"Every $\sigma$ is below $\sqrt{\lambda}$: ridge keeps less than half of each "
                                     "direction."),
             (above == 1, r"Ridge keeps more than half of one of the four directions, that with $\sigma$ above "
                          r"$\sqrt{\lambda}$."),
             otherwise=r"Ridge keeps more than half of {:d} of the four directions, those with $\sigma$ above "
                       r"$\sqrt{\lambda}$.",
             values=[above])
    return fig


def _crossings(fig, root, lam):
    fig.vline(root, color="compare", width=2, dash="", label=r"$\sigma = \sqrt{\lambda}$")
    fig.vline(lam, color="muted", width=1.5, label=r"$\sigma = \lambda$")
