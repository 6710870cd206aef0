"""Explore: the weights and the leave-one-out error on real data; needs scikit-learn, which brings the data along."""
from functools import cache

import numpy as np

from hw0 import datasets, ridge
from livefig import Figure
from livefig.words import written

LAMS = np.round(np.logspace(-5, 3, 81), 10)


@cache
def fits():
    """The features' names (10,), weights (81, 10) at LAMS and (10,) for λ → 0, and two error curves (81,)."""
    ten, more = datasets.diabetes(), datasets.diabetes(products=True)
    errors = [np.round(np.sqrt(ridge.leave_one_out(data.X, data.y, LAMS, method="qr", intercept=True).errors), 2)
              for data in (ten, more)]
    return ten.names, np.round(ridge.path(ten.X, ten.y, LAMS), 1), np.round(ridge.path(ten.X, ten.y, [0.0])[0],
                                                                            1), errors


def diabetes(at=None):
    """The path of ten weights, one of them marked, and the leave-one-out error with ten features and with 65."""
    names, w, limit, errors = fits()
    fig = Figure("Ten measurements of 442 patients", name="diabetes", at=at, xlim=(1e-5, 1e3), ylim=(-900, 900),
                 xlog=True, aspect=0.8,
                 xlabel=r"$\lambda$", ylabel="weight",
                 alt="Left: ten weights against lambda on a logarithmic axis, one of them marked. Right: leave-one-out "
                     "errors against "
                     "lambda, flat at first with ten features, with a dip in the middle with 65 features.")
    place = fig.slider("place", 0, len(LAMS) - 1, 43, label=r"$\lambda$", names=[written(lam, ".2g") for lam in LAMS])
    feature = fig.choice("feature", names, 4, label="feature to mark")
    lam, table = fig.table(LAMS)[place], fig.table(w.T)
    for j in range(len(names)):
        fig.line(LAMS, w[:, j], color="muted", width=1.2, dash="", label="" if j else "the ten weights")
    fig.line(LAMS, table[feature], color="model", width=3, dash="", label="the marked one")
    fig.hline(0, color="data", width=1)
    fig.vline(lam, color="data", width=1.5, dash="2 3")
    fig.point(lam, table[feature][place], color="model", r=6)

    fig.panel(xlim=(1e-5, 1e3), ylim=(52, 80), xlog=True, aspect=0.8, xlabel=r"$\lambda$",
              ylabel="error on a patient left out")
    for (role, label), error in zip((("truth", "10 features"), ("model", "65 features")), errors, strict=True):
        fig.line(LAMS, error, color=role, width=2.5, label=label)
        fig.point(LAMS[np.argmin(error)], np.min(error), color=role, r=5.5)
    fig.vline(lam, color="data", width=1.5, dash="2 3")

    now, first = table[feature][place], fig.table(limit)[feature]
    few, many = (fig.table(error)[place] for error in errors)
    fig.readout("weight of the marked feature", "{:.0f}", now)
    fig.readout(r"as $\lambda \to 0$", "{:.0f}", first)
    fig.readout("error with 10 features", "{:.1f}", few)
    fig.readout("error with 65", "{:.1f}", many)
    fig.case((now * first < 0, r"This weight has changed its sign since $\lambda = 0$."),
             (np.abs(now) > 1.005 * np.abs(first),
              r"This weight has grown in size since $\lambda = 0$, while the length of $w$ has fallen."),
             (lam > 20, r"So large a $\lambda$ leaves little of $w$, and the error rises towards that of predicting "
                        "the mean."),
             otherwise=r"At this $\lambda$ the weight is about {:.0%} of its value at $\lambda = 0$.",
             values=[now / first])
    return fig
