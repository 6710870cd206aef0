"""Matrices that every test of ridge should meet: all shapes, ranks and scales."""
import numpy as np

from tests.hw0.made import matrix

SHAPES = [(9, 4), (4, 9), (5, 5), (1, 6), (6, 1), (1, 1)]


def designs():
    """Pairs (name, X): tall, wide, square, one row or column, rank-deficient, repeated values, scales, zero."""
    rng = np.random.default_rng(1)
    yield from ((f"{n} by {d}", rng.normal(size=(n, d))) for n, d in SHAPES)
    yield "tall of rank 2", matrix(7, 4, [3.0, 1.0], rng=rng)
    yield "wide of rank 2", matrix(4, 7, [3.0, 1.0], rng=rng)
    yield "repeated singular values", matrix(6, 3, [2.0, 2.0, 2.0], rng=rng)
    yield "scale 1e6", 1e6 * rng.normal(size=(8, 3))
    yield "scale 1e-14", 1e-14 * rng.normal(size=(3, 8))
    yield "ones", np.ones((3, 2))
    yield "zero", np.zeros((3, 4))
