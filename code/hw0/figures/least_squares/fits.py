"""Polynomials of every degree through the same points: from tall X to wide X."""
import functools
from typing import NamedTuple

import numpy as np

from hw0.least_squares import min_norm_solution, pinv
from livefig import Figure

DEGREES = 30


class Data(NamedTuple):
    """Noisy samples t, y (n,) of a smooth curve, and the curve on a grid."""

    t: np.ndarray
    y: np.ndarray
    grid: np.ndarray
    truth: np.ndarray


def curve(t):
    """The smooth curve that the points are taken from."""
    return np.sin(2.5 * t) + 0.5 * t


def basis(t, degree):
    """X (n, degree + 1): the Legendre polynomials up to this degree at t, each scaled to mean square 1 on [-1, 1]."""
    return np.polynomial.legendre.legvander(t, degree) * np.sqrt(2.0 * np.arange(degree + 1) + 1.0)


@functools.cache
def data(n=12, noise=0.15, seed=1):
    """Data of n points, evenly spaced, with normal noise."""
    t, grid = np.linspace(-0.95, 0.95, n), np.linspace(-1.0, 1.0, 161)
    return Data(t, curve(t) + noise * np.random.default_rng(seed).normal(size=n), grid, curve(grid))


@functools.cache
def fit(degree):
    """Legendre coefficients (degree + 1,) of the least-squares polynomial; the shortest if several interpolate."""
    t, y, *_ = data()
    return min_norm_solution(basis(t, degree), y)


def error_at_points(degree):
    """Root mean square distance of the fitted polynomial from the points."""
    t, y, *_ = data()
    return np.sqrt(np.mean((basis(t, degree) @ fit(degree) - y) ** 2))


def error_of_curve(degree):
    """Root mean square distance of the fitted polynomial from the smooth curve, on the grid."""
    _, _, grid, truth = data()
    return np.sqrt(np.mean((basis(grid, degree) @ fit(degree) - truth) ** 2))


def errors_over_noise(degrees, draws, *, rng, noise=0.15):
    """Distances (len(degrees), draws) of fitted polynomials from the smooth curve, for fresh noise at the same t."""
    t, _, grid, truth = data()
    Y = curve(t)[:, None] + noise * rng.normal(size=(len(t), draws))
    off = [basis(grid, degree) @ (pinv(basis(t, degree)) @ Y) - truth[:, None] for degree in degrees]
    return np.sqrt(np.mean(np.square(off), axis=1))


def polynomial(at=None):
    """The points, the curve they come from, the polynomial of a chosen degree, and the errors of all degrees."""
    t, y, grid, truth = data()
    degrees = np.arange(DEGREES + 1)
    curves, off_curve, off_points, lengths = _all_fits()

    fig = Figure("One polynomial for every degree", name="polynomial", at=at, xlim=(-1, 1), ylim=(-3, 3), aspect=0.8,
                 xlabel="$t$", ylabel="$y$",
                 alt="Left: twelve noisy points, the smooth curve they come from, and the fitted polynomial of a "
                     "chosen degree. "
                     "Right: error at the points and error of the curve against the degree.")
    degree = fig.slider("degree", 0, DEGREES, 3, label="degree")
    fig.line(grid, np.round(truth, 4), color="truth", width=2, label="the smooth curve")
    fig.line(grid, fig.table(curves, digits=2)[degree], color="model", width=3, dash="", label="fitted polynomial")
    fig.point(t, np.round(y, 4), color="data", r=4, label="points")

    fig.panel(xlim=(0, DEGREES), ylim=(1e-2, 1e1), ylog=True, xlabel="degree", ylabel="root mean square error",
              aspect=0.8)
    seen = np.where(degrees < len(t) - 1, off_points, np.nan)
    fig.line(degrees, np.round(off_curve, 4), color="model", width=2.5, dash="", label="error of the curve")
    fig.line(degrees, np.round(seen, 4), color="data", width=2, dash="2 3", label="error at the points")
    fig.vline(float(len(t) - 1), color="third", width=1.5, label="$X$ is square")
    fig.point(degree + 0, fig.table(off_curve, digits=4)[degree], color="model", r=6)

    columns = degree + 1
    fig.readout("shape of $X$", "{:d} × {:d}", float(len(t)), columns)
    fig.readout(r"$\lVert w\rVert$", "{:.2f}", fig.table(lengths, digits=3)[degree])
    fig.case((columns < len(t),
              "$X$ is tall, with more rows than columns, {:d} and {:d}: the polynomial passes near the points.",
              float(len(t)), columns),
             (columns == len(t),
              "$X$ is square: exactly one polynomial of this degree passes through all points, and it swings."),
             otherwise="$X$ is wide: many polynomials pass through all points, and this is the one with the shortest "
                       "$w$.")
    return fig


@functools.cache
def _all_fits():
    """Of every degree: the polynomial on the grid, both errors, and the length of its coefficients."""
    degrees = range(DEGREES + 1)
    curves = np.stack([basis(data().grid, degree) @ fit(degree) for degree in degrees])
    return curves, *(np.array([of(degree) for degree in degrees]) for of in (error_of_curve, error_at_points, _length))


def _length(degree):
    return np.linalg.norm(fit(degree))
