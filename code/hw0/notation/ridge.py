"""The letters of chapter 4, and the lines of its formulas that need more than the table."""

import numpy as np

from formula.judge import Line
from formula.letters import Function, Letters
from hw0.notation import choosing_lambda as choosing
from hw0.notation import linear_problems as linear
from hw0.notation.linear_problems import normal, squares


def draw(rng, count, n, d, rank=None, scale=1.0):
    """Return linear data, a singular value far from √λ on either side, and steps of descent: how many, at rates of all
    sizes, and which part of the way the first goes, often all of it."""
    given = linear.draw(rng, count, n, d, rank, scale)
    fall = 10 ** rng.uniform(-3, 0.5, (count, 1, 1))
    away = rng.choice([-1, 1], (count, 1, 1)) * rng.uniform(3, 6, (count, 1, 1))
    return given | {
        "extreme": np.sqrt(given["lambda"]) * 10**away,
        "w_0": normal(rng, count, d),
        "M": normal(rng, count, n, n),
        "N": normal(rng, count, n),
        "tau": linear.uniform(rng, count, 0.5, 2.0),
        "t": rng.integers(1, 7, (count, 1, 1)).astype(float),
        "rate": 10 ** rng.uniform(-3, 1, (count, 1, 1)),
        "fall": np.where(rng.random(fall.shape) < 0.2, 1.0, fall),
        "a": rng.uniform(0.3, 3.0, (count, d, 1)),
    }


def stacked_solution(g):
    """The ridge solution by least squares with d more samples, which squares nothing."""
    d = g.X.shape[2]
    Q, R = np.linalg.qr(fake_samples(g))
    return np.linalg.solve(R, Q.mT @ np.concatenate([g.y, np.zeros((len(g.y), d, 1))], axis=1))


def fake_samples(g):
    """X with d more samples below."""
    return np.concatenate([g.X, np.sqrt(g["lambda"]) * np.eye(g.X.shape[2])], axis=1)


def padded(g):
    """The singular values as d of them, zeros where a wide X has none."""
    s = g.svd[1]
    return np.concatenate([s, np.zeros((len(s), g.X.shape[2] - s.shape[1], 1))], axis=1)


def filters(g):
    """The matrix (d, n) with σ / (σ² + λ) on its diagonal."""
    s = g.svd[1]
    return linear.on_the_diagonal(s / (s**2 + g["lambda"]), *g.X.shape[:0:-1])


def posterior_covariance(g):
    """C as the inverse of (XᵀX + λI) / λ, by an eigenvalue decomposition."""
    values, vectors = np.linalg.eigh(g.X.mT @ g.X)
    return vectors * (g["lambda"] / (np.maximum(values, 0)[:, None, :] + g["lambda"])) @ vectors.mT


def normal_density(value, variance):
    """The density of independent normal numbers of mean zero, the product of those of its entries."""
    return np.prod(np.exp(-(value**2) / (2 * variance)) / np.sqrt(2 * np.pi * variance), axis=1, keepdims=True)


def posterior_density(g):
    """The normal density with the ridge solution as mean and the covariance C."""
    away = g.w - stacked_solution(g)
    precision = (g.X.mT @ g.X + g["lambda"] * np.eye(g.X.shape[2])) / g["lambda"]
    size = np.sqrt(np.linalg.det(precision / (2 * np.pi)))[:, None, None]
    return size * np.exp(-(away.mT @ precision @ away) / 2)


def offset_equations(g):
    """The matrix and the right side of the equations for a step away from w_0."""
    return g.X.mT @ g.X + g["lambda"] * np.eye(g.X.shape[2]), g.X.mT @ (g.y - g.X @ g.w_0)


def another_posterior(g):
    """The posterior density for a prior of standard deviation τ and noise of standard deviation s, up to its total."""
    return normal_density(g.w, g.tau**2) * normal_density(g.y - g.X @ g.w, g.s**2)


def likely(g):
    """Weights drawn from the posterior, where its density does not underflow."""
    return stacked_solution(g) + np.linalg.cholesky(posterior_covariance(g)) @ g.v


def hat(g):
    """The matrix that makes fitted values of targets, column by column of I."""
    return g.X @ np.linalg.solve(g.X.mT @ g.X + g["lambda"] * np.eye(g.X.shape[2]), g.X.mT)


def private(g):
    """The private weights that the equations leave to the fake features."""
    return (g.y - g.X @ g.w) / np.sqrt(g["lambda"])


def matching(g):
    """The penalty that keeps, of a very small singular value, what t steps of gradient descent keep."""
    sigma = 1e-6
    return sigma**2 / -np.expm1(g.t * np.log1p(-2 * g.rate * sigma**2)) - sigma**2


def shorter(g):
    """A vector that is no longer than the ridge solution."""
    w = stacked_solution(g)
    return 0.9 * g.drawn["v"] * np.sqrt(squares(w) / squares(g.drawn["v"]))


LETTERS = Letters(
    sizes=("n", "d"),
    regimes=linear.REGIMES,
    draw=draw,
    derived=linear.DERIVED
    | {
        "solution": stacked_solution,
        "offset_solution": lambda g: g.w_0 + np.linalg.solve(*offset_equations(g)),
        "step": lambda g: g.w - g.w_0,
        "Y": lambda g: g.X @ g.w + np.sqrt(g["lambda"]) * g.N,
        "s": lambda g: np.sqrt(g["lambda"]) * g.tau,
        "other": another_posterior,
        "p(y)": choosing.evidence,
        "noisy": lambda g: g.X @ g.w + g.s * g.N,
        "bar_y": lambda g: g.y.mean(axis=1, keepdims=True),
        "bar_x": lambda g: g.X.mean(axis=1, keepdims=True).mT,
        "b": lambda g: (g.y - g.X @ g.w).mean(axis=1, keepdims=True),
        "likely": likely,
        "matching": matching,
        "one sigma": lambda g: np.sqrt(g.fall / (2 * g.rate)),
        "fall below 1": lambda g: np.minimum(g.fall, 1.0),
        "theta": lambda g: g.V.mT @ g.w_0,
        "shorter": shorter,
        "pi": lambda g: np.full((1, 1, 1), np.pi),
        "D": filters,
        "padded": padded,
        "C": posterior_covariance,
        "p(y|w)": lambda g: normal_density(g.y - g.X @ g.w, g["lambda"]),
        "p(w|y)": posterior_density,
        "hat_X": fake_samples,
        "hat_y": lambda g: np.concatenate([g.y, np.zeros((len(g.y), g.X.shape[2], 1))], axis=1),
        "tilde_X": lambda g: np.concatenate([g.X, np.sqrt(g["lambda"]) * np.eye(g.X.shape[1])], axis=2),
        "private": private,
        "eta": lambda g: np.concatenate([g.w, private(g)], axis=1),
        "H": hat,
        "h": lambda g: np.einsum("bii->bi", hat(g))[..., None],
        "e": choosing.errors_left_out,
        "G": choosing.turned_errors,
        "A": lambda g: linear.on_the_diagonal(g.a, g.X.shape[2], g.X.shape[2]),
        "priced": lambda g: g.a * g.v,
        "in units": lambda g: np.linalg.solve((g.X * g.a.mT).mT @ (g.X * g.a.mT) + g["lambda"] * np.eye(g.X.shape[2]),
                                              g.a * (g.X.mT @ g.y)),
        "balanced": choosing.balanced,
        "best tau": choosing.best_scale,
        "best p(y)": lambda g: choosing.evidence_of(g, choosing.best_scale(g) ** 2),
        "scaled p(y)": lambda g: choosing.evidence_of(g, g.tau**2),
        "K": lambda g: g.X @ g.X.mT + g["lambda"] * np.eye(g.X.shape[1]),
        "alpha": lambda g: (g.y - g.X @ stacked_solution(g)) / g["lambda"],
    },
    functions={"J": Function(("w",), lambda g: squares(g.y - g.X @ g.w) + g["lambda"] * squares(g.w)),
               "p": Function(("w",), lambda g: normal_density(g.w, 1.0))},
    told={"J": r"J(w) = \lVert y - Xw \rVert^2 + \lambda \lVert w \rVert^2"},
    columns={"u": "U", "v": "V"},
    rows={"x": "X"},
    code={"lambda": "lam", "sigma": "s", "V": "Vt.T", "s": "noise"},
)

SOLVED = {"w": "solution"}
DESCENT = {"lambda": "matching", "eta": "rate", "sigma": "one sigma"}
FALL = {"x": "fall below 1"}
UNSCALED = tuple(regime for regime in linear.REGIMES if "scale" not in regime)  # where no density underflows
LINES = {
    "eq-ridge-solution": Line(let=SOLVED),
    "eq-ridge-regimes": Line(let={"sigma": "extreme"}),
    "eq-ridge-filter": Line(when=(r"\sigma_i > 0",)),
    "eq-ridge-posterior": Line(let={"w": "likely"}, free="w"),
    "eq-ridge-covariance": Line(let={"sigma": "padded"}),
    "eq-ridge-private": Line(let={"z": "private"}),
    "eq-ridge-long": Line(let=SOLVED),
    "eq-ridge-kernel": Line(let=SOLVED),
    "eq-ridge-length": Line(let=SOLVED),
    "eq-ridge-rate": Line(let=SOLVED, goes=r"\lambda \to \infty"),
    "eq-ridge-one-limit": Line(let=SOLVED, goes=r"\lambda \to 0", when=(r"\sigma_i > 0",)),
    "eq-ridge-limit": Line(let=SOLVED),
    "eq-ridge-distance": Line(let=SOLVED),
    "eq-ridge-summary": Line(let=SOLVED),
    "eq-ridge-stopping": Line(let=DESCENT),
    "eq-ridge-stopping-bounds": Line(let=DESCENT, when=(r"2\eta\sigma^2 \le 1",)),
    "eq-ridge-best": Line(let={"s": "tau"}),
    "eq-ridge-evidence": Line(let={"p(y)": "scaled p(y)"}, regimes=UNSCALED),
    "eq-ridge-evidence-best": Line(let=SOLVED | {"p(y)": "best p(y)"}, regimes=UNSCALED),
    "eq-ridge-evidence-where": Line(let=SOLVED | {"y": "balanced", "tau": "best tau"}),
    "eq-ridge-units": Line(let={"w": "priced"}),
    r"\tau^2 = y^\top K^{-1} y / n": Line(let={"tau": "best tau"}),
    r"y^\top K^{-1} y = J(w)/\lambda": Line(let=SOLVED),
    "w = Av": Line(let={"w": "priced"}),
    r"v = (A X^\top X A + \lambda I)^{-1} A X^\top y": Line(let={"v": "in units"}),
    r"w = Av = (X^\top X + \lambda (AA)^{-1})^{-1} X^\top y": Line(let={"v": "in units", "w": "priced"}),
    "(1 - x)(1 + x) \\le 1": Line(let=FALL),
    "(1 + x)^t \\ge 1 + tx": Line(let=FALL),
    "(1 - x)^t \\le 1/(1 + tx)": Line(let=FALL),
    "(1 - x)^t \\ge 1 - tx": Line(let=FALL),
    r"J(w) \le J(v)": Line(let=SOLVED),
    r"\lambda \lVert w \rVert^2 \ge \lambda \lVert v \rVert^2": Line(let=SOLVED | {"v": "shorter"}),
    r"\lVert v \rVert \le \lVert w \rVert": Line(let=SOLVED | {"v": "shorter"}),
    r"J(w + v) - J(w) = v^\top (X^\top X + \lambda I)\, v": Line(let=SOLVED),
    r"\eta = \tilde X^\top (\tilde X \tilde X^\top)^{-1} y": Line(let=SOLVED),
    r"\eta = (w, z)": Line(let={"z": "private"}),
    r"w = X^\top (X X^\top + \lambda I)^{-1} y": Line(let=SOLVED),
    r"w = \sum_i \alpha_i x_i": Line(let=SOLVED),
    r"x^\top w = \sum_i \alpha_i\, x^\top x_i": Line(let=SOLVED | {"x": "w_0"}),
    r"z_i = \sigma_i c_i / (\sigma_i^2 + \lambda)": Line(let=SOLVED),
    r"\lambda\sigma_i / (\sigma_i^2 + \lambda) \to \sigma_i": Line(goes=r"\lambda \to \infty"),
    r"v = w - w_0": Line(let={"v": "step"}),
    r"w = w_0 + (X^\top X + \lambda I)^{-1} X^\top (y - X w_0)": Line(let={"w": "offset_solution"}),
    r"(X^\top X + \lambda I)\, w = X^\top y + \lambda w_0": Line(let={"w": "offset_solution"}),
    r"p(w \mid y) = p(y \mid w)\, p(w) / p(y)": Line(let={"w": "likely"}, regimes=UNSCALED),
    "Y = XW + sN": Line(let={"W": "w", "Y": "noisy"}),
    r"Y = XW + \sqrt\lambda\, N": Line(let={"W": "w"}),
    r"-\log p(w \mid y) = \lVert y - Xw \rVert^2/(2s^2) + \lVert w \rVert^2/(2\tau^2) + \text{const}": Line(
        let={"w": "likely", "p(w|y)": "other"}, free="w", regimes=UNSCALED
    ),
}
NEITHER = {"eq-ridge-objective": "a definition: the problem to be solved"}
CONDITIONS = frozenset(
    {"Xw = y", r"X^\top y = 0", "dJ/dw = 0", r"\sigma = \sqrt\lambda", r"\sigma < \sqrt\lambda",
     r"\sigma^2 \ll \lambda", r"\lambda = s^2", r"\lambda = s^2/\theta_i^2", r"\lambda = n s^2", r"x = 2\eta\sigma^2",
     "y = X w_0", r"\lambda \to 0", r"\lambda \to \infty"}
)
UNREAD = {r"W \sim \mathcal N(0, I_d)": "a distribution", r"N \sim \mathcal N(0, I_n)": "a distribution",
          r"W \sim \mathcal N(0, \tau^2 I)": "a distribution"}
