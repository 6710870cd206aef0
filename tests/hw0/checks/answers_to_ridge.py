"""Answers to the parts of problem 4: right ones in several ways, and planted errors with what must be said of them."""
import numpy as np

from hw0 import ridge
from tests.hw0.checks.answers_to_least_squares import by_conjugate_gradients

inv, pinv, solve = np.linalg.inv, np.linalg.pinv, np.linalg.solve


def eye(X):
    return np.eye(X.shape[1])


def by_conjugate_gradients_on_fake_data(X, y, lam):
    return by_conjugate_gradients(np.vstack([X, np.sqrt(lam) * eye(X)]), np.append(y, np.zeros(X.shape[1])))


def one_sample_after_another(X, y, lam):
    """The posterior, updated by one sample at a time; its mean at the end."""
    mean, spread = np.zeros(X.shape[1]), eye(X)
    for row, value in zip(X, y, strict=True):
        gain = spread @ row / (row @ spread @ row + lam)
        mean, spread = mean + gain * (value - row @ mean), spread - np.outer(gain, row @ spread)
    return mean


def woodbury(X, y, lam):
    return (eye(X) - X.T @ solve(X @ X.T + lam * np.eye(len(X)), X)) @ X.T @ y / lam


def small_lambda(X, y):
    """The limit read off the solution at two small lambdas, by extrapolation."""
    near, far = (ridge.by_svd(X, y, lam=lam) for lam in (1e-7, 2e-7))
    return 2 * near - far


def fake(root=np.sqrt, order=1, sign=1.0, target=0.0):
    def answer(X, y, lam):
        d = X.shape[1]
        return np.vstack([X, sign * root(lam) * np.eye(d)])[::order], np.append(y, np.full(d, target))[::order]
    return answer


def misfit_and_prior(w, X, y, lam):
    return np.sum((y - X @ w) ** 2) / (2 * lam) + w @ w / 2


def densities(w, X, y, lam):
    """All constants kept: the logarithm of the two Gaussian densities."""
    n, d = X.shape
    prior = (2 * np.pi) ** (-d / 2) * np.exp(-w @ w / 2)
    return -np.log(prior) + n / 2 * np.log(2 * np.pi * lam) + np.sum((y - X @ w) ** 2) / (2 * lam)


def centred(X, y, lam):
    Z = X - X.mean(axis=0)
    w = solve(Z.T @ Z + lam * eye(X), Z.T @ (y - y.mean()))
    return y.mean() - X.mean(axis=0) @ w, w


def free_column(X, y, lam):
    Z = np.column_stack([np.ones(len(X)), X])
    both = solve(Z.T @ Z + lam * np.diag([0.0, *np.ones(X.shape[1])]), Z.T @ y)
    return both[0], both[1:]


def hat(X, lam):
    return X @ solve(X.T @ X + lam * eye(X), X.T)


def by_inner_products(X, y, lam):
    inverse = inv(X @ X.T + lam * np.eye(len(X)))
    return inverse @ y / np.diag(inverse)


def by_kernel_matrix(X, y, lam):
    """By the derivatives of log lambda y^T K^-1 y, and of log det K less n log lambda."""
    inverse, n = inv(X @ X.T + lam * np.eye(len(y))), len(y)
    return (n / lam - n * (y @ inverse @ inverse @ y) / (y @ inverse @ y), -np.trace(X.T @ inverse @ X) / lam)


def price(X, y, lam, c):
    return solve(X.T @ X + lam * np.diag(c), X.T @ y)


def slopes(X, y, lam, misfit=lambda w, X, y, lam: np.sum((y - X @ w) ** 2) + lam * w @ w):
    w = W[0](X, y, lam)
    return len(y) * w @ w / misfit(w, X, y, lam), -np.trace(hat(X, lam)) / lam


W = [lambda X, y, lam: inv(X.T @ X + lam * eye(X)) @ X.T @ y,
     lambda X, y, lam: X.T @ inv(X @ X.T + lam * np.eye(len(X))) @ y,
     lambda X, y, lam: pinv(np.vstack([X, np.sqrt(lam) * eye(X)]))[:, :len(X)] @ y, by_conjugate_gradients_on_fake_data,
     one_sample_after_another, woodbury, *ridge.ROUTES, ridge.by_kernel]

RIGHT = {
    "4a": W,
    "4b": [lambda s, lam: s / (s**2 + lam), lambda s, lam: 1 / (s + lam / s),
           lambda s, lam: np.sort(s / (s * s + lam)),
           lambda s, lam: np.diag(solve(np.diag(s**2) + lam * np.eye(len(s)), np.diag(s)))],
    "4c": [misfit_and_prior, densities,
           lambda w, X, y, lam: w @ (X.T @ X / lam + np.eye(len(w))) @ w / 2 - y @ X @ w / lam],
    "4d": [fake(), fake(sign=-1.0), fake(order=-1)],
    "4e": [lambda X, y, lam: pinv(np.hstack([X, np.sqrt(lam) * np.eye(len(X))])) @ y,
           lambda X, y, lam: np.append(W[0](X, y, lam), (y - X @ W[0](X, y, lam)) / np.sqrt(lam))],
    "4f": W,
    "4g": [0, 0.0, lambda X, y: 0, lambda X, y: np.zeros(X.shape[1])],
    "4h": [lambda X, y: pinv(X) @ y, lambda X, y: np.linalg.lstsq(X, y, rcond=None)[0],
           lambda X, y: solve(X.T @ X, X.T @ y) if X.shape[0] >= X.shape[1] else X.T @ solve(X @ X.T, y)],
    "4h.any": [lambda X, y: pinv(X) @ y, lambda X, y: np.linalg.lstsq(X, y, rcond=None)[0]],
    "4.freedom": [lambda s, lam: np.sum(s**2 / (s**2 + lam)), lambda s, lam: len(s) - lam * np.sum(1 / (s**2 + lam))],
    "4.prior": [lambda X, y, tau, noise: W[0](X, y, (noise / tau) ** 2),
                lambda X, y, tau, noise: tau * W[1](tau * X, y, noise**2)],
    "4.toward": [lambda X, y, w0, lam: inv(X.T @ X + lam * eye(X)) @ (X.T @ y + lam * w0),
                 lambda X, y, w0, lam: w0 + W[1](X, y - X @ w0, lam)],
    "4.intercept": [centred, free_column],
    "4.leave-one-out": [lambda X, y, lam: (y - hat(X, lam) @ y) / (1 - np.diag(hat(X, lam))), by_inner_products],
    "4.units": [lambda X, y, lam, a: a * W[1](X * a, y, lam), lambda X, y, lam, a: price(X, y, lam, 1 / a**2)],
    "4.evidence": [slopes, by_kernel_matrix],
    "4.stopping": [lambda lr, steps: 1 / (2 * lr * steps), lambda lr, steps: 0.5 / lr / steps],
}

WRONG = [
    ("4a", "no lambda", lambda X, y, lam: pinv(X) @ y, "lambda is missing"),
    ("4a", "minus lambda", lambda X, y, lam: solve(X.T @ X - lam * eye(X), X.T @ y), "wrong sign"),
    ("4a", "lambda on every entry", lambda X, y, lam: solve(X.T @ X + lam, X.T @ y), "on the diagonal only"),
    ("4a", "half of lambda", lambda X, y, lam: W[0](X, y, lam / 2), "lambda is halved"),
    ("4a", "twice lambda", lambda X, y, lam: W[0](X, y, 2 * lam), "lambda is doubled"),
    ("4a", "n lambda", lambda X, y, lam: W[0](X, y, len(y) * lam), "not to their mean"),
    ("4a", "entry by entry", lambda X, y, lam: (X.T @ X + lam * eye(X)) ** -1 @ X.T @ y,
     "the inverse of a matrix is np.linalg.inv"),
    ("4a", "no y", lambda X, y, lam: inv(X.T @ X + lam * eye(X)) @ X.T, "apply it to y"),
    ("4a", "no inverse", lambda X, y, lam: X.T @ y, "the inverse is missing"),
    ("4a", "fitted values", lambda X, y, lam: X @ W[0](X, y, lam), "w itself is asked for"),
    ("4a", "right for tall X only", lambda X, y, lam: W[0](X, y, lam if len(X) >= X.shape[1] else 0.5 * lam),
     "X is wide"),
    ("4a", "no inverse for dependent columns",
     lambda X, y, lam: W[0](X, y, lam) if np.linalg.matrix_rank(X) == min(X.shape) else inv(X.T @ X),
     "columns of X are dependent"),
    ("4b", "one over sigma", lambda s, lam: 1 / s, "without a penalty"),
    ("4b", "no factor sigma", lambda s, lam: 1 / (s**2 + lam), "brings a factor sigma"),
    ("4b", "shrinkage", lambda s, lam: s**2 / (s**2 + lam), "the share"),
    ("4b", "sigma not squared", lambda s, lam: s / (s + lam), "are sigma^2"),
    ("4b", "sigma compared with lambda", lambda s, lam: np.where(s < lam, s / lam, 1 / s), "sigma^2 against lambda"),
    ("4b", "the two limits", lambda s, lam: np.minimum(s / lam, 1 / s), "what it tends to"),
    ("4c", "log posterior", lambda w, X, y, lam: -misfit_and_prior(w, X, y, lam), "log p(w | y)"),
    ("4c", "the objective", lambda w, X, y, lam: ridge.objective(w, X, y, lam=lam), "the ridge objective"),
    ("4c", "no prior", lambda w, X, y, lam: np.sum((y - X @ w) ** 2) / (2 * lam), "the prior is missing"),
    ("4c", "standard deviation lambda", lambda w, X, y, lam: np.sum((y - X @ w) ** 2) / (2 * lam**2) + w @ w / 2,
     "not lambda^2"),
    ("4c", "no halves", lambda w, X, y, lam: 2 * misfit_and_prior(w, X, y, lam), "factors 1/2"),
    ("4c", "a vector", lambda w, X, y, lam: w, "Return one number"),
    ("4c", "a word", lambda w, X, y, lam: "ridge", "Return numbers"),
    ("4d", "lambda in place of its root", fake(lambda lam: lam), "squared, they give lambda"),
    ("4d", "no root of lambda", fake(lambda lam: 1.0), "factor sqrt(lambda)"),
    ("4d", "fake targets 1", fake(target=1.0), "targets are 0"),
    ("4d", "all divided by the root of lambda",
     lambda X, y, lam: tuple(part / np.sqrt(lam) for part in fake()(X, y, lam)),
     "not the same objective"),
    ("4d", "n fake rows",
     lambda X, y, lam: (np.vstack([X, np.sqrt(lam) * np.ones((len(X), X.shape[1]))]), np.append(y, 0 * y)), None),
    ("4d", "X only", lambda X, y, lam: np.vstack([X, np.sqrt(lam) * eye(X)]), "Return 2 values"),
    ("4e", "lambda in place of its root", lambda X, y, lam: pinv(np.hstack([X, lam * np.eye(len(X))])) @ y,
     "squared, they give lambda"),
    ("4e", "w only", lambda X, y, lam: W[0](X, y, lam), "first d entries only"),
    ("4e", "residuals as they are", lambda X, y, lam: np.append(W[0](X, y, lam), y - X @ W[0](X, y, lam)),
     "divided by sqrt(lambda)"),
    ("4e", "some solution", lambda X, y, lam: np.append(np.zeros(X.shape[1]), y / np.sqrt(lam)), "not the shortest"),
    ("4f", "a spurious X", lambda X, y, lam: X.T @ X @ inv(X.T @ X + lam * eye(X)) @ y, "A factor X too many"),
    ("4f", "coefficients of the samples", lambda X, y, lam: solve(X @ X.T + lam * np.eye(len(X)), y),
     "coefficients of the samples"),
    ("4f", "all of eta", lambda X, y, lam: RIGHT["4e"][1](X, y, lam), "first d entries"),
    ("4g", "one", 1, None),
    ("4g", "rate for the limit", lambda X, y: X.T @ y, "limit of lambda w"),
    ("4g", "other end", lambda X, y: pinv(X) @ y, "limit for lambda -> 0"),
    ("4g", "infinity", float("inf"), None),
    ("4g", "a large lambda", lambda X, y: W[0](X, y, 1e14), None),
    ("4g", "a vector of another length", lambda X, y: np.zeros(X.shape[1] + 1), "The shape must be"),
    ("4h", "a small lambda", small_lambda, None),
    ("4h.any", "a small lambda", small_lambda, None),
    ("4h", "tall formula for all", lambda X, y: solve(X.T @ X, X.T @ y), "X is wide"),
    ("4h", "wide formula for all", lambda X, y: X.T @ solve(X @ X.T, y), None),
    ("4h", "zero", lambda X, y: np.zeros(X.shape[1]), "lambda -> infinity"),
    ("4h", "no y", lambda X, y: pinv(X), "apply it to y"),
    ("4h", "zeros in the last places", lambda X, y: np.linalg.lstsq(X, y)[0] if len(X) >= X.shape[1] else
     np.append(pinv(X[:, :len(X)]) @ y, np.zeros(X.shape[1] - len(X))), "the shortest solution"),
    ("4h.any", "two formulas", RIGHT["4h"][2], "columns of X are dependent"),
    ("4.freedom", "summands", lambda s, lam: s**2 / (s**2 + lam), "add them up"),
    ("4.freedom", "filter factors", lambda s, lam: np.sum(s / (s**2 + lam)), "one more factor sigma"),
    ("4.freedom", "rank", lambda s, lam: len(s), "counts by the share"),
    ("4.prior", "upside down", lambda X, y, tau, noise: W[0](X, y, (tau / noise) ** 2), "upside down"),
    ("4.prior", "not squared", lambda X, y, tau, noise: W[0](X, y, noise / tau), "standard deviations"),
    ("4.prior", "no noise", lambda X, y, tau, noise: W[0](X, y, 1 / tau**2), "The noise is ignored"),
    ("4.units", "in new units", lambda X, y, lam, a: W[0](X * a, y, lam), "weights of the new columns"),
    ("4.units", "divided", lambda X, y, lam, a: W[0](X * a, y, lam) / a, "you divide"),
    ("4.units", "no change", lambda X, y, lam, a: W[0](X, y, lam), "the penalty has changed"),
    ("4.units", "upside down", lambda X, y, lam, a: price(X, y, lam, a**2), "Upside down"),
    ("4.units", "not squared", lambda X, y, lam, a: price(X, y, lam, 1 / a), "The penalty is a square"),
    ("4.evidence", "sign", lambda X, y, lam: tuple(np.abs(slopes(X, y, lam))), "The second one falls"),
    ("4.evidence", "no J", lambda X, y, lam: slopes(X, y, lam, lambda *_: 1.0), "divide by the objective"),
    ("4.evidence", "residual", lambda X, y, lam: slopes(X, y, lam, lambda w, X, y, lam: np.sum((y - X @ w) ** 2)),
     "penalty included"),
    ("4.evidence", "no n", lambda X, y, lam: (slopes(X, y, lam)[0] / len(y), slopes(X, y, lam)[1]), "factor n"),
    ("4.evidence", "no inner derivative", lambda X, y, lam: (slopes(X, y, lam)[0], lam * slopes(X, y, lam)[1]),
     "1 / lambda is missing"),
    ("4.stopping", "half of the loss", lambda lr, steps: 1 / (lr * steps), "carries a factor 2"),
    ("4.stopping", "upside down", lambda lr, steps: 2 * lr * steps, "many steps are a weak penalty"),
    ("4.stopping", "no rate", lambda lr, steps: 1 / (2 * steps), "The rate is missing"),
    ("4.stopping", "no steps", lambda lr, steps: 1 / (2 * lr), "The number of steps is missing"),
    ("4.stopping", "root", lambda lr, steps: 1 / np.sqrt(2 * lr * steps), "nothing here takes a root"),
    ("4.toward", "to 0", lambda X, y, w0, lam: W[0](X, y, lam), "to 0, not to w0"),
    ("4.toward", "sum of both", lambda X, y, w0, lam: w0 + W[0](X, y, lam), "only y - X w0"),
    ("4.toward", "no lambda before w0", lambda X, y, w0, lam: solve(X.T @ X + lam * eye(X), X.T @ y + w0),
     "factor lambda is missing"),
    ("4.intercept", "penalised",
     lambda X, y, lam: (lambda v: (v[0], v[1:]))(W[0](np.column_stack([np.ones(len(X)), X]), y, lam)),
     "penalty on b too"),
    ("4.intercept", "not moved back", lambda X, y, lam: (y.mean(), centred(X, y, lam)[1]), "move it back"),
    ("4.leave-one-out", "residuals", lambda X, y, lam: y - hat(X, lam) @ y, "one fit to all samples"),
    ("4.leave-one-out", "not divided", lambda X, y, lam: np.linalg.inv(X @ X.T + lam * np.eye(len(X))) @ y,
     "entry by entry"),
    ("4.leave-one-out", "multiplied", lambda X, y, lam: (y - hat(X, lam) @ y) * (1 - np.diag(hat(X, lam))),
     "never makes its error smaller"),
    ("4.leave-one-out", "squares", lambda X, y, lam: RIGHT["4.leave-one-out"][0](X, y, lam) ** 2, "squares"),
]
