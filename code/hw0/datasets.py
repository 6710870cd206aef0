"""Data for the networks of chapter 6: digits, spirals, curves, and CIFAR-10 for those who have it."""
import hashlib
import http.client
import os
import tarfile
import tempfile
import time
import urllib.error
import urllib.request
import zlib
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np

from hw0.validation import generator, not_negative, whole

CIFAR10 = "https://www.cs.toronto.edu/~kriz/cifar-10-binary.tar.gz"
CIFAR10_SHA256 = "c4a38c50a1bc5f3a1c5537f2155ab9d68f9f25eb1ed8d9ddda3db29a59bca1dd"
BATCHES = [*(f"cifar-10-batches-bin/data_batch_{k}.bin" for k in range(1, 6)), "cifar-10-batches-bin/test_batch.bin"]
LARGEST = 400_000_000           # bytes of an archive: more is not the data, and would fill a disk
SLOWEST, PATIENCE = 1000, 60    # bytes a second, after so many seconds; below that it would take days
RECORD = 1 + 3 * 32 * 32        # bytes per picture: its label, then red, green and blue


class Split(NamedTuple):
    """X (n, d) and labels y (n,) to train on, and the same to test on.

    >>> data = datasets.digits()
    >>> datasets.Split(data.X[:50], data.y[:50], data.X_test, data.y_test).X.shape
    (50, 64)
    """

    X: np.ndarray
    y: np.ndarray
    X_test: np.ndarray
    y_test: np.ndarray


def digits(*, test=360, seed=0, dtype=np.float64):
    """A Split of the 1797 handwritten 8 x 8 digits that come with scikit-learn: nothing is downloaded.

    Centred and scaled by the mean and the standard deviation of the training pixels, so that their mean square is 1.
    Raises ImportError without scikit-learn, and ValueError for a `test` that leaves fewer than two to train on.

    >>> data = datasets.digits(test=360)
    >>> data.X.shape, data.X_test.shape
    ((1437, 64), (360, 64))
    """
    X, y = pictures(seed=seed)
    (test,) = whole(test=test, least=0, most=len(X) - 2)
    if np.dtype(dtype).kind != "f":
        raise ValueError(f"dtype must be a floating type, since the pixels are scaled; got {np.dtype(dtype)}.")
    train = X[test:] - np.mean(X[test:], axis=0)
    scale = np.std(train)
    return Split((train / scale).astype(dtype), y[test:],
                 ((X[:test] - np.mean(X[test:], axis=0)) / scale).astype(dtype), y[:test])


def pictures(*, seed=0):
    """X (1797, 64) and y: these digits as they were written, row by row from 0 (paper) to 16 (ink), in a drawn order.

    >>> X, y = datasets.pictures()
    >>> X.shape, int(X.max()), y.shape
    ((1797, 64), 16, (1797,))
    """
    X, y = _bundled_digits()
    order = np.random.default_rng(seed).permutation(len(X))
    return X[order], y[order]


@cache
def _bundled_digits():
    try:
        from sklearn.datasets import load_digits
    except ImportError:
        raise ImportError("digits() reads the file that scikit-learn brings along: pip install scikit-learn.") from None
    return load_digits(return_X_y=True)


class Regression(NamedTuple):
    """X (n, d) and y (n,), all centred, each column of X with its name.

    >>> data = datasets.diabetes()
    >>> data.names[:4]
    ('age', 'sex', 'bmi', 'bp')
    """

    X: np.ndarray
    y: np.ndarray
    names: tuple[str, ...]


def diabetes(*, products=False):
    """The Regression of scikit-learn's 442 patients: ten measurements, and the progress of the disease a year later.

    Every column of X is scaled to length 1.  With products=True, the 55 products of two measurements follow the ten;
    the squared sex is a function of the sex, so that X then has rank 64.
    Raises ImportError without scikit-learn.

    >>> datasets.diabetes().X.shape, datasets.diabetes(products=True).X.shape
    ((442, 10), (442, 65))
    """
    try:
        from sklearn.datasets import load_diabetes
    except ImportError:
        raise ImportError("diabetes() reads the file that scikit-learn brings along: pip install scikit-learn."
                          ) from None
    data = load_diabetes()
    X, names = data.data, list(data.feature_names)
    if products:
        first, second = np.triu_indices(X.shape[1])
        names += [f"{names[i]} {names[j]}" for i, j in zip(first, second, strict=True)]
        X = np.column_stack([X, X[:, first] * X[:, second]])
    X = X - np.mean(X, axis=0)
    return Regression(X / np.linalg.norm(X, axis=0), data.target - np.mean(data.target), tuple(names))


def _drawn(rng, *, noise, **counts):
    """The counts as ints.  Raises TypeError or ValueError for a count below 1, a noise below 0, and another rng."""
    generator(rng)
    not_negative(noise=noise)
    return whole(**counts)


def spirals(n, *, classes=3, turns=0.75, noise=0.1, rng):
    """X (n * classes, 2) and y: one arm of n points per class, wound round the origin.

    >>> X, y = datasets.spirals(20, classes=3, rng=np.random.default_rng(0))
    >>> X.shape, np.bincount(y)
    ((60, 2), array([20, 20, 20]))
    """
    n, classes = _drawn(rng, n=n, classes=classes, noise=noise)
    t = np.sqrt(np.linspace(0.01, 1, n))
    arms = []
    for k in range(classes):
        angle = 2 * np.pi * (turns * t + k / classes) + noise * rng.standard_normal(n)
        arms.append(np.stack([t * np.cos(angle), t * np.sin(angle)], axis=1))
    return np.concatenate(arms), np.repeat(np.arange(classes), n)


def blobs(n, *, spread=0.2, rng):
    """X (2 n, 2) and y: four round clouds at the corners of a square, those across from each other of one class.

    >>> X, y = datasets.blobs(20, rng=np.random.default_rng(0))
    >>> X.shape, np.bincount(y)
    ((40, 2), array([20, 20]))
    """
    (n,) = _drawn(rng, n=n, noise=spread)
    corner = np.array([[0.6, 0.6], [-0.6, -0.6], [0.6, -0.6], [-0.6, 0.6]])
    y = np.repeat([0, 1], n)
    return corner[2 * y + np.arange(2 * n) % 2] + spread * rng.standard_normal((2 * n, 2)), y


def rings(n, *, noise=0.08, rng):
    """X (2 n, 2) and y: a cloud round the origin, and a ring round the cloud.

    >>> X, y = datasets.rings(20, rng=np.random.default_rng(0))
    >>> X.shape, np.bincount(y)
    ((40, 2), array([20, 20]))
    """
    (n,) = _drawn(rng, n=n, noise=noise)
    y = np.repeat([0, 1], n)
    radius = np.where(y, 0.85, 0.4 * np.sqrt(rng.random(2 * n))) + noise * rng.standard_normal(2 * n)
    angle = 2 * np.pi * rng.random(2 * n)
    return np.stack([radius * np.cos(angle), radius * np.sin(angle)], axis=1), y


def curve(f, n, *, low=-2.0, high=2.0, noise=0.0, rng):
    """x (n, 1) evenly spaced from low to high, and f(x) with normal noise (n, 1).

    >>> x, y = datasets.curve(np.square, 5, rng=np.random.default_rng(0))
    >>> y.ravel()
    array([4., 1., 0., 1., 4.])
    """
    (n,) = _drawn(rng, n=n, noise=noise)
    x = np.linspace(low, high, n)[:, None]
    values = f(x)
    if np.shape(values) != x.shape:
        raise ValueError(f"f must return a number for each entry of x {x.shape}; got shape {np.shape(values)}.")
    return x, values + noise * rng.standard_normal((n, 1))


def cifar10(cache=None, *, url=CIFAR10, sha256=CIFAR10_SHA256):
    """A Split of CIFAR-10: pictures as bytes, X (50000, 3072) uint8, 10000 of them to test on.

    The archive is fetched once, compared with its checksum and put into `cache` (by default hw0 in the user's cache
    folder) when it is complete.  Nothing is unpacked onto the disk: the six files of pictures are read by name, and the
    binary edition of the data holds no pickles, which could run code.

    Raises ConnectionError without network or where it breaks off, ValueError for an archive that is not the right
    one, and OSError for a folder that cannot be written to.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     try:
    ...         datasets.cifar10(folder, url="http://127.0.0.1:9/nowhere.tar.gz")
    ...     except ConnectionError as error:
    ...         print(str(error).partition(" (")[0])
    CIFAR-10 could not be fetched
    """
    folder = Path(cache or Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "hw0")
    archive = folder / Path(url).name
    if not archive.exists():
        _fetch(url, archive, sha256)
    elif _sha256(archive) != sha256:
        raise ValueError(f"{archive} is damaged or not CIFAR-10 (its checksum differs): remove it and call again.")
    pictures = [_pictures(archive, name) for name in BATCHES]
    X, y = (np.concatenate(parts) for parts in zip(*pictures[:-1], strict=True))
    return Split(X, y, *pictures[-1])


def _fetch(url, archive, sha256):
    try:
        archive.parent.mkdir(parents=True, exist_ok=True)
        handle, part = tempfile.mkstemp(dir=archive.parent, suffix=".part")
    except OSError as error:
        raise type(error)(f"CIFAR-10 cannot be kept in {archive.parent} ({error.strerror or error}). "
                          "Name a folder of yours: cifar10('data').") from error
    try:
        with os.fdopen(handle, "wb") as file:
            for block in _blocks(url, archive):
                try:
                    file.write(block)
                    file.flush()
                except OSError as error:
                    raise type(error)(f"CIFAR-10 cannot be kept in {archive.parent} ({error.strerror or error}). "
                                      "Make room, or name another folder: cifar10('data').") from error
        if _sha256(part) != sha256:
            raise ValueError(f"what {url} sent is not CIFAR-10 (its checksum differs); nothing was kept.")
        os.replace(part, archive)
    finally:
        Path(part).unlink(missing_ok=True)


def _blocks(url, archive):
    """What the address sends, block by block.  Raises ConnectionError if it does not answer or breaks off."""
    received, began = 0, time.monotonic()
    way_out = f"Without network use digits(), or put the archive there by hand: {archive}"
    try:
        with urllib.request.urlopen(url, timeout=30) as answer:
            promised = answer.headers.get("Content-Length")
            while block := answer.read1(1 << 20):
                received += len(block)
                if received > LARGEST:
                    raise OSError(f"more than {LARGEST} bytes, far more than the data")
                if received < SLOWEST * (time.monotonic() - began - PATIENCE):
                    raise OSError(f"fewer than {SLOWEST} bytes a second")
                yield block
    except (OSError, http.client.HTTPException, ValueError) as error:   # ValueError: led on to what is no address
        if isinstance(error, urllib.error.HTTPError):
            error.close()                                       # it holds the connection
        broke = f" after {received} bytes" if received else ""
        raise ConnectionError(f"CIFAR-10 could not be fetched{broke} ({error}). Call again. {way_out}") from error
    if promised and promised.isdecimal() and received < int(promised):    # closing early looks like an end
        raise ConnectionError(f"CIFAR-10 broke off after {received} of {promised} bytes; nothing was kept. "
                              f"Call again. {way_out}")


def _sha256(path):
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _pictures(archive, name):
    try:
        with tarfile.open(archive) as tar:
            data = np.frombuffer(tar.extractfile(name).read(), np.uint8)
    except (KeyError, AttributeError, EOFError, OSError, RecursionError, tarfile.TarError, zlib.error) as error:
        raise ValueError(f"{archive} has no file of pictures {name}.") from error
    if not data.size or data.size % RECORD:
        raise ValueError(f"{name} in {archive} is no file of pictures: {data.size} bytes are not a multiple of "
                         f"{RECORD}.")
    records = data.reshape(-1, RECORD)
    return records[:, 1:], records[:, 0].astype(np.intp)
