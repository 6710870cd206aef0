"""Strategies for matrices: small integers, of chosen shape and rank, and orthogonal ones that can be read.

The rank of a small integer matrix is decided by exact determinants, and its smallest singular value that is
not 0 is far above rounding: every cut-off that anybody uses finds the same rank.
"""

import numpy as np
from hypothesis import strategies as st

from tests.hw0.checks.pools.strategies import FRACTION, NONZERO, SCALES, array

INTEGER = st.sampled_from([1.0, 2.0, 0.0, -1.0, 3.0, -2.0])

TALL = ((2, 1), (3, 1), (3, 2), (4, 2))
WIDE = tuple((d, n) for n, d in TALL)
TALLER = ((4, 3), (5, 2), (5, 3), (6, 4), (4, 1), (7, 2))
WIDER = tuple((d, n) for n, d in TALLER)
WORST = 200.0  # the largest condition of a wide matrix: its square is far from 1 / rounding


def full_rank(*shapes, entries=INTEGER):
    """A strategy of matrices of one of these shapes whose rank is the smaller side."""
    return st.sampled_from(shapes).flatmap(lambda shape: array(*shape, entries=entries).filter(_has_full_rank))


def deficient(*shapes):
    """A strategy of matrices of rank 1 of one of these shapes: columns that are multiples of one column."""
    return st.sampled_from(shapes).flatmap(
        lambda shape: st.tuples(array(shape[0], entries=NONZERO), array(shape[1], entries=INTEGER)).map(
            lambda pair: np.outer(*pair)
        )
    )


def full_rank_wide(*shapes):
    """A strategy of matrices of full rank with fractions, nearly dependent ones, and scales of 1024 and 1/1024."""
    drawn = st.sampled_from(shapes).flatmap(lambda shape: array(*shape, entries=FRACTION)).filter(_is_fair)
    near = st.sampled_from(shapes).flatmap(_nearly_deficient)
    return st.tuples(st.one_of(drawn, near), SCALES).map(lambda pair: pair[0] * pair[1])


def deficient_wide(*shapes):
    """A strategy of matrices of every rank from 0 to one less than full, at several scales."""

    def product(shape):
        n, d = shape
        ranks = st.sampled_from([min(n, d) - 1, *range(min(n, d))])
        return ranks.flatmap(lambda r: (st.tuples(array(n, r, entries=INTEGER), array(r, d, entries=INTEGER))
                                        .map(lambda pair: pair[0] @ pair[1]) .filter(lambda X: _has_rank(X, r))))

    return st.tuples(st.sampled_from(shapes).flatmap(product), SCALES).map(lambda pair: pair[0] * pair[1])


def orthogonal(n):
    """A strategy of orthogonal (n, n): rows of the identity in any order, with signs."""
    signs = array(n, entries=st.sampled_from([1.0, -1.0]))
    return st.tuples(st.permutations(range(n)), signs).map(lambda drawn: np.eye(n)[drawn[0]] * drawn[1])


def reflection(n):
    """A strategy of reflections I - 2 v v^T / v^T v, orthogonal (n, n) without zeros."""
    return array(n, entries=NONZERO).map(lambda v: np.eye(n) - 2 * np.outer(v, v) / (v @ v))


def factors(*shapes):
    """A strategy of dicts U (n, n), s (k,), Vt (d, d): the full SVD of a matrix of full rank of one of these shapes."""
    return st.sampled_from(shapes).flatmap(lambda shape: st.fixed_dictionaries(
        {"U": orthogonal(shape[0]), "s": _singular_values(min(shape)), "Vt": orthogonal(shape[1])}
    ))


def factors_wide(*shapes):
    """The same with reflections, repeated and far singular values, and scales."""

    def around(shape):
        values = st.lists(st.sampled_from([1.0, 0.75, 3.0, 0.125, 12.0]), min_size=min(shape), max_size=min(shape))
        s = st.tuples(values, SCALES).map(lambda pair: np.array(sorted(pair[0], reverse=True)) * pair[1])
        return st.fixed_dictionaries({"U": reflection(shape[0]), "s": s, "Vt": reflection(shape[1])})

    return st.sampled_from(shapes).flatmap(around)


def _singular_values(k):
    return st.sets(st.sampled_from([2.0, 1.0, 4.0, 0.5]), min_size=k, max_size=k).map(
        lambda s: np.array(sorted(s, reverse=True))
    )


def _nearly_deficient(shape):
    """Matrices whose last row or column (of the smaller side) differs by 1/64 from the first."""

    def close(X):
        X = X.copy() if X.shape[0] >= X.shape[1] else X.T.copy()
        X[:, -1] = X[:, 0]
        X[-1, -1] += 1 / 64 if X.shape[1] > 1 else 0
        return X if shape[0] >= shape[1] else X.T

    return array(*shape, entries=NONZERO).map(close).filter(lambda X: np.linalg.cond(X) < 4 * WORST)


def _has_full_rank(X):
    small = X if X.shape[0] <= X.shape[1] else X.T
    return round(np.linalg.det(small @ small.T)) != 0  # integers: the determinant is at least 1 or it is 0


def _is_fair(X):
    return np.linalg.cond(X) < WORST


def _has_rank(X, r):
    s = np.linalg.svd(X, compute_uv=False)
    return not np.any(X) if r == 0 else s[r - 1] > s[0] / WORST and np.linalg.matrix_rank(X) == r
