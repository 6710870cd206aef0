"""The layers seen as maps of one example, with their derivatives as matrices: rows for outputs, as in chapter 2.

    z = x W + b        a = max(0, z)        loss = 1/2 |s - y|^2

A gradient is a row, and one link of the backward pass is the row that arrives times one of these matrices.  The layers
of `layers` never form them: they hold mostly zeros, and the products are known (chapter 6).  The entries of W are
counted row by row, as np.ravel does.  All functions trace through a live figure; they raise TypeError and ValueError as
networks.affine_forward does.
"""
import numpy as np

from hw0.validation import shaped


def affine(x, W):
    """(dz/dx, dz/dW, dz/db) of z = x W + b: the matrices W^T (h, d), (h, d h) and I (h, h), for x (d,) and W (d, h).

    z_j holds W_kj with the factor x_k, and no entry of another column.  Source: part 6.affine_backward.

    >>> dx, dW, db = jacobians.affine([2.0, 3.0], [[1.0, 0.0], [4.0, 5.0]])
    >>> dx
    array([[1., 4.],
           [0., 5.]])
    >>> dW
    array([[2., 0., 3., 0.],
           [0., 2., 0., 3.]])
    """
    x, W = shaped(x=("d", x), W=("dh", W))
    d, h = W.shape
    unit = np.eye(h)
    return W.T, np.reshape(unit[:, None, :] * x[None, :, None], (h, d * h)), unit


def relu(z):
    """da/dz of a = max(0, z): diagonal (h, h), with 1 where z > 0 and else 0.  Source: part 6.relu_backward.

    >>> jacobians.relu([-1.0, 2.0])
    array([[0., 0.],
           [0., 1.]])
    """
    (z,) = shaped(z=("h", z))
    return np.eye(len(z)) * np.where(z > 0, 1.0, 0.0)


def squared(s, y):
    """(dl/ds, dl/dy) of l = 1/2 |s - y|^2: the residual as a row (1, k), and minus it, for s and y (k,).

    >>> jacobians.squared([3.0], [1.0])
    (array([[2.]]), array([[-2.]]))
    """
    s, y = shaped(s=("k", s), y=("k", y))
    residual = (s - y)[None, :]
    return residual, -residual
