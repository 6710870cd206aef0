"""hw0.relu_elbow: one unit, its gradients, and the law of its elbow."""
import re

import numpy as np
import pytest
from numpy.testing import assert_allclose, assert_array_equal

from hw0 import relu_elbow as r


@pytest.fixture
def steps():
    """1,000 random units, training inputs, residuals and learning rates: w, b, x, delta, lr."""
    rng = np.random.default_rng(0)
    return (*rng.normal(size=(4, 1000)), rng.uniform(0.01, 4, 1000))


def active(w, b, x):
    return w * x + b > 0


def test_unit_vanishes_on_one_side_of_its_elbow_and_is_the_line_on_the_other():
    rng = np.random.default_rng(1)
    w, b, far = rng.normal(size=(3, 500))
    e = r.elbow(w, b)
    on = e + np.sign(w) * np.abs(far)
    off = e - np.sign(w) * np.abs(far)
    assert_allclose(r.unit(w, b, on), w * (on - e), rtol=1e-9, atol=1e-12)
    assert_allclose(r.unit(w, b, off), 0, atol=1e-12)


def test_convention_at_the_kink_is_zero():
    assert r.relu_grad(0.0) == 0 and r.relu_grad(-0.0) == 0 and r.relu_grad(5e-324) == 1
    assert r.dloss_dw(1.0, -2.0, 2.0, 7.0) == 0 and r.dloss_db(1.0, -2.0, 2.0, 7.0) == 0


@pytest.mark.parametrize("gradient, moved", [(r.dloss_dw, (1, 0)), (r.dloss_db, (0, 1))])
def test_gradients_agree_with_central_differences(gradient, moved):
    rng = np.random.default_rng(2)
    w, b, x, y = rng.normal(size=(4, 1000))
    h = 1e-6 * np.array(moved)[:, None]
    rise = r.loss(r.unit(w + h[0], b + h[1], x), y) - r.loss(r.unit(w - h[0], b - h[1], x), y)
    smooth = np.abs(w * x + b) > 1e-6 * (1 + np.abs(x))
    assert smooth.sum() > 990
    assert_allclose(rise[smooth] / 2e-6, gradient(w, b, x, y)[smooth], atol=1e-8)


def test_residual_is_the_slope_of_the_loss():
    phi, y = np.random.default_rng(3).normal(size=(2, 100))
    assert_allclose(r.loss(phi + 0.5, y) - r.loss(phi - 0.5, y), r.dloss_dphi(phi, y))


def test_sgd_step_follows_the_gradients(steps):
    w, b, x, y, lr = steps
    new = r.sgd_step(w, b, x, y, lr=lr)
    assert_array_equal(new.w, w - lr * r.dloss_dw(w, b, x, y))
    assert_array_equal(new.b, b - lr * r.dloss_db(w, b, x, y))


def test_inactive_units_do_not_move(steps):
    w, b, x, delta, lr = (v[~active(*steps[:3])] for v in steps)
    new = r.residual_step(w, b, x, delta, lr=lr)
    assert len(w) > 100
    assert_array_equal(new, (w, b))
    assert set(r.direction(w, b, x, delta, lr=lr)) == {"stays"}


def test_every_step_keeps_the_line_at_the_fixed_point(steps):
    w, b, x, delta, lr = steps
    new = r.residual_step(w, b, x, delta, lr=lr)
    fixed = r.fixed_point(x)
    assert_allclose(new.w * fixed + new.b, w * fixed + b, rtol=1e-9, atol=1e-9)


def test_law_of_the_elbow_for_any_residual_and_rate(steps):
    w, b, x, delta, lr = (v[active(*steps[:3])] for v in steps)
    e, new = r.elbow(w, b), r.residual_step(w, b, x, delta, lr=lr)
    e_new = r.moved_elbow(w, b, x, delta, lr=lr)
    assert np.any(w * new.w < 0) and np.any(w * new.w > 0)
    assert_allclose(new.w * (e_new + 1 / x), w * (e + 1 / x), rtol=1e-9, atol=1e-12)
    assert_allclose(new.w * (e_new - e), lr * delta * (1 + e * x), rtol=1e-9, atol=1e-12)


def test_step_at_x_zero_shifts_the_elbow():
    assert_allclose(r.moved_elbow(2.0, 1.0, 0.0, 3.0, lr=0.5), -0.5 + 0.5 * 3.0 / 2.0)
    with pytest.raises(ValueError, match="x must not be 0: the step shifts the line"):
        r.fixed_point([1.0, 0.0])


def test_direction_is_the_sign_of_the_move(steps):
    w, b, x, delta, lr = steps
    d = r.moved_elbow(w, b, x, delta, lr=lr) - r.elbow(w, b)
    words = r.direction(w, b, x, delta, lr=lr)
    assert {"left", "right", "stays"} == set(words)
    assert_array_equal(words, np.where(~active(w, b, x), "stays", np.where(d > 0, "right", "left")))


@pytest.mark.parametrize("w, b, x, lr, word", [
    (1, 0.5, 1, 0.25, "right"), (1, 2, 1, 0.25, "left"), (1, 1, 1, 0.25, "stays"),
    (1, 2, 1, 1, "gone"), (1, 1, 1, 1, "gone"), (1, 0.5, 1, 3, "left"), (1, 2, 1, 3, "right"), (1, 1, 1, 3, "stays")])
def test_case_ii_with_both_positive_has_four_answers(w, b, x, lr, word):
    assert r.direction(w, b, x, lr=lr) == word
    assert np.isnan(r.moved_elbow(w, b, x, lr=lr)) == (word == "gone")


def test_zero_is_not_written_as_minus_zero():
    assert not np.signbit(r.elbow(2.0, 0.0)) and not np.signbit(r.elbow(-2.0, 0.0))


def test_scalars_give_scalars_and_words_are_text():
    assert np.shape(r.elbow(1, 2)) == () and type(r.direction(1, 2, 1, lr=0.1)) is str
    assert r.direction([1, 1], 2, 1, lr=0.1).tolist() == ["left", "left"]


@pytest.mark.parametrize("call, error, words", [
    (lambda: r.elbow(0, 1), ValueError, "w must not be 0: the unit is constant and has no elbow."),
    (lambda: r.elbow([1, 0], 1), ValueError, "w must not be 0"),
    (lambda: r.direction(0, 1, 1, lr=1), ValueError, "w must not be 0"),
    (lambda: r.moved_elbow(0, 1, 1, lr=1), ValueError, "w must not be 0"),
    (lambda: r.sgd_step(1, 1, 1, 1, lr=0), ValueError, "lr must be positive; got 0."),
    (lambda: r.residual_step(1, 1, 1, 1, lr=-1), ValueError, "lr must be positive; got -1."),
    (lambda: r.direction(1, 1, 1, lr=np.nan), ValueError, "lr must be finite"),
    (lambda: r.unit("1", 1, 1), TypeError, "w must be a real number"),
    (lambda: r.unit(1, 1, 1j), TypeError, "x must be a real number or an array of real numbers; got complex numbers."),
    (lambda: r.dloss_dw([1, 2], [1, 2, 3], 1, 1), ValueError, "w (2,), b (3,)"),
    (lambda: r.relu(np.inf), ValueError, "z must be finite; got inf."),
])
def test_bad_input_gets_an_error_that_says_what_to_do(call, error, words):
    with pytest.raises(error, match=re.escape(words)):
        call()


def test_an_elbow_on_the_training_point_stays():
    assert r.direction(2.0, -2.0, 1.0, lr=0.1) == "stays"
    assert r.direction(-2.0, 2.0, 1.0, lr=0.1) == "stays"
