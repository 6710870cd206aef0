"""The exercises of chapter 4, checked like the parts of the homework."""
import numpy as np

from hw0 import ridge
from hw0.checks.part import Case, Mistake, Part
from hw0.checks.ridge.parts import EVERY_RANK

FREEDOM = Part(
    "4.freedom", "the degrees of freedom: the trace of the matrix that takes y to X w", ("s", "lam"),
    lambda s, lam: float(ridge.degrees_of_freedom(s, lam)),
    cases=(Case("sigma > 0"),
           Case("lambda = 0",
                "least squares: one for each direction of the data", edge=True)),
    mistakes=(Mistake("Those are the summands; add them up.", lambda _, s, lam: ridge.shrinkage(s, lam)),
           Mistake("That adds up the singular values from y to w; X w brings one more factor sigma.",
                lambda _, s, lam: float(np.sum(ridge.filter_factors(s, lam)))),
           Mistake("That is how many directions there are; each counts by the share that is kept.",
                   lambda _, s, lam: float(len(s))),
           Mistake("That is what was lost.", lambda v, s, lam: len(s) - v)))


def _from_prior(X, y, tau, noise, ratio=lambda tau, noise: (noise / tau) ** 2):
    return ridge.by_svd(X, y, lam=ratio(tau, noise))


PRIOR = Part(
    "4.prior", "the top (d,) of p(w | y) for W ~ N(0, tau^2 I) and Y = X W + noise N", ("X", "y", "tau", "noise"),
    _from_prior,
    cases=EVERY_RANK,
    mistakes=(Mistake("The ratio is upside down: a wide prior, a large tau, is a weak penalty.",
                lambda _, **v: _from_prior(**v, ratio=lambda tau, noise: (tau / noise) ** 2)),
           Mistake("tau is ignored.", lambda _, **v: _from_prior(**v, ratio=lambda tau, noise: noise**2)),
           Mistake("The noise is ignored.", lambda _, **v: _from_prior(**v, ratio=lambda tau, noise: 1 / tau**2)),
           Mistake("tau and noise are standard deviations: the exponents hold their squares.",
                lambda _, **v: _from_prior(**v, ratio=lambda tau, noise: noise / tau))))


TOWARD = Part(
    "4.toward", "the w (d,) with the smallest ||y - X w||^2 + lambda ||w - w0||^2", ("X", "y", "w0", "lam"),
    lambda X, y, w0, lam: w0 + ridge.by_svd(X, y - X @ w0, lam=lam),
    cases=EVERY_RANK,
    mistakes=(Mistake("That pulls w to 0, not to w0.", lambda _, X, y, w0, lam: ridge.by_svd(X, y, lam=lam)),
           Mistake("That is the step from w0; add w0 to it.", lambda w, X, y, w0, lam: w - w0),
           Mistake("w0 already explains X w0; only y - X w0 is left to fit.",
                   lambda _, X, y, w0, lam: w0 + ridge.by_svd(X, y, lam=lam)),
           Mistake("The right-hand side is X^T y + lambda w0: the factor lambda is missing.",
                lambda _, X, y, w0, lam: np.linalg.solve(X.T @ X + lam * np.eye(len(w0)), X.T @ y + w0))))


def _intercept(X, y, lam):
    centre = X.mean(axis=0)
    w = ridge.by_svd(X - centre, y - y.mean(), lam=lam)
    return float(y.mean() - centre @ w), w


def _column_of_ones(_, X, y, lam):
    w = ridge.by_svd(np.column_stack([np.ones(len(X)), X]), y, lam=lam)
    return float(w[0]), w[1:]


INTERCEPT = Part(
    "4.intercept", "(b, w) with the smallest ||y - b - X w||^2 + lambda ||w||^2: the intercept b is free",
    ("X", "y", "lam"), _intercept,
    cases=(Case("X is tall"),),
    mistakes=(Mistake("A column of ones puts the penalty on b too.", _column_of_ones),
           Mistake("That is b of the centred data; move it back by the mean of X.",
                   lambda v, X, y, lam: (float(y.mean()), v[1])),
           Mistake("Centre X as well as y.",
                   lambda _, X, y, lam: (float(y.mean()), ridge.by_svd(X, y - y.mean(), lam=lam)))))


def _left_out(X, y, lam):
    fits = [ridge.by_svd(np.delete(X, i, 0), np.delete(y, i), lam=lam) for i in range(len(y))]
    return np.array([value - row @ w for value, row, w in zip(y, X, fits, strict=True)])


def _residual(X, y, lam):
    return y - X @ ridge.by_svd(X, y, lam=lam)


def _leverage(X, lam):
    return np.diag(X @ np.linalg.solve(X.T @ X + lam * np.eye(X.shape[1]), X.T))


LEFT_OUT = Part(
    "4.leave-one-out", "the errors (n,) y_i - x_i w on each sample i of the fit that did not see it", ("X", "y", "lam"),
    _left_out,
    cases=(Case("X is tall"),
           Case("X is wide")),
    mistakes=(Mistake("Those are the residuals of the one fit to all samples.",
                      lambda _, X, y, lam: _residual(X, y, lam)),
           Mistake("Divide by 1 - H_ii, not by H_ii.", lambda _, X, y, lam: _residual(X, y, lam) / _leverage(X, lam)),
           Mistake("Divide by 1 - H_ii: leaving a sample out never makes its error smaller.",
                lambda _, X, y, lam: _residual(X, y, lam) * (1 - _leverage(X, lam))),
           Mistake("Divide K^-1 y by the diagonal of K^-1, entry by entry.",
                lambda _, X, y, lam: np.linalg.solve(X @ X.T + lam * np.eye(len(y)), y)),
           Mistake("Those are their squares.", lambda e, X, y, lam: e**2),
           Mistake("The sign is that of y_i - x_i w.", lambda e, X, y, lam: -e)))

STOPPING = Part(
    "4.stopping", "the lambda of ||y - X w||^2 + lambda ||w||^2 that keeps, of directions with very small sigma, the "
    "same share as so many steps of gradient descent on ||y - X w||^2 from w = 0",
    ("lr", "steps"),
    ridge.matching_penalty,
    cases=(Case("lr > 0 and steps >= 1"),),
    mistakes=(Mistake("The gradient of ||y - X w||^2 carries a factor 2; yours fits descent on half of it.",
                      lambda v, lr, steps: 2 * v),
              Mistake("That is upside down: many steps are a weak penalty.", lambda v, lr, steps: 1 / v),
              Mistake("That is upside down, and the factor 2 of the gradient is missing.",
                      lambda _, lr, steps: lr * steps),
              Mistake("The rate is missing: half the rate needs twice the steps.",
                      lambda _, lr, steps: 1 / (2 * steps)),
              Mistake("The number of steps is missing.", lambda _, lr, steps: 1 / (2 * lr)),
              Mistake("sigma^2 is compared with lambda, so nothing here takes a root.",
                      lambda v, lr, steps: np.sqrt(v))))


def _priced(X, y, lam, price):
    return np.linalg.solve(X.T @ X + lam * np.diag(price), X.T @ y)


UNITS = Part(
    "4.units", "the weights (d,) of the features as they were, X, once ridge has been done with column j of X "
    "multiplied by a_j > 0",
    ("X", "y", "lam", "a"), lambda X, y, lam, a: a * ridge.by_svd(X * a, y, lam=lam),
    cases=EVERY_RANK,
    mistakes=(Mistake("Those are the weights of the new columns; a_j times them are those of the old ones.",
                      lambda w, X, y, lam, a: w / a),
              Mistake("A weight of a new column, times a_j, is one of the old column; you divide.",
                      lambda w, X, y, lam, a: w / a**2),
              Mistake("That is ridge in the old units; the penalty has changed.",
                      lambda _, X, y, lam, a: ridge.by_svd(X, y, lam=lam)),
              Mistake("Upside down: a column with larger numbers needs a smaller weight, which costs less.",
                      lambda _, X, y, lam, a: _priced(X, y, lam, a**2)),
              Mistake("The penalty is a square: the old weight u_j costs (u_j / a_j)^2.",
                      lambda _, X, y, lam, a: _priced(X, y, lam, 1 / a))))


def _slopes(X, y, lam):
    w = ridge.by_svd(X, y, lam=lam)
    rise = len(y) * w @ w / ridge.objective(w, X, y, lam=lam)
    return float(rise), -float(ridge.degrees_of_freedom(np.linalg.svd(X, compute_uv=False), lam)) / lam


EVIDENCE = Part(
    "4.evidence", "the derivatives with respect to lambda of n log J(w), where w is the ridge solution for lambda, and "
    "of the sum of log(1 + sigma^2 / lambda) over the singular values sigma of X, a pair",
    ("X", "y", "lam"), _slopes,
    cases=EVERY_RANK,
    mistakes=(Mistake("The second one falls: 1 + sigma^2 / lambda gets smaller.", lambda v, X, y, lam: (v[0], -v[1])),
              Mistake("log J has the derivative J' / J: divide by the objective.",
                      lambda v, X, y, lam: (float(len(y) * np.sum(ridge.by_svd(X, y, lam=lam) ** 2)), v[1])),
              Mistake("Divide by the objective J, penalty included, not by the squared residual.",
                      lambda v, X, y, lam: (len(y) * np.sum(ridge.by_svd(X, y, lam=lam) ** 2)
                                            / np.sum(_residual(X, y, lam) ** 2), v[1])),
              Mistake("The factor n is missing.", lambda v, X, y, lam: (v[0] / len(y), v[1])),
              Mistake("The derivative of log(1 + sigma^2 / lambda) is -sigma^2 / (lambda (sigma^2 + lambda)): a factor "
                      "1 / lambda is missing.", lambda v, X, y, lam: (v[0], lam * v[1]))))

PARTS = (FREEDOM, PRIOR, TOWARD, INTERCEPT, LEFT_OUT, UNITS, EVIDENCE, STOPPING)
