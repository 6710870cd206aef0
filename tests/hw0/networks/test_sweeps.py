"""hw0.networks.sweeps: stored tables that can be made again, by any executor."""
import json
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import numpy as np
import pytest
from numpy.testing import assert_array_equal

from hw0.networks import sweeps

ROOT = Path(__file__).parents[3]
DRAWN = 6               # cells of each table that are computed anew
SEED = 20


def cell(a, b):
    """A cell that costs nothing: it must stand in a module, so that another process finds it."""
    return [a * 10 + b, a - b]


SMALL = sweeps.Sweep("small", "ten a plus b, and a minus b", {"a": (1, 2, 3), "b": (0, 4)}, cell)
TABLE = [[[10, 1], [14, -3]], [[20, 2], [24, -2]], [[30, 3], [34, -1]]]


@pytest.mark.parametrize("pool", [ThreadPoolExecutor, ProcessPoolExecutor])
def test_any_executor_gives_the_same_table(pool):
    done, how = [], {"mp_context": get_context("spawn")} if pool is ProcessPoolExecutor else {}
    with pool(2, **how) as executor:
        assert_array_equal(sweeps.compute(SMALL, executor, done=lambda: done.append(1)), TABLE)
    assert len(done) == 6


def test_a_dask_cluster_gives_the_same_table():
    distributed = pytest.importorskip("distributed")
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, processes=False,
                                  dashboard_address=None) as cluster, \
            distributed.Client(cluster) as client:
        assert_array_equal(sweeps.compute(SMALL, client.get_executor()), TABLE)


def test_a_table_is_read_back_as_it_was_written(tmp_path, monkeypatch):
    monkeypatch.setattr(sweeps, "FOLDER", tmp_path)
    monkeypatch.setattr(sweeps, "SWEEPS", (SMALL,))
    sweeps.save(SMALL, np.array(TABLE), tmp_path)
    sweeps.load.cache_clear()
    loaded = sweeps.load("small")
    assert_array_equal(loaded, TABLE)
    assert not loaded.flags.writeable
    head, _ = json.JSONDecoder().raw_decode((tmp_path / "small.json").read_text())
    assert head["command"] == "make sweeps"
    sweeps.load.cache_clear()


def test_a_table_of_another_grid_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(sweeps, "FOLDER", tmp_path)
    monkeypatch.setattr(sweeps, "SWEEPS", (sweeps.Sweep("small", "", {"a": (1, 2), "b": (0, 4)}, cell),))
    sweeps.save(SMALL, np.array(TABLE), tmp_path)
    sweeps.load.cache_clear()
    with pytest.raises(ValueError, match="another grid: run make sweeps"):
        sweeps.load("small")
    sweeps.load.cache_clear()


@pytest.mark.parametrize("sweep", sweeps.SWEEPS, ids=lambda sweep: sweep.name)
def test_a_random_sample_of_every_stored_table_comes_out_again(sweep):
    """Up to one example, one percent or one hundredth of a decade: other processors round otherwise.

    Of twenty normalised layers a run is a matter of the last digit (see below): there at most a third of the examples.
    """
    table = sweeps.load(sweep.name)
    assert table.shape[:len(sweep.shape)] == sweep.shape
    stored = table.reshape(len(sweep.cells()), -1)
    for k in np.random.default_rng(SEED).choice(len(stored), DRAWN, replace=False):
        again = np.ravel(sweep.cell(**sweep.cells()[k]))
        slack = np.maximum(1, 0.01 * np.abs(stored[k])) if sweep.name != "gradient_check" else rounding(stored[k])
        if sweep.cells()[k].get("variant") == "batch normalisation" and sweep.cells()[k]["depth"] == 20:
            slack = 16
        assert np.all(np.abs(again - stored[k]) <= slack), sweep.cells()[k]


def moved_by_the_last_digit(variant, depth, lr, seed):
    """By how many right answers a run ends elsewhere if the weights of its first layer are each the next number."""
    found = []
    for nudged in (False, True):
        trainer = sweeps.overfitting.begin(depth, "he", lr, seed, **sweeps.VARIANT[variant])
        if nudged:
            trainer.model.weights[0][:] = np.nextafter(trainer.model.weights[0], np.inf)
        trainer.run(sweeps.overfitting.EPOCHS)
        found.append(round(trainer.history.train_score[-1] * sweeps.overfitting.EXAMPLES))
    return abs(found[1] - found[0])


@pytest.mark.parametrize(("variant", "depth", "lr", "felt"), [
    ("batch normalisation", 20, 0.1, True), ("batch normalisation", 5, 0.1, False), ("as it is", 5, 0.1, False),
    ("as it is", 20, 0.00316, False), ("residual connections", 20, 0.0316, False)])
def test_only_twenty_normalised_layers_feel_the_last_digit_of_the_weights(variant, depth, lr, felt):
    moved = [moved_by_the_last_digit(variant, depth, lr, seed) for seed in range(5)]
    assert max(moved) > 1 if felt else max(moved) == 0, moved


def rounding(row):
    """How far a row of gradient_check may move: rounding errors, so within a factor 30 while they are small."""
    return np.where(row < -400, 150, 5)


def test_a_changed_experiment_is_seen_by_the_sample(monkeypatch):
    monkeypatch.setattr(sweeps.overfitting, "BATCH", 10)
    with pytest.raises(AssertionError):
        test_a_random_sample_of_every_stored_table_comes_out_again(sweeps.HE)


def test_the_command_names_the_sweeps_it_knows():
    run = subprocess.run([sys.executable, ROOT / "tools/sweeps.py", "overfitt"], capture_output=True, text=True)
    assert run.returncode == 2
    assert "there is no sweep overfitt; choose from fates, overfit, he" in run.stderr


def test_a_table_that_is_not_there_is_told_with_those_that_are():
    with pytest.raises(ValueError, match="there is no table 'foo'; there are overfit, he"):
        sweeps.load("foo")
