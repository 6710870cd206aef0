"""The correct claims on ridge as Bayesian inference (4c): the truth is found by multiplying densities out."""
import numpy as np

from hw0.audit.referee import Referee, assign
from hw0.audit.ridge.answers import normal_equations
from hw0.audit.ridge.confirmed import minimiser, objective, solution
from hw0.audit.ridge.samples import ANY


def log_normal(x, mean, variance):
    """The logarithm of the density of N(mean, variance I) at x, factor by factor."""
    return float(np.sum(np.log(np.exp(-((x - mean) ** 2) / (2 * variance)) / np.sqrt(2 * np.pi * variance))))


def log_posterior(X, y, w, lam, **_):
    """log p(w | y) of the joint Gaussian, mean Cov(W, Y) Cov(Y)^-1 y, covariance I - Cov(W, Y) Cov(Y)^-1 Cov(Y, W)."""
    gain = np.linalg.solve(X @ X.T + lam * np.eye(len(X)), X).T
    away, C = w - gain @ y, np.eye(len(w)) - gain @ X
    return float(-away @ np.linalg.solve(C, away) / 2 - np.linalg.slogdet(2 * np.pi * C)[1] / 2)


def _from_zero(f):
    """The difference of f to its value at w = 0, where a constant does not show."""
    return lambda w, **v: f(w=w, **v) - f(w=0 * w, **v)


def two_terms(X, y, w, lam, **_):
    """-||w||^2/2 - ||y - X w||^2/(2 lambda): the log posterior as the claims have it, up to a constant."""
    return -(w @ w) / 2 - np.sum((y - X @ w) ** 2) / (2 * lam)


def bayes(X, y, w, lam, **_):
    """log p(y | w) + log p(w), multiplied out factor by factor."""
    return log_normal(y, X @ w, lam) + log_normal(w, 0.0, 1.0)


def _noise(lam):
    """sqrt(lam) times values with mean 0 and variance 1, as many as needed for exact moments."""
    return np.sqrt(lam) * np.array([1.0, -1.0])


REFEREES = assign(
    ("chatgpt-4c-1 grok-4c-1 deepseek-4c-1 deepseek-4c-5", Referee(
        "given w, Y has mean X w and variance lam; log p(y | w) = -(n/2) log(2 pi lam) - ||y - X w||^2/(2 lam)",
        lambda X, y, w, lam, **_: (lam, -len(y) / 2 * np.log(2 * np.pi * lam) - np.sum((y - X @ w) ** 2) / (2 * lam)),
        lambda X, y, w, lam, **_: (float(np.var(_noise(lam))), log_normal(y, X @ w, lam)), ANY)),
    ("grok-4c-2", Referee("p(w) = exp(-w^T w/2)/(2 pi)^(d/2)",
        lambda w, **_: np.exp(-w @ w / 2) / (2 * np.pi) ** (len(w) / 2), lambda w, **_: np.exp(log_normal(w, 0.0, 1.0)),
        ANY)),
    ("grok-4c-3 deepseek-4c-6", Referee("the posterior is proportional to likelihood times prior",
        _from_zero(bayes), _from_zero(log_posterior), ANY, rtol=1e-7)),
    ("grok-4c-4 deepseek-4c-2", Referee("log p(w | y) = -||w||^2/2 - ||y - X w||^2/(2 lam) + const",
        _from_zero(two_terms), _from_zero(log_posterior), ANY, rtol=1e-7)),
    ("chatgpt-4c-5 grok-4c-5", Referee("the top minimises ||y - X w||^2/(2 lam) + ||w||^2/2",
        minimiser(lambda X, y, p, lam: -two_terms(X, y, p, lam)), solution, ANY)),
    ("grok-4c-6", Referee("times 2 lam that is ||y - X w||^2 + lam ||w||^2",
        lambda X, y, w, lam, **_: -2 * lam * two_terms(X, y, w, lam), objective, ANY)),
    ("deepseek-4c-3", Referee("the top minimises ||y - X w||^2/lam + ||w||^2",
        minimiser(lambda X, y, p, lam: np.sum((y - X @ p) ** 2) / lam + p @ p),
        minimiser(lambda X, y, p, lam: -bayes(X, y, p, lam)), ANY,
        rtol=1e-7)),
    ("deepseek-4c-7", Referee("times lam that is ridge",
        lambda X, y, w, lam, **_: lam * (np.sum((y - X @ w) ** 2) / lam + w @ w), objective, ANY)),
    ("chatgpt-4c-6 grok-4c-7", Referee("the top is (X^T X + lam I)^-1 X^T y",
        lambda X, y, lam, **_: normal_equations(X, y, lam),
        minimiser(lambda X, y, p, lam: -log_posterior(X, y, p, lam)), ANY,
        rtol=1e-7)))
