"""hw0.networks.gradients: numerical gradients, and comparisons that can be trusted."""
import numpy as np
import pytest
from numpy.testing import assert_allclose, assert_array_equal

from hw0.networks import Network, gradients


def test_central_differences_are_exact_for_a_square():
    assert_allclose(gradients.central(lambda x: np.sum(x**2), np.array([[1.0, -2.0], [0.5, 3.0]]), h=0.5),
                    [[2, -4], [1, 6]])


def test_central_differences_leave_the_point_alone():
    x = np.array([1.0, 2.0])
    gradients.central(np.sum, x)
    assert_array_equal(x, [1, 2])


def test_one_direction_sees_the_whole_gradient():
    rng = np.random.default_rng(0)
    x, v, A = rng.normal(size=6), rng.normal(size=6), rng.normal(size=(6, 6))
    assert_allclose(gradients.along(lambda x: x @ A @ x, x, v), (A + A.T) @ x @ v, rtol=1e-8)


@pytest.mark.parametrize("place", [1e3, 1e6, 1e9])
def test_quotients_divide_by_the_step_that_was_taken(place):
    """For a linear function nothing is left out, and what rounding does to x + h must not count."""
    x = np.array([place])
    for slope in (gradients.central(lambda x: 3 * (x[0] - place), x)[0],
                  gradients.along(lambda x: 3 * (x[0] - place), x, np.array([0.7])) / 0.7):
        assert_allclose(slope, 3, rtol=1e-14)


def test_a_network_with_large_weights_is_differenced_by_the_step_that_was_taken():
    """The hinge loss 1 + W[0, 1] - W[0, 0] is linear in W; the biases are rounded away inside it, beside 1e8."""
    net = Network((1, 2), rng=np.random.default_rng(0), loss="hinge", scale=0)
    net.weights[0][...] = 1e8
    found = gradients.check_network(net, [[1.0]], [0])
    assert np.all(found.smooth)
    assert_allclose(found.numeric[:2], [-1, 1], rtol=1e-14)


def test_a_step_that_rounding_swallows_is_refused():
    with pytest.raises(ValueError, match="lost in rounding"):
        gradients.central(np.sum, [1e12])
    with pytest.raises(ValueError, match="lost in rounding"):
        gradients.along(np.sum, np.array([1e12]), np.array([1.0]))
    net = Network((1, 2), rng=np.random.default_rng(0), scale=0)
    net.weights[0][...] = 1e12
    with pytest.raises(ValueError, match="lost in rounding"):
        gradients.check_network(net, [[1.0]], [0])


def test_the_slope_along_nothing_is_zero():
    assert gradients.along(np.sum, np.array([1.0, 2.0]), np.zeros(2)) == 0


@pytest.mark.parametrize("compared", [gradients.rel_error, lambda a, b: gradients.along(np.sum, a, b)])
def test_arrays_are_compared_entry_by_entry(compared):
    assert compared([[1, 2]], [[3, 4]]) == compared(np.array([[1.0, 2.0]]), np.array([[3.0, 4.0]]))
    assert compared(np.uint8([1]), np.uint8([2])) == compared([1.0], [2.0])
    for other in (np.ones((2, 1)), np.ones(3), [np.nan, 1.0]):
        with pytest.raises(ValueError, match=r"must (have shape \(2,\)|be finite)"):
            compared(np.ones(2), other)


def test_the_error_of_norms_is_what_it_says():
    assert_allclose(gradients.norm_error([3.0, 4.0], [3.0, 4.5]), 0.5 / np.hypot(3, 4.5))
    assert gradients.norm_error(np.zeros(3), np.zeros(3)) == 0
    assert gradients.norm_error(np.ones(3), np.zeros(3)) == 1


def test_one_tiny_entry_spoils_the_usual_check_and_not_the_norm():
    right = np.array([1.0, 1e-9])
    numeric = right + 1e-10
    assert gradients.rel_error(right, numeric) > 1e-3
    assert gradients.norm_error(right, numeric) < 1e-9


def beside_a_kink():
    """A net whose first unit is active by less than one difference step at the only example."""
    net = Network((2, 2, 2), rng=np.random.default_rng(0))
    net.weights[0][...] = [[1.0, 1.0], [0.0, 1.0]]
    net.biases[0][...] = [-1.0 + 1e-7, 0.0]
    return net, np.array([[1.0, 1.0]]), [0]


def test_a_step_over_a_kink_is_marked():
    found = gradients.check_network(*beside_a_kink())
    # W[0, 0], W[1, 0] and b[0] move the pre-activation of that unit, and nothing else does
    crossing = [0, 2, 8]
    assert_array_equal(np.flatnonzero(~found.smooth), crossing)
    assert gradients.rel_error(found.derived, found.numeric) > 0.3
    assert found.error < 1e-8


def test_a_gradient_check_in_float32_is_refused():
    net = Network((2, 2), rng=np.random.default_rng(0), dtype=np.float32)
    with pytest.raises(ValueError, match="needs float64"):
        gradients.check_network(net, np.ones((1, 2)), [0])


def test_no_step_in_float32_is_good_enough_for_a_check():
    """The best central difference of a loss in float32 is good to about 1e-5, in float64 to 1e-10."""
    best = {}
    for dtype in (np.float32, np.float64):
        net = Network((15, 20, 10), rng=np.random.default_rng(0), dtype=dtype, scale=0.3)
        X, y = np.random.default_rng(1).normal(size=(2, 15)).astype(dtype), [1, 2]
        net.loss_and_grads(X, y)
        p, v = net.params.copy(), np.random.default_rng(2).normal(size=net.params.shape).astype(dtype)
        exact = float(net.grads @ v)

        def f(q, net=net, X=X, y=y):
            net.params[:] = q
            return net.loss_and_grads(X, y)
        best[dtype] = min(abs(gradients.along(f, p, v, dtype(h)) - exact) / abs(exact)
                          for h in 10.0 ** np.arange(-7, 0))
    assert best[np.float32] > 1e-6
    assert best[np.float64] < 1e-8


def test_a_step_over_a_margin_of_the_hinge_is_marked_and_nothing_is_said():
    net = Network((1, 2), rng=np.random.default_rng(0), loss="hinge", scale=0)
    net.biases[0][...] = [1 - 1e-7, 0]
    found = gradients.check_network(net, [[1.0]], [0])
    assert not np.any(found.smooth)
    assert np.isnan(found.error)
