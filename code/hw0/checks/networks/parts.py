"""Problem 6: the layers and the losses of a fully connected network, forward and backward."""
import numpy as np

from hw0 import networks
from hw0.checks.mistakes import SIGN
from hw0.checks.part import Case, Mistake, Part

_FLATTEN = "an example may have several axes: X.reshape(len(X), -1) flattens it"


_AFFINE = (Case("X is (n, d)"), Case("X is (n, d1, d2, ...)", _FLATTEN, edge=True))


def _flat(X):
    return X.reshape(len(X), -1)


AFFINE_FORWARD = Part(
    "6.affine_forward", "X W + b (n, h), each example of X flattened", ("X", "W", "b"), networks.affine_forward,
    cases=_AFFINE,
    mistakes=(Mistake("The bias is missing.", lambda _, X, W, b: _flat(X) @ W),
           Mistake("The bias is subtracted.", lambda _, X, W, b: _flat(X) @ W - b),
           Mistake("That is the ReLU of it: the affine map itself has no bend.", lambda Z, X, W, b: np.maximum(Z, 0))))


def _gradients(dX=lambda dX, **_: dX, dW=lambda dW, **_: dW, db=lambda db, **_: db):
    """A rival of affine_backward: the right gradients with one of them changed."""
    def rival(expected, dout, X, W, b):
        given = dict(zip(("dX", "dW", "db"), expected, strict=True)) | {"dout": dout, "X": X, "W": W, "b": b}
        return dX(**given), dW(**given), db(**given)
    return rival


AFFINE_BACKWARD = Part(
    "6.affine_backward", "(dX, dW, db) in the shapes of X, W and b", ("dout", "X", "W", "b"), networks.affine_backward,
    cases=_AFFINE,
    mistakes=(Mistake("dX has the shape of X: reshape it.", _gradients(dX=lambda dX, **_: _flat(dX))),
           Mistake("The order is dX, dW, db.", lambda expected, **_: (expected[1], expected[0], expected[2])),
           Mistake("db is a sum over the examples: each of them feels the same b.",
                   _gradients(db=lambda dout, **_: dout)),
           Mistake("db is the sum over the examples, not their mean: dout carries the 1/n of the loss.",
                _gradients(db=lambda dout, **_: dout.mean(axis=0))),
           Mistake("dW is X^T dout, not divided by n: dout carries the 1/n of the loss.",
                   _gradients(dW=lambda dW, X, **_: dW / len(X))),
           Mistake("dW is divided by n, and so is db: dout carries the 1/n of the loss.",
                _gradients(dW=lambda dW, X, **_: dW / len(X), db=lambda db, X, **_: db / len(X))),
           Mistake("dX is dout W^T, with the transpose.",
                   _gradients(dX=lambda dX, dout, W, X, **_: (dout @ W).reshape(X.shape))),
           Mistake("dW is X^T dout, not dout^T X.", _gradients(dW=lambda dW, **_: dW.T)),
           SIGN))


RELU_FORWARD = Part(
    "6.relu_forward", "max(0, Z), entry by entry", ("Z",), networks.relu_forward,
    cases=(Case("Z has any shape"),),
    mistakes=(Mistake("That is the absolute value.", lambda _, Z: np.abs(Z)),
              Mistake("That is min(0, Z).", lambda _, Z: np.minimum(0, Z)),
           Mistake("That is the derivative.", lambda _, Z: 1.0 * (Z > 0)),
           Mistake("Negative entries become 0.", lambda _, Z: Z), SIGN))


RELU_BACKWARD = Part(
    "6.relu_backward", "dout where Z > 0, else 0", ("dout", "Z"), networks.relu_backward,
    cases=(Case("Z has no zeros"),
           Case("some Z is 0", "ReLU'(0) is 0 by convention",
                edge=True)),
    mistakes=(Mistake("Inactive units pass nothing on: the factor ReLU'(Z) is missing.", lambda _, dout, Z: dout),
           Mistake("The factor dout is missing.", lambda _, dout, Z: 1.0 * (Z > 0)),
           Mistake("The factor is ReLU'(Z), not ReLU(Z).", lambda _, dout, Z: dout * np.maximum(Z, 0)),
           Mistake("It depends on the sign of Z, not on that of dout.", lambda _, dout, Z: np.maximum(dout, 0)), SIGN))


def _margins(scores, labels):
    return scores - scores[np.arange(len(labels)), labels][:, None] + 1


def _squared_hinge(scores, labels):
    rivals = np.where(np.eye(scores.shape[1])[labels] > 0, 0.0, np.maximum(_margins(scores, labels), 0))
    slopes = 2 * rivals - np.eye(scores.shape[1])[labels] * np.sum(2 * rivals, axis=1, keepdims=True)
    return np.sum(rivals**2) / len(labels), slopes / len(labels)


def _both(change):
    """A rival that changes the loss and its gradient alike."""
    return lambda expected, scores, labels: tuple(change(np.asarray(part), len(labels)) for part in expected)


_SUM = Mistake("The loss is the mean over the examples, not the sum.", _both(lambda part, n: n * part))
_GRADIENT_OF_THE_SUM = Mistake("The gradient must be divided by n, like the loss.",
                            lambda expected, scores, labels: (expected[0], len(labels) * expected[1]))
_UPHILL = Mistake("The sign of the gradient is the other way round.", lambda expected, **_: (expected[0], -expected[1]))
_ONE_HOT = Mistake("At the right class the gradient is p - 1, not p.",
                lambda e, scores, labels: (e[0], e[1] + np.eye(scores.shape[1])[labels] / len(labels)))



def _softmax(shift=lambda s: s.max(axis=1, keepdims=True), change=lambda s: s, log=np.log):
    """A rival of softmax_loss that takes the logarithm of the probabilities; without their gradient's mistakes."""
    def rival(expected, scores, labels):
        e = np.exp(change(scores - shift(scores)))
        p, rows = e / e.sum(axis=1, keepdims=True), np.arange(len(labels))
        of_label = log(p[rows, labels]) if log else (scores - shift(scores))[rows, labels] - np.log(e.sum(axis=1))
        return -np.mean(of_label), (p - np.eye(scores.shape[1])[labels]) / len(labels)
    return rival


_KEPT_FROM_0 = tuple(
    Mistake("p is kept away from 0 by a small number, and the loss is cut off with it: take log p as the shifted score "
            "minus the logarithm of the sum, without p.", _softmax(log=log))
    for log in (*(lambda p, eps=eps: np.log(p + eps) for eps in (1e-12, 1e-8)),     # as is the larger of p and 1e-12
                lambda p: np.log(np.maximum(p, 1e-10))))

SOFTMAX_LOSS = Part(
    "6.softmax_loss", "(loss, dscores) of the mean softmax cross-entropy", ("scores", "labels"), networks.softmax_loss,
    cases=(Case("scores are small"),
           Case("scores are large",
                "exp of a score overflows, and p may be 0 in float64", edge=True),
           Case("all scores are far below 0",
                "exp of a score is 0 in float64, and so is their sum",
                edge=True)),
    mistakes=(_SUM, _GRADIENT_OF_THE_SUM, _UPHILL, _ONE_HOT,
           Mistake("The mean is taken over all n k entries instead of the n examples.",
                lambda e, scores, labels: (e[0] / scores.shape[1], e[1] / scores.shape[1])),
           Mistake("The loss needs its minus sign.", lambda e, **_: (-e[0], e[1])),
           Mistake("The logarithm is the natural one, not that to base 2.", lambda e, **_: (e[0] / np.log(2), e[1])),
           Mistake("Subtract the largest score of each row first: then no exp overflows, and the sum is at least 1.",
                   _softmax(shift=lambda s: 0.0)),
           Mistake("The scores are shifted as they should be, but log p is taken of a p that is 0 in float64: take it "
                   "as the shifted score minus the logarithm of the sum.", _softmax()),
           Mistake("Subtract the largest score of each row, not that of all rows: a row far below it underflows.",
                   _softmax(shift=np.max, log=None)),
           Mistake("The scores are clipped, which changes the loss: subtract the largest of each row instead.",
                   _softmax(shift=lambda s: 0.0, change=lambda s: np.clip(s, -500, 500))),
           *_KEPT_FROM_0))

SVM_LOSS = Part(
    "6.svm_loss", "(loss, dscores) of the mean multiclass hinge loss with margin 1", ("scores", "labels"),
    networks.svm_loss,
    cases=(Case("no score is on its margin"),
           Case("a score is on its margin",
                "the derivative at the kink is 0 by convention", edge=True)),
    mistakes=(_SUM, _GRADIENT_OF_THE_SUM, _UPHILL,
           Mistake("The right class is no rival of itself: it adds 1 to the loss of every example.",
                   lambda e, **_: (e[0] + 1, e[1])),
           Mistake("The right class is no rival of itself: leave it out of the loss and of the gradient.",
                   lambda e, scores, labels: (e[0] + 1, e[1] + np.eye(scores.shape[1])[labels] / len(labels))),
           Mistake("The right class is no rival of itself: it is counted once too often in its own gradient.",
                   lambda e, scores, labels: (e[0], e[1] - np.eye(scores.shape[1])[labels] / len(labels))),
           Mistake("Every wrong class inside the margin pulls the right score once more: count them.",
                lambda e, scores, labels: (e[0], np.where(np.eye(scores.shape[1])[labels] > 0,
                                                          np.sign(e[1]) / len(labels), e[1]))),
           Mistake("The right score is pulled too, once by each rival inside the margin, with a minus.",
                lambda e, scores, labels: (e[0], np.where(np.eye(scores.shape[1])[labels] > 0, 0.0, e[1]))),
           Mistake("The margin is 1: a rival that is behind by less than 1 is charged, too.",
                   lambda _, scores, labels: networks.svm_loss(scores + np.eye(scores.shape[1])[labels], labels)),
           Mistake("The mean is taken over all n k entries instead of the n examples.",
                   lambda e, scores, labels: (e[0] / scores.shape[1], e[1] / scores.shape[1])),
           *(Mistake("The hinge is not squared.", lambda e, scores, labels, which=which: (
               _squared_hinge(scores, labels)[0], (e[1], _squared_hinge(scores, labels)[1])[which]))
             for which in range(2))))            # with the gradient of the hinge, or with its own

PARTS = (AFFINE_FORWARD, AFFINE_BACKWARD, RELU_FORWARD, RELU_BACKWARD, SOFTMAX_LOSS, SVM_LOSS)
