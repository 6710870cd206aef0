"""Matrices whose singular values are known because they are put together from them."""

import numpy as np


def matrix(n, d, s, *, rng):
    """(n, d) with the singular values s, and random singular vectors."""
    r = len(s)
    U = np.linalg.qr(rng.normal(size=(n, r)))[0]
    V = np.linalg.qr(rng.normal(size=(d, r)))[0]
    return (U * np.asarray(s)) @ V.T
