"""One unit as a point of the plane of (w, b): the valleys of its loss, the dead wedge, and its way through them."""
import numpy as np

from hw0 import relu_elbow
from hw0.relu_elbow import unit_path
from livefig import Figure

POINTS = ((-1.0, 1.5), (0.5, 0.5), (1.5, 2.0))
ROLES = ("third", "compare", "truth")          # of the three points
STEPS = 18
TURN, ANGLES = 2.0 * np.pi, 100
BETWEEN = TURN / ANGLES
LEVELS = np.array([[0.2], [0.4], [0.8], [1.6]])
PLANE = {"xlim": (-2.4, 2.4), "ylim": (-2.0, 2.4)}


def valley(at=None):
    """Plane and graph of one unit in training on three points; start and points can be dragged."""
    fig = Figure("One unit on its way through the plane of weight and bias", name="valley", at=at, equal=True,
                 aspect=0.9, xlabel="weight $w$", ylabel="bias $b$", **PLANE,
                 alt="Left: plane of weight and bias with contours of the loss, a grey wedge in which the unit is "
                     "dead, and its steps as arrows in three directions. Right: its graph with three points.")
    n = fig.slider("n", 0, STEPS, 12, label="steps", play=6)
    momentum = fig.slider("momentum", 0.0, 0.9, 0.0, step=0.1, label=r"momentum $\beta$")
    decay = fig.slider("decay", 0.0, 1.0, 0.0, step=0.1, label=r"weight decay $\mu$")
    leak = fig.slider("leak", 0.0, 1.0, 0.0, step=0.1, label=r"leaky slope $\alpha$")
    lr = fig.slider("lr", 0.05, 0.4, 0.3, step=0.05, label=r"learning rate $\eta$", folded=True)
    w = fig.slider("w", -2.2, 2.2, -1.4, step=0.1, label="start, $w$", folded=True)
    b = fig.slider("b", -1.8, 2.2, 1.6, step=0.1, label="start, $b$", folded=True)
    places = [(fig.slider(f"x{k}", -2.0, 2.0, x, step=0.1, label=f"input $x_{k}$", folded=True),
               fig.slider(f"y{k}", -1.0, 3.0, y, step=0.1, label=f"output $y_{k}$", folded=True))
              for k, (x, y) in enumerate(POINTS, start=1)]
    x, y = (np.stack(values) for values in zip(*places, strict=True))
    for point in x:
        b = np.where(np.abs(w * point + b) < 1e-9, -(w * point), b)         # on the kink, although w x is rounded
    way = unit_path.path(w, b, x, y, steps=STEPS, lr=lr, momentum=momentum, decay=decay, leak=leak)
    lost, taken = unit_path.dead(way.w, way.b, x), np.arange(STEPS + 1) <= n
    here = relu_elbow.Params(*(np.sum(np.where(np.arange(STEPS + 1) == n, p, 0.0)) for p in way))

    _ground(fig, x, y, decay, leak)
    for k, color in enumerate(ROLES):
        mine = np.arange(STEPS) % len(ROLES) == k
        ends = [np.where(mine & taken[1:], p[cut], np.nan)[k::3] for cut in (slice(None, -1), slice(1, None))
                for p in way]
        fig.arrow(*ends, color=color, width=2, label=f"steps along $(x_{k + 1}, 1)$")
    fig.point(*here, color="model", r=6.5, label="the unit now")
    fig.point(w, b, color="data", name="start", label="start (drag)")

    fig.panel(xlim=(-2.4, 2.4), ylim=(-1.2, 3.2), aspect=0.9, xlabel="input $t$", ylabel=r"output $\phi(t)$")
    for unit, label, style in (((w, b), r"$\phi$ at the start", {"color": "data", "width": 1.5, "dash": "3 4"}),
                               (here, r"$\phi$ now", {"color": "model", "width": 3, "dash": ""})):
        fig.curve(lambda t, unit=unit: unit_path.output(*unit, t, leak=leak), label=label, **style)
    for k, ((px, py), color) in enumerate(zip(places, ROLES, strict=True), 1):
        fig.point(px, py, color=color, name=f"training point {k}", label=f"point {k} (drag)")

    felt = np.sum(here.w * x + here.b > 0)
    ended = np.sum(np.where(np.arange(STEPS + 1) == n, lost, False)) == 1
    coasts = (momentum > 0) & np.any(~lost & taken)
    fig.readout("$(w, b)$", "({:.2f}, {:.2f})", *here)
    fig.readout("elbow", "{:.2f} → {:.2f}", relu_elbow.elbow(w, b), relu_elbow.elbow(*here))
    fig.readout("loss", "{:.3f} → {:.3f}", *(unit_path.loss(*unit, x, y, decay=decay, leak=leak)
                                             for unit in ((w, b), here)))
    fig.case((leak == 1, r"$\alpha = 1$: the unit is a line without a bend, hears all points, and has one bowl."),
             (ended & (leak > 0), "All points lie on the leaky side, and a share {:.1f} of each is still felt.", leak),
             (ended & coasts & (decay > 0), "No point reaches the unit: it moves on what is left of its velocity, and "
                                            "the penalty draws $w$ towards 0."),
             (ended & (decay > 0) & (here.w == 0), "No point reaches the unit, and the penalty has no $w$ to draw: "
                                                   "nothing moves."),
             (ended & (decay > 0), "No point reaches the unit: the penalty alone draws $w$ towards 0; $b$ rests."),
             (ended & coasts, "No point reaches the unit: it moves on what is left of its velocity."),
             (ended & (momentum > 0), "No point has reached the unit: momentum begins at rest, and so the unit stays."),
             (ended, "No point reaches the unit, so plain SGD leaves it here for good: it is dead."),
             (np.any(lost & taken) & (leak == 0), "The unit was dead on its way, and has come out: it hears {:d} of "
                                                  "the three points.", felt),
             ((n == 0) & (leak > 0), "No step is taken yet. The unit hears {:d} of the three points in full, and of "
                                     "any other a share {:.1f}.", felt, leak),
             (n == 0, "No step is taken yet. The unit hears {:d} of the three points.", felt),
             ((momentum > 0) | (decay > 0), "Momentum mixes the directions of earlier steps, decay draws along $w$: "
                                            "arrows of one colour are no longer parallel."),
             (leak > 0, "Arrows of one colour are parallel. The unit hears {:d} of the three points in full now, and "
                        "of any other a share {:.1f}.", felt, leak),
             otherwise="Arrows of one colour are parallel. The unit hears {:d} of the three points now.", values=[felt])
    return fig


def _ground(fig, x, y, decay, leak):
    """The contours, the dead wedge, and the lines on which an elbow sits at a point."""
    edge, side = np.array(PLANE["xlim"]), np.linspace(*PLANE["xlim"], 97)
    top = np.min(-side[:, None] * x, axis=1)
    fig.area(side, np.full(97, PLANE["ylim"][0]), np.where(leak > 0, np.nan, top), color="muted", opacity=0.3,
             label="dead: no point is felt")
    angle = fig.graph.lift(np.linspace(0.0, TURN + 2.0 * BETWEEN, ANGLES + 3))      # traced: the page stores no list
    radii = unit_path.level_radii(angle, x, y, LEVELS, decay=decay, leak=leak, closing=BETWEEN)
    radii = np.where(angle > TURN + 1.5 * BETWEEN, np.nan, radii)                   # apart from the next contour
    radii = np.where(np.abs(radii) < 1e-9, 0.0, radii)                              # what rounding leaves of a zero
    for r, label in zip(radii, ("", "loss, doubled from line to line"), strict=True):
        fig.line(np.ravel(r * np.cos(angle)), np.ravel(r * np.sin(angle)), color="muted", width=1, dash="", label=label)
    for k, color in enumerate(ROLES):
        fig.line(edge, -edge * x[k], color=color, width=1, dash="2 4", opacity=0.8)
