import numpy as np
import pytest
from numpy.testing import assert_allclose, assert_array_equal

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
    bound = step_size.error_bound(h, **example.terms(order))
    assert np.all(measured <= 2 * bound)
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


def test_near_a_kink_a_step_beyond_it_is_wrong_and_a_step_before_it_is_not():
    bent = EXAMPLES[3]
    assert abs(step_size.quotient(bent.f, bent.x, 1e-2, order=2) - 1.0) > 0.4
    assert abs(step_size.quotient(bent.f, bent.x, 1e-4, order=2) - 1.0) < 1e-11


def test_a_typical_error_is_the_median_over_steps_from_half_to_twice():
    straight = step_size.Example("", "", lambda x: x * x, 0.0, (0.0, 0.0, 2.0, 0.0))  # a forward quotient is off by h
    assert straight.typical_error(1e-3, order=1) == pytest.approx(1e-3, rel=1e-12)


@pytest.mark.parametrize(("call", "says"), [
    (lambda: step_size.quotient(np.sqrt, 1.0, 0.0, order=1), "h must be positive"),
    (lambda: step_size.quotient(np.sqrt, 1.0, 0.1, order=3), r"order must be 1 \(forward\) or 2 \(central\); got 3"),
    (lambda: step_size.error_bound(-1.0, order=1, value=1.0, derivative=1.0), "h must be positive"),
    (lambda: step_size.best_step(order=0, value=1.0, derivative=1.0), "order must be"),
    (lambda: step_size.best_step(order=[1], value=1.0, derivative=1.0), "order must be"),
])
def test_bad_input_is_told_what_is_wrong(call, says):
    with pytest.raises(ValueError, match=says):
        call()


@pytest.mark.parametrize("order", [1, 2])
def test_without_truncation_the_longest_step_is_best_and_without_errors_every_one(order):
    assert_array_equal(step_size.best_step(order=order, value=[1.0, 0.0, 0.0], derivative=[0.0, 1.0, 0.0]),
                       [np.inf, 0.0, np.nan])


@pytest.mark.parametrize("order", [1, 2])
def test_where_f_is_straight_and_exact_there_is_no_error_at_all(order):
    """Only because the quotient knows the step that rounding has left: divided by h it would be off by eps / h."""
    bent, h = EXAMPLES[3], STEPS[(STEPS > 2e-16) & (STEPS < 4e-4)]
    assert np.all(step_size.quotient(bent.f, bent.x, h, order=order) == 1.0)
    nominal = (bent.f(bent.x + h) - bent.f(bent.x)) / h
    assert np.max(np.abs(nominal - 1.0) / step_size.error_bound(h, **bent.terms(1))) > 300


@pytest.mark.parametrize("order", [1, 2])
def test_no_step_is_no_change(order):
    assert step_size.quotient(np.sqrt, 1.0, 1e-17, order=order) == 0.0


@pytest.mark.parametrize("order", [1, 2])
def test_what_cancels_inside_f_is_rounded_at_its_own_size(order):
    h = 10.0 ** np.arange(-12, -5.9, 0.05)
    measured = np.abs(step_size.quotient(lambda x: (1000.0 + x**3) - 1000.0, 0.5, h, order=order) - 0.75)
    derivative = 3.0 if order == 1 else 6.0
    assert np.all(measured <= 2 * step_size.error_bound(h, order=order, value=1000.125, derivative=derivative))
    assert np.median(measured / step_size.error_bound(h, order=order, value=0.125, derivative=derivative)) > 300
