"""Explore: choosing lambda by leaving out one sample at a time, without fitting again."""
import numpy as np

from hw0 import ridge
from livefig import Figure

from .factors import factors

DEGREE = 9
LAMS = np.round(np.logspace(-6, 2, 81), 10)


def samples():
    """x (15,) and y (15,): a smooth curve with noise."""
    x = np.linspace(-1, 1, 15)
    return x, np.round(np.sin(3.5 * x) + 0.2 * np.random.default_rng(0).normal(size=15), 2)


def powers(x):
    """The features 1, x, ..., x^9 of each x."""
    return np.stack([x**k for k in range(DEGREE + 1)], axis=-1)


def leave_one_out(at=None):
    """A polynomial fit, the fit that did not see one sample, and the leave-one-out error against lambda."""
    x, y = samples()
    X = np.round(powers(x), 12)
    U, s, Vt = factors(X)
    found = ridge.leave_one_out(X, y, LAMS)

    fig = Figure("Leaving out one sample at a time", name="leave-one-out", at=at, xlim=(-1.05, 1.05), ylim=(-1.6, 1.6),
                 aspect=0.8,
                 xlabel="x", ylabel="y",
                 alt="Left: samples, the fitted polynomial, and the polynomial fitted without one of them. Right: the "
                     "leave-one-out error "
                     "against lambda on logarithmic axes, which is smallest between two extremes.")
    t = fig.slider("t", -6.0, 2.0, -5.0, step=0.1, label="log₁₀ λ")
    i = fig.slider("i", 1, len(x), 2, label="sample left out")
    lam, out = 10.0**t, np.where(np.arange(len(x)) == i - 1, 1.0, 0.0)
    # traced y: NumPy's last digits of U^T y depend on the machine
    w = ridge.coefficients(U, s, Vt, fig.table(y), lam=lam)
    pull = ridge.coefficients(U, s, Vt, out, lam=lam)       # how w answers to y_i
    residual, leverage = out @ (y - X @ w), out @ (X @ pull)
    error = residual / (1.0 - leverage)
    without = w - error * pull                              # the fit that did not see sample i

    fig.curve(lambda t: powers(t) @ w, -1, 1, n=81, color="model", width=3, dash="", label="fit to all samples")
    fig.curve(lambda t: powers(t) @ without, -1, 1, n=81, color="compare", width=2, label="fit without sample i")
    here, there = out @ x, out @ y
    fig.line([here, here], [there, there - error], color="third", width=2.5, dash="", label="its error on sample i")
    fig.point(x, y, color="data", label="samples")
    fig.point(here, there, color="third", r=6)

    fig.panel(xlim=(1e-6, 100), ylim=(0.003, 20), xlog=True, ylog=True, aspect=0.8, xlabel="λ",
              ylabel="mean squared error")
    residuals = np.mean((y - ridge.path(X, y, LAMS) @ X.T) ** 2, axis=1)
    fig.line(LAMS, np.round(found.errors, 5), color="compare", width=2.5, dash="", label="on samples left out")
    fig.line(LAMS, np.round(residuals, 5), color="model", width=2, label="on samples seen")
    fig.vline(lam, color="data", width=1.5, dash="2 3")
    fig.point(found.lam, np.round(np.min(found.errors), 5), color="compare", r=6, label="smallest")

    fig.readout("λ", "{:.3g}", lam)
    fig.readout("best λ", "{:.3g}", found.lam)
    fig.readout("residual of sample i", "{:.3f}", residual)
    fig.readout("its leverage", "{:.3f}", leverage)
    fig.readout("error when left out, residual / (1 − leverage)", "{:.3f}", error)
    fig.case((lam > 10 * found.lam, "λ is large: both curves are nearly the same, and both miss the samples."),
             (lam < 0.1 * found.lam,
              "λ is small: the fit goes after each sample, and without sample i it would pass it "
                                     "at a distance of {:.2f}.", np.abs(error)),
             otherwise="λ is near the best: leaving out sample i moves the fit little, from a distance of {:.2f} to "
                       "{:.2f}.",
             values=[np.abs(residual), np.abs(error)])
    return fig
