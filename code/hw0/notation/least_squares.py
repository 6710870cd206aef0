"""The letters of chapter 3, and the lines of its formulas that need more than the table."""

import numpy as np

from formula.judge import Line
from formula.letters import Function, Letters
from hw0.least_squares import conditioning
from hw0.notation import linear_problems as linear

EPSILON = 1e-3
STEPS = 5


def draw(rng, count, n, d, rank=None, scale=1.0):
    """Return linear data, weights of equations, a favourite solution, and the rate in parts of the largest safe one."""
    return linear.draw(rng, count, n, d, rank, scale) | {
        "weights": linear.uniform(rng, count, 0.5, 2.0) ** linear.normal(rng, count, n),
        "w_0": linear.normal(rng, count, d),
        "s": linear.uniform(rng, count, 0.5, 2.0),
        "share": linear.uniform(rng, count, 0.2, 1.0),
        "other": linear.normal(rng, count, d, n),
    }


def bound(g):
    """The bound of Wedin and Higham as the package computes it; NaN where X has not full column rank."""
    found = []
    for X, y in zip(g.X, g.y[..., 0], strict=True):
        tall = len(X) >= X.shape[1] and np.linalg.matrix_rank(X, rtol=1e-10) == X.shape[1]
        found.append(conditioning.relative_change_bound(X, y, eps=EPSILON) if tall else np.nan)
    return np.array(found)[:, None, None]


def weighted(g):
    """The least-squares solution of equations that are scaled by the square roots of their weights."""
    root = np.sqrt(g.weights)
    return np.linalg.pinv(root * g.X, rcond=1e-10) @ (root * g.y)


def descended(g):
    """What t steps of gradient descent from zero put in the place of 1/σ, for each singular value."""
    s, z = g.sigma, np.zeros_like(g.sigma)
    for _ in range(STEPS):
        z = z - 2 * g.eta * s * (s * z - 1)  # for c_i = 1
    return z


def walked(g):
    """The weights after t steps of gradient descent from w_0: a geometric sum along each eigenvector of X^T X."""
    values, vectors = np.linalg.eigh(g.X.mT @ g.X)
    values = np.where(values > 1e-10 * values[:, -1:], values, 0.0)[..., None]
    kept = (1 - 2 * g.eta * values) ** g.t
    added = np.divide(1 - kept, values, out=np.zeros_like(kept), where=values > 0)
    return vectors @ (kept * (vectors.mT @ g.w_0) + added * (vectors.mT @ g.X.mT @ g.y))


def first_terms(g, k):
    """The sum of the first k terms of X, by construction."""
    s = g.stretch * (np.arange(g.stretch.shape[2]) < k)
    full = s.shape[2]
    return g.left[:, :, :full] * s @ g.right[:, :, :full].mT


def low(g):
    """A matrix of rank k that has nothing to do with X: its null space is another one."""
    basis = np.linalg.qr(g.other @ np.sin(np.arange(1.0, g.X.shape[1] + 1)[:, None] * np.arange(1.0, 1 + g.k.max())))[0]
    return g.other.mT @ basis @ basis.mT


def shared(g):
    """A vector in the null space of Z and in the span of the first k + 1 columns of V."""
    first = g.V[:, :, : int(g.k.max()) + 1]
    return first @ np.linalg.svd(g.Z @ first)[2][:, -1:].mT


def multipliers(g):
    """The μ with X Xᵀ μ = y, as far as that can be."""
    return linear.undone(g).mT @ linear.shortest(g)


def unbiased(g):
    """Another matrix than X† that undoes X wherever that is possible."""
    return linear.undone(g) + g.other @ (np.eye(g.X.shape[1]) - g.X @ linear.undone(g))


LETTERS = Letters(
    sizes=("n", "d"),
    regimes=linear.REGIMES,
    draw=draw,
    derived=linear.DERIVED
    | {
        "A": linear.undone,
        "B": linear.undone,
        "M": unbiased,
        "multipliers": multipliers,
        "kappa": lambda g: g.stretch[..., :1] / np.where(g.stretch > 0, g.stretch, np.inf).min(axis=2, keepdims=True),
        "varepsilon": lambda g: np.full((1, 1, 1), EPSILON),
        "rho": lambda g: np.sqrt(linear.squares(g.X @ g.fit - g.y) / linear.squares(g.fit)) / g.stretch[..., :1],
        "bound": bound,
        "C": lambda g: linear.on_the_diagonal(g.weights, g.X.shape[1], g.X.shape[1]),
        "weighted": weighted,
        "nearest": lambda g: g.w_0 - linear.undone(g) @ (g.X @ g.w_0) + g.fit,
        "Delta": lambda g: g.nearest - g.w_0,
        "residual": lambda g: g.X @ g.w - g.y,
        "eta": lambda g: g.share / 2 / g.stretch[..., :1] ** 2,
        "t": lambda g: np.full((1, 1, 1), float(STEPS)),
        "g": descended,
        "w_t": walked,
        "k": lambda g: g.r - 1,
        "hat_X": lambda g: first_terms(g, g.k),
        "Z": low,
        "rest": lambda g: np.linalg.norm(g.X - g.hat_X, axis=(1, 2), keepdims=True),
        "shared": shared,
    },
    functions={"L": Function(("w", "mu"), lambda g: linear.squares(g.w) / 2 + g.mu.mT @ (g.y - g.X @ g.w))},
    told={"L": r"L(w, \mu) = \tfrac12 \lVert w \rVert^2 + \mu^\top (y - Xw)"},
    entries={"r": "residual"},
    columns={"u": "U", "v": "V"},
    indices=("i", "j"),
    code={"sigma": "s", "V": "Vt.T", "varepsilon": "eps"},
)


FIT = {"w": "fit"}
DUAL = FIT | {"mu": "multipliers"}
WEIGHTS = {"c": "weights"}
LARGE = tuple(regime for regime in linear.REGIMES if regime["n"] > 1 and regime["d"] > 1)
LINES = {
    "eq-normal": Line(let=FIT),
    "eq-any-other": Line(let=FIT),
    "eq-tall-solution": Line(let=FIT, needs=("r = d",)),
    "eq-sigma-tall": Line(needs=("r = d",)),
    "eq-gram": Line(needs=(r"n \ge d",)),
    "eq-pinv-tall": Line(needs=("r = d",)),
    "eq-tall-svd": Line(let=FIT),
    "eq-diagonal": Line(needs=(r"n \ge d",)),
    "eq-left-inverse": Line(needs=("r = d",)),
    "eq-hat": Line(needs=("r = d",)),
    "eq-stationary": Line(let=FIT | {"mu": "multipliers"}, needs=("r = n",)),
    "eq-wide-solution": Line(let=FIT, needs=("r = n",)),
    "eq-pythagoras": Line(let=FIT | {"v": "null"}),
    "eq-sigma-wide": Line(needs=("r = n",)),
    "eq-pinv-wide": Line(needs=("r = n",)),
    "eq-right-inverse": Line(needs=("r = n",)),
    "eq-row-projector": Line(needs=("r = n",)),
    "eq-descent-step": Line(when=(r"\sigma_i > 0",)),
    "eq-descent-limit": Line(let={"eta": lambda g: 3e-6 / g.stretch[..., :1] ** 2}, goes=r"t \to \infty"),
    "eq-ls-covariance": Line(needs=("r = d",)),
    "eq-eckart-young": Line(let={"w": "shared"}),
    "Zw = 0": Line(let={"w": "shared"}),
    r"\sqrt{\sum_{i > k} \sigma_i^2}": Line(completes=(r"= \text{rest}",)),
    "eq-ls-bound": Line(let=FIT, completes=(r"= \text{bound}",), needs=("r = d",)),
    r"0 = v^\top X^\top X v = \lVert Xv \rVert^2": Line(let={"v": "null"}),
    r"(X v_i)^\top X v_j = v_i^\top (X^\top X v_j) = \sigma_j^2\, v_i^\top v_j = 0": Line(when=(r"i \neq j",)),
    r"u_i = X v_i / \sigma_i": Line(when=(r"\sigma_i > 0",)),
    r"\sigma_1 \ge \sigma_2 \ge \dots \ge 0": Line(regimes=LARGE),
    r"\sigma_i / \sigma_i^2 = 1/\sigma_i": Line(when=(r"\sigma_i > 0",)),
    r"z_i = c_i / \sigma_i": Line(let=FIT, when=(r"\sigma_i > 0",)),
    "w = Ay": Line(let=FIT),
    "w = By": Line(let=FIT),
    "A(Xw) = w": Line(needs=("r = d",)),
    "XAy = Xw": Line(let=FIT),
    "X(w + v) = y": Line(let=FIT | {"v": "null"}, needs=("r = n",)),
    r"w = X^\top \mu": Line(let=DUAL),
    r"X X^\top \mu = y": Line(let=DUAL, needs=("r = n",)),
    r"u^\top X X^\top u = \lVert X^\top u \rVert^2": Line(let={"u": "mu"}),
    r"w^\top v = \mu^\top X v = 0": Line(let=DUAL | {"v": "null"}),
    r"w = V\, \Sigma^\dagger\, U^\top y": Line(let=FIT),
    r"\sigma_i z_i = c_i": Line(let=FIT, needs=("r = n",)),
    r"z = \Sigma^\dagger c": Line(let=FIT),
    "X(By) = y": Line(needs=("r = n",)),
    "A X w_0 = w_0": Line(needs=("r = d",)),
    "MX = I_d": Line(needs=("r = d",)),
    r"A^\top = X (X^\top X)^{-1}": Line(needs=("r = d",)),
    "AX = I": Line(needs=("r = d",)),
    "AX = I_d": Line(needs=("r = d",)),
    "XB = I_n": Line(needs=("r = n",)),
    r"X^\top X w = X^\top y": Line(let=FIT),
    "Xw = 0": Line(let={"w": "null"}),
    r"\Sigma^\dagger \Sigma = I": Line(needs=("r = d",)),
    r"c_i\, r_i^2 = (\sqrt{c_i}\, r_i)^2": Line(let=WEIGHTS),
    r"C = \operatorname{diag}(c)": Line(let=WEIGHTS),
    r"X^\top C X\, w = X^\top C\, y": Line(let=WEIGHTS | {"w": "weighted"}),
    r"w = w_0 + \Delta": Line(let={"w": "nearest"}),
    r"X \Delta = y - X w_0": Line(needs=("r = n",)),
    r"w = w_0 + X^\dagger (y - X w_0)": Line(let={"w": "nearest"}),
    r"Xw = X X^\dagger y": Line(let=FIT),
    r"g_i = \big(1 - (1 - 2\eta\sigma_i^2)^t\big) / \sigma_i": Line(when=(r"\sigma_i > 0",)),
    "X v_i = 0": Line(when=(r"\sigma_i = 0",)),
    "Xv = 0": Line(let={"v": "null"}),
    r"X^\top X v = 0": Line(let={"v": "null"}),
}
NEITHER = {}
CONDITIONS = frozenset({"Xw = y", "2w = 2", "w_1 + w_2 = 1", "d - n > 0", r"X^\top X = 25", "y = X w_0",
                        r"\lambda = s^2 / \lVert w_0 \rVert^2"})
UNREAD = {}
