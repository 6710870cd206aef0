"""Problem 4: ridge regression in its five interpretations, and its limits."""
import numpy as np

from hw0 import least_squares, ridge
from hw0.checks.compare import same
from hw0.checks.mistakes import DOUBLE, ENTRIES, HALF, SIGN
from hw0.checks.part import Case, Mistake, Part

# an answer that holds for every X
EVERY_RANK = (Case("X has full column rank"),
               Case("X is wide", "X^T X is singular, and X^T X + lambda I is not"),
               Case("the columns of X are dependent", "X^T X and X X^T are singular; lambda > 0 repairs both"))


def _plain(X, y, lam, push=lambda A: A.T, square=lambda A, lam: A.T @ A + lam * np.eye(A.shape[1])):
    """A rival of the normal equations: one ingredient of (X^T X + lambda I)^-1 X^T y changed."""
    return np.linalg.solve(square(X, lam), push(X) @ y)


def _with(**change):
    return lambda _, X, y, lam: _plain(X, y, lam, **change)


_NO_PENALTY = Mistake("That is least squares: lambda is missing.",
                      lambda _, X, y, lam: least_squares.min_norm_solution(X, y))
_OTHER_LAMBDAS = (
    Mistake("lambda carries a square root too many: sqrt(lambda) belongs to fake rows or features, lambda to X^T X or "
            "X X^T.",
         lambda _, X, y, lam: _plain(X, y, np.sqrt(lam))),
    Mistake("lambda is squared: in X^T X + lambda I it stands as it is, and in fake rows or features as sqrt(lambda).",
         lambda _, X, y, lam: _plain(X, y, lam**2)),
    Mistake("lambda is doubled: the derivative of lambda ||w||^2 has a factor 2, but so has the one of ||y - X w||^2.",
         lambda _, X, y, lam: _plain(X, y, 2 * lam)),
    Mistake("lambda is halved: the derivative of ||y - X w||^2 has a factor 2, but so has the one of lambda ||w||^2.",
         lambda _, X, y, lam: _plain(X, y, lam / 2)),
    Mistake("lambda belongs to the sum of squares, not to their mean.",
            lambda _, X, y, lam: _plain(X, y, len(y) * lam)))
_W_SLIPS = (
    Mistake("lambda has the wrong sign: there w is stationary for ||y - X w||^2 - lambda ||w||^2.",
         lambda _, X, y, lam: _plain(X, y, -lam)),
    _NO_PENALTY, *_OTHER_LAMBDAS,
    Mistake("That is the w beside a free intercept, which is the default of scikit-learn's Ridge: fit_intercept=False.",
         lambda _, X, y, lam: _plain(X - X.mean(axis=0), y - y.mean(), lam)),
    Mistake("The penalty goes to every entry of X^T X; lambda I has lambda on the diagonal only.",
         _with(square=lambda A, lam: A.T @ A + lam)),
    Mistake("That is X^T y: the inverse is missing.", lambda _, X, y, lam: X.T @ y),
    Mistake("A factor X too many: X^T X (...)^-1 y has no fitting shapes unless n = d.",
         lambda _, X, y, lam: X.T @ X @ np.linalg.solve(X.T @ X + lam * np.eye(X.shape[1]), y)),
    Mistake("That is the matrix; apply it to y.",
            lambda _, X, y, lam: np.linalg.solve(X.T @ X + lam * np.eye(X.shape[1]), X.T)),
    Mistake("Those are the fitted values X w; w itself is asked for.", lambda w, X, y, lam: X @ w),
    Mistake("Those are the coefficients of the samples, (X X^T + lambda I)^-1 y; w is X^T times them.",
         lambda _, X, y, lam: np.linalg.solve(X @ X.T + lam * np.eye(len(X)), y)),
    SIGN, DOUBLE, HALF)

OPTIMUM = Part("4a", "the w (d,) with the smallest ||y - X w||^2 + lambda ||w||^2", ("X", "y", "lam"),
               ridge.by_normal_equations,
               cases=EVERY_RANK,
               mistakes=(*_W_SLIPS, Mistake(ENTRIES, lambda _, X, y, lam: 1 / (X.T @ X + lam * np.eye(X.shape[1]))
                                            @ X.T @ y)))

KERNEL = Part("4f", "the first d entries (d,) of the shortest eta with [X, sqrt(lambda) I_n] eta = y",
              ("X", "y", "lam"), ridge.by_kernel,
              cases=EVERY_RANK,
              mistakes=(*_W_SLIPS, Mistake("That is all of eta; w is its first d entries.",
                                     lambda _, X, y, lam: ridge.fake_feature_weights(X, y, lam=lam))))


SPECTRUM = Part(
    "4b", "the singular values (min(n, d),) of (X^T X + lambda I)^-1 X^T, in any order", ("s", "lam"),
    ridge.filter_factors,
    equal=lambda expected, got: same(np.sort(expected), np.sort(got), 1e-9),
    cases=(Case("sigma > 0"),
           Case("some sigma = 0",
                "that direction is not in the data, and gets nothing", edge=True)),
    mistakes=(Mistake("That is 1 / sigma, as without a penalty.", lambda _, s, lam: 1 / s),
           Mistake("1 / (sigma^2 + lambda) is the inverse alone; X^T brings a factor sigma.",
                   lambda _, s, lam: 1 / (s**2 + lam)),
           Mistake("That is sigma^2 / (sigma^2 + lambda), the share of the least-squares coefficient that is kept.",
                lambda _, s, lam: s**2 / (s**2 + lam)),
           Mistake("Those are the singular values of X^T X + lambda I.", lambda _, s, lam: s**2 + lam),
           Mistake("The singular values of X^T X are sigma^2, not sigma.", lambda _, s, lam: s / (s + lam)),
           Mistake("sigma and lambda are not added: sigma^2 and lambda are.", lambda _, s, lam: 1 / (s + lam)),
           Mistake("lambda is added to sigma^2 as it is, not squared.", lambda _, s, lam: s / (s**2 + lam**2)),
           Mistake("The smaller of sigma / lambda and 1 / sigma is what it tends to, not what it is.",
                lambda _, s, lam: np.minimum(s / lam, 1 / s)),
           Mistake("What decides is sigma^2 against lambda, not sigma against lambda.",
                lambda _, s, lam: np.where(s < lam, s / lam, 1 / s))))


def _above_origin(misfit, prior):
    """A rival of 4c, as the difference to w = 0: misfit(lam) times ||y - X w||^2 plus prior(lam) times ||w||^2."""
    def rival(_, w, X, y, lam):
        return misfit(lam) * (np.sum((y - X @ w) ** 2) - np.sum(y**2)) + prior(lam) * np.sum(w**2)
    return rival


_DIFFERENCE = "What is compared is the difference to w = 0, since a constant does not matter"

POSTERIOR = Part(
    "4c", "-log p(w | y) up to a constant, for W ~ N(0, I) and Y = X W + sqrt(lambda) N", ("w", "X", "y", "lam"),
    ridge.neg_log_posterior,
    origin="w",
    cases=(Case("X has full column rank", _DIFFERENCE),
           Case("X is wide")),
    mistakes=(Mistake("The sign is the other way round: that is log p(w | y).",
                      _above_origin(lambda lam: -0.5 / lam, lambda lam: -0.5)),
           Mistake("That is lambda times the right value; a density cannot be rescaled inside the logarithm.",
                _above_origin(lambda lam: 0.5, lambda lam: lam / 2)),
           Mistake("That is the ridge objective, 2 lambda times the right value: the same minimiser, another function.",
                _above_origin(lambda lam: 1.0, lambda lam: lam)),
           Mistake("The factors 1/2 of the two Gaussian exponents are missing.",
                   _above_origin(lambda lam: 1 / lam, lambda lam: 1.0)),
           Mistake("The factor 1/2 of the exponent of the prior is missing.",
                   _above_origin(lambda lam: 0.5 / lam, lambda lam: 1.0)),
           Mistake("The factor 1/2 of the exponent of the noise is missing.",
                   _above_origin(lambda lam: 1 / lam, lambda lam: 0.5)),
           Mistake("sqrt(lambda) N has variance lambda, not lambda^2.",
                   _above_origin(lambda lam: 0.5 / lam**2, lambda lam: 0.5)),
           Mistake("sqrt(lambda) N has variance lambda, not sqrt(lambda).",
                _above_origin(lambda lam: 0.5 / np.sqrt(lam), lambda lam: 0.5)),
           Mistake("The noise has variance lambda: the misfit is divided by 2 lambda.",
                   _above_origin(lambda lam: 0.5, lambda lam: 0.5)),
           Mistake("lambda is the variance of the noise; the prior W ~ N(0, I) has none of it.",
                   _above_origin(lambda lam: 0.5, lambda lam: 0.5 / lam)),
           Mistake("lambda belongs to the noise, not to the prior W ~ N(0, I) as well.",
                   _above_origin(lambda lam: 0.5 / lam, lambda lam: lam / 2)),
           Mistake("That is -log p(y | w): the prior is missing.",
                   _above_origin(lambda lam: 0.5 / lam, lambda lam: 0.0)),
           Mistake("That is -log p(w): the data are missing.", _above_origin(lambda lam: 0.0, lambda lam: 0.5)),
           HALF))


def _same_data(expected, got):
    """Fake data may come in any order and with any sign: then all sums of products of their columns are the same."""
    def products(data):
        return np.column_stack(data).T @ np.column_stack(data)
    return same(products(expected), products(got), 1e-9)


def _fake_rows(root=np.sqrt, target=0.0):
    def rival(_, X, y, lam):
        d = X.shape[1]
        return np.vstack([X, root(lam) * np.eye(d)]), np.append(y, np.full(d, target))
    return rival


FAKE_DATA = Part(
    "4d", "(X_hat, y_hat), of shapes (n + d, d) and (n + d,), with ||y_hat - X_hat w||^2 = ||y - X w||^2 + lam ||w||^2 "
          "for every w",
    ("X", "y", "lam"),
    ridge.with_fake_data, equal=_same_data, cases=EVERY_RANK,
    mistakes=(Mistake("The fake rows carry sqrt(lambda): squared, they give lambda.", _fake_rows(lambda lam: lam)),
           Mistake("The factor sqrt(lambda) of the fake rows is missing.", _fake_rows(lambda lam: 1.0)),
           Mistake("The fake targets are 0: they pull w to 0.", _fake_rows(target=1.0)),
           Mistake("All is divided by sqrt(lambda): the same w, but not the same objective.",
                   lambda expected, X, y, lam: tuple(part / np.sqrt(lam) for part in expected))))


def _features(root=np.sqrt):
    return lambda _, X, y, lam: least_squares.min_norm_solution(np.hstack([X, root(lam) * np.eye(len(X))]), y)


FAKE_FEATURES = Part(
    "4e", "the shortest eta (d + n,) with [X, sqrt(lambda) I_n] eta = y", ("X", "y", "lam"), ridge.fake_feature_weights,
    cases=EVERY_RANK,
    mistakes=(Mistake("The fake features carry sqrt(lambda): squared, they give lambda.", _features(lambda lam: lam)),
           Mistake("The factor sqrt(lambda) of the fake features is missing.", _features(lambda lam: 1.0)),
           Mistake("Those are the first d entries only: eta has d + n.", lambda eta, X, y, lam: eta[:X.shape[1]]),
           Mistake("The last n entries are the residuals divided by sqrt(lambda).",
                lambda eta, X, y, lam: eta * np.append(np.ones(X.shape[1]), np.full(len(X), np.sqrt(lam)))),
           Mistake("The last n entries are the residuals y - X w divided by sqrt(lambda), with that sign.",
                lambda eta, X, y, lam: eta * np.append(np.ones(X.shape[1]), -np.ones(len(X)))),
           Mistake("It solves the system, but it is not the shortest that does.",
                lambda _, X, y, lam: np.append(np.zeros(X.shape[1]), y / np.sqrt(lam))),
           SIGN, DOUBLE, HALF))

_VANISHES = Part(
    "4g", "the limit (d,) of w for lambda -> infinity", ("X", "y"), lambda X, y: np.zeros(X.shape[1]), constant=True,
    cases=EVERY_RANK,
    mistakes=(Mistake("That is the limit of lambda w: w itself goes to 0 like X^T y / lambda.",
                      lambda _, X, y: X.T @ y),
           Mistake("That is the limit for lambda -> 0.", lambda _, X, y: least_squares.min_norm_solution(X, y))))

_TALL_CASE = Case("X is tall or square with full column rank")
_WIDE_CASE = Case("X is wide with full row rank",
                  "X^T X has no inverse, and the limit is the shortest solution")
_ANY_CASE = Case("the columns of X are dependent, and so are its rows",
                 "neither X^T X nor X X^T has an inverse, and the limit is still X^+ y", edge=True)
_LIMIT_SLIPS = (Mistake("That is the limit for lambda -> infinity.", lambda w, X, y: np.zeros_like(w)),
                *(Mistake("That is ridge with a tiny lambda, not its limit for lambda -> 0.",
                          lambda _, X, y, tiny=tiny: _plain(X, y, tiny)) for tiny in (1e-6, 1e-8, 1e-10, 1e-12)),
                Mistake("That is X^+, the matrix; apply it to y.", lambda _, X, y: least_squares.pinv(X)),
                Mistake("That is X^T y: the inverse is missing.", lambda _, X, y: X.T @ y), SIGN, DOUBLE, HALF)


def _limit(part, says, *cases):
    return Part(part, f"the limit (d,) of w for lambda -> 0, for X {says}", ("X", "y"), least_squares.min_norm_solution,
                cases=cases,
                mistakes=_LIMIT_SLIPS)


PARTS = (OPTIMUM, SPECTRUM, POSTERIOR, FAKE_DATA, FAKE_FEATURES, KERNEL, _VANISHES,
         _limit("4h", "of full rank", _TALL_CASE, _WIDE_CASE),
         _limit("4h.any", "of any rank", _TALL_CASE, _WIDE_CASE, _ANY_CASE))
