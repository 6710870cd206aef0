"""The figures of chapter 3: their programs against NumPy, and what they say against the package."""
import numpy as np
import pytest

from hw0 import least_squares
from hw0.figures import least_squares as figures
from hw0.figures.least_squares import fits, spaces
from hw0.figures.least_squares.gauss_markov import ANGLES, W_TRUE
from hw0.figures.least_squares.geometry import turn
from hw0.figures.least_squares.house import dots
from hw0.least_squares import conditioning, gradient_descent, low_rank, subspaces, svd
from livefig import Figure
from tests.hw0.figures.told import said
from tests.livefig.parity import parity


@pytest.mark.parametrize("factory", figures.FIGURES, ids=lambda f: f.__name__)
def test_the_page_computes_what_numpy_computes(factory):
    assert not parity(factory).dashes


def test_projection_names_the_least_squares_solution():
    w = least_squares.min_norm_solution(fitted_column(), [1.0, -1.0])
    assert f"best w: {w[0]:.2f}" in said(figures.projection, y1=1.0, y2=-1.0)


def fitted_column():
    return np.array([[2.0], [1.0]])


def test_shortest_names_the_min_norm_solution():
    w = least_squares.min_norm_solution([[1.5, -1.0]], [2.0])
    assert f"shortest w: ({w[0]:.2f}, {w[1]:.2f})".replace("-", "−") in said(figures.shortest, x1=1.5, x2=-1.0, y=2.0)


def test_turns_show_a_matrix_with_the_chosen_singular_values():
    X = turn(np.array(30.0)) @ np.diag([2.0, 0.5]) @ turn(np.array(-60.0))
    assert f"row 1 | {X[0, 0]:.2f} | {X[0, 1]:.2f}".replace("-", "−") in said(figures.turns, u=30.0, v=60.0, s1=2.0,
                                                                              ratio=0.25)
    np.testing.assert_allclose(svd.thin(X).s, [2.0, 0.5])
    states = [("rank: 1", {"ratio": 0.0}), ("rank: 0", {"s1": 0.0}), ("pressed flat", {"ratio": 0.0}),
              ("stays a circle", {"ratio": 1.0})]
    for words, at in states:
        assert words in said(figures.turns, **at)


def test_small_sigma_says_the_noise_gain_of_its_matrix():
    X = turn(np.array(-10.0)) @ np.diag([1.0, 10**-1.5]) @ turn(np.array(-35.0))
    text = said(figures.small_sigma, power=-1.5)
    assert f"it is {conditioning.noise_gain(X):.1f} times" in text
    assert f"condition number σ1/σ2: {conditioning.condition_number(X):.3g}" in text


def test_fitted_polynomials_interpolate_once_x_is_square_or_wide():
    t, y, *_ = fits.data()
    assert fits.error_at_points(10) > 1e-3
    for degree in (11, 20, 30):
        np.testing.assert_allclose(fits.basis(t, degree) @ fits.fit(degree), y, atol=1e-9)
    shortest_of_wide = [np.linalg.norm(fits.fit(degree)) for degree in range(11, 31)]
    assert np.all(np.diff(shortest_of_wide) <= 1e-9)       # a higher degree offers more polynomials to choose from


def test_units_of_the_features_change_no_tall_polynomial_and_decide_on_the_second_descent():
    _, _, grid, _ = fits.data()
    for factor in fits.FACTORS:
        for degree in range(12):
            np.testing.assert_allclose(fits.fitted(grid, degree, factor), fits.fitted(grid, degree), atol=1e-8)
    off = {factor: [fits.error_of_curve(degree, factor) for degree in range(11, 31)] for factor in fits.FACTORS}
    assert max(off[0.8][1:]) < 0.25 * off[0.8][0]           # every wide one is far below the square one
    assert off[1.25][1] < off[1.25][0] < min(off[1.25][3:])
    shown = figures.polynomial(at={"degree": 20, "unit": 4})
    assert f"{np.linalg.norm(fits.fit(20, 1.25)):.2f}" in str(shown)


def test_descent_says_where_the_steps_lead():
    X, aim = np.diag([1.0, 0.3]) @ turn(np.array(-30.0)), turn(np.array(30.0)) @ np.array([2.0, -1.0])
    w = gradient_descent.path(X, X @ aim, lr=0.1, steps=30, start=[-1.0, 2.0])[-1]
    text = said(figures.descent, ratio=0.3, lr=0.1, t=30, w1=-1.0, w2=2.0)
    assert f"w: ({w[0]:.2f}, {w[1]:.2f})".replace("-", "−") in text
    assert f"∥Xw − y∥2: {least_squares.objective(w, X, X @ aim):.4f}" in text
    assert "the start is forgotten" in text


def test_descent_tells_starts_from_which_it_ends_at_the_shortest():
    shortest = turn(np.array(30.0)) @ np.array([2.0, 0.0])
    text = said(figures.descent, w1=0.0, w2=0.0, t=60, lr=0.24)
    assert "descent ends at the shortest" in text
    assert f"w: ({shortest[0]:.2f}, {shortest[1]:.2f})" in text
    for lr, ends in ((0.98, True), (1.0, False)):
        end = next(mark for mark in figures.descent(at={"lr": lr}).spec["panels"][0]["marks"]
                   if mark.get("label") == "where it ends")
        assert np.all(np.isfinite(end["x"].value)) == ends


def test_the_house_has_all_its_parts_and_a_round_sun():
    X = dots()
    assert np.unique(X).tolist() == [0.0, 0.08, 0.3, 0.45, 0.7, 0.85, 0.9]
    sun = {(row, column) for row, column in np.argwhere(X == 0.9) - (6, 34)}
    assert len(sun) == 45 and {(column, -row) for row, column in sun} == sun
    assert (np.argwhere(X == 0.0).mean(axis=0) == (21, 21.5)).all()


def test_picture_shows_the_truncated_sum_and_says_its_errors():
    X = dots()
    for k in (0, 1, 4, 15):
        text = said(figures.picture, k=k)
        assert f"largest σ left out: {low_rank.spectral_error(svd.thin(X).s, k):.2f}" in text
        assert f"Frobenius error: {np.linalg.norm(X - low_rank.truncated(X, k)):.2f}" in text
    assert "a multiple of one and the same row" in said(figures.picture, k=1)
    assert "All of it" in said(figures.picture, k=svd.rank(X))


def test_errors_over_noise_are_those_of_the_fits_one_by_one_and_peak_where_x_is_square():
    t, _, grid, truth = fits.data()
    degrees = (3, 11, 14)
    found = fits.errors_over_noise(degrees, 60, rng=np.random.default_rng(5))
    Y = fits.curve(t)[:, None] + 0.15 * np.random.default_rng(5).normal(size=(12, 60))
    for degree, errors in zip(degrees, found, strict=True):
        w = least_squares.min_norm_solution(fits.basis(t, degree), Y[:, 7])
        np.testing.assert_allclose(errors[7], np.sqrt(np.mean((fits.basis(grid, degree) @ w - truth) ** 2)))
    low, peak, second = np.median(found, axis=1)
    assert low < second < peak


@pytest.mark.parametrize(("s1", "ratio", "rank"), [(0.0, 0.5, 0), (1.2, 0.0, 1), (1.2, 0.05, 2), (1.5, 1.0, 2)])
def test_the_four_subspaces_are_those_of_the_package_at_any_rank(s1, ratio, rank):
    w, y = np.array([1.2, 2.0]), np.array([0.6, 0.8, 2.0])
    X = (spaces.U[:, :2] * [s1, s1 * ratio]) @ turn(np.array(30.0)).T
    assert svd.rank(X) == rank
    parts = [subspaces.project(basis, vector) for basis, vector in zip(
        [getattr(subspaces.bases(X), name) for name in ("row", "null", "column", "left_null")], (w, w, y, y),
        strict=True)]
    text = said(figures.four_subspaces, s1=s1, ratio=ratio)
    for name, dimension, part in zip(("row space", "null space", "column space", "left null space"),
                                     (rank, 2 - rank, rank, 3 - rank), parts, strict=True):
        shown = next(line for line in text.splitlines() if line.startswith(name + " |")).replace("−", "-")
        assert f"| {dimension} |" in shown
        np.testing.assert_allclose(eval(shown.rpartition("| ")[2]), part, atol=0.006)
    for name, vector in (("Xw", X @ w), ("X†y", least_squares.pinv(X) @ y)):
        shown = next(line for line in text.splitlines() if line.startswith(name + ": ")).replace("−", "-")
        np.testing.assert_allclose(eval(shown.partition(": ")[2]), vector, atol=0.006)


def test_the_disc_of_a_plane_is_seen_as_the_projection_of_its_circle():
    """Every drawn point lies on the ellipse that the camera makes of the circle."""
    camera = np.array([[0.6, 0.8, 0.0], [-0.28, 0.21, 0.9]])
    fig = Figure("A disc", name="disc", xlim=(-3, 3), ylim=(-3, 3), alt="A disc in a plane through zero, seen from a "
                 "side, as an ellipse with a filled inside.")
    there, sides = fig.toggle("there", 1), camera @ spaces.U[:, 1:]
    spaces._disc(fig, sides, there == 1, "truth")
    edge = fig.spec["panels"][0]["marks"][1]
    on_circle = np.linalg.solve(sides, np.stack([edge["x"].value, edge["y"].value]))
    np.testing.assert_allclose(np.linalg.norm(on_circle, axis=0), spaces.RADIUS)


def drawn(fig):
    """Ellipse and estimates of least squares, of the rival, the truth; then two curves: places, each (2, points)."""
    return [np.stack(np.broadcast_arrays(*(getattr(mark[axis], "value", mark[axis]) for axis in "xy")))
            for panel in fig.spec["panels"] for mark in panel["marks"]]


@pytest.mark.parametrize(("t", "towards", "lam"), [(1.2, 30.0, 0.0), (-0.5, 110.0, 0.0), (0.4, 0.0, 0.6)])
def test_the_eight_outcomes_have_the_covariance_and_the_bias_that_are_drawn(t, towards, lam):
    """Points, ellipse and curve of the rival come by three ways: tosses, normals of an ellipse, a quadratic form."""
    fig = figures.gauss_markov(at={"t": t, "towards": towards, "lam": lam})
    _, _, ellipse, points, *_, curve = drawn(fig)
    C, bias = np.cov(points, bias=True), np.mean(points, axis=1) - W_TRUE
    assert (np.linalg.norm(bias) < 1e-9) == (lam == 0)
    ellipse = ellipse - (W_TRUE + bias)[:, None]
    np.testing.assert_allclose(np.sum(ellipse * np.linalg.solve(C, ellipse), axis=0), 4.0)
    c = np.stack([np.cos(np.deg2rad(curve[0])), np.sin(np.deg2rad(curve[0]))])
    np.testing.assert_allclose(curve[1] ** 2, np.sum(c * (C @ c), axis=0) + (bias @ c) ** 2)
    total = np.mean(np.sum((points - W_TRUE[:, None]) ** 2, axis=0))
    assert f"the rival's: {total:.3f}" in said(figures.gauss_markov, t=t, towards=towards, lam=lam)


def test_an_unbiased_rival_is_nowhere_better_and_as_good_where_nothing_was_added():
    for towards in (0.0, 45.0, 135.0):
        *_, (_, best), (_, rival) = drawn(figures.gauss_markov(at={"t": 1.0, "towards": towards}))
        assert np.all(rival >= best - 1e-12)
        assert np.rad2deg(ANGLES[np.argmin(rival / best)]) == pytest.approx((towards + 90) % 180)
