"""Answers to the parts of problem 3: right ones in several ways, and planted errors with what must be said of them."""

import numpy as np

from hw0 import least_squares as ls

inv, pinv, solve = np.linalg.inv, np.linalg.pinv, np.linalg.solve


def by_conjugate_gradients(X, y):
    """As many steps as X has columns, from 0: they stay in the row space, so they end at the shortest."""
    w, left = np.zeros(X.shape[1]), y
    step = gradient = X.T @ left
    for _ in range(X.shape[1]):
        if np.linalg.norm(gradient) < 1e-10:
            break
        along = X @ step
        rate = gradient @ gradient / (along @ along)
        w, left = w + rate * step, left - rate * along
        new = X.T @ left
        step, gradient = new + new @ new / (gradient @ gradient) * step, new
    return w


def sigma_pinv(U, s, Vt):
    S = np.zeros((len(Vt), len(U)))
    S[range(len(s)), range(len(s))] = 1 / s
    return S


def by_full_svd(U, s, Vt, y):
    return Vt.T @ sigma_pinv(U, s, Vt) @ U.T @ y


def by_thin_svd(U, s, Vt, y):
    return Vt[: len(s)].T @ ((U[:, : len(s)].T @ y) / s)


def one_vector_at_a_time(U, s, Vt, y):
    return sum(u @ y / size * v for u, size, v in zip(U.T, s, Vt, strict=False))


def by_multiplying_back(U, s, Vt, y):
    return np.linalg.lstsq(U[:, : len(s)] * s @ Vt[: len(s)], y, rcond=None)[0]


def orthonormal(A):
    """Columns that span those of A, by Gram-Schmidt."""
    found = np.zeros((len(A), 0))
    for a in A.T:
        a = a - found @ (found.T @ a)
        if np.linalg.norm(a) > 1e-9:
            found = np.column_stack([found, a / np.linalg.norm(a)])
    return found


def project_columns(X):
    Q = orthonormal(X)
    return Q @ Q.T


def descend(s, lr, steps):
    z = np.zeros(len(s))
    for _ in range(steps):
        z = z - 2 * lr * s * (s * z - 1)
    return z


def nearest_by_null_space(X, y, w0):
    N = np.linalg.svd(X)[2][len(X) :].T
    return pinv(X) @ y + N @ (N.T @ w0)


def prediction(X, x, noise):
    return noise**2 * (1 + x @ solve(X.T @ X, x))


def by_one_more_row(X, x, noise):
    """1 + h is 1 / (1 - leverage), where x has joined the samples."""
    joined = np.vstack([X, x])
    return noise**2 / (1 - (joined @ pinv(joined))[-1, -1])


def by_weights_of_targets(X, x, noise):
    """x w is the combination of the targets with the shortest coefficients m for which X^T m = x."""
    m = np.append(np.linalg.lstsq(X.T, x, rcond=None)[0], -1)
    return noise**2 * m @ m


RIGHT = {
    "3a": [lambda X, y: inv(X.T @ X) @ X.T @ y, lambda X, y: solve(X.T @ X, X.T @ y), lambda X, y: pinv(X) @ y,
           by_conjugate_gradients, lambda A, b: np.linalg.lstsq(A, b, rcond=None)[0], *ls.TALL_ROUTES],
    "3b": [by_full_svd, by_thin_svd, one_vector_at_a_time, by_multiplying_back],
    "3c": [lambda X: np.eye(X.shape[1]), lambda X: pinv(X) @ X, lambda X: inv(X.T @ X) @ X.T @ X,
           lambda X: project_columns(X.T)],
    "3c.any": [lambda X: pinv(X) @ X, lambda X: project_columns(X.T), lambda X: ls.pinv(X) @ X],
    "3d": [lambda X, y: X.T @ inv(X @ X.T) @ y, lambda X, y: X.T @ solve(X @ X.T, y), lambda X, y: pinv(X) @ y,
           by_conjugate_gradients, *ls.WIDE_ROUTES],
    "3e": [by_full_svd, by_thin_svd, one_vector_at_a_time, by_multiplying_back],
    "3f": [lambda X: np.eye(len(X)), lambda X: X @ pinv(X), lambda X: X @ X.T @ inv(X @ X.T), project_columns],
    "3f.any": [lambda X: X @ pinv(X), project_columns, lambda X: (pinv(X.T) @ X.T).T],
    "3.weighted": [lambda X, y, c: inv(X.T @ (c[:, None] * X)) @ X.T @ (c * y),
                   lambda X, y, c: pinv(np.diag(np.sqrt(c)) @ X) @ (np.sqrt(c) * y)],
    "3.nearest": [lambda X, y, w0: w0 + pinv(X) @ (y - X @ w0), nearest_by_null_space],
    "3.leverage": [lambda X: np.diag(X @ pinv(X)), lambda X: np.sum(orthonormal(X) ** 2, axis=1)],
    "3.descent": [descend, lambda s, lr, steps: (1 - (1 - 2 * lr * s**2) ** steps) / s,
                  lambda s, lr, steps: 2 * lr * s * sum((1 - 2 * lr * s**2) ** t for t in range(steps))],
    "3.low_rank": [lambda s, k: np.linalg.norm(s[k:]), lambda s, k: np.sqrt(np.sum(s**2) - np.sum(s[:k] ** 2)),
                   lambda s, k: np.linalg.norm(np.diag(s) - np.diag(np.where(np.arange(len(s)) < k, s, 0)))],
    "3.prediction": [
        prediction, by_one_more_row, by_weights_of_targets,
        lambda X, x, noise: noise**2 * (1 + np.sum((x @ pinv(X)) ** 2)),
        lambda X, x, noise: noise**2 + np.sum(solve(np.linalg.qr(X)[1].T, noise * x) ** 2),
        lambda X, x, noise: noise**2 * np.linalg.det(X.T @ X + np.outer(x, x)) / np.linalg.det(X.T @ X)],
}


def svd_slip(left=lambda Vt: Vt.T, middle=lambda S: S, right=lambda U: U.T):
    return lambda U, s, Vt, y: left(Vt) @ middle(sigma_pinv(U, s, Vt)) @ right(U) @ y


def first_equations(X, y):
    return solve(X[: X.shape[1]], y[: X.shape[1]])


def basic_solution(X, y):
    return np.append(solve(X[:, : len(y)], y), np.zeros(X.shape[1] - len(y)))


def some_solution(X, y):
    """A solution, with a step along the null space that makes it longer."""
    return pinv(X) @ y + np.linalg.svd(X)[2][-1]


def right_for_one_column(X, y):
    return X.T @ y / np.sum(X**2, axis=0)


# part, what is wrong with the answer, the answer, a piece of what must be said of it
WRONG = [
    ("3a", "no inverse", lambda X, y: X.T @ y, "(X^T X)^-1 is missing"),
    ("3a", "w without y", lambda X, y: pinv(X), "apply it to y"),
    ("3a", "prediction", lambda X, y: X @ pinv(X) @ y, "the projection of y"),
    ("3a", "residual", lambda X, y: y - X @ pinv(X) @ y, "That is the residual"),
    ("3a", "first equations", first_equations, "ignores the others"),
    ("3a", "sign", lambda X, y: -pinv(X) @ y, "sign is the other way round"),
    ("3a", "twice", lambda X, y: 2 * pinv(X) @ y, "twice the right value"),
    ("3a", "one column only", right_for_one_column, None),
    ("3a", "inverse in the wrong place", lambda X, y: X @ inv(X.T @ X) @ y, "do not fit"),
    ("3a", "ridge", lambda X, y: solve(X.T @ X + 1e-6 * np.eye(X.shape[1]), X.T @ y), None),
    ("3a", "a column", lambda X, y: (pinv(X) @ y)[:, None], None),
    ("3a", "entry by entry", lambda X, y: (X.T @ X) ** -1 @ X.T @ y, "the inverse of a matrix is np.linalg.inv"),
    ("3a", "changes y", lambda X, y: np.multiply(y, 2, out=y), "changes its argument y"),
    ("3b", "U for its transpose", svd_slip(right=lambda U: U), "U^T meets y, not U"),
    ("3b", "Vt for V", svd_slip(left=lambda Vt: Vt), "V stands on the left"),
    ("3b", "both", svd_slip(left=lambda Vt: Vt, right=lambda U: U), "exchanged for their transposes"),
    ("3b", "Sigma transposed", svd_slip(middle=lambda S: np.divide(1, S, out=np.zeros_like(S), where=S != 0)),
     "reciprocals"),
    ("3b", "squared", svd_slip(middle=lambda S: S**2), "1/s^2"),
    ("3b", "no singular values", svd_slip(middle=lambda S: 1.0 * (S != 0)), "singular values are missing"),
    ("3b", "no V", svd_slip(left=lambda Vt: np.eye(len(Vt))), "multiply by V"),
    ("3b", "w without y", lambda U, s, Vt, y: Vt.T @ sigma_pinv(U, s, Vt) @ U.T, "operator without y"),
    ("3b", "U on the left", lambda U, s, Vt, y: U @ sigma_pinv(U, s, Vt) @ Vt @ y, None),
    ("3c", "X A", lambda X: X @ pinv(X), "projector on the column space"),
    ("3c", "A", pinv, "A itself"),
    ("3c", "identity of the wrong size", lambda X: np.eye(len(X)), "A X is (d, d): it takes"),
    ("3c", "Gram matrix", lambda X: X.T @ X, "(X^T X)^+ is missing"),
    ("3c", "a number", lambda X: 1.0, "The shape must be"),
    ("3c.any", "identity", lambda X: np.eye(X.shape[1]), "columns of X are dependent"),
    ("3c.any", "inverse of the Gram matrix", lambda X: inv(X.T @ X) @ X.T @ X, "columns of X are dependent"),
    ("3c.any", "right inverse", lambda X: X.T @ inv(X @ X.T) @ X, None),
    ("3c.any", "X A", lambda X: X @ pinv(X), "projector on the column space"),
    ("3c.any", "null space", lambda X: np.eye(X.shape[1]) - pinv(X) @ X, "projector on the null space"),
    ("3c.any", "wide forgotten",
     lambda X: np.eye(X.shape[1]) if np.linalg.matrix_rank(X) == min(X.shape) else pinv(X) @ X, "X is wide"),
    ("3d", "no inverse", lambda X, y: X.T @ y, "(X X^T)^-1 is missing"),
    ("3d", "multipliers", lambda X, y: solve(X @ X.T, y), "Those are the multipliers"),
    ("3d", "w without y", lambda X, y: pinv(X), "apply it to y"),
    ("3d", "not the shortest", basic_solution, "not the shortest"),
    ("3d", "another solution", some_solution, None),
    ("3d", "formula of the tall case", lambda X, y: inv(X.T @ X) @ X.T @ y, None),
    ("3d", "half", lambda X, y: pinv(X) @ y / 2, "half the right value"),
    ("3e", "U for its transpose", svd_slip(right=lambda U: U), "U^T meets y, not U"),
    ("3e", "Vt for V", svd_slip(left=lambda Vt: Vt), "V stands on the left"),
    ("3e", "no V", svd_slip(left=lambda Vt: np.eye(len(Vt))), "multiply by V"),
    ("3e", "predictions", lambda U, s, Vt, y: y, "predictions X w"),
    ("3f", "B X", lambda X: pinv(X) @ X, "projector on the row space"),
    ("3f", "B", pinv, "B itself"),
    ("3f", "identity of the wrong size", lambda X: np.eye(X.shape[1]), "X B is (n, n): it takes"),
    ("3f.any", "identity", lambda X: np.eye(len(X)), "rows of X are dependent"),
    ("3f.any", "row space", lambda X: pinv(X) @ X, "projector on the row space"),
    ("3f.any", "left null space", lambda X: np.eye(len(X)) - X @ pinv(X), "left null space"),
    ("3f.any", "tall forgotten", lambda X: np.eye(len(X)) if np.linalg.matrix_rank(X) == min(X.shape) else X @ pinv(X),
     "X is tall"),
    ("3.weighted", "unweighted", lambda X, y, c: pinv(X) @ y, "weights are ignored"),
    ("3.weighted", "squared weights", lambda X, y, c: pinv(c[:, None] * X) @ (c * y), "weigh c_i^2"),
    ("3.weighted", "one side", lambda X, y, c: pinv(X) @ (np.sqrt(c) * y), "both sides"),
    ("3.weighted", "y forgotten", lambda X, y, c: inv(X.T @ np.diag(c) @ X) @ X.T @ y, "X is weighted and y is not"),
    ("3.weighted", "X only", lambda X, y, c: pinv(np.sqrt(c)[:, None] * X) @ y, "not X only"),
    ("3.weighted", "divided", lambda X, y, c: pinv(X / np.sqrt(c)[:, None]) @ (y / np.sqrt(c)), "do not divide"),
    ("3.nearest", "the wrong way", lambda X, y, w0: w0 - pinv(X) @ (y - X @ w0), "wrong sign"),
    ("3.nearest", "nearest to 0", lambda X, y, w0: pinv(X) @ y, "nearest to 0"),
    ("3.nearest", "added up", lambda X, y, w0: w0 + pinv(X) @ y, "does not solve"),
    ("3.nearest", "no solution", lambda X, y, w0: w0 - pinv(X) @ X @ w0, "row-space part"),
    ("3.leverage", "whole matrix", lambda X: X @ pinv(X), "diagonal is asked for"),
    ("3.leverage", "full rank assumed", lambda X: np.diag(X @ inv(X.T @ X) @ X.T), "columns of X are dependent"),
    ("3.leverage", "rows of X", lambda X: np.sum(X**2, axis=1), "the first r columns of U"),
    ("3.leverage", "all of U", lambda X: np.sum(np.linalg.svd(X)[0] ** 2, axis=1), "U has n columns"),
    ("3.leverage", "d columns of U", lambda X: np.sum(np.linalg.svd(X)[0][:, :X.shape[1]] ** 2, axis=1),
     "these are the first d"),
    ("3.descent", "no factor 2", lambda s, lr, steps: (1 - (1 - lr * s**2) ** steps) / s, "factor 2"),
    ("3.descent", "s not squared", lambda s, lr, steps: (1 - (1 - 2 * lr * s) ** steps) / s, "s stands squared"),
    ("3.descent", "limit", lambda s, lr, steps: 1 / s, "limit for many steps"),
    ("3.descent", "one step less", lambda s, lr, steps: descend(s, lr, steps - 1), None),
    ("3.low_rank", "spectral norm", lambda s, k: s[k], "all squared entries count"),
    ("3.low_rank", "no root", lambda s, k: np.sum(s[k:] ** 2), "the distance is its root"),
    ("3.low_rank", "no squares", lambda s, k: np.sum(s[k:]), "not they themselves"),
    ("3.low_rank", "what is kept", lambda s, k: np.linalg.norm(s[:k]), "what is left"),
    ("3.low_rank", "one more left out", lambda s, k: np.linalg.norm(s[k + 1:]), "the first that is left out"),
    ("3.low_rank", "a share", lambda s, k: np.linalg.norm(s[k:]) / np.linalg.norm(s), None),
    ("3.prediction", "mean only", lambda X, x, noise: prediction(X, x, noise) - noise**2, "noise of its own"),
    ("3.prediction", "w known", lambda X, x, noise: noise**2, "moves as well"),
    ("3.prediction", "minus", lambda X, x, noise: noise**2 * (1 - x @ inv(X.T @ X) @ x), "that w was fitted to"),
    ("3.prediction", "root", lambda X, x, noise: np.sqrt(prediction(X, x, noise)), "its square is the variance"),
    ("3.prediction", "not squared", lambda X, x, noise: noise * (1 + x @ inv(X.T @ X) @ x), "its square a variance"),
    ("3.prediction", "t not squared", lambda X, x, noise: noise**2 * (x @ inv(X.T @ X) @ x) + noise,
     "t has the variance noise^2"),
    ("3.prediction", "no inverse", lambda X, x, noise: noise**2 * (1 + x @ X.T @ X @ x), "inverse of X^T X"),
    ("3.prediction", "no X", lambda X, x, noise: noise**2 * (1 + x @ x), "X is missing"),
    ("3.prediction", "covariance of w", lambda X, x, noise: noise**2 * inv(X.T @ X), "between x and x"),
    ("3.prediction", "twice", lambda X, x, noise: 2 * prediction(X, x, noise), "twice the right value"),
    ("3.prediction", "w without noise", lambda X, x, noise: noise**2 + x @ inv(X.T @ X) @ x, None),
    ("3.prediction", "pinv once", lambda X, x, noise: noise**2 * (1 + np.sum(x @ pinv(X))), None),
    ("3.prediction", "largest leverage", lambda X, x, noise: noise**2 * (1 + np.max(np.diag(X @ pinv(X)))), None),
    ("3.prediction", "one variance", lambda X, x, noise: noise**2 * (1 + x @ x * np.max(inv(X.T @ X))), None),
    ("3.prediction", "d over n", lambda X, x, noise: noise**2 * (1 + X.shape[1] / len(X)), None),
    ("3.prediction", "variances only", lambda X, x, noise: noise**2 * (1 + x**2 @ np.diag(inv(X.T @ X))), None),
    ("3.prediction", "divided by n", lambda X, x, noise: noise**2 * (1 + x @ inv(X.T @ X) @ x / len(X)), None),
    ("3.prediction", "columns apart", lambda X, x, noise: noise**2 * (1 + np.sum(x**2 / np.sum(X**2, axis=0))), None),
]
