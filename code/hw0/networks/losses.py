"""What a network is told about its scores: a loss, and the gradient of the loss with respect to the scores.

Scores (n, k), one row per example.  Every loss is a mean over the n examples.  Inside a network the gradient
is written over the scores, times a number of the caller's; the functions at the end take plain arrays and return new
ones.
"""
from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from hw0.validation import not_widening, numbers, shaped


class Loss(NamedTuple):
    """A loss as a network uses it.

    Attributes
    ----------
    into_gradient : (scores, targets, scale) -> loss; scores become scale times its gradient, in place
    admit : (targets, n, k) -> the targets checked, in the form that into_gradient takes
    labels : whether the targets are class labels, so that accuracy makes sense

    Examples
    --------
    >>> scores = np.array([[3.0], [5.0]])
    >>> losses.LOSSES["squared"].into_gradient(scores, np.array([[2.0], [5.0]]), 1.0)
    0.25
    """

    into_gradient: Callable
    admit: Callable
    labels: bool = True


def _softmax(scores, labels, scale):
    """Mean of -log p[label], with p = exp(scores) / sum(exp(scores)) in each row.

    Per row, with t the sum: loss = log t - s_label, so d loss / d s_j = p_j - [j = label].  A common shift of a
    row changes neither, and with its largest score at 0 no exp can overflow and t lies between 1 and k.
    """
    n, s = len(scores), scores.T            # inside a network the classes are rows in the memory too
    right = labels, np.arange(n)
    s -= np.maximum.reduce(s)               # ufunc.reduce is what np.max and np.sum call in the end
    score_of_label = s[right]
    np.exp(s, out=s)
    total = np.add.reduce(s)
    s /= total
    s[right] -= 1
    s *= scale / n
    return not_widening(np.add.reduce(np.log(total) - score_of_label) / n)


def _hinge(scores, labels, scale):
    """Mean of the sum over the wrong classes j of max(0, s_j - s_label + 1).

    Each wrong class inside the margin pushes its score by 1 and pulls that of the label by 1; on the margin
    itself there is a kink, and the derivative is 0 by convention.
    """
    n = len(scores)
    right = np.arange(n), labels
    np.subtract(scores, scores[right][:, None] - 1, out=scores)
    scores[right] = 0
    np.maximum(scores, 0, out=scores)
    loss = float(np.sum(scores) / n)
    np.greater(scores, 0, out=scores)
    scores[right] = -np.sum(scores, axis=1)
    scores *= scale / n
    return loss


def _squared(scores, targets, scale):
    """Mean over the examples of 1/2 |scores - targets|^2, whose gradient is the residual over n."""
    np.subtract(scores, targets, out=scores)
    residuals = np.ravel(scores, order="K")     # a view, whatever the memory order
    loss = float(0.5 * np.dot(residuals, residuals) / len(scores))
    scores *= scale / len(scores)
    return loss


def _labels(labels, n, k):
    """Class labels as integers (n,).  Raises ValueError or TypeError for anything but whole numbers from 0 to k - 1."""
    (labels,) = shaped(labels=("n", labels))
    if len(labels) != n:
        raise ValueError(f"labels must have shape ({n},), one per example; got ({len(labels)},).")
    bad = (labels < 0) | (labels >= k) | (labels != np.floor(labels))
    if np.any(bad):
        raise ValueError(f"labels must be whole numbers from 0 to {k - 1}; got {labels[bad][0]:g} for example "
                         f"{np.argmax(bad)}.")
    return labels.astype(np.intp)


def _targets(targets, n, k):
    """Real targets (n, k); for k = 1 also (n,)."""
    (targets,) = numbers(targets=targets)
    if targets.shape != (n, k) and (k > 1 or targets.shape != (n,)):
        raise ValueError(f"targets must have shape ({n}, {k}), like the scores; got {targets.shape}.")
    return targets.reshape(n, k)


LOSSES = {"softmax": Loss(_softmax, _labels), "hinge": Loss(_hinge, _labels),
          "squared": Loss(_squared, _targets, labels=False)}


def softmax_loss(scores, labels):
    """(loss, dscores) of the softmax cross-entropy, for scores (n, k) and labels (n,) from 0 to k - 1.

    Finite unless a difference of two scores of one example is too large for a float.  Raises TypeError or ValueError
    for scores that are not finite and for labels that are no classes.  Source: chapter 6, part 6.softmax_loss.

    >>> loss, dscores = networks.softmax_loss([[0.0, 0.0]], [1])
    >>> print(f"{loss:.4f}", dscores)
    0.6931 [[ 0.5 -0.5]]
    """
    return _apply("softmax", scores, labels)


def svm_loss(scores, labels):
    """(loss, dscores) of the multiclass hinge loss with margin 1.  Raises as softmax_loss.  Source: part 6.svm_loss.

    >>> networks.svm_loss([[1.0, 1.5, 0.0]], [1])
    (0.5, array([[ 1., -1.,  0.]]))
    """
    return _apply("hinge", scores, labels)


def squared_loss(scores, targets):
    """(loss, dscores) of half the squared distance, for scores and targets (n, k).  Raises as softmax_loss.

    >>> networks.squared_loss([[3.0], [5.0]], [[2.0], [5.0]])
    (0.25, array([[0.5],
           [0. ]]))
    """
    return _apply("squared", scores, targets)


def _apply(name, scores, targets):
    (scores,) = shaped(scores=("nk", scores))       # a copy, which becomes the gradient
    loss = LOSSES[name]
    targets = loss.admit(targets, *scores.shape)
    with np.errstate(over="ignore"):                # a difference of scores near the largest float
        return loss.into_gradient(scores, targets, 1.0), scores
