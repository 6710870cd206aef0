"""The matrices of one example against the layers, which never form them, and against differences."""
import numpy as np
import pytest
from numpy.testing import assert_allclose, assert_array_equal

from hw0 import networks as nn
from hw0.networks import gradients, jacobians

SHAPES = [(1, 1), (2, 3), (4, 2), (1, 5)]


def example(d, h, seed=0):
    rng = np.random.default_rng(seed)
    return rng.normal(size=d), rng.normal(size=(d, h)), rng.normal(size=h)


@pytest.mark.parametrize(("d", "h"), SHAPES)
def test_a_row_times_the_matrices_is_the_backward_pass_of_the_layer(d, h):
    x, W, row = example(d, h)
    dx, dW, db = nn.affine_backward(row[None], x[None], W, np.zeros(h))
    jx, jW, jb = jacobians.affine(x, W)
    assert (jx.shape, jW.shape, jb.shape) == ((h, d), (h, d * h), (h, h))
    assert_allclose(row @ jx, dx[0])
    assert_allclose((row @ jW).reshape(d, h), dW)
    assert_allclose(row @ jb, db)


@pytest.mark.parametrize(("d", "h"), SHAPES)
def test_the_matrices_hold_what_differences_find(d, h):
    x, W, b = example(d, h, seed=1)
    found = [[gradients.central(f, at) for f in maps] for at, maps in (
        (x, [lambda x, j=j: (x @ W + b)[j] for j in range(h)]),
        (W, [lambda W, j=j: (x @ W + b)[j] for j in range(h)]),
        (b, [lambda b, j=j: (x @ W + b)[j] for j in range(h)]))]
    for rows, matrix in zip(found, jacobians.affine(x, W), strict=True):
        assert_allclose(np.reshape(rows, (h, -1)), matrix, atol=1e-8)


def test_the_bend_lets_through_what_the_layer_lets_through():
    z, row = np.array([-1.0, 0.0, 2.0, 1e-300]), np.array([3.0, 4.0, 5.0, 6.0])
    assert_array_equal(row @ jacobians.relu(z), nn.relu_backward(row, z))


def test_the_rows_of_the_loss_are_its_gradient_and_the_opposite():
    s, y = np.array([1.0, -2.0]), np.array([0.5, 3.0])
    ds, dy = jacobians.squared(s, y)
    assert_array_equal(ds, nn.squared_loss(s[None], y[None])[1])
    assert_allclose(dy[0], gradients.central(lambda y: nn.squared_loss(s[None], y[None])[0], y), atol=1e-8)


@pytest.mark.parametrize(("call", "says"), [
    (lambda: jacobians.affine([1.0], [[1.0], [2.0]]), "W must have shape"),
    (lambda: jacobians.relu([[1.0]]), "z must have shape"),
    (lambda: jacobians.squared([1.0], [1.0, 2.0]), "y must have shape"),
    (lambda: jacobians.relu([np.nan]), "z must be finite"),
])
def test_what_does_not_fit_is_refused(call, says):
    with pytest.raises(ValueError, match=says):
        call()
