"""The letters of the guides, whose examples are their own."""

import numpy as np

from formula.letters import Letters
from hw0.notation.linear_problems import normal, uniform


def draw(rng, count):
    """Return a point, and a number whose root is looked for."""
    return {"x": normal(rng, count, 1), "a": uniform(rng, count, 0.5, 9.0)}


def tangents_zero(g):
    """Where the tangent of t^2 - a at x is zero: its slope is a complex step, not the formula."""
    slope = ((g.x + 1e-30j) ** 2).imag / 1e-30
    return g.x - (g.x * g.x - g.a) / np.where(slope == 0, np.nan, slope)


def through_two_points(g):
    """The line through (-2, 0) and (4, 3)."""
    return 3 * (g.x + 2) / (4 + 2)


LETTERS = Letters(sizes=(), regimes=({},), draw=draw, derived={"x'": tangents_zero, "y": through_two_points})
LINES = {}
NEITHER = {}
CONDITIONS = frozenset()
UNREAD = {}
