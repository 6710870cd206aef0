"""Figures with sliders that work on a static page, drawn from traced NumPy expressions.

    fig = Figure("A line", xlim=(-3, 3), ylim=(-2, 2))
    w, b = fig.slider("w", -2, 2, 1.0), fig.slider("b", -2, 2, 0.0)
    fig.curve(lambda x: np.maximum(0, w * x + b))
    fig.readout("elbow", "{:.2f}", -b / w)
    fig                                   # the last line of a cell shows it

A mark with a NaN or infinite coordinate is not drawn (a line is broken there), so a
degenerate case needs no switch.  Marks go to the panel opened last.
"""
import functools
import html
import json
import math
import pathlib
import re
import sys
import warnings

import numpy as np

from . import svg
from .trace import Graph, Tracer

JS = pathlib.Path(__file__).with_name("livefig.js")
INLINE = "google.colab" in sys.modules   # put livefig.js into each output (a site loads it once)
# Each colour's luminance is between 0.13 and 0.30: at least 3:1 on white and on a dark page.
COLORS = dict(data="currentColor", truth="var(--lf-truth,#0072B2)", model="var(--lf-model,#D55E00)",
              compare="var(--lf-compare,#009E73)", third="var(--lf-third,#CC79A7)", muted="var(--lf-muted,#808488)")
FIELD = re.compile(r"\{:(\+?(?:\.\d+)?[dfeg%])\}")


def _linspace(a):
    return len(a) > 3 and np.array_equal(a, np.linspace(a[0], a[-1], len(a)))


def _number(x):
    """A JSON value that reads back as exactly x."""
    x = float(x)
    if not math.isfinite(x):
        return {"nan": "NaN", "inf": "Infinity", "-inf": "-Infinity"}[repr(x)]
    return int(x) if x == int(x) and abs(x) < 1e15 and not (x == 0 and math.copysign(1, x) < 0) else x


def _ticks(lo, hi, log):
    if log:
        ks = range(math.ceil(math.log10(lo) - 1e-9), math.floor(math.log10(hi) + 1e-9) + 1)
        return [(10.0**k, "10" + str(k).translate(str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"))) for k in ks]
    raw = (hi - lo) / 6
    step = next(m * 10.0**e for e in (math.floor(math.log10(raw)), math.floor(math.log10(raw)) + 1)
                for m in (1, 2, 5) if m * 10.0**e >= raw * 0.999)
    digits = max(0, -math.floor(math.log10(step)))
    return [(round(k * step, 12), f"{k * step:.{digits}f}".replace("-", "−"))
            for k in range(math.ceil(lo / step - 1e-9), math.floor(hi / step + 1e-9) + 1)]


class Figure:
    def __init__(self, title, *, name, alt, caption="", at=None, **panel):
        """panel: xlim, ylim, ... of the first panel.  at: slider values other than the defaults."""
        self.graph, self.at = Graph(), dict(at or {})
        self._spec = dict(v=1, name=name, title=title, alt=alt, caption=caption, inputs=[], panels=[], readouts=[])
        self._panel = panel
        if panel:
            self.panel(**panel)

    # ---- what the reader can change ----
    def slider(self, name, lo, hi, value, step=None, label=None, fmt=None, names=None):
        """A slider; the Tracer it returns is whole-numbered if lo, hi, value and step are."""
        step = step or (1 if isinstance(lo, int) and isinstance(hi, int) and isinstance(value, int) else (hi - lo) / 100)
        k = (value - lo) / step
        if not lo <= value <= hi or abs(k - round(k)) > 1e-6:
            raise ValueError(f"slider {name!r}: {value} is not on the grid {lo}, {lo + step}, ... {hi}")
        if any(i["name"] == name for i in self._spec["inputs"]):
            raise ValueError(f"there is already a slider {name!r}")
        digits = max(0, -math.floor(math.log10(step) + 1e-9))
        self._spec["inputs"].append(dict(
            name=name, label=label or name, min=lo, max=hi, step=step, value=value,
            fmt=fmt or f".{digits}f", **(dict(names=names) if names else {})))
        number = len(self._spec["inputs"]) - 1
        whole = all(isinstance(n, int) for n in (lo, hi, value, step))
        return self.graph.add(np.asarray(self.at.get(name, value), int if whole else float), "input", (), number)

    def choice(self, name, options, value=0, label=None):
        """A slider over the positions 0, 1, ... of options; returns the position."""
        return self.slider(name, 0, len(options) - 1, value, label=label, names=[str(o) for o in options])

    def table(self, values):
        """A constant that a slider can index: fig.table(T)[i], np.take(fig.table(T), i, axis=1)."""
        return self.graph.lift(np.asarray(values))

    # ---- what the reader sees ----
    def panel(self, xlim=(0, 1), ylim=(0, 1), xlabel="", ylabel="", xlog=False, ylog=False, aspect=0.62):
        self._spec["panels"].append(dict(
            xlim=list(map(_number, xlim)), ylim=list(map(_number, ylim)), xlabel=xlabel, ylabel=ylabel,
            xticks=_ticks(*xlim, xlog), yticks=_ticks(*ylim, ylog), aspect=aspect, marks=[],
            **({"xlog": 1} if xlog else {}), **({"ylog": 1} if ylog else {})))

    def _mark(self, kind, style, **coords):
        coords = {k: self.graph.lift(v) for k, v in coords.items()}
        sizes = {k: t.size for k, t in coords.items()}
        if len(set(sizes.values()) - {1}) > 1:
            raise ValueError(f"{kind}: the coordinates have different lengths {sizes}")
        style["color"] = COLORS[style.get("color", "data")]
        self._spec["panels"][-1]["marks"].append(dict(type=kind, n=max(sizes.values()), **coords, **style))

    def line(self, x, y, width=2, **style):
        """A polyline.  style of any mark: color, width, dash, opacity, label (for the legend)."""
        self._mark("line", dict(style, width=width), x=x, y=y)

    def curve(self, f, lo=None, hi=None, n=201, **style):
        """f on n points.  The grid is traced too, so the page stores f and not n numbers."""
        p = self._spec["panels"][-1]
        ends = (p["xlim"][0] if lo is None else lo), (p["xlim"][1] if hi is None else hi)
        x = (10.0 ** self.graph.lift(np.linspace(*np.log10(ends), n)) if p.get("xlog")
             else self.graph.lift(np.linspace(*ends, n)))
        self.line(x, np.broadcast_to(self.graph.lift(f(x)), x.shape), **style)

    def area(self, x, y0, y1, opacity=0.2, **style):
        self._mark("area", dict(style, opacity=opacity), x=x, y0=y0, y1=y1)

    def point(self, x, y, r=4.5, name="", **style):
        """Points.  One whose x or y is itself a slider can be dragged, or moved with the arrow keys."""
        inputs = {k + "in": self.graph.nodes[t.node][2][0] for k, t in (("x", x), ("y", y))
                  if isinstance(t, Tracer) and self.graph.nodes[t.node][0] == "input"}
        self._mark("point", dict(style, r=r, **inputs, **(dict(name=name or style.get("label", "point")) if inputs else {})), x=x, y=y)

    def arrow(self, x0, y0, x1, y1, width=2, **style):
        self._mark("arrow", dict(style, width=width), x0=x0, y0=y0, x1=x1, y1=y1)

    def vline(self, x, **style):
        self.line([x, x], self._spec["panels"][-1]["ylim"], **style)

    def hline(self, y, **style):
        self.line(self._spec["panels"][-1]["xlim"], [y, y], **style)

    def text(self, x, y, template, *values, anchor="start", dx=0, dy=0, **style):
        self._mark("text", dict(style, anchor=anchor, dx=dx, dy=dy, text=self._text(template, values)), x=x, y=y)

    def readout(self, label, template, *values):
        self._spec["readouts"].append(dict(label=label, text=self._text(template, values)))

    def case(self, *cases, otherwise="", values=()):
        """One sentence, of the first (condition, template, *values) whose condition holds."""
        pick = self.graph.lift(len(cases))
        for i in reversed(range(len(cases))):
            pick = np.where(cases[i][0], i, pick)
        texts = [self._text(t, v) for _, t, *v in cases] + [self._text(otherwise, values)]
        self._spec["readouts"].append(dict(pick=pick, texts=texts))

    def _text(self, template, values):
        parts = FIELD.split(template)
        if re.search(r"[{}]", "".join(parts[::2])) or len(parts) // 2 != len(values):
            raise ValueError(f"{template!r} needs one {{:.2f}}-like field (d, f, e, g, %) for each of its {len(values)} values")
        fields = [[self.graph.lift(v), spec] for v, spec in zip(values, parts[1::2])]
        if any(t.size != 1 for t, _ in fields):
            raise ValueError(f"a field of {template!r} needs one number, not an array")
        return [p for pair in zip(parts[::2], fields + [""]) for p in pair if p]

    # ---- what goes into the page ----
    def json(self):
        """The figure as JSON: only the nodes that reach a mark, in a fixed order."""
        used = []
        json.dumps(self._spec, default=used.append)
        keep, stack = set(), [t.node for t in used]
        stack += [t for t, (op, _, _) in enumerate(self.graph.nodes) if op == "input"]
        while stack:
            if (n := stack.pop()) not in keep:
                keep.add(n)
                stack += self.graph.nodes[n][1]
        place = {n: i for i, n in enumerate(sorted(keep))}
        nodes = []
        for n in sorted(keep):
            op, args, params = self.graph.nodes[n]
            if op == "const":
                a = self.graph.arrays[n]
                args, params = ([], [[_number(a[0]), _number(a[-1]), len(a)]]) if _linspace(a) else (
                    [], [_number(a[0]) if len(a) == 1 else list(map(_number, a))])
                op = "linspace" if _linspace(a) else op
            nodes.append([op, [place[a] for a in args], *params])
        text = json.dumps(dict(self._spec, nodes=nodes), default=lambda t: place[t.node],
                          ensure_ascii=False, separators=(",", ":"), allow_nan=False)
        self.order = sorted(keep)
        return text.replace("<", "\\u003c")              # so that "</script" cannot end the element

    def html(self, inline=None):
        where = ", ".join(f"{i['label']} = {svg.fmt(i['value'], i['fmt']) if 'names' not in i else i['names'][i['value']]}"
                          for i in self._spec["inputs"])
        lines = "".join(f"<p>{html.escape(line)}</p>\n" for line in svg.lines(self._spec))
        script = f'<script type="module">{JS.read_text()}</script>\n' if (INLINE if inline is None else inline) else ""
        return (f'<div class="livefig">\n<p><strong>{html.escape(self._spec["title"])}</strong></p>\n'
                f"{svg.draw(self._spec)}\n{lines}<p><small>Still picture at {html.escape(where)}.</small></p>\n"
                f'<script type="application/json">{self.json()}</script>\n</div>\n{script}')

    def _repr_mimebundle_(self, include=None, exclude=None):
        return {"text/html": self.html(), "image/svg+xml": svg.draw(self._spec),
                "text/plain": "\n".join([f"Figure: {self._spec['title']}", *svg.lines(self._spec)])}

    def widget(self):
        """The same figure as an anywidget: .value and .observe follow the reader's sliders."""
        return _widget_class()(spec=self.json(), value={i["name"]: i["value"] for i in self._spec["inputs"]})


@functools.cache
def _widget_class():
    import anywidget
    import traitlets

    class LiveFigure(anywidget.AnyWidget):
        _esm = JS
        spec = traitlets.Unicode().tag(sync=True)
        value = traitlets.Dict().tag(sync=True)
    return LiveFigure
