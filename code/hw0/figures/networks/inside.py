"""What happens inside: training curves and activations of both depths, for every scale and rate of a coarse grid."""
import numpy as np

from hw0.networks import overfitting, sweeps
from livefig import Figure

SCALES, RATES = (sweeps.INSIDE.axes[name] for name in ("scale", "lr"))
ROLES = ("truth", "compare", "third", "model")


def inside(at=None):
    """Right answers per epoch for three and five layers, and the histogram of activations per layer of one of them."""
    table, epochs = sweeps.load("inside"), overfitting.EPOCHS
    right, loss = table[..., :epochs], table[..., epochs:2 * epochs] / 100
    layers = table[..., 2 * epochs:].reshape(*table.shape[:-1], 4, -1)

    fig = Figure("Inside a run", name="inside", at=at, xlim=(0, epochs), ylim=(0, 52), aspect=0.8,
                 xlabel="epoch", ylabel="right of 50",
                 alt="Left: right answers out of 50 over 20 epochs, one line for three layers and one for five. "
                     "Right: histograms of the logarithm of the activations in each hidden layer after training.")
    i = fig.slider("scale", 0, len(SCALES) - 1, 4, label="weight scale", names=[f"{s:g}" for s in SCALES])
    j = fig.slider("rate", 0, len(RATES) - 1, 7, label="learning rate", names=[f"{r:g}" for r in RATES])
    depth = fig.choice("depth", ["3 layers", "5 layers"], 1, label="histograms of")

    def at_cell(values):
        """(depth, ...) of a table (depth, scale, rate, ...) at the sliders."""
        flat = fig.table(values.reshape(2, len(SCALES) * len(RATES), -1).swapaxes(0, 1))
        return flat[i * len(RATES) + j]

    curves, losses = at_cell(right), at_cell(loss[..., -1:])
    counts = np.reshape(np.take(at_cell(layers), depth, axis=0), layers.shape[3:])
    for k, (color, label) in enumerate((("truth", "3 layers"), ("model", "5 layers"))):
        fig.line(np.arange(1, epochs + 1), curves[k], color=color, width=2.5, label=label)
    fig.hline(overfitting.EXAMPLES, color="muted", width=1)

    bins = overfitting.BINS
    fig.panel(xlim=(bins[0], bins[-1]), ylim=(0, 60), aspect=0.8, xlabel=r"$\log_{10}$ of an activation",
              ylabel="percent of the layer")
    edges = np.repeat(bins, 2)[1:-1]
    for k, color in enumerate(ROLES):
        heights = np.repeat(counts[k, 1:], 2)
        there = np.sum(counts[k]) > 0
        fig.line(edges, np.where(there, heights, np.nan), color=color, width=2, label=f"hidden layer {k + 1}")

    fig.data_table(["layer", *"1234"],
                   [["% zeros",
                     *(("{:.0f}", np.where(np.sum(counts[k]) > 0, counts[k, 0], np.nan)) for k in range(4))]])
    fig.readout("right after 20 epochs", "{:d} and {:d} of 50", curves[0, -1], curves[1, -1])
    last = (np.where(losses[k, 0] < 0, np.nan, np.minimum(losses[k, 0], 9999)) for k in range(2))
    fig.readout("last loss (rounded, at most 9999)", "{:.2f} and {:.2f}", *last)
    won = curves[:, -1] == overfitting.EXAMPLES
    gone = losses[:, 0] < 0
    fig.case((won[0] & won[1], "Both nets know all 50 examples by heart."),
             (won[0], "Three layers know all 50 by heart, five do not."),
             (won[1], "Five layers know all 50 by heart, three do not."),
             (gone[0] & gone[1], "Both runs diverged."), (gone[0], "The run of three layers diverged."),
             (gone[1], "The run of five layers diverged."), otherwise="Neither net gets there in 20 epochs.")
    return fig
