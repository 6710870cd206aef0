"""The flawed claims on problem 4: each with the inputs of its counterexample, where claim and truth must differ.

Only inputs are typed here; what is true there is computed by hw0.
"""

import numpy as np

from hw0 import ridge
from hw0.audit.referee import Referee, always, assign
from hw0.audit.ridge.confirmed import gram
from hw0.audit.ridge.posterior_confirmed import bayes, log_normal, log_posterior
from hw0.least_squares import min_norm_solution, pinv, svd


def _invertible(A):
    return svd.rank(A) == len(A)


def _matrix(*rows):
    return {"X": np.array(rows, dtype=float)}


def _data(*rows, y):
    return {**_matrix(*rows), "y": np.array(y, dtype=float)}


def operator(X, lam):
    """(X^T X + lambda I)^-1 X^T (d, n)."""
    return np.linalg.solve(gram(X, lam), X.T)


def middle(X, lam):
    """D (d, n) in (X^T X + lambda I)^-1 X^T = V D U^T."""
    U, _, Vt = svd.full(X)
    return Vt @ operator(X, lam) @ U


def minimum(X, y, lam):
    """The objective at the ridge solution: the smallest value that it takes."""
    return ridge.objective(ridge.by_svd(X, y, lam=lam), X, y, lam=lam)


def all_shrink(X, y, lams):
    """True if no single weight grows in size from the first lambda to the second."""
    before, after = np.abs(ridge.path(X, y, lams))
    return bool(np.all(after <= before))


def _says_more_than_half(yes):
    return lambda s, lam: bool((ridge.shrinkage(s, lam) > 0.5) == yes)


FAR_BELOW = {"s": 1e4, "lam": 1e6}  # sigma = lambda / 100, and sigma^2 = 100 lambda
FAR_ABOVE = {"s": 1e-4, "lam": 1e-6}  # sigma = 100 lambda, and sigma^2 = lambda / 100
ROW = _matrix([1, 1])
ONES = _matrix([1, 1], [1, 1], [1, 1])
TALL, WIDE = _matrix([1, 0], [0, 1], [1, 1]), {"X": np.ones((3, 5))}
ONE = {"X": np.eye(1), "y": np.ones(1), "lam": 1.0}
SAME_ROWS = _data([1, 1, 0], [1, 1, 0], y=[1, 3])
_GROWN = np.linalg.cholesky(np.array([[1.0, 0.9], [0.9, 1.0]])).T  # X^T X = [[1, .9], [.9, 1]]

OPTIMUM = assign(
    ("chatgpt-4a-4 deepseek-4a-4", Referee("X^T X + lam I has an inverse, whatever lam",
        always(True), lambda X, lam: _invertible(gram(X, lam)), ({**ROW, "lam": 0.0},))),
    ("deepseek-4a-7", Referee("the derivative with respect to w is a column",
        lambda X: (float(X.shape[1]), 1.0),
        lambda X: tuple(map(float, ridge.gradient(np.zeros(X.shape[1]), X, np.ones(len(X)), lam=1.0).shape)),
        ({"X": np.ones((5, 3))},))))

SPECTRUM = assign(
    ("grok-4b-3", Referee("X^T X + lam I has an eigenvalue s^2 + lam for each singular value, and no other",
        lambda X, lam: svd.thin(X).s ** 2 + lam, lambda X, lam: np.linalg.eigvalsh(gram(X, lam)),
        ({**ROW, "lam": 1.0},))),
    ("grok-4b-6", Referee("the D of V D U^T is the square diag(s/(s^2 + lam))",
        lambda X, lam: np.diag(ridge.filter_factors(svd.thin(X).s, lam)), middle, ({**TALL, "lam": 1.0},))),
    ("grok-4b-7", Referee("U^T y has as many entries as a (d, d) matrix takes",
        lambda X: X.shape[1], lambda X: len(svd.full(X).U.T), (TALL,))),
    ("chatgpt-4b-4", Referee("sigma << lambda: lambda dominates sigma^2 + lambda", always(True),
                             lambda s, lam: lam > s**2, (FAR_BELOW,))),
    ("grok-4b-10", Referee("sigma << lambda implies sigma^2 << lambda",
        always(True), lambda s, lam: s**2 < lam, ({"s": 1e3, "lam": 1e4},))),
    ("grok-4b-13", Referee("sigma >> lambda implies sigma^2 >> lambda",
        always(True), lambda s, lam: s**2 > lam, ({"s": 1e-3, "lam": 1e-4},))),
    ("chatgpt-4b-6 deepseek-4b-7 deepseek-4b-14",
     Referee("sigma << lambda: the direction is suppressed, less than half is kept",
        always(True), _says_more_than_half(False), (FAR_BELOW, {"s": 1e3, "lam": 1e5}))),
    ("grok-4b-11 deepseek-4b-6 deepseek-4b-12", Referee("sigma << lambda: the filter factor is about sigma/lambda",
        lambda s, lam: s / lam, ridge.filter_factors, (FAR_BELOW, {"s": 1e3, "lam": 1e4}))),
    ("chatgpt-4b-7 grok-4b-14 deepseek-4b-8 deepseek-4b-13",
     Referee("sigma >> lambda: the filter factor is about 1/sigma",
        lambda s, lam: 1 / s, ridge.filter_factors, (FAR_ABOVE, {"s": 1e-3, "lam": 1e-4}))),
    ("deepseek-4b-2", Referee("the composite has 1/(s^2 + lam) on its diagonal",
        lambda s, lam: 1 / (s**2 + lam), ridge.filter_factors, ({"s": 2.0, "lam": 1.0},))),
    ("deepseek-4b-4", Referee("the composite has the shape of X",
        lambda X: tuple(map(float, X.shape)), lambda X: tuple(map(float, middle(X, 1.0).shape)),
        ({"X": np.ones((5, 3))},))))

POSTERIOR = assign(
    ("chatgpt-4c-2",
     Referee("the log posterior is proportional to the sum of both logs: their ratio is the same for two w",
        lambda w, other, **v: log_posterior(w=w, **v) / bayes(w=w, **v),
        lambda w, other, **v: log_posterior(w=other, **v) / bayes(w=other, **v),
        ({**ONE, "w": np.zeros(1), "other": np.full(1, 0.5)},))),
    ("chatgpt-4c-3", Referee("log p(y | w) is proportional to -||y - X w||^2, and 0 where that is 0",
        always(0.0), lambda X, y, lam, w: log_normal(y, X @ w, lam), ({**ONE, "w": np.ones(1)},))),
    ("chatgpt-4c-4", Referee("log p(w) is proportional to -||w||^2, and 0 where that is 0",
        always(0.0), lambda w: log_normal(w, 0.0, 1.0), ({"w": np.zeros(1)},))),
    ("deepseek-4c-4", Referee("||y - X w||^2/lam + ||w||^2 is the ridge objective",
        lambda X, y, lam, w: np.sum((y - X @ w) ** 2) / lam + w @ w,
        lambda X, y, lam, w: ridge.objective(w, X, y, lam=lam),
        ({**ONE, "lam": 2.0, "w": np.zeros(1)},))),
    ("grok-4sum-c", Referee(
        "Gaussian prior and noise: the top is ridge, lam the variance of the noise, whatever the variance of the prior",
        lambda X, y, noise, prior: ridge.by_svd(X, y, lam=noise),
        lambda X, y, noise, prior: np.sqrt(prior) * ridge.by_map(np.sqrt(prior) * X, y, lam=noise),
        ({"X": np.eye(1), "y": np.ones(1), "noise": 1.0, "prior": 4.0},))))

FAKES = assign(
    ("chatgpt-4d-2 deepseek-4d-2 deepseek-4d-5", Referee("the minimum over w equals the objective as a function of w",
        lambda w, **v: minimum(**v), lambda X, y, lam, w: ridge.objective(w, X, y, lam=lam),
        ({**ONE, "w": np.zeros(1)},))),
    ("grok-4e-3", Referee("X^T and I_n stand side by side: they have equally many rows",
        lambda X: X.shape[1], lambda X: len(X), (TALL,))),
    ("deepseek-4f-5 deepseek-4f-11", Referee("the identity is Woodbury's, between (d, d) matrices",
        lambda X, lam: (float(X.shape[1]),) * 2, lambda X, lam: tuple(map(float, operator(X, lam).shape)),
        ({**WIDE, "lam": 1.0},))),
    ("deepseek-4f-12", Referee("X^T X + lam I and X X^T + lam I have inverses, whatever lam",
        always((True, True)), lambda X, lam: (_invertible(gram(X.T, lam)), _invertible(gram(X, lam))),
        ({**ROW, "lam": 0.0},))),
    ("grok-4f-4 grok-4f-6", Referee("the first entries of eta are X^T X (X^T X + lam I)^-1 y",
        lambda X, y, lam: X.T @ X @ np.linalg.inv(gram(X, lam)) @ y,
        lambda X, y, lam: ridge.by_fake_features(X, y, lam=lam),
        ({**ONE, "X": np.full((1, 1), 2.0)},))))

LIMITS = assign(
    ("chatgpt-4g-3 grok-4g-3", Referee("every weight shrinks as lam grows",
        always(True), all_shrink,
        ({"X": _GROWN, "y": _GROWN @ [1.0, 0.0], "lams": np.array([0.0, 0.1])},
         {**_data([1, 1], [0, 1], y=[1, 0]), "lams": np.array([0.0,
            1.0])},))),
    ("chatgpt-4h-1", Referee("n > d: X^T X has an inverse", always(True), lambda X: _invertible(X.T @ X), (ONES,))),
    ("chatgpt-4h-6", Referee("wide X: the limit solves X w = y",
        lambda X, y: y, lambda X, y: X @ ridge.by_svd(X, y, lam=0.0), (_data([1, 0, 0], [1, 0, 0], y=[0, 1]),))),
    ("chatgpt-4h-10 grok-4h-3 grok-4sum-h deepseek-4h-10", Referee("X has full column rank or full row rank",
        always(True), lambda X: svd.rank(X) == min(X.shape), (ONES,))),
    ("grok-4h-1", Referee("the limit is (X^T X)^-1 X^T y: that inverse exists", always(True),
                          lambda X: _invertible(X.T @ X), (ROW,))),
    ("grok-4h-5", Referee("where X^T X is singular, any generalised inverse G of it gives the limit G X^T y",
        lambda X, y, G: G @ X.T @ y, lambda X, y, G: ridge.by_svd(X, y, lam=0.0),
        ({**_data([1, 1], y=[2]), "G": np.diag([1.0, 0.0])},))),
    ("grok-4h-6 deepseek-4h-2 deepseek-4h-8", Referee("wide X: X X^T has an inverse",
        always(True), lambda X, **_: _invertible(X @ X.T), (SAME_ROWS, _matrix([1, 0, 0], [1, 0, 0])))),
    ("deepseek-4h-5", Referee("n counts the columns, and m the rows", lambda X: X.shape[1], lambda X: len(X),
                              ({"X": np.ones((6, 3))},))),
    ("deepseek-4h-7", Referee("the limit of the matrices is the solution",
        lambda X, y: pinv(X), lambda X, y: min_norm_solution(X, y), ({"X": np.eye(5, 3), "y": np.ones(5)},))),
    ("deepseek-4h-9", Referee("tall X: the limit is least squares, whichever minimiser",
        lambda X, y: np.append(min_norm_solution(X[:, :1], y), 0.0), lambda X, y: ridge.by_svd(X, y, lam=0.0),
        (_data([1, 1], [1, 1], [0, 0], y=[1, 3, 0]),))))

REFEREES = {**OPTIMUM, **SPECTRUM, **POSTERIOR, **FAKES, **LIMITS}
