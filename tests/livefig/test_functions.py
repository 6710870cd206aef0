"""NumPy's functions on Tracers: the table of what is led here, and the methods that call it."""

import numpy as np
import pytest

from livefig.functions import JOINS, METHODS, MOVES, REDUCTIONS
from livefig.graph import Graph
from livefig.tracer import HANDLERS, TraceError, Tracer

M = np.array([[0.3, -1.2, 2.5], [4.0, 0.0, -0.5]])


@pytest.fixture
def m():
    return Graph().add(M, "input")


def test_every_function_that_is_named_has_a_handler():
    named = {getattr(np, name) for name in REDUCTIONS} | set(MOVES) | set(JOINS)
    assert len(named) == len(REDUCTIONS) + len(MOVES) + len(JOINS)
    assert named < set(HANDLERS)


@pytest.mark.parametrize("name", sorted(set(METHODS) - {"take", "clip", "dot", "reshape", "repeat"}))
def test_a_method_is_the_function_of_its_name(m, name):
    method = getattr(m, name)()
    assert isinstance(method, Tracer)
    np.testing.assert_array_equal(method.value, getattr(M, name)())
    assert method.node == getattr(np, name)(m).node


def test_methods_take_arguments_as_an_array_does(m):
    for f in (lambda a: a.take([2, 0], axis=1), lambda a: a.clip(-1, 1), lambda a: np.clip(a, a_min=0, a_max=2),
              lambda a: a.dot(M.T), lambda a: a.reshape(3, 2),
              lambda a: a.reshape((3, 2)), lambda a: a.transpose(1, 0), lambda a: a.repeat(2, axis=0)):  # fmt: skip
        np.testing.assert_array_equal(f(m).value, f(M))


@pytest.mark.parametrize("axis", [None, 0, 1, -1, (0, 1), (1, 0)])
@pytest.mark.parametrize("keepdims", [False, True])
def test_sums_run_over_the_axes_that_are_asked_for(m, axis, keepdims):
    total = np.sum(m, axis=axis, keepdims=keepdims)
    want = np.sum(M, axis=axis, keepdims=keepdims)
    assert total.shape == want.shape
    np.testing.assert_allclose(total.value, want, rtol=1e-15)
    op, _, params = m.graph.nodes[total.node]
    assert (op, params) == ("sum", (M.size // want.size,))  # the page adds so many neighbours at a time


def test_the_mean_of_nothing_but_one_axis_counts_that_axis(m):
    np.testing.assert_allclose(np.mean(m, axis=0).value, M.mean(axis=0), rtol=1e-15)
    np.testing.assert_allclose(np.mean(m).value, M.mean(), rtol=1e-15)


@pytest.mark.parametrize(("a", "b"), [((2, 3), (3, 2)), ((2, 3), (3,)), ((2,), (2, 3)), ((3,), (3,))])
def test_products_have_the_shape_of_numpy(a, b):
    graph, rng = Graph(), np.random.default_rng(0)
    A, B = rng.normal(size=a), rng.normal(size=b)
    product = graph.add(A, "input") @ B
    assert product.shape == (A @ B).shape
    np.testing.assert_allclose(product.value, A @ B, rtol=1e-15)


def test_a_product_with_a_scalar_is_no_matrix_product(m):
    assert m.graph.nodes[np.dot(2.0, m).node][0] == "multiply"
    with pytest.raises(TraceError, match="vectors and matrices"):
        np.matmul(2.0, m)


def test_other_norms_are_refused(m):
    np.testing.assert_allclose(np.linalg.norm(m, ord=2, axis=1).value, np.linalg.norm(M, axis=1))
    with pytest.raises(TraceError, match="ord=2"):
        np.linalg.norm(m, ord=2)  # of a matrix: its largest singular value


@pytest.mark.parametrize("call", [np.diag, np.trace])
def test_a_number_has_no_diagonal(m, call):
    with pytest.raises(TraceError, match="of an array of 0 axes"):
        call(m[0, 0])


@pytest.mark.parametrize("knobs", [{}, {"axis": 0}, {"axis": 1}, {"n": 2}, {"n": 1, "axis": 0}])
def test_differences_are_taken_along_the_axis_that_numpy_takes(m, knobs):
    np.testing.assert_array_equal(np.diff(m, **knobs).value, np.diff(M, **knobs))


@pytest.mark.parametrize("call", [
    lambda a: np.diag(a), lambda a: np.diag(a[0]), lambda a: np.trace(a), lambda a: np.inner(a, M),
    lambda a: np.std(a, 0), lambda a: np.var(a, axis=(0, 1), ddof=1), lambda a: np.round(a, 1),
    lambda a: np.round(10 * a, -1), lambda a: np.linspace(a, 2.0, 3), lambda a: a.copy(),
    lambda a: np.linspace(a[0], M[1], 3, endpoint=False), lambda a: np.full_like(a, 0.5),
    lambda a: np.full_like(a.astype(int), 0.5), lambda a: np.round((40 * a).astype(int), -1),
    lambda a: np.argmax(a[0, 0], axis=0), lambda a: np.sum(a[0, 0], axis=-1, keepdims=True),
])  # fmt: skip
def test_what_is_made_of_other_functions_is_what_numpy_makes(m, call):
    got = call(m)
    assert isinstance(got, Tracer) and got.dtype == call(M).dtype
    np.testing.assert_allclose(got.value, call(M), rtol=1e-15, atol=0)


@pytest.mark.parametrize("knobs", [{}, {"nan": 7.0}, {"posinf": 1.0, "neginf": -1.0}])
def test_what_is_no_number_becomes_what_numpy_makes_of_it(knobs):
    values = np.array([np.nan, np.inf, -np.inf, 2.0])
    np.testing.assert_array_equal(np.nan_to_num(Graph().add(values, "input"), **knobs).value,
                                  np.nan_to_num(values, **knobs))
