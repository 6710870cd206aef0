"""The notation gives the values of NumPy: drawn formulas of numbers, columns, rows and matrices, in both spellings."""

import itertools
import random

from tests.answers.test_derivation import judged

DRAWS = 400
LETTERS = {("n", "d"): ("X", "X"), ("n", 1): ("y", "y[:, None]"), ("d", 1): ("w", "w[:, None]")}
SIZES = {"n": "X.shape[0]", "d": "X.shape[1]", 1: "1"}


CONSTRUCTS = [
    ("d/dw (||y - X w||^2)", "2 * (X @ w - y) @ X"),
    ("d/dw (X w)", "X"),
    ("∂/∂w_k (w^T w)", "2 * w"),
    ("∇_w (y^T X w)", "X.T @ y"),
    (r"\frac{d}{dλ} (λ^3)", "3 * lam**2"),
    ("d/dλ (1/λ)", "-1 / lam**2"),
    ("d/dλ (max(0, λ - 7))", "0.0"),
    ("tr(X X^T)", "np.sum(X**2)"),
    ("||X||_F^2", "np.sum(X**2)"),
    ("X^+ y", "np.linalg.lstsq(X, y)[0]"),
    ("pinv(X) y", "np.linalg.pinv(X) @ y"),
    ("inv(X^T X + I) w", "np.linalg.inv(X.T @ X + np.eye(d)) @ w"),
    ("[X; √λ I]^T [X; √λ I]", "X.T @ X + lam * np.eye(d)"),
    ("[X, √λ I_n] [X, √λ I_n]^T", "X @ X.T + lam * np.eye(n)"),
    ("∑_i ∑_j X_ij^2", "np.sum(X**2)"),
    ("∑_{ij} y_i X_ij w_j", "y @ X @ w"),
    ("∑_{i=1}^n i", "n * (n + 1) / 2"),
    ("∑_i δ_ik w_i", "w"),
    ("[λ > 1] λ", "np.where(lam > 1, lam, 0)"),
    ("log(exp(λ))", "lam"),
    ("diag(w) w", "w**2"),
    ("det(λ I_d)", "lam**d"),
    ("w w^T", "np.outer(w, w)"),
    ("-w^T w", "-(w @ w)"),
    ("2^{-1} λ", "lam / 2"),
    ("(X^T X + I)^{-T}", "np.linalg.inv(X.T @ X + np.eye(d)).T"),
    ("(X^T X)^2", "X.T @ X @ X.T @ X"),
]


class Formulas:
    """Formulas of a kind (rows, columns) as pairs: the notation, and NumPy with columns of two axes."""

    def __init__(self, seed):
        self.rng = random.Random(seed)

    def draw(self, kind, depth):
        if kind == (1, 1):
            return self.number(depth)
        rows, columns = kind
        ways = [self.total, self.scaled, self.product, self.turned] if depth else []
        if kind in LETTERS:
            ways += [lambda *_: LETTERS[kind]] * 2
        if rows == columns:
            ways += [self.identity] if not depth else [self.inverse]
        if not ways:
            ways = [self.leaf]
        return self.rng.choice(ways)(kind, depth - 1)

    def leaf(self, kind, _):
        """A product or a transpose of letters that has the kind."""
        rows, columns = kind
        if (columns, rows) in LETTERS:
            text, code = LETTERS[columns, rows]
            return f"{text}{self.rng.choice(['^T', 'ᵀ', '^{T}'])}", f"({code}).T"
        if rows != columns:
            return self.product(kind, 0)
        return self.identity(kind, 0)

    def number(self, depth):
        if not depth:
            return self.rng.choice([("2", "2"), ("λ", "lam"), ("0.5", "0.5"), ("n", "n"), (r"\lambda", "lam")])
        length = self.rng.choice(["n", "d"])
        way = self.rng.randrange(6)
        a, b = (self.draw((1, 1), depth - 1) for _ in range(2))
        v = self.draw((length, 1), depth - 1)
        if way == 0:
            return f"||{v[0]}||^2", f"np.sum(({v[1]})**2)"
        if way == 1:
            return f"({a[0]} + {b[0]})", f"({a[1]} + {b[1]})"
        if way == 2:
            return f"({a[0]} - {b[0]})^2", f"({a[1]} - {b[1]})**2"
        if way == 3:
            return rf"\frac{{{a[0]}}}{{1 + λ}}", f"({a[1]}) / (1 + lam)"
        if way == 4:
            return f"∑_i ({v[0]})_i ({v[0]})_i", f"np.sum(({v[1]})**2)"
        u = self.draw((length, 1), depth - 1)
        return f"({v[0]})^T ({u[0]})", f"({v[1]}).T @ ({u[1]})"

    def total(self, kind, depth):
        sign = self.rng.choice("+-")
        a, b = self.draw(kind, depth), self.draw(kind, depth)
        return f"({a[0]} {sign} ({b[0]}))", f"(({a[1]}) {sign} ({b[1]}))"

    def scaled(self, kind, depth):
        a, v = self.number(min(depth, 1)), self.draw(kind, depth)
        return self.rng.choice([f"({a[0]}) ({v[0]})", f"({a[0]}) * ({v[0]})", f"({v[0]}) ({a[0]})"]), \
            f"(({a[1]}) * ({v[1]}))"

    def product(self, kind, depth):
        inner = self.rng.choice(["n", "d"])
        a, b = self.draw((kind[0], inner), depth), self.draw((inner, kind[1]), depth)
        return f"({a[0]}) ({b[0]})", f"(({a[1]}) @ ({b[1]}))"

    def turned(self, kind, depth):
        a = self.draw(kind[::-1], depth)
        return f"({a[0]})^T", f"({a[1]}).T"

    def identity(self, kind, _):
        return f"λ I_{kind[0]}", f"(lam * np.eye({SIZES[kind[0]]}))"

    def inverse(self, kind, depth):
        A = self.draw(kind, min(depth, 1))
        return f"(({A[0]})^T ({A[0]}) + λ I)^{{-1}}", \
            f"np.linalg.inv(({A[1]}).T @ ({A[1]}) + lam * np.eye({SIZES[kind[0]]}))"


def drawn():
    kinds = itertools.cycle(itertools.product([1, "n", "d"], repeat=2))
    return [Formulas(seed).draw(kind, 1 + seed % 3) for seed, kind in zip(range(DRAWS), kinds, strict=False)]


def test_drawn_formulas_have_numpys_values():
    for text, found in judged([f"{text}\n{code}" for text, code in drawn()]):
        assert found["states"] == ["given", "holds"], (text, found)


def test_another_value_is_noticed():
    for text, found in judged([f"{text}\n({code}) + 1" for text, code in drawn()[::4]]):
        assert (found["word"], found["number"]) == ("wrong", 2), (text, found)


def test_each_construct_has_numpys_value():
    for text, found in judged([f"{text}\n{code}" for text, code in CONSTRUCTS]):
        assert found["states"] == ["given", "holds"], (text, found)
