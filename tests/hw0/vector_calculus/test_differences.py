"""hw0.vector_calculus.differences: steps that fit the function, its precision and the memory."""
import itertools
import tracemalloc

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.testing import assert_allclose

from hw0.vector_calculus import differences
from hw0.vector_calculus.differences import central_differences, forward_differences
from hw0.vector_calculus.gradcheck import compare, relative_error


def length(x):
    return np.sqrt(x @ x)


def off(batch, exponent, seed, zeros):
    """How far the differences of the length of a vector of about this size are from its direction."""
    x = np.random.default_rng(seed).normal(size=3) * 10.0**exponent
    if zeros:
        x[1] = 0.0
    f = (lambda points: np.sqrt(np.sum(points**2, axis=1))) if batch else length
    return np.max(np.abs(central_differences(f, x, batch=batch) - x / length(x)))


@pytest.mark.parametrize("batch", [False, True])
@settings(deadline=None)
@given(exponent=st.integers(-100, 3), seed=st.integers(0, 20), zeros=st.booleans())
def test_a_function_that_turns_within_the_first_step_gets_a_shorter_one(batch, exponent, seed, zeros):
    assert off(batch, exponent, seed, zeros) < 1e-6         # 1e-7 but for some of what the next test shows


def test_nearly_along_a_coordinate_no_turn_is_seen_and_what_the_first_step_leaves_out_stays():
    found = np.array([off(True, *at) for at in itertools.product(range(-6, 1), range(21), (False, True))])
    assert 0 < np.mean(found > 1e-7) < 0.02
    assert np.max(found) < 1e-6


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


@pytest.mark.parametrize(("route", "most"), [(forward_differences, 25), (central_differences, 45)])
def test_a_smooth_function_costs_as_many_calls_as_is_said(route, most):
    calls = []
    route(lambda x: calls.append(0) or np.sin(x).sum(), np.linspace(0.1, 1.0, 20))
    assert len(calls) == most


SINGLE = {      # functions that compute in float32, what surrounds that, and their derivatives
    "answers in it": (lambda x: np.sin(x.astype(np.float32)).sum(), np.cos),
    "as a float": (lambda x: float(np.sin(x.astype(np.float32)).sum()), np.cos),
    "then divided": (lambda x: float(np.sin(x.astype(np.float32)).sum()) / 3, lambda x: np.cos(x) / 3),
    "then more": (lambda x: float(np.sin(x.astype(np.float32)).sum()) + 0.1 * x @ x, lambda x: np.cos(x) + 0.2 * x),
    "linear": (lambda x: 0.1 * float(x.astype(np.float32).sum()), lambda x: np.full(len(x), 0.1)),
    "a vector": (lambda x: 0.1 * np.sin(x.astype(np.float32)).astype(float), lambda x: np.diag(0.1 * np.cos(x))),
}
SEEN = "f computes in single precision: rounding alone makes errors of about"


@pytest.mark.parametrize("name", SINGLE)
@pytest.mark.parametrize("x", [[0.3, -1.2, 2.5], [1.0, 2.0, 3.0], [1.0], [1e-3, 5.0]])
def test_single_precision_is_told_and_gets_its_own_step(name, x):
    f, derivative = SINGLE[name]
    x = np.array(x)
    exact = derivative(x).reshape(-1, len(x))
    for route, error in ((forward_differences, 1e-3), (central_differences, 1e-4)):
        with pytest.warns(UserWarning, match=SEEN):
            D = route(f, x)
        assert relative_error(D, exact) < error
    found = compare(f, exact, x, rng=np.random.default_rng(0))
    assert found.agrees
    assert found.kinked == 0
    assert 1e-6 < found.noise < 1e-3
    assert not compare(f, 1.01 * exact, x, rng=np.random.default_rng(0)).agrees


def test_the_error_that_is_told_is_the_one_that_is_made():
    """With the step of float64, and with its own: over forty points, nowhere more than is told, nor far less."""
    f, derivative = SINGLE["then divided"]
    for h in (1e-6, None):
        made, told = [], []
        for seed in range(40):
            x = np.random.default_rng(seed).normal(size=4)
            with pytest.warns(UserWarning, match=SEEN) as seen:
                made.append(np.max(np.abs(central_differences(f, x, h=h) - derivative(x))))
            told.append(float(str(seen[0].message).split("about ")[1].split()[0]))
        assert np.max(np.divide(made, told)) < 2
        assert np.median(np.divide(made, told)) > 0.05


@pytest.mark.parametrize("f", [
    lambda x: np.sin(x).sum() / 3, lambda x: np.maximum(0.0, x - 1).sum(), lambda x: np.abs(x).sum(), length,
    lambda x: 1e9 + np.sin(x).sum(), lambda x: np.exp(40 * x[0]), lambda x: np.cos(1e5 * x).sum(), lambda x: 1.0,
    lambda x: np.floor(x).sum(), lambda x: (x - 1) @ (x - 1), lambda x: 0 * x.astype(np.float32)[0] + x[0],
])
@pytest.mark.parametrize("x", [[0.3, -1.2, 2.5], [1.0, 2.0, 3.0], [1.0], [1e-3, 1.0], [0.0, 0.0]])
def test_double_precision_is_not_called_single(f, x):
    """At kinks and minima, too, and where f turns fast: a warning would be an error here."""
    for route in (forward_differences, central_differences):
        route(f, np.array(x))


def test_a_batch_in_single_precision_is_told():
    with pytest.warns(UserWarning, match=SEEN):
        D = central_differences(lambda points: np.sin(points.astype(np.float32)).sum(axis=1) / 3.0, np.ones(4),
                                batch=True)
    assert_allclose(D, np.cos(1) / 3, rtol=1e-3)


def test_many_coordinates_do_not_fill_the_memory():
    x = np.ones(2000)
    tracemalloc.start()
    D = central_differences(lambda points: np.sum(points**2, axis=1), x, batch=True)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert_allclose(D, 2.0, rtol=1e-8)
    assert peak < 8 * 4 * differences.BLOCK < 2000 * 2000 * 8
