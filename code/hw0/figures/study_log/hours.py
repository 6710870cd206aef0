"""Hours planned against hours spent, a pair of bars for each problem."""
import numpy as np

from hw0.study_log import example, summary
from livefig import Figure

TOP = 12.0      # hours that the picture shows; longer bars end there, with an arrow and their hours
MOST = 60


def hours(at=None):
    """Bars of planned and spent hours for each problem; worksheets move its sliders."""
    fig = Figure("Planned against spent", name="hours", at=at, xlim=(0.4, 7.6), ylim=(0, TOP), xlabel="problem",
                 ylabel="hours",
                 xticks={int(p): p for p in summary.PROBLEMS},
                 alt="Bar chart: hours over the seven problems, for each problem a bar of planned hours beside a bar "
                     "of hours spent.")
    problems, spent = summary.PROBLEMS, summary.minutes(example.ENTRIES)
    plan, used = [], []
    for p in problems:
        plan.append(fig.slider(f"planned_{p}", 0.0, MOST, example.PLANNED[p], step=0.5, label=f"{p}: planned",
                               unit=" h"))
        used.append(fig.slider(f"spent_{p}", 0, 60 * MOST, spent[p], label=f"{p}: spent", unit=" min"))
    balance = summary.balance(np.stack(plan), np.stack(used))
    over = balance.spent - balance.planned

    for k in range(len(problems)):
        first = k == 0
        _bar(fig, k + 1 - 0.34, balance.planned[k], color="compare", label="planned" if first else "")
        _bar(fig, k + 1 + 0.02, balance.spent[k], color="model", label="spent" if first else "")
    _beyond(fig, -0.18, balance.planned, color="compare", down=16)      # two words stand one above the other:
    _beyond(fig, 0.18, balance.spent, color="model", down=32)           # a phone has no room side by side

    fig.readout("planned in all", "{:.1f} h", balance.planned_in_all)
    fig.readout("spent in all", "{:.1f} h", balance.spent_in_all)
    most, worst = np.max(over), np.argmax(over)
    worst_ones = np.sum(over > most - 1e-9)
    fig.case((balance.spent_in_all <= 0, "Nothing is logged yet."),
             (balance.planned_in_all <= 0, "Nothing was planned."),
             (most <= 0, "No problem took longer than planned."),
             (worst_ones > 1, "{:d} problems went furthest beyond their plans, each by {:.2f} hours.", worst_ones,
              most),
             otherwise="Problem {:d} went furthest beyond its plan, by {:.2f} hours.", values=[worst + 1, most])
    return fig


def _bar(fig, left, height, *, color, label):
    shown = np.minimum(height, TOP)
    fig.area([left, left + 0.32], 0, shown, color=color, opacity=0.75 if color == "model" else 0.3, label=label)
    fig.line([left, left, left + 0.32, left + 0.32], np.stack([0 * shown, shown, shown, 0 * shown]), color=color,
             dash="", width=1.5)


def _beyond(fig, side, heights, *, color, down):
    """Arrow heads on the bars that go on above the picture, and their hours."""
    x, y = np.arange(1, 8) + side, np.where(heights > TOP, TOP, np.nan)
    fig.point(x, y, color=color, marker="triangle", r=6)
    for k in range(7):
        fig.text(x[k], y[k], "{:.3g}", heights[k], color=color, anchor="middle", dy=-down)
