"""Part 3c: what a matrix of any rank keeps and loses, in the plane of w and in the space of y."""
import numpy as np

from hw0 import least_squares
from hw0.least_squares import subspaces
from livefig import Figure

from .geometry import right_angle, steady, turn

U = np.array([[2.0, -2.0, 1.0], [2.0, 1.0, -2.0], [1.0, 2.0, 2.0]]) / 3
LIMIT, RADIUS = 3.0, 2.5
ELEVATION = np.sin(np.pi / 9), np.cos(np.pi / 9)        # the eye stands 20 degrees above the plane of y1 and y2
KEPT, LOST = "truth", "third"


def four_subspaces(at=None):
    """A matrix (3, 2) of rank 0, 1 or 2: w and y, each with its part in the subspace that is kept, and the lost one."""
    fig = Figure("Four subspaces, at any rank", name="subspaces", at=at, xlim=(-LIMIT, LIMIT), ylim=(-LIMIT, LIMIT),
                 equal=True, aspect=1.0, xlabel="$w_1$", ylabel="$w_2$",
                 alt="Left: the plane of w with row space and null space, at right angles, and a point w with its part "
                     "in each. Right: the space of y, seen at a slant, with column space and left null space.")
    s1 = fig.slider("s1", 0.0, 1.5, 1.2, step=0.1, label=r"$\sigma_1$")
    ratio = fig.slider("ratio", 0.0, 1.0, 0.0, step=0.05, label=r"$\sigma_2 / \sigma_1$")
    eye = fig.slider("eye", 0.0, 360.0, 280.0, step=5.0, label="seen from", unit="°", play=12)
    w1 = fig.slider("w1", -2.5, 2.5, 1.2, step=0.1, label="$w_1$", folded=True)
    w2 = fig.slider("w2", -2.5, 2.5, 2.0, step=0.1, label="$w_2$", folded=True)
    y = np.stack([fig.slider(f"y{k}", -2.0, 2.0, start, step=0.1, label=f"$y_{k}$", folded=True)
                  for k, start in ((1, 0.6), (2, 0.8), (3, 2.0))])
    v = fig.slider("v", -90.0, 90.0, 30.0, step=5.0, label="angle of $v_1$", unit="°", folded=True)

    w, s, V = np.stack([w1, w2]), np.stack([s1, s1 * ratio]), steady(turn(v))
    rank, kept = np.sum(np.where(s > 0, 1, 0)), np.where(s > 0, 1.0, 0.0)
    row, column = V * kept, U[:, :2] * kept             # bases, with zeros in the place of a direction that is lost
    w_row, nearest = steady(subspaces.project(row, w)), steady(subspaces.project(column, y))
    w_null, rest = (np.where(np.linalg.norm(part) > 1e-6, part, 0.0)        # V is orthonormal to ten digits
                    for part in (steady(w - w_row), steady(y - nearest)))
    reached = (U[:, :2] * s) @ (V.T @ w)
    back = least_squares.from_svd(U, s, V.T, y)

    _plane_of_w(fig, rank, V, (w1, w2), w_row, w_null, back)
    fig.panel(xlim=(-LIMIT, LIMIT), ylim=(-LIMIT, LIMIT), equal=True, aspect=1.0, xticks={}, yticks={})
    _space_of_y(fig, rank, _seen_from(eye), y, nearest, rest, reached)

    pair, triple = "({:.2f}, {:.2f})", "({:.2f}, {:.2f}, {:.2f})"
    fig.readout("rank", "{:d}", rank)
    fig.readout("$X w$", triple, *reached)
    fig.readout(r"$X^\dagger y$", pair, *back)
    fig.data_table(["subspace", "dimension", "part of $w$ or $y$"],
                   [["row space", ("{:d}", rank), (pair, *w_row)],
                    ["null space", ("{:d}", 2 - rank), (pair, *w_null)],
                    ["column space", ("{:d}", rank), (triple, *nearest)],
                    ["left null space", ("{:d}", 3 - rank), (triple, *rest)]])
    fig.case((rank == 0, r"$X = 0$: every $w$ is sent to 0, nothing but 0 is reached, and $X^\dagger = 0$ brings "
                         "nothing back."),
             (rank == 1, "$X$ sees of $w$ only the part along $v_1$, and reaches only the line of $u_1$: a line of $w$ "
                         "and a plane of $y$ are lost."),
             (ratio < 0.3, r"Nothing of $w$ is lost, but barely: $X^\dagger$ divides the part of $y$ along $u_2$ by "
                           r"$\sigma_2$ = {:g}, and $X^\dagger y$ is {:.3g} long.", s[1], np.linalg.norm(back)),
             otherwise=r"Nothing of $w$ is lost: $X^\dagger$ brings $X w$ back to $w$. The part of $y$ along $u_3$ is "
                       "out of reach.")
    fig.case((rank == 2, r"$\lVert y \rVert^2$ = {:.3g} + {:.3g}: $X^\dagger$ takes the first part to "
                         r"$X^\dagger y$, and the second to 0.", np.sum(nearest**2), np.sum(rest**2)),
             (np.sum(w_null**2) < 1e-9, r"$w$ lies in the row space, and $X^\dagger$ brings $X w$ back to it."),
             otherwise=r"$\lVert w \rVert^2$ = {:.3g} + {:.3g}: $X^\dagger$ brings $X w$ back to the first part, and "
                       "the second leaves no trace.", values=[np.sum(w_row**2), np.sum(w_null**2)])
    return fig


def _plane_of_w(fig, rank, V, w, w_row, w_null, back):
    """Row space and null space, w with its foot on the row space, and where the pseudoinverse takes y."""
    _disc(fig, np.eye(2), rank == 2, KEPT)
    _disc(fig, np.eye(2), rank == 0, LOST)
    _axis(fig, V[:, 0], rank == 1, KEPT, "row space")
    _axis(fig, V[:, 1], rank == 1, LOST, "null space")
    fig.point(0, 0, color="data", r=3)
    fig.line(*np.stack([w, w_row]).T, color=LOST, width=2)
    right_angle(fig, w_row, -w_row, w_null, 0.2, color=LOST)
    fig.arrow(0, 0, *back, color="compare", width=2, short=6)
    fig.point(*back, color="compare", r=5.5, label=r"$X^\dagger y$")
    fig.arrow(0, 0, *w_row, color="model", width=2, short=6)
    fig.point(*w_row, color="model", r=5.5, label="$w$ in the row space")
    fig.point(w[0], w[1], color="data", name="w", label="$w$ (drag)")


def _space_of_y(fig, rank, camera, y, nearest, rest, reached):
    """Column space and left null space, y with its foot on the column space, and Xw, as the camera (2, 3) sees them."""
    for k in range(3):
        end = LIMIT * 0.8 * camera[:, k]
        fig.arrow(0, 0, *end, color="muted", width=1)
        fig.text(*(1.08 * end), f"$y_{k + 1}$", color="muted", anchor="middle", dy=-4)
    seen = steady(camera @ U)
    _disc(fig, seen[:, :2], rank == 2, KEPT)
    _disc(fig, seen[:, 1:], rank == 1, LOST)
    _disc(fig, np.eye(2), rank == 0, LOST)
    _axis(fig, seen[:, 0], rank == 1, KEPT, "column space")
    _axis(fig, seen[:, 2], rank == 2, LOST, "left null space")
    fig.point(0, 0, color="data", r=3)
    foot, goal, target = (_seen(camera, point) for point in (nearest, reached, y))
    fig.line(*np.stack([target, foot]).T, color=LOST, width=2)
    along, up = (0.25 * side / np.linalg.norm(side) for side in (-nearest, rest))
    fig.line(*np.stack([_seen(camera, nearest + side) for side in (along, along + up, up)]).T, color=LOST, dash="",
             width=1.5)
    fig.arrow(0, 0, *goal, color="model", width=2, short=6)
    fig.point(*goal, color="model", r=5.5, label="$X w$")
    fig.arrow(0, 0, *foot, color="compare", width=2, short=6)
    fig.point(*foot, color="compare", r=5.5, label="$y$ in the column space")
    fig.point(*target, color="data", r=5.5, label="$y$")


def _seen_from(eye):
    """The camera (2, 3) that projects the space of y on the picture, walking round its third axis; traces."""
    low, high = ELEVATION
    c, s = np.cos(np.pi / 180 * eye), np.sin(np.pi / 180 * eye)
    return steady(np.stack([np.stack([-s, c, 0.0 * c]), np.stack([-low * c, -low * s, high + 0.0 * c])]))


def _seen(camera, point):
    """A point (3,) on the picture (2,), with zeros in the place of what rounding leaves of them."""
    place = camera @ point
    return np.where(np.abs(place) > 1e-9, place, 0.0)


def _axis(fig, direction, there, color, label):
    """The line through 0 along a direction (2,), as long as a radius of the space, if it is there."""
    ends = np.where(there, RADIUS, np.nan) * np.array([-1.0, 1.0])
    fig.line(direction[0] * ends, direction[1] * ends, color=color, width=3, dash="" if color == KEPT else None,
             label=label)


def _disc(fig, sides, there, color):
    """The disc in a plane through 0 of which two perpendicular vectors of length one look like the columns (2, 2).

    With P(t) = R (a cos t + b sin t), points of one x lie at t0 + t and t0 - t, where x is largest at t0.
    """
    a, b = sides[:, 0], sides[:, 1]
    size = np.sqrt(a[0] ** 2 + b[0] ** 2)
    c, s = a[0] / size, b[0] / size
    t = fig.table(np.linspace(0, np.pi, 41))        # traced: the page stores the formula, and no cosines
    middle, half = (a[1] * c + b[1] * s) * np.cos(t), (b[1] * c - a[1] * s) * np.sin(t)
    x = np.where(there, RADIUS * size, np.nan) * np.cos(t)
    fig.area(x, RADIUS * (middle + half), RADIUS * (middle - half), color=color, opacity=0.15)
    edge = np.concatenate([middle + half, np.flip(middle - half)])
    fig.line(np.concatenate([x, np.flip(x)]), RADIUS * edge, color=color, width=1.5,
             dash="" if color == KEPT else None)
