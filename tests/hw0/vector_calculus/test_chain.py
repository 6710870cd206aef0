"""hw0.vector_calculus.chain: both ways through a chain give the product, and cost as many multiplications."""

import itertools

import numpy as np
import pytest
from numpy.testing import assert_allclose

from hw0.vector_calculus import chain


def factors(*sizes):
    rng = np.random.default_rng(0)
    return [rng.normal(size=(after, before)) for before, after in itertools.pairwise(sizes)]


@pytest.mark.parametrize("sizes", [(3, 5, 2, 4), (7, 1), (1, 6, 1), (4, 4, 4)])
def test_pushes_are_the_columns_and_pulls_the_rows_of_the_product(sizes):
    Ds = factors(*sizes)
    product = np.linalg.multi_dot(Ds[::-1]) if len(Ds) > 1 else Ds[0]
    pushes = [chain.push(Ds, v) for v in np.eye(sizes[0])]
    pulls = [chain.pull(Ds, u) for u in np.eye(sizes[-1])]
    assert_allclose(np.transpose([p.value for p in pushes]), product, atol=1e-13)
    assert_allclose(np.vstack([p.value for p in pulls]), product, atol=1e-13)
    once = sum(a * b for a, b in itertools.pairwise(sizes))
    assert {p.multiplications for p in pushes + pulls} == {once}


def test_both_ways_agree_on_the_number_in_the_middle():
    Ds, rng = factors(3, 5, 2), np.random.default_rng(1)
    v, u = rng.normal(size=3), rng.normal(size=2)
    assert_allclose(u @ chain.push(Ds, v).value, chain.pull(Ds, u).value[0] @ v)


def test_an_empty_chain_changes_nothing():
    assert chain.push([], [1.0, 2.0]).multiplications == 0
    assert_allclose(chain.pull([], [1.0, 2.0]).value, [[1.0, 2.0]])


def test_a_chain_may_come_factor_by_factor():
    Ds = factors(3, 5, 2)
    for way, n in ((chain.push, 3), (chain.pull, 2)):
        assert_allclose(way(iter(Ds), np.ones(n)).value, way(Ds, np.ones(n)).value)


def test_shapes_that_clash_are_refused():
    with pytest.raises(ValueError, match="must have shape"):
        chain.push(factors(3, 2), [1.0, 2.0])
    with pytest.raises(ValueError, match="must have shape"):
        chain.pull(factors(3, 2), [1.0, 2.0, 3.0])
