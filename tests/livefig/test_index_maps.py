"""Elements that only move leave as little as possible on the page."""

import numpy as np
import pytest

from livefig.graph import Graph
from livefig.index_maps import join, move

M = np.arange(12.0).reshape(3, 4) ** 2


@pytest.fixture
def m():
    return Graph().add(M, "input")


@pytest.mark.parametrize("func", [lambda a: a.reshape(4, 3), np.ravel, lambda a: a[None]])
def test_a_change_of_shape_alone_needs_no_node(m, func):
    moved = move(func, m)
    assert moved.node == m.node
    assert len(m.graph.nodes) == 1
    np.testing.assert_array_equal(moved.value, func(M))


@pytest.mark.parametrize("func", [
    np.transpose, lambda a: a[::-1, ::2], lambda a: a[1], lambda a: a[:, -1], lambda a: np.broadcast_to(a[0], (5, 4)),
    np.diagonal,
])
def test_what_numpy_shows_as_a_view_is_strides_on_the_page(m, func):
    moved = move(func, m)
    op, args, (start, sizes, steps) = m.graph.nodes[moved.node]
    assert (op, args) == ("view", (m.node,))
    places = start + sum(np.ix_(*(step * np.arange(n) for n, step in zip(sizes, steps, strict=True))))
    np.testing.assert_array_equal(M.ravel()[places].ravel(), func(M).ravel())
    np.testing.assert_array_equal(moved.value, func(M))


@pytest.mark.parametrize("func", [lambda a: a[[2, 0, 2]], lambda a: np.roll(a, 1), lambda a: np.repeat(a, 2, axis=1)])
def test_what_numpy_copies_is_a_list_of_places(m, func):
    moved = move(func, m)
    op, _, (places,) = m.graph.nodes[moved.node]
    assert op == "pick"
    np.testing.assert_array_equal(M.ravel()[list(places)], func(M).ravel())
    np.testing.assert_array_equal(moved.value, func(M))


def test_nothing_can_be_left():
    assert move(lambda a: a[:0], Graph().add(M, "input")).shape == (0, 4)


def test_arrays_are_joined_with_plain_ones(m):
    for func, args in ((np.vstack, ()), (np.concatenate, (1,)), (np.stack, (2,))):
        np.testing.assert_array_equal(join(func, [M, m, 2 * M], *args).value, func([M, M, 2 * M], *args))
    assert [op for op, _, _ in m.graph.nodes].count("cat") == 1  # the same three parts, laid end to end once
