"""Part 5b.ii as a map: which way the elbow goes, for every step size and every bias at once."""
import numpy as np

from hw0 import relu_elbow
from livefig import Figure


def plane(at=None):
    """The regions of case (ii) in the ratios lr x / w and b x / w, and the unit at the chosen point.

    Where the elbow goes follows from these two; whether the unit is active at all, b x / w > -x^2, depends on x too.
    The unit drawn has w = x: then lr and b are the two ratios themselves, and every x has a map with its own floor.
    """
    fig = Figure("Case (ii) on one map", name="plane", at=at, xlim=(0, 2.5), ylim=(-2.5, 3), aspect=0.8,
                 xlabel=r"step size $\eta x / w$", ylabel="bias $b x / w$",
                 alt="Left: a map of step size against bias with four regions, elbow right or left, above one in which "
                     "the unit sleeps. Right: the unit at the chosen point, before and after the step.")
    lr = fig.slider("lr", 0.05, 2.5, 0.4, step=0.05, label=r"step size $\eta x / w$")
    b = fig.slider("b", -2.4, 3.0, 2.0, step=0.05, label="bias $b x / w$")
    x = fig.slider("x", 0.5, 1.5, 1.0, step=0.05, label="training input $x$")
    w, floor = x, -(x * x)

    for step, bias, color, arrow in [((0, 1), 0, "truth", "→ right"), ((0, 1), 1, "model", "← left"),
                                     ((1, 2.5), 0, "model", "← left, flipped"),
                                     ((1, 2.5), 1, "truth", "→ right, flipped")]:
        low, high = (1.0, 3.0) if bias else (floor, 1.0)
        fig.area(np.array(step), low + np.zeros(2), high + np.zeros(2), color=color, opacity=0.18)
        fig.text(np.mean(step), 2.6 if bias else 0.4, arrow, color=color, anchor="middle")
    fig.area(np.array([0.0, 2.5]), np.full(2, -2.5), floor + np.zeros(2), color="muted", opacity=0.3)
    fig.text(1.75, -2.35, r"asleep: $b x / w \le -x^2$", color="data", anchor="middle")
    fig.vline(1, color="data", width=2, label="gone")
    fig.hline(1, color="third", width=2, dash="6 3", label="stays")
    fig.point(lr, b, color="data", name="step size and bias", label="you are here (drag)")

    fig.panel(xlim=(-4, 3), ylim=(-1, 4), aspect=0.8, xlabel="input $t$", ylabel=r"output $\phi(t)$")
    new = relu_elbow.residual_step(w, b, x, 1.0, lr=lr)
    e, e_new, fixed = relu_elbow.elbow(w, b), relu_elbow.elbow(*new), relu_elbow.fixed_point(x)
    fig.curve(lambda t: relu_elbow.unit(w, b, t), color="compare", width=3, dash="", label=r"$\phi$ before")
    fig.curve(lambda t: relu_elbow.unit(*new, t), color="model", width=3, dash="8 3", label=r"$\phi$ after")
    fig.vline(fixed, color="third", width=1.5, dash="6 3", label="$-1/x$")
    fig.arrow(e, -0.4, e_new, -0.4, color="model", width=2)
    fig.point(e, 0, color="compare", r=5)
    fig.point(e_new, 0, color="model", r=5)
    fig.point(x + 0, relu_elbow.unit(w, b, x) - 1.0, color="data", r=5.5)

    fig.readout("elbow", "{:.2f} → {:.2f}", e, e_new)
    fig.case((w * x + b <= 0, "The unit is inactive at $x$, so this is case (i): nothing moves, whatever the rate."),
             (lr == 1, r"Exactly on the line $\eta x = w$: the slope is 0 and the elbow is gone."),
             (b == 1, r"Exactly on the line $b x = w$: the elbow stays on $-1/x$, for every $\eta$ but $w/x$."),
             (lr > 1, "The unit has flipped; the elbow is at {:.2f} now, on the other side of $-1/x$.", e_new),
             (e_new > e, "The elbow moves right by {:.2g}.", e_new - e),
             otherwise="The elbow moves left by {:.2g}.", values=[e - e_new])
    return fig
