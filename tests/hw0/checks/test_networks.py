"""Problem 6 on trial: right answers pass, planted errors are refuted, each refutation computed again by hand."""

import math

import numpy as np
from numpy.testing import assert_allclose, assert_array_equal

from hw0.checks import PARTS, networks
from hw0.checks.networks import exercises
from tests.hw0.checks.answers_to_networks import RIGHT, WRONG
from tests.hw0.checks.verdicts import on_trial, refereed


def by_hand(part, v):
    """What the part asks for, entry by entry, with math and no package: a list of arrays."""
    if part == "6.network":
        return _network(**v)
    if "X" in v:
        X = [[float(x) for x in np.ravel(row)] for row in v["X"]]
        W, b = v["W"].tolist(), v["b"].tolist()
        Z = [[math.fsum([x * w[j] for x, w in zip(row, W, strict=True)] + [b[j]]) for j in range(len(b))] for row in X]
        if part == "6.affine_forward":
            return [Z]
        d = v["dout"].tolist()
        if part == "6.pair_backward":
            d = [[g if z > 0 else 0.0 for g, z in zip(*rows, strict=True)] for rows in zip(d, Z, strict=True)]
        dX = [[math.fsum(g * w for g, w in zip(row, W[k], strict=True)) for k in range(len(W))] for row in d]
        dW = [[math.fsum(X[i][k] * d[i][j] for i in range(len(X))) for j in range(len(b))] for k in range(len(W))]
        db = [math.fsum(row[j] for row in d) for j in range(len(b))]
        return [np.reshape(dX, np.shape(v["X"])), dW, db]
    return _RULES[part](**v)


def _softmax(scores, labels):
    loss, rows = [], []
    for s, label in zip(scores.tolist(), labels, strict=True):
        top = max(s)
        total = math.fsum(math.exp(a - top) for a in s)
        loss.append(math.log(total) + top - s[label])
        rows.append([(math.exp(a - top) / total - (j == label)) / len(labels) for j, a in enumerate(s)])
    return [math.fsum(loss) / len(labels), rows]


def _network(X, labels, W1, b1, W2, b2, reg):
    Z = [[math.fsum([*(x * w for x, w in zip(row, column, strict=True)), c])
          for column, c in zip(W1.T.tolist(), b1.tolist(), strict=True)] for row in X.tolist()]
    A = [[max(z, 0.0) for z in row] for row in Z]
    scores = [[math.fsum([*(a * w for a, w in zip(row, column, strict=True)), c])
               for column, c in zip(W2.T.tolist(), b2.tolist(), strict=True)] for row in A]
    loss, d = _softmax(np.array(scores), labels)
    back = [[math.fsum(g * w for g, w in zip(row, W2[j].tolist(), strict=True)) if z > 0 else 0.0
             for j, z in enumerate(zs)] for row, zs in zip(d, Z, strict=True)]

    def sums(left, right, W):
        return [[math.fsum([reg * W[i, j], *(a[i] * g[j] for a, g in zip(left, right, strict=True))])
                 for j in range(W.shape[1])] for i in range(W.shape[0])]

    squares = math.fsum(w * w for W in (W1, W2) for w in W.ravel().tolist())
    db1, db2 = ([math.fsum(column) for column in zip(*rows, strict=True)] for rows in (back, d))
    return [loss + reg / 2 * squares, sums(X.tolist(), back, W1), db1, sums(A, d, W2), db2]


def _hinge(scores, labels):
    loss, rows = [], []
    for s, label in zip(scores.tolist(), labels, strict=True):
        inside = [j != label and a > s[label] - 1 for j, a in enumerate(s)]
        loss += [a - s[label] + 1 for a, counts in zip(s, inside, strict=True) if counts]
        rows.append([(-sum(inside) if j == label else inside[j]) / len(labels) for j in range(len(s))])
    return [math.fsum(loss) / len(labels), rows]


_RULES = {
    "6.relu_forward": lambda Z: [np.vectorize(lambda z: max(z, 0.0))(Z)],
    "6.relu_backward": lambda dout, Z: [np.vectorize(lambda d, z: d if z > 0 else 0.0)(dout, Z)],
    "6.softmax_loss": _softmax,
    "6.svm_loss": _hinge,
    "6.momentum": lambda p, v, g, lr, mu: [[a + mu * b - lr * c for a, b, c in zip(p, v, g, strict=True)],
                                           [mu * b - lr * c for b, c in zip(v, g, strict=True)]],
    "6.spread": lambda L, h: [math.fsum(math.comb(L, k) * (5 / h) ** k for k in range(1, L + 1))],
    "6.reach": lambda sizes, scale: [math.sqrt(math.prod(scale**2 * d / 2 for d in sizes.tolist()[:-2]))],
}


def equal(got, want):
    got = got if isinstance(got, tuple) else (got,)
    return len(got) == len(want) and all(
        np.shape(g) == np.shape(w) and np.allclose(g, w, rtol=1e-9, atol=1e-9) for g, w in zip(got, want, strict=True))


def is_right(part, value, given):
    return equal(value, by_hand(part, given))


HOLDS = {
    "X is (n, d)": lambda v: v["X"].ndim == 2, "X is (n, d1, d2, ...)": lambda v: v["X"].ndim >= 3,
    "Z has no zeros": lambda v: np.all(v["Z"] != 0), "some Z is 0": lambda v: np.any(v["Z"] == 0),
    "scores are small": lambda v: np.max(np.abs(v["scores"])) <= 30,
    "scores are large": lambda v: np.max(np.abs(v["scores"])) <= 5000,
    "all scores are far below 0": lambda v: np.max(v["scores"]) <= -800,
    "no score is on its margin": lambda v: not on_margin(**v), "a score is on its margin": lambda v: on_margin(**v),
    "some unit is inactive": lambda v: np.any(v["X"] @ v["W"] + v["b"] < 0) and np.all(v["X"] @ v["W"] + v["b"]),
    "some X W + b is 0": lambda v: np.any(v["X"] @ v["W"] + v["b"] == 0),
}


def holds(part, where, given):
    """Whether the text of a case is true; most exercises have one case, of which it says nothing."""
    return where not in HOLDS or HOLDS[where](given)


def on_margin(scores, labels):
    return any(s[j] == s[label] - 1
               for s, label in zip(scores, labels, strict=True) for j in range(len(s)) if j != label)


def test_large_scores_reach_the_ranges_where_exp_fails():
    large, far_below = (np.concatenate([v["scores"].ravel() for v in case.instances])
                        for case in PARTS["6.softmax_loss"].cases[1:])
    with np.errstate(over="ignore", under="ignore"):
        assert np.any(np.isinf(np.exp(large)))
        assert_array_equal(np.exp(far_below), 0)


def test_the_loss_of_guessing_comes_out_of_the_instances_too():
    zeros = {"scores": np.zeros((2, 3)), "labels": np.array([0, 2])}
    assert_allclose(by_hand("6.softmax_loss", zeros)[0], math.log(3))
    assert_allclose(by_hand("6.svm_loss", zeros)[0], 2)


LINES = [
    ("6.affine_forward", lambda X, W, b: X @ W,
     "wrong at X=[[1]], W=[[1]], b=[1]: expected [[2]], got [[1]]. The bias is missing."),
    ("6.relu_backward", lambda dout, Z: dout * (Z >= 0),
     "right, but not at dout=[1], Z=[0]: expected [0], got [1]. Right where Z has no zeros, but here some Z is "
     "0: ReLU'(0) is 0 by convention."),
]
TestAnswers = on_trial(RIGHT, WRONG, (*networks.PARTS, *exercises.PARTS))
TestAnswersRefereed = refereed(RIGHT, is_right, holds, LINES)
