"""Scales, ticks and the box of a panel: the geometry that the still picture and the live one share.

Lengths are CSS pixels. A panel of width W has the height W * ratio, with one ratio for wide panels and one for narrow
ones, so that the still picture, which is drawn at two widths and scaled, takes exactly the room of the live one.
"""

import itertools
import math
from typing import NamedTuple

from .formulas import flat
from .words import written

WIDTHS = (340, 680)  # at which still pictures are drawn: one of several panels, or on a phone; alone on a page
SPLIT = 520  # from this width a lone panel is wide
TALLEST = 370  # plot of a wide panel
STEEPER = 1.2  # plot of a narrow one, whose height would else be little
RIGHT = 14
CHARACTER = 7.3  # of a tick label, in pixels, with some air
LONGEST = 12  # characters of a tick label


class Box(NamedTuple):
    """The plot of a panel: its left and top edge, width and height, and the panel's own height."""

    left: float
    top: float
    width: float
    height: float
    outer: float


def ticks(lo, hi, log):
    """Return (value, label) of round numbers between lo and hi; on a logarithmic axis powers of ten, if there are two.

    Raises
    ------
    ValueError
        If lo and hi have so many digits in common that no short label tells the ticks apart.
    """
    if log:
        first, last = math.ceil(math.log10(lo) - 1e-9), math.floor(math.log10(hi) + 1e-9)
        if last > first:
            short = first >= -3 and last <= 4  # else all are written as powers, but 1 and 10
            return [(10.0**k, _power_of_ten(k, short or k in (0, 1))) for k in range(first, last + 1)]
    raw = (hi - lo) / 6
    exponent = math.floor(math.log10(raw))
    step = next(m * 10.0**e for e in (exponent, exponent + 1) for m in (1, 2, 5) if m * 10.0**e >= raw * 0.999)
    digits = max(0, -math.floor(math.log10(step)))
    places = [k * step for k in range(math.ceil(lo / step - 1e-9), math.floor(hi / step + 1e-9) + 1)]
    labels = [f"{v:.{digits}f}".replace("-", "−") for v in places]
    if max(map(len, labels)) > LONGEST:
        different = math.floor(math.log10(max(-lo, hi))) - math.floor(math.log10(step)) + 1
        labels = [written(v, f".{different}g") for v in places]
    if max(map(len, labels)) > LONGEST:
        raise ValueError(f"an axis from {lo} to {hi} would have the label {labels[-1]}: subtract {lo} and say so in "
                         f"its name")
    return [(float(f"{v:.12g}"), label) for v, label in zip(places, labels, strict=True)]


def _power_of_ten(k, plain):
    return f"{10.0**k:.{max(0, -k)}f}" if plain else f"$10^{{{k}}}$"


def spread(panel_ticks, place, needed):
    """Return every k-th tick, counted from zero (or the first), so that neighbours are `needed` pixels apart."""
    if len(panel_ticks) < 2:
        return panel_ticks
    places = [place(v) for v, _ in panel_ticks]
    k = math.ceil(needed / min(abs(b - a) for a, b in itertools.pairwise(places)))
    zero = next((i for i, (v, _) in enumerate(panel_ticks) if v == 0), 0)
    return [t for i, t in enumerate(panel_ticks) if (i - zero) % k == 0]


def longest_label(panel_ticks):
    """Return how many characters the longest label has, 1 if there is none."""
    return max((len(flat(label)) for _, label in panel_ticks), default=1)


def margins(panels):
    """Return left, top and bottom of each panel: room for tick labels and names of axes, in line with its neighbours'.

    Left and bottom are those of the panel that needs most, so that the plots of one row begin and end together; lines
    without names below a picture need no room.
    """
    left = max(round(14 + CHARACTER * longest_label(p["yticks"])) for p in panels)
    bottom = 48 if any(p["xlabel"] for p in panels) else 28
    lined = [bool(p["xticks"]) and not any([p["xlabel"], *(label for _, label in p["xticks"])]) for p in panels]
    return [(left, 32 if p["ylabel"] else 10, 10 if bare else bottom) for p, bare in zip(panels, lined, strict=True)]


def ratios(panel, aspect):
    """Return height / width of the panel at the two widths of a still picture."""
    across = [width - panel["left"] - RIGHT for width in WIDTHS]
    steeper = 1 if panel.get("equal") else STEEPER
    plots = across[0] * aspect * steeper, min(across[1] * aspect, TALLEST)
    return [round((panel["top"] + plot + panel["bottom"]) / width, 4)
            for plot, width in zip(plots, WIDTHS, strict=True)]


def box(panel, width, several):
    """Return the Box of a panel of this width; with equal scales the plot is the largest that fits, in the middle."""
    outer = width * panel["ratio"][0 if several or width < SPLIT else 1]
    left, top = panel["left"], panel["top"]
    w, h = width - left - RIGHT, outer - top - panel["bottom"]
    if panel.get("equal"):
        across, up = panel["xlim"][1] - panel["xlim"][0], panel["ylim"][1] - panel["ylim"][0]
        unit = min(w / across, h / up)
        left, top = left + (w - unit * across) / 2, top + (h - unit * up) / 2
        w, h = unit * across, unit * up
    return Box(left, top, w, h, outer)


def scale(limits, log, size, flip=False):
    """Return the function from a number to its place in 0..size; NaN stays NaN, far away is cut off at 9999."""
    f = math.log10 if log else float
    lo, hi = (f(v) for v in limits)

    def place(v):
        if not math.isfinite(v) or (log and v <= 0):
            return math.nan
        return min(max((size * (hi - f(v)) if flip else size * (f(v) - lo)) / (hi - lo), -9999.0), 9999.0)

    return place
