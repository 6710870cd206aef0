"""What a panel shows: lines, areas, arrows, points, texts. A mark with a NaN or infinite coordinate is not drawn.

Colours are roles. Each role also has its own dash and marker, so that no meaning rests on colour alone.
"""

import re
from collections.abc import Iterable
from numbers import Real

import numpy as np

from . import axes, constants
from .tracer import Tracer

# role: Okabe and Ito's colour for a page without livefig.css, dash of lines, marker of points
ROLES = {
    "data": ("currentColor", "", "circle"),
    "truth": ("#0072B2", "", "ring"),
    "model": ("#D55E00", "9 3", "diamond"),
    "compare": ("#009E73", "2 3", "square"),
    "third": ("#CC79A7", "9 3 2 3", "triangle"),
    "muted": ("#6B7176", "4 4", "circle"),
}
MARKERS = {  # outlines for r = 1, relative to where they begin
    "circle": "M{-1} 0a{1} {1} 0 1 0 {2} 0a{1} {1} 0 1 0 {-2} 0z",
    "diamond": "M0 {-1.3}l{1.3} {1.3}l{-1.3} {1.3}l{-1.3} {-1.3}z",
    "square": "M{-.95} {-.95}h{1.9}v{1.9}h{-1.9}z",
    "triangle": "M0 {-1.2}l{1.15} {2.05}h{-2.3}z",
}
PAGE = "var(--lf-page,Canvas)"  # the colour behind a figure
HANDLE, RIM = 7.5, 0.5  # px: radius of a point that can be dragged; half of a rim, inside of the radius and outside


def outline(marker, r):
    """Return the SVG path of a marker of radius r round (0, 0)."""
    return re.sub(r"\{(.*?)\}", lambda m: f"{float(m[1]) * r:.4g}", MARKERS["circle" if marker == "ring" else marker])


class Marks:
    """The part of a Figure that draws. Marks go to the panel opened last.

    Every mark takes `color`, a role (`help(livefig)` lists them); lines and arrows `width` and `dash` ("" is solid);
    areas and lines `opacity`; and each but a text a `label` for the legend.

    >>> a = fig.slider("a", 0.0, 1.0, 0.5)
    >>> fig.line([0, 1], [0, a], color="truth", label="a line")
    >>> fig.curve(lambda x: a * x**2, color="model", label="$a x^2$")
    >>> fig.area([0, 1], [0, 0], [a, a], color="compare")
    >>> fig.panel(xlim=(1, 100), ylim=(0, 1), xlog=True)
    >>> fig.arrow(1, 0, 10, a, color="third", short=5)
    >>> fig.point(10, a, name="height")
    >>> fig.text(10, a, "{:.2f}", a, dx=8)
    >>> fig.vline(10, color="muted")
    >>> fig.hline(a, color="muted")
    >>> fig.pick(20, 0.5, fig.choice("which", ["left", "right"]), 1, size=(80, 44))
    >>> [[mark["type"] for mark in panel["marks"]] for panel in fig.spec["panels"]]
    [['line', 'line', 'area'], ['arrow', 'point', 'text', 'line', 'line', 'point', 'point']]
    """

    def panel(self, xlim=(0, 1), ylim=(0, 1), xlabel="", ylabel="", xlog=False, ylog=False, aspect=0.62, equal=False,
              xticks=None, yticks=None):
        """Open a panel.

        Parameters
        ----------
        aspect : height over width of the plot.
        equal : draw x and y to the same scale.
        xticks, yticks : {place: label} instead of round numbers; {} for an axis that measures nothing.

        Raises
        ------
        ValueError
            For limits that are not finite and increasing, too close for labels, not positive on a logarithmic axis, or
            equal scales on one.
        """
        for name, limits, log in (("xlim", xlim, xlog), ("ylim", ylim, ylog)):
            numbers = [v for v in limits if isinstance(v, Real)] if isinstance(limits, Iterable) else []
            if len(numbers) != 2 or not 1e-300 <= numbers[1] - numbers[0] <= 1e300 or (log and numbers[0] <= 0):
                raise ValueError(f"{name} must be two finite numbers lo < hi < lo + 1e300{', above 0' if log else ''}; "
                                 f"got {limits!r:.60}")
        if equal and (xlog or ylog):
            raise ValueError("equal scales need two linear axes; leave out equal, xlog or ylog")
        new = {
            "xlim": [constants.number(v) for v in xlim], "ylim": [constants.number(v) for v in ylim],
            "xlabel": xlabel, "ylabel": ylabel,
            "xticks": axes.ticks(*xlim, xlog) if xticks is None
            else [(float(v), str(label)) for v, label in xticks.items()],
            "yticks": axes.ticks(*ylim, ylog) if yticks is None
            else [(float(v), str(label)) for v, label in yticks.items()],
            **{key: 1 for key, on in (("xlog", xlog), ("ylog", ylog), ("equal", equal)) if on},
        }  # fmt: skip
        panels = self.spec["panels"]
        panels.append({**new, "marks": []})
        self._aspects.append((ylim[1] - ylim[0]) / (xlim[1] - xlim[0]) if equal else aspect)
        for p, margins, each in zip(panels, axes.margins(panels), self._aspects, strict=True):
            p["left"], p["top"], p["bottom"] = margins
            p["ratio"] = axes.ratios(p, each)

    def line(self, x, y, *, color="data", width=2.0, dash=None, opacity=None, label=""):
        """Draw a line through points (n,).

        Raises
        ------
        ValueError
            For coordinates of different lengths, or with rows and columns.
        """
        self._mark("line", label, "M1 7h22", self._stroke(color, width, dash, opacity), {"x": x, "y": y})

    def curve(self, f, lo=None, hi=None, n=201, **style):
        """Draw f over the x axis, or from lo to hi, on n points. The grid is traced: the page stores f, no numbers.

        Raises
        ------
        TypeError
            If f is no function.
        ValueError
            If f(x) has neither the shape of x nor that of one number.
        """
        panel = self._panel()
        lo, hi = panel["xlim"][0] if lo is None else lo, panel["xlim"][1] if hi is None else hi
        log = panel.get("xlog")
        x = 10.0 ** self.graph.lift(np.linspace(*np.log10([lo, hi]), n)) if log else self.graph.lift(np.linspace(lo, hi,
                                                                                                                 n))
        if not callable(f):
            raise TypeError(f"curve draws a function of x, such as lambda x: a * x; got {f!r:.60}. Points: line(x, y)")
        y = self.graph.lift(f(x))
        if y.shape not in ((), (1,), x.shape):
            raise ValueError(f"curve: f(x) has shape {y.shape} for x of shape {x.shape}; compute it entry by entry")
        self.line(x, np.broadcast_to(y, x.shape), **style)

    def area(self, x, y0, y1, *, color="data", opacity=0.18, label=""):
        """Fill the area between two lines over x."""
        self._mark("area", label, "M2 2h20v10h-20z", {"fill": self._paint(color), "fill-opacity": opacity},
                   {"x": x, "y0": y0, "y1": y1})

    def arrow(self, x0, y0, x1, y1, *, color="data", width=2.0, dash="", opacity=None, label="", short=0):
        """Draw arrows from (x0, y0) to (x1, y1), or ending some pixels `short`: at the edge of a point drawn there."""
        more = {"short": short} if short else {}
        style = self._stroke(color, width, dash, opacity)
        self._mark("arrow", label, "M1 7h20m-6 -4l6 4l-6 4", style, {"x0": x0, "y0": y0, "x1": x1, "y1": y1},
                   **more)

    def point(self, x, y, *, color="data", r=4.5, marker=None, name="", label=""):
        """Draw points. One whose x or y is itself a slider can be dragged, and moved with the arrow keys.

        Parameters
        ----------
        marker : circle, ring, diamond, square or triangle; the role's own unless given.
        name : what the point is called to those who do not see it; the label unless given.

        Raises
        ------
        ValueError
            For a marker that does not exist, a point to drag without a name, or a name of one that no slider moves.
        """
        paint, marker = self._paint(color), marker or ROLES[color][2]
        if marker != "ring" and marker not in MARKERS:
            raise ValueError(f"marker {marker!r} must be one of ring, {', '.join(MARKERS)}")
        inputs = {axis + "in": k for axis, v in (("x", x), ("y", y)) if (k := self._input(v)) is not None}
        if inputs and not (name or label):
            raise ValueError("a point that can be dragged needs a name, for those who do not see it: point(..., "
                             "name='target'). One that is not to be dragged: point(x + 0, ...)")
        if name and not inputs:
            raise ValueError(f"point {name!r}: only a coordinate that is itself a slider is dragged, not what is "
                             "computed from one. Compute the rest from it (width = right - centre), or leave out name")
        if marker == "ring":
            rim, style = 0, {"fill": PAGE, "stroke": paint, "stroke-width": 2.2}
        else:  # a rim in the page's colour, below: where many points meet, they are not hidden under their rims
            rim, style = RIM, {"fill": paint, "stroke": PAGE, "stroke-width": 4 * RIM, "paint-order": "stroke"}
        d, more = outline(marker, (HANDLE if inputs else r) - rim), {**inputs, "name": name or label} if inputs else {}
        self._mark("point", label, outline(marker, 4.5 - rim), style, {"x": x, "y": y}, d=d, **more)

    def pick(self, x, y, chosen, option, *, size, color="model"):
        """Draw an empty box that, clicked, sets a control to an option; framed in color while the control stands there.

        It is a button for the keyboard, too, named by the control and the option.

        Parameters
        ----------
        chosen : the Tracer of a choice, or of a slider with names.
        option : a position 0, 1, ... of that control.
        size : width and height in pixels; 44 and more are as large as a finger.

        Raises
        ------
        ValueError
            For a control without names, or an option that it does not have.
        """
        k = self._input(chosen)
        names = () if k is None else self.spec["inputs"][k].get("names", ())
        if option not in range(len(names)):
            raise ValueError(f"pick: {option} is no option of a control with names; give the value of a choice, or of "
                             f"a slider with names, and a position in them")
        width, height = size
        edge = f"M{-width / 2:g} {-height / 2:g}h{width}v{height}h{-width}z"
        for at, stroke, thick, more in ((x, "var(--lf-edge,gray)", 1, {"pick": [k, option, width, height]}),
                                        (np.where(chosen == option, x, np.nan), self._paint(color), 3, {})):
            style = {"fill": "none" if not more else PAGE, "stroke": stroke, "stroke-width": thick,
                     "stroke-linejoin": "round"}
            self._mark("point", "", "", style, {"x": at, "y": y}, d=edge, **more)

    def text(self, x, y, template, *values, color="data", anchor="start", dx=0, dy=0):
        """Write a text, with live numbers, at (x, y), moved by dx to the right and dy up (pixels)."""
        if anchor not in ("start", "middle", "end"):
            raise ValueError(f"anchor={anchor!r} must be start, middle or end")
        style = {"class": "lf-text", "fill": self._paint(color, "-text"), "text-anchor": anchor}
        self._mark("text", "", "", style, {"x": x, "y": y}, dx=dx, dy=dy, text=self._parts(template, values))

    def vline(self, x, **style):
        """Draw a vertical line across the panel."""
        self.line([x, x], self._panel()["ylim"], **style)

    def hline(self, y, **style):
        """Draw a horizontal line across the panel."""
        self.line(self._panel()["xlim"], [y, y], **style)

    def _panel(self):
        if not self.spec["panels"]:
            raise ValueError("there is no panel yet: give xlim and ylim to Figure, or call fig.panel(xlim=..., "
                             "ylim=...)")
        return self.spec["panels"][-1]

    def _paint(self, color, kind=""):
        if color not in ROLES:
            raise ValueError(f"color {color!r} must be a role: {', '.join(ROLES)}")
        return "currentColor" if color == "data" else f"var(--lf-{color}{kind},{ROLES[color][0]})"

    def _stroke(self, color, width, dash, opacity):
        paint, dash = self._paint(color), ROLES[color][1] if dash is None else dash
        if not re.fullmatch(r"[\d. ]*", dash):
            raise ValueError(f"dash {dash!r} must be lengths in pixels, such as '8 3', or '' for a solid line")
        return {"fill": "none", "stroke": paint, "stroke-width": width, "stroke-dasharray": dash or None,
                "stroke-linejoin": "round", "stroke-opacity": opacity}  # fmt: skip

    def _input(self, value):
        op, _, params = self.graph.nodes[value.node] if isinstance(value, Tracer) else ("", (), ())
        return params[0] if op == "input" else None

    def _mark(self, kind, label, key, paint, coordinates, **more):
        coordinates = {k: self.graph.lift(v) for k, v in coordinates.items()}
        if kind == "line" and (flat := {k: t.shape for k, t in coordinates.items() if t.ndim > 1}):
            raise ValueError(f"line: one line at a time; got shapes {flat}. Draw each row or column: x[0], y[:, 1]")
        sizes = {k: t.size for k, t in coordinates.items()}
        n = max(sizes.values())
        if not {*sizes.values()} <= {1, n}:
            raise ValueError(f"{kind}: the coordinates have different lengths {sizes}; each needs one number, or as "
                             f"many as the others")
        paint = {k: v for k, v in paint.items() if v is not None}
        legend = {"label": label, "key": key} if label else {}
        self._panel()["marks"].append({"type": kind, "n": n, **coordinates, "paint": paint, **legend, **more})
