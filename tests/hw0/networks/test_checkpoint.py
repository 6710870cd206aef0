"""hw0.networks.checkpoint: whole or not at all, and back to the last bit."""
import json
import os
import zlib

import numpy as np
import pytest
from numpy.testing import assert_array_equal

from hw0.networks import SGD, Adam, Momentum, Network, RMSProp, Trainer, checkpoint

X = np.random.default_rng(9).normal(size=(50, 4))
Y = np.random.default_rng(8).integers(3, size=50)


def fresh(*, rule=Adam, sizes=(4, 6, 3), lr=0.05, generator=np.random.PCG64, dtype=np.float64, X=X, y=Y, **knobs):
    rng = np.random.Generator(generator(7))
    model = Network(sizes, rng=rng, dtype=dtype, reg=knobs.pop("reg", 0.0), loss=knobs.pop("loss", "softmax"))
    return Trainer(model, X, y, optimizer=rule(lr), rng=rng, **{"batch_size": 16, "decay": 0.9} | knobs)


def assert_same_run(one, other):
    assert_array_equal(one.model.params, other.model.params)
    assert_array_equal(one.best_params, other.best_params)
    assert (one.best_score, one.best_epoch) == (other.best_score, other.best_epoch)
    assert one.history == other.history
    assert (one.optimizer.t, one.optimizer.lr) == (other.optimizer.t, other.optimizer.lr)
    for slot in one.optimizer.slots:                            # they are there from the first step on
        assert_array_equal(getattr(one.optimizer, slot, None), getattr(other.optimizer, slot, None))


@pytest.mark.parametrize("stopped", [0, 1, 3, 4, 7])            # before the first step, within and between epochs of 4
@pytest.mark.parametrize("knobs", [
    {"rule": SGD}, {"rule": Momentum, "replace": True}, {"rule": RMSProp, "dtype": np.float32},
    {"rule": Adam, "reg": 0.1}, {"generator": np.random.MT19937}, {"X_val": X, "y_val": (Y + 1) % 3},
], ids=str)
def test_a_run_resumed_from_a_file_is_the_same_to_the_last_bit(tmp_path, stopped, knobs):
    whole, first, second = fresh(**knobs), fresh(**knobs), fresh(**knobs)
    whole.run(4)
    for _ in range(stopped):
        first.step()
    checkpoint.save(first, tmp_path / "run.npz")
    checkpoint.load(second, tmp_path / "run.npz")
    assert_same_run(second, first)
    second.run(4)
    assert len(second.history.loss) == 16
    assert_same_run(second, whole)


def test_an_interrupted_write_leaves_the_old_file(tmp_path, monkeypatch):
    path, run = tmp_path / "run.npz", fresh()
    run.run(1)
    checkpoint.save(run, path)
    before = path.read_bytes()
    run.run(2)

    def torn(file, **arrays):
        file.write(b"half of it")
        raise KeyboardInterrupt
    monkeypatch.setattr(np, "savez", torn)
    with pytest.raises(KeyboardInterrupt):
        checkpoint.save(run, path)
    assert path.read_bytes() == before
    assert os.listdir(tmp_path) == ["run.npz"]


def test_a_foreign_archive_is_told(tmp_path):
    np.savez(tmp_path / "a.npz", params=np.ones(3))
    np.savez(tmp_path / "b.npz", state=np.array(json.dumps({"kind": "another"})))
    np.savez(tmp_path / "c.npz", state=np.array([{"kind": "a pickle"}], dtype=object))
    for name in "abc":
        with pytest.raises(ValueError, match="not a checkpoint"):
            checkpoint.load(fresh(), tmp_path / f"{name}.npz")


@pytest.mark.parametrize(("knobs", "says"), [
    ({"sizes": (4, 7, 3)}, "sizes"), ({"rule": SGD}, "rule"), ({"lr": 0.01}, "first lr"),
    ({"batch_size": 10}, "batch_size"), ({"decay": 1.0}, "decay"), ({"replace": True}, "replace"),
    ({"dtype": np.float32}, "dtype"),
    ({"reg": 1.0}, "reg"), ({"loss": "hinge"}, "loss"),
    ({"rule": lambda lr: Adam(lr, b2=0.9990000001)}, "factors"),
    ({"generator": np.random.MT19937}, "generator"), ({"X": X + 1e-9}, "data"), ({"y": Y[::-1]}, "data"),
    ({"X_val": X[:5], "y_val": Y[:5]}, "validation data"),
])
def test_a_file_of_another_run_is_refused_and_nothing_changes(tmp_path, knobs, says):
    checkpoint.save(fresh(), tmp_path / "run.npz")
    other = fresh(**knobs)
    params = other.model.params.copy()
    with pytest.raises(ValueError, match=f"was made with {says}"):
        checkpoint.load(other, tmp_path / "run.npz")
    assert_array_equal(other.model.params, params)


def test_a_file_that_is_not_there_is_told_as_such(tmp_path):
    with pytest.raises(FileNotFoundError):
        checkpoint.load(fresh(), tmp_path / "none.npz")


def test_a_file_may_be_read_by_those_who_could_read_the_old_one(tmp_path):
    checkpoint.save(fresh(), tmp_path / "run.npz")
    assert (tmp_path / "run.npz").stat().st_mode & 0o777 == 0o644
    (tmp_path / "run.npz").chmod(0o640)
    checkpoint.save(fresh(), tmp_path / "run.npz")
    assert (tmp_path / "run.npz").stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize(("drawn", "ordered", "draws", "says"), [
    (1, 0, 0, "first weights"), (0, 1, 0, "seed = 0; this"), (0, 0, 1, "first weights")])
def test_another_seed_does_not_go_on_from_the_file(tmp_path, drawn, ordered, draws, says):
    """Neither one that draws other weights, nor one that orders the examples in another way."""

    def run(drawn=0, ordered=0, draws=0):
        rng = np.random.default_rng(drawn)
        rng.standard_normal(draws)
        return Trainer(Network((4, 6, 3), rng=rng), X, Y, optimizer=Adam(0.05), rng=np.random.default_rng(ordered))
    checkpoint.save(run(), tmp_path / "run.npz")
    with pytest.raises(ValueError, match=f"was made with {says}.* or another file"):
        checkpoint.load(run(drawn, ordered, draws), tmp_path / "run.npz")


def test_of_two_children_of_one_seed_each_has_its_file(tmp_path):
    for run, rng in zip(runs := [fresh(), fresh()], np.random.default_rng(0).spawn(2), strict=True):
        run.rng = rng
    checkpoint.save(runs[0], tmp_path / "run.npz")
    with pytest.raises(ValueError, match=r"seed = 0 \[0\]; this run has seed = 0 \[1\]"):
        checkpoint.load(runs[1], tmp_path / "run.npz")


def test_a_run_goes_on_in_the_session_that_stopped_it(tmp_path):
    """The model has moved and the generator has drawn: they are still those of the file."""
    stopped, whole = fresh(), fresh()
    for _ in range(6):
        stopped.step()
    checkpoint.save(stopped, tmp_path / "run.npz")
    again = Trainer(stopped.model, X, Y, optimizer=Adam(0.05), rng=stopped.rng, batch_size=16, decay=0.9)
    checkpoint.load(again, tmp_path / "run.npz")
    again.run(3)
    whole.run(3)
    assert_same_run(again, whole)


def test_the_checksum_of_the_data_stays_that_of_files_written_before():
    X, y = np.eye(3, 4), np.array([0, 1, 2], np.int64)
    read = zlib.crc32(X.tobytes(), zlib.crc32(b"(3, 4)"))
    read = zlib.crc32(y.tobytes(), zlib.crc32(b"(3,)", read))
    assert checkpoint._settings(fresh(X=X, y=y))["data"] == f"{read:08x}"
