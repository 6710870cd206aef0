"""hw0.relu_elbow.unit_path: against differences, the plain step, the optimizer of the networks, the loss along rays."""
import numpy as np
import pytest
from numpy.testing import assert_allclose, assert_array_equal

from hw0 import relu_elbow
from hw0.networks import optimizers
from hw0.relu_elbow import unit_path

RUNS, M = 300, 3


@pytest.fixture
def drawn():
    """Units w, b (300,) and points x, y (300, 3), on both sides of zero."""
    rng = np.random.default_rng(0)
    w, b = rng.normal(size=(2, RUNS))
    x, y = rng.normal(size=(2, RUNS, M))
    x[:, 0], x[:, 1] = -np.abs(x[:, 0]), np.abs(x[:, 1])
    return w, b, x, y


@pytest.mark.parametrize("decay", [0.0, 0.7])
@pytest.mark.parametrize("leak", [0.0, 0.2, 1.0])
def test_the_first_step_goes_down_the_loss_of_its_point_by_central_differences(drawn, decay, leak):
    w, b, x, y = drawn
    x, y, h, lr = x[:, :1], y[:, :1], 1e-6, 0.5
    new, velocity = unit_path.step((w, b), (0.0, 0.0), x[:, 0], y[:, 0], lr=lr, momentum=0.9, decay=decay, leak=leak)

    def loss(w, b):
        return unit_path.loss(w, b, x, y, decay=decay, leak=leak)

    smooth = np.abs(w * x[:, 0] + b) > h * (1 + np.abs(x[:, 0]))
    assert np.mean(smooth) > 0.99
    assert_allclose(((w - new.w) / lr)[smooth], ((loss(w + h, b) - loss(w - h, b)) / (2 * h))[smooth], atol=1e-8)
    assert_allclose(((b - new.b) / lr)[smooth], ((loss(w, b + h) - loss(w, b - h)) / (2 * h))[smooth], atol=1e-8)
    assert_allclose(velocity, np.array(new) - [w, b], atol=1e-12)


def test_without_switches_every_step_is_the_plain_step_and_lies_along_x_1(drawn):
    w, b, x, y = drawn
    way = unit_path.path(w, b, x, y, steps=7, lr=0.1)
    assert way.w.shape == (8, RUNS)
    for k in range(7):
        at = k % M
        plain = relu_elbow.sgd_step(way.w[k], way.b[k], x[:, at], y[:, at], lr=0.1)
        assert_allclose([way.w[k + 1], way.b[k + 1]], plain, rtol=1e-12, atol=1e-14)
        assert_allclose(way.w[k + 1] - way.w[k], x[:, at] * (way.b[k + 1] - way.b[k]), atol=1e-13)


@pytest.mark.parametrize("momentum", [0.0, 0.9])
def test_momentum_is_that_of_the_networks(momentum):
    x, y, p = np.array([-1.0, 0.5, 1.5]), np.array([1.5, 0.5, 2.0]), np.array([0.4, 0.9])
    rule, way = optimizers.Momentum(0.1, mu=momentum), unit_path.path(*p, x, y, steps=9, lr=0.1, momentum=momentum,
                                                                     decay=0.3, leak=0.2)
    for k in range(9):
        z = p[0] * x[k % M] + p[1]
        a = 1.0 if z > 0 else 0.2
        rule.update(p, (a * z - y[k % M]) * a * np.array([x[k % M], 1.0]) + 0.3 * np.array([p[0], 0.0]))
        assert_allclose([way.w[k + 1], way.b[k + 1]], p, rtol=1e-12)


@pytest.mark.parametrize("decay", [0.0, 0.4])
@pytest.mark.parametrize("leak", [0.0, 0.3])
def test_the_loss_has_its_level_at_both_radii_and_is_a_parabola_between(decay, leak):
    x, y, angle = np.array([-1.0, 0.5, 1.5]), np.array([1.5, 0.5, 2.0]), np.linspace(0, 2 * np.pi, 60)
    levels = np.array([[0.2], [0.8], [1.6]])
    r = unit_path.level_radii(angle, x, y, levels, decay=decay, leak=leak)
    met = np.isfinite(r)
    at, wanted = np.broadcast_to(angle, r.shape)[met], np.broadcast_to(levels, r.shape)[met]
    assert met.sum() > 50
    assert_allclose(unit_path.loss(r[met] * np.cos(at), r[met] * np.sin(at), x, y, decay=decay, leak=leak), wanted,
                    rtol=1e-9)
    assert np.all(np.diff(r, axis=0)[:, met.all(axis=0)] >= 0)
    along = np.array([unit_path.loss(s * np.cos(angle), s * np.sin(angle), x, y, decay=decay, leak=leak)
                      for s in range(5)])
    assert_allclose(np.diff(along, n=3, axis=0), 0, atol=1e-12)


def test_a_closed_contour_differs_by_single_points_where_the_loss_of_their_ray_is_least():
    x, y, angle = np.array([-1.0, 0.5, 1.5]), np.array([1.5, 0.5, 2.0]), np.linspace(0, 2 * np.pi, 61)
    for level in (0.1, 0.2):
        bare = unit_path.level_radii(angle, x, y, level)
        closed = unit_path.level_radii(angle, x, y, level, closing=angle[1])
        new = np.isnan(bare[0]) & ~np.isnan(closed[0])
        assert 2 <= new.sum() <= 8
        assert_array_equal(closed[:, ~new], bare[:, ~new])
        assert_array_equal(*closed[:, new])
        for at, r in zip(angle[new], closed[0, new], strict=True):
            losses = unit_path.loss((r + np.array([-1e-3, 0, 1e-3])) * np.cos(at),
                                    (r + np.array([-1e-3, 0, 1e-3])) * np.sin(at), x, y)
            assert losses[1] == np.min(losses) > level


def test_a_dead_unit_moves_with_a_leak_and_not_without(drawn):
    w, b, x, y = drawn
    b = b - 5
    asleep = unit_path.dead(w, b, x)
    assert asleep.sum() > 50
    plain, leaky = (unit_path.path(w, b, x, y, steps=6, lr=0.1, leak=leak) for leak in (0.0, 0.1))
    assert_array_equal(plain.w[:, asleep], np.broadcast_to(w[asleep], (7, asleep.sum())))
    assert np.all(leaky.w[1, asleep] != w[asleep])


def test_with_points_on_both_sides_decay_alone_wakes_nobody_and_with_points_on_one_side_it_can(drawn):
    w, b, x, y = drawn
    asleep = unit_path.dead(w, b - 2, x)
    way = unit_path.path(w, b - 2, x, y, steps=200, lr=0.5, decay=0.5)
    assert np.all(b[asleep] <= 2)
    assert np.all(unit_path.dead(way.w, way.b, x)[:, asleep])
    one_side = unit_path.path(-3.0, 1.0, [1.0, 2.0], [1.0, 1.0], steps=60, lr=0.5, decay=0.2)
    assert unit_path.dead(one_side.w[0], one_side.b[0], [1.0, 2.0])
    assert not unit_path.dead(one_side.w[-1], one_side.b[-1], [1.0, 2.0])


@pytest.mark.parametrize("share", [0.1, 0.7, 1.0])
def test_steps_on_one_point_end_at_the_foot_of_the_unit_on_the_valley(drawn, share):
    w, b, x, y = drawn
    x, y = x[:, 2], np.abs(y[:, 2])
    way = unit_path.path(w, b, x[:, None], y[:, None], steps=400, lr=share / (1 + x**2))
    foot = unit_path.valley_foot(w, b, x, y)
    assert_allclose([way.w[-1], way.b[-1]], foot, atol=1e-12)
    felt = w * x + b > 0
    assert 100 < felt.sum() < 200
    assert_array_equal([foot.w[~felt], foot.b[~felt]], [w[~felt], b[~felt]])
    assert_allclose((foot.w * x + foot.b)[felt], y[felt])


def test_no_unit_of_the_valley_is_nearer_than_the_foot():
    w, b, x, y = -0.5, 2.0, 1.5, 3.0
    foot = unit_path.valley_foot(w, b, x, y)
    weights = np.linspace(-5, 5, 10_001)
    distances = np.hypot(weights - w, y - weights * x - b)
    assert_allclose(weights[np.argmin(distances)], foot.w, atol=1e-3)
    assert distances.min() >= np.hypot(foot.w - w, foot.b - b) - 1e-12
    with pytest.raises(ValueError, match="y must be positive"):
        unit_path.valley_foot(w, b, x, 0.0)


@pytest.mark.parametrize("given, says", [
    ({"lr": 0.0}, "lr must be positive"), ({"momentum": 1.0}, "momentum must lie in"), ({"momentum": -0.1}, "momentum"),
    ({"decay": -1.0}, "decay must not be negative"), ({"leak": 1.5}, "leak must lie in"), ({"steps": 0}, "steps"),
    *((wrong, "m points each") for wrong in ({"x": [1.0, 2.0]}, {"y": [1.0, 2.0]}, {"x": 1.0, "y": 1.0}))])
def test_bad_input_is_refused(given, says):
    with pytest.raises(ValueError, match=says):
        unit_path.path(1.0, 1.0, **{"x": [1.0], "y": [1.0], "steps": 1, "lr": 0.1, **given})
