"""Random least-squares problems, by shape and rank, on which a claim must hold; and the four factors of a matrix."""
from typing import NamedTuple

import numpy as np

from hw0.least_squares import svd

DRAWS = 40


class Factors(NamedTuple):
    """X = U S Vt with the full S (n, d), its pseudo-inverse Sp (d, n), and the singular values s (k,)."""

    U: np.ndarray
    S: np.ndarray
    Vt: np.ndarray
    Sp: np.ndarray
    s: np.ndarray


def factors(X):
    """The Factors of X."""
    U, s, Vt = svd.full(X)
    return Factors(U, svd.sigma(s, X.shape), Vt, svd.sigma_pinv(s, X.shape), s)


def _problems(shape_of, seed):
    """Instances X, y, w (any point), mu (any multipliers); `shape_of` draws (n, d, rank)."""
    rng = np.random.default_rng([3, seed])
    found = []
    for _ in range(DRAWS):
        n, d, r = shape_of(rng)
        X = rng.normal(size=(n, r)) @ rng.normal(size=(r, d)) if r < min(n, d) else rng.normal(size=(n, d))
        found.append({"X": X, "y": rng.normal(size=n), "w": rng.normal(size=d), "mu": rng.normal(size=n)})
    return tuple(found)


def _tall(rng):
    d = int(rng.integers(1, 4))
    return d + int(rng.integers(1, 4)), d, d


def _wide(rng):
    n, d, r = _tall(rng)
    return d, n, r


def _deficient(rng):
    n, d = (int(size) for size in rng.integers(2, 6, size=2))
    return n, d, int(rng.integers(1, min(n, d)))


TALL = _problems(_tall, 0)
WIDE = _problems(_wide, 1)
DEFICIENT = _problems(_deficient, 2)
FULL = (*TALL, *WIDE)
ANY = (*FULL, *DEFICIENT)


def _stiff(seed):
    """Tall and wide problems X, y of condition 1e7: y far from what tall ones reach, y that is reached, and wide."""
    rng = np.random.default_rng([3, seed])
    found = []
    for kind in range(3 * DRAWS):
        d = int(rng.integers(2, 5))
        n = d + int(rng.integers(1, 4))
        U, V = (np.linalg.qr(rng.normal(size=(rows, d)))[0] for rows in (n, d))
        X = U * np.geomspace(1.0, 1e-7, d) @ V.T
        X = X.T if kind % 3 == 2 else X
        reached = X @ rng.normal(size=X.shape[1])
        found.append({"X": X, "y": reached if kind % 3 == 1 else rng.normal(size=len(X))})
    return tuple(found)


STIFF = _stiff(3)
