"""Early stopping beside ridge: what each keeps of a singular direction, and the quotient of the two."""
import numpy as np

from hw0 import ridge
from hw0.least_squares import gradient_descent
from livefig import Figure


def early_stopping(at=None):
    """The kept shares of descent after t steps and of ridge, against sigma, and their quotient."""
    fig = Figure("Early stopping is nearly ridge", name="early-stopping", at=at, xlim=(0.01, 1), ylim=(0, 1.05),
                 xlog=True, aspect=0.8, xlabel=r"singular value $\sigma$, in units of $\sigma_1$", ylabel="kept share",
                 alt="Left: two rising curves against sigma, the shares kept by ridge and by a descent that was "
                     "stopped, almost on top of each other. Right: their quotient, a hill between one and two.")
    power = fig.slider("power", 0.0, 4.0, 2.0, step=0.05, label=r"$\log_{10}$ of the number of steps", play=10)
    lr = fig.slider("lr", 0.01, 0.5, 0.1, step=0.01, label=r"rate $\eta$, in units of $1/\sigma_1^2$")
    shift = fig.slider("shift", -1.0, 1.0, 0.0, step=0.05, label=r"$\log_{10} 2\eta t\lambda$", color="model")
    steps = np.rint(10.0**power)
    lam = ridge.matching_penalty(lr, steps) * 10.0**shift

    def stopped(s):
        return gradient_descent.share_of_the_way(s, lr=lr, steps=steps)

    def quotient(s):
        return stopped(s) / ridge.shrinkage(s, lam)

    fig.curve(lambda s: ridge.shrinkage(s, lam), color="model", width=3, dash="",
              label=r"ridge, $\sigma^2/(\sigma^2 + \lambda)$")
    fig.curve(stopped, color="truth", width=2.5, dash="6 4", label=r"$t$ steps, $1 - (1 - 2\eta\sigma^2)^t$")
    fig.vline(np.sqrt(lam), color="compare", width=1.5, label=r"$\sigma = \sqrt{\lambda}$")
    fig.hline(0.5, color="muted", width=1)

    fig.panel(xlim=(0.01, 1), ylim=(0, 3), xlog=True, aspect=0.8,
              xlabel=r"singular value $\sigma$, in units of $\sigma_1$",
              ylabel="share of the steps / share of ridge")
    fig.curve(quotient, color="data", width=2.5)
    fig.hline(1.0, color="muted", width=1)
    fig.hline(2.0, color="muted", width=1)
    fig.vline(np.sqrt(lam), color="compare", width=1.5)

    seen = quotient(np.round(np.logspace(-2.0, 0.0, 201), 10))
    least, most = np.min(seen), np.max(seen)
    fig.readout("steps $t$", "{:d}", steps)
    fig.readout(r"$\lambda$", "{:.3g}", lam)
    fig.readout("quotient", "{:.2f} to {:.2f}", least, most)
    fig.case((np.abs(shift) < 1e-9, r"$\lambda = 1/(2\eta t)$: the steps keep at least what ridge keeps, and at most "
                                    "{:.2f} times "
                                    "as much.", most),
             (shift > 0, r"$\lambda$ is {:.1f} times $1/(2\eta t)$, and ridge keeps too little of the small $\sigma$, "
              "where the curves no "
                         "longer meet.", 10.0**shift),
             otherwise=r"$\lambda$ is only {:.2f} of $1/(2\eta t)$, and ridge keeps too much of the small $\sigma$, "
             "where the curves no "
                       "longer meet.", values=[10.0**shift])
    return fig
