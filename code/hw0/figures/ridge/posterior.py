"""Part 4c: prior, likelihood and posterior of a single weight."""
import numpy as np

from hw0 import ridge
from livefig import Figure

X = np.array([0.6, -0.4, 0.9, 0.2, -0.8, 0.5, -0.3, 0.7])
Y = np.array([1.3, 0.1, 1.0, 0.9, -1.5, 0.2, -0.9, 0.8])


def posterior(at=None):
    """Densities of one weight after n samples with noise of variance lambda."""
    fig = Figure("Ridge is the top of a density", name="posterior", at=at, xlim=(-3, 4), ylim=(0, 1.4),
                 xlabel="weight $w$", ylabel="density",
                 alt="Densities over one weight: the prior round zero, the likelihood of the data scaled to area one, "
                 "and the posterior "
                     "between them, with its top marked as the ridge solution.")
    n = fig.slider("n", 0, len(X), 3, label="number of samples")
    t = fig.slider("t", -0.5, 1.5, 0.0, step=0.05, label=r"$\log_{10} \lambda$, the variance of the noise")
    lam = 10.0**t
    x, y = (np.where(np.arange(len(X)) < n, a, 0.0) for a in (X, Y))
    mean, variance = ridge.of_one_weight(x, y, lam=lam)
    energy = np.sum(x * x)
    fit, spread = np.sum(x * y) / energy, lam / energy      # the likelihood, as a function of w; NaN without data

    fig.curve(lambda w: ridge.gaussian(w, 0.0, 1.0), color="compare", width=2, label="prior, mean 0 and variance 1")
    fig.curve(lambda w: ridge.gaussian(w, fit, spread), color="truth", width=2, dash="6 4", label="likelihood, scaled")
    fig.area(np.linspace(-3, 4, 201), 0, ridge.gaussian(np.linspace(-3, 4, 201), mean, variance), color="model")
    fig.curve(lambda w: ridge.gaussian(w, mean, variance), color="model", width=3, dash="", label="posterior")
    fig.point(fit, 0, color="truth", r=5.5, label="least squares")
    fig.line([mean, mean], [0.0, ridge.gaussian(mean, mean, variance)], color="model", width=1.5, dash="3 3")
    fig.point(mean, 0, color="model", r=6, label="ridge")

    fig.readout("ridge solution", "{:.3f}", mean)
    fig.readout("posterior variance", "{:.3f}", variance)
    fig.case((n == 0, "Without data the posterior is the prior, and the best guess is 0."),
             (n == 1, "One sample moves the top to {:.2f}, and the variance falls from 1 to {:.2f}.", mean, variance),
             (variance < 0.5, "The {:d} samples say more than the prior does: the variance falls from 1 to {:.2f}.", n,
              variance),
             otherwise="{:d} samples move the top to {:.2f}, and the variance falls from 1 to {:.2f}.",
             values=[n, mean, variance])
    return fig
