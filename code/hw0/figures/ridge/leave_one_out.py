"""Explore: choosing lambda by samples left out, by generalized cross-validation, by the evidence."""
import numpy as np

from hw0 import ridge
from livefig import Figure

from .factors import factors

DEGREE = 9
JUDGES = ("on samples left out", "generalized", "evidence")
LAMS = np.round(np.logspace(-6, 2, 33), 10)


def samples():
    """x (15,), a smooth curve there, (15,), and that curve with eight draws of noise, (8, 15)."""
    x = np.linspace(-1, 1, 15)
    curve = np.round(np.sin(3.5 * x), 3)
    return x, curve, np.round(curve + 0.2 * np.random.default_rng(0).normal(size=(8, 15)), 2)


def powers(x):
    """The features 1, x, ..., x^9 of each x."""
    return np.stack([x**k for k in range(DEGREE + 1)], axis=-1)


def leave_one_out(at=None):
    """A polynomial fit, the fit that did not see one sample, and what three judges say of each lambda."""
    x, curve, draws = samples()
    X = np.round(powers(x), 12)
    U, s, Vt = factors(X)

    fig = Figure("Leaving out one sample at a time", name="leave-one-out", at=at, xlim=(-1.05, 1.05), ylim=(-1.6, 1.6),
                 aspect=0.8,
                 xlabel="$x$", ylabel="$y$",
                 alt="Left: samples, the fitted polynomial, and the polynomial fitted without one of them. Right: "
                     "errors against lambda on logarithmic axes; those on samples seen only rise, three others have "
                     "minima in different places.")
    t = fig.slider("t", -6.0, 2.0, -5.0, step=0.1, label=r"$\log_{10} \lambda$")
    i = fig.slider("i", 1, len(x), 2, label="sample left out")
    draw = fig.slider("draw", 1, len(draws), 1, label="draw of the noise")
    lam, out = 10.0**t, np.where(np.arange(len(x)) == i - 1, 1.0, 0.0)
    # traced: NumPy's last digits of U^T y depend on the machine
    y, left, sigma, lams = fig.table(draws)[draw - 1], fig.table(U), fig.table(s), fig.table(LAMS)
    w = ridge.coefficients(U, s, Vt, y, lam=lam)
    pull = ridge.coefficients(U, s, Vt, out, lam=lam)       # how w answers to y_i
    residual, leverage = out @ (y - X @ w), out @ (X @ pull)
    error = residual / (1.0 - leverage)
    without = w - error * pull                              # the fit that did not see sample i
    found = ridge.criteria_of_factors(left, sigma, y, lams)
    fits = (ridge.shrinkage(sigma, np.reshape(lams, (-1, 1))) * (left.T @ y)) @ left.T     # (33, 15)
    far = np.sqrt(np.mean((fits - curve) ** 2, axis=1))
    best = [np.argmin(numbers) for numbers in (*found, far)]

    fig.curve(lambda t: powers(t) @ w, -1, 1, n=81, color="model", width=3, dash="", label="fit to all samples")
    fig.curve(lambda t: powers(t) @ without, -1, 1, n=81, color="compare", width=2, label="fit without sample $i$")
    here, there = out @ x, out @ y
    fig.line([here, here], [there, there - error], color="third", width=2.5, dash="", label="its error on sample $i$")
    fig.point(x, y, color="data", label="samples")
    fig.point(here, there, color="third", r=6)

    fig.panel(xlim=(1e-6, 100), ylim=(0.001, 30), xlog=True, ylog=True, aspect=0.8, xlabel=r"$\lambda$",
              ylabel="mean squared error")
    fig.line(LAMS, np.mean((y - fits) ** 2, axis=1), color="model", width=2, label="on samples seen")
    for judged, place, role, label in zip(found, best, ("compare", "truth", "third"), JUDGES, strict=False):
        fig.line(LAMS, judged, color=role, width=2.5, dash="", label=label)
        fig.point(lams[place], np.min(judged), color=role, r=6)
    fig.vline(lam, color="data", width=1.5, dash="2 3")

    fig.readout(r"$\lambda$", "{:.3g}", lam)
    fig.readout("residual of sample $i$", "{:.3g}", residual)
    fig.readout("its leverage", "{:.3f}", leverage)
    fig.readout("error when left out, residual / (1 − leverage)", "{:.3g}", error)
    fig.data_table(["who chooses", r"chosen $\lambda$", "distance from the true curve"],
                   [[name, ("{:.2g}", lams[place]), ("{:.3f}", far[place])]
                    for name, place in zip((*JUDGES, "who knows the truth"), best, strict=True)])
    missed = [np.abs(residual), np.abs(error)]
    fig.case((leverage < 0.1, "With or without sample $i$ the fit is nearly the same, and misses it by {:.2g} or "
                              "{:.2g}.",
              *missed),
             (leverage > 0.6, "The fit goes after sample $i$ and misses it by {:.2g}; without the sample, by {:.2g}.",
              *missed),
             otherwise="Sample $i$ has a say in its own prediction, not the only one: seen, it is missed by {:.2g}; "
                       "left out, by {:.2g}.", values=missed)
    return fig
