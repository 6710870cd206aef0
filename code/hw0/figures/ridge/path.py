"""Parts 4g and 4h: all weights against lambda, and their length."""
import numpy as np

from hw0 import ridge
from livefig import Figure

from .factors import factors

W = np.array([1.6, -1.2, 0.9, 0.0])


def samples():
    """X (12, 4), whose first two features are nearly copies of each other, and y (12,)."""
    rng = np.random.default_rng(11)
    X = rng.normal(size=(12, 4))
    X[:, 1] = X[:, 0] + 0.25 * X[:, 1]
    X = np.round(X, 2)
    return X, np.round(X @ W + 0.5 * rng.normal(size=12), 2)


def path(at=None):
    """The four weights of a ridge fit against lambda, and the length of w, with a slider that marks one lambda."""
    fig = Figure(r"Four weights against $\lambda$", name="path", at=at, xlim=(1e-3, 1e4), ylim=(-2.6, 2.6), xlog=True,
                 aspect=0.8, xlabel=r"$\lambda$", ylabel="weight",
                 alt="Left: four weights against lambda on a logarithmic axis; all end at zero, some after a detour. "
                     "Right: the length "
                     "of the weight vector, which only falls, and the size of each singular direction.")
    t = fig.slider("t", -3.0, 4.0, -1.0, step=0.05, label=r"$\log_{10} \lambda$", play=12)
    lam = 10.0**t
    X, y = samples()
    U, s, Vt = factors(X)
    lams = np.round(np.logspace(-3, 4, 141), 8)
    y_table = fig.table(y)                  # the page forms U^T y itself: NumPy's last digits depend on the machine
    w = ridge.coefficients(U, s, Vt, y_table, lam=lam)
    every = np.round(ridge.path(X, y, lams), 5)

    for j, (role, dash) in enumerate([("truth", ""), ("model", ""), ("compare", "6 3"), ("third", "2 3")]):
        fig.line(lams, every[:, j], color=role, width=2.5, dash=dash, label=f"$w_{j + 1}$")
        fig.point(lam, w[j], color=role)
    fig.hline(0, color="muted", width=1)
    fig.vline(lam, color="data", width=1.5, dash="2 3")

    fig.panel(xlim=(1e-3, 1e4), ylim=(0, 4), xlog=True, aspect=0.8, xlabel=r"$\lambda$", ylabel="length")
    along = np.round(np.abs(every @ Vt.T), 5)
    fig.line(lams, np.round(np.linalg.norm(every, axis=1), 5), color="data", width=3, label="length of $w$")
    for k in range(len(s)):
        fig.line(lams, along[:, k], color="muted", width=1.5, dash="4 3",
                 label="its part along one $v_j$" if k == 0 else "")
    fig.vline(lam, color="data", width=1.5, dash="2 3")
    fig.point(lam, np.sqrt(np.sum(w**2)), color="data", r=5.5)

    fig.readout(r"$\lambda$", "{:.3g}", lam)
    fig.readout("$w_1$, $w_2$", "{:.3g}, {:.3g}", w[0], w[1])
    fig.readout("$w_3$, $w_4$", "{:.3g}, {:.3g}", w[2], w[3])
    fig.readout("length of $w$", "{:.3g}", np.sqrt(np.sum(w**2)))
    fig.readout("degrees of freedom", "{:.3g} of 4", ridge.degrees_of_freedom(s, lam))
    growing = np.sum(w * (Vt.T @ (Vt @ w / (s**2 + lam))) < 0)       # the derivative by lambda is minus the second
    fig.case((growing == 0, r"At this $\lambda$ all four weights shrink as it grows."),
             (growing == 1, r"One weight still grows in size as $\lambda$ grows; the length falls all the same."),
             otherwise=r"{:d} weights still grow in size as $\lambda$ grows; the length falls all the same.",
             values=[growing])
    return fig
