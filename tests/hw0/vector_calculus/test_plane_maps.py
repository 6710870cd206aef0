import numpy as np
import pytest
from numpy.testing import assert_allclose

from hw0.vector_calculus import gradcheck, plane_maps
from hw0.vector_calculus.plane_maps import MAPS

NAMED = pytest.mark.parametrize("plane_map", MAPS, ids=lambda m: m.name)
POINTS = np.random.default_rng(0).uniform(-2, 2, (2, 20))


@NAMED
def test_jacobians_agree_with_central_differences(plane_map):
    for x in POINTS.T:
        numeric = gradcheck.central_differences(plane_map.f, x)
        assert gradcheck.relative_error(plane_map.jacobian(x), numeric) < 1e-9


@NAMED
def test_many_points_give_what_single_points_give(plane_map):
    values, jacobians = plane_map.f(POINTS), plane_map.jacobian(POINTS)
    assert values.shape == (2, 20)
    assert jacobians.shape == (2, 2, 20)
    for k, x in enumerate(POINTS.T):
        assert_allclose(values[:, k], plane_map.f(x))
        assert_allclose(jacobians[..., k], plane_map.jacobian(x))


@NAMED
def test_the_gap_to_the_linear_map_shrinks_with_the_square_of_the_radius(plane_map):
    x, angle = np.array([0.8, 0.7]), np.linspace(0, 2 * np.pi, 61)
    circle = np.stack([np.cos(angle), np.sin(angle)])

    def gap(r):
        return np.max(np.abs(plane_map.f(x[:, None] + r * circle) - plane_map.f(x)[:, None] - r * plane_map.jacobian(x)
                             @ circle))

    if plane_map.f is plane_maps.shear:
        assert gap(0.1) < 1e-15
    else:
        assert gap(0.02) / gap(0.01) == pytest.approx(4, rel=0.05)


def test_determinants_are_those_of_the_docstrings():
    r, t = 1.7, 0.4
    assert np.linalg.det(plane_maps.d_polar([r, t])) == pytest.approx(r)
    assert np.linalg.det(plane_maps.d_half_square([3.0, 4.0])) == pytest.approx(25)
    assert np.linalg.det(plane_maps.d_fold([5.0, 0.0])) == 0


@pytest.mark.parametrize("J", [*np.random.default_rng(0).standard_normal((10, 2, 2)), np.zeros((2, 2)), np.eye(2),
                               np.ones((2, 2)), np.diag([3.0, 0.0]), [[0.0, -1.0], [1.0, 0.0]]])
def test_stretches_are_the_singular_values(J):
    assert_allclose(plane_maps.stretches(J), np.linalg.svd(J, compute_uv=False), rtol=1e-12, atol=1e-15)


@pytest.mark.parametrize(("call", "says"), [
    (lambda: plane_maps.polar(1.0), r"x must have shape \(2,\) or \(2, m\)"),
    (lambda: plane_maps.d_fold(np.ones((3, 2))), r"got \(3, 2\)"),
    (lambda: plane_maps.stretches(np.ones((2, 3))), r"J must have shape \(2, 2\) or \(2, 2, m\); got"),
    (lambda: plane_maps.polar(np.ones((2, 2, 2))), r"got \(2, 2, 2\)"),
    (lambda: plane_maps.shear([np.nan, 1.0]), "x must be finite"),
])
def test_bad_input_is_told_what_is_wrong(call, says):
    with pytest.raises(ValueError, match=says):
        call()
