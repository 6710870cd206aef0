"""Part 6a: where three and five layers learn 50 digits by heart, and where the gain theory expects it."""
import numpy as np

from hw0.networks import overfitting, signals, sweeps, trainability
from livefig import Figure

# the last digits depend on the machine
S, R = (np.round(np.log10(sweeps.OVERFIT.axes[name]), 4) for name in ("scale", "lr"))
LIMITS = {"xlim": (-2.35, 0.35), "ylim": (-5.2, 0.7)}


def band(at=None):
    """Two maps over log10 of weight scale and learning rate, for depth 3 and 5, with the predicted band."""
    fig = Figure("The band in which a net can be trained", name="band", at=at, aspect=0.9, **LIMITS,
                 xlabel=r"$\log_{10}$ weight scale", ylabel=r"3 layers: $\log_{10}$ learning rate",
                 alt="Two maps, for nets of three and of five layers, over weight scale and learning rate. The pairs "
                     "that reach "
                     "100 percent fill a band that falls to the right, wide for three layers, narrow and steep for "
                     "five.")
    s = fig.slider("s", -2.25, 0.25, -0.4, step=0.05, label=r"$\log_{10}$ weight scale")
    r = fig.slider("r", -5.0, 0.5, -1.0, step=0.05, label=r"$\log_{10}$ learning rate")
    scale, lr = 10.0**s, 10.0**r

    inside, low, high = [], [], []
    for number, depth in enumerate(sweeps.OVERFIT.axes["depth"]):
        if number:
            fig.panel(aspect=0.9, xlabel=r"$\log_{10}$ weight scale",
                      ylabel=rf"{depth} layers: $\log_{{10}}$ learning rate", **LIMITS)
        _map(fig, depth, sweeps.load("overfit")[number])
        fig.vline(np.log10(signals.he_scale(overfitting.WIDTH)), color="compare", width=1.5,
                  label="" if number else "gain 1")
        fig.point(s, r, color="third", name=f"scale and rate, {depth} layers",
                  label="" if number else "you are here (drag)")
        low.append(lr <= trainability.least_rate(scale, depth))
        high.append(lr >= trainability.most_rate(scale, depth))
        inside.append(~low[-1] & ~high[-1])

    three, five = inside
    gain = signals.gain(scale, overfitting.WIDTH)
    fig.readout("gain per layer", "{:.2f}", gain)
    fig.readout("scale, rate", "{:.2g}, {:.2g}", scale, lr)
    fig.case((three & five, "Expected to learn with three layers and with five."),
             (three, "Expected to learn with three layers; five are outside their band."),
             (five, "Expected to learn with five layers; three are outside their band."),
             (low[0] & high[0] & low[1] & high[1],
              "The edges have crossed: at this scale no rate is both felt and harmless."),
             (low[0] & low[1], "Below both bands: the steps are too small to be felt in 40 of them."),
             (high[0] & high[1], "Above both bands: the steps throw the scores about."),
             otherwise="Below the band of three layers and above that of five: no luck with either.")
    return fig


def _map(fig, depth, right):
    """One map: the cells in which all seeds, or some, reach 100 percent, and the edges of the predicted band."""
    share = np.mean(right == overfitting.EXAMPLES, axis=-1)
    first = depth == sweeps.OVERFIT.axes["depth"][0]
    for cells, color, marker, r, label in ((share == 1, "model", "square", 3.2, "every seed learns"),
                                           ((share > 0) & (share < 1), "muted", "circle", 2.2, "some seeds learn")):
        i, j = np.nonzero(cells)
        fig.point(S[i], R[j], color=color, marker=marker, r=r, label=label if first else "")
    grid = np.round(np.linspace(S[0], S[-1], 81), 4)
    low, high = (np.round(np.log10(edge(10.0**grid, depth)), 3)
                 for edge in (trainability.least_rate, trainability.most_rate))
    fig.line(grid, np.where(low < high, low, np.nan), color="truth", width=2, label="predicted edges" if first else "")
    fig.line(grid, np.where(low < high, high, np.nan), color="truth", width=2)
