"""The lines of a derivation: what is read, what is asked about, what is marked, in the words that a reader meets."""

import json
from pathlib import Path

import pytest

from answers import Derivation, box
from answers.site import Site
from tests.answers.demos import PARTS
from tests.answers.parity import in_node
from tests.node import module

ROOT = Path(__file__).resolve().parents[2]

SOLVED = "w = (X^T X + λI)^{-1} X^T y"
RIGHT = [
    SOLVED,
    r"\lVert y - Xw \rVert^2 = (y - Xw)^\top (y - Xw)" "\n" r"w = (X^{\top} X + \lambda I_d)^{-1} X^{\top} y",
    "(X^T X + λI) w = X^T y  # the normal equations\n\nso " + SOLVED,
    "J = ||y - X w||^2\n= (y - X w)^T (y - X w)\n" + SOLVED,
    r"\begin{align*}" "\n(X^T X + λI) w &= X^T y \\\\\n" + SOLVED + "\n" r"\end{align*}",
    "G = X.T @ X + lam * np.eye(d)\nG @ w = X.T @ y\nw = np.linalg.solve(G, X.T @ y)",
    "let G = XᵀX + λI\nG w = Xᵀ y\nw = G⁻¹ Xᵀ y",
    "let r = y - X w\nd/dw (||r||^2 + λ ||w||^2) = -2 r^T X + 2 λ w^T\n" + SOLVED,
    "∇_w (1/2 ||y - X w||^2) = X^T (X w - y)\nX^T (X w - y) + λ w = 0\n" + SOLVED,
    "||y||^2 = sum_{i=1}^n y_i^2 = ∑_i y_i y_i = tr(y y^T)\n" + SOLVED,
    r"\frac{1}{2} w^T w = \tfrac{w^T w}{2} = 1/2 w^T w = ||w||_2^2/2" "\n" + SOLVED,
    "X^T X w + λ w\n= X^T y\n⇒ " + SOLVED,
    "V V^T = I\n[X; √λ I]^T [y; 0_d] = X^T y\n" + SOLVED,
    "w + 0 = w\nw^T = y^T X (X^T X + λ I)^{-T}\n" + SOLVED,
    "y_1 = y_1\n(X w)_i = ∑_j X_ij w_j\n" + SOLVED,
    "0.5 * lam = lam / 2\n" + SOLVED,
    "lim_{λ→∞} ((I + X^T X/λ)^{-1} y_1) = y_1 I\n" + SOLVED,
    r"\lim_{\lambda\to 0} \frac{λ y}{1 + λ} = 0 y" "\n" + SOLVED,
    r"\hat{y} = 2 y" "\nŷ = y + y\ny_hat - ŷ = 0\n" + SOLVED,
    "[1000000, 1; 1, 0.000002]^{-1} [1000000, 1; 1, 0.000002] = I\n" + SOLVED,
]  # fmt: skip
WRONG = [
    ("(X^T X + λI) w = X^T y\nw = (X^T X - λI)^{-1} X^T y", 2, "its sides are"),
    ("||y - Xw||^2\n= y^T y - y^T X w + w^T X^T X w", 2, "the line before is"),
    ("X^T X w + λ w = X^T y\n(X^T X + λ) w = X^T y", 2, "is a factor I missing?"),
    ("X w = X w\nw^T X = y^T", 2, "its sides are"),
    ("w/w = 1", 1, "Nothing can be divided by a column (2, 1): write A^{-1} for an inverse, x_i for an entry."),
    ("w^T w = w w", 1, "in the middle differ"),
    ("[1; 2] ⊙ [1, 2] = w", 1, "A column (2, 1) ⊙ a row (1, 2): sizes differ."),
    ("w = w\n(X^T X + λI) w = y^T X", 2, "A column (2, 1) is set equal to a row (1, 2)."),
    ("let B = X^{-1}\n" + SOLVED, 1, "is not square and has no inverse"),
    ("d/dw (w^T w) = 2 w", 1, "Transpose one of them"),
    ("∇_w (w^T w) = 2 w^T", 1, "the derivative of a number is a row, and its gradient ∇ a column"),
    ("w = (X.T @ X + lam * np.eye(d))**-1 @ X.T @ y", 1, "** is entry by entry in NumPy"),
    ("2 w^T X^T X\n= 2 y^T X - 2 λ w^T", 2, "They are the same where w is what is asked for, but not for every w."),
    ("X.T @ X @ w = X.T @ y", 1, "its sides are"),
    ("w_5 = w_5", 1, "entries are counted from 1"),
    ("w_i = y_i", 1, "its sides are"),
    ("lim_{λ→∞} ((X^T X + λ I)^{-1} X^T y) = w", 1, "its sides are"),
    ("lim_{λ→∞} (λ^2 y) = 0", 1, "There is no limit: this grows without bound."),
    ("det(X) = det(X)", 1, "Det needs a square matrix; this is"),
    ("lim_{λ→0} (X^T X/λ) = X^T X", 1, "There is no limit: this grows without bound."),
    ("[1, 2; 3, 4]_{12} = 2", 1, "An entry of a matrix (2, 2) has two indices, as in A_ij."),
    ("[X, X; X] = X", 1, "Rows of blocks need as many blocks each."),
    ("0^{-1} = 1", 1, "There 0 has no inverse."),
    ("XI = 2 X", 1, "its sides are 2 and 4"),
    ("|y - X w|^2 = ||y - X w||^2", 1, "The argument of | | must be a number; this is a column (2, 1)."),
    ("∑_k w = w", 1, "Nothing tells how far k runs: write sum_{k=1}^n."),
]
UNREAD = [
    ("λ/n w = w", 1, "Does what stands here belong below the line?"),
    ("1/2λ = λ/2", 1, "Does what stands here belong below the line?"),
    ("X' X = X^T X", 1, "Is x' the transpose"),
    ("X*w = y", 1, "* between two arrays"),
    ("w = w\nw = log λ", 2, "What does log reach over?"),
    ("d/dw ||w||^2 + 1 = 1", 1, "Is the whole sum derived?"),
    ("d/dw w/||w|| = w w^T", 1, "Is the whole quotient derived?"),
    ("np.linalg.inv(X^T X) = w", 1, "This line mixes NumPy"),
    ("X w = Y", 1, "Y has no meaning here. Known are X, y, λ, w, n, d and V"),
    ("(X w = y", 1, "Expected ')', found '='."),
    ("||w = y", 1, "it was opened and not closed"),
    ("= w", 1, "has nothing before its ="),
    ("w^x = y", 1, "x has no meaning here"),
    ("let X = y\nX = y", 1, "X has a meaning already"),
    ("let G = X", 1, "say nothing of them yet"),
    ("sum w = 1", 1, "Which index"),
    ("let Xw = y\nXw = y", 2, "X w a product"),
    ("", 1, "Nothing is written here yet."),
    ("w = w\nX.T @ (X @ w", 2, "was never closed"),
    ("let G = X^T X\nG @ w == w", 2, "was introduced in the notation"),
    (r"\mathfrak w = y", 1, r"\mathfrak is not read here"),
    ("np.allclose(X @ w, y)", 1, "write a = b"),
    ("η w = y", 1, "η has no meaning here"),
    ("w ☺ y", 1, "is no sign of the notation"),
    ("w → 0", 1, "Write lim_{λ→∞} (…)"),
    ("lim y = y", 1, "Write lim_{λ→∞} (…)"),
    ("lim_{λ→∞} (1/λ) (λ y) = 0", 1, "Does the limit reach over what follows, too?"),
    ("lim_{λ→∞} w + y = 0", 1, "Does the limit reach over all of this?"),
    ("let y_hat = y\nŷ = Ŷ", 2, "is no sign"),
    ("d/dw = 2 w^T", 1, "What is derived here?"),
    (r"\frac{d}{dw}", 1, "What is derived here?"),
    ("w = w\n∇_w = 0", 2, "What is derived here?"),
    ("w_1 + ... + w_d = 1", 1, "write the sum as ∑_{i=1}^n x_i"),
    ("w_1 + … + w_d = 1", 1, "write the sum as ∑_{i=1}^n x_i"),
    (r"w_1 + \dots + w_d = 1", 1, "write the sum as ∑_{i=1}^n x_i"),
    ("let y_hat = [y; 0]\ny_hat = y_hat", 1, "Of which size is the 0 or the I"),
    ("w = (X^T X)**-1 X^T y", 1, "An inverse is (…)^{-1} on paper, np.linalg.inv(…) in NumPy."),
    ("dλ^2/dλ = 2 λ", 1, "Does what stands here belong below the line?"),
    ("∇_{w} (w^T w) = 2 w", 1, "the letter with respect to which is derived, found '{'"),
    ("tr X^T X = 1", 1, "What does tr reach over?"),
    ("w · w = 1", 1, "* between two arrays"),
    ("λ - -2 = λ", 1, "Expected a letter, a number or a bracket, found '-'."),
    (r"\begin{pmatrix} 1 \end{pmatrix} = w", 1, r"\begin is not read here: write it in plain letters."),
    ("[X, 0; 0, I] = w", 1, "Of which size is the 0 or the I in these blocks?"),
    ("δ_{11} = 1", 1, "has two indices, as in δ_ij"),
    (r"\lim_{λ\to\infty} \frac{1}{λ} w = w", 1, "Does the limit reach over what follows, too?"),
    ("∇(w^T w) = w", 1, "With respect to what? Write ∇_w."),
    ("w^1/2 = w", 1, "Does the fraction belong to the power?"),
    ("∂w = w", 1, "Expected '/ ∂…' after what is derived"),
    ("X w = y, so w = w", 1, "A line is one step"),
    ("y = X w ⇒ w = w", 1, "A line is one step"),
    ("exp(λ, 2) = 1", 1, "Exp has one argument"),
]
BEYOND = [*((f"||w|| {sign} 1", 1, f"Only = is tried here, and '{read}' is not.")
            for sign, read in {"≤": "<=", ">=": ">=", "<": "<", ">": ">", "≠": "!=", "≈": "~"}.items()),
          ("\n".join(["w = w"] * 80), 61, "too many"),
          ("((" * 80 + "w" + "))" * 80, 1, "too deep"), ("||w||_1 = 1", 1, "Of the norms"),
          ("lim_{λ→1} λ = 1", 1, "for λ → ∞ and for λ → 0"),
          ("lim_{λ→0^+} (λ + 1) = 1", 1, "so λ → 0 is from above"),
          ("∑_{i=1}^n ∑_{i>2} w_i = 1", 1, "Below a sum, only i and i=1"),
          ("log(λ - λ) = 1", 1, "This line has no value at any instance here")]
NOT_YET = ["(X^T X + λI) w = X^T y", "w = w", "w", "(X^T X + λI)^{-1} X^T y", "d/dw (w^T w) = 2 w^T"]


def judged(texts):
    """Pairs of a text and what the page says of it as a derivation of the part `least`."""
    asked = {"parts": [PARTS["least"].to_json()], "tries": [("least", text) for text in texts]}
    return zip(texts, in_node("derive.mjs", asked), strict=True)


def test_right_lines_of_all_spellings_are_right():
    for text, found in judged(RIGHT):
        assert found["word"] == "right", (text, found)
        assert found["line"] == "right: every step holds on 8 instances, and the last line is what is asked"


def test_lines_that_are_not_yet_what_is_asked():
    for text, found in judged(NOT_YET):
        assert found["word"] == "incomplete", (text, found)
        said = "there is no step yet" if "given" in found["states"] else "the last line is not yet what is asked"
        assert found["line"].startswith("incomplete: ") and found["line"].endswith(said), (text, found)


@pytest.mark.parametrize("word, cases", [("wrong", WRONG), ("unread", UNREAD), ("beyond", BEYOND)],
                         ids=["wrong", "unread", "beyond"])
def test_each_line_is_told_of_in_words(word, cases):
    for (text, number, said), (_, found) in zip(cases, judged([text for text, *_ in cases]), strict=True):
        assert (found["word"], found["number"]) == (word, number), (text, found)
        assert said in found["line"], (text, found)
        of_all = "They are the same where"
        assert (of_all in found["line"]) == (of_all in said), (text, found)


@pytest.mark.parametrize("text, column", [
    ("w = w\nX.T @ (X w) = w", 10),
    ("w = w\n  so X.T @ (X @ w", 12),
    ("w = w\nX.T @ w = yield", 11),
    ("w = w\nX.T @ w $ y", 9),
])  # fmt: skip
def test_the_place_of_a_fault_in_numpy_is_the_one_in_its_line(text, column):
    [(_, found)] = judged([text])
    assert (found["number"], found["column"]) == (2, column), found


def test_a_derivation_is_data_and_only_some_parts_have_one():
    data = PARTS["least"].to_json()["derivation"]
    assert data == {"unknown": "w", "letters": dict(PARTS["least"].derivation.letters), "every": {}, "truth": False,
                    "formulas": {}, "introduced": [], "aim": "", "ends": ""}
    assert "derivation" not in PARTS["slope"].to_json()
    assert "data-derivation" in box(PARTS["least"]) and "data-derivation" not in box(PARTS["slope"])
    assert Derivation().to_json()["letters"] == {}


def test_the_judge_of_derivations_comes_in_a_script_of_its_own():
    files = Site(PARTS.values()).files
    assert "answers_derivation.js?v=" in files["answers.js"]
    assert "no sign of the notation" in files["answers_derivation.js"]
    assert "no sign of the notation" not in files["answers_engine.js"]


def test_where_the_unknown_has_no_value_a_zero_is_compared_in_the_other_places():
    script = (ROOT / "code" / "answers" / "script").as_uri()
    program = f"""
import {{ agree, withoutGaps }} from '{script}/derivation/forms.js';
import {{ ZERO }} from '{script}/notation/values.js';
import {{ NDArray }} from '{script}/numpy/array.js';
const same = (...forms) => agree(...withoutGaps(...forms), 1e-9), array = (...v) => new NDArray([v.length], v);
console.log(JSON.stringify([same(ZERO, array(NaN, 0)), same(array(0, NaN), ZERO), same(ZERO, array(NaN, 1)),
  same(array(NaN, 2), array(1, 2)), same(array(NaN, 2), array(1, 3)), same(NaN, 4), same(ZERO, array(1, 0))]));
"""
    assert json.loads(module(program)) == [True, True, False, True, False, True, False]
