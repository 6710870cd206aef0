"""Part 5a.i: where the graph of one unit bends."""
from hw0 import relu_elbow
from livefig import Figure


def bend(at=None):
    """One unit with sliders for w and b: its line, its graph, its elbow."""
    fig = Figure("One unit and its elbow", name="bend", at=at, xlim=(-4, 4), ylim=(-1.5, 4),
                 xlabel="input $t$", ylabel=r"output $\phi(t)$",
                 alt="Graph of one ReLU unit against its input: flat at zero on one side of the elbow, "
                 "the line w t + b on the other, with the elbow marked on the axis.")
    w = fig.slider("w", -2.0, 2.0, 1.0, step=0.1, label="weight $w$")
    b = fig.slider("b", -2.0, 2.0, 1.0, step=0.1, label="bias $b$")
    e = relu_elbow.elbow(w, b)

    fig.curve(lambda t: w * t + b, color="muted", width=1.5, dash="3 4", label="line $w t + b$")
    fig.curve(lambda t: relu_elbow.unit(w, b, t), color="model", width=3, dash="", label=r"unit $\phi(t)$")
    fig.point(e, 0, color="model", r=6, label="elbow $e$")

    fig.readout("$e = -b/w$", "{:.2f}", e)
    fig.case((w > 0, "$w > 0$: the unit sleeps left of {:.2f} and is active to the right of it.", e),
             (w < 0, "$w < 0$: the unit is active to the left of {:.2f} and sleeps right of it.", e),
             otherwise=r"$w = 0$: the unit is the constant $\max(0, b)$ = {:.1f}. It has no elbow.",
             values=[relu_elbow.relu(b)])
    return fig
