"""Explore: one SGD step of one unit, with everything free."""
import numpy as np

from hw0 import relu_elbow
from livefig import Figure


def one_step(at=None):
    """Unit, training point and learning rate free; the point can be dragged."""
    fig = Figure("One SGD step of one unit", name="one-step", at=at, xlim=(-3, 3), ylim=(-1.5, 3), xlabel="input $t$",
                 ylabel=r"output $\phi(t)$",
                 alt="Graph of a ReLU unit before and after one gradient step towards a training point that can be "
                     "dragged; "
                     "old elbow, new elbow and the fixed point are marked.")
    w = fig.slider("w", -3.0, 3.0, 1.0, step=0.05, label="weight $w$")
    b = fig.slider("b", -2.0, 2.0, 0.5, step=0.05, label="bias $b$")
    x = fig.slider("x", -2.5, 2.5, 1.5, step=0.05, label="training input $x$")
    y = fig.slider("y", -1.0, 3.0, 0.5, step=0.05, label="training output $y$")
    lr = fig.slider("lr", 0.0, 2.0, 0.15, step=0.01, label=r"learning rate $\eta$")

    b = np.where(np.abs(w * x + b) < 1e-9, -(w * x), b)         # on the kink, although w x is rounded
    phi = relu_elbow.unit(w, b, x)
    target = np.where(np.abs(phi - y) < 1e-9, phi, y)           # no residual, and no slope, though both are rounded
    new = relu_elbow.sgd_step(w, b, x, target, lr=lr)
    new = new._replace(w=np.where(np.abs(new.w) < 1e-9, 0.0, new.w))
    e, e_new, fixed = relu_elbow.elbow(w, b), relu_elbow.elbow(*new), relu_elbow.fixed_point(x)

    fig.curve(lambda t: w * t + b, color="compare", width=1, dash="3 4")
    fig.curve(lambda t: new.w * t + new.b, color="model", width=1, dash="3 4")
    fig.curve(lambda t: relu_elbow.unit(w, b, t), color="compare", width=3, dash="", label=r"$\phi$ before")
    fig.curve(lambda t: relu_elbow.unit(*new, t), color="model", width=3, dash="8 3", label=r"$\phi$ after")
    fig.line([x, x], [phi, y], color="muted", width=1.5, dash="2 3", label="residual")
    fig.arrow(e, -0.5, e_new, -0.5, color="model", width=2)
    fig.point(e, 0, color="compare", r=5)
    fig.point(e_new, 0, color="model", r=5)
    fig.point(fixed, w * fixed + b, color="third", r=6.5, label="fixed point at $-1/x$")
    fig.point(x, y, color="data", name="training point", label="training point (drag)")

    fig.readout("residual", "{:.2f}", relu_elbow.dloss_dphi(phi, target))
    fig.readout("slope", "{:.2f} → {:.2f}", w, new.w)
    fig.readout("elbow", "{:.2f} → {:.2f}", e, e_new)
    fig.readout("loss", "{:.3f} → {:.3f}", relu_elbow.loss(phi, y), relu_elbow.loss(relu_elbow.unit(*new, x), y))
    fig.case((w * x + b <= 0, "The unit is inactive at $x$, so its gradient is zero and nothing moves."),
             ((new.w == w) & (new.b == b), "Nothing moves: the learning rate or the residual is zero."),
             ((w == 0) & (new.w == 0), "The unit is constant before the step and after it: it has no elbow."),
             (new.w == 0, "The step makes $w$ exactly 0: the unit is constant, and its elbow is gone."),
             (w == 0, "Before the step the unit is constant; the step gives it an elbow at {:.2f}.", e_new),
             (x == 0, "$x = 0$: only $b$ changes. The line shifts and turns about no point; the elbow goes from "
                      "{:.2f} to "
                      "{:.2f}.", e, e_new),
             (np.abs(e_new - e) < 1e-9, "The elbow sits on the fixed point and stays."),
             (w * new.w < 0,
              "The step flips the unit: the elbow leaves at one end of the axis and comes back at the other, "
              "now at {:.2f}.", e_new),
             (e_new > e, "The elbow moves right by {:.3g}.", e_new - e),
             otherwise="The elbow moves left by {:.3g}.", values=[e - e_new])
    return fig
