"""Parts 2d and 2e: contours of x^T A x, with its derivative as level lines and as an arrow, beside the row 2 x^T A."""
import numpy as np

from hw0 import vector_calculus
from livefig import Figure

# heights beside that of x, one row each
NEAR = np.array([[-4.0], [-3.0], [-2.0], [-1.0], [1.0], [2.0], [3.0], [4.0]])
ANGLE = np.linspace(0.0, 2 * np.pi, 241)
# directions; the NaN parts curve from curve
U = np.append(np.round([np.cos(ANGLE), np.sin(ANGLE)], 6), [[np.nan], [np.nan]], axis=1)
DRAWN = 0.25        # arrows are drawn at this fraction of their length


def quadratic(at=None):
    """Sliders for A, a point x to drag, and a switch that replaces A by its symmetric part."""
    fig = Figure(r"The derivative of $x^\top A x$, as lines and as an arrow", name="quadratic", at=at, xlim=(-3, 3),
                 ylim=(-2.4, 2.4), equal=True,
                 xlabel="first coordinate", ylabel="second coordinate",
                 alt="Plane with contours of a quadratic form and a point that can be dragged. Short parallel lines "
                     "through the point are the level lines of the derivative there; two arrows show the derivative "
                     "and twice x transposed A.")
    entries = [fig.slider(f"a{i}{j}", -2.0, 2.0, value, step=0.1, label=f"entry $A_{{{i}{j}}}$")
               for (i, j), value in zip(((1, 1), (1, 2), (2, 1), (2, 2)), (1.0, 1.5, -0.5, 1.0), strict=True)]
    x1 = fig.slider("x1", -2.5, 2.5, 1.2, step=0.1, label="point $x_1$")
    x2 = fig.slider("x2", -2.0, 2.0, 0.6, step=0.1, label="point $x_2$")
    symmetric = fig.toggle("sym", label="replace $A$ by its symmetric part")
    given, x = np.reshape(np.stack(entries), (2, 2)), np.stack([x1, x2])
    A = np.where(symmetric == 1, vector_calculus.symmetric_part(given), given)
    value, D = vector_calculus.quadratic(A, x), vector_calculus.d_quadratic(A, x)[0]
    other = 2.0 * x @ A

    _contours(fig, A, value)
    _level_lines(fig, x, D)
    fig.arrow(x1, x2, x1 + DRAWN * D[0], x2 + DRAWN * D[1], color="model", width=3,
              label=r"$x^\top(A + A^\top)$, ¼ of its length")
    fig.arrow(x1, x2, x1 + DRAWN * other[0], x2 + DRAWN * other[1], color="compare", width=2.5, dash="6 3",
              label=r"$2x^\top A$, ¼ of its length")
    fig.point(x1, x2, color="data", name="point x", label="$x$ (drag)")

    fig.readout(r"$x^\top A x$", "{:.3f}", value)
    fig.readout(r"$x^\top(A + A^\top)$", "({:.2f}, {:.2f})", D[0], D[1])
    fig.readout(r"$2x^\top A$", "({:.2f}, {:.2f})", other[0], other[1])
    form = vector_calculus.symmetric_part(A)
    fig.case((np.all(form == 0), r"The symmetric part of $A$ is zero: $x^\top A x$ is 0 everywhere, and so is its "
                                 "derivative."),
             ((x1 == 0) & (x2 == 0), "At $x = 0$ the derivative is zero: to first order, no direction climbs."),
             (A[0, 1] == A[1, 0], "$A$ is symmetric: both rows are the same, at every $x$."),
             otherwise=r"$A$ is not symmetric: $2x^\top A$ differs from the derivative by $x^\top(A - A^\top)$ = "
                       "({:.2f}, {:.2f}).",
             values=list(x @ (A - A.T)))
    return fig


def _contours(fig, A, value):
    """Where x^T A x is value, value + 1, value - 1, ...: in the direction u it is rho^2 u^T A u at rho u."""
    form = vector_calculus.symmetric_part(A)
    along = form[0, 0] * U[0] ** 2 + 2.0 * form[0, 1] * U[0] * U[1] + form[1, 1] * U[1] ** 2
    for height, width, label in ((0.0, 2.5, r"contour of $x^\top A x$ through $x$"), (NEAR, 1, "contours 1 apart")):
        # NaN where the form never has this value: the curve is broken there
        rho = np.sqrt((value + height) / along)
        fig.line(np.ravel(rho * U[0]), np.ravel(rho * U[1]), color="truth", width=width, dash="", label=label)


def _level_lines(fig, x, D):
    """Where D v is 0, 1, -1, ...: short parallel lines across D, at x + v."""
    length = np.sqrt(D @ D)
    across, along = D / length**2, np.stack([-D[1], D[0]]) / length
    ends = np.array([-0.9, 0.9, np.nan])
    for height, width, label in ((0.0, 2, ""), (NEAR, 1, "level lines of the row, 1 apart")):
        lines = [np.ravel(x[k] + height * across[k] + ends * along[k]) for k in range(2)]
        fig.line(*lines, color="model", width=width, dash="", label=label)
