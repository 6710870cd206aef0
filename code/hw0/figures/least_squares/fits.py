"""Polynomials of every degree through the same points: from tall X to wide X."""
import functools
from typing import NamedTuple

import numpy as np

from hw0.least_squares import min_norm_solution, pinv
from livefig import Figure

DEGREES = 30
FACTORS = (0.8, 0.9, 1.0, 1.1, 1.25)


class Data(NamedTuple):
    """Noisy samples t, y (n,) of a smooth curve, and the curve on a grid."""

    t: np.ndarray
    y: np.ndarray
    grid: np.ndarray
    truth: np.ndarray


def curve(t):
    """The smooth curve that the points are taken from."""
    return np.sin(2.5 * t) + 0.5 * t


def basis(t, degree, factor=1.0):
    """X (n, degree + 1): the Legendre polynomials up to this degree at t, that of degree k in such a unit that its mean
    square on [-1, 1] is factor^2k."""
    k = np.arange(degree + 1)
    return np.polynomial.legendre.legvander(t, degree) * np.sqrt(2.0 * k + 1.0) * factor**k


@functools.cache
def data(n=12, noise=0.15, seed=1):
    """Data of n points, evenly spaced, with normal noise."""
    t, grid = np.linspace(-0.95, 0.95, n), np.linspace(-1.0, 1.0, 161)
    return Data(t, curve(t) + noise * np.random.default_rng(seed).normal(size=n), grid, curve(grid))


@functools.cache
def fit(degree, factor=1.0):
    """Coefficients (degree + 1,) of the least-squares polynomial in that basis; the shortest if several interpolate."""
    t, y, *_ = data()
    return min_norm_solution(basis(t, degree, factor), y)


def fitted(t, degree, factor=1.0):
    """The fitted polynomial at t."""
    return basis(t, degree, factor) @ fit(degree, factor)


def error_at_points(degree):
    """Root mean square distance of the fitted polynomial from the points."""
    t, y, *_ = data()
    return np.sqrt(np.mean((fitted(t, degree) - y) ** 2))


def error_of_curve(degree, factor=1.0):
    """Root mean square distance of the fitted polynomial from the smooth curve, on the grid."""
    _, _, grid, truth = data()
    return np.sqrt(np.mean((fitted(grid, degree, factor) - truth) ** 2))


def errors_over_noise(degrees, draws, *, rng, noise=0.15):
    """Distances (len(degrees), draws) of fitted polynomials from the smooth curve, for fresh noise at the same t."""
    t, _, grid, truth = data()
    Y = curve(t)[:, None] + noise * rng.normal(size=(len(t), draws))
    off = [basis(grid, degree) @ (pinv(basis(t, degree)) @ Y) - truth[:, None] for degree in degrees]
    return np.sqrt(np.mean(np.square(off), axis=1))


def polynomial(at=None):
    """The points, the curve they come from, the polynomial of a chosen degree, and the errors of all degrees.

    Another unit of the features, a factor for each next degree, changes no tall fit: those are stored once.
    """
    t, y, grid, truth = data()
    degrees, n = np.arange(DEGREES + 1), len(t)
    curves, off_curve, off_points, lengths = _all_fits()

    fig = Figure("One polynomial for every degree", name="polynomial", at=at, xlim=(-1, 1), ylim=(-3, 3), aspect=0.8,
                 xlabel="$t$", ylabel="$y$",
                 alt="Left: twelve noisy points, the smooth curve they come from, and the fitted polynomial of a "
                     "chosen degree. "
                     "Right: error at the points and error of the curve against the degree, for features in the chosen "
                     "units.")
    degree = fig.slider("degree", 0, DEGREES, 3)
    unit = fig.slider("unit", 0, len(FACTORS) - 1, FACTORS.index(1.0), names=[f"{factor:g}" for factor in FACTORS],
                      label="factor for each next degree")
    fig.line(grid, np.round(truth, 4), color="truth", width=2, label="the smooth curve")
    fig.line(grid, fig.table(curves, digits=2)[degree + unit * (DEGREES + 1 - n) * (degree >= n)], color="model",
             width=3, dash="", label="fitted polynomial")
    fig.point(t, np.round(y, 4), color="data", r=4, label="points")

    fig.panel(xlim=(0, DEGREES), ylim=(1e-2, 1e1), ylog=True, xlabel="degree", ylabel="root mean square error",
              aspect=0.8)
    seen = np.where(degrees < n - 1, off_points, np.nan)
    off = fig.table(off_curve, digits=4)
    fig.line(degrees, off[unit], color="model", width=2.5, dash="", label="error of the curve")
    fig.line(degrees, np.round(seen, 4), color="data", width=2, dash="2 3", label="error at the points")
    fig.vline(float(n - 1), color="third", width=1.5, label="$X$ is square")
    fig.point(degree + 0, off[unit, degree], color="model", r=6)

    columns = degree + 1
    fig.readout("shape of $X$", "{:d} × {:d}", float(n), columns)
    fig.readout(r"$\lVert w\rVert$", "{:.2f}", fig.table(lengths, digits=3)[unit, degree])
    fig.case((columns < n,
              "$X$ is tall, with more rows than columns, {:d} and {:d}: the polynomial misses the points by {:.2g} in "
              "the root mean square.", float(n), columns, fig.table(off_points, digits=6)[degree]),
             (columns == n,
              "$X$ is square: exactly one polynomial of this degree or less passes through all points, and it swings."),
             otherwise="$X$ is wide: many polynomials pass through all points, and this is the one with the shortest "
                       "$w$.")
    return fig


@functools.cache
def _all_fits():
    """The polynomials on the grid, tall and square ones once and wide ones for every factor; then of every factor and
    degree the distance from the curve, of every degree that at the points, and the length of all coefficients."""
    degrees, (t, _, grid, _) = range(DEGREES + 1), data()
    wide = [fitted(grid, degree, factor) for factor in FACTORS for degree in degrees if degree >= len(t)]
    curves = np.stack([fitted(grid, degree) for degree in range(len(t))] + wide)
    off, lengths = (np.array([[of(degree, factor) for degree in degrees] for factor in FACTORS])
                    for of in (error_of_curve, _length))
    return curves, off, np.array([error_at_points(degree) for degree in degrees]), lengths


def _length(degree, factor):
    return np.linalg.norm(fit(degree, factor))
