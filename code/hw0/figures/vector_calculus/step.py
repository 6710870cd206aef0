"""How long a step a difference quotient should take: the function under a microscope, and the error against h."""
import functools

import numpy as np

from hw0.vector_calculus.gradcheck import complex_step
from hw0.vector_calculus.step_size import EXAMPLES, best_step, error_bound, quotient
from livefig import Figure

EXPONENTS = np.arange(-16.0, 0.1, 0.25)
STEPS = np.array([float(f"{10.0**k:.6e}") for k in EXPONENTS])      # short decimals, the same on every machine
FLOOR = 1e-16                                                       # an error of 0 has no place on a logarithmic axis
COMPLEX_FLOOR = 1e-14
KINK = 0.0005                                                       # the distance of the last example's kink from x


def step(at=None):
    """A choice of functions, and the step h: the chords that it spans, and the errors of their slopes."""
    fig = Figure("Too long a step bends, too short a step crumbles", name="step", at=at, xlim=(-1.5, 1.5), ylim=(-2, 2),
                 aspect=0.8,
                 xlabel="distance from $x$, in steps $h$", ylabel="change of $f$, in steps $h$",
                 alt="Left: a function near a point, magnified until the step has length one, with its chords and "
                     "tangent. Right: error of "
                     "forward and central differences against the step, two V shapes on logarithmic axes.")
    which = fig.choice("f", [e.name for e in EXAMPLES], 0, label="function $f$")
    k = fig.slider("k", -16.0, 0.0, 0.0, step=0.25, fmt=".2f", label="$k$, step $h = 10^k$")
    chosen = np.rint(4.0 * (k + 16.0)).astype(int)
    h = fig.table(STEPS)[chosen]
    x, value, slope, *higher = (fig.table(column)[which]
                                for column in np.array([(e.x, *e.derivatives) for e in EXAMPLES]).T)

    def f(points):
        first, *others = [e.f(points) for e in EXAMPLES]
        return functools.reduce(lambda rest, e: np.where(which == e[0], e[1], rest), enumerate(others, start=1), first)

    _microscope(fig, f, x, h, slope)
    fig.panel(xlim=(1e-16, 1.0), ylim=(1e-16, 1e3), xlog=True, ylog=True, aspect=0.8, xlabel="step $h$",
              ylabel="error of the slope")
    fig.vline(h, color="data", width=1, dash="")
    for order, color, name in ((1, "compare", "forward"), (2, "model", "central")):
        errors = np.abs(quotient(f, x, STEPS, order=order) - slope)
        fig.line(STEPS, np.maximum(errors, FLOOR), color=color, width=2, dash="", label=f"{name}, measured")
        fig.line(STEPS, error_bound(STEPS, order=order, value=value, derivative=higher[order - 1]), color=color,
                 width=1.5, dash="3 4",
                 label=f"{name}, theory")
        fig.point(h, np.maximum(errors[chosen], FLOOR), color=color, r=5)
        fig.readout(f"{name} error", "{:.1e}", errors[chosen])
    fig.line(STEPS, fig.table(complex_errors())[which], color="third", width=2, label="complex step, to $10^{-14}$")

    # what Taylor leaves out is (h / best)^3 / 2 times the rounding
    best = best_step(order=2, value=value, derivative=higher[1])
    fig.case(*((which == e, f"$f(x) = {example.formula}$.") for e, example in enumerate(EXAMPLES)))
    fig.case((x + h == x, "$h$ is so short that $x + h$ rounds to $x$: the forward step is none at all."),
             ((which == 3) & (h > KINK),
              "The step to the left reaches across the kink: the central chord mixes two slopes, and no formula of "
              "Taylor holds."),
             (which == 3,
              "The step stays on one side of the kink, where $f$ is straight and its difference is exact: the quotient "
              "divides by the step that rounding has left, and there is no error."),
             (h > 2.7 * best,
              "Too long: what is left out of Taylor's formula, which falls with $h$, rules the central error."),
             (h < best / 1.7, "Too short: the rounding of the values of $f$, which is divided by $h$, rules the "
                              "central error."),
             otherwise="Near the best step for central differences, {:.1e}: neither what Taylor's formula leaves out "
                       "nor rounding rules their error.",
             values=[best])
    return fig


def _microscope(fig, f, x, h, slope):
    here, below, above = f(x + 0.0 * h), f(x - h), f(x + h)
    low, high = (below - here) / h, (above - here) / h
    fig.curve(lambda t: (f(x + h * t) - here) / h, n=301, color="data", width=2.5, label="$f$")
    fig.curve(lambda t: slope * t, color="truth", width=1.5, dash="", label="tangent")
    fig.line([0.0, 1.0], np.stack([0.0 * high, high]), color="compare", width=2.5, label="forward chord")
    fig.line([-1.0, 1.0], np.stack([low, high]), color="model", width=2.5, label="central chord")
    fig.point([-1.0, 0.0, 1.0], np.stack([low, 0.0 * low, high]), color="data", r=3.5)


@functools.cache
def complex_errors():
    """Errors of the complex step (examples, steps), at least COMPLEX_FLOOR; NaN for the example with a kink.

    To a twentieth of a power of ten: the last bits of complex products differ between machines, and the page must not.
    """
    rows = [[abs(complex_step(lambda x, e=e: e.f(x)[0], [e.x], h=h)[0, 0] - e.derivatives[1]) for h in STEPS]
            for e in EXAMPLES[:3]]
    return np.vstack([coarse(np.array(rows)), np.full(len(STEPS), np.nan)])


def coarse(errors):
    """The errors to a twentieth of a power of ten, as short decimals; none below COMPLEX_FLOOR."""
    powers = np.round(20.0 * np.log10(np.maximum(errors, COMPLEX_FLOOR))) / 20.0
    return np.vectorize(lambda p: float(f"{10.0**p:.3e}"))(powers)
