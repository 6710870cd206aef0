"""Explore: one step on three points at once, and the pivot that their residuals choose."""
import numpy as np

from hw0 import relu_elbow
from hw0.relu_elbow import batch
from livefig import Figure

POINTS = ((-0.5, 1.5), (0.5, 0.5), (1.5, 1.5))
# Of everything but the rate: sums of products of quarters are exact, so a sum that is 0 is seen to be 0.
QUARTER = 0.25


def several(at=None):
    """One unit and a batch of three points to drag: the lines before and after a step cross at the pivot."""
    fig = Figure("Three points, one pivot", name="several", at=at, xlim=(-3, 3), ylim=(-1.5, 3), xlabel="input $t$",
                 ylabel=r"output $\phi(t)$",
                 alt="Graph of a ReLU unit before and after one step on a batch of three points that can be dragged; "
                     "both lines pass through the pivot, and the two elbows are marked on the axis.")
    w = fig.slider("w", -2.0, 2.0, 1.0, step=QUARTER, label="weight $w$")
    b = fig.slider("b", -2.0, 2.0, 1.0, step=QUARTER, label="bias $b$")
    lr = fig.slider("lr", 0.0, 3.0, 0.5, step=0.05, label=r"learning rate $\eta$")
    places = [(fig.slider(f"x{k}", -2.5, 2.5, x, step=QUARTER, label=f"input $x_{k}$", folded=True),
               fig.slider(f"y{k}", -1.0, 3.0, y, step=QUARTER, label=f"output $y_{k}$", folded=True))
              for k, (x, y) in enumerate(POINTS, start=1)]
    x, y = (np.stack(values) for values in zip(*places, strict=True))

    delta = relu_elbow.unit(w, b, x) - y
    g = batch.felt(w, b, x, delta)
    new, turn = batch.step(w, b, x, delta, lr=lr), batch.pivot(w, b, x, delta)
    new = new._replace(w=np.where(np.abs(new.w) < 1e-9, 0.0, new.w))        # the rate is no sum of powers of 2
    e, e_new = relu_elbow.elbow(w, b), relu_elbow.elbow(*new)
    awake = w * x + b > 0

    fig.curve(lambda t: w * t + b, color="compare", width=1, dash="3 4")
    fig.curve(lambda t: new.w * t + new.b, color="model", width=1, dash="3 4")
    fig.curve(lambda t: relu_elbow.unit(w, b, t), color="compare", width=3, dash="", label=r"$\phi$ before")
    fig.curve(lambda t: relu_elbow.unit(*new, t), color="model", width=3, dash="8 3", label=r"$\phi$ after")
    for k, (px, py) in enumerate(places):
        fig.line([px, px], [np.where(awake[k], w * px + b, np.nan), py], color="muted", width=1.5, dash="2 3",
                 label="" if k else "residual that the unit feels")
    fig.arrow(e, -0.5, e_new, -0.5, color="model", width=2)
    fig.point(e, 0, color="compare", r=5)
    fig.point(e_new, 0, color="model", r=5)
    fig.point(turn, w * turn + b, color="third", r=6.5, label="pivot")
    for k, (px, py) in enumerate(places):
        fig.point(px, py, color="data", name=f"training point {k + 1}", label="" if k else "training point (drag)")

    sums = np.sum(g), np.sum(g * x)
    fig.readout(r"sum of $\delta$, active points", "{:.2f}", sums[0])
    fig.readout(r"sum of $\delta x$", "{:.2f}", sums[1])
    fig.readout("pivot", "{:.2f}", turn)
    fig.readout("elbow", "{:.2f} → {:.2f}", e, e_new)
    fig.case((~np.any(awake), "The unit sleeps at all three points, so nothing moves."),
             ((sums[0] == 0) & (sums[1] == 0), r"The sums of $\delta$ and of $\delta x$ are both 0: the gradient is "
                                               "zero, and nothing moves."),
             (lr == 0, r"$\eta = 0$: nothing moves."),
             (sums[1] == 0, r"The sum of $\delta x$ is 0: the line shifts by {:.2f} and turns about no point.",
              new.b - b),
             (w == 0, "Before the step the unit is constant; the line turns about its point at {:.2f}.", turn),
             (new.w == 0, "The step makes $w$ exactly 0: the unit is constant, and its elbow is gone."),
             (e == turn, "The elbow sits on the pivot and stays."),
             (np.all(awake), "Active at all three points: the line turns about its point at {:.2f}.", turn),
             otherwise="Active at {:d} of the three points: no other has a say in the pivot, {:.2f}.",
             values=[np.sum(awake), turn])
    return fig
