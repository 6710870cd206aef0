"""The correct claims on problem 4: each topic with its referee, which must agree on random problems.

Where a claim is a formula, the truth is found another way: a route that the formula does not use, difference quotients
(exact for parabolas).  The functions take what they need of a problem by name.
"""

import numpy as np

from hw0 import ridge
from hw0.audit.least_squares.confirmed import derivative
from hw0.audit.least_squares.samples import factors
from hw0.audit.referee import Referee, always, assign
from hw0.audit.ridge.answers import (
    forced_by_the_constraint,
    kernel_form,
    long_pseudo_inverse,
    normal_equations,
    stacked,
)
from hw0.audit.ridge.samples import ANY, TALL, WIDE
from hw0.least_squares import min_norm_solution, pinv

inv, rank = np.linalg.inv, np.linalg.matrix_rank
LARGE, SMALL = 1e9, 1e-10


def objective(X, y, w, lam, **_):
    """||y - X w||^2 + lambda ||w||^2, by hw0."""
    return ridge.objective(w, X, y, lam=lam)


def solution(X, y, lam, **_):
    """The minimiser by least squares on fake data, which uses none of the chatbots' inverses."""
    return ridge.by_fake_data(X, y, lam=lam)


def gram(X, lam, **_):
    """X^T X + lambda I (d, d)."""
    return X.T @ X + lam * np.eye(X.shape[1])


def _of(formula):
    """A function of a problem from a formula in the Factors of its X and lambda."""
    return lambda X, lam, **_: formula(factors(X), lam)


def _shifted(f, lam):
    return f.S.T @ f.S + lam * np.eye(len(f.Vt))


def minimiser(scale):
    """Where a multiple scale(X, y, p, lam) of the objective is stationary: one Newton step, exact for a parabola."""

    def at(X, y, lam, **_):
        d = X.shape[1]
        slope = derivative(lambda p: scale(X, y, p, lam), np.zeros(d))[0]
        curvature = np.stack([derivative(lambda p: scale(X, y, p, lam), e)[0] - slope for e in np.eye(d)])
        return np.linalg.solve(curvature, -slope)

    return at


def lengths(X, y, lam, **_):
    """The length of w at lambda = 0, lam, 2 lam, ...: a tuple."""
    return tuple(float(np.linalg.norm(ridge.by_svd(X, y, lam=k * lam))) for k in range(6))


OPTIMUM = assign(
    ("chatgpt-4a-1 grok-4a-1", Referee("J = y^T y - 2 y^T X w + w^T X^T X w + lam w^T w",
        lambda X, y, w, lam, **_: y @ y - 2 * y @ X @ w + w @ X.T @ X @ w + lam * w @ w, objective, ANY)),
    ("deepseek-4a-6", Referee("J = (y - Xw)^T (y - Xw) + lam w^T w",
        lambda X, y, w, lam, **_: (y - X @ w) @ (y - X @ w) + lam * w @ w, objective, ANY)),
    ("chatgpt-4a-2 grok-4a-2 deepseek-4a-1", Referee("dJ/dw = 2 w^T X^T X + 2 lam w^T - 2 y^T X, a row",
        lambda X, y, w, lam, **_: (2 * w @ X.T @ X + 2 * lam * w - 2 * y @ X)[None],
        lambda X, y, w, lam, **_: derivative(lambda p: ridge.objective(p, X, y, lam=lam), w), ANY)),
    ("deepseek-4a-2 grok-4a-3", Referee("(X^T X + lam I) w = X^T y at the minimum",
        lambda X, y, **_: X.T @ y, lambda **v: gram(**v) @ solution(**v), ANY)),
    ("grok-4a-4 chatgpt-4h-5", Referee("lam > 0 makes X^T X + lam I positive definite, whatever X",
        always(True), lambda **v: bool(np.min(np.linalg.eigvalsh(gram(**v))) > 0.999 * v["lam"]), ANY)),
    ("chatgpt-4a-3 grok-4a-5 deepseek-4a-3 deepseek-4a-8", Referee("w = (X^T X + lam I)^-1 X^T y is the minimiser",
        lambda X, y, lam, **_: normal_equations(X, y, lam), solution, ANY)),
    ("grok-4a-6", Referee("w is shorter than without a penalty, and less sensitive to y",
        always((True, True)),
        lambda X, y, lam, **_: (bool(np.linalg.norm(ridge.by_svd(X, y, lam=lam)) < np.linalg.norm(pinv(X) @ y)),
            bool(np.linalg.norm(inv(gram(X, lam)) @ X.T, 2) < np.linalg.norm(pinv(X), 2))),
        ANY)))

SPECTRUM = assign(
    ("chatgpt-4b-1 grok-4b-1 grok-4b-4", Referee("X^T X + lam I = V (S^T S + lam I) V^T",
        _of(lambda f, lam: f.Vt.T @ _shifted(f, lam) @ f.Vt), gram, ANY)),
    ("grok-4b-2", Referee("n >= d: S^T S = diag(s^2)",
        lambda X, **_: np.diag(factors(X).s ** 2), lambda X, **_: factors(X).Vt @ X.T @ X @ factors(X).Vt.T, TALL)),
    ("grok-4b-5", Referee("n >= d: (X^T X + lam I)^-1 = V diag(1/(s^2 + lam)) V^T",
        _of(lambda f, lam: f.Vt.T / (f.s**2 + lam) @ f.Vt), lambda **v: inv(gram(**v)), TALL)),
    ("chatgpt-4b-2 deepseek-4b-3", Referee("(X^T X + lam I)^-1 X^T = V (S^T S + lam I)^-1 S^T U^T",
        _of(lambda f, lam: f.Vt.T @ inv(_shifted(f, lam)) @ f.S.T @ f.U.T), lambda X, lam, **_: inv(gram(X, lam)) @ X.T,
        ANY)),
    ("deepseek-4b-1 deepseek-4b-9 deepseek-4b-10",
     Referee("w = V (S^T S + lam I)^-1 S^T U^T y, with U (n, n), S (n, d), V (d, d)",
        lambda X, y, lam, **_: factors(X).Vt.T @ inv(_shifted(factors(X), lam)) @ factors(X).S.T @ factors(X).U.T @ y,
        solution, ANY)),
    ("chatgpt-4b-3 deepseek-4b-5 grok-4b-9", Referee("the singular values of (X^T X + lam I)^-1 X^T are s/(s^2 + lam)",
        _of(lambda f, lam: np.sort(f.s / (f.s**2 + lam))),
        lambda X, lam, **_: np.sort(np.linalg.svd(inv(gram(X, lam)) @ X.T, compute_uv=False)), ANY)),
    ("deepseek-4b-11", Referee("the map takes u_i to s_i/(s_i^2 + lam) v_i",
        _of(lambda f, lam: (f.s / (f.s**2 + lam))[:, None] * f.Vt[:len(f.s)]),
        lambda X, lam, **_: (inv(gram(X, lam)) @ X.T @ factors(X).U[:, :min(X.shape)]).T, ANY)),
    ("grok-4b-8", Referee("least squares is V S^+ U^T y",
        lambda X, y, **_: factors(X).Vt.T @ factors(X).Sp @ factors(X).U.T @ y,
        lambda X, y, **_: min_norm_solution(X, y), ANY)),
    ("chatgpt-4b-8", Referee("ridge damps small s more than large ones, and improves the condition",
        always((True, True)),
        lambda X, lam, **_: (bool(np.all(np.diff(ridge.shrinkage(np.sort(factors(X).s), lam)) >= 0)),
            bool(np.linalg.cond(gram(X, lam)) <= np.linalg.cond(X.T @ X))),
        ANY)),
    ("grok-4b-12 grok-4sum-b", Referee("the kept share s^2/(s^2 + lam) is near 0 where s^2 << lam, and grows with s",
        lambda X, lam, **_: (np.arange(3.0) * 0, True),
        lambda X, lam, **_: (np.array([ridge.shrinkage(np.sqrt(lam) * t, lam) for t in (1e-5, 1e-6, 1e-7)]),
            bool(ridge.shrinkage(1.1 * np.max(factors(X).s), lam) > ridge.shrinkage(np.max(factors(X).s), lam))),
        ANY)),
    ("grok-4b-15", Referee("no y is amplified more than 1/(2 sqrt(lam)) times",
        always(True),
        lambda X, lam, **_: bool(np.linalg.norm(inv(gram(X, lam)) @ X.T, 2) <= 0.5 / np.sqrt(lam) + 1e-12), ANY)))


def long(X, lam):
    """[X, sqrt(lambda) I_n] (n, d + n): the data with one fake feature for each sample."""
    return np.hstack([X, np.sqrt(lam) * np.eye(len(X))])


def shortest(X, y, lam, **_):
    """The shortest eta (d + n,) with [X, sqrt(lambda) I_n] eta = y."""
    return np.linalg.pinv(long(X, lam)) @ y


FAKES = assign(
    ("chatgpt-4d-1 grok-4d-2 deepseek-4d-1 deepseek-4d-4",
     Referee("||y_hat - X_hat w||^2 = ||y - X w||^2 + lam ||w||^2",
        lambda X, y, w, lam, **_: np.sum((stacked(X, y, lam)[1] - stacked(X, y, lam)[0] @ w) ** 2), objective, ANY)),
    ("grok-4d-1", Referee("the stacked residual is [y - X w; -sqrt(lam) w]",
        lambda X, y, w, lam, **_: np.append(y - X @ w, -np.sqrt(lam) * w),
        lambda X, y, w, lam, **_: stacked(X, y, lam)[1] - stacked(X, y, lam)[0] @ w, ANY)),
    ("grok-4d-4", Referee("the fake rows contribute lam ||w||^2",
        lambda w, lam, **_: lam * w @ w,
        lambda X, y, w, lam, **_: float(np.sum((stacked(X, y, lam)[0] @ w)[len(y) :] ** 2)), ANY)),
    ("chatgpt-4d-3 grok-4d-3 deepseek-4d-3 deepseek-4d-6", Referee("least squares on the stacked data is ridge",
        lambda X, y, lam, **_: min_norm_solution(*stacked(X, y, lam)),
        lambda X, y, lam, **_: normal_equations(X, y, lam), ANY)),
    ("chatgpt-4e-1 grok-4e-1 deepseek-4e-4", Referee("[X, sqrt(lam) I_n] is n x (d + n)",
        lambda X, **_: (float(len(X)), float(sum(X.shape))), lambda X, lam, **_: tuple(map(float, long(X, lam).shape)),
        ANY)),
    ("chatgpt-4e-2", Referee("the constraint forces z = (y - X w)/sqrt(lam)",
        lambda y, **_: y, lambda X, y, w, lam, **_: long(X, lam) @ np.append(w, (y - X @ w) / np.sqrt(lam)), ANY)),
    ("chatgpt-4e-3 deepseek-4e-1 deepseek-4e-2", Referee("||eta||^2 = ||w||^2 + ||y - X w||^2/lam",
        lambda X, y, w, lam, **_: w @ w + np.sum((y - X @ w) ** 2) / lam,
        lambda X, y, w, lam, **_: np.sum(np.append(w, (y - X @ w) / np.sqrt(lam)) ** 2), ANY)),
    ("chatgpt-4e-4 deepseek-4e-5", Referee("lam ||eta||^2 is the ridge objective",
        lambda X, y, w, lam, **_: lam * np.sum(np.append(w, (y - X @ w) / np.sqrt(lam)) ** 2), objective, ANY)),
    ("chatgpt-4e-5 deepseek-4e-6 grok-4sum-ef",
     Referee("the shortest eta is (w, (y - X w)/sqrt(lam)) with the ridge solution w",
        lambda X, y, lam, **_: forced_by_the_constraint(X, y, lam), shortest, ANY)),
    ("grok-4e-2 chatgpt-4f-1 deepseek-4f-1 deepseek-4f-6", Referee("eta = L^T (L L^T)^-1 y for L = [X, sqrt(lam) I_n]",
        lambda X, y, lam, **_: long(X, lam).T @ inv(long(X, lam) @ long(X, lam).T) @ y, shortest, ANY)),
    ("grok-4e-4 chatgpt-4f-2 deepseek-4f-7", Referee("L L^T = X X^T + lam I_n",
        lambda X, lam, **_: X @ X.T + lam * np.eye(len(X)), lambda X, lam, **_: long(X, lam) @ long(X, lam).T, ANY)),
    ("grok-4e-5 deepseek-4f-2", Referee("eta = [X^T; sqrt(lam) I_n] (X X^T + lam I_n)^-1 y",
        lambda X, y, lam, **_: long_pseudo_inverse(X, y, lam), shortest, ANY)),
    ("grok-4e-6 chatgpt-4f-3 grok-4f-1 deepseek-4f-3 deepseek-4f-8",
     Referee("its first d entries are X^T (X X^T + lam I_n)^-1 y",
        lambda X, y, lam, **_: kernel_form(X, y, lam), lambda **v: shortest(**v)[: v["X"].shape[1]], ANY)),
    ("chatgpt-4f-4 deepseek-4f-10", Referee("(X^T X + lam I)^-1 X^T = X^T (X X^T + lam I)^-1",
        lambda X, lam, **_: inv(gram(X, lam)) @ X.T, lambda X, lam, **_: X.T @ inv(gram(X.T, lam)), ANY)),
    ("grok-4f-2", Referee("(X X^T + lam I_n)^-1 X = X (X^T X + lam I_d)^-1",
        lambda X, lam, **_: inv(gram(X.T, lam)) @ X, lambda X, lam, **_: X @ inv(gram(X, lam)), ANY)),
    ("deepseek-4f-9", Referee("X^T (X X^T + lam I_n) = (X^T X + lam I_d) X^T",
        lambda X, lam, **_: X.T @ gram(X.T, lam), lambda X, lam, **_: gram(X, lam) @ X.T, ANY)))

LIMITS = assign(
    ("chatgpt-4g-1", Referee("lam -> infinity: the inverse tends to 0",
        lambda X, **_: np.zeros((X.shape[1],) * 2), lambda X, **_: inv(gram(X, LARGE)), ANY, rtol=1e-8)),
    ("grok-4g-1 deepseek-4g-1 deepseek-4g-3", Referee("for large lam, lam times the inverse is about I",
        lambda X, **_: np.eye(X.shape[1]), lambda X, **_: LARGE * inv(gram(X, LARGE)), ANY, rtol=1e-6)),
    ("chatgpt-4g-2 grok-4g-2 deepseek-4g-2 deepseek-4g-4", Referee("w is about X^T y/lam, and tends to 0",
        lambda X, y, **_: (np.zeros(X.shape[1]), X.T @ y),
        lambda X, y, **_: (ridge.by_svd(X, y, lam=1e12), LARGE * ridge.by_svd(X, y, lam=LARGE)), ANY, rtol=1e-6)),
    ("deepseek-4g-5", Referee("the length of w falls as lam grows",
        always(True), lambda **v: bool(np.all(np.diff(lengths(**v)) < 0)), ANY)),
    ("chatgpt-4h-2 grok-4h-2 deepseek-4h-1", Referee("full column rank: w tends to (X^T X)^-1 X^T y",
        lambda X, y, **_: inv(X.T @ X) @ X.T @ y, lambda X, y, **_: ridge.by_svd(X, y, lam=SMALL), TALL, rtol=1e-5)),
    ("deepseek-4h-6", Referee("the same for the matrices",
        lambda X, **_: inv(X.T @ X) @ X.T, lambda X, **_: inv(gram(X, SMALL)) @ X.T, TALL, rtol=1e-5)),
    ("chatgpt-4h-3 grok-4h-4",
     Referee("wide X: X^T X is singular", always(True), lambda X, **_: bool(rank(X.T @ X) < X.shape[1]), WIDE)),
    ("chatgpt-4h-4", Referee("wide X: w can move on without changing X w",
        always(True), lambda X, **_: bool(np.allclose(X @ factors(X).Vt[-1], 0)), WIDE)),
    ("chatgpt-4h-7 chatgpt-4h-9", Referee("wide, full row rank: w tends to the shortest solution of X w = y",
        lambda X, y, **_: (y, pinv(X) @ y),
        lambda X, y, **_: (X @ ridge.by_svd(X, y, lam=SMALL), ridge.by_svd(X, y, lam=SMALL)), WIDE,
        rtol=1e-5)),
    ("deepseek-4h-3", Referee("so does X^T (X X^T + lam I)^-1 y",
        lambda X, y, **_: min_norm_solution(X, y), lambda X, y, **_: kernel_form(X, y, SMALL), WIDE, rtol=1e-5)))

REFEREES = {**OPTIMUM, **SPECTRUM, **FAKES, **LIMITS}
