"""Problem 4 on trial: right answers pass, planted errors are refuted, each refutation checked in exact numbers."""
import numpy as np

from hw0.checks import check, ridge
from hw0.checks.ridge import exercises
from hw0.ridge import neg_log_posterior
from tests.hw0.checks import exact
from tests.hw0.checks.answers_to_ridge import RIGHT, WRONG
from tests.hw0.checks.verdicts import on_trial, refereed


def exact_ridge(X, y, lam):
    """(X^T X + lambda I) w = X^T y, solved in rational numbers."""
    Xt = exact.transposed(X)
    A = [[entry + lam * (i == j) for j, entry in enumerate(row)] for i, row in enumerate(exact.times(Xt, X))]
    return exact.solve(A, [exact.dot(column, y) for column in Xt])


def limit(X, y):
    """X^+ y in rational numbers, through a basis C of the columns: X = C R, X^+ = R^+ C^+."""
    if np.linalg.matrix_rank(np.array(X, dtype=float)) == min(np.shape(X)):
        return exact.least_squares(X, y)
    columns, basis = exact.transposed(X), []
    for column in columns:
        if np.linalg.matrix_rank(np.array([*basis, column], dtype=float)) > len(basis):
            basis.append(column)
    if not basis:
        return [0] * len(columns)
    gram = exact.times(basis, exact.transposed(basis))
    R = exact.transposed([exact.solve(gram, [exact.dot(one, column) for one in basis]) for column in columns])
    z = exact.solve(gram, [exact.dot(one, y) for one in basis])
    return [exact.dot(row, exact.solve(exact.times(R, exact.transposed(R)), z)) for row in exact.transposed(R)]


def residuals(X, y, w):
    return [value - exact.dot(row, w) for row, value in zip(X, y, strict=True)]


def objective(w, X, y, lam):
    misfit = residuals(X, y, w)
    return exact.dot(misfit, misfit) + lam * exact.dot(w, w)


def shortest(X, y, lam):
    w = exact_ridge(X, y, lam)
    return [*w, *(float(r) / float(lam) ** 0.5 for r in residuals(X, y, w))]


def left_out(X, y, lam):
    kept = [[k for k in range(len(y)) if k != i] for i in range(len(y))]
    fits = [exact_ridge([X[k] for k in rows], [y[k] for k in rows], lam) for rows in kept]
    return [value - exact.dot(row, w) for row, value, w in zip(X, y, fits, strict=True)]


def with_intercept(X, y, lam):
    X1 = [[1, *row] for row in X]
    Xt = exact.transposed(X1)
    A = [[entry + lam * (i == j > 0) for j, entry in enumerate(row)] for i, row in enumerate(exact.times(Xt, X1))]
    b, *w = exact.solve(A, [exact.dot(column, y) for column in Xt])
    return b, w


def slopes_of_evidence(X, y, lam):
    w, H = exact_ridge(X, y, lam), exact_hat(X, lam)
    return len(y) * exact.dot(w, w) / objective(w, X, y, lam), -sum(H[k][k] for k in range(len(y))) / lam


def exact_hat(X, lam):
    """X (X^T X + lambda I)^-1 X^T, column by column: what ridge makes of the data e_k."""
    fits = [exact_ridge(X, [int(i == k) for i in range(len(X))], lam) for k in range(len(X))]
    return exact.transposed([[exact.dot(row, w) for row in X] for w in fits])


BY_HAND = {
    "4a": exact_ridge,
    "4b": lambda s, lam: [sigma / (sigma**2 + lam) for sigma in s],
    "4c": lambda w, X, y, lam: (objective(w, X, y, lam) - objective([0] * len(w), X, y, lam)) / (2 * lam),
    "4e": shortest,
    "4f": exact_ridge,
    "4g": lambda X, y: [0] * len(X[0]),
    "4h": limit,
    "4h.any": limit,
    "4.freedom": lambda s, lam: sum(sigma**2 / (sigma**2 + lam) for sigma in s),
    "4.prior": lambda X, y, tau, noise: exact_ridge(X, y, (noise / tau) ** 2),
    "4.toward": lambda X, y, w0, lam: [a + b
                                       for a, b in zip(w0, exact_ridge(X, residuals(X, y, w0), lam), strict=True)],
    "4.intercept": with_intercept,
    "4.leave-one-out": left_out,
    "4.units": lambda X, y, lam, a: [c * w for c, w in zip(a, exact_ridge(
        [[c * entry for c, entry in zip(a, row, strict=True)] for row in X], y, lam), strict=True)],
    "4.evidence": slopes_of_evidence,
    "4.stopping": lambda lr, steps: 1 / (2 * lr * steps),
}


def is_right(part, value, given):
    """Whether the value is right for these arguments, by exact arithmetic and not by the package."""
    v = {name: exact.exactly(entry) for name, entry in given.items()}
    # any data will do whose least-squares solution is the ridge solution, and whose targets are as long as y
    if part == "4d":
        X, y = (exact.exactly(entry) for entry in value)
        w = exact.solve(exact.times(exact.transposed(X), X), [exact.dot(column, y) for column in exact.transposed(X)])
        return close(w, exact_ridge(**v)) and close(exact.dot(y, y), exact.dot(v["y"], v["y"]))
    want = BY_HAND[part](**v)
    if part == "4b":
        value, want = np.sort(value), sorted(want)
    if part == "4.intercept":
        return close(value[0], want[0]) and close(value[1], want[1])
    return close(value, want)


def close(got, want):
    want = np.array(want, dtype=float)
    return np.shape(got) == want.shape and np.allclose(np.array(got, dtype=float), want, rtol=1e-9, atol=1e-9)


def holds(part, where, given):
    if "s" in given:
        return {"sigma > 0": np.all(given["s"] > 0), "some sigma = 0": np.any(given["s"] == 0),
                "lambda = 0": given["lam"] == 0 and np.all(given["s"] > 0)}[where]
    if where == "lr > 0 and steps >= 1":
        return given["lr"] > 0 and given["steps"] >= 1
    (n, d), r = given["X"].shape, np.linalg.matrix_rank(given["X"])
    return {
        "X has full column rank": n >= d == r,
        "X is tall or square with full column rank": n >= d == r,
        "X is tall": n > d == r,
        "X is wide": d > n,
        "X is wide with full row rank": d > n == r,
        "the columns of X are dependent": r < d,
        "the columns of X are dependent, and so are its rows": r < min(n, d),
    }[where]


def test_log_posterior_is_judged_by_differences_and_so_up_to_a_constant():
    verdict = check("4c", lambda w, X, y, lam: neg_log_posterior(w, X, y, lam=lam) + np.sum(w) + 7.0)
    assert not verdict.right
    assert "difference to w = 0" in verdict.diagnosis
    np.testing.assert_allclose(verdict.got - verdict.expected, np.sum(verdict.counterexample["w"]))


LINES = [
    ("4a", lambda X, y, lam: np.linalg.pinv(X) @ y,
     "wrong at X=[[1]], y=[1], lam=1: expected [0.5], got [1]. That is least squares: lambda is missing."),
    ("4f", lambda X, y, lam: X.T @ X @ np.linalg.inv(X.T @ X + lam * np.eye(X.shape[1])) @ y,
     "wrong at X=[[2]], y=[1], lam=1: expected [0.4], got [0.8]. "
     "A factor X too many: X^T X (...)^-1 y has no fitting shapes unless n = d."),
    ("4g", 1, "wrong at X=[[1]], y=[1]: expected [0], got [1]"),
    ("4c", lambda w, X, y, lam: np.sum((y - X @ w) ** 2) + lam * w @ w,
     "wrong at w=[-1], X=[[1]], y=[1], lam=1: expected 2, got 4. "
     "That is the ridge objective, 2 lambda times the right value: the same minimiser, another function."),
]
TestAnswers = on_trial(RIGHT, WRONG, (*ridge.PARTS, *exercises.PARTS))
TestAnswersRefereed = refereed(RIGHT, is_right, holds, LINES)
