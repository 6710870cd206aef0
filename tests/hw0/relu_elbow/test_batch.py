"""hw0.relu_elbow.batch: one step on several points, against differences, the normal equations and single points."""
import numpy as np
import pytest
from numpy.testing import assert_allclose

from hw0 import relu_elbow as r
from hw0.relu_elbow import batch, relu_network

RUNS, M = 300, 4


@pytest.fixture
def drawn():
    """Units w, b (300,), points x, residuals delta (300, 4), rates lr (300,)."""
    rng = np.random.default_rng(0)
    w, b = rng.normal(size=(2, RUNS))
    x, y = rng.normal(size=(2, RUNS, M))
    return w, b, x, r.unit(w[:, None], b[:, None], x) - y, rng.uniform(0.05, 2, RUNS)


def test_the_step_goes_down_the_mean_loss_by_central_differences(drawn):
    w, b, x, delta, lr = drawn
    y, h = r.unit(w[:, None], b[:, None], x) - delta, 1e-6

    def loss(w, b):
        return np.mean(r.loss(r.unit(w[:, None], b[:, None], x), y), axis=1)

    smooth = np.all(np.abs(w[:, None] * x + b[:, None]) > h * (1 + np.abs(x)), axis=1)
    new = batch.step(w, b, x, delta, lr=lr)
    assert np.mean(smooth) > 0.99
    assert_allclose(((w - new.w) / lr)[smooth], ((loss(w + h, b) - loss(w - h, b)) / (2 * h))[smooth], atol=1e-8)
    assert_allclose(((b - new.b) / lr)[smooth], ((loss(w, b + h) - loss(w, b - h)) / (2 * h))[smooth], atol=1e-8)


def test_both_lines_pass_through_the_pivot(drawn):
    w, b, x, delta, lr = drawn
    new, p = batch.step(w, b, x, delta, lr=lr), batch.pivot(w, b, x, delta)
    moves = ~np.isnan(p)
    assert np.mean(moves) > 0.7         # the other units sleep at all four points
    scale = (np.abs(w * p) + np.abs(b))[moves]
    assert np.max(np.abs(new.w * p + new.b - (w * p + b))[moves] / scale) < 1e-12
    e, e_new = r.elbow(w, b), r.elbow_or_nan(*new)
    assert_allclose((new.w * (e_new - p))[moves], (w * (e - p))[moves], rtol=1e-7, atol=1e-10)


def test_sleeping_points_do_not_choose():
    x, delta = np.array([-3.0, 1.0, 2.0]), np.array([9.0, 1.0, 2.0])
    assert batch.pivot(1.0, 0.0, x, delta) == batch.pivot(1.0, 0.0, x[1:], delta[1:]) == -3 / 5
    assert batch.pivot(1.0, 5.0, x, delta) != batch.pivot(1.0, 0.0, x, delta)
    asleep = batch.step(1.0, -9.0, x, delta, lr=0.5)
    assert asleep == (1.0, -9.0) and np.isnan(batch.pivot(1.0, -9.0, x, delta))


def test_one_point_is_the_step_of_one_point(drawn):
    w, b, x, delta, lr = drawn
    one = batch.step(w, b, x[:, :1], delta[:, :1], lr=lr)
    assert_allclose(one, r.residual_step(w, b, x[:, 0], delta[:, 0], lr=lr), rtol=1e-14)
    active = w * x[:, 0] + b > 0
    assert_allclose(batch.pivot(w, b, x[:, :1], delta[:, :1])[active], r.fixed_point(x[:, 0])[active], rtol=1e-14)


@pytest.mark.parametrize("lr", [0.5, 2.0])
def test_without_a_pivot_the_line_shifts(lr):
    """Powers of two, so that the sum of delta x is exactly 0."""
    x, delta = [-1.0, 1.0], [1.0, 1.0]
    assert np.isnan(batch.pivot(0.5, 4.0, x, delta))
    assert batch.step(0.5, 4.0, x, delta, lr=lr) == (0.5, 4.0 - lr)


def test_a_level_line_has_lost_its_elbow_but_not_its_pivot():
    x, delta = [1.0, 3.0], [1.0, 1.0]
    new = batch.step(2.0, 1.0, x, delta, lr=1.0)
    assert new == (0.0, 0.0)
    assert np.isnan(r.elbow_or_nan(*new))
    assert batch.pivot(2.0, 1.0, x, delta) == -0.5 == r.elbow(2.0, 1.0)


def test_the_least_squares_line_of_the_active_points_is_at_rest():
    rng = np.random.default_rng(3)
    x = rng.uniform(1, 3, 6)
    y = 2 * x + 1 + 0.1 * rng.normal(size=6)
    w, b = np.linalg.lstsq(np.column_stack([x, np.ones(6)]), y, rcond=None)[0]
    assert np.all(w * x + b > 0)
    assert_allclose(batch.step(w, b, x, w * x + b - y, lr=1.0), (w, b), rtol=1e-12)


def test_units_of_a_network_that_feel_the_same_points_have_one_pivot():
    rng = np.random.default_rng(5)
    x = rng.uniform(0.5, 2, 5)
    W1, b, W2 = rng.uniform(0.5, 2, 3), rng.uniform(0.5, 2, 3), rng.normal(size=3)
    residual = relu_network.predict((W1, b, W2), x) - rng.normal(size=5)
    p = batch.pivot(W1, b, x, residual * W2[:, None])
    assert_allclose(p, -np.sum(residual) / np.sum(residual * x), rtol=1e-12)


def test_bad_input_is_refused():
    with pytest.raises(ValueError, match="lr must be positive"):
        batch.step(1.0, 1.0, [1.0], [1.0], lr=0)
    with pytest.raises(ValueError, match="do not broadcast"):
        batch.pivot(1.0, 1.0, [1.0, 2.0], [1.0, 2.0, 3.0])
