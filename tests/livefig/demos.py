"""Small figures that together use all that livefig has."""

import numpy as np

from livefig import Figure


def relu(z):
    return np.maximum(0.0, z)


def hinge(at=None):
    """A ReLU unit, a point to drag, and every kind of mark but an arrow."""
    fig = Figure(
        "A ReLU unit and its elbow", name="hinge", at=at, xlim=(-3, 3), ylim=(-1, 3), xlabel="input x",
        ylabel=r"output $\phi(x)$",
        alt="Graph of a ReLU unit over the input from -3 to 3, with its elbow on the axis and a target point to drag.",
        caption="Drag the target, or move the sliders.",
    )  # fmt: skip
    w = fig.slider("w", -2.0, 2.0, 1.0, step=0.05, label="weight w", color="model")
    b = fig.slider("b", -2.0, 2.0, 0.5, step=0.05, label="bias b", color="model")
    x = fig.slider("x", -2.5, 2.5, 1.5, step=0.05, label="target x")
    y = fig.slider("y", -1.0, 3.0, 0.5, step=0.05, label="target y")
    elbow = np.where(w == 0, np.nan, -b / np.where(w == 0, 1.0, w))
    phi = relu(w * x + b)
    fig.area([-3, 3], [0, 0], [-1, -1], color="muted", label="below zero")
    fig.line([-3, 3], np.stack([b - 3 * w, b + 3 * w]), color="muted", label="line w x + b")
    fig.curve(lambda t: relu(w * t + b), color="model", dash="", width=2.5, label=r"$\phi$")
    fig.line([x, x], [phi, y], color="truth", label="residual")
    fig.vline(elbow, color="muted", width=1)
    fig.point(elbow, 0, color="model", label="elbow")
    fig.text(elbow, 0, "$e$ = {:.2f}", elbow, color="model", dx=10, dy=12)
    fig.point(x, y, color="truth", name="target", label="target (drag it)")
    fig.readout("elbow", "{:.2f}", elbow)
    fig.readout("residual", "{:+.2f}", phi - y)
    fig.case(
        (w == 0, "At $w = 0$ the unit is constant: it has no elbow."),
        (w * x + b <= 0,
         "The target lies where the unit is off, so its gradient is zero and a step changes nothing at all."),
        otherwise="The unit is on at the target, and misses it by {:.2f}.", values=[np.abs(phi - y)],
    )  # fmt: skip
    return fig


def shrink(at=None):
    """Two panels: equal scales and arrows, logarithmic axes; a table with live numbers."""
    s, start = np.array([2.0, 0.5]), np.array([1.5, -1.0])
    fig = Figure(
        "Ridge regression shrinks weak directions first", name="shrink", at=at,
        xlim=(-0.5, 2), ylim=(-1.5, 0.5), equal=True, xlabel="$w_1$", ylabel="$w_2$",
        alt="Left: arrow to the ridge coefficients in the plane. Right: filter factor against the singular value, both "
            "axes logarithmic.",
    )  # fmt: skip
    t = fig.slider("t", -3.0, 3.0, 0.0, step=0.05, label=r"$\log_{10} \lambda$")
    lam = 10**t
    kept = s**2 / (s**2 + lam)
    fig.line(*np.transpose([k * start for k in np.linspace(0, 1, 5)]), color="muted", label="all of them shrunk alike")
    fig.arrow(0, 0, kept[0] * start[0], kept[1] * start[1], color="model", label="ridge w", short=5)
    fig.point(*start, color="truth", label="least squares")
    fig.panel(xlim=(0.03, 30), ylim=(0.01, 30), xlog=True, ylog=True, aspect=0.8, xlabel=r"singular value $\sigma$",
              ylabel="filter factor")
    fig.curve(lambda v: 1 / v, color="truth", label="1/σ")
    fig.curve(lambda v: v / (v**2 + lam), color="model", dash="", label=r"$\sigma/(\sigma^2 + \lambda)$")
    fig.vline(np.sqrt(lam), color="muted", label=r"$\sqrt{\lambda}$")
    fig.point(s, s / (s**2 + lam), color="data", label=r"the two $\sigma$")
    fig.data_table(["direction", r"$\sigma$", "kept"],
                   [[f"{k + 1}", ("{:.1f}", s[k]), ("{:.1%}", kept[k])] for k in range(2)])
    return fig


def travel(at=None):
    """A time axis to play, a choice, a toggle, and a table that they index."""
    rates, steps = [0.05, 0.1, 0.2, 0.4], np.arange(0, 41)
    table = np.array([[np.exp(-r * steps), (1 - r) ** steps] for r in rates])
    fig = Figure(
        "Gradient flow and gradient steps", name="travel", at=at, xlim=(0, 40), ylim=(0, 1.1), xlabel="step",
        ylabel="distance left",
        alt="Two falling curves of the distance left over forty steps, one for gradient flow and one for gradient "
            "descent.",
    )  # fmt: skip
    k = fig.slider("k", 0, 40, 0, label="step", play=2, unit=" steps")
    i = fig.choice("rate", rates, 1, label="learning rate")
    flow = fig.toggle("flow", 1, label="show the flow")
    T = fig.table(table, digits=4)
    fig.line(steps, np.where(flow == 1, T[i, 0], np.nan), color="compare", label="flow")
    fig.line(steps, T[i, 1], color="model", label="descent")
    fig.point(k, T[i, 1, k], color="model", name="present step")
    fig.text(k, T[i, 1, k], "{:.3f}", T[i, 1, k], dx=8, dy=8)
    fig.hline(0.5, color="muted", width=1)
    fig.case(
        (T[i, 1, k] < 0.5, "After {:d} steps less than half is left.", k),
        otherwise="After {:d} steps more than half is left.", values=[k],
    )  # fmt: skip
    return fig


FIGURES = (hinge, shrink, travel)
