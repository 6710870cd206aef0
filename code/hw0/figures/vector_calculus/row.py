"""Part 2a: a row is a stack of level lines, and a row times a step counts the lines that the step crosses."""
import numpy as np

from hw0 import vector_calculus
from livefig import Figure

HEIGHTS = np.arange(-16.0, 17.0)[:, None]        # one row for each line
NUMBERED = (-6, -4, -2, 0, 2, 4, 6)


def row(at=None):
    """The level lines of v -> c^T v, and a step v that can be dragged across them."""
    fig = Figure("A row counts the lines that a step crosses", name="row", at=at, xlim=(-3, 3), ylim=(-2.2, 2.2),
                 equal=True,
                 xlabel="first coordinate", ylabel="second coordinate",
                 alt="Plane with parallel level lines of a linear function, numbered by its values. An arrow from the "
                     "origin, "
                     "whose tip can be dragged, crosses some of them; a second arrow stands across the lines.")
    c1 = fig.slider("c1", -2.0, 2.0, 1.0, step=0.1, label="row, $c_1$")
    c2 = fig.slider("c2", -2.0, 2.0, 0.5, step=0.1, label="row, $c_2$")
    v1 = fig.slider("v1", -3.0, 3.0, 2.0, step=0.1, label="step, $v_1$")
    v2 = fig.slider("v2", -2.0, 2.0, -1.0, step=0.1, label="step, $v_2$")
    c, v = np.stack([c1, c2]), np.stack([v1, v2])
    D = vector_calculus.d_dot(v, c)
    change = (D @ v)[0]

    length = np.sqrt(vector_calculus.squared_norm(c))
    # the point of the line of height 1 that is nearest to the origin; NaN for c = 0
    foot = c / length**2
    along = np.stack([-c2, c1]) / length
    ends = np.array([-8.0, 8.0, np.nan])            # the NaN parts line from line
    lines = [np.ravel(HEIGHTS * foot[k] + ends * along[k]) for k in range(2)]
    fig.line(*lines, color="truth", width=1, dash="", label=r"level lines of $c^\top v$")
    fig.line(*(ends * along[k] for k in range(2)), color="truth", width=2.5, dash="")
    for height in NUMBERED:
        x, y = (height * foot[k] - 1.2 * along[k] for k in range(2))
        fig.text(x, y, f"{height}".replace("-", "−"), color="truth", anchor="middle")
    fig.arrow(0.0, 0.0, c1, c2, color="compare", width=2, label="$c$ as an arrow, across the lines")
    fig.arrow(0.0, 0.0, v1, v2, color="model", width=3, label="step $v$", short=13)
    fig.point(v1, v2, color="model", name="tip of the step v")

    fig.readout(r"$c^\top v = c_1v_1 + c_2v_2$", "{:.2f} {:+.2f} = {:.2f}", c1 * v1, c2 * v2, change)
    fig.readout(r"distance of lines, $1/\lVert c\rVert$", "{:.2f}", np.where(length == 0, np.nan, 1.0 / length))
    fig.case((length == 0, "The row is zero: there are no level lines, and no step changes anything."),
             ((v1 == 0) & (v2 == 0), "There is no step, and the function does not change."),
             (np.abs(change) < 1e-9, r"The step runs along a level line: $c^\top v = 0$, and the function does not "
                                     "change."),
             (change > 0, "The step climbs {:.2f} lines.", change),
             otherwise="The step goes down {:.2f} lines.", values=[-change])
    return fig
