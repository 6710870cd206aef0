"""hw0.vector_calculus.differences: steps that fit the function, its precision and the memory."""
import tracemalloc

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.testing import assert_allclose

from hw0.vector_calculus import differences
from hw0.vector_calculus.differences import central_differences, forward_differences


def length(x):
    return np.sqrt(x @ x)


@pytest.mark.parametrize("batch", [False, True])
@settings(deadline=None)
@given(exponent=st.integers(-100, 3), seed=st.integers(0, 20), zeros=st.booleans())
def test_a_function_that_turns_within_the_first_step_gets_a_shorter_one(batch, exponent, seed, zeros):
    """The length of a short vector: its own length is what the step has to be measured by."""
    x = np.random.default_rng(seed).normal(size=3) * 10.0**exponent
    if zeros:
        x[1] = 0.0
    f = (lambda points: np.sqrt(np.sum(points**2, axis=1))) if batch else length
    assert_allclose(central_differences(f, x, batch=batch), [x / length(x)], atol=1e-7)


@pytest.mark.parametrize(("f", "x", "row"), [
    (lambda x: np.maximum(0.0, x[0]), [1e-7], 1.0), (lambda x: np.abs(x[0]), [-1e-9], -1.0),
    (lambda x: np.exp(1e6 * x[0]), [0.0], 1e6),
    (lambda x: 1 / x[0], [1e-6], -1e12), (lambda x: np.abs(x[0]), [0.0], 0.0),
    (lambda x: 1e6 + (x[0] - 1) ** 2, [1.0], 0.0), (lambda x: 3.0, [1.0], 0.0),
    (lambda x: x[0] ** 2, [0.0], 0.0), (lambda x: np.cos(x[0]), [0.0], 0.0),
])
def test_curvature_and_kinks_beside_the_point_do_no_harm(f, x, row):
    assert_allclose(central_differences(f, x)[0, 0], row, rtol=1e-6, atol=1e-4)


def test_a_step_that_is_given_is_taken():
    D = central_differences(lambda x: np.maximum(0.0, x[0]), [1e-7], h=1e-5)
    assert_allclose(D, (1e-7 + 1e-5) / 2e-5, rtol=1e-9)


def test_a_smooth_function_costs_two_calls_for_each_coordinate_and_one():
    calls = []
    central_differences(lambda x: calls.append(0) or np.sin(x).sum(), np.linspace(0.1, 1.0, 20))
    assert len(calls) == 41


@pytest.mark.parametrize("route", [forward_differences, central_differences])
def test_the_step_fits_the_precision_of_the_answer(route):
    x = np.array([0.3, -1.2, 2.5])
    inside = lambda x: np.sin(x.astype(np.float32)).sum()       # noqa: E731
    assert inside(x).dtype == np.float32
    assert_allclose(route(inside, x), [np.cos(x)], atol=2e-3 if route is forward_differences else 1e-4)


@pytest.mark.parametrize("seed", range(10))
def test_float32_inside_is_seen_from_outside(seed):
    x = np.random.default_rng(seed).normal(size=5)
    assert_allclose(central_differences(lambda x: float(np.sin(x.astype(np.float32)).sum()), x), [np.cos(x)], atol=2e-4)


def test_many_coordinates_do_not_fill_the_memory():
    x = np.ones(2000)
    tracemalloc.start()
    D = central_differences(lambda points: np.sum(points**2, axis=1), x, batch=True)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert_allclose(D, 2.0, rtol=1e-8)
    assert peak < 8 * 4 * differences.BLOCK < 2000 * 2000 * 8
