"""Part 6a: where three and five layers learn 50 digits by heart, and where the gain theory expects it."""
from typing import NamedTuple

import numpy as np

from hw0.networks import overfitting, signals, sweeps, trainability
from livefig import Figure

LIMITS = {"xlim": (-2.35, 0.35), "ylim": (-5.2, 0.7)}
INPUTS, WIDTHS, EPOCHS = (16, 64, 256, 1024, 3072, 12288), (25, 50, 100, 200, 400), (5, 10, 20, 40, 80)
DEPTHS = sweeps.OVERFIT.axes["depth"]
STEPS = overfitting.EXAMPLES // overfitting.BATCH       # of one epoch
GRID = np.round(np.linspace(-2.25, 0.25, 81), 4)        # of log10 of the weight scale


class Map(NamedTuple):
    """Where it was measured: the squared length of an input, the width, the epochs, then the grid and right answers
    (depths, scales, rates, seeds)."""

    inputs: int
    width: int
    epochs: int
    scale: tuple
    lr: tuple
    right: np.ndarray


def measured():
    """All Maps of three and of five layers that are stored, the one that the constants were fitted to first."""
    usual = {"inputs": overfitting.INPUTS, "width": overfitting.WIDTH, "epochs": overfitting.EPOCHS}

    def stored(sweep, right, **other):
        return Map(**usual | other, scale=sweep.axes["scale"], lr=sweep.axes["lr"], right=right)

    elsewhere = sweeps.load("elsewhere").swapaxes(0, 1)
    return (stored(sweeps.OVERFIT, sweeps.load("overfit")),
            stored(sweeps.LARGE_INPUTS, sweeps.load("large_inputs"), inputs=3072),
            *(stored(sweeps.ELSEWHERE, right, **setting)
              for setting, right in zip(sweeps.ELSEWHERE_IS.values(), elsewhere, strict=True)))


def band(at=None):
    """Two maps over log10 of weight scale and learning rate, for depth 3 and 5, with the predicted band."""
    fig = Figure("The band in which a net can be trained", name="band", at=at, aspect=0.9, **LIMITS,
                 xlabel=r"$\log_{10}$ weight scale", ylabel=r"3 layers: $\log_{10}$ learning rate",
                 alt="Two maps, for nets of three and of five layers, over weight scale and learning rate. The pairs "
                     "that reach 100 percent fill a band that falls to the right, wide for three layers, narrow and "
                     "steep for five.")
    inputs = _one_of(fig, "inputs", INPUTS, overfitting.INPUTS, r"$\lVert x \rVert^2$")
    width = _one_of(fig, "width", WIDTHS, overfitting.WIDTH, "hidden units")
    epochs = _one_of(fig, "epochs", EPOCHS, overfitting.EPOCHS, "epochs")
    s = fig.slider("s", -2.25, 0.25, -0.4, step=0.05, label=r"$\log_{10}$ weight scale", folded=True)
    r = fig.slider("r", -5.0, 0.5, -1.0, step=0.05, label=r"$\log_{10}$ learning rate", folded=True)
    steps = STEPS * epochs
    scale, lr = 10.0**s, 10.0**r
    maps = measured()
    here = [(inputs == m.inputs) & (width == m.width) & (epochs == m.epochs) for m in maps]

    low, high = [], []
    for number, depth in enumerate(DEPTHS):
        if number:
            fig.panel(aspect=0.9, xlabel=r"$\log_{10}$ weight scale",
                      ylabel=rf"{depth} layers: $\log_{{10}}$ learning rate", **LIMITS)
        labels = {} if number else {"every": "every seed learns", "some": "some seeds learn", "edge": "predicted edges",
                                    "usual": "edges as at first", "gain": "gain 1", "here": "you are here (drag)"}
        for m, there in zip(maps, here, strict=True):
            _map(fig, m, m.right[number], there, labels if m is maps[0] else {})
        _draw(fig, *np.round(_edges(depth), 6), labels.get("usual", ""), np.where(here[0], np.nan, 1.0), color="muted",
              width=1.5)
        _draw(fig, *_edges(depth, inputs, width, steps), labels.get("edge", ""), 1.0, color="truth", width=2)
        fig.vline(np.log10(signals.he_scale(width)), color="compare", width=1.5, label=labels.get("gain", ""))
        fig.point(s, r, color="third", name=f"scale and rate, {depth} layers", label=labels.get("here", ""))
        low.append(trainability.least_rate(scale, depth, inputs=inputs, width=width, steps=steps))
        high.append(trainability.most_rate(scale, depth, inputs=inputs, width=width))

    below, above = [lr <= edge for edge in low], [lr >= edge for edge in high]
    none = [least >= most for least, most in zip(low, high, strict=True)]
    three, five = (~under & ~over for under, over in zip(below, above, strict=True))
    fig.readout("gain per layer", "{:.2f}", signals.gain(scale, width))
    fig.readout("scale, rate", "{:.2g}, {:.2g}", scale, lr)
    fig.readout("edges at this scale, 3 layers", "{:.1e}, {:.1e}", low[0], high[0])
    fig.readout("5 layers", "{:.1e}, {:.1e}", low[1], high[1])
    counts = fig.table([_counts(m) for m in maps])[np.sum(np.stack([k * one for k, one in enumerate(here)]))]
    told = "of three layers {:d} pairs learn and {:d} are on the wrong side of an edge, of five {:d} and {:d}."
    fig.case((here[0], "The constants were fitted to these dots, five seeds each: " + told, *counts),
             (np.any(np.stack(here)), "Measured here, too, three seeds each on a coarser grid, which the constants "
              "never saw: " + told, *counts),
             otherwise="Nobody has measured here. The edges are a prediction, and no dot tests it.")
    fig.case((three & five, "Expected to learn with three layers and with five."),
             (three, "Expected to learn with three layers, and not with five."),
             (five, "Expected to learn with five layers, and not with three."),
             (none[0] & none[1], "The edges have crossed, for both depths: at this scale no rate is both felt and "
                                 "harmless."),
             (none[1] & below[0], "Below the band of three layers; the edges of five have crossed."),
             (none[1], "Above the band of three layers; the edges of five have crossed."),
             (below[0] & below[1], "Below both bands: the steps are too small to be felt in {:d} of them.", steps),
             (above[0] & above[1], "Above both bands: the steps throw the scores about."),
             (below[0], "Below the band of three layers and above that of five: no luck with either."),
             otherwise="Above the band of three layers and below that of five: no luck with either.")
    return fig


def _one_of(fig, name, values, start, label):
    """The value of a slider whose places are the values."""
    return fig.table(values)[fig.slider(name, 0, len(values) - 1, values.index(start), label=label,
                                        names=[str(v) for v in values])]


def _counts(m):
    """For either depth of a Map: how many pairs are learnt, and how many are not as the edges say."""
    scale, lr, setting = np.array(m.scale), np.array(m.lr), {"inputs": m.inputs, "width": m.width}
    found = []
    for depth, table in zip(DEPTHS, m.right, strict=True):
        learnt = trainability.learnt(table)
        low = trainability.least_rate(scale, depth, steps=STEPS * m.epochs, **setting)
        found += [int(np.sum(learnt)),
                  trainability.misses(learnt, lr, low, trainability.most_rate(scale, depth, **setting))]
    return found


def _map(fig, m, right, there, labels):
    """The cells in which all seeds, or some, reach 100 percent, where the sliders stand at what was measured."""
    scale, lr = (np.round(np.log10(axis), 4) for axis in (m.scale, m.lr))      # the last digits depend on the machine
    share = np.mean(right == overfitting.EXAMPLES, axis=-1)
    for cells, color, marker, r, label in ((share == 1, "model", "square", 3.2, labels.get("every", "")),
                                           ((share > 0) & (share < 1), "muted", "circle", 2.2, labels.get("some", ""))):
        i, j = np.nonzero(cells)
        if len(i):
            fig.point(np.where(there, scale[i], np.nan), lr[j], color=color, marker=marker, r=r, label=label)


def _edges(depth, inputs=overfitting.INPUTS, units=overfitting.WIDTH, steps=trainability.STEPS):
    """log10 of the two edges of the predicted band over GRID."""
    scale = np.round(10.0**GRID, 10)                                # the last digits depend on the machine
    return (np.log10(trainability.least_rate(scale, depth, inputs=inputs, width=units, steps=steps)),
            np.log10(trainability.most_rate(scale, depth, inputs=inputs, width=units)))


def _draw(fig, low, high, label, shown, **style):
    """Two edges where they have not crossed; shown is 1, or nan for none."""
    there = np.where(low < high, shown, np.nan)
    fig.line(GRID, low * there, label=label, **style)
    fig.line(GRID, high * there, **style)
