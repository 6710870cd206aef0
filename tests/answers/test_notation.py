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
    ("d/dλ (1/λ)", "-1 / lam**2"), ("d/dλ 1/λ", "-1 / lam**2"), ("d/dw 1/2 w^T w", "w @ np.eye(d)"),
    ("d/dw w^T w/2", "w @ np.eye(d)"), ("∇_w 1/2 (||w||^2 + 1)", "np.eye(d) @ w"),
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
    ("λ^{-2} + λ^-3", "lam**-2.0 + lam**-3.0"),
    ("(X^T X + I)^{-T}", "np.linalg.inv(X.T @ X + np.eye(d)).T"),
    ("(X^T X)^2", "X.T @ X @ X.T @ X"),
    ("|λ - 3|", "abs(lam - 3)"), (r"\lvert λ - 3 \rvert", "abs(lam - 3)"), ("abs(λ - 3)", "abs(lam - 3)"),
    (r"\frac{d λ^2}{dλ}", "2 * lam"), ("d(λ^2)/dλ", "2 * lam"), (r"\frac{d w^T w}{d w_k}", "2 * w"), ("∂(X w)/∂w", "X"),
    ("∇_w ||w||^2", "2 * w"), ("λ²", "lam**2"), ("λ³", "lam**3"), ("X⁺ y", "np.linalg.pinv(X) @ y"),
    ("X^{+} y", "np.linalg.pinv(X) @ y"), ("(X^T X + I)⁻¹ w", "np.linalg.inv(X.T @ X + np.eye(d)) @ w"),
    ("X^⊤ y", "X.T @ y"), ("X^{⊤} y", "X.T @ y"), ("(X^T X + I)^-1 w", "np.linalg.inv(X.T @ X + np.eye(d)) @ w"),
    ("(X^T X + I)^{-⊤} w", "np.linalg.inv(X.T @ X + np.eye(d)).T @ w"), ("[λ < 1] λ", "np.where(lam < 1, lam, 0)"),
    ("[λ = 1]", "1.0 * (lam == 1)"), ("max(λ, 1)", "np.maximum(lam, 1)"), ("min(λ, 1)", "np.minimum(lam, 1)"),
    ("relu(λ - 1)", "np.maximum(lam - 1, 0)"), ("(2 I) (3 I) w", "6 * w"), ("(2 I + 3 I) w", "5 * w"),
    ("(2 I)^{-1} w", "w / 2"), ("I w", "w"), ("I_d w", "w"), ("(λ I)^2 w", "lam**2 * w"), ("(5 I)^T w", "5 * w"),
    ("w^T (2 I) w", "2 * (w @ w)"), ("X (2 I)", "2 * X"), ("0 w", "0 * w"), ("w - 0", "w"), ("0 X w", "0 * y"),
    ("λ^0", "1"), ("(X^T X)^0 w", "w"),
    ("(X^T X + I)^{-2} w", "np.linalg.inv((X.T @ X + np.eye(d)) @ (X.T @ X + np.eye(d))) @ w"), ("√λ √λ", "lam"),
    ("sqrt(λ)", "np.sqrt(lam)"), (r"\sqrt{λ}", "np.sqrt(lam)"), (r"\sqrt λ", "np.sqrt(lam)"),
    ("exp(-λ)", "np.exp(-lam)"), ("ln(λ)", "np.log(lam)"), ("||w||", "np.linalg.norm(w)"),
    ("||w||_2", "np.linalg.norm(w)"), ("∑_{j=1}^{3} j^2", "14"), ("sum_{j=1}^3 j", "6"), ("∑_{i=1}^{d} w_i^2", "w @ w"),
    (r"\sum_{i} w_i^2", "w @ w"), (r"\sum_{i=1}^{n} y_i (X w)_i", "y @ X @ w"), ("λ · 2", "2 * lam"),
    (r"λ \cdot 2", "2 * lam"), (r"λ \times 2", "2 * lam"), ("2 × λ", "2 * lam"), ("λ / 2 + λ / 2", "lam"),
    ("λ ÷ 2", "lam / 2"), ("-λ^2", "-lam**2"), ("(-λ)^2", "lam**2"), ("+λ", "lam"), ("1 - 2 - 3", "-4"),
    ("8 / 2 / 2", "2"), ("2 λ^2", "2 * lam**2"), ("2^{λ}", "2**lam"), ("2^3", "8"), ("λ^{1/2}", "np.sqrt(lam)"),
    ("λ^{-1/2}", "lam**-0.5"), ("trace(X^T X)", "np.sum(X**2)"), ("diag(2 w)", "np.diag(2 * w)"),
    ("det(X^T X + I)", "np.linalg.det(X.T @ X + np.eye(d))"), ("[w^T; w^T]_{2k}", "w"), ("[X, X] [w; w]", "2 * X @ w"),
    ("[X; I] w", "np.concatenate([X @ w, w])"), ("||X||_F", "np.linalg.norm(X)"), ("||X||_{F}^2", "np.sum(X**2)"),
    ("∑_{i,j} X_{ij}^2", "np.sum(X**2)"), ("∑_{i,j} X_{i,j}^2", "np.sum(X**2)"), ("lim_{λ→∞} (λ/(1+λ))", "1"),
    ("lim_{λ→0} ((1 - exp(-λ))/λ)", "1"), ("∂(w^T w)/∂w", "w @ (2 * np.eye(d))"),
    (r"\frac{∂ w^T w}{∂ w}", "w @ (2 * np.eye(d))"), (r"\frac{\partial (w^T w)}{\partial w}", "w @ (2 * np.eye(d))"),
    (r"\frac{∂}{∂w} ||w||^2", "w @ (2 * np.eye(d))"), ("d/d w (w^T w)", "w @ (2 * np.eye(d))"),
    ("ReLU(λ - 1)", "np.maximum(lam - 1, 0)"), ("norm(w)", "np.linalg.norm(w)"), ("Tr(X X^T)", "np.sum(X**2)"),
    (r"\frac12 λ", "lam / 2"), (r"\frac1{2 λ}", "0.5 / lam"), (r"\frac λ2", "lam / 2"), ("1/(2 λ) λ", "0.5"),
    (r"\frac{d}{dλ} \frac12 λ^2", "lam"), (r"\max\{λ, 1\}", "np.maximum(lam, 1)"), ("e^{-λ}", "np.exp(-lam)"),
    ("1_{λ > 1} λ", "np.where(lam > 1, lam, 0)"), (r"\mathbf{1}_{λ > 1}", "1.0 * (lam > 1)"),
    (r"\mathbb{1}[λ > 1]", "1.0 * (lam > 1)"), ("1(λ ≤ 1)", "1.0 * (lam <= 1)"), ("∑ᵢ wᵢ²", "w @ w"),
    ("∑ᵢ ∑ⱼ Xᵢⱼ²", "np.sum(X**2)"), ("y₁", "y[0]"), (r"\(X^{\mathsf T} y\)", "X.T @ y"), ("I_{d×d} w", "w"),
    ("0_{n×d} w", "0 * y"), ("w ⊙ w", "w**2"), (r"X \odot X", "X**2"), ("λ ∘ w", "lam * w"),
    ("w / λ", "w / lam"), ("((λ I) / 2) w", "lam * w / 2"), ("0 / λ", "0.0"), ("(0 w) / λ", "0 * w"),
    ("[λ ≥ 1] λ", "np.where(lam >= 1, lam, 0)"), ("[λ ≠ 1] λ", "np.where(lam != 1, lam, 0)"), ("(2 I)^+ w", "w / 2"),
    ("λ^+", "1 / lam"), ("0^+", "0.0"), ("||λ||", "lam"), ("||λ||_F", "lam"), ("||-2||_F", "2"), ("tr(λ)", "lam"),
    ("det(λ)", "lam"), ("diag(λ)", "lam"), ("diag(X^T X)", "np.sum(X**2, axis=0)"), ("λ_1", "lam"),
    ("∑_{i=1}^d (2 I)_{ii}", "2 * d"), ("∑_{i=1}^d ∑_{j=1}^d (2 I)_{ij}", "2 * d"), ("pinv(λ)", "1 / lam"),
    ("[X, y; 0, 1] [w; 1]", "np.append(X @ w + y, 1)"), ("[λ, 2; 3, λ]_{2,1}", "3"), ("∑_{i=2}^1 w_i", "0.0"),
    ("tr(w w^T)", "w @ w"), ("∂/∂w_1 (w^T w)", "2 * w[0]"), ("∇_λ (λ^2)", "2 * lam"), ("d/dλ (λ w)", "w"),
    ("lim_{λ→∞} (w/(1+1/λ))", "w"), ("[0, 10^{-20}; λ, 0]^{-1} [1; 1]", "np.array([1 / lam, 1e20])"),
    (r"\frac{d \frac{λ^2}{2}}{d λ}", "lam"), (r"\frac{\partial \sqrt{λ}}{\partial λ}", "0.5 / np.sqrt(lam)"),
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
    entries = "w w^T\nnp.outer(w, w).ravel()"  # no matrix
    for text, found in judged([entries, *(f"{text}\n({code}) + 1" for text, code in drawn()[::4])]):
        assert (found["word"], found["number"]) == ("wrong", 2), (text, found)


def test_each_construct_has_numpys_value():
    for text, found in judged([f"{text}\n{code}" for text, code in CONSTRUCTS]):
        assert found["states"] == ["given", "holds"], (text, found)
