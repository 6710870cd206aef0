"""Problem 6: the layers and the losses of a fully connected network, forward and backward."""
import numpy as np
from hypothesis import strategies as st

from hw0 import networks
from hw0.checks.mistakes import SIGN
from hw0.checks.part import Case, Mistake, Part
from hw0.checks.strategies import NONZERO, NUMBER, array, instance

_SIZE = st.sampled_from([1, 2, 3])
_LARGE = st.sampled_from([1000.0, -1000.0, 2000.0, 0.0])
_UNITS = st.sampled_from([1.0, -1.0, 2.0, -2.0, 0.5, -0.5, 3.0, -3.0])      # some between 0 and 1
_FAR_BELOW = st.sampled_from([-1000.0, -1001.0, -2000.0])


def layers(shapes, **more):
    """Strategy of X, W, b, and dout if asked for, that fit together; `shapes` are those of X without its first axis."""
    def arrays(sizes):
        n, tail, h = sizes
        drawn = {"X": array(n, *tail), "W": array(int(np.prod(tail)), h), "b": array(h)}
        return instance(**({"dout": array(n, h, entries=NONZERO)} if more.get("dout") else {}) | drawn)
    return st.tuples(_SIZE, shapes, _SIZE).flatmap(arrays)


MATRIX, PICTURE = st.tuples(_SIZE), st.sampled_from([(1, 2), (2, 1), (2, 2)])
_FLATTEN = "an example may have several axes: X.reshape(len(X), -1) flattens it"


def _affine_cases(dout=False):
    return (Case("X is (n, d)", layers(MATRIX, dout=dout)),
            Case("X is (n, d1, d2)", layers(PICTURE, dout=dout), _FLATTEN, edge=True))


def _flat(X):
    return X.reshape(len(X), -1)


AFFINE_FORWARD = Part(
    "6.affine_forward", "X W + b (n, h), each example of X flattened", ("X", "W", "b"), networks.affine_forward,
    cases=_affine_cases(),
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
    cases=_affine_cases(dout=True),
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

_SHAPE = st.sampled_from([(1,), (2,), (3,), (2, 2), (1, 3)])


def _arrays(names, entries=NUMBER):
    return _SHAPE.flatmap(lambda shape: instance(**{name: array(*shape, entries=entries) for name in names}))


RELU_FORWARD = Part(
    "6.relu_forward", "max(0, Z), entry by entry", ("Z",), networks.relu_forward,
    cases=(Case("Z has any shape", _arrays(("Z",)), traps=({"Z": np.array([8.0, -8.0])},)),),
    mistakes=(Mistake("That is the absolute value.", lambda _, Z: np.abs(Z)),
              Mistake("That is min(0, Z).", lambda _, Z: np.minimum(0, Z)),
           Mistake("That is the derivative.", lambda _, Z: 1.0 * (Z > 0)),
           Mistake("Negative entries become 0.", lambda _, Z: Z), SIGN))


def _at_the_kink(v):
    Z = v["Z"].copy()
    Z.flat[0] = 0.0
    return v | {"Z": Z}


RELU_BACKWARD = Part(
    "6.relu_backward", "dout where Z > 0, else 0", ("dout", "Z"), networks.relu_backward,
    cases=(Case("Z has no zeros", _arrays(("dout", "Z"), _UNITS),
                traps=({"dout": np.array([2.0, 2.0]), "Z": np.array([0.5, 8.0])},)),
           Case("some Z is 0", _arrays(("dout", "Z"), _UNITS).map(_at_the_kink), "ReLU'(0) is 0 by convention",
                edge=True)),
    mistakes=(Mistake("Inactive units pass nothing on: the factor ReLU'(Z) is missing.", lambda _, dout, Z: dout),
           Mistake("The factor dout is missing.", lambda _, dout, Z: 1.0 * (Z > 0)),
           Mistake("The factor is ReLU'(Z), not ReLU(Z).", lambda _, dout, Z: dout * np.maximum(Z, 0)),
           Mistake("It depends on the sign of Z, not on that of dout.", lambda _, dout, Z: np.maximum(dout, 0)), SIGN))


def _scored(entries, classes=(2, 3)):
    """Strategy of scores (n, k) with labels (n,)."""
    def drawn(sizes):
        n, k = sizes
        labels = st.lists(st.integers(0, k - 1), min_size=n, max_size=n).map(np.array)
        return instance(scores=array(n, k, entries=entries), labels=labels)
    return st.tuples(_SIZE, st.sampled_from(classes)).flatmap(drawn)


def _margins(scores, labels):
    return scores - scores[np.arange(len(labels)), labels][:, None] + 1


def _on_a_margin(v):
    """The same with one wrong class exactly on the margin of the first example."""
    scores, label = v["scores"].copy(), v["labels"][0]
    scores[0, (label + 1) % scores.shape[1]] = scores[0, label] - 1
    return v | {"scores": scores}


def _has_no_kink(v):
    return not np.any(_margins(**v) == 0)


def _both(change):
    """A rival that changes the loss and its gradient alike."""
    return lambda expected, scores, labels: tuple(change(np.asarray(part), len(labels)) for part in expected)


_SUM = Mistake("The loss is the mean over the examples, not the sum.", _both(lambda part, n: n * part))
_GRADIENT_OF_THE_SUM = Mistake("The gradient must be divided by n, like the loss.",
                            lambda expected, scores, labels: (expected[0], len(labels) * expected[1]))
_UPHILL = Mistake("The sign of the gradient is the other way round.", lambda expected, **_: (expected[0], -expected[1]))
_ONE_HOT = Mistake("At the right class the gradient is p - 1, not p.",
                lambda e, scores, labels: (e[0], e[1] + np.eye(scores.shape[1])[labels] / len(labels)))

SOFTMAX_LOSS = Part(
    "6.softmax_loss", "(loss, dscores) of the mean softmax cross-entropy", ("scores", "labels"), networks.softmax_loss,
    cases=(Case("scores are small", _scored(NUMBER)),
           Case("scores are large", _scored(_LARGE),
                "exp overflows there: subtract the largest score of each row first", edge=True),
           Case("all scores are far below 0", _scored(_FAR_BELOW),
                "every exp is 0 there: subtract the largest score of each row first",
                edge=True)),
    mistakes=(_SUM, _GRADIENT_OF_THE_SUM, _UPHILL, _ONE_HOT,
           Mistake("The mean is taken over all n k entries instead of the n examples.",
                lambda e, scores, labels: (e[0] / scores.shape[1], e[1] / scores.shape[1])),
           Mistake("The loss needs its minus sign.", lambda e, **_: (-e[0], e[1])),
           Mistake("The logarithm is the natural one, not that to base 2.", lambda e, **_: (e[0] / np.log(2), e[1]))))

SVM_LOSS = Part(
    "6.svm_loss", "(loss, dscores) of the mean multiclass hinge loss with margin 1", ("scores", "labels"),
    networks.svm_loss,
    cases=(Case("no score is on its margin", _scored(NUMBER, (2, 3, 4)).filter(_has_no_kink)),
           Case("a score is on its margin", _scored(NUMBER).map(_on_a_margin),
                "the derivative of the kink is 0 by convention", edge=True)),
    mistakes=(_SUM, _GRADIENT_OF_THE_SUM, _UPHILL,
           Mistake("The right class is no rival of itself: it adds 1 to the loss of every example.",
                   lambda e, **_: (e[0] + 1, e[1])),
           Mistake("Every wrong class inside the margin pulls the right score once more: count them.",
                lambda e, scores, labels: (e[0], np.where(np.eye(scores.shape[1])[labels] > 0,
                                                          np.sign(e[1]) / len(labels), e[1]))),
           Mistake("The right score is pulled too: its gradient is minus the number of the others.",
                lambda e, scores, labels: (e[0], np.where(np.eye(scores.shape[1])[labels] > 0, 0.0, e[1]))),
           Mistake("The hinge is not squared.",
                lambda e, scores, labels: ((np.sum(np.maximum(_margins(scores, labels), 0) ** 2) - len(labels))
                                           / len(labels), e[1]))))

PARTS = (AFFINE_FORWARD, AFFINE_BACKWARD, RELU_FORWARD, RELU_BACKWARD, SOFTMAX_LOSS, SVM_LOSS)
