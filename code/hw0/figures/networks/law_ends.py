"""Further: from He's start, the rates that are enough at each depth, and between which edges the law promised more."""
import numpy as np

from hw0.networks import overfitting, sweeps, trainability
from livefig import Figure

INPUTS = sweeps.HE.axes["inputs"]
RATES = np.array(sweeps.HE.axes["lr"])
DEPTHS = np.array(sweeps.DEPTHS)
STABLE = 12.0           # rate times curvature up to which ReLU nets were seen to calm down
TICKS = {depth: str(depth) for depth in sweeps.DEPTHS}


def own_edges():
    """LEAST f / K and 12 / curvature of every start, each (inputs, depths, seeds), from the stored table."""
    K, f, curvature = np.moveaxis(10.0 ** (sweeps.load("at_start")[..., :3] / 1000), -1, 0)
    return tuple(np.round(edge, 8) for edge in (trainability.LEAST * f / K, STABLE / curvature))


def derived_edges(inputs):
    """The law's two edges from He's start with this many inputs, each (depths,): K = d + (L - 1) h, f = sqrt(2)."""
    K = inputs + (DEPTHS - 1) * overfitting.WIDTH
    return trainability.LEAST * np.sqrt(2) / K, trainability.MOST * np.sqrt(2) / K


def law_ends(at=None):
    """Rates that are learnt over depth, with the law's edges and those of five starts; right answers at one depth."""
    fig = Figure("Where the law ends", name="law-ends", at=at, xlim=(2.6, 58), ylim=(1e-4, 10), xlog=True, ylog=True,
                 aspect=0.9, xlabel="layers", ylabel=r"learning rate $\eta$", xticks=TICKS,
                 alt="Left: over depth, two predicted edges, with squares, nearly all between them, where a rate was "
                     "enough, none from twenty layers on; five starts have edges of their own, which spread. Right: "
                     "right answers against the rate at one depth.")
    k = fig.slider("k", 0, len(DEPTHS) - 1, 2, label="layers", names=[str(depth) for depth in sweeps.DEPTHS])
    which = fig.choice("which", [str(d) for d in INPUTS], label="inputs $d$")
    right = sweeps.load("he")
    learnt = trainability.learnt(right)
    below, above = own_edges()

    for number, inputs in enumerate(INPUTS):
        there = np.where(which == number, 1.0, np.nan)
        i, j = np.nonzero(learnt[number])
        first = number == 0
        fig.point(DEPTHS[i] * there, RATES[j], color="model", marker="square", r=3.2,
                  label="most seeds learn" if first else "")
        for edge in derived_edges(inputs):
            fig.line(DEPTHS * there, np.round(edge, 8), color="truth", width=2, dash="",
                     label="edges of the law" if first and edge[0] < 1 else "")
        for edges, role, label in ((below[number], "truth", "lower edge of each start"),
                                   (above[number], "compare", r"$12$ over its curvature")):
            fig.point(np.repeat(DEPTHS, edges.shape[1]) * there, np.ravel(edges), color=role, marker="circle", r=2.4,
                      label=label if first else "")
    depth = fig.table(DEPTHS)[k]
    fig.vline(depth, color="data", width=1.5, dash="2 3")

    row = which * len(DEPTHS) + k
    rights = fig.table(np.reshape(right, (-1, *right.shape[2:])))[row]            # (rates, seeds)
    fig.panel(xlim=(2.5e-4, 4), ylim=(0, 52), xlog=True, aspect=0.9, xlabel=r"learning rate $\eta$",
              ylabel="right answers of 50, five seeds")
    lower, upper = (fig.table(np.concatenate([derived_edges(d)[e] for d in INPUTS]))[row] for e in (0, 1))
    for edge in (lower, upper):
        fig.vline(edge, color="truth", width=2)
    for seed in range(rights.shape[1]):
        fig.point(RATES, rights[:, seed], color="model", r=3)

    fig.readout("edges of the law", "{:.2g}, {:.2g}", lower, upper)
    for name, edges in (("$K / f$", below), ("curvature", above)):
        own = fig.table(np.reshape(edges, (-1, edges.shape[2])))[row]
        fig.readout(f"{name}, largest over smallest of five starts", "{:.1f}", np.max(own) / np.min(own))
    enough = fig.table(np.reshape(learnt, (-1, len(RATES))))[row]
    middle = fig.table(np.median(right, axis=-1).reshape(-1, len(RATES)))[row]
    count, rates = np.sum(enough), fig.table(RATES)
    fig.case((count > 1, "For most seeds {:d} of 17 rates are enough, from {:.2g} to {:.2g}.",
              count, np.min(np.where(enough, rates, 9.0)), np.max(np.where(enough, rates, 0.0))),
             (count == 1, "For most seeds one rate of 17 is enough, {:.2g}.", np.max(np.where(enough, rates, 0.0))),
             otherwise="No rate is enough for most seeds. The best, {:.2g}, leaves {:.0f} right answers in the median, "
                       "between edges where the law promised 50.", values=[rates[np.argmax(middle)], np.max(middle)])
    return fig
