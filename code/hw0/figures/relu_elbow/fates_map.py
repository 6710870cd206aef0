"""What becomes of the units, over learning rate and width: a map of a hundred runs for each, from the stored table."""
import numpy as np

from hw0.relu_elbow import fates
from livefig import Figure

# from the top of a box to its floor, as fates.shares lists them
ROLES = ("muted", "model", "third", "compare", "truth")
NAMES = ("born dead", "thrown off by one step", "drifted off", "slid out: straight on the data", "a corner in the data")
WIDE, HIGH = 0.43, 0.43         # half a box whose runs have all ended


def fates_map(at=None):
    """Boxes over rate and width, filled by the fates of their units; the chosen one in words."""
    rates, widths = ([f"{v:g}" for v in values] for values in (fates.RATES, fates.WIDTHS))
    fig = Figure("What becomes of the units", name="fates", at=at, xlim=(-0.5, len(rates) - 0.5),
                 ylim=(-0.5, len(widths) - 0.5), aspect=0.7, xlabel=r"learning rate $\eta$", ylabel="width $h$",
                 xticks=dict(enumerate(rates)), yticks=dict(enumerate(widths)),
                 alt="Map of boxes over learning rate and width. Each box is filled by shares of units: at small rates "
                     "most have a corner in the data, at large rates most are thrown off, and boxes get narrow as runs "
                     "diverge.")
    start = fig.choice("start", list(fates.STARTS))
    i = fig.slider("rate", 0, len(rates) - 1, rates.index("0.1"), label=r"learning rate $\eta$", names=rates)
    j = fig.slider("width", 0, len(widths) - 1, widths.index("8"), label="width $h$", names=widths)

    shares, ended = fates.shares(), fates.table()[..., fates.COUNTS.index("ended")]
    half = WIDE * ended / fates.SEEDS
    column, row = np.arange(len(rates))[:, None], np.arange(len(widths))
    sides = _rows(column - half, column + half)
    tops = np.concatenate([np.zeros_like(shares[:1]), np.cumsum(shares[::-1], axis=0)])[::-1]      # 1 first, 0 last
    edges = row - HIGH + 2 * HIGH * np.nan_to_num(tops)
    x = fig.table(sides, digits=3)[start]
    bounds = [fig.table(_rows(edge, edge), digits=3)[start] for edge in edges]
    for top, bottom, role, name in zip(bounds, bounds[1:], ROLES, NAMES, strict=False):
        fig.area(x, bottom, top, color=role, opacity=0.75, label=name)
    frame = np.array([-1.0, 1.0, 1.0, -1.0, -1.0])
    fig.line(i + 1.1 * WIDE * frame, j + 1.08 * HIGH * np.array([-1.0, -1.0, 1.0, 1.0, -1.0]), color="data", width=2,
             dash="")
    fig.point(i, j, color="data", name="rate and width", label="this box, below (drag)")

    at_box = fig.table(np.round(np.nan_to_num(shares), 4))[:, start, i, j]
    runs = fig.table(ended)[start, i, j]
    fig.readout("runs that ended", "{:d} of 100", runs)
    for name, share in zip(NAMES, at_box, strict=True):
        fig.readout(name.partition(":")[0], "{:.0%}", share)
    born, thrown, drifted = at_box[0], at_box[1], at_box[2]
    dead = born + thrown + drifted
    fig.case((runs < 50, "Most runs diverge, and {:.0%} of the units of the others are dead.", dead),
             (born > thrown + drifted, "{:.0%} of the units are dead, and most of these were so before the "
                                                  "first step.", dead),
             (dead < 0.02, "Next to no unit dies: {:.1%}.", dead),
             (drifted > thrown, "{:.0%} of the units are dead; more of them drifted off than were thrown.", dead),
             (drifted == thrown, "{:.0%} of the units are dead; as many drifted off as were thrown.", dead),
             otherwise="{:.0%} of the units are dead; more of them were thrown off by one step than drifted.",
             values=[dead])
    return fig


def _rows(one, other):
    """(starts, 3 boxes): both numbers of every box, then a gap."""
    return np.stack([one, other, np.full_like(one, np.nan)], axis=-1).reshape(len(one), -1)
