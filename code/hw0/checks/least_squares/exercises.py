"""The exercises of chapter 3, checked like the parts of the homework."""
import numpy as np

from hw0 import least_squares
from hw0.checks.mistakes import DOUBLE, HALF
from hw0.checks.part import Case, Mistake, Part
from hw0.least_squares import estimators, low_rank, subspaces, svd


def _weighted(X, y, c, power=0.5):
    return least_squares.min_norm_solution(X * c[:, None]**power, y * c**power)


WEIGHTED = Part(
    "3.weighted", "the w (d,) with the smallest sum of c_i (x_i w - y_i)^2 over the rows x_i of X, all c_i > 0",
    ("X", "y", "c"), _weighted,
    cases=(Case("X is tall with full column rank"),),
    mistakes=(Mistake("The weights are ignored.", lambda _, X, y, c: _weighted(X, y, c, power=0.0)),
           Mistake("Rows scaled by c_i weigh c_i^2 in a sum of squares.",
                   lambda _, X, y, c: _weighted(X, y, c, power=1.0)),
           Mistake("Scale both sides of each equation, not y only.",
                   lambda _, X, y, c: least_squares.min_norm_solution(X, np.sqrt(c) * y)),
           Mistake("X is weighted and y is not: the normal equations are X^T C X w = X^T C y.",
                lambda _, X, y, c: np.linalg.solve(X.T @ (c[:, None] * X), X.T @ y)),
           Mistake("Scale both sides of each equation, not X only.",
                lambda _, X, y, c: least_squares.min_norm_solution(X * np.sqrt(c)[:, None], y)),
           Mistake("A large weight makes an equation count more: multiply by sqrt(c_i), do not divide.",
                lambda _, X, y, c: _weighted(X, y, c, power=-0.5)),
           Mistake("That scales y by c_i and X not at all.",
                   lambda _, X, y, c: least_squares.min_norm_solution(X, c * y))))


NEAREST = Part(
    "3.nearest", "the solution w (d,) of X w = y that lies nearest to w0, for wide X of full row rank",
    ("X", "y", "w0"), lambda X, y, w0: w0 + least_squares.min_norm_solution(X, y - X @ w0),
    cases=(Case("X is wide with full row rank"),),
    mistakes=(Mistake("That is the solution nearest to 0.", lambda _, X, y, w0: least_squares.min_norm_solution(X, y)),
           Mistake("It does not solve X w = y: w0 has its own X w0, so only y - X w0 is left to reach.",
                lambda _, X, y, w0: w0 + least_squares.min_norm_solution(X, y)),
           Mistake("The correction has the wrong sign: it must bring X w0 to y.", lambda w, X, y, w0: 2 * w0 - w),
           Mistake("That is the correction; it starts from w0.", lambda w, X, y, w0: w - w0),
           Mistake("That is w0 without its row-space part; a solution has the row-space part that y asks for.",
                lambda _, X, y, w0: w0 - subspaces.onto_row_space(X) @ w0)))

LEVERAGE = Part(
    "3.leverage", "the leverages (n,): by how much the prediction x_i w grows when y_i grows by 1, for X of any rank",
    ("X",),
    lambda X: np.diag(subspaces.onto_column_space(X)).copy(),
    cases=(Case("X has full column rank"),
           Case("the columns of X are dependent",
                "X^T X has no inverse, but X^+ exists")),
    mistakes=(Mistake("The whole matrix X X^+ says how every prediction answers to every y_j; its diagonal is asked "
                      "for.",
                lambda _, X: subspaces.onto_column_space(X)),
           Mistake("That is how w answers to itself, the diagonal of X^+ X.",
                   lambda _, X: np.diag(subspaces.onto_row_space(X))),
           Mistake("These are squared lengths of the rows of X; take those of the first r columns of U, r the rank.",
                lambda _, X: np.sum(X**2, axis=1)),
           Mistake("U has n columns, and only the first r of them, r the rank, span the column space.",
                   lambda _, X: np.ones(len(X))),
           Mistake("The first r columns of U span the column space, r the rank; these are the first d.",
                lambda _, X: np.sum(svd.full(X).U[:, :X.shape[1]] ** 2, axis=1),
                "np.sum(np.linalg.svd(X)[0][:, :X.shape[1]] ** 2, axis=1)"),
           DOUBLE, HALF))


def _descent(s, lr, steps, rate=2.0):
    return (1.0 - (1.0 - rate * lr * s**2)**steps) / s


DESCENT = Part(
    "3.descent", "what gradient descent on ||X w - y||^2 from w = 0 has put in the place of 1/s after so many steps",
    ("s", "lr", "steps"),
    _descent,
    cases=(Case("lr s^2 < 1"),),
    mistakes=(Mistake("The gradient of ||X w - y||^2 carries a factor 2.",
                      lambda _, s, lr, steps: _descent(s, lr, steps, rate=1.0)),
           Mistake("The error in w shrinks by 1 - 2 lr s^2 in each step: s stands squared.",
                lambda _, s, lr, steps: (1.0 - (1.0 - 2.0 * lr * s)**steps) / s),
           Mistake("That is the limit for many steps.", lambda _, s, lr, steps: 1.0 / s),
           Mistake("That is what is still missing after these steps.",
                   lambda _, s, lr, steps: (1.0 - 2.0 * lr * s**2)**steps / s),
           Mistake("That is the fraction that has been reached; divide it by s.", lambda v, s, lr, steps: v * s)))

LOW_RANK = Part(
    "3.low_rank", "the smallest distance, the root of the sum of all squared entries of X - Z, from X to a matrix Z of "
    "rank k or less; s are the singular values of X, the largest first",
    ("s", "k"),
    low_rank.frobenius_error,
    cases=(Case("k is smaller than the number of singular values"),),
    mistakes=(Mistake("That is the most that X - Z does to a unit vector; here all squared entries count.",
                      lambda _, s, k: s[k]),
              Mistake("That is the sum of the squares; the distance is its root.", lambda v, s, k: v**2),
              Mistake("The squares of the singular values add up, not they themselves.", lambda _, s, k: np.sum(s[k:])),
              Mistake("That is how much of X is kept; asked for is what is left.",
                      lambda _, s, k: np.linalg.norm(s[:k])),
              Mistake("Rank k keeps s[0] to s[k - 1], so the first that is left out is s[k].",
                      lambda _, s, k: np.linalg.norm(s[k + 1:])),
              Mistake("Rank k keeps s[0] to s[k - 1], so s[k - 1] is not left out.",
                      lambda _, s, k: np.linalg.norm(s[max(k - 1, 0):])),
              Mistake("Nothing has been kept: that is the distance from 0.", lambda _, s, k: np.linalg.norm(s))))


PREDICTION = Part(
    "3.prediction", "the variance of x^T w - t, where w (d,) is the least-squares solution of X w = y, x (d,) a new "
    "sample and t its target; the entries of y and t have means X w0 and x^T w0, no correlation, and the standard "
    "deviation noise > 0",
    ("X", "x", "noise"), lambda X, x, noise: float(x @ estimators.least_squares_covariance(X, noise) @ x + noise**2),
    cases=(Case("X is tall with full column rank"),),
    mistakes=(Mistake("That is the variance of x^T w; the target of the new sample has noise of its own.",
                      lambda v, X, x, noise: v - noise**2),
              Mistake("That is the noise of t alone; w comes from noisy targets, and moves as well.",
                      lambda v, X, x, noise: noise**2),
              Mistake("The minus holds for a sample that w was fitted to; the noise of a new one does not correlate "
                      "with w, and the variances add up.", lambda v, X, x, noise: 2 * noise**2 - v),
              Mistake("That is the standard deviation; its square is the variance.", lambda v, X, x, noise: np.sqrt(v)),
              Mistake("noise is a standard deviation, and its square a variance.", lambda v, X, x, noise: v / noise),
              Mistake("noise is a standard deviation: t has the variance noise^2.",
                      lambda v, X, x, noise: v - noise**2 + noise),
              Mistake("The covariance of w has the inverse of X^T X.",
                      lambda _, X, x, noise: noise**2 * (1 + np.sum((X @ x) ** 2))),
              Mistake("That takes the covariance of w for noise^2 I: X is missing.",
                      lambda _, X, x, noise: noise**2 * (1 + x @ x)),
              Mistake("That is the covariance of w; for x^T w it stands between x and x.",
                      lambda _, X, x, noise: estimators.least_squares_covariance(X, noise)),
              DOUBLE, HALF))

PARTS = (WEIGHTED, NEAREST, LEVERAGE, DESCENT, LOW_RANK, PREDICTION)
