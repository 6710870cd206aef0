"""Part 4f: the same w from a system of d equations and from one of n."""
import numpy as np

from hw0 import ridge
from livefig import Figure

MOST = 8
LAM = 0.5


def kernel(at=None):
    """Weights from X^T X + lambda I and X X^T + lambda I, for n samples, d features, and each system's cost."""
    fig = Figure("Two systems, one solution", name="kernel", at=at, xlim=(0.5, MOST + 0.5), ylim=(-1, 1), aspect=0.8,
                 xlabel="feature $j$", ylabel="weight",
                 alt="Left: the weights from the normal equations and from the kernel form, marks on top of each "
                     "other. Right: the work of "
                     "both against the number of features; the lines cross where it equals the number of samples.")
    n = fig.slider("n", 1, MOST, 3, label="samples $n$")
    d = fig.slider("d", 1, MOST, 6, label="features $d$")
    features = np.arange(1, MOST + 1)
    primal, dual = (fig.table(table)[n - 1, d - 1] for table in weights())
    fig.hline(0, color="muted", width=1)
    fig.point(features, primal, color="truth", r=8, label=r"$(X^\top X + \lambda I)^{-1} X^\top y$")
    fig.point(features, dual, color="model", r=4, label=r"$X^\top (X X^\top + \lambda I)^{-1} y$")

    fig.panel(xlim=(1, 100), ylim=(1, 1e6), xlog=True, ylog=True, aspect=0.8, xlabel="features $d$",
              ylabel="multiplications")
    fig.curve(lambda d: work(n, d), color="truth", width=2.5, dash="", label="$d$ equations")
    fig.curve(lambda d: work(d, n), color="model", width=2.5, label="$n$ equations")
    fig.vline(d + 0.0, color="data", width=1.5, dash="2 3")
    fig.point(d + 0.0, work(n, d), color="truth", r=6)
    fig.point(d + 0.0, work(d, n), color="model", r=6)

    fig.readout(r"$X^\top X + \lambda I$", "{:d} × {:d}", d, d)
    fig.readout(r"$X X^\top + \lambda I$", "{:d} × {:d}", n, n)
    fig.readout("length of $w$, both ways", "{:.3f}", np.sqrt(np.sum(np.nan_to_num(dual) ** 2)))
    fig.case((n < d, "More features than samples: the kernel form solves the smaller system, of {:d} instead of {:d} "
                     "equations.", n, d),
             (n > d, "More samples than features: the normal equations are the smaller system, {:d} instead of {:d} "
                     "equations.", d, n),
             (n == 1, "One sample and one feature: both systems have one equation."),
             otherwise="As many samples as features: both systems have {:d} equations.", values=[n])
    return fig


def weights():
    """Two tables (n, d, j) of w_j at lambda = 1/2: normal equations, kernel form; NaN where j > d."""
    rng = np.random.default_rng(4)
    X, y = rng.normal(size=(MOST, MOST)), rng.normal(size=MOST)
    tables = np.full((2, MOST, MOST, MOST), np.nan)
    for n, d in np.ndindex(MOST, MOST):
        for table, route in zip(tables, (ridge.by_normal_equations, ridge.by_kernel), strict=True):
            table[n, d, :d + 1] = route(X[:n + 1, :d + 1], y[:n + 1], lam=LAM)
    return np.round(tables, 6)


def work(samples, unknowns):
    """Multiplications to form the symmetric Gram matrix of that many unknowns and to solve with it (Cholesky)."""
    return samples * unknowns * (unknowns + 1) / 2 + unknowns**3 / 6
