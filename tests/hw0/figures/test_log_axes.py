"""No curve on logarithmic axes leaves them, wherever a reader moves, but for those that have to: powers have no end."""
import importlib

import numpy as np
import pytest

from livefig.tracer import Tracer
from tests.livefig.parity import input_rows
from tests.livefig.replay import replay

STEMS = ("vector_calculus", "least_squares", "ridge", "relu_elbow", "networks")
DRAWN = 40
LEAVES = {      # (figure, label): why
    ("step", "forward, theory"): "powers of h, and infinite at h = 0",
    ("step", "central, theory"): "powers of h, and infinite at h = 0",
    ("polynomial", "error at the points"): "rounding is left of it where the polynomial interpolates",
    ("filters", r"$\sigma/\lambda$"): "a power of σ",
    ("filters", r"$\sigma/(\sigma^2 + \lambda)$, ridge"): "a power of σ at either end",
    ("unguarded", "on paper"): "falls on for ever, below what rounding leaves",
    ("bias_variance", "squared bias, summed"): "a power of λ where λ is small",
    ("bias_variance", "variance, summed"): "a power of λ where λ is large",
    ("reach", "predicted"): "a power of the gain: sixty decades in fifty layers, and its points leave with it",
}


def leaving(factory, seed=0):
    """The labels of the lines of a figure that leave their logarithmic axes at one of the drawn inputs."""
    with np.errstate(all="ignore"):
        fig = factory()
        panels = [panel for panel in fig.spec["panels"] if panel.get("xlog") or panel.get("ylog")]
        if not panels:
            return set()
        found = replay(fig, input_rows(fig.spec["inputs"], DRAWN, np.random.default_rng(seed))[-DRAWN:])
    return {mark["label"] for panel in panels for mark in panel["marks"] if mark["type"] == "line"
            and mark.get("label") and _leaves(panel, *(_values(found, mark[axis]) for axis in "xy"))}


def _values(found, coordinate):
    assert isinstance(coordinate, Tracer)
    return found[coordinate.node].astype(float)


def _leaves(panel, x, y):
    (left, right), (low, high) = panel["xlim"], panel["ylim"]
    x, y = np.broadcast_arrays(x, y)
    seen = np.isfinite(y) & (x >= left * (1 - 1e-9)) & (x <= right * (1 + 1e-9))
    return np.any(seen & ((y < low * (1 - 1e-9)) | (y > high * (1 + 1e-9))))


@pytest.mark.parametrize("stem", STEMS)
def test_no_curve_leaves_its_logarithmic_axes_but_those_that_have_to(stem):
    figures = importlib.import_module(f"hw0.figures.{stem}").FIGURES
    names = {figure.__name__ for figure in figures}
    left = {(figure.__name__, label) for figure in figures for label in leaving(figure)}
    assert left == {key for key in LEAVES if key[0] in names}


def test_axes_that_are_too_short_at_one_draw_are_noticed(monkeypatch):
    from hw0.figures import ridge

    def short(at=None):
        fig = ridge.leave_one_out(at)
        fig.spec["panels"][1]["ylim"] = [0.001, 20]         # the evidence of the eighth draw reaches 25
        return fig

    assert leaving(ridge.leave_one_out) == set()
    assert leaving(short) == {"evidence"}
