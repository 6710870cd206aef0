"""Answers with one slip each, written in another way than the mistakes of the parts, and what has to be said of them.

They stand beside the wrong answers of `answers*.py`: the mistakes that none of those makes.
"""
import numpy as np

from hw0 import networks

inv, norm, lstsq = np.linalg.inv, np.linalg.norm, np.linalg.lstsq


def solved(X, y, lam):
    """(X^T X + lam I)^-1 X^T y, through the augmented system."""
    rows = np.vstack([X, np.sqrt(lam) * np.eye(X.shape[1])])
    return lstsq(rows, np.append(y, np.zeros(X.shape[1])), rcond=None)[0]


def shortest(A, y):
    return np.linalg.pinv(A) @ y


def posterior(misfit, prior):
    """misfit(lam) ||y - X w||^2 + prior(lam) ||w||^2."""
    return lambda w, X, y, lam: misfit(lam) * norm(y - X @ w)**2 + prior(lam) * norm(w)**2


def centred(X, y, lam):
    """The slopes beside a free intercept."""
    return solved(X - X.mean(axis=0), y - y.mean(), lam)


def left_out(X, y, lam):
    """(y_i - x_i w of the fit to the others, the residuals of the fit to all, the leverages)."""
    keep = [np.arange(len(y)) != i for i in range(len(y))]
    errors = np.array([y[i] - X[i] @ solved(X[rows], y[rows], lam) for i, rows in enumerate(keep)])
    residuals = y - X @ solved(X, y, lam)
    return errors, residuals, 1 - residuals / errors


def decayed(w, b, step):
    return -b / (w - step) if w != step else np.nan


def undivided(w, b, step):
    return np.divide(-b, w - step)


def softmax(scores, labels, low=None, high=None, log=np.log):
    """(loss, dscores) with log p of a p that may be 0, or of clipped scores."""
    s = scores - scores.max(axis=1, keepdims=True) if low is None else np.clip(scores, low, high)
    p = np.exp(s) / np.exp(s).sum(axis=1, keepdims=True)
    right = np.arange(scores.shape[1]) == labels[:, None]
    return -log(p[right]).mean(), (p - right) / len(labels)


def softmax_of_the_largest(scores, labels):
    """(loss, dscores) without a log p, where rows that are far below the largest score of all underflow."""
    s = scores - scores.max()
    total, right = np.exp(s).sum(axis=1), np.arange(scores.shape[1]) == labels[:, None]
    return (np.log(total) - s[right]).mean(), (np.exp(s) / total[:, None] - right) / len(labels)


def squared_hinge(scores, labels):
    """(loss, dscores) of the mean of the squared margins that are missed, class by class."""
    loss, slopes = 0.0, np.zeros(scores.shape)
    for i, y in enumerate(labels):
        for j, missed in enumerate(1 + scores[i] - scores[i, y]):
            if j != y and missed > 0:
                loss += missed**2
                slopes[i, [j, y]] += 2 * missed, -2 * missed
    return loss / len(labels), slopes / len(labels)


def hinge(scores, labels, own=0.0, pull=0.0, power=1):
    """The mean hinge loss: own is counted for the right class, and pulls at it."""
    right = np.arange(scores.shape[1]) == labels[:, None]
    margins = np.where(right, 0.0, np.maximum(scores - scores[right][:, None] + 1, 0))
    above = 1.0 * (margins > 0)
    slopes = above - right * above.sum(axis=1, keepdims=True) + pull * right
    return ((margins**power).sum() + own * len(labels)) / len(labels), slopes / len(labels)


def scaled(parts, *factors):
    return tuple(factor * part for factor, part in zip(factors, parts, strict=True))


def half_wedge(far):
    """The area of 0 < w < 1, -1 < b < 1 where w far + b < 0."""
    return 1 / (2 * far) if far > 1 else 1 - far / 2


def divided(dout, X, W, b):
    n, flat = len(X), X.reshape(len(X), -1)
    return (dout @ W.T).reshape(X.shape), flat.T @ dout / n, dout.sum(axis=0) / n


def kept(dout, X, W, b):
    """The gradients of the pair where the sign of dout decides."""
    passed = dout * (dout > 0)
    return passed @ W.T, X.T @ passed, passed.sum(axis=0)


SLIPS = [
    ("3d", "beside a free intercept", lambda X, y: shortest(X - X.mean(axis=0), y - y.mean())),
    ("3b", "the predictions X w", lambda U, s, Vt, y: U[:, :len(s)] @ U[:, :len(s)].T @ y),
    ("3f", "projector on the left null space", lambda X: np.eye(len(X)) - X @ np.linalg.pinv(X)),
    ("3a", "without X^T y", lambda X, y: inv(X.T @ X)),
    ("3d", "the inverse of a matrix is np.linalg.inv", lambda X, y: X.T.dot((X @ X.T) ** -1.0).dot(y)),
    ("3f", "the factor (X X^T)^+ is missing", lambda X: X.dot(X.T)),
    ("3.weighted", "scales y by c_i and X not at all", lambda X, y, c: lstsq(X, c * y, rcond=None)[0]),
    ("3.nearest", "it starts from w0", lambda X, y, w0: shortest(X, y - X @ w0)),
    ("3.leverage", "the diagonal of X^+ X", lambda X: np.diag(np.linalg.pinv(X) @ X)),
    ("3.descent", "still missing", lambda s, lr, steps: (1 - 2 * lr * s * s)**steps / s),
    ("3.descent", "the fraction that has been reached", lambda s, lr, steps: 1 - (1 - 2 * lr * s * s)**steps),
    ("3.low_rank", "s[k - 1] is not left out", lambda s, k: norm(s[k - 1:]) if k else norm(s)),
    ("3.low_rank", "Nothing has been kept", lambda s, k: np.sqrt(s @ s)),
    ("4a", "a square root too many", lambda X, y, lam: solved(X, y, lam**0.5)),
    ("4a", "lambda is squared", lambda X, y, lam: solved(X, y, lam * lam)),
    ("4a", "beside a free intercept", centred),
    ("4b", "singular values of X^T X + lambda I", lambda s, lam: lam + s * s),
    ("4b", "sigma and lambda are not added", lambda s, lam: 1 / (lam + s)),
    ("4b", "as it is, not squared", lambda s, lam: s / (s * s + lam * lam)),
    ("4c", "cannot be rescaled", posterior(lambda lam: 0.5, lambda lam: lam / 2)),
    ("4c", "not sqrt(lambda)", posterior(lambda lam: lam**-0.5 / 2, lambda lam: 0.5)),
    ("4c", "divided by 2 lambda", posterior(lambda lam: 0.5, lambda lam: 0.5)),
    ("4c", "exponent of the prior", posterior(lambda lam: 1 / (2 * lam), lambda lam: 1.0)),
    ("4c", "exponent of the noise", posterior(lambda lam: 1 / lam, lambda lam: 0.5)),
    ("4c", "has none of it", posterior(lambda lam: 0.5, lambda lam: 1 / (2 * lam))),
    ("4c", "as well", posterior(lambda lam: 1 / (2 * lam), lambda lam: lam / 2)),
    ("4c", "the data are missing", lambda w, X, y, lam: w @ w / 2),
    ("4e", "of the fake features is missing", lambda X, y, lam: shortest(np.hstack([X, np.eye(len(X))]), y)),
    ("4e", "with that sign", lambda X, y, lam: np.append(w := solved(X, y, lam), (X @ w - y) / np.sqrt(lam))),
    *(("4h", "ridge with a tiny lambda", lambda X, y, tiny=tiny: inv(X.T @ X + tiny * np.eye(X.shape[1])) @ X.T @ y)
      for tiny in (1e-6, 1e-8, 1e-10, 1e-12)),
    ("4h", "the inverse is missing", lambda X, y: y @ X),
    ("4.freedom", "what was lost", lambda s, lam: np.sum(lam / (s**2 + lam)) if lam else 0.0),
    ("4.prior", "tau is ignored", lambda X, y, tau, noise: solved(X, y, noise**2)),
    ("4.toward", "the step from w0", lambda X, y, w0, lam: solved(X, y - X @ w0, lam)),
    ("4.intercept", "Centre X as well", lambda X, y, lam: (y.mean(), solved(X, y - y.mean(), lam))),
    ("4.leave-one-out", "not by H_ii", lambda X, y, lam: left_out(X, y, lam)[1] / left_out(X, y, lam)[2]),
    ("4.leave-one-out", "The sign is", lambda X, y, lam: -left_out(X, y, lam)[0]),
    ("4.stopping", "and the factor 2 of the gradient is missing", lambda lr, steps: steps * lr),
    ("5.falls_asleep", "The bias moves as well", lambda w, b, x: np.divide(w, x) + np.divide(b, x * x)),
    ("5.weight_decay", "a factor 2 too many", lambda w, b, lr, mu: decayed(w, b, 2 * lr * mu * w)),
    ("5.weight_decay", "a factor 2 too many", lambda w, b, lr, mu: undivided(w, b, 2 * lr * mu * w)),
    ("5.weight_decay", "the bias stays", lambda w, b, lr, mu: (mu - 1) * b / w),
    ("5.weight_decay", "a factor 2 too many", lambda w, b, lr, mu: -b / (w - 2 * lr * mu * w)),
    ("5.born_dead", "the area 4, not 2", lambda left, right: (half_wedge(left) + half_wedge(right)) / 2),
    ("5.born_dead", "that it is not dead", lambda left, right: 1 - (half_wedge(left) + half_wedge(right)) / 4),
    ("5.leaky", "An active unit does not feel alpha",
     lambda w, b, x, delta, lr, alpha: (lr * alpha * delta - b) / (w - lr * alpha * delta * x)),
    ("6.affine_forward", "The bias is subtracted", lambda X, W, b: X.reshape(len(X), -1) @ W - b),
    ("6.affine_backward", "divided by n, and so is db", divided),
    ("6.relu_forward", "min(0, Z)", lambda Z: Z * (Z < 0)),
    ("6.relu_forward", "the derivative", lambda Z: np.heaviside(Z, 0)),
    ("6.relu_backward", "The factor dout is missing", lambda dout, Z: np.heaviside(Z, 0)),
    ("6.softmax_loss", "over all n k entries",
     lambda scores, labels: tuple(part / scores.shape[1] for part in networks.softmax_loss(scores, labels))),
    ("6.softmax_loss", "needs its minus sign",
     lambda scores, labels: (-networks.softmax_loss(scores, labels)[0], networks.softmax_loss(scores, labels)[1])),
    ("6.softmax_loss", "log p is taken of a p that is 0", softmax),
    ("6.softmax_loss", "The scores are clipped", lambda scores, labels: softmax(scores, labels, -500, 500)),
    ("6.softmax_loss", "not that of all rows", softmax_of_the_largest),
    *(("6.softmax_loss", "kept away from 0", lambda scores, labels, log=log: softmax(scores, labels, log=log))
      for log in (lambda p: np.log(p + 1e-12), lambda p: np.log(p + 1e-8), lambda p: np.log(np.clip(p, 1e-12, 1)),
                  lambda p: np.log(np.clip(p, 1e-10, 1)))),
    ("6.svm_loss", "divided by n, like", lambda scores, labels: scaled(hinge(scores, labels), 1, len(labels))),
    ("6.svm_loss", "sign of the gradient", lambda scores, labels: scaled(hinge(scores, labels), 1, -1)),
    ("6.svm_loss", "over all n k entries",
     lambda scores, labels: scaled(hinge(scores, labels), *2 * [1 / scores.shape[1]])),
    ("6.svm_loss", "leave it out of the loss and of the gradient",
     lambda scores, labels: hinge(scores, labels, own=1.0, pull=1.0)),
    ("6.svm_loss", "once too often", lambda scores, labels: hinge(scores, labels, pull=-1.0)),
    ("6.svm_loss", "not squared", lambda scores, labels: hinge(scores, labels, power=2)),
    ("6.svm_loss", "not squared", squared_hinge),
    ("6.pair_backward", "not that of dout", kept),
    ("6.momentum", "uphill: the gradient", lambda p, v, g, lr, mu: (p + (u := mu * v + lr * g), u)),
    ("6.momentum", "v points uphill", lambda p, v, g, lr, mu: (p - (u := mu * v + lr * g), u)),
    ("6.momentum", "Nesterov", lambda p, v, g, lr, mu: (p + mu * (u := mu * v - lr * g) - lr * g, u)),
    ("6.reach", "not behind it", lambda sizes, scale: np.sqrt(np.prod(scale**2 * np.array(sizes[1:-1]) / 2))),
]
