"""The law of the elbow: a step turns the line about its point at -1/x."""
from hw0 import relu_elbow
from livefig import Figure


def pivot(at=None):
    """The line w t + b before and after a step, and the two distances to the fixed point."""
    fig = Figure("The line turns about one point", name="pivot", at=at, xlim=(-3, 3), ylim=(-2, 3),
                 xlabel="input $t$", ylabel="pre-activation $w t + b$",
                 alt="The line of a unit before and after one gradient step; both pass through the same point "
                     "at minus one over x, and cross zero at the old and the new elbow.")
    lr = fig.slider("lr", 0.0, 2.0, 0.3, step=0.05, label=r"learning rate $\eta$")
    delta = fig.slider("delta", -1.0, 2.0, 1.0, step=0.25, label=r"residual $\delta$")
    x = fig.slider("x", 0.5, 2.0, 1.0, step=0.25, label="training input $x$")
    w, b = 1.0, 0.5

    new = relu_elbow.residual_step(w, b, x, delta, lr=lr)
    e, e_new = relu_elbow.elbow(w, b), relu_elbow.elbow(*new)
    fixed = relu_elbow.fixed_point(x)

    fig.curve(lambda t: w * t + b, color="compare", width=2.5, dash="", label="before")
    fig.curve(lambda t: new.w * t + new.b, color="model", width=2.5, dash="8 3", label="after")
    fig.hline(0, color="data", width=1)
    fig.vline(fixed, color="third", width=1, dash="2 4")
    fig.arrow(fixed, 0.0, e, 0.0, color="compare", width=2)
    fig.arrow(fixed, -0.25, e_new, -0.25, color="model", width=2)
    fig.point(e, 0, color="compare", r=5, label="elbow $e$")
    fig.point(e_new, 0, color="model", r=5, label="elbow $e'$")
    fig.point(fixed, w * fixed + b, color="third", r=6.5, label="fixed point at $-1/x$")

    fig.data_table(["", "before", "after"], [
        ["slope", ("{:.3f}", w), ("{:.3f}", new.w)],
        ["from $-1/x$ to the elbow", ("{:.3f}", e - fixed), ("{:.3f}", e_new - fixed)],
        ["slope × distance", ("{:.3f}", w * (e - fixed)), ("{:.3f}", new.w * (e_new - fixed))],
    ])
    fig.case((lr * delta == 0, "Nothing moves: the rate or the residual is zero."),
             (new.w == 0, "$w' = 0$: the line is level, and there is no elbow any more."),
             (e == fixed, "The elbow sits on the fixed point, so it stays."),
             (new.w < 0, "The step is so large that the slope changes sign: the elbow crosses to the other side of the "
                         "fixed point."),
             (new.w > w, "The line gets steeper by a factor of {:.2f}, so its zero comes nearer to the fixed point by "
                         "the same factor.",
              new.w / w),
             otherwise="The slope shrinks by a factor of {:.2f}, so the zero moves away from the fixed point by the "
                       "same factor.",
             values=[w / new.w])
    return fig
