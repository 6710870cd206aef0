"""Curvature in the plane: a bowl, a valley or a saddle, a step of gradient descent and one of Newton."""
import numpy as np

from hw0 import vector_calculus
from livefig import Figure

ANGLE = np.linspace(0.0, 2 * np.pi, 241)
U = np.append(np.round([np.cos(ANGLE), np.sin(ANGLE)], 6), [[np.nan], [np.nan]], axis=1)
HEIGHTS = np.array([[-4.5], [-2.0], [-0.5], [0.5], [2.0], [4.5]])
TURN = 0.5          # radians, so that no direction on the grid is one in which a saddle stays level
CENTRE, LEVEL = np.array([0.5, -0.3]), 1.0      # where the slope is zero, and the value there


def newton(at=None):
    """Contours of a quadratic function, two steps from a point to drag, and the function along both of them."""
    fig = Figure("Two curvatures, and two ways to step", name="newton", at=at, xlim=(-3, 3), ylim=(-2.4, 2.4),
                 equal=True, aspect=0.8, xlabel="first coordinate", ylabel="second coordinate",
                 alt="Left: contours of a quadratic function, ellipses or hyperbolas, with a gradient step and a "
                     "Newton step from a point that can be dragged. Right: the function along both steps, two "
                     "parabolas.")
    one = fig.slider("one", 0.2, 2.0, 1.5, step=0.1, label="curvature, first axis")
    two = fig.slider("two", -1.0, 2.0, 0.3, step=0.1, label="curvature, second axis")
    lr = fig.slider("lr", 0.1, 1.5, 0.6, step=0.05, label=r"rate $\eta$", color="compare")
    x1 = fig.slider("x1", -2.8, 2.8, 2.2, step=0.1, label="point $x_1$", folded=True)
    x2 = fig.slider("x2", -2.2, 2.2, -0.2, step=0.1, label="point $x_2$", folded=True)

    c, s = np.cos(TURN), np.sin(TURN)
    turn, x = np.array([[c, -s], [s, c]]), np.stack([x1, x2])
    A = turn @ (np.stack([one, two])[:, None] * turn.T) / 2.0       # f(x) = (x - CENTRE)^T A (x - CENTRE) + LEVEL
    H, D = vector_calculus.hessian_of_quadratic(A), vector_calculus.d_quadratic(A, x - CENTRE)[0]
    here = vector_calculus.quadratic(A, x - CENTRE) + LEVEL
    slope = turn.T @ D                                                  # along the two axes, where H is diagonal
    curvatures = np.stack([one, two])
    parts = np.where(curvatures == 0, 0.0, -slope / np.where(curvatures == 0, 1.0, curvatures))
    to_newton, to_gradient = turn @ parts, -lr * D

    along = A[0, 0] * U[0] ** 2 + (A[0, 1] + A[1, 0]) * U[0] * U[1] + A[1, 1] * U[1] ** 2
    rho = np.sqrt(HEIGHTS / along)
    fig.line(np.ravel(CENTRE[0] + rho * U[0]), np.ravel(CENTRE[1] + rho * U[1]), color="truth", width=1, dash="",
             label="contours")
    fig.arrow(*x, *(x + to_gradient), color="compare", width=2.5, label=r"gradient step $-\eta\nabla f$")
    fig.arrow(*x, *(x + to_newton), color="model", width=2.5, label="Newton step")
    fig.point(*CENTRE, color="truth", r=5, label="slope 0")
    fig.point(x1, x2, color="data", name="point x", label="$x$ (drag)")

    fig.panel(xlim=(0, 2), ylim=(-1, 6), xlabel="how many of these steps", ylabel="$f$", aspect=0.8)

    def f_along(step):
        return lambda t: here + t * np.sum(D * step) + t**2 * np.sum(step * (H @ step)) / 2.0

    for step, color, dash in ((to_gradient, "compare", "6 3"), (to_newton, "model", "")):
        fig.curve(f_along(step), color=color, width=2.5, dash=dash)
        fig.point(1.0, f_along(step)(1.0), color=color, r=6)

    fig.data_table(["$H$", "column 1", "column 2"], [[f"row {i + 1}", ("{:.2f}", H[i, 0]), ("{:.2f}", H[i, 1])]
                                                   for i in range(2)])
    fig.readout("$f$ at $x$, after the gradient step, after Newton's", "{:.2f}, {:.2f}, {:.2f}",
                here, f_along(to_gradient)(1.0), f_along(to_newton)(1.0))
    fig.case((np.abs(two) < 1e-9, "No curvature along the second axis: $H$ has no inverse, and Newton's step is "
                                  "undefined there; it is taken along the first axis only."),
             (np.all(np.abs(D) < 1e-9), "The slope at $x$ is 0: both steps have the length 0."),
             (two < 0, "A saddle: $H$ is not positive definite, and Newton's step goes to the point where the slope is "
                       "0, which is no minimum."),
             (lr * np.maximum(one, two) > 2 - 1e-9,
              "A bowl, and a gradient step too long for it: in the direction of most curvature it multiplies the "
              "distance from the minimum by {:.3f}.", 1.0 - lr * np.maximum(one, two)),
             (np.abs(one - two) < 1e-9, "A round bowl: Newton's step lands on the minimum, and a gradient step points "
                                        "straight at it."),
             otherwise="A bowl: Newton's step lands on the minimum, and a gradient step does not see that one "
                       "curvature is {:.1f} times the other.", values=[np.maximum(one, two) / np.minimum(one, two)])
    return fig
