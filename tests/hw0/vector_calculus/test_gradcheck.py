import numpy as np
import pytest
from numpy.testing import assert_allclose

from hw0.vector_calculus import gradcheck

RNG = np.random.default_rng


def smooth(x):
    """A map from R^3 to R^2 with the derivative below."""
    return np.stack([np.sin(x[0]) * x[1] + x[2] ** 2, np.exp(x[0] - x[2])])


def d_smooth(x):
    e = np.exp(x[0] - x[2])
    return np.array([[np.cos(x[0]) * x[1], np.sin(x[0]), 2 * x[2]], [e, 0.0, -e]])


X = np.array([0.3, -1.2, 2.5])


@pytest.mark.parametrize(("route", "accuracy"), [
    (gradcheck.forward_differences, 1e-7), (gradcheck.central_differences, 1e-9), (gradcheck.complex_step, 1e-15)])
def test_all_routes_find_the_derivative(route, accuracy):
    D = route(smooth, X)
    assert D.shape == (2, 3)
    assert gradcheck.relative_error(D, d_smooth(X)) < accuracy
    row = route(lambda x: smooth(x)[0], X)
    assert row.shape == (1, 3)
    assert_allclose(row, D[:1], rtol=1e-6)


def test_a_batch_gives_what_single_calls_give():
    def batched(points):
        return smooth(points.T).T

    assert_allclose(gradcheck.central_differences(batched, X, batch=True), gradcheck.central_differences(smooth, X),
                    rtol=1e-12)
    row = gradcheck.central_differences(lambda points: batched(points)[:, 0], X, batch=True)
    assert row.shape == (1, 3)


def test_halving_the_step_halves_the_forward_error_and_quarters_the_central_one():
    for route, factor in ((gradcheck.forward_differences, 2), (gradcheck.central_differences, 4)):
        errors = [gradcheck.relative_error(route(smooth, X, h=h), d_smooth(X)) for h in (2e-3, 1e-3)]
        assert errors[0] / errors[1] == pytest.approx(factor, rel=0.01)


def test_steps_may_differ_from_coordinate_to_coordinate():
    x = np.array([1e8, 1e-3])
    D = gradcheck.central_differences(lambda x: x[0] * x[1], x, h=[1e3, 1e-8])
    assert_allclose(D, [[1e-3, 1e8]], rtol=1e-7)


def test_default_steps_grow_with_large_coordinates():
    x = np.array([1e12, 1.0])
    D = gradcheck.central_differences(lambda x: x @ x, x)
    assert_allclose(D[0, 0], 2e12, rtol=1e-8)


@pytest.mark.parametrize("place", np.linspace(-0.98, 0.98, 99))
def test_a_kink_anywhere_within_the_step_is_seen(place):
    h = gradcheck.CENTRAL_STEP
    slope = gradcheck.slope_along(lambda x: np.maximum(0.0, x[0] - place * h) + x[0], np.zeros(1), np.ones(1))
    assert slope.kinked


def test_a_kink_at_the_blind_spot_of_the_fourth_difference_is_seen_by_the_third():
    h = gradcheck.CENTRAL_STEP
    assert gradcheck.slope_along(lambda x: np.abs(x[0] - h / 3), np.zeros(1), np.ones(1)).kinked


@pytest.mark.parametrize("place", [-1.01, 1.01, 5.0])
def test_a_kink_beyond_the_step_does_no_harm(place):
    h = gradcheck.CENTRAL_STEP
    slope = gradcheck.slope_along(lambda x: np.maximum(0.0, x[0] - place * h) + x[0], np.zeros(1), np.ones(1))
    assert not slope.kinked
    assert_allclose(slope.value, 1.0 + (place < 0), rtol=1e-9)


@pytest.mark.parametrize(("x", "bend"), [([300.0, 400.0], 500 * 2**0.5), ([0.3, 0.4], 2.0)])
@pytest.mark.parametrize("h", [0.5, 2.0])
def test_a_bend_is_taken_over_a_length_of_1_or_of_a_typical_entry(x, bend, h):
    assert gradcheck.slope_along(lambda x: x @ x, x, [1.0, 0.0], h=h).bend == pytest.approx(bend)


@pytest.mark.parametrize(("x", "v", "h"), [(1000.0, 1.0, 1.0), (1000.0, 2.0, 0.5), (0.25, 1.0, 1.0)])
def test_what_f_rounds_and_what_the_place_does_is_the_noise(x, v, h):
    found = gradcheck.slope_along(lambda x: 3 * x[0], [x, 1.0], [v, 0.0], h=h)
    assert found.noise == pytest.approx((3 * (x + h * v) + max(x, 1.0) * 3 * 2**0.5) * np.finfo(float).eps / h)


@pytest.mark.parametrize("seed", range(20))
def test_smooth_functions_are_not_taken_for_kinked(seed):
    rng = RNG(seed)
    A, x, v = rng.standard_normal((6, 6)), rng.standard_normal(6), rng.standard_normal(6)
    for f in (lambda x: np.sum(np.tanh(A @ x)), lambda x: x @ A @ x, lambda x: np.exp(A[0] @ x),
              lambda x: 1e6 + A[0] @ x, lambda x: 0.0):
        assert not gradcheck.slope_along(f, x, v).kinked


def test_a_right_derivative_passes_and_a_wrong_entry_does_not():
    right = gradcheck.compare(smooth, d_smooth(X), X, rng=RNG(0))
    assert right.error < 1e-8
    assert (right.compared, right.kinked) == (10, 0)
    for entry in np.ndindex(2, 3):
        D = d_smooth(X)
        D[entry] += 1e-3
        assert gradcheck.compare(smooth, D, X, rng=RNG(0)).error > 1e-5


def test_an_entry_near_zero_is_no_reason_to_reject_a_right_gradient():
    x = np.array([1.0, 1e-9])
    D = gradcheck.central_differences(lambda x: x @ x + np.sin(3 * x[0]), x)
    exact = np.array([[2.0 + 3 * np.cos(3.0), 2e-9]])
    elementwise = np.max(np.abs(D - exact) / np.maximum(np.abs(D), np.abs(exact)))
    assert elementwise > 1e-4
    assert gradcheck.relative_error(D, exact) < 1e-9


def test_directions_through_a_kink_are_left_out():
    x = np.array([1.0, 2e-6, -1.0])
    relu_sum = lambda x: np.sum(np.maximum(0.0, x))     # noqa: E731
    near = gradcheck.compare(relu_sum, [1.0, 1.0, 0.0], x, rng=RNG(1), directions=40)
    assert near.compared > 0 < near.kinked
    assert near.compared + near.kinked == 40
    assert near.error < 1e-9


def test_a_check_on_a_kink_says_that_it_knows_nothing():
    at_the_kink = gradcheck.compare(lambda x: np.sum(np.abs(x)), [1.0, 0.0], np.array([1.0, 0.0]), rng=RNG(1))
    assert np.isnan(at_the_kink.error)
    assert at_the_kink.compared == 0


def test_the_same_seed_gives_the_same_comparison():
    first, second = (gradcheck.compare(smooth, d_smooth(X), X, rng=RNG(4)) for _ in range(2))
    assert first == second


def test_an_answer_in_a_buffer_that_is_used_again_does_not_confuse():
    buffer = np.empty(2)

    def f(x):
        buffer[:] = smooth(x)
        return buffer

    assert gradcheck.relative_error(gradcheck.central_differences(f, X), d_smooth(X)) < 1e-9
    assert gradcheck.compare(f, d_smooth(X), X, rng=RNG(0)).error < 1e-8


def test_relative_error_of_special_arrays():
    assert gradcheck.relative_error(np.zeros(3), np.zeros(3)) == 0.0
    assert gradcheck.relative_error([1.0], [0.0]) == gradcheck.relative_error([0.0], [1.0]) == 1.0
    assert gradcheck.relative_error([1.0], [4.0]) == gradcheck.relative_error([4.0], [1.0]) == 0.75
    assert gradcheck.relative_error([1.0, 0.0], [0.0, 1.0]) == pytest.approx(2**0.5)
    assert gradcheck.relative_error([], []) == 0.0


@pytest.mark.parametrize("size", [1e-300, 1e-200, 1e200, 1e300])
def test_relative_error_does_not_depend_on_the_size(size):
    assert gradcheck.relative_error([3 * size, 4 * size], [3 * size, 0.0]) == pytest.approx(0.8, rel=1e-14)


@pytest.mark.parametrize(("call", "error", "says"), [
    (lambda: gradcheck.complex_step(lambda x: np.sum(np.abs(x)), X), TypeError, "without abs"),
    (lambda: gradcheck.central_differences(lambda x: np.nan, X), ValueError, "f must return finite real numbers"),
    (lambda: gradcheck.central_differences(smooth, X, h=0.0), ValueError, "h must be positive"),
    (lambda: gradcheck.forward_differences(smooth, X[:, None]), ValueError, r"x must have shape \(n,\)"),
    (lambda: gradcheck.compare(smooth, np.ones((3, 2)), X, rng=RNG(0)), ValueError,
     r"derivative must have shape \(2, 3\).*got \(3, 2\)"),
    (lambda: gradcheck.slope_along(smooth, X, np.ones(2)), ValueError, r"v must have shape \(3,\)"),
    (lambda: gradcheck.relative_error(np.ones(3), np.ones((1, 3))), ValueError, "one shape"),
    (lambda: gradcheck.compare(smooth, np.ones((2, 3)), X, rng=0), TypeError, "default_rng"),
    (lambda: gradcheck.compare(smooth, np.ones((2, 3)), X, rng=RNG(0), directions=0), ValueError, "whole number >= 1"),
    (lambda: gradcheck.slope_along(smooth, X, X, h=[1e-5, 1e-3]), ValueError, "h must be a number"),
    (lambda: gradcheck.complex_step(smooth, X, h=0.0), ValueError, "h must be positive"),
    (lambda: gradcheck.central_differences(lambda points: np.ones(1), X, batch=True), ValueError,
     "for each of the 6 points; got"),
    (lambda: gradcheck.central_differences(np.sum, [1.0, 2.0], h=1e-20), ValueError, "large enough to change x"),
    (lambda: gradcheck.compare(np.sum, [1.0, 1.0], [1.0, 2.0], h=1e-20, rng=RNG(0)), ValueError,
     "large enough to change x"),
])
def test_bad_input_is_told_what_is_wrong(call, error, says):
    with pytest.raises(error, match=says):
        call()


@pytest.mark.parametrize("route", [gradcheck.forward_differences, gradcheck.central_differences])
def test_a_function_that_works_in_place_is_differentiated_like_any_other(route):
    def spread(x):
        x -= np.mean(x)
        return x @ x

    assert_allclose(route(spread, np.array([1.0, 3.0])), [[-2.0, 2.0]], rtol=1e-6)
    assert gradcheck.compare(spread, np.array([-2.0, 2.0]), np.array([1.0, 3.0]),
                             rng=np.random.default_rng(0)).error < 1e-9


def test_the_quotient_knows_the_step_that_rounding_has_left():
    # x moves by 0.125 to either side
    assert gradcheck.central_differences(lambda x: x[0], [1e15], h=0.1) == 1.0


def test_a_long_complex_step_is_taken_as_it_is():
    assert_allclose(gradcheck.complex_step(lambda x: np.exp(40 * x[0]), [0.0], h=0.01), np.sin(0.4) / 0.01)


@pytest.mark.parametrize("f", [lambda x: np.vdot(x, x), lambda x: np.conj(x) @ x, lambda x: np.sum(x * np.real(x)),
                               lambda x: np.sum(np.abs(x)) + 0j * x[0]])
def test_the_complex_step_of_what_is_not_analytic_is_refused(f):
    with pytest.raises(ValueError, match=r"f is not analytic.*x @ x instead of np\.vdot"):
        gradcheck.complex_step(f, X)


@pytest.mark.parametrize("f", [
    lambda x: x @ x, lambda x: np.sum(np.maximum(0, x)), lambda x: np.exp(40 * x[0]), lambda x: 1e9 + x @ x])
def test_the_complex_step_of_what_is_analytic_beside_its_kinks_is_taken(f):
    D = gradcheck.complex_step(f, X)
    assert_allclose(D, gradcheck.central_differences(f, X), rtol=1e-5, atol=1e-1 if f(X) > 1e8 else 1e-8)
