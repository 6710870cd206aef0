"""Part 4h in floating point: how far each route ends from the limit, over lambda."""
import numpy as np

from hw0.ridge import unguarded as routes
from livefig import Figure
from livefig.words import written

STYLES = (("truth", "", 2.5), ("model", "6 3", 2.0), ("compare", "2 3", 2.5), ("third", "8 3 2 3", 2.0),
          ("muted", "", 1.5))


def unguarded(at=None):
    """The distances of five routes from X^† y over lambda, with what they are on paper and a mark at one lambda."""
    lams, paper = routes.LAMS, np.round(np.log10(routes.on_paper()), 4)
    found = np.round(np.log10(routes.stored()), 2)
    fig = Figure("On paper a slope, in floating point a valley", name="unguarded", at=at, xlim=(1e-16, 1e2),
                 ylim=(-17.5, 3.5), xlog=True, aspect=0.62, xlabel=r"$\lambda$",
                 ylabel=r"$\log_{10}$ relative distance from $X^\dagger y$",
                 alt="Distance from the limit against lambda on logarithmic axes. On paper a straight line falls to "
                     "the left. Five routes follow it down to a lambda of about ten to the minus seven, and rise again "
                     "from there.")
    place = fig.slider("place", 0, len(lams) - 1, 18, label=r"$\lambda$", names=[written(lam, ".2g") for lam in lams])
    fig.line(lams, paper, color="data", width=1.5, dash="3 4", label="on paper")
    for (color, dash, width), name, row in zip(STYLES, routes.ROUTES, found, strict=True):
        fig.line(lams, row, color=color, width=width, dash=dash, label=name)
    fig.vline(fig.table(lams)[place], color="data", width=1.5, dash="2 3")

    def here(log10):
        return 10.0 ** fig.table(log10)[place]

    for name, row in zip(routes.ROUTES, found, strict=True):
        fig.readout(name, "{:.1e}", here(row))
    exact = here(paper)
    fig.readout("on paper", "{:.1e}", exact)
    worst, best = here(np.max(found, axis=0)), here(np.min(found, axis=0))
    fig.case((worst < 1.1 * exact, r"Every route is as close to the limit as the formula says: $\lambda$ is large "
                                   "enough."),
             (worst < 2 * exact, "Rounding begins to be felt: the farthest route is {:.2g} times as far away as on "
                                 "paper.", worst / exact),
             (best > 0.5, r"No digit is left of the solution, by any route: divided by $\lambda$, the rounding of a "
                          "zero is as large."),
             otherwise="Rounding has taken over: the farthest route is {:.2g} times as far away as on paper.",
             values=[worst / exact])
    return fig

