"""hw0.datasets: what is bundled, what is made, and what is fetched with care."""
import hashlib
import inspect
import io
import os
import re
import sys
import tarfile
from typing import ClassVar

import numpy as np
import pytest
from numpy.testing import assert_allclose, assert_array_equal

from hw0 import datasets
from hw0.least_squares import svd

PICTURES = 3            # in each file of the small archive


def archive(names=tuple(datasets.BATCHES), cut=0):
    """A tar.gz of the layout of CIFAR-10, with 3 pictures in each file: its bytes and its pictures."""
    rng = np.random.default_rng(0)
    records = {name: rng.integers(256, size=(PICTURES, datasets.RECORD), dtype=np.uint8) for name in names}
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:gz") as tar:
        for name, pictures in records.items():
            pictures[:, 0] %= 10
            raw = pictures.tobytes()[cut:]
            info = tarfile.TarInfo(name)
            info.size = len(raw)
            tar.addfile(info, io.BytesIO(raw))
    return packed.getvalue(), records


def offered(folder, raw):
    """The keywords of cifar10 for an archive that lies in a folder instead of on a server."""
    (folder / "pictures.tar.gz").write_bytes(raw)
    return {"url": (folder / "pictures.tar.gz").as_uri(), "sha256": hashlib.sha256(raw).hexdigest()}


def test_an_archive_has_a_checksum_to_be_compared_with():
    assert re.fullmatch("[0-9a-f]{64}", datasets.CIFAR10_SHA256)
    assert inspect.signature(datasets.cifar10).parameters["sha256"].default == datasets.CIFAR10_SHA256


def test_digits_are_split_shuffled_and_scaled_by_the_training_data():
    data = datasets.digits()
    assert [a.shape for a in data] == [(1437, 64), (1437,), (360, 64), (360,)]
    assert_allclose(np.mean(data.X, axis=0), 0, atol=1e-12)
    assert_allclose(np.mean(data.X**2), 1)
    assert abs(np.mean(data.X_test**2) - 1) < 0.05
    assert set(data.y) == set(data.y_test) == set(range(10))


def test_digits_are_the_same_in_every_call_and_no_call_spoils_the_next():
    first = datasets.digits()
    copy = first.X.copy()
    first.X[:] = 0
    assert_array_equal(datasets.digits().X, copy)
    assert not np.array_equal(datasets.digits(seed=1).X, copy)
    assert datasets.digits(dtype=np.float32).X.dtype == np.float32


def test_no_digit_is_in_both_parts():
    data = datasets.digits()
    rows = {row.tobytes() for row in np.round(data.X, 6)}
    assert sum(row.tobytes() in rows for row in np.round(data.X_test, 6)) == 0


@pytest.mark.parametrize("bundled", [datasets.digits, datasets.diabetes])
def test_without_scikit_learn_it_is_said_what_to_install(monkeypatch, bundled):
    datasets._bundled_digits.cache_clear()
    monkeypatch.setitem(sys.modules, "sklearn.datasets", None)
    with pytest.raises(ImportError, match="pip install scikit-learn"):
        bundled()


def test_diabetes_is_centred_and_its_products_have_one_rank_less_than_columns():
    plain, more = datasets.diabetes(), datasets.diabetes(products=True)
    assert plain.X.shape == (442, 10)
    assert more.X.shape == (442, 65) == (len(more.y), len(more.names))
    assert_allclose(more.X[:, :10], plain.X, atol=1e-15)
    assert_allclose(np.sum(more.X**2, axis=0), 1)
    assert_allclose(np.append(more.y, more.X.sum(axis=0)), np.append(plain.y, np.zeros(65)), atol=1e-11)
    assert svd.rank(more.X) == 64
    assert min(plain.y @ plain.X[:, 2], 346 - 152 - np.max(plain.y)) > 0  # bmi goes with it; from 25 to 346, mean 152.1
    assert plain.names[:2] == ("age", "sex")
    assert more.names[10:12] == ("age age", "age sex")


def test_spirals_have_one_arm_per_class():
    X, y = datasets.spirals(50, classes=3, noise=0.0, rng=np.random.default_rng(0))
    assert X.shape == (150, 2)
    assert_array_equal(np.bincount(y), [50, 50, 50])
    turned = X[:50] @ np.array([[np.cos(2 * np.pi / 3), np.sin(2 * np.pi / 3)],
                                [-np.sin(2 * np.pi / 3), np.cos(2 * np.pi / 3)]])
    assert_allclose(turned, X[50:100], atol=1e-12)


def test_an_arm_winds_as_often_as_it_is_said_to_and_grows_as_a_root():
    X, _ = datasets.spirals(400, turns=1.5, noise=0.0, rng=np.random.default_rng(0))
    length = np.hypot(*X[:400].T)
    assert_allclose(length**2, np.linspace(0.01, 1, 400))
    assert_allclose(np.unwrap(np.arctan2(X[:400, 1], X[:400, 0])), 2 * np.pi * 1.5 * length)
    noisy, _ = datasets.spirals(4000, classes=1, turns=0.0, noise=0.2, rng=np.random.default_rng(0))
    assert_allclose(np.std(np.arctan2(*noisy.T[::-1])), 0.2, rtol=0.05)


def test_clouds_lie_at_the_corners_of_a_square_and_those_across_are_of_one_class():
    X, y = datasets.blobs(2000, spread=0.1, rng=np.random.default_rng(0))
    for corner, label in (((0.6, 0.6), 0), ((-0.6, -0.6), 0), ((0.6, -0.6), 1), ((-0.6, 0.6), 1)):
        near = np.hypot(*(X - corner).T) < 0.5
        assert np.sum(near) == 1000 and np.all(y[near] == label)
        assert_allclose(np.mean(X[near], axis=0), corner, atol=0.02)
        assert_allclose(np.std(X[near], axis=0), 0.1, rtol=0.1)


def test_a_ring_lies_round_a_cloud_which_is_as_dense_everywhere():
    X, y = datasets.rings(4000, noise=0.0, rng=np.random.default_rng(0))
    radius = np.hypot(*X.T)
    assert_allclose(radius[y == 1], 0.85)
    assert_allclose(np.quantile(radius[y == 0], [0.25, 0.5, 1]), 0.4 * np.sqrt([0.25, 0.5, 1]), rtol=0.05)
    assert_allclose(np.mean(X, axis=0), 0, atol=0.03)
    noisy, y = datasets.rings(4000, noise=0.05, rng=np.random.default_rng(0))
    assert_allclose(np.std(np.hypot(*noisy[y == 1].T)), 0.05, rtol=0.05)


def test_a_curve_is_its_function_plus_noise_of_the_size_said():
    x, y = datasets.curve(np.sin, 2000, noise=0.3, rng=np.random.default_rng(0))
    assert x.shape == y.shape == (2000, 1)
    assert_allclose(np.std(y - np.sin(x)), 0.3, rtol=0.05)


def test_pictures_are_read_from_the_archive_and_kept(tmp_path):
    raw, records = archive()
    knobs = offered(tmp_path, raw)
    data = datasets.cifar10(tmp_path / "cache", **knobs)
    together = np.concatenate([records[name] for name in datasets.BATCHES[:-1]])
    assert_array_equal(data.X, together[:, 1:])
    assert_array_equal(data.y, together[:, 0])
    assert_array_equal(data.X_test, records[datasets.BATCHES[-1]][:, 1:])
    (tmp_path / "pictures.tar.gz").unlink()
    assert_array_equal(datasets.cifar10(tmp_path / "cache", **knobs).X, data.X)         # from the cache


def test_pictures_are_kept_where_programs_keep_what_can_be_fetched_again(tmp_path, monkeypatch):
    kept = []
    monkeypatch.setattr(datasets, "_fetch", lambda url, archive, sha256: kept.append(archive))
    monkeypatch.setattr(datasets.Path, "home", lambda: tmp_path / "home")
    for folder in (str(tmp_path / "cache"), ""):
        monkeypatch.setenv("XDG_CACHE_HOME", folder)
        with pytest.raises(ValueError, match="has no file of pictures"):
            datasets.cifar10(url="https://example.org/pictures.tar.gz")
    assert kept == [tmp_path / folder / "hw0" / "pictures.tar.gz" for folder in ("cache", "home/.cache")]


def test_an_archive_with_another_checksum_is_not_kept(tmp_path):
    knobs = offered(tmp_path, archive()[0]) | {"sha256": "0" * 64}
    with pytest.raises(ValueError, match="is not CIFAR-10"):
        datasets.cifar10(tmp_path / "cache", **knobs)
    assert os.listdir(tmp_path / "cache") == []


def test_a_damaged_archive_in_the_cache_is_told(tmp_path):
    knobs = offered(tmp_path, archive()[0])
    datasets.cifar10(tmp_path / "cache", **knobs)
    kept = tmp_path / "cache" / "pictures.tar.gz"
    kept.write_bytes(kept.read_bytes()[:-9])
    with pytest.raises(ValueError, match="is damaged or not CIFAR-10"):
        datasets.cifar10(tmp_path / "cache", **knobs)


def test_without_network_the_way_out_is_told_and_nothing_is_half_written(tmp_path):
    with pytest.raises(ConnectionError, match=r"Without network use digits\(\)"):
        datasets.cifar10(tmp_path / "cache", url=(tmp_path / "none.tar.gz").as_uri())
    assert os.listdir(tmp_path / "cache") == []


def test_an_interrupted_download_leaves_nothing(tmp_path, monkeypatch):
    class Line(io.BytesIO):
        headers: ClassVar = {}

        def read1(self, size=-1):
            if self.tell():
                raise KeyboardInterrupt
            return super().read1(10)
    monkeypatch.setattr(datasets.urllib.request, "urlopen", lambda url, timeout: Line(archive()[0]))
    with pytest.raises(KeyboardInterrupt):
        datasets.cifar10(tmp_path / "cache")
    assert os.listdir(tmp_path / "cache") == []


def test_a_cache_that_cannot_be_written_to_says_what_to_do(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(OSError, match=r"cannot be kept in .*file.*Name a folder of yours: cifar10\('data'\)"):
        datasets.cifar10(tmp_path / "file" / "below")

    def refuse(**_):
        raise PermissionError(13, "Permission denied")
    monkeypatch.setattr(datasets.tempfile, "mkstemp", refuse)
    with pytest.raises(PermissionError, match=r"\(Permission denied\)\. Name a folder of yours"):
        datasets.cifar10(tmp_path / "cache")


def test_a_full_disk_is_not_told_as_a_missing_network(tmp_path, monkeypatch):
    real = os.fdopen

    def full(handle, mode):
        file = real(handle, mode, buffering=0)

        class Full(io.RawIOBase):
            def write(self, _):
                raise OSError(28, "No space left on device")

            def close(self):
                file.close()
        return Full()
    monkeypatch.setattr(datasets.os, "fdopen", full)
    with pytest.raises(OSError, match=r"cannot be kept in .*\(No space left on device\)\. Make room") as caught:
        datasets.cifar10(tmp_path / "cache", **offered(tmp_path, archive()[0]))
    assert not isinstance(caught.value, ConnectionError)
    assert os.listdir(tmp_path / "cache") == []


@pytest.mark.parametrize(("made", "says"), [
    ({"names": datasets.BATCHES[:3]}, "has no file of pictures"), ({"cut": 5}, "is no file of pictures"),
    ({"cut": PICTURES * datasets.RECORD}, "0 bytes"),
])
def test_an_archive_of_another_layout_is_told(tmp_path, made, says):
    with pytest.raises(ValueError, match=says):
        datasets.cifar10(tmp_path / "cache", **offered(tmp_path, archive(**made)[0]))


def test_nothing_in_an_archive_is_unpacked(tmp_path):
    raw, _ = archive((*datasets.BATCHES, "../outside.txt"))
    datasets.cifar10(tmp_path / "cache", **offered(tmp_path, raw))
    assert os.listdir(tmp_path / "cache") == ["pictures.tar.gz"]
    assert sorted(os.listdir(tmp_path)) == ["cache", "pictures.tar.gz"]


@pytest.mark.parametrize(("knobs", "error", "says"), [
    *(({"test": test}, error, "test must be a whole number from 0 to 1795")
      for test, error in ((1796, ValueError), (-5, ValueError), (2.5, TypeError))),
    ({"dtype": np.uint8}, ValueError, "dtype must be a floating type")])
def test_digits_leave_some_to_train_on_and_are_no_whole_numbers(knobs, error, says):
    with pytest.raises(error, match=says):
        datasets.digits(**knobs)
