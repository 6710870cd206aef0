"""hw0.networks.layers: the two layers, forward and backward."""
import numpy as np
import pytest
from numpy.testing import assert_allclose, assert_array_equal

from hw0.networks import affine_backward, affine_forward, gradients, relu_backward, relu_forward
from hw0.networks.layers import Affine, ReLU


def drawn(*shapes, seed=0):
    rng = np.random.default_rng(seed)
    return [rng.normal(size=shape) for shape in shapes]


def test_affine_forward_meets_the_known_answer_of_the_assignment():
    X = np.linspace(-0.1, 0.5, 240).reshape(2, 4, 5, 6)
    W, b = np.linspace(-0.2, 0.3, 360).reshape(120, 3), np.linspace(-0.3, 0.1, 3)
    known = [[1.49834967, 1.70660132, 1.91485297], [3.25553199, 3.5141327, 3.77273342]]
    assert_allclose(affine_forward(X, W, b), known, atol=1e-8)


@pytest.mark.parametrize("shape", [(10, 2, 3), (10, 6), (1, 6), (4, 1, 6, 1)])
def test_affine_backward_agrees_with_central_differences(shape):
    X, W, b, dout = drawn(shape, (6, 5), 5, (shape[0], 5))
    found = affine_backward(dout, X, W, b)
    numeric = (gradients.central(lambda X: np.sum(dout * affine_forward(X, W, b)), X),
               gradients.central(lambda W: np.sum(dout * affine_forward(X, W, b)), W),
               gradients.central(lambda b: np.sum(dout * affine_forward(X, W, b)), b))
    for derived, compared in zip(found, numeric, strict=True):
        assert derived.shape == compared.shape
        assert gradients.norm_error(derived, compared) < 1e-9


def test_relu_forward_meets_the_known_answer_of_the_assignment():
    Z = np.linspace(-0.5, 0.5, 12).reshape(3, 4)
    known = [[0, 0, 0, 0], [0, 0, 0.04545455, 0.13636364], [0.22727273, 0.31818182, 0.40909091, 0.5]]
    assert_allclose(relu_forward(Z), known, atol=1e-8)


def test_relu_backward_agrees_with_central_differences():
    Z, dout = drawn((10, 10), (10, 10))
    assert np.min(np.abs(Z)) > gradients.H, "no step may cross a kink"
    numeric = gradients.central(lambda Z: np.sum(dout * relu_forward(Z)), Z)
    assert gradients.norm_error(relu_backward(dout, Z), numeric) < 1e-10


def test_the_derivative_at_the_kink_is_zero():
    assert_array_equal(relu_backward([5.0, 5.0, 5.0], [-1.0, 0.0, 1.0]), [0, 0, 5])


@pytest.mark.parametrize("shape", [(), (3,), (2, 3, 4)])
def test_relu_takes_arrays_of_any_shape(shape):
    Z, dout = drawn(shape, shape)
    assert_array_equal(relu_forward(Z), np.maximum(Z, 0))
    assert_array_equal(relu_backward(dout, Z), dout * (Z > 0))


def test_the_functions_leave_their_arguments_alone():
    arguments = drawn((4, 3), (4, 2), (2, 3), 3)
    copies = [a.copy() for a in arguments]
    affine_backward(*arguments)
    relu_forward(arguments[0])
    relu_backward(arguments[0], arguments[0])
    for argument, copy in zip(arguments, copies, strict=True):
        assert_array_equal(argument, copy)


def test_backward_twice_on_one_forward_is_refused():
    X, W, b, dZ = drawn((5, 4), (4, 3), 3, (5, 3))
    layer = Affine(W, b)
    layer.forward(X)
    layer.backward(dZ)
    with pytest.raises(RuntimeError, match="call forward again"):
        layer.backward(dZ)


def test_a_layer_takes_minibatches_of_any_size_in_any_order():
    W, b = drawn((4, 3), 3)
    layer, relu = Affine(W, b, order="F"), ReLU()
    for n in (2, 7, 1, 7):
        X, dA = drawn((n, 4), (n, 3), seed=n)
        assert_allclose(relu.forward(layer.forward(X)), np.maximum(X @ W + b, 0), rtol=1e-12, atol=1e-15)
        dZ = dA * (X @ W + b > 0)
        assert_allclose(layer.backward(relu.backward(dA)), dZ @ W.T, rtol=1e-12, atol=1e-15)
        assert_allclose(layer.dW, X.T @ dZ, rtol=1e-12, atol=1e-15)
        assert_allclose(layer.db, dZ.sum(axis=0), rtol=1e-12, atol=1e-15)


def test_a_short_minibatch_between_long_ones_brings_no_new_memory():
    X, W, b, dZ = drawn((7, 4), (4, 3), 3, (7, 3))
    layer, relu = Affine(W, b), ReLU()
    places = []
    for n in (7, 2, 7):
        A, dX = relu.forward(layer.forward(X[:n])), layer.backward(relu.backward(dZ[:n].copy()))
        places.append([array.ctypes.data for array in (A, dX, relu.active)])
        assert A.shape == (n, 3)
        assert dX.shape == (n, 4)
    assert places[0] == places[1] == places[2]


def test_the_first_layer_computes_no_gradient_of_its_input():
    X, W, b, dZ = drawn((5, 4), (4, 3), 3, (5, 3))
    layer = Affine(W, b, first=True)
    layer.forward(X)
    assert layer.backward(dZ) is None
    assert_allclose(layer.dW, X.T @ dZ)


@pytest.mark.parametrize(("call", "says"), [
    (lambda: affine_forward(np.ones((2, 3)), np.ones((4, 2)), np.ones(2)), r"W must have shape \(3, h\)"),
    (lambda: affine_forward(np.ones((2, 3)), np.ones((3, 2)), np.ones(3)), r"b must have shape \(2,\)"),
    (lambda: affine_forward(np.full((2, 3), np.nan), np.ones((3, 2)), np.ones(2)), "X must be finite"),
    (lambda: affine_forward(np.ones((0, 3)), np.ones((3, 2)), np.ones(2)), "X must not be empty"),
    (lambda: affine_forward(5.0, np.ones((3, 2)), np.ones(2)), "X must have"),
    (lambda: affine_backward(np.ones((5, 4)), np.ones((5, 4)), np.ones((4, 3)), np.ones(3)),
     r"dout must have shape \(5, 3\)"),
    (lambda: relu_backward(np.ones(3), np.ones((3, 3))), "dout must have the shape of Z"),
])
def test_what_does_not_chain_is_refused(call, says):
    with pytest.raises(ValueError, match=says):
        call()
