"""The still picture: what the script draws at the starting positions, for print and pages without JavaScript."""

import itertools
import math
import re
from html import escape

import numpy as np

from . import axes, typeset, words

FINEST = 0.1  # of a pixel, in a still picture
DIGITS = 6  # of a place in pixels: what lies beyond differs between processors, and must decide nothing here


def tag(name, body="", **attributes):
    """Return an element as text; underscores of attribute names become hyphens, floats have at most two decimals."""
    given = ""
    for key, v in attributes.items():
        if v not in (None, ""):
            text = f"{v:.2f}".rstrip("0").rstrip(".") if isinstance(v, float) else str(v)
            given += f' {key.rstrip("_").replace("_", "-")}="{escape(text)}"'
    return f"<{name}{given}>{body}</{name}>" if body else f"<{name}{given}/>"


def path(xs, ys):
    """Return SVG path data of a line through the points; it breaks where a coordinate is not a number."""
    d, pen = "", "M"
    for x, y in zip(xs, ys, strict=True):
        ok = math.isfinite(x) and math.isfinite(y)
        d += f"{pen}{x:.1f} {y:.1f}" if ok else ""
        pen = "L" if ok else "M"
    return d


def area(xs, y0, y1):
    """Return SVG path data of the area between two lines: a polygon for each run where all three are numbers."""
    d = ""
    for whole, run in itertools.groupby(zip(xs, y0, y1, strict=True), key=lambda p: all(map(math.isfinite, p))):
        x, lower, upper = map(list, zip(*run, strict=True))
        d += path(x + x[::-1], lower + upper[::-1]) if whole else ""
    return d


def arrow(x0, y0, x1, y1, short=0):
    """Return SVG path data of an arrow that ends `short` pixels before (x1, y1), with a head of at most 9 pixels.

    Nothing if it is shorter than one pixel.
    """
    whole = math.hypot(x1 - x0, y1 - y0)
    length = whole - short
    if not length >= 1:
        return ""
    x1, y1 = x0 + (x1 - x0) * length / whole, y0 + (y1 - y0) * length / whole
    head = min(9, length) / length
    u, v = (x1 - x0) * head, (y1 - y0) * head
    return path([x0, x1], [y0, y1]) + path([x1 - u - v / 2, x1, x1 - u + v / 2], [y1 - v + u / 2, y1, y1 - v - u / 2])


def thinned(xs, ys):
    """Return the points without those that lie on the line between their neighbours, to what an eye can see.

    No point of the line moves by more than a tenth of a pixel, which is how places are written.

    Source: D. Douglas and T. Peucker, Algorithms for the reduction of the number of points required to represent a
    digitized line or its caricature, The Canadian Cartographer 10 (1973).
    """
    points = np.stack([xs, ys], axis=1).astype(float)
    keep = ~np.isfinite(points).all(axis=1)
    edges = [0, *(np.flatnonzero(np.diff(keep)) + 1), len(keep)] if len(keep) else []
    runs = [(start, end - 1) for start, end in itertools.pairwise(edges) if not keep[start]]
    while runs:
        start, end = runs.pop()
        keep[[start, end]] = True
        away = np.round(_away(points[start + 1:end], points[start], points[end]), DIGITS)
        if away.size and np.max(away) > FINEST:
            middle = start + 1 + int(np.argmax(away))
            runs += [(start, middle), (middle, end)]
    return points[keep, 0].tolist(), points[keep, 1].tolist()


def _away(points, a, b):
    """Distances of points (n, 2) from the segment between a and b."""
    way = b - a
    part = np.clip(np.sum((points - a) * way, axis=1) / max(np.sum(way * way), 1e-300), 0, 1)
    return np.hypot(*(points - a - part[:, None] * way).T)


def places(mark, sx, sy):
    """Return {coordinate name: list of n pixels} of a mark."""
    drawn = {}
    for key in ("x", "y", "x0", "y0", "x1", "y1"):
        if key in mark:
            values = mark[key].value.ravel().tolist()
            place = sx if key[0] == "x" else sy
            drawn[key] = [round(place(v), DIGITS) for v in values] * (mark["n"] if len(values) == 1 else 1)
    return drawn


def seen(x, y, box):
    """Return whether a point lies in the plot (half a pixel of grace)."""
    return -0.5 <= x <= box.width + 0.5 and -0.5 <= y <= box.height + 0.5


def outline_of(mark, sx, sy, thin=False):
    """Return the SVG path data of a line, an area or an arrow."""
    at = places(mark, sx, sy)
    less = thinned if thin else lambda xs, ys: (xs, ys)
    if mark["type"] == "line":
        return path(*less(at["x"], at["y"]))
    if mark["type"] == "area":
        return area(at["x"], at["y0"], at["y1"])
    ends = zip(at["x0"], at["y0"], at["x1"], at["y1"], strict=True)
    return "".join(arrow(*each, mark.get("short", 0)) for each in ends)


def field(mark, box):
    """Return the SVG of a field: for each class the cells where its share is largest; of one class, its shares."""
    values, fills = mark["values"].value, mark["fills"]
    if len(fills) == 1:
        shades = np.unique(np.round(values[values > 0], 2)).tolist()
        return "".join(_cells(np.round(values, 2) == v, box, fill=fills[0], opacity=v) for v in shades)
    likeliest = values.argmax(axis=-1)
    return "".join(_cells(likeliest == c, box, fill=fill, opacity=0.4) for c, fill in enumerate(fills))


def _cells(chosen, box, **paint):
    """The chosen cells (side, side) of a panel, as runs along the rows."""
    side, d = len(chosen), ""
    across, down = box.width / side, box.height / side
    for i, row in enumerate(chosen):
        edges = [j for j in range(side + 1) if (j and row[j - 1]) != (j < side and row[j])]
        for start, end in zip(edges[::2], edges[1::2], strict=True):
            d += f"M{start * across:.1f} {i * down:.1f}h{(end - start) * across:.1f}v{down + 0.3:.1f}" \
                 f"h{(start - end) * across:.1f}z"
    return tag("path", d=d, **paint) if d else ""


def _mark(mark, sx, sy, box):
    if mark["type"] == "field":
        return field(mark, box)
    paint = mark["paint"]
    if mark["type"] in ("line", "area", "arrow"):
        return tag("path", d=outline_of(mark, sx, sy, thin=True), **paint)
    at = places(mark, sx, sy)
    shown = [(x, y) for x, y in zip(at["x"], at["y"], strict=True) if seen(x, y, box)]
    if mark["type"] == "point":
        d = "".join(f"M{x:.1f} {y:.1f}m{mark['d'][1:]}" for x, y in shown)
        return tag("path", d=d, **paint) if d else ""
    return "".join(tag("text", typeset.svg(words.say(mark["text"])), x=x + mark["dx"], y=y - mark["dy"], **paint)
                   for x, y in shown)


def _grid(label):
    """The class of the line at a tick: one that is called 0 is an axis; places with other names have none."""
    return "lf-zero" if re.fullmatch("[0.]+", label) else "lf-grid"


def panel(p, width, several, alt):
    """Return the SVG of one panel at a width; alt is its description, or "" if another panel carries it."""
    b = axes.box(p, width, several)
    sx, sy = axes.scale(p["xlim"], p.get("xlog"), b.width), axes.scale(p["ylim"], p.get("ylog"), b.height, flip=True)
    frame = body = over = ""
    longest = axes.longest_label(p["xticks"])
    for v, label in axes.spread(p["xticks"], sx, axes.CHARACTER * longest + 10):
        body += tag("path", d=f"M{sx(v):.1f} 0V{b.height:.1f}", class_=_grid(label))
        frame += tag("text", typeset.svg(label), x=b.left + sx(v), y=b.top + b.height + 19, text_anchor="middle")
    for v, label in axes.spread(p["yticks"], sy, 20):
        body += tag("path", d=f"M0 {sy(v):.1f}H{b.width:.1f}", class_=_grid(label))
        frame += tag("text", typeset.svg(label), x=b.left - 7, y=b.top + sy(v) + 4.5, text_anchor="end")
    frame += tag("text", typeset.svg(p["ylabel"]), x=2, y=b.top - 16) if p["ylabel"] else ""
    if p["xlabel"]:
        frame += tag("text", typeset.svg(p["xlabel"]), x=b.left + b.width / 2, y=b.top + b.height + 40,
                     text_anchor="middle")
    for m in p["marks"]:
        drawn = _mark(m, sx, sy, b)
        body, over = (body, over + drawn) if m["type"] in ("point", "text") else (body + drawn, over)
    inner = tag("svg", body, x=b.left, y=b.top, width=b.width, height=b.height)
    inner += tag("g", over, transform=f"translate({b.left:.1f} {b.top:.1f})")
    label = {"role": "img", "aria_label": alt} if alt else {"aria_hidden": "true"}
    kind = "" if several else "lf-wide" if width > axes.SPLIT else "lf-narrow"
    return tag("svg", f'<g class="lf-frame">{frame}</g>{inner}', viewBox=f"0 0 {width} {b.outer:.2f}", class_=kind,
               **label)


def legend(p):
    """Return the HTML of a panel's legend, or nothing."""
    keys = " ".join(  # apart in words, too
        f'<span class="lf-key"><svg width="24" height="14" aria-hidden="true">{_key(m)}</svg>'
        f'<span>{typeset.html(m["label"])}</span></span>'
        for m in p["marks"]
        if "label" in m
    )
    return f'<div class="lf-legend">{keys}</div>' if keys else ""


def _key(mark):
    return tag("path", d=mark["key"], transform="translate(12 7)" if mark["type"] == "point" else None, **mark["paint"])
