"""A Tracer behaves as the array that it holds, and leaves a node for each operation."""

import numpy as np
import pytest

from livefig.graph import Graph
from livefig.tracer import Tracer

V = np.array([0.3, -1.2, 2.5, 0.7])


@pytest.fixture
def v():
    return Graph().add(V, "input")


def test_a_tracer_has_the_form_of_its_array(v):
    M = v[:, None] * np.ones(3)
    assert (M.shape, M.ndim, M.size, M.dtype, len(M)) == ((4, 3), 2, 12, float, 4)
    assert (np.shape(M), np.ndim(M), np.size(M)) == (M.shape, M.ndim, M.size)
    assert M.T.shape == (3, 4)
    assert [row.shape for row in M] == [(3,)] * 4


def test_a_tracer_lets_numpy_lead_its_functions_here(v):
    """What the validation of other packages asks before it lets an array-like pass unlooked at."""
    assert hasattr(v, "__array_function__")
    assert not isinstance(v, np.ndarray)
    assert isinstance(np.exp(v), Tracer)
    assert isinstance(V + v, Tracer)


def test_the_value_is_what_numpy_computes(v):
    for f in (lambda a: a[1:] * 2 - 1, lambda a: a**2, lambda a: a**0.5, lambda a: 2.0**a, lambda a: a > 0,
              lambda a: -abs(a)):
        with np.errstate(invalid="ignore"):
            np.testing.assert_array_equal(f(v).value, f(V))


def test_powers_go_the_way_of_numpy(v):
    ops = [v.graph.nodes[(v**p).node][0] for p in (2, 1, 0.5, -1, 3)]
    assert ops == ["square", "positive", "sqrt", "reciprocal", "power"]


def test_truth_values_are_joined_by_logic_and_numbers_by_arithmetic(v):
    g, on = v.graph, v > 0
    assert [g.nodes[t.node][0] for t in (on + on, on * on, ~on, on & on, v + v)] == [
        "logical_or", "logical_and", "logical_not", "logical_and", "add"]  # fmt: skip
    assert (on + on).dtype == bool


def test_types_change_as_in_numpy(v):
    np.testing.assert_array_equal(v.astype(int).value, V.astype(int))
    np.testing.assert_array_equal(v.astype(bool).value, V.astype(bool))
    assert (v > 0).astype(float).dtype == float
    assert v.astype(int).dtype.kind == "i"


def test_indices_that_follow_a_slider_take_rows_and_columns():
    graph = Graph()
    i, T = graph.add(1, "input"), graph.lift(np.arange(12.0).reshape(3, 4))
    np.testing.assert_array_equal(T[i].value, [4, 5, 6, 7])
    np.testing.assert_array_equal(T[:, i].value, [1, 5, 9])
    assert T[i, 2].value == 6


def test_a_tracer_cannot_be_a_key(v):
    with pytest.raises(TypeError, match="unhashable"):
        hash(v)


def test_it_shows_the_value_that_it_holds(v):
    assert repr(v[0]) == "Tracer(array(0.3))"
