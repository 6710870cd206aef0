"""Gradient descent on ||X w - y||^2, w <- w - lr * gradient^T: where it goes, and where it ends (chapter 3).

In the coordinates z = V^T w of the singular value decomposition of X (n, d) every z_i descends on a parabola of its
own: a step multiplies its distance from c_i / sigma_i by 1 - 2 lr sigma_i^2.  So after t steps the share
1 - (1 - 2 lr sigma^2)^t of the way is done, and nothing of it where sigma = 0: the steps lie in the row space, and the
part of the start in the null space stays.
"""
import numpy as np

from hw0.least_squares import svd
from hw0.least_squares.solvers import gradient, min_norm_solution
from hw0.least_squares.subspaces import bases, project
from hw0.validation import numbers, positive, seen, shaped, whole


def path(X, y, *, lr, steps, start=None):
    """The weights (steps + 1, d) on the way, from the start (default: 0), one step after the other.

    Raises as gradient, ValueError unless lr > 0, a number, and steps >= 0, and ValueError for a descent that diverges.

    >>> gradient_descent.path([[1.0, 1.0]], [2.0], lr=0.125, steps=2)
    array([[0.  , 0.  ],
           [0.5 , 0.5 ],
           [0.75, 0.75]])
    """
    X, y, lr = shaped(X=("nd", X), y=("n", y), lr=("", lr))
    (w,) = shaped(X=("nd", X), start=("d", np.zeros(X.shape[1]) if start is None else start))[1:]
    positive(lr=lr)
    way = [w]
    for step in range(*whole(steps=steps, least=0)):
        with np.errstate(over="ignore", invalid="ignore"):
            w = w - lr * gradient(w, X, y)[0]
        if not np.all(np.isfinite(w)):
            raise ValueError(f"the descent diverges at step {step + 1}: use a learning rate below {lr:g}.")
        way.append(w)
    return np.array(way)


def share_of_the_way(s, *, lr, steps):
    """1 - (1 - 2 lr s^2)^steps, how much of the way to c / sigma is done; 0 where s = 0.  Broadcasts; traces.

    Below 0 or above 1 where a step is longer than the way, lr > 1 / (2 s^2); it tends to 1 if and only if
    0 < lr s^2 < 1.  No digits cancel, however small s is.  Source: chapter 3, eq-descent-after.

    >>> gradient_descent.share_of_the_way(np.array([2.0, 1.0, 0.0]), lr=0.125, steps=2)
    array([1.    , 0.4375, 0.    ])
    >>> print(f"{gradient_descent.share_of_the_way(1e-9, lr=0.5, steps=3):.1e}")
    3.0e-18
    """
    s, lr, steps = numbers(s=s, lr=lr, steps=steps)
    x = 2.0 * lr * s**2
    return np.where(x < 0.5, -np.expm1(steps * np.log1p(-np.minimum(x, 0.5))), 1.0 - (1.0 - x) ** steps)


def after(U, s, Vt, y, start, *, lr, steps):
    """The weights (d, m) after the numbers of steps (m,), a column each, without taking them one by one; traces.

    U, s, Vt are the factors of a thin SVD of X, y (n,) its targets and start (d,) the first weights.

    >>> gradient_descent.after([[1.0]], [1.0], [[1.0]], [2.0], [0.0], lr=0.25, steps=[0, 1, 2])
    array([[0. , 1. , 1.5]])
    """
    U, s, Vt, y, start = seen(U=("nk", U), s=("k", s), Vt=("kd", Vt), y=("n", y), start=("d", start))
    way = svd.reciprocals(s, rtol=0.0) * (U.T @ y) - Vt @ start
    return start[:, None] + Vt.T @ (share_of_the_way(s[:, None], lr=lr, steps=steps) * way[:, None])


def limit(X, y, start):
    """X^+ y + (I - X^+ X) start (d,): where descent ends for every lr < 1 / s[0]^2, the nearest solution to its start.

    >>> gradient_descent.limit([[1.0, 1.0]], [2.0], [2.0, -2.0]).round(6)
    array([ 3., -1.])
    """
    X, y, start = shaped(X=("nd", X), y=("n", y), start=("d", start))
    return min_norm_solution(X, y) + project(bases(X).null, start)
