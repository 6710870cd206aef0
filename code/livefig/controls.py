"""What a reader can change: sliders, choices, toggles. Each returns a Tracer of its value.

A value is always on its control's grid, written with at most 12 digits: Python, the page and the address bar agree on
it.
"""

import math
import numbers
import re
from decimal import ROUND_HALF_UP, Context

import numpy as np

from .formulas import scripts
from .words import FORMAT, written

ROW = "row"  # the kind of an input that no row of controls shows: that of a pad
TWELVE = Context(prec=12, rounding=ROUND_HALF_UP)  # JavaScript's toPrecision(12)
MOST = 31  # the page keeps what depends on which input in the bits of a whole number


def on_grid(control, value):
    """Return the number nearest to value that the control can take.

    Raises
    ------
    ValueError
        For NaN, and what is no number.
    """
    lo, hi, step = control["min"], control["max"], control["step"]
    if not isinstance(value, (numbers.Real, np.bool)) or math.isnan(value):
        raise ValueError(f"{control['kind']} {control['name']!r}: {value!r} is not between {lo} and {hi}")
    kind, steps = type(lo + step), math.floor((min(max(value, lo), hi) - lo) / step + 0.5)
    # twice, so that zero is exactly zero
    return kind(TWELVE.create_decimal(lo + kind(TWELVE.create_decimal(steps * step))))


def shown(control, value):
    """Return the text beside the control at a value: a number with its unit, or the name of a choice."""
    return control["names"][int(value)] if "names" in control else written(value, control["fmt"]) + control["unit"]


def _round_step(lo, hi, value):
    """Return the step of a slider that was given none: a hundredth of the range, if value is on that grid; else the
    largest of 1, 2, 5 times a power of ten below it whose grid holds both. A hundredth if there is none above a
    thousandth: the value is then refused."""
    step = (hi - lo) / 100
    if not (lo < value < hi and math.isfinite(step)) or _on(lo, value, step):
        return step
    e = math.floor(math.log10(step))
    finer = (m * 10.0**k for k in (e, e - 1) for m in (5, 2, 1) if m * 10.0**k <= step)
    return next((s for s in finer if s >= step / 10.001 and _on(lo, value, s) and _on(lo, hi, s)), step)


def _on(lo, number, step):
    k = (number - lo) / step
    return abs(k - round(k)) <= 1e-6


def _check_range(name, lo, hi, value, step):
    if not lo <= value <= hi and lo < hi:
        raise ValueError(f"slider {name!r}: value={value} is not between {lo} and {hi}")
    if not all(map(math.isfinite, (lo, hi, value))) or not lo < hi:
        raise ValueError(f"slider {name!r} needs finite bounds lo < hi; got {lo} and {hi} with value {value}")
    if not (math.isfinite(step) and step > 0):
        raise ValueError(f"slider {name!r} needs a step > 0; got {step}")
    if max(abs(lo), abs(hi)) > 1e11 * step:
        raise ValueError(f"slider {name!r}: steps of {step} from {lo} to {hi} are too fine for 12 digits. Subtract "
                         f"{lo} or widen step")
    for what, number in (("value", value), ("hi", hi)):
        if not _on(lo, number, step):
            below = lo + math.floor((number - lo) / step) * step
            raise ValueError(f"slider {name!r}: {what}={number} is not on the grid {lo}, {lo + step:.12g}, ...; its "
                             f"neighbours are {below:.12g} and {below + step:.12g}. Change step, lo or {what}")


class Controls:
    """What a reader can change in a Figure. `at` replaces the author's starting values, each by its nearest place."""

    def slider(self, name, lo, hi, value, step=None, label=None, fmt=None, unit="", names=None, play=None, color=None,
               folded=False):
        """Return the Tracer of a slider from lo to hi; whole-numbered if lo, hi, value and step are.

        Parameters
        ----------
        step : the grid, lo + k * step; 1 for whole numbers, else a hundredth of the range, or a round number below it
            whose grid holds lo, value and hi.
        fmt, unit : how the value is written beside the slider: ".2f" and " cm".
        names : what is written instead at lo, lo + 1, ... of a whole-numbered slider.
        play : seconds in which a play button takes the slider from lo to hi; for a time axis.
        color : the role whose colour the slider has, if it moves one mark.
        folded : keep the slider below the others, folded away until the reader opens it: for a point to drag, which
            the arrow keys move, too.

        Raises
        ------
        ValueError
            For a name that is taken or not an identifier, lo >= hi, a bound that is not finite, a step too fine for 12
            digits, or a value or hi off the grid.
        TypeError
            For a bound, value or step that is no number.

        Examples
        --------
        >>> sigma, n = fig.slider("sigma", 0.4, 2.5, 1, unit=" cm"), fig.slider("n", 1, 9, 5, folded=True)
        >>> print(fig)
        Figure: A test
        sigma = 1.00 cm
        n = 5
        >>> sigma * n
        Tracer(array(5.))
        """
        for what, n in {"lo": lo, "hi": hi, "value": value, "step": 1 if step is None else step}.items():
            if not isinstance(n, numbers.Real):
                raise TypeError(f"slider {name!r}: {what} must be a number; got {n!r:.60}")
        whole = all(isinstance(n, (int, np.integer)) for n in (lo, hi, value, 1 if step is None else step))
        step = (1 if whole else _round_step(lo, hi, value)) if step is None else step
        _check_range(name, lo, hi, value, step)
        if fmt is not None and not FORMAT.fullmatch(fmt):
            raise ValueError(f"slider {name!r}: fmt={fmt!r} must look like .2f (d, f, e, g or %)")
        if play is not None and not play > 0:
            raise ValueError(f"slider {name!r}: play={play} must be a time in seconds, greater than 0")
        if names is not None and not (whole and (lo, hi, step) == (0, len(names) - 1, 1)):
            raise ValueError(f"slider {name!r}: {len(names)} names need whole numbers from 0 to {len(names) - 1}; got "
                             f"{lo} to {hi}")
        digits = max(0, -math.floor(math.log10(step) + 1e-9))
        lo, hi, value, step = map(int if whole else float, (lo, hi, value, step))
        more = {"play": play, "color": self._paint(color) if color else None,
                "names": names and [str(n) for n in names], "folded": 1 if folded else None}
        return self._control(
            "slider", name, label, min=lo, max=hi, step=step, value=value, fmt=fmt or f".{digits}f", unit=unit,
            **{key: v for key, v in more.items() if v is not None},
        )  # fmt: skip

    def choice(self, name, options, value=0, label=None):
        """Return the Tracer of the position 0, 1, ... of the option that is chosen from a list.

        >>> rate = fig.table([0.1, 0.2])[fig.choice("rate", ["slow", "fast"], value=1)]
        >>> rate
        Tracer(array(0.2))
        """
        if value not in range(len(options)):
            raise ValueError(f"choice {name!r}: value={value!r} must be a position, 0, 1, ..., in its {len(options)} "
                             f"options")
        for option in options:
            if scripts(str(option)):
                raise ValueError(f"choice {name!r}: a list raises and lowers nothing, so call {option!r} by a name")
        return self._control("choice", name, label, min=0, max=len(options) - 1, step=1, value=value,
                             names=[str(o) for o in options])

    def toggle(self, name, value=0, label=None):
        """Return the Tracer, 0 or 1, of a checkbox.  Raises ValueError for another value.

        >>> np.where(fig.toggle("on", 1) == 1, 2.0, np.nan)
        Tracer(array(2.))
        """
        if value not in (0, 1):
            raise ValueError(f"toggle {name!r}: value={value!r} must be 0 or 1")
        return self._control("toggle", name, label, min=0, max=1, step=1, value=int(value), names=["off", "on"])

    def table(self, values, digits=None):
        """Return a constant that a slider can index, `fig.table(T)[i]`; rounded to digits, for a small page.

        >>> k = fig.slider("k", 0, 2, 1)
        >>> fig.table(np.linalg.svd(np.diag([3.0, 2.0, 1.0]))[1])[k]
        Tracer(array(2.))
        """
        return self.graph.lift(np.asarray(values) if digits is None else np.round(np.asarray(values, float), digits))

    def _control(self, kind, name, label, **more):
        inputs = self.spec["inputs"]
        if not re.fullmatch(r"[A-Za-z][A-Za-z0-9_]*", name):
            raise ValueError(f"{kind} {name!r}: a name goes into the address bar, so it must look like w, w2 or "
                             f"step_size")
        if any(i["name"] == name for i in inputs):
            raise ValueError(f"{kind} {name!r}: this figure has an input of that name; choose another")
        if len(inputs) == MOST:
            raise ValueError(f"a figure has at most {MOST} inputs")
        control = {"kind": kind, "name": name, "label": label or name, **more}
        value = self.at.pop(name, control["value"])
        control["value"] = on_grid(control, value)
        if abs(control["value"] - value) > 0.5001 * control["step"]:
            raise ValueError(f"{kind} {name!r}: at={value} is not between {control['min']} and {control['max']}")
        inputs.append(control)
        return self.graph.add(control["value"], "input", (), len(inputs) - 1)
