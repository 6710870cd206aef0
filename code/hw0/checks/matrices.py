"""Strategies for matrices: small integers, of chosen shape and rank, and orthogonal ones that can be read.

The rank of a small integer matrix is decided by exact determinants, and its smallest singular value that is
not 0 is far above rounding: every cut-off that anybody uses finds the same rank.
"""
import numpy as np
from hypothesis import strategies as st

from hw0.checks.strategies import NONZERO, array

INTEGER = st.sampled_from([1.0, 2.0, 0.0, -1.0, 3.0, -2.0])

TALL = ((2, 1), (3, 1), (3, 2), (4, 2))
WIDE = tuple((d, n) for n, d in TALL)


def full_rank(*shapes, entries=INTEGER):
    """A strategy of matrices of one of these shapes whose rank is the smaller side."""
    return st.sampled_from(shapes).flatmap(lambda shape: array(*shape, entries=entries).filter(_has_full_rank))


def deficient(*shapes):
    """A strategy of matrices of rank 1 of one of these shapes: columns that are multiples of one column."""
    return st.sampled_from(shapes).flatmap(lambda shape: st.tuples(
        array(shape[0], entries=NONZERO), array(shape[1], entries=INTEGER)).map(lambda pair: np.outer(*pair)))


def orthogonal(n):
    """A strategy of orthogonal (n, n): rows of the identity in any order, with signs."""
    signs = array(n, entries=st.sampled_from([1.0, -1.0]))
    return st.tuples(st.permutations(range(n)), signs).map(lambda drawn: np.eye(n)[drawn[0]] * drawn[1])


def factors(*shapes):
    """A strategy of dicts U (n, n), s (k,), Vt (d, d): the full SVD of a matrix of full rank of one of these shapes."""
    return st.sampled_from(shapes).flatmap(lambda shape: st.fixed_dictionaries({
        "U": orthogonal(shape[0]), "s": _singular_values(min(shape)), "Vt": orthogonal(shape[1])}))


def _singular_values(k):
    return st.sets(st.sampled_from([2.0, 1.0, 4.0, 0.5]), min_size=k,
                   max_size=k).map(lambda s: np.array(sorted(s, reverse=True)))


def _has_full_rank(X):
    small = X if X.shape[0] <= X.shape[1] else X.T
    return round(np.linalg.det(small @ small.T)) != 0       # integers: the determinant is at least 1 or it is 0
