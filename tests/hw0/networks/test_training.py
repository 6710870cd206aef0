"""hw0.networks.training: minibatches, history, best and last, and divergence."""
import sys

import numpy as np
import pytest
from numpy.testing import assert_allclose, assert_array_equal

from hw0 import datasets
from hw0.networks import SGD, Adam, Diverged, Momentum, Network, Trainer, fit
from hw0.networks.optimizers import RULES


def blobs(n=60, d=4, k=3, seed=0):
    """Points (n, d) round k corners, which a small net can tell apart."""
    rng = np.random.default_rng(seed)
    y = rng.integers(k, size=n)
    return 3 * np.eye(k, d)[y] + 0.5 * rng.normal(size=(n, d)), y


def trainer(lr=0.1, seed=0, data=None, sizes=(4, 8, 3), **knobs):
    X, y = data or blobs()
    rng = np.random.default_rng(seed)
    return Trainer(Network(sizes, rng=rng), X, y, optimizer=SGD(lr), rng=rng, **{"batch_size": 16} | knobs)


def fitted(**knobs):
    """A linear net, fitted to the blobs."""
    (X, y), rng = blobs(), np.random.default_rng(0)
    return fit(Network((4, 3), rng=rng), X, y, optimizer=SGD(0.1), rng=rng, **{"epochs": 1} | knobs)


def test_digits_reach_97_percent():
    data, rng = datasets.digits(dtype=np.float32), np.random.default_rng(0)
    model = Network((64, 100, 100, 10), rng=rng, dtype=np.float32)
    done = fit(model, data.X, data.y, optimizer=Momentum(0.05), rng=rng, epochs=15, batch_size=50)
    assert model.score(data.X_test, data.y_test) > 0.97
    assert done.history.train_score[-1] > 0.99


def test_a_curve_is_fitted_with_the_squared_loss():
    rng = np.random.default_rng(0)
    x, y = datasets.curve(np.sin, 80, rng=rng)
    done = fit(Network((1, 30, 1), rng=rng, loss="squared"), x, y, optimizer=Adam(0.02), rng=rng, epochs=100,
               batch_size=20)
    assert done.history.train_score[-1] > 0.99


def test_an_epoch_without_replacement_sees_every_example_once():
    run, seen = trainer(), []
    for _ in range(4):
        seen.append(run.order[run.position:run.position + 16])
        run.step()
    assert run.epoch == 1
    assert_array_equal(np.sort(np.concatenate(seen)), np.arange(60))


def test_an_epoch_with_replacement_misses_about_one_example_in_e():
    run = trainer(data=blobs(2000), replace=True, batch_size=500)
    missed = 1 - len(np.unique(run.order)) / 2000
    assert_allclose(missed, np.exp(-1), atol=0.03)


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_a_step_is_one_update_on_one_minibatch(rule):
    X, y = blobs()
    run, plain = (Trainer(Network((4, 8, 3), rng=np.random.default_rng(0), reg=0.1), X, y, optimizer=rule(0.1),
                          rng=np.random.default_rng(1), batch_size=16, decay=0.5) for _ in range(2))
    for step in range(6):                           # four make an epoch, after which the rate is halved
        chosen = run.order[run.position:run.position + 16]
        loss = plain.model.loss_and_grads(X[chosen], y[chosen])
        assert_allclose(run.step(), loss, rtol=1e-12)
        plain.optimizer.update(plain.model.params, plain.model.grads)
        assert_allclose(run.model.params, plain.model.params, rtol=1e-9, atol=1e-12)
        plain.optimizer.lr = 0.1 if step < 3 else 0.05


@pytest.mark.parametrize(("batch_size", "steps"), [(25, 3), (1000, 1)])
def test_the_last_minibatch_of_an_epoch_takes_what_is_left(batch_size, steps):
    run = trainer(batch_size=batch_size)
    run.run(1)
    assert len(run.history.loss) == steps
    assert run.position == 0


def test_the_history_tells_every_step_and_every_epoch():
    X, y = blobs()
    run = trainer(decay=0.5, X_val=X[:20], y_val=y[:20])
    run.run(3)
    assert len(run.history.loss) == 12
    assert_allclose(run.history.lr, [0.1, 0.05, 0.025])
    assert run.history.train_score[-1] == run.model.score(X, y)
    assert run.history.val_score[-1] == run.model.score(X[:20], y[:20])


def test_best_and_last_parameters_are_kept_and_named():
    X, y = blobs()
    run = trainer(lr=2.0, X_val=X, y_val=(y + 1) % 3)       # validation gets worse as training gets on
    run.run(6)
    assert run.best_epoch == 1 + np.argmax(run.history.val_score) < 6
    last = run.model.params.copy()
    assert not np.array_equal(run.best_params, last)
    run.model.params[:] = run.best_params
    assert run.model.score(X, (y + 1) % 3) == run.best_score == max(run.history.val_score)


def test_a_run_can_stop_after_any_step_and_go_on():
    whole, parts = trainer(), trainer()
    whole.run(3)
    steps = iter(range(100))
    while not parts.run(3, stop=lambda: next(steps) % 2 == 0):
        pass
    assert_array_equal(parts.model.params, whole.model.params)
    assert parts.history == whole.history


def test_every_epoch_calls_back_once():
    seen = []
    trainer().run(4, after_epoch=lambda run: seen.append(run.epoch))
    assert seen == [1, 2, 3, 4]


def diverging():
    """A Trainer of a linear net on a regression, with a rate far above 2 / curvature."""
    X, rng = blobs()[0], np.random.default_rng(0)
    return Trainer(Network((4, 1), rng=rng, loss="squared"), X, X @ np.ones(4), optimizer=SGD(10.0), rng=rng,
                   batch_size=16)


def test_a_divergence_says_at_which_step_it_began():
    run = diverging()
    with pytest.raises(Diverged, match="Use a smaller learning rate than 10;") as caught:
        run.run(500)
    losses, began = np.array(run.history.loss), caught.value.began
    assert caught.value.step == len(losses)
    assert not np.isfinite(losses[-1])
    assert began < len(losses) - 1
    assert np.all(np.diff(losses[began - 1:-1]) > 0)
    assert began == 1 or losses[began - 2] >= losses[began - 1]


def test_the_step_where_a_rise_began_is_counted_from_one():
    assert Diverged([3.0, 2.0, 5.0, np.inf], 0.1).began == 2
    assert Diverged([3.0, 5.0, np.nan], 0.1).began == 1
    assert Diverged([np.nan], 0.1).began == 1


def test_a_divergence_leaves_finite_parameters():
    run = diverging()
    with pytest.raises(Diverged):
        run.run(500)
    assert np.all(np.isfinite(run.best_params))
    assert np.all(np.isfinite(run.model.params))


@pytest.mark.parametrize(("knobs", "error", "says"), [
    ({"batch_size": 0}, ValueError, "batch_size must be a whole number > 0"),
    ({"batch_size": 2.5}, ValueError, "whole number"), ({"decay": 0}, ValueError, "decay must lie in"),
    ({"decay": "a"}, TypeError, "decay must be a real number"),
    ({"X_val": np.ones((2, 4))}, ValueError, "give both X_val and y_val"),
    ({"X": np.ones((0, 4)), "y": []}, ValueError, "X must not be empty"),
    ({"X": np.ones((3, 4)), "y": [0, 1, 3]}, ValueError, "from 0 to 2"),
    ({"optimizer": SGD}, TypeError, "optimizer must be an update rule"),
    ({"rng": 0}, TypeError, "rng must be a numpy.random.Generator"),
])
def test_what_cannot_be_trained_on_or_with_is_refused(knobs, error, says):
    (X, y), rng = blobs(), np.random.default_rng(0)
    with pytest.raises(error, match=says):
        Trainer(Network((4, 3), rng=rng), **{"X": X, "y": y, "optimizer": SGD(0.1), "rng": rng} | knobs)


def test_the_progress_bar_is_silent_where_no_one_watches(capfd):
    for progress in (None, False):
        fitted(epochs=2, progress=progress)
    assert capfd.readouterr() == ("", "")


def test_the_progress_bar_counts_epochs_where_it_is_wanted(capfd):
    fitted(epochs=2, progress=True)
    told = capfd.readouterr().err
    assert "2/2" in told
    assert "score" in told


def test_a_missing_tqdm_is_told_only_to_who_asked_for_the_bar(monkeypatch):
    monkeypatch.setitem(sys.modules, "tqdm", None)
    fitted()
    with pytest.raises(ImportError, match="pip install tqdm"):
        fitted(progress=True)


def test_a_rate_changed_by_hand_lasts():
    run = trainer(decay=0.5)
    run.optimizer.lr = 0.2
    run.run(1)
    assert run.optimizer.lr == 0.1


def test_no_bar_begins_before_epochs_are_looked_at(capfd):
    with pytest.raises(ValueError, match="epochs"):
        fitted(epochs=-1, progress=True)
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize(("epochs", "error"), [(2.5, TypeError), ("2", TypeError), (-1, ValueError)])
def test_epochs_are_whole(epochs, error):
    for run in (lambda: fitted(epochs=epochs), lambda: fitted(epochs=0).run(epochs)):
        with pytest.raises(error, match="epochs must be a whole number"):
            run()


def test_the_best_parameters_of_targets_without_spread_are_the_best():
    X, rng = blobs()[0], np.random.default_rng(0)
    run = Trainer(Network((4, 5, 1), rng=rng, loss="squared"), X, np.full(len(X), 3.0), optimizer=SGD(0.02), rng=rng,
                  batch_size=16)
    run.run(8)
    assert run.best_epoch == 1 + np.argmax(run.history.val_score) > 1
    run.model.params[:] = run.best_params
    assert run.model.score(X, np.full(len(X), 3.0)) == run.best_score > 0.5 > run.history.val_score[0]


@pytest.mark.parametrize("rule", [r for r in RULES.values() if "eps" in r.factors])
def test_an_eps_of_zero_is_refused_and_not_told_as_divergence(rule):
    with pytest.raises(ValueError, match=r"eps must lie in \(0, 1\); got 0"):
        rule(0.1, eps=0.0)
    p = np.zeros(3, np.float32)
    with pytest.raises(ValueError, match=r"eps = 1e-50 is 0 in float32"):
        rule(0.1, eps=1e-50).update(p, np.zeros(3, np.float32))
    whole = np.ones(3)
    rule(0.1, eps=1e-300).update(whole, np.zeros(3))
    assert_array_equal(whole, 1.0)
