"""hw0.relu_elbow.relu_network: a network of units, its elbows before and after a step, and a training run."""
import re

import numpy as np
import pytest
from numpy.testing import assert_allclose, assert_array_equal

from hw0 import relu_elbow
from hw0.relu_elbow import fates
from hw0.relu_elbow import relu_network as n


@pytest.fixture
def net():
    return n.initial(7, rng=np.random.default_rng(0))


def test_prediction_is_the_weighted_sum_of_the_units(net):
    x = np.linspace(-3, 3, 50)
    by_hand = sum(v * relu_elbow.unit(w, b, x) for w, b, v in zip(*net, strict=True))
    assert_allclose(n.predict(net, x), by_hand)
    assert_allclose(n.predict(net, x[3]), by_hand[3])
    assert n.hidden(net, x).shape == (50, 7) and n.hidden(net, 0.5).shape == (7,)


def test_step_agrees_with_central_differences_of_the_loss(net):
    x, y, lr, h = 0.3, 2.0, 0.5, 1e-6
    new = n.sgd_step(net, x, y, lr=lr)
    for k, (before, after) in enumerate(zip(net, new, strict=True)):
        for i in range(7):
            up, down = ([p.copy() for p in net] for _ in range(2))
            up[k][i] += h
            down[k][i] -= h
            slope = (relu_elbow.loss(n.predict(up, x), y) - relu_elbow.loss(n.predict(down, x), y)) / (2 * h)
            assert_allclose(after[i], before[i] - lr * slope, atol=1e-8)


def test_moved_elbows_obey_the_law_of_one_unit_with_the_same_fixed_point(net):
    x, y, lr = 0.7, -1.0, 0.3
    active = net.W1 * x + net.b > 0
    e, e_new = n.elbows(net.W1, net.b), n.moved_elbows(*net, x, y, lr=lr)
    w_new = n.sgd_step(net, x, y, lr=lr).W1
    assert 0 < active.sum() < 7
    assert_array_equal(e_new[~active], e[~active])
    assert_allclose(e_new[active] + 1 / x, (net.W1 / w_new * (e + 1 / x))[active])
    delta = (n.predict(net, x) - y) * net.W2
    assert_allclose(e_new, relu_elbow.moved_elbow(net.W1, net.b, x, delta, lr=lr))


def test_a_unit_whose_slope_becomes_zero_has_no_elbow():
    assert np.isnan(n.moved_elbows([1.0], [0.0], [1.0], 1.0, 0.0, lr=1.0)[0])
    assert_array_equal(n.elbows([0.0, 2.0], [1.0, 1.0]), [np.nan, -0.5])


def test_dead_units_are_those_no_training_point_reaches():
    net = ([1.0, 1.0, -1.0], [-3.0, 0.0, -3.0], [1.0, 1.0, 1.0])
    assert_array_equal(n.dead(net, np.linspace(-2, 2, 9)), [True, False, True])
    assert_array_equal(n.dead(net, 4.0), [False, False, True])


def test_initial_elbows_lie_in_the_span_and_outputs_are_of_order_one():
    net = n.initial(10_000, rng=np.random.default_rng(2), span=3.0)
    e = n.elbows(net.W1, net.b)
    assert np.all(np.abs(e) < 3) and abs(np.mean(e)) < 0.1
    assert_allclose([np.std(net.W1), np.std(net.W2) * 100], 1, atol=0.05)


def test_training_sees_every_point_once_an_epoch_and_is_reproducible():
    net, x = n.initial(4, rng=np.random.default_rng(3)), np.linspace(-1, 1, 10)
    run = [n.train(net, x, np.sin(x), lr=0.1, epochs=3, rng=np.random.default_rng(4)) for _ in range(2)]
    assert run[0].b.shape == (31, 4)
    assert_array_equal(run[0].b, run[1].b)
    assert_array_equal(run[0].b[0], net.b)
    by_hand = net
    for k in np.random.default_rng(4).permutation(10):
        by_hand = n.sgd_step(by_hand, x[k], np.sin(x[k]), lr=0.1)
    assert_array_equal(run[0].W2[10], by_hand.W2)
    every = n.train(net, x, np.sin(x), lr=0.1, epochs=3, rng=np.random.default_rng(4), every=5)
    assert_array_equal(every.W1, run[0].W1[::5])


NET = n.Network([1.0, 2.0], [1.0, 1.0], [1.0, 1.0])


@pytest.mark.parametrize("call, error, words", [
    (lambda: n.elbows([[1.0], [2.0]], [1, 2]), ValueError, "W1 must have shape (h,); got (2, 1). Use W1.ravel()."),
    (lambda: n.elbows([1.0, 2.0], [1.0]), ValueError, "b must have shape (2,); got (1,)."),
    (lambda: n.moved_elbows([1.0], [1.0], [1.0, 2.0], 1, 1, lr=0.1), ValueError, "W2 must have shape (1,); got (2,)."),
    (lambda: n.moved_elbows([1.0], [1.0], [1.0], 1, 1, lr=0), ValueError, "lr must be positive"),
    (lambda: n.moved_elbows([1.0], [1.0], ["a"], 1, 1, lr=1), TypeError, "W2 must be a real number"),
    (lambda: n.train(n.initial(3, rng=np.random.default_rng(0)), [1, 2], [1], lr=0.1, epochs=1, rng=None), ValueError,
     "y must have shape (2,); got (1,)."),
    (lambda: n.sgd_step(NET, [1.0, 2.0], 1.0, lr=0.1), ValueError, "x must be a number"),
    (lambda: n.sgd_step(NET, 1.0, [1.0], lr=0.1), ValueError, "y must be a number"),
    (lambda: n.sgd_step(NET, 1.0, 1.0, lr=[0.1, 0.2]), ValueError, "lr must be a number"),
    (lambda: n.train(NET, [1.0], [1.0], lr=0.1, epochs=0, rng=np.random.default_rng(0)), ValueError,
     "epochs must be a whole number >= 1"),
    (lambda: n.train(NET, [1.0], [1.0], lr=0.1, epochs=1, every=0, rng=np.random.default_rng(0)), ValueError,
     "every must be a whole number >= 1"),
    (lambda: n.train(NET, [1.0], [1.0], lr=0.1, epochs=1, rng=0), TypeError, "default_rng"),
])
def test_bad_input_gets_an_error_that_says_what_to_do(call, error, words):
    with pytest.raises(error, match=re.escape(words)):
        call()


def test_a_run_that_diverges_says_so():
    rng, x = np.random.default_rng(6), np.linspace(-2, 2, 41)
    with pytest.raises(ValueError, match=r"the run diverges at step .*: use a learning rate below 0.1"):
        n.train(n.initial(10, rng=rng), x, np.sin(2 * x), lr=0.1, epochs=60, rng=rng)


@pytest.mark.parametrize("draw", [n.initial, fates.uniform, fates.unbiased])
def test_units_are_drawn_in_whole_numbers_by_a_generator(draw):
    with pytest.raises(TypeError, match="default_rng"):
        draw(3, rng=0)
    for h, error in ((0, ValueError), (2.5, TypeError)):
        with pytest.raises(error, match="h must be a whole number >= 1"):
            draw(h, rng=np.random.default_rng(0))
