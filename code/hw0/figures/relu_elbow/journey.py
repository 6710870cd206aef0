"""Part 5d: the elbows of a network on their way, in a run that the page trains by the package's own steps."""
import numpy as np

from hw0.relu_elbow import relu_network
from livefig import Figure, Steps, draws

from . import recorded
from .recorded import MOST, PLACES
from .runs import HATS, KNOTS, ZIGZAG, X, training_run

RATES = (0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5)
SPEEDS = {"10": 10, "100": 100, "1,000": 1000, "most": 100_000}        # steps a second


def journey(at=None, epochs=60):
    """A network, its target and its elbows in training, and their paths; the still picture has `epochs` behind it."""
    fig = Figure("Elbows travel to the corners of the target", name="journey", at=at, xlim=(-3, 3), ylim=(-1.3, 1.8),
                 aspect=0.8, xlabel="input $t$", ylabel="output",
                 alt="Left: a network of ReLU units, a polygon as its target, with corners to drag, and its elbows in "
                     "training. Right: the paths of the elbows over the steps; many end at the corners.")
    width = fig.slider("units", 1, MOST, 8)
    lr = _named(fig, "rate", RATES, 0.1, r"learning rate $\eta$")
    seed = fig.slider("seed", 0, 99, 29)
    speed = _named(fig, "speed", tuple(SPEEDS.values()), 100, "steps a second", names=list(SPEEDS))
    names = [f"target at {knot:g}".replace("-", "−") for knot in KNOTS]
    heights = [fig.slider(f"y{k}", -1.0, 1.5, y, step=0.05, label=name, folded=True)
               for k, (name, y) in enumerate(zip(names, ZIGZAG, strict=True))]
    y = fig.graph.lift(HATS) @ np.stack(heights)
    values = {i["name"]: i["value"] for i in fig.spec["inputs"]}
    still = _still(values, epochs)

    of, m = recorded.templates(len(X)), len(X)
    count = fig.run(
        sizes={}, fill={"X": X, "generator": draws.seeded(seed), "width": width}, follow={"Y": y, "lr": lr},
        start=[*(Steps(of[room], times=width) for room in ("weights", "places", "outputs")), Steps(of["start"]),
               Steps(of["first"])],
        step=[Steps(of["epoch"], every=m), Steps(of["trade"], times=m - 1, every=m), Steps(of["step"]),
              Steps(of["write"])],
        look=[], speed=speed, stop="loss", steps=still["steps"])
    net = relu_network.Network(*(fig.state(name, still[name]) for name in relu_network.Network._fields))
    alive = np.isfinite(fig.state("loss", still["loss"]))
    e, unused = relu_network.elbows(net.W1, net.b), np.arange(MOST) >= width
    dead = relu_network.dead(net, X) & ~unused

    fig.line(KNOTS, np.stack(heights), color="truth", width=2.5, dash="6 4", label="target")
    fig.curve(lambda t: relu_network.predict(net, t), color="model", width=3, dash="", label="network")
    there = relu_network.predict(net, e)
    fig.point(np.where(dead | unused, np.nan, e), there, color="model", r=5, label="elbow")
    fig.point(np.where(dead, e, np.nan), there, color="muted", r=5, label="elbow of a dead unit")
    for knot, name, height in zip(KNOTS, names, heights, strict=True):
        fig.point(knot, height, color="truth", name=name, label="" if knot else "corner of the target (drag)")

    fig.panel(xlim=(1, 1e5), ylim=(-3, 3), xlog=True, aspect=0.8, xlabel="training step + 1", ylabel="elbows")
    steps = fig.state("path steps", still["path steps"])        # 0 where nothing is written yet: not on a log axis
    W1, b = (fig.state(f"path {name}", still[f"path {name}"]) for name in ("W1", "b"))
    paths = np.reshape(relu_network.elbows(np.ravel(W1), np.ravel(b)), (PLACES, MOST))
    for knot in KNOTS[1:-1]:
        fig.hline(knot, color="truth", width=1, dash="6 4")
    for unit in range(MOST):
        fig.line(steps, np.where(dead[unit], np.nan, paths[:, unit]), color="model", width=1.5, dash="")
        fig.line(steps, np.where(dead[unit], paths[:, unit], np.nan), color="muted", width=2.5, dash="2 3")

    fig.readout("step", "{:d}", count)
    fig.readout("mean loss", "{:.4f}", 0.5 * np.mean((relu_network.predict(net, X) - y) ** 2))
    lost = np.sum(dead)
    fig.readout("dead units", "{:d}", lost)
    fig.case((~alive, "The run has diverged: the loss is no longer a number."),
             (count == 0, "Nothing is trained yet: all elbows begin between the outermost points."),
             (lost == 0, "All units live: each is active at some training point."),
             (lost == 1, "One unit is dead: no training point reaches it, and its elbow rests."),
             otherwise="{:d} units are dead: no training point reaches them, and their elbows rest.", values=[lost])
    return fig


def _still(values, epochs):
    """{room: what the page has in it} after so many epochs, by NumPy."""
    heights = tuple(values[f"y{k}"] for k in range(len(KNOTS)))
    h = values["units"]
    run = training_run(units=h, lr=RATES[values["rate"]], epochs=epochs, seed=values["seed"], heights=heights)
    steps = len(run.path.b) - 1
    kept, due = [0], 1
    for count in range(1, steps + 1):
        if count >= due and len(kept) < PLACES - 1:
            kept.append(count)
            due = max(count + 1, np.ceil(count * recorded.GROWTH))
    kept += [steps] * (kept[-1] < steps)
    room = {"steps": steps, "loss": 0.0, "path steps": np.zeros(PLACES)}
    room["path steps"][:len(kept)] = np.array(kept) + 1.0
    for name, p in run.path._asdict().items():
        room[name], room[f"path {name}"] = np.zeros(MOST), np.zeros((PLACES, MOST))
        room[name][:h], room[f"path {name}"][:len(kept), :h] = p[-1], p[kept]
    return room


def _named(fig, name, values, start, label, names=None):
    """The value of a slider whose places are the values."""
    place = fig.slider(name, 0, len(values) - 1, values.index(start), label=label,
                       names=names or [f"{v:g}" for v in values])
    return fig.table(np.array(values))[place]
