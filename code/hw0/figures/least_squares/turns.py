"""The SVD as three moves: a turn, a stretch along the axes, and a turn."""
import numpy as np

from livefig import Figure

from .geometry import steady, turn

LETTER = np.array([[-0.4, -0.4, 0.45, 0.45, -0.15, -0.15, 0.25, 0.25, -0.15, -0.15, -0.4],
                   [-0.6, 0.65, 0.65, 0.4, 0.4, 0.15, 0.15, -0.1, -0.1, -0.6, -0.6]])        # an F


def turns(at=None):
    """The unit circle, a letter and the singular vectors, carried by V^T, Sigma and U one after the other."""
    fig = Figure("Turn, stretch, turn", name="turns", at=at, xlim=(-2.2, 2.2), ylim=(-2.2, 2.2), equal=True, aspect=1.0,
                 xlabel="$w_1$", ylabel="$w_2$",
                 alt="Left: the plane of w with the unit circle, a letter and two right singular vectors. Right: the "
                     "same shapes on "
                     "their way through a turn, a stretch along the axes and a second turn.")
    stage = fig.slider("stage", 0.0, 3.0, 3.0, step=0.05, label="moves done", play=6)
    s1 = fig.slider("s1", 0.0, 2.0, 1.6, step=0.1, label=r"$\sigma_1$")
    ratio = fig.slider("ratio", 0.0, 1.0, 0.4, step=0.05, label=r"$\sigma_2 / \sigma_1$")
    v = fig.slider("v", -85.0, 85.0, 35.0, step=5.0, label="angle of $v_1$", unit="°")
    u = fig.slider("u", -85.0, 85.0, -20.0, step=5.0, label="angle of $u_1$", unit="°")

    s2 = s1 * ratio
    done = [np.clip(stage - k, 0.0, 1.0) for k in range(3)]
    stretch = 1.0 + (np.stack([s1, s2]) - 1.0) * done[1]
    so_far = turn(u * done[2]) @ (stretch[:, None] * turn(-v * done[0]))
    V, U = turn(v), turn(u)
    X = steady(U @ (np.stack([s1, s2])[:, None] * turn(-v)))

    angle = fig.table(np.linspace(0, 2 * np.pi, 121))       # traced: the page stores no cosines
    circle = np.stack([np.cos(angle), np.sin(angle)])
    lost = np.where(s2 == 0, 1.0, np.nan)
    _line(fig, V[:, 1] * lost, color="muted", label="null space")
    _shapes(fig, circle, LETTER, V)
    fig.text(*(1.12 * V[:, 0]), "$v_1$", anchor="middle", color="truth")
    fig.text(*(1.12 * V[:, 1]), "$v_2$", anchor="middle", color="third")

    fig.panel(xlim=(-2.2, 2.2), ylim=(-2.2, 2.2), equal=True, aspect=1.0, xlabel="first entry", ylabel="second entry")
    arrived = np.where((stage == 3) & (s1 > 0), lost, np.nan)
    _line(fig, U[:, 0] * arrived, color="data", label="column space")
    _line(fig, U[:, 1] * arrived, color="muted", label="left null space")
    _shapes(fig, so_far @ circle, so_far @ LETTER, steady(so_far @ V))
    ends = np.where(stage == 3, U * (np.stack([s1, s2]) + 0.2), np.nan)
    fig.text(*ends[:, 0], r"$\sigma_1 u_1$", anchor="middle", color="truth")
    fig.text(*ends[:, 1], r"$\sigma_2 u_2$", anchor="middle", color="third")

    fig.data_table(["$X$", "column 1", "column 2"], [["row 1", ("{:.2f}", X[0, 0]), ("{:.2f}", X[0, 1])],
                                                   ["row 2", ("{:.2f}", X[1, 0]), ("{:.2f}", X[1, 1])]])
    fig.readout("rank", "{:d}", np.where(s1 == 0, 0, np.where(s2 == 0, 1, 2)))
    fig.case((stage == 0, "Nothing has happened yet."),
             (stage <= 1, r"Move 1: $V^\top$ turns $v_1$ and $v_2$ onto the axes; no length changes."),
             (stage <= 2, r"Move 2: $\Sigma$ stretches along the axes: the half axes become $\sigma_1$ = {:g} and "
                          r"$\sigma_2$ = {:g}.", s1, s2),
             (stage < 3, "Move 3: $U$ turns the half axes, until they lie along $u_1$ and $u_2$."),
             (s1 == 0, "Both singular values are 0: every $w$ is sent to 0."),
             (s2 == 0, r"$\sigma_2 = 0$: the plane is pressed flat. All along $v_2$ is lost (null space), "
              "and only the line of $u_1$ is reached (column space)."),
             (s1 == s2,
              r"$\sigma_1 = \sigma_2$: the circle stays a circle, and every pair of perpendicular directions would do "
              "for $v_1$ and $v_2$."),
             otherwise=r"$X$ sends $v_1$ to $\sigma_1 u_1$ and $v_2$ to $\sigma_2 u_2$: two perpendicular directions "
                       "stay perpendicular.")
    return fig


def _shapes(fig, circle, letter, vectors):
    fig.line(*circle, color="muted", width=1.5, dash="")
    fig.line(*letter, color="model", width=2.5, dash="")
    fig.arrow(0, 0, *vectors[:, 0], color="truth", width=2.5)
    fig.arrow(0, 0, *vectors[:, 1], color="third", width=2.5)


def _line(fig, direction, **style):
    fig.line(direction[0] * np.array([-4.0, 4.0]), direction[1] * np.array([-4.0, 4.0]), width=1.5, **style)
