"""Many runs at once are the runs one at a time; a run that diverges is counted as such and nowhere else."""
import numpy as np
import pytest
from numpy.testing import assert_allclose

from hw0.relu_elbow import many_runs, relu_network
from hw0.relu_elbow.relu_network import Network

X = np.linspace(-2.0, 2.0, 7)
Y = np.abs(X)
SEEDS = (0, 3, 11)


def ends(lr, epochs=6, seeds=SEEDS):
    return many_runs.train(*many_runs.starts(4, len(X), epochs=epochs, seeds=seeds), X, Y, lr=lr)


@pytest.mark.parametrize("lr", [0.01, 0.1])
def test_each_row_is_the_run_of_its_seed(lr):
    together = ends(lr)
    for row, seed in enumerate(SEEDS):
        rng = np.random.default_rng(seed)
        path = relu_network.train(relu_network.initial(4, rng=rng), X, Y, lr=lr, epochs=6, rng=rng)
        last = Network(*(p[-1] for p in path))
        for got, want in zip(together.net, last, strict=True):
            assert_allclose(got[row], want, rtol=1e-9, atol=1e-12)
        assert_allclose(together.elbows[row], relu_network.elbows(last.W1, last.b), rtol=1e-9)
        assert together.dead[row].tolist() == relu_network.dead(last, X).tolist()
        assert_allclose(together.error[row], np.max(np.abs(relu_network.predict(last, X) - Y)), rtol=1e-9)


def test_a_run_that_diverges_is_counted_nowhere_else():
    together = ends(0.4, epochs=40, seeds=range(20))
    lost = together.diverged
    assert 0 < lost.sum() < 20
    assert not together.dead[lost].any() and np.isnan(together.elbows[lost]).all()
    assert together.dead_share() == np.mean(together.dead[~lost])


def test_a_unit_without_weight_has_no_elbow_and_one_that_no_point_reaches_is_dead():
    net = Network(np.array([[0.0, 1.0]]), np.array([[1.0, -5.0]]), np.array([[1.0, 1.0]]))
    found = many_runs.train(net, np.zeros((1, 0), int), X, Y, lr=0.1)
    assert np.isnan(found.elbows[0, 0]) and found.elbows[0, 1] == 5.0
    assert found.dead.tolist() == [[False, True]]


def test_a_point_at_the_kink_is_none_that_the_last_step_found_active():
    net = Network(np.ones((1, 1)), np.zeros((1, 1)), np.ones((1, 1)))
    found = many_runs.train(net, np.array([[1]]), [0.0, 1.0, 2.0, -1.0], [0.0, -9.0, 0.0, 0.0], lr=0.1)
    assert (found.dead.item(), found.lost.item()) == (True, 2)


@pytest.mark.parametrize("lr", [0.0, -1.0])
def test_a_rate_must_be_positive(lr):
    with pytest.raises(ValueError, match="lr"):
        ends(lr)


@pytest.mark.parametrize(("change", "words"), [
    (lambda orders: orders[:1], "a row for each run"), (lambda orders: orders[:, 0], "a row for each run"),
    (lambda orders: orders - 1, "from 0 to 1"), (lambda orders: orders + 1, "from 0 to 1"),
    (lambda orders: 1.0 * orders, "whole numbers")])
def test_an_order_for_each_run_names_points(change, words):
    nets, orders = many_runs.starts(2, 2, epochs=1, seeds=range(3))
    with pytest.raises(ValueError, match=words):
        many_runs.train(nets, change(orders), [0.0, 1.0], [0.0, 1.0], lr=0.1)


@pytest.mark.parametrize("wrong", [{"h": 0}, {"m": 0}, {"epochs": 0}, {"seeds": []}])
def test_runs_need_units_points_epochs_and_seeds(wrong):
    with pytest.raises(ValueError, match=f"{next(iter(wrong))} must"):
        many_runs.starts(**{"h": 2, "m": 2, "epochs": 1, "seeds": range(2)} | wrong)


def test_where_every_run_diverged_there_is_no_share_of_dead_units():
    nets, orders = many_runs.starts(2, 2, epochs=50, seeds=range(2))
    ended = many_runs.train(nets, orders, [-1e9, 1e9], [0.0, 1.0], lr=1e9)
    assert ended.diverged.all() and np.isnan(ended.dead_share())
