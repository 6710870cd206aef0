"""Answers to the parts of problem 6: right ones in several ways, and planted errors with what must be said of them."""

import numpy as np


def flat(X):
    return np.reshape(X, (len(X), -1))


def forward_by_loops(X, W, b):
    columns = list(zip(W.T, b, strict=True))
    return np.array([[sum(x * w for x, w in zip(row, column, strict=True)) + c for column, c in columns]
                     for row in flat(X)])


def forward_by_a_column_of_ones(X, W, b):
    return np.column_stack([flat(X), np.ones(len(X))]) @ np.vstack([W, b])


def backward(dout, X, W, b):
    return (dout @ W.T).reshape(X.shape), flat(X).T @ dout, dout.sum(axis=0)


def backward_by_einsum(dout, X, W, b):
    return (np.einsum("nh,dh->nd", dout, W).reshape(np.shape(X)), np.einsum("nd,nh->dh", flat(X), dout),
            np.einsum("nh->h", dout))


def backward_example_by_example(dout, X, W, b):
    dW, db = np.zeros_like(W), np.zeros_like(b)
    for x, d in zip(flat(X), dout, strict=True):
        dW += np.outer(x, d)
        db += d
    return np.array([W @ d for d in dout]).reshape(X.shape), dW, db


def softmax(scores, labels, shift=np.max):
    s = scores - shift(scores, axis=1, keepdims=True)
    p = np.exp(s) / np.exp(s).sum(axis=1, keepdims=True)
    n = np.arange(len(labels))
    loss = np.mean(np.log(np.exp(s).sum(axis=1)) - s[n, labels])
    p[n, labels] -= 1
    return loss, p / len(labels)


def softmax_by_logaddexp(scores, labels):
    log_p = scores - np.logaddexp.reduce(scores, axis=1)[:, None]
    hot = np.eye(scores.shape[1])[labels]
    return -np.sum(hot * log_p) / len(labels), (np.exp(log_p) - hot) / len(labels)


def naive_softmax(scores, labels):
    return softmax(scores, labels, shift=lambda s, axis, keepdims: 0.0)


def shifted_by_one_number(scores, labels):
    return softmax(scores, labels, shift=lambda s, axis, keepdims: np.max(s))


def clipped_softmax(scores, labels, kept=lambda p: p + 1e-12):
    """The usual patch: never take the logarithm of 0.  It answers a large loss with a wrong one."""
    p = np.exp(scores - scores.max(axis=1, keepdims=True))
    p /= p.sum(axis=1, keepdims=True)
    n = np.arange(len(labels))
    loss = -np.mean(np.log(kept(p[n, labels])))
    p[n, labels] -= 1
    return loss, p / len(labels)


def hinge(scores, labels, inside=np.greater):
    n = len(labels)
    margins = scores - scores[np.arange(n), labels][:, None] + 1
    margins[np.arange(n), labels] = 0
    gradient = inside(margins, 0).astype(float)
    gradient[np.arange(n), labels] = 0
    gradient[np.arange(n), labels] = -gradient.sum(axis=1)
    return np.maximum(margins, 0).sum() / n, gradient / n


def hinge_by_loops(scores, labels):
    loss, gradient = 0.0, np.zeros(scores.shape)
    for i, label in enumerate(labels):
        for j in range(scores.shape[1]):
            if j != label and scores[i, j] - scores[i, label] + 1 > 0:
                loss += scores[i, j] - scores[i, label] + 1
                gradient[i, j] += 1
                gradient[i, label] -= 1
    return loss / len(labels), gradient / len(labels)


def changed(way, loss=lambda v, n: v, gradient=lambda v, n: v):
    """A way of computing a loss, with the loss or the gradient changed."""
    def answer(scores, labels):
        value, derivative = way(scores, labels)
        return loss(value, len(labels)), gradient(derivative, len(labels))
    return answer


def in_place(Z):
    Z[Z < 0] = 0
    return Z


def pair(dout, X, W, b):
    d = dout * (X @ W + b > 0)
    return d @ W.T, X.T @ d, d.sum(axis=0)


def spread(L, h, square=1.5):
    """The means of q^2 layer by layer, from those of max(0, g)^4 and max(0, g)^2 of a standard normal g."""
    mean_of_squares = 1.0
    for _ in range(L):
        mean_of_squares *= (4 * square + (h - 1)) / h
    return mean_of_squares - 1


def reach(sizes, scale):
    size = 1.0
    for fan_in in sizes[:-2]:
        size *= scale * np.sqrt(fan_in / 2)
    return size


def network(X, labels, W1, b1, W2, b2, reg, slope=np.greater, in_loss=0.5, in_gradient=1.0, on_biases=0.0):
    Z = X @ W1 + b1
    A = np.maximum(Z, 0)
    loss, d = softmax(A @ W2 + b2, labels)
    dZ = (d @ W2.T) * slope(Z, 0)
    loss += in_loss * reg * (np.sum(W1 * W1) + np.sum(W2 * W2)) + on_biases * reg / 2 * (b1 @ b1 + b2 @ b2)
    return (loss, X.T @ dZ + in_gradient * reg * W1, dZ.sum(0) + on_biases * reg * b1,
            A.T @ d + in_gradient * reg * W2, d.sum(0) + on_biases * reg * b2)


RIGHT = {
    "6.affine_forward": [lambda X, W, b: flat(X) @ W + b, forward_by_loops, forward_by_a_column_of_ones],
    "6.affine_backward": [backward, backward_by_einsum, backward_example_by_example],
    "6.relu_forward": [lambda Z: np.maximum(Z, 0), lambda Z: Z * (Z > 0), lambda Z: (Z + abs(Z)) / 2],
    "6.relu_backward": [lambda dout, Z: dout * (Z > 0), lambda dout, Z: np.where(Z > 0, dout, 0),
                        lambda d, A: d * np.sign(np.maximum(A, 0))],
    "6.softmax_loss": [softmax, softmax_by_logaddexp],
    "6.svm_loss": [hinge, hinge_by_loops],
    "6.pair_backward": [pair, lambda dout, X, W, b: backward(dout * np.sign(np.maximum(X @ W + b, 0)), X, W, b)],
    "6.momentum": [lambda p, v, g, lr, mu: (p + mu * v - lr * g, mu * v - lr * g)],
    "6.network": [network],
    "6.spread": [spread, lambda L, h: np.expm1(L * np.log1p(5 / h))],
    "6.reach": [reach, lambda sizes, scale: (scale**2 / 2) ** ((len(sizes) - 2) / 2) * np.sqrt(np.prod(sizes[:-2]))],
}

def alone(value):
    """A value that loses the axis of a batch of one example."""
    return value[0] if np.ndim(value) == 2 and len(value) == 1 else value


WRONG = [
    ("6.affine_forward", "a batch of one", lambda X, W, b: alone(flat(X) @ W + b), "The shape must be (1, 1)"),
    ("6.affine_backward", "a batch of one", lambda d, X, W, b: tuple(map(alone, backward(d, X, W, b))), "dX"),
    ("6.relu_forward", "a batch of one", lambda Z: alone(np.maximum(Z, 0)), "The shape must be (1, "),
    ("6.relu_backward", "a batch of one", lambda dout, Z: alone(dout * (Z > 0)), "The shape must be (1, "),
    ("6.softmax_loss", "a batch of one", lambda s, y: tuple(map(alone, softmax(s, y))), "dscores: The shape"),
    ("6.svm_loss", "a batch of one", lambda s, y: tuple(map(alone, hinge(s, y))), "dscores: The shape"),
    ("6.pair_backward", "a batch of one", lambda *given: tuple(map(alone, pair(*given))), "dX: The shape"),
    ("6.affine_backward", "dW twice", lambda d, X, W, b: (backward(d, X, W, b)[0], 2 * flat(X).T @ d, d.sum(0)),
     "Wrong: dW; the rest is right."),
    ("6.softmax_loss", "p + 1e-8", lambda s, y: clipped_softmax(s, y, kept=lambda p: p + 1e-8),
     "p is kept away from 0"),
    ("6.svm_loss", "no margin", lambda s, y: hinge(s + np.eye(s.shape[1])[y], y), "The margin is 1"),
    ("6.momentum", "a running mean",
     lambda p, v, g, lr, mu: (p - lr * (mu * v + (1 - mu) * g), mu * v + (1 - mu) * g), "a running mean"),
    ("6.network", "no penalty in the gradient", lambda *given: network(*given, in_gradient=0.0), "they get reg * W"),
    ("6.network", "no penalty in the loss", lambda *given: network(*given, in_loss=0.0), "but not in the loss"),
    ("6.network", "no penalty", lambda *given: network(*given, in_loss=0.0, in_gradient=0.0), "penalty is missing"),
    ("6.network", "no half", lambda *given: network(*given, in_loss=1.0, in_gradient=2.0), "a factor 2 too many"),
    ("6.network", "factor 2", lambda *given: network(*given, in_gradient=2.0), "without the factor 2"),
    ("6.network", "biases", lambda *given: network(*given, on_biases=1.0), "The biases are not penalised"),
    ("6.network", "kink", lambda *given: network(*given, slope=np.greater_equal), "ReLU'(0) is 0"),
    ("6.affine_forward", "no bias", lambda X, W, b: flat(X) @ W, "bias is missing"),
    ("6.affine_forward", "not flattened", lambda X, W, b: X @ W + b, "an example may have several axes"),
    ("6.affine_forward", "float32", lambda X, W, b: (flat(X) @ W + b).astype(np.float32) * np.float32(1.000001), ""),
    ("6.affine_forward", "bent", lambda X, W, b: np.maximum(flat(X) @ W + b, 0), "no bend"),
    ("6.affine_forward", "no return", lambda X, W, b: None, "returns nothing"),
    ("6.affine_backward", "dX flat", lambda d, X, W, b: (d @ W.T, flat(X).T @ d, d.sum(0)), "dX has the shape of X"),
    ("6.affine_backward", "order", lambda d, X, W, b: (flat(X).T @ d, backward(d, X, W, b)[0], d.sum(0)),
     "The order is dX, dW, db"),
    ("6.affine_backward", "db not summed", lambda d, X, W, b: (*backward(d, X, W, b)[:2], d), "db is a sum"),
    ("6.affine_backward", "db mean", lambda d, X, W, b: (*backward(d, X, W, b)[:2], d.mean(0)), "not their mean"),
    ("6.affine_backward", "dW mean",
     lambda d, X, W, b: (backward(d, X, W, b)[0], flat(X).T @ d / len(X), d.sum(0)), "not divided by n"),
    ("6.affine_backward", "no transpose",
     lambda d, X, W, b: ((d @ W).reshape(X.shape), flat(X).T @ d, d.sum(0)), "dX is dout W^T, with the transpose"),
    ("6.affine_backward", "dW transposed", lambda d, X, W, b: (backward(d, X, W, b)[0], d.T @ flat(X), d.sum(0)),
     "not dout^T X"),
    ("6.affine_backward", "two values", lambda d, X, W, b: backward(d, X, W, b)[:2], "Return 3 values"),
    ("6.affine_backward", "uphill", lambda d, X, W, b: tuple(-g for g in backward(d, X, W, b)),
     "sign is the other way round"),
    ("6.relu_forward", "absolute", abs, "absolute value"),
    ("6.relu_forward", "identity", lambda Z: 1 * Z, "Negative entries become 0"),
    ("6.relu_forward", "leaky", lambda Z: np.where(Z > 0, Z, 0.01 * Z), ""),
    ("6.relu_forward", "in place", in_place, "changes its argument Z"),
    ("6.relu_forward", "up to 6", lambda Z: np.clip(Z, 0, 6), ""),
    ("6.relu_backward", "a clipped ramp", lambda dout, Z: dout * np.clip(Z, 0, 1), ""),
    ("6.relu_backward", "from 1 on", lambda dout, Z: dout * (Z >= 1), ""),
    ("6.relu_backward", "up to 6", lambda dout, Z: dout * ((Z > 0) & (Z < 6)), ""),
    ("6.relu_backward", "no mask", lambda dout, Z: 1 * dout, "Inactive units"),
    ("6.relu_backward", "at the kink", lambda dout, Z: dout * (Z >= 0), "0 by convention"),
    ("6.relu_backward", "half at the kink", lambda dout, Z: dout * np.heaviside(Z, 0.5), "0 by convention"),
    ("6.relu_backward", "times ReLU", lambda dout, Z: dout * np.maximum(Z, 0), "not ReLU(Z)"),
    ("6.relu_backward", "sign of dout", lambda dout, Z: np.maximum(dout, 0), "not on that of dout"),
    ("6.softmax_loss", "sum", changed(softmax, lambda v, n: n * v, lambda v, n: n * v),
     "mean over the examples, not the sum"),
    ("6.softmax_loss", "gradient of the sum", changed(softmax, gradient=lambda v, n: n * v), "must be divided by n"),
    ("6.softmax_loss", "uphill", changed(softmax, gradient=lambda v, n: -v), "sign of the gradient"),
    ("6.softmax_loss", "log2", changed(softmax, loss=lambda v, n: v / np.log(2)), "base 2"),
    ("6.softmax_loss", "no one-hot",
     lambda s, y: (softmax(s, y)[0], np.exp(s) / np.exp(s).sum(1, keepdims=True) / len(y)), "p - 1, not p"),
    ("6.softmax_loss", "naive", naive_softmax, "Subtract the largest score"),
    ("6.softmax_loss", "one shift", shifted_by_one_number, "not that of all rows"),
    ("6.softmax_loss", "clipped", clipped_softmax, ""),
    ("6.softmax_loss", "one value", lambda s, y: softmax(s, y)[0], "Return 2 values"),
    ("6.svm_loss", "itself a rival", changed(hinge, loss=lambda v, n: v + 1), "no rival of itself"),
    ("6.svm_loss", "sum", changed(hinge, lambda v, n: n * v, lambda v, n: n * v),
     "mean over the examples, not the sum"),
    ("6.svm_loss", "on the margin", lambda s, y: hinge(s, y, np.greater_equal), "0 by convention"),
    ("6.svm_loss", "pulled once", lambda s, y: (hinge(s, y)[0], np.sign(hinge(s, y)[1]) / len(y)), "count them"),
    ("6.svm_loss", "not pulled", lambda s, y: (hinge(s, y)[0], np.maximum(hinge(s, y)[1], 0)),
     "right score is pulled too"),
    ("6.pair_backward", "no ReLU", lambda dout, X, W, b: backward(dout, X, W, b), "ReLU is forgotten"),
    ("6.pair_backward", "wrong kink", lambda d, X, W, b: backward(d * (X @ W + b >= 0), X, W, b), "0 by convention"),
    ("6.momentum", "old velocity", lambda p, v, g, lr, mu: (p + v, mu * v - lr * g), "new velocity"),
    ("6.momentum", "other convention", lambda p, v, g, lr, mu: (p - lr * (mu * v + g), mu * v + g), "other convention"),
    ("6.momentum", "plain", lambda p, v, g, lr, mu: (p - lr * g, -lr * g), "plain SGD"),
    ("6.reach", "no half", lambda sizes, scale: np.prod(scale * np.sqrt(sizes[:-2])), "keeps half"),
    ("6.reach", "one too many", lambda sizes, scale: np.prod(scale * np.sqrt(sizes[:-1] / 2)), "no hidden layer"),
    ("6.reach", "square", lambda sizes, scale: reach(sizes, scale) ** 2, "take its root"),
    ("6.spread", "added", lambda L, h: sum(5 / h for _ in range(L)), "adds the variances"),
    ("6.spread", "one layer", lambda L, h: spread(1, h), "variance of one layer"),
    ("6.spread", "mean of squares", lambda L, h: (1 + 5 / h) ** L, "the mean of q^2"),
    ("6.spread", "6 for 5", lambda L, h: (1 + 6 / h) ** L - 1, "its variance is 6 - 1"),
    ("6.spread", "sum of units", lambda L, h: 6.0**L - 1, "divided by h"),
    ("6.spread", "root", lambda L, h: spread(L, h) ** 0.5, "standard deviation"),
    ("6.spread", "wide", lambda L, h: np.expm1(5 * L / h), "wide nets"),
    ("6.spread", "no ReLU", lambda L, h: (1 + 2 / h) ** L - 1, "without ReLU"),
    ("6.spread", "product of variances", lambda L, h: np.prod([5 / h] * L), "do not multiply"),
]
