"""hw0.networks.model: one net of any depth."""
import copy
import gc
import pickle
import weakref

import numpy as np
import pytest
from numpy.testing import assert_allclose, assert_array_equal

from hw0.networks import SGD, Network, Trainer, gradients
from hw0.networks.model import CHUNK


def data(n=2, d=15, k=10, seed=0):
    rng = np.random.default_rng(seed)
    return rng.normal(size=(n, d)), rng.integers(k, size=n)


def assigned_net(reg):
    """The net of the assignment with two hidden layers, and its two examples."""
    return Network((15, 20, 30, 10), rng=np.random.default_rng(0), scale=5e-2, reg=reg), *data()


@pytest.mark.parametrize(("reg", "loss"), [(0.0, 3.4702243556), (1.0, 26.5948426952)])
def test_the_two_layer_net_meets_the_known_answers_of_the_assignment(reg, loss):
    net = Network((5, 50, 7), rng=np.random.default_rng(0), reg=reg)
    net.weights[0][...] = np.linspace(-0.7, 0.3, 250).reshape(5, 50)
    net.weights[1][...] = np.linspace(-0.3, 0.4, 350).reshape(50, 7)
    net.biases[0][...], net.biases[1][...] = np.linspace(-0.1, 0.9, 50), np.linspace(-0.9, 0.1, 7)
    X = np.linspace(-5.5, 4.5, 15).reshape(5, 3).T
    assert_allclose(net.scores(X)[0, :2], [11.53165108, 12.2917344], atol=1e-8)
    assert_allclose(net.loss_and_grads(X, [0, 5, 1]), loss, atol=1e-10)


@pytest.mark.parametrize("loss", ["softmax", "hinge", "squared"])
@pytest.mark.parametrize("reg", [0.0, 3.14])
@pytest.mark.parametrize("hidden", [(), (6,), (6, 5, 4)])
def test_all_gradients_agree_with_central_differences(loss, reg, hidden):
    net = Network((7, *hidden, 3), rng=np.random.default_rng(1), reg=reg, loss=loss)
    X, y = data(5, 7, 3)
    found = gradients.check_network(net, X, np.eye(3)[y] if loss == "squared" else y)
    assert found.smooth.mean() > 0.9
    assert found.error < 1e-8


def test_a_planted_mistake_in_one_layer_is_seen_by_the_gradient_check():
    net, X, y = assigned_net(0.0)
    layer = net.layers[2]
    right = type(layer).backward
    layer.backward = lambda dZ: 1.001 * right(layer, dZ)
    assert gradients.check_network(net, X, y).error > 1e-5


def test_the_penalty_counts_the_weights_and_not_the_biases():
    net, X, y = assigned_net(2.0)
    plain = assigned_net(0.0)[0]
    net.params[:] = plain.params[:] = np.random.default_rng(5).normal(size=net.params.shape)
    more = net.loss_and_grads(X, y) - plain.loss_and_grads(X, y)
    assert_allclose(more, sum(np.sum(W**2) for W in net.weights), rtol=1e-12)
    extra = net.grads - plain.grads
    assert_allclose(extra[:net.n_weights], 2 * net.params[:net.n_weights], rtol=1e-9, atol=1e-12)
    assert_array_equal(extra[net.n_weights:], 0)


@pytest.mark.parametrize("loss", ["softmax", "hinge", "squared"])
def test_every_gradient_comes_times_the_scale_asked_for_and_the_loss_does_not(loss):
    net = Network((15, 20, 10), rng=np.random.default_rng(0), scale=0.3, reg=0.7, loss=loss)
    X, y = net.admit(data()[0], np.ones((2, 10)) if loss == "squared" else data()[1])
    plain, grads = net.backpropagate(X, y), net.grads.copy()
    assert net.backpropagate(X, y, 1e-3) == plain
    assert_allclose(net.grads, 1e-3 * grads, rtol=1e-12, atol=1e-18)


def test_layers_are_views_of_one_vector():
    net = assigned_net(0.0)[0]
    net.params[:] = 0
    assert not any(np.any(W) for W in (*net.weights, *net.biases))
    net.biases[-1][2] = 7.0
    assert_array_equal(net.scores(np.ones((3, 15)))[:, 2], 7.0)


def test_another_vector_in_the_place_of_the_parameters_is_refused():
    net = assigned_net(0.0)[0]
    with pytest.raises(AttributeError, match="params"):
        net.params = np.zeros_like(net.params)


def test_the_gradients_do_not_depend_on_what_was_asked_before():
    net, X, y = assigned_net(0.5)
    net.loss_and_grads(X, y)
    first = net.grads.copy()
    net.scores(np.ones((700, 15)))
    net.loss_and_grads(*data(9, seed=3))
    net.loss_and_grads(X, y)
    assert_array_equal(net.grads, first)


def test_weights_have_their_scale_and_biases_begin_at_zero():
    net = Network((400, 300, 10), rng=np.random.default_rng(0))
    assert_allclose(np.std(net.weights[0]), np.sqrt(2 / 400), rtol=0.02)
    assert_allclose(np.std(net.weights[1]), np.sqrt(2 / 300), rtol=0.05)
    assert not np.any(net.params[net.n_weights:])
    assert_allclose(np.std(Network((400, 300), rng=np.random.default_rng(0), scale=5e-2).weights[0]), 5e-2, rtol=0.02)
    assert not np.any(Network((4, 3), rng=np.random.default_rng(0), scale=0).params)


def test_float32_gives_the_same_to_its_precision():
    nets = [Network((20, 30, 10), rng=np.random.default_rng(0), dtype=dtype, reg=0.1)
            for dtype in (np.float32, np.float64)]
    X, y = data(40, 20)
    losses = [net.loss_and_grads(X, y) for net in nets]
    assert nets[0].grads.dtype == np.float32
    assert_allclose(*losses, rtol=1e-5)
    assert gradients.norm_error(nets[0].grads, nets[1].grads) < 1e-5


def test_scores_come_in_chunks_without_a_seam():
    net = assigned_net(0.0)[0]
    X = data(600)[0]
    whole = net.scores(X)
    assert whole.shape == (600, 10)
    for at in (0, CHUNK - 1, CHUNK, 599):
        assert_allclose(net.scores(X[at:at + 1])[0], whole[at], rtol=1e-12)


def test_the_score_is_the_fraction_of_right_classes():
    net, X, _ = assigned_net(0.0)
    predicted = net.predict(X)
    assert net.score(X, predicted) == 1.0
    assert net.score(X, [predicted[0], (predicted[1] + 1) % 10]) == 0.5


def test_pictures_are_flattened():
    net = Network((12, 5, 3), rng=np.random.default_rng(0))
    X = np.random.default_rng(1).normal(size=(4, 2, 2, 3))
    assert_array_equal(net.scores(X), net.scores(X.reshape(4, 12)))


@pytest.mark.parametrize("copied", [copy.deepcopy, lambda net: pickle.loads(pickle.dumps(net))],
                         ids=["deepcopy", "pickle"])
def test_a_copy_learns_as_the_original_does(copied):
    net = Network((15, 20, 10), rng=np.random.default_rng(0))
    X, y = data(40)
    other = copied(net)
    for each in (net, other):
        rng = np.random.default_rng(1)
        Trainer(each, X, y, optimizer=SGD(0.1), rng=rng, batch_size=8).run(3)
    assert_array_equal(other.params, net.params)
    assert not np.shares_memory(other.params, net.params)


def test_hidden_activations_stay_as_they_were():
    net, X, _ = assigned_net(0.0)
    first = net.hidden(X)
    kept = [A.copy() for A in first]
    net.hidden(-X)
    for A, B in zip(first, kept, strict=True):
        assert_array_equal(A, B)


def test_the_data_of_a_prediction_are_let_go():
    net, X = assigned_net(0.0)[0], data(600)[0]
    freed = weakref.ref(X)
    net.scores(X)
    net.hidden(X)
    del X
    gc.collect()
    assert freed() is None


def test_the_score_of_several_outputs_measures_each_from_its_own_mean():
    rng = np.random.default_rng(1)
    net, X = Network((2, 2), rng=rng, loss="squared"), rng.normal(size=(20, 2))
    targets = np.array([0.0, 5.0]) + rng.normal(size=(20, 2))
    error, spread = np.sum((net.predict(X) - targets) ** 2), np.sum((targets - targets.mean(axis=0)) ** 2)
    assert_allclose(net.score(X, targets), 1 - error / spread)


def test_the_last_row_is_scored_too():
    net, X = Network((2, 3), rng=np.random.default_rng(0)), np.ones((CHUNK + 1, 2))
    right = net.predict(X)
    assert net.score(X, right) == 1
    right[-1] = (right[-1] + 1) % 3
    assert net.score(X, right) < 1


def test_scores_lie_class_axis_first_and_the_first_layer_has_no_room_for_what_nobody_asks():
    net, X, y = assigned_net(0.0)
    net.loss_and_grads(X, y)
    assert net.dscores.T.flags.c_contiguous
    assert net.layers[0].backward.__self__._dX.size == 0


def test_targets_without_spread_still_tell_the_better_fit():
    net = Network((2, 1), rng=np.random.default_rng(0), loss="squared")
    X = data(20, 2)[0]
    for same in (1.0, 0.1):                         # the mean of twenty times 0.1 is another number
        assert_allclose(net.score(X, np.full(20, same)), 1 - np.mean((net.predict(X)[:, 0] - same) ** 2))
    net.params[:] = 0
    assert net.score(X, np.zeros(20)) == 1.0


def test_the_penalty_can_be_changed_at_any_time():
    X, labels = data(6, 4)[0], np.arange(6) % 3
    changed, made = (Network((4, 3), rng=np.random.default_rng(0), reg=reg) for reg in (0.0, 0.5))
    changed.loss_and_grads(X, labels)
    changed.reg = 0.5
    assert changed.loss_and_grads(X, labels) == made.loss_and_grads(X, labels)
    assert np.array_equal(changed.grads, made.grads)
    changed.reg = 0.0
    assert changed.loss_and_grads(X, labels) < made.loss_and_grads(X, labels)
    with pytest.raises(ValueError, match="reg must be a number >= 0; got -1"):
        changed.reg = -1.0


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_probabilities_are_the_softmax_of_the_scores(dtype):
    net = Network((4, 3), rng=np.random.default_rng(0), dtype=dtype)
    net.weights[0][:] *= 1e4                        # scores that no exp can take
    X = data(9, 4)[0]
    p = net.predict_proba(X)
    assert p.shape == (9, 3) and p.dtype == dtype
    assert_allclose(p.sum(axis=1), 1.0, rtol=1e-6)
    assert np.array_equal(np.argmax(p, axis=1), net.predict(X))
    labels = net.predict(X)
    assert_allclose(-np.mean(np.log(p[np.arange(9), labels])), net.loss_and_grads(X, labels), rtol=1e-4, atol=1e-6)


@pytest.mark.parametrize("loss", ["hinge", "squared"])
def test_a_loss_without_probabilities_says_so(loss):
    with pytest.raises(ValueError, match=f"only the softmax loss makes probabilities.*{loss}"):
        Network((4, 3), rng=np.random.default_rng(0), loss=loss).predict_proba(np.ones((2, 4)))
