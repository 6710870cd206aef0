import numpy as np
import pytest
from numpy.testing import assert_allclose

from hw0.vector_calculus import step_size
from hw0.vector_calculus.step_size import EPS, EXAMPLES

STEPS = 10.0 ** np.arange(-16, 0.01, 0.25)
SMOOTH = EXAMPLES[:3]


@pytest.mark.parametrize("example", SMOOTH, ids=lambda e: e.name)
def test_examples_carry_their_own_derivatives(example):
    circle = 0.25 * np.exp(2j * np.pi * np.arange(64) / 64)         # Cauchy's formula, which takes no differences
    taylor = np.fft.fft(example.f(example.x + circle)) / 64
    got = [(taylor[k] * scale / 0.25**k).real for k, scale in enumerate((1, 1, 2, 6))]
    assert_allclose(got, example.derivatives, rtol=1e-9)


def test_the_bent_example_has_its_kink_beside_the_point():
    bent = EXAMPLES[3]
    assert_allclose(bent.f(bent.x), bent.derivatives[0], rtol=1e-9)
    assert bent.f(bent.x - 0.001) == 0.0


@pytest.mark.parametrize("order", [1, 2])
@pytest.mark.parametrize("example", SMOOTH, ids=lambda e: e.name)
def test_measured_errors_keep_below_twice_the_bound(example, order):
    slope = example.derivatives[1]
    h = STEPS[STEPS < 0.1]
    measured = np.abs(step_size.quotient(example.f, example.x, h, order=order) - slope)
    placed = EPS * abs(example.x * slope) / h           # x + h is rounded too
    bound = step_size.error_bound(h, **example.terms(order))
    assert np.all(measured <= 2 * (bound + placed))
    assert np.max(measured / bound) > 0.3               # and the bound is not idle


@pytest.mark.parametrize("order", [1, 2])
@pytest.mark.parametrize("example", SMOOTH, ids=lambda e: e.name)
def test_the_best_step_is_where_the_bound_is_smallest(example, order):
    best = step_size.best_step(**example.terms(order))
    around = step_size.error_bound(best * np.array([0.5, 0.99, 1.0, 1.01, 2.0]), **example.terms(order))
    assert np.argmin(around) == 2


@pytest.mark.parametrize("order", [1, 2])
@pytest.mark.parametrize("example", SMOOTH, ids=lambda e: e.name)
def test_the_measured_error_is_small_at_the_best_step_and_larger_on_either_side(example, order):
    best = step_size.best_step(**example.terms(order))
    error, longer, shorter = (example.typical_error(h, order=order) for h in (best, 100 * best, best / 100))
    assert error < step_size.error_bound(best, **example.terms(order)) < min(longer, shorter)


def test_best_steps_are_the_square_root_and_the_cube_root_of_eps():
    assert_allclose(step_size.best_step(order=1, value=1.0, derivative=1.0), (2 * EPS) ** (1 / 2))
    assert_allclose(step_size.best_step(order=2, value=1.0, derivative=1.0), (1.5 * EPS) ** (1 / 3))


def test_without_truncation_a_longer_step_is_always_better():
    assert step_size.best_step(order=1, value=1.0, derivative=0.0) == np.inf


def test_near_a_kink_a_step_beyond_it_is_wrong_and_a_step_before_it_is_not():
    bent = EXAMPLES[3]
    assert abs(step_size.quotient(bent.f, bent.x, 1e-2, order=2) - 1.0) > 0.4
    assert abs(step_size.quotient(bent.f, bent.x, 1e-4, order=2) - 1.0) < 1e-11


@pytest.mark.parametrize(("call", "says"), [
    (lambda: step_size.quotient(np.sqrt, 1.0, 0.0, order=1), "h must be positive"),
    (lambda: step_size.quotient(np.sqrt, 1.0, 0.1, order=3), r"order must be 1 \(forward\) or 2 \(central\); got 3"),
    (lambda: step_size.error_bound(-1.0, order=1, value=1.0, derivative=1.0), "h must be positive"),
    (lambda: step_size.best_step(order=0, value=1.0, derivative=1.0), "order must be"),
])
def test_bad_input_is_told_what_is_wrong(call, says):
    with pytest.raises(ValueError, match=says):
        call()
