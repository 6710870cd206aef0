"""How far signals get: root mean squares per layer, predicted by the gain and measured."""
import functools

import numpy as np

from hw0.networks import Network, signals
from livefig import Figure

WIDTH, HIDDEN, N = 100, 10, 64
SCALES = tuple(float(f"{10 ** e:.2g}") for e in np.arange(-2.0, -0.45, 0.125))


@functools.cache
def measured(seed=0):
    """Activations (scales, 10) and score gradients (scales, 10) of random nets, relative to input and last layer."""
    found = []
    for scale in SCALES:
        rng = np.random.default_rng(seed)
        net = Network((WIDTH, *[WIDTH] * HIDDEN, 10), rng=rng, scale=scale)
        X = rng.standard_normal((N, WIDTH))
        seen = signals.measure(net, X, rng.integers(10, size=N))
        found.append([seen.activation / signals.rms(X), seen.gradient[:-1] / seen.gradient[-2]])
    return [np.array([[float(f"{v:.3g}") for v in row] for row in part]) for part in zip(*found, strict=True)]


def reach(at=None):
    """Root mean square of activations and of gradients, layer by layer, for a chosen weight scale."""
    fig = Figure("What the gain does to a signal", name="reach", at=at, xlim=(0, HIDDEN), ylim=(1e-12, 1e6), ylog=True,
                 aspect=0.8,
                 xlabel="hidden layer", ylabel="activations (rms)",
                 alt="Two logarithmic plots over the hidden layers of a net: left the size of the activations, right "
                     "that of the "
                     "gradients. Measured points lie on straight lines, whose slope is the logarithm of the gain.")
    k = fig.slider("scale", 0, len(SCALES) - 1, 3, label=r"weight scale $\sigma$", names=[f"{s:g}" for s in SCALES])
    scale, (activation, gradient) = fig.table(SCALES)[k], measured()
    gain = signals.gain(scale, WIDTH)

    layers = np.arange(1, HIDDEN + 1)
    fig.curve(lambda layer: gain**layer, color="truth", label="gain to the power of the layer")
    fig.point(layers, fig.table(activation)[k], color="model", label="measured")
    fig.hline(1.0, color="muted", width=1)
    fig.panel(xlim=(0, HIDDEN), ylim=(1e-12, 1e6), ylog=True, aspect=0.8, xlabel="hidden layer",
              ylabel="gradients (rms, last = 1)")
    fig.curve(lambda layer: gain ** (HIDDEN - layer), 1, HIDDEN, color="truth")
    fig.point(layers, fig.table(gradient)[k], color="model")
    fig.hline(1.0, color="muted", width=1)

    fig.readout(r"gain $\sigma\cdot\sqrt{100/2}$", "{:.2f}", gain)
    fig.readout("after 2 layers", "{:.1e}", gain**2)
    fig.readout("after 4 layers", "{:.1e}", gain**4)
    fig.readout("after 10 layers", "{:.1e}", gain**10)
    fig.case((np.abs(gain - 1) < 0.1,
              "Gain near 1, close to He's choice 0.141: after ten layers {:.0%} of the signal is left, both ways.",
              gain**10),
             (gain < 1,
              "Gain below 1: each layer keeps {:.0%} of the signal, and the first layers hardly hear the loss.", gain),
             otherwise="Gain above 1: each layer enlarges the signal {:.1f} times. Scores and first gradients explode.",
             values=[gain])
    return fig
