"""Further: the evidence for lambda as a sum of two terms, and what each lambda would have made of the samples."""
import numpy as np

from hw0 import ridge
from livefig import Figure

from .factors import factors
from .leave_one_out import powers

N = 15
LAMS = np.round(np.logspace(-6, 2, 65), 12)
PLACES = np.round(np.linspace(-1, 1, 41), 12)


def noises():
    """Six draws of N standard normal numbers, (6, N), rounded: those of the figure."""
    return np.round(np.random.default_rng(5).normal(size=(6, N)), 3)


def evidence(at=None):
    """The two terms of -2 log p(y) / n at the best tau over lambda, and the band in which it expects samples."""
    x = np.round(np.linspace(-1, 1, N), 12)
    curve = np.round(np.sin(3.5 * x), 3)
    X = np.round(powers(x), 12)
    U, s, Vt = factors(X)

    fig = Figure("Two terms that compete", name="evidence", at=at, xlim=(1e-6, 100), ylim=(-10, 8), xlog=True,
                 aspect=0.8, xlabel=r"$\lambda$", ylabel=r"$-2 \log p(y) / n$, and its terms",
                 alt="Left: over lambda, a term that rises, a term that falls, and their sum with a minimum between. "
                     "Right: samples, the ridge polynomial, and the band in which the model at this lambda expects "
                     "samples.")
    t = fig.slider("t", -6.0, 2.0, -2.0, step=0.125, label=r"$\log_{10} \lambda$", play=10)
    noise = fig.slider("noise", 0.05, 0.6, 0.2, step=0.05, label="noise in the samples")
    draw = fig.slider("draw", 1, len(noises()), 1, label="draw of the noise")
    y = fig.table(curve) + noise * fig.table(noises())[draw - 1]
    left, sigma, right = fig.table(U), fig.table(s), fig.table(Vt)
    lams, lam = fig.table(LAMS), 10.0**t

    def terms(prices):
        """log(J / n), the mean of log(1 + sigma_i^2 / lambda) over all n, and their sum, each (L,)."""
        expected = np.sum(np.log1p(sigma * sigma / np.reshape(prices, (-1, 1))), axis=1) / N
        both = np.log(ridge.criteria_of_factors(left, sigma, y, prices).spread)
        return both - expected, expected, both

    fit, volume, both = terms(lams)
    for values, role, dash, label in ((fit, "truth", "", r"$\log(J / n)$"),
                                      (volume, "compare", "6 4", "the other term"),
                                      (both, "model", "", "sum")):
        fig.line(LAMS, values, color=role, width=3 if role == "model" else 2, dash=dash, label=label)
    best = lams[np.argmin(both)]
    fig.point(best, np.min(both), color="model", r=6, label="greatest evidence")
    fig.vline(lam, color="data", width=1.5, dash="2 3")

    w = ridge.coefficients(left, sigma, right, y, lam=lam)
    J = ridge.objective(w, X, y, lam=lam)
    tau2, held = J / (N * lam), np.sum((y - X @ w) ** 2)
    wide = 2 * np.sqrt(tau2 * (np.sum(np.round(powers(PLACES), 12) ** 2, axis=1) + lam))
    fig.panel(xlim=(-1.05, 1.05), ylim=(-5, 5), aspect=0.8, xlabel="$x$", ylabel="$y$")
    fig.area(PLACES, -wide, wide, color="compare", opacity=0.25, label="expected: two standard deviations")
    fig.curve(lambda place: powers(place) @ w, -1, 1, n=81, color="model", width=3, dash="", label="ridge fit")
    fig.point(x, y, color="data", label="samples")

    freedom = ridge.degrees_of_freedom(sigma, lam)
    fig.readout(r"$\lambda$", "{:.2g}", lam)
    fig.readout(r"sum lowest near $\lambda$", "{:.2g}", best)
    fig.readout("degrees of freedom", "{:.1f} of 15", freedom)
    fig.data_table(["the model says", "expected", "found"],
                   [[r"$\lVert w\rVert^2$", ("{:.3g}", tau2 * freedom), ("{:.3g}", np.sum(w * w))],
                    [r"$\lVert y - X w\rVert^2$", ("{:.3g}", lam * tau2 * (N - freedom)), ("{:.3g}", held)]])
    ratio = np.sum(w * w) / (tau2 * freedom)
    fig.case((best == LAMS[-1],
              "The sum is lowest at the right end: to this model the samples look like noise alone."),
             (np.abs(np.log(ratio)) < 0.1,
              "The slopes cancel: weights and residuals are about as large as the model expects."),
             (ratio < 1, "The sum falls: the model would have allowed more. The weights are shorter than it expects, "
                         "the residuals longer."),
             otherwise="The sum rises: the model takes signal for noise. The weights are longer than it expects, the "
                       "residuals shorter.")
    return fig
