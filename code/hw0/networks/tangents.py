"""How far a small step moves the scores of a network, all of them at once, and how sharply its loss is curved.

Let J hold the derivatives of all scores of all examples with respect to all parameters, one row for each score.  A step
of gradient descent moves the scores by J times the step, so what counts is J J^T, the tangent kernel: its diagonal says
how far a score moves for its own sake (hw0.networks.signals.kernel_size predicts it), the rest how far it is dragged
along by others.  Source: Jacot, Gabriel and Hongler (2018).
"""
import numpy as np

from hw0.networks.layers import Affine, ReLU, rows


def kernel_size(model, X):
    """The mean squared length of the derivative of one score of one example with respect to all weights.

    For a Network and X (n, d).  Raises ValueError for one with other layers than Affine and ReLU, as does curvature.

    >>> net = networks.Network((3, 2), rng=np.random.default_rng(0))
    >>> print(tangents.kernel_size(net, [[1.0, 2.0, 2.0]]))
    9.0
    """
    X, k = np.asarray(rows(X), model.dtype), model.sizes[-1]
    forward, back = _passes(model, X, np.broadcast_to(np.eye(k), (len(X), k, k)))
    return float(sum(np.mean(np.sum(A * A, axis=1)[:, None] * np.sum(D * D, axis=2))
                     for A, D in zip(forward, back, strict=True)))


def curvature(model, X):
    """The largest eigenvalue of J^T S J / n, S the second derivatives of the softmax loss in the scores.

    This is the largest curvature of the mean loss over X (n, d), but for the part that comes from the curvature of the
    scores themselves (Gauss-Newton).  J^T S J and B^T J J^T B have the same eigenvalues other than 0 if S = B B^T;
    for one example S = diag(p) - p p^T, and B = diag(q) - p q^T with q = sqrt(p) is such a root.

    >>> net = networks.Network((3, 2), rng=np.random.default_rng(0))
    >>> net.params[:] = 0.0
    >>> print(round(tangents.curvature(net, [[1.0, 2.0, 2.0]]), 12))        # (|x|^2 + 1) / 2
    5.0
    """
    X, k = np.asarray(rows(X), model.dtype), model.sizes[-1]
    scores = model.scores(X)
    p = np.exp(scores - np.max(scores, axis=1, keepdims=True))
    p /= np.sum(p, axis=1, keepdims=True)
    q = np.sqrt(p)
    forward, back = _passes(model, X, q[:, :, None] * np.eye(k) - p[:, :, None] * q[:, None, :])
    n, kernel = len(X), 0.0
    for A, D in zip(forward, back, strict=True):
        flat = D.reshape(n * k, -1)
        kernel = kernel + (A @ A.T + 1)[:, None, :, None] * (flat @ flat.T).reshape(n, k, n, k)   # + 1: the biases
    return float(np.linalg.eigvalsh(kernel.reshape(n * k, n * k))[-1] / n)


def _passes(model, X, seeds):
    """What comes into each affine layer, (n, d), and what comes back to it from each of c seeds, (n, c, h).

    seeds (n, k, c): c gradients with respect to the scores of each example.
    """
    if not all(isinstance(layer, (Affine, ReLU)) for layer in model.layers):
        raise ValueError("model must be a Network of Affine and ReLU layers alone: through others, every example and "
                         "layer reaches more scores than is counted here.")
    hidden = model.hidden(X)        # which says so if X does not fit
    affine = [layer for layer in model.layers if isinstance(layer, Affine)]
    back = [np.empty((len(X), seeds.shape[2], len(layer.b))) for layer in affine]
    for c in range(seeds.shape[2]):
        A, d = X, seeds[:, :, c].astype(model.dtype, order="F")
        for layer in model.layers:
            A = layer.forward(A)
        for layer in reversed(model.layers):
            d = layer.backward(d)
        for D, layer in zip(back, affine, strict=True):
            D[:, c] = layer.dZ
    return [X, *hidden], back
