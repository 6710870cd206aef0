"""How far signals get through fifty layers: root mean squares, measured, and predicted where a law is known."""
import functools

import numpy as np

from hw0.networks import Network, remedies, signals
from livefig import Figure

WIDTH, HIDDEN, N = 100, 50, 64
SHOWN = np.array([1, 2, 3, *range(5, HIDDEN + 1, 5)])
SCALES = tuple(float(f"{10 ** e:.2g}") for e in np.arange(-2.0, -0.45, 0.125))
KINDS = {"as they are": Network, "residual connections": remedies.ResidualNetwork,
         "batch normalisation": remedies.NormalizedNetwork}
LIMITS = 1e-12, 1e12


@functools.cache
def measured(seed=0):
    """Activations and gradients (kinds, scales, shown layers) of random nets, relative to the input and to the last."""
    found = []
    for kind in KINDS.values():
        for scale in SCALES:
            rng = np.random.default_rng(seed)
            net = kind((WIDTH, *[WIDTH] * HIDDEN, 10), rng=rng, scale=scale)
            X = rng.standard_normal((N, WIDTH))
            activation, gradient = signals.passing(net, X, rng.standard_normal((N, 10)))
            found.append([(activation / signals.rms(X))[SHOWN - 1], (gradient / gradient[-1])[SHOWN - 1]])
    rounded = [[[float(f"{v:.3g}") for v in row] for row in pair] for pair in found]
    return np.moveaxis(np.reshape(rounded, (len(KINDS), len(SCALES), 2, len(SHOWN))), 2, 0)


def reach(at=None):
    """Root mean square of activations and of gradients, layer by layer, for a chosen weight scale and kind of net."""
    fig = Figure("What fifty layers do to a signal", name="reach", at=at, xlim=(0, HIDDEN), ylim=LIMITS, ylog=True,
                 aspect=0.8, xlabel="hidden layer", ylabel="activations (rms, input = 1)",
                 alt="Two logarithmic plots over the fifty hidden layers of a net: left the size of the activations, "
                     "right that of the gradients. Unless connections are residual, points lie along straight lines, "
                     "one factor per layer.")
    k = fig.slider("scale", 0, len(SCALES) - 1, 8, label=r"weight scale $\sigma$", names=[f"{s:g}" for s in SCALES])
    kind = fig.choice("layers", list(KINDS))
    scale = fig.table(SCALES)[k]
    activation, gradient = (fig.table(np.reshape(part, (-1, len(SHOWN))))[kind * len(SCALES) + k]
                            for part in measured())
    gain, bare, skips, normal = signals.gain(scale, WIDTH), *(kind == number for number in range(len(KINDS)))
    forward = np.where(bare, gain, np.where(normal, 1.0, np.nan))
    back = np.where(bare, gain, np.where(normal, signals.NORMALIZED_BACK, np.nan))

    fig.curve(lambda layer: np.where(bare, 1.0, np.sqrt(0.5)) * forward**layer, 1, HIDDEN, color="truth",
              label="predicted")
    fig.point(SHOWN, activation, color="model", label="measured")
    fig.hline(1.0, color="muted", width=1)
    fig.panel(xlim=(0, HIDDEN), ylim=LIMITS, ylog=True, aspect=0.8, xlabel="hidden layer",
              ylabel="gradients (rms, last = 1)")
    fig.curve(lambda layer: back ** (HIDDEN - layer), 1, HIDDEN - 1, color="truth")
    fig.point(SHOWN, gradient, color="model")
    fig.hline(1.0, color="muted", width=1)

    fig.readout(r"gain $\sigma\cdot\sqrt{100/2}$", "{:.2f}", gain)
    fig.readout("activations of layer 5, 50", "{:.1e}, {:.1e}", activation[3], activation[-1])
    fig.readout("gradients of layer 1, 25", "{:.1e}, {:.1e}", gradient[0], gradient[7])
    fig.case((normal, "Normalised: no scale matters, and each ReLU leaves half of the mean square. Backward each "
                      "layer multiplies by {:.2f}.", signals.NORMALIZED_BACK),
             (skips, "Each later layer adds a seventh of what it computes to what it was given: in this net "
                     "activations grow {:.3g} times from the first layer to the last, and gradients {:.3g} times on "
                     "the way back.", activation[-1] / activation[0], gradient[0]),
             (np.abs(gain - 1) < 0.1,
              "Gain near 1, close to He's choice 0.141: after fifty layers this net has {:.2g} times the signal, and "
              "{:.2g} times the gradient on the way back.", activation[-1], gradient[0]),
             (gain < 1,
              "Gain below 1: each layer keeps {:.0%} of the signal, and the first layers hardly hear the loss.", gain),
             otherwise="Gain above 1: each layer enlarges the signal {:.1f} times. Scores and first gradients explode.",
             values=[gain])
    return fig
