"""Part 5b: the four cases, each a labelled drawing with the learning rate as its slider.

The residual is 1 throughout: the training point lies one unit below the graph.
"""
import numpy as np

from hw0 import relu_elbow
from livefig import Figure

ALT = "Graph of a ReLU unit before and after one step, with the training point one unit below it: {}"


def case_i(at=None):
    """An inactive unit: nothing moves."""
    fig, lr = _figure("One step, case (i): the unit sleeps at $x$", "case-i", at,
                      "the point lies under the flat part, and the two graphs coincide.")
    w, b, x = 1.0, -1.5, 0.5
    _draw(fig, w, b, x, lr)
    fig.case(otherwise=r"Slope and elbow stay, whatever $\eta$ is: at $x$ the unit does not feel $w$ or $b$.")
    return fig


def case_ii(at=None):
    """w > 0, x > 0, active: three biases, three answers, and all of them turned round by a large step."""
    fig, lr = _figure("One step, case (ii): $w > 0$ and $x > 0$", "case-ii", at,
                      "the slope falls, and the elbow goes right, left or nowhere, depending on the bias.")
    which = fig.choice("b", ["½ (elbow right of $-1/x$)", "1 (elbow on $-1/x$)", "2 (elbow left of $-1/x$)"], 0,
                       label="bias $b$")
    w, b, x = 1.0, fig.table([0.5, 1.0, 2.0])[which], 1.0
    e, e_new = _draw(fig, w, b, x, lr)
    fig.case((lr == 0, r"$\eta = 0$: nothing moves."),
             (lr * x == w, r"$\eta x = w$: the slope is exactly 0. The unit is constant, and its elbow is gone."),
             (b * x == w, "The slope falls, and the elbow stays: it sits on the fixed point $-1/x$."),
             (lr * x > w, r"$\eta x > w$: the unit flips. It is now active on the left, "
              "and the direction of the move is reversed: from {:.2f} to {:.2f}.", e, e_new),
             (e_new > e, "The slope falls, and the elbow moves right, away from $-1/x$."),
             otherwise="The slope falls, and the elbow moves left, away from $-1/x$.")
    return fig


def case_iii(at=None):
    """w > 0, x < 0, active: the slope grows, the elbow moves right."""
    fig, lr = _figure("One step, case (iii): $w > 0$ and $x < 0$", "case-iii", at,
                      "the slope grows and the elbow moves right.")
    w, b, x = 1.0, 2.0, -1.0
    e, e_new = _draw(fig, w, b, x, lr)
    fig.case((lr == 0, r"$\eta = 0$: nothing moves."),
             otherwise="The slope grows, and the elbow moves right, from {:.2f} to {:.2f}: towards $-1/x = 1$, and "
                       "never "
                       "past it.",
             values=[e, e_new])
    return fig


def case_iv(at=None):
    """w < 0, x > 0, active: the slope gets steeper, the elbow moves left."""
    fig, lr = _figure("One step, case (iv): $w < 0$ and $x > 0$", "case-iv", at,
                      "the slope, negative, gets steeper and the elbow moves left.")
    w, b, x = -1.0, 2.0, 1.0
    e, e_new = _draw(fig, w, b, x, lr)
    fig.case((lr == 0, r"$\eta = 0$: nothing moves."),
             otherwise="The slope falls (it was negative, so it gets steeper), and the elbow moves left, from {:.2f} "
                       "to {:.2f}: "
                       "towards $-1/x = -1$, and never past it.", values=[e, e_new])
    return fig


def _figure(title, name, at, what):
    fig = Figure(title, name=name, at=at, xlim=(-4, 4), ylim=(-2, 4), xlabel="input $t$", ylabel=r"output $\phi(t)$",
                 alt=ALT.format(what))
    return fig, fig.slider("lr", 0.0, 2.5, 0.25, step=0.05, label=r"learning rate $\eta$")


def _draw(fig, w, b, x, lr):
    """The drawing of one case; returns the elbows (e, e')."""
    new = relu_elbow.residual_step(w, b, x, 1.0, lr=lr)
    e, e_new, fixed = relu_elbow.elbow(w, b), relu_elbow.elbow(*new), relu_elbow.fixed_point(x)
    phi, phi_new = relu_elbow.unit(w, b, x), relu_elbow.unit(*new, x)
    y = phi - 1.0

    fig.curve(lambda t: relu_elbow.unit(w, b, t), color="compare", width=3, dash="", label=r"$\phi$ before")
    fig.curve(lambda t: relu_elbow.unit(*new, t), color="model", width=3, dash="8 3", label=r"$\phi$ after")
    fig.line([x, x], [phi, y], color="muted", width=1.5, dash="2 3")
    fig.arrow(x, phi, x, phi_new, color="model", width=2)
    fig.arrow(e, -0.35, e_new, -0.35, color="model", width=2)
    fig.point(fixed, np.maximum(w * fixed + b, 0.0), color="third", r=6.5, label="on the graph at $-1/x$")
    fig.point(e, 0, color="compare", r=5)
    fig.point(e_new, 0, color="model", r=5)
    fig.point(x, y, color="data", r=5.5, label="training point $(x, y)$")
    fig.text(e, -0.35, "$e$", color="compare", dy=-16, anchor="middle")
    fig.text(e_new, 0, "$e'$", color="model", dy=12, anchor="middle")
    left = w < 0                                                    # the elbow's arrow lies on the other side
    fig.text(x, y, "$(x, y)$", dx=-10 if left else 10, dy=-12, anchor="end" if left else "start")

    fig.readout("slope", "{:.2f} → {:.2f}", w, new.w)
    fig.readout("elbow", "{:.2f} → {:.2f}", e, e_new)
    fig.readout(r"$\phi(x)$", "{:.2f} → {:.2f}", phi, phi_new)
    return e, e_new
