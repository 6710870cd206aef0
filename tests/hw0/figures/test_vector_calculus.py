"""The live figures of chapter 2: parity with NumPy, and that they show what they say."""
import numpy as np
import pytest
from numpy.testing import assert_allclose

from hw0 import vector_calculus
from hw0.figures.vector_calculus import FIGURES, jacobian, newton, quadratic, row
from hw0.figures.vector_calculus.newton import CENTRE
from hw0.figures.vector_calculus.step import COMPLEX_FLOOR, STEPS, coarse, complex_errors
from hw0.vector_calculus.plane_maps import MAPS
from hw0.vector_calculus.step_size import EXAMPLES
from livefig.formulas import flat
from tests.hw0.figures.told import readout
from tests.livefig.parity import parity


@pytest.mark.parametrize("factory", FIGURES, ids=lambda f: f.__name__)
def test_every_number_and_sentence_agrees_with_the_page(factory):
    with np.errstate(all="ignore"):
        assert not parity(factory).dashes


def drawn(fig, label, panel=0):
    """The coordinates (2, n) of the mark with this label."""
    mark = next(m for m in fig.spec["panels"][panel]["marks"] if flat(m.get("label", "")) == flat(label))
    return np.stack([np.ravel(mark[axis].value) for axis in "xy"])


def test_the_level_lines_of_the_row_lie_at_whole_heights():
    fig = row(at={"c1": -1.5, "c2": 0.7})
    points = drawn(fig, r"level lines of $c^\top v$")
    heights = np.array([-1.5, 0.7]) @ points
    heights = heights[np.isfinite(heights)]
    assert_allclose(heights, np.rint(heights), atol=1e-12)
    assert len(np.unique(np.rint(heights))) == 33


@pytest.mark.parametrize("entries", [(1.0, 1.5, -0.5, 1.0), (1.0, 2.0, 0.0, -1.0), (-1.0, 0.0, 0.0, -2.0)])
@pytest.mark.parametrize("symmetric", [0, 1])
def test_contours_have_the_value_that_they_stand_for(entries, symmetric):
    A, x = np.reshape(entries, (2, 2)), np.array([1.2, 0.6])
    with np.errstate(all="ignore"):
        fig = quadratic(at={"sym": symmetric, **dict(zip(("a11", "a12", "a21", "a22"), entries, strict=True))})
    through, others = (drawn(fig, label) for label in (r"contour of $x^\top A x$ through $x$", "contours 1 apart"))
    for points, off in ((through, {0}), (others, {-4, -3, -2, -1, 1, 2, 3, 4})):
        points = points[:, np.all(np.isfinite(points), axis=0)]
        found = np.sum(points * (A @ points), axis=0) - vector_calculus.quadratic(A, x)
        assert len(found) > 100
        assert_allclose(found, np.rint(found), atol=1e-4)
        assert set(np.rint(found).astype(int)) <= off


def test_the_level_lines_of_the_derivative_are_those_of_the_row():
    A, x = np.array([[1.0, 1.5], [-0.5, 1.0]]), np.array([1.2, 0.6])
    lines = drawn(quadratic(), "level lines of the row, 1 apart") - x[:, None]
    lines = lines[:, np.isfinite(lines[0])]
    heights = (vector_calculus.d_quadratic(A, x) @ lines)[0]
    assert_allclose(heights, np.repeat([-4, -3, -2, -1, 1, 2, 3, 4], 2), atol=1e-12)


def test_the_symmetric_part_changes_one_arrow_and_nothing_else():
    whole, part = quadratic(), quadratic(at={"sym": 1})
    for label in (r"$x^\top A x$", r"$x^\top(A + A^\top)$"):
        assert readout(whole, label) == readout(part, label)
    assert readout(whole, r"$2x^\top A$") != readout(part, r"$2x^\top A$") == readout(part, r"$x^\top(A + A^\top)$")


@pytest.mark.parametrize("k", range(len(MAPS)), ids=lambda k: MAPS[k].name)
def test_the_ellipse_is_the_jacobian_times_the_circle(k):
    at = {"map": k, "x1": 1.0, "x2": 0.5, "r": 0.2}
    fig, x = jacobian(at=dict(at)), np.array([1.0, 0.5])
    circle = drawn(fig, "f(x) + J · circle", panel=1)
    steps = np.linalg.solve(MAPS[k].jacobian(x), circle - MAPS[k].f(x)[:, None])
    assert_allclose(np.hypot(*steps), 0.2, rtol=1e-5)
    assert_allclose(drawn(fig, "image of the circle under f", panel=1), MAPS[k].f(x[:, None] + steps), rtol=1e-9,
                    atol=1e-12)


@pytest.mark.parametrize("noise", [-2.0**-51, 0.0, 2.0**-51])
def test_the_last_bits_of_complex_products_do_not_change_the_table(noise):
    """The cells are so coarse that a machine whose complex products round otherwise writes the same page."""
    table = complex_errors()
    assert table.shape == (len(EXAMPLES), len(STEPS))
    assert np.isnan(table[3]).all()
    for e, errors in zip(EXAMPLES, table[:3], strict=False):
        assert errors.min() == COMPLEX_FLOOR < 1e-2 < errors.max()
        measured = np.array([abs(np.imag(e.f(e.x + 1j * h)) / h - e.derivatives[1]) for h in STEPS])
        assert_allclose(coarse(measured + noise), errors, rtol=1e-12)


def test_newton_says_the_hessian_and_where_both_steps_end():
    c, s = np.cos(0.5), np.sin(0.5)
    turn, x = np.array([[c, -s], [s, c]]), np.array([1.0, -2.0])
    H = turn @ np.diag([1.2, 0.5]) @ turn.T
    fig = newton(at={"one": 1.2, "two": 0.5, "x1": 1.0, "x2": -2.0, "lr": 0.4})
    away = x - CENTRE
    here, descended = 1 + away @ H @ away / 2, 1 + (away - 0.4 * H @ away) @ H @ (away - 0.4 * H @ away) / 2
    text = readout(fig, "f at x, after the gradient step, after Newton's")
    assert text == f"{here:.2f}, {descended:.2f}, {1:.2f}"
    assert f"row 1 | {H[0, 0]:.2f} | {H[0, 1]:.2f}" in str(fig)
