"""hw0.networks.checkpoint: whatever became of the file, it is taken up to the last bit, or refused and left alone."""
import json
import zipfile

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_array_equal

from hw0.networks import checkpoint
from tests import hostile
from tests.hw0.networks.test_checkpoint import assert_same_run, fresh


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """The file of a run of two epochs, and what is in it."""
    path = tmp_path_factory.mktemp("runs") / "run.npz"
    run = fresh()
    run.run(2)
    checkpoint.save(run, path)
    with np.load(path) as file:
        return path, path.read_bytes(), {name: file[name] for name in file.files}


def left_alone(path):
    """Whether the file is refused, in words, and with nothing changed; else it is taken up."""
    run, said = fresh(), ""
    try:
        checkpoint.load(run, path)
    except ValueError as error:
        said = str(error)
    if said:
        assert "left as it is" in said or "was made with" in said
        new = fresh()
        assert_array_equal((run.model.params, run.best_params), (new.model.params, new.best_params))
        assert (run.position, run.optimizer.t, run.history) == (0, 0, new.history)
        assert run.rng.bit_generator.state == new.rng.bit_generator.state
    return bool(said)


def test_torn_anywhere_or_with_a_byte_changed_it_is_whole_or_refused(whole, tmp_path):
    path, raw, _ = whole
    run, damaged, refused = fresh(), tmp_path / "run.npz", 0
    checkpoint.load(run, path)
    for bad in hostile.torn(raw):
        damaged.write_bytes(bad)
        alone = left_alone(damaged)
        refused += alone
        if not alone:                       # a byte that says when the file was made, for instance
            other = fresh()
            checkpoint.load(other, damaged)
            assert_same_run(other, run)
    assert refused > 90


@pytest.mark.parametrize(("offset", "value"), [(4, 99), (6, 1)], ids=["another version of zip", "said to be encrypted"])
def test_what_zipfile_refuses_in_words_of_its_own_is_refused_in_ours(whole, tmp_path, offset, value):
    _, raw, _ = whole
    damaged = bytearray(raw)
    with zipfile.ZipFile(whole[0]) as file:
        start = file.start_dir
    damaged[start + 2 + offset] = value
    (tmp_path / "run.npz").write_bytes(bytes(damaged))
    assert left_alone(tmp_path / "run.npz")


@hostile.inputs
@given(data=st.data(), value=hostile.values())
def test_a_state_of_any_kind_is_refused_or_goes_on(whole, data, value):
    path, _, arrays = whole
    state = json.loads(str(arrays["state"]))
    place = data.draw(st.sampled_from(list(hostile.places(state))))
    other = path.with_name("other.npz")
    text = json.dumps(hostile.changed(state, place, value))
    np.savez(other, **arrays | {"state": np.array(text)})
    if not left_alone(other):
        run = fresh()
        checkpoint.load(run, other)
        assert {type(run.position), type(run.optimizer.t), type(run.best_epoch)} == {int}


@pytest.mark.parametrize("state", ["[" * 100_000, "{", '"state"', json.dumps({"kind": checkpoint.KIND}),
                                   json.dumps({"kind": checkpoint.KIND, "settings": 5})])
def test_a_state_that_is_no_state_is_refused(whole, tmp_path, state):
    np.savez(tmp_path / "run.npz", **whole[2] | {"state": np.array(state)})
    assert left_alone(tmp_path / "run.npz")


@pytest.mark.parametrize("name", ["params", "best_params", "optimizer.m", "history.loss"])
@pytest.mark.parametrize("kind", ["U32", "S32", complex, np.float16, bool])
def test_arrays_of_another_type_are_refused_before_anything_is_changed(whole, tmp_path, name, kind):
    arrays = whole[2]
    np.savez(tmp_path / "run.npz", **arrays | {name: arrays[name].astype(kind)})
    assert left_alone(tmp_path / "run.npz")


@pytest.mark.parametrize(("name", "damaged"), [
    ("best_params", lambda a: a[:-1]), ("params", lambda a: a[:, None]), ("order", lambda a: a[:-1]),
    ("optimizer.m", lambda a: a[:3]), ("optimizer.v", lambda a: None),
    ("history.loss", lambda a: a[None]), ("order", lambda a: a + 1), ("order", lambda a: a * 1.0),
    ("state", lambda s: {**s, "best": [0.5]}), ("state", lambda s: {**s, "position": 50}),
    ("state", lambda s: {**s, "lr": None}),
    ("state", lambda s: {**s, "rng": {}}), ("state", lambda s: {k: v for k, v in s.items() if k != "best"}),
])
def test_a_file_with_one_wrong_part_is_refused(whole, tmp_path, name, damaged):
    part = whole[2][name]
    bad = np.array(json.dumps(damaged(json.loads(str(part))))) if name == "state" else damaged(part)
    arrays = whole[2] | {name: bad}
    np.savez(tmp_path / "run.npz", **{key: value for key, value in arrays.items() if value is not None})
    assert left_alone(tmp_path / "run.npz")
