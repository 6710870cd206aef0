"""Random data of chapters 3 and 4, made from a singular value decomposition: solutions are known by construction."""

import numpy as np

# Sizes are all different from each other, and so are their sums and differences: a shape that fits by chance would hide
# a fault.
TALL, WIDE, SQUARE = {"n": 7, "d": 3}, {"n": 4, "d": 6}, {"n": 5, "d": 5}  # harmless: so are other sizes
REGIMES = (TALL, WIDE, SQUARE, *({"n": n, "d": d, "rank": rank} for n, d, rank in ((8, 5, 2), (3, 7, 2), (5, 5, 3))),
           TALL | {"scale": 1e-3}, TALL | {"scale": 1e3}, WIDE | {"scale": 1e-3}, WIDE | {"scale": 1e3},
           {"n": 6, "d": 1}, {"n": 1, "d": 4}, {"n": 9, "d": 2}, {"n": 2, "d": 5})  # harmless: as above


def normal(rng, count, rows, columns=1):
    """Return `count` matrices of independent standard normal numbers."""
    return rng.normal(size=(count, rows, columns))


def uniform(rng, count, low, high):
    """Return `count` numbers between two bounds."""
    return rng.uniform(low, high, (count, 1, 1))


def orthogonal(rng, count, size):
    """Return `count` orthogonal matrices."""
    return np.linalg.qr(normal(rng, count, size, size))[0]


def draw(rng, count, n, d, rank=None, scale=1.0):
    """Return X (n, d) of a rank, its size times `scale`, targets, weights, steps, a penalty of the squares' size."""
    full = min(n, d)
    rank = full if rank is None else rank
    left, right = orthogonal(rng, count, n), orthogonal(rng, count, d)
    stretch = -np.sort(-rng.uniform(0.4, 3.0, (count, 1, full)), axis=2) * scale
    stretch[..., rank:] = 0
    X = left[:, :, :full] * stretch @ right[:, :, :full].mT
    return {
        "X": X,
        "y": normal(rng, count, n) * scale ** rng.integers(0, 2),
        "w": normal(rng, count, d),
        "v": normal(rng, count, d),
        "mu": normal(rng, count, n),
        "lambda": 10 ** uniform(rng, count, -1.0, 1.0) * scale**2,
        "left": left,
        "stretch": stretch,
        "right": right,
    }


def undone(g):
    """X† by construction: what stretched is shrunk, where it stretched at all."""
    s = g.stretch
    shrink = np.divide(1.0, s, out=np.zeros_like(s), where=s > 0)
    full = s.shape[2]
    return g.right[:, :, :full] * shrink @ g.left[:, :, :full].mT


def decomposed(g):
    """U, s, V as LAPACK finds them, s a column in which what is only rounding is 0."""
    U, s, Vt = np.linalg.svd(g.X)
    s = np.where(s > 1e-10 * s[:, :1], s, 0.0)
    return U, s[..., None], Vt.mT


def on_the_diagonal(values, rows, columns):
    """The matrix (rows, columns) with the given values on its diagonal."""
    made = np.zeros((len(values), rows, columns))
    place = np.arange(values.shape[1])
    made[:, place, place] = values[..., 0]
    return made


def rank(g):
    """The rank of X, as a number."""
    return (g.stretch > 0).sum(axis=2, keepdims=True).astype(float)


def shortest(g):
    """The least-squares solution that is shortest."""
    return undone(g) @ g.y


def squares(value):
    """The sum of squares, without a conjugate that would spoil a complex step."""
    return (value**2).sum(axis=(1, 2), keepdims=True)


def unseen(g):
    """The part of v in the null space of X, zero where X has full column rank."""
    flat = g.right * (np.arange(g.right.shape[2]) >= rank(g))
    return flat @ (flat.mT @ g.drawn["v"])


DERIVED = {
    "svd": decomposed,
    "U": lambda g: g.svd[0],
    "sigma": lambda g: g.svd[1],
    "V": lambda g: g.svd[2],
    "Sigma": lambda g: on_the_diagonal(g.svd[1], *g.X.shape[1:]),
    "r": rank,
    "fit": shortest,
    "z": lambda g: g.V.mT @ g.w,
    "c": lambda g: g.U.mT @ g.y,
    "null": unseen,
}
