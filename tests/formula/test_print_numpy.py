"""The printed NumPy is what a student would write, and has the values of the formula."""

import numpy as np
import pytest

from formula.judge import Line
from formula.kinds import annotate
from formula.numpy_code import codes
from formula.print_numpy import Printer, spelled
from formula.reader import read_expression
from formula.values import derivative, namespace, plain
from tests.formula.alphabet import LETTERS

REGIME = {"n": 7, "d": 3}
INSTANCE = LETTERS.instances(np.random.default_rng(0), 2, REGIME)


def printed(latex):
    tree = read_expression(latex, LETTERS)
    annotate(tree, INSTANCE)
    return Printer(LETTERS, REGIME)(tree)


@pytest.mark.parametrize(("latex", "code"), [
    (r"X^\top X + \lambda I", "X.T @ X + lam * np.eye(d)"),
    (r"(X^\top X + \lambda I)^{-1} X^\top y", "np.linalg.solve(X.T @ X + lam * np.eye(d), X.T @ y)"),
    (r"X^\top (X X^\top + \lambda I_n)^{-1} y", "X.T @ np.linalg.solve(X @ X.T + lam * np.eye(n), y)"),
    (r"X^\top (X X^\top + \lambda I_n)^{-1}", "X.T @ np.linalg.inv(X @ X.T + lam * np.eye(n))"),
    (r"y w^\top", "np.outer(y, w)"),
    (r"y y^\top X", "np.outer(y, y) @ X"),
    (r"y^\top X w", "y @ X @ w"),
    (r"\lVert y \rVert^2 + \lVert Xw - y \rVert^2", "y @ y + np.sum((X @ w - y) ** 2)"),
    (r"\lVert w \rVert", "np.linalg.norm(w)"),
    (r"\sum_i w_i y_i", "sum(w[i] * y[i] for i in range(d))"),
    (r"\sum_i y_i z_i^2", "np.sum(y * z**2)"),
    (r"\sum_j M_{ij} y_j", "np.sum(M[i] * y)"),
    (r"\sum_i x_i x_i^\top", "sum(np.outer(X[i], X[i]) for i in range(n))"),
    (r"\sum_{i \neq 2} y_i", "sum(y[i] for i in range(n) if i != 1)"),
    (r"\sum_{i > d} y_i", "sum(y[i] for i in range(d, n))"),
    ("m_2", "M[:, 1]"),
    ("(My)_3", "(M @ y)[2]"),
    (r"\frac12 t (t + 1)", "1 / 2 * t * (t + 1)"),
    ("-(t - 1)", "-(t - 1)"),
    ("t - (t + 1)", "t - (t + 1)"),
    ("w'", "w_new"),
    (r"\frac{dJ}{dw}", "derivative(J, w)"),
    (r"\frac{\partial (Xw)_i}{\partial w_j}", "derivative(lambda w: (X @ w)[i], w)[j]"),
    (r"\begin{bmatrix} X \\ \sqrt\lambda I_d \end{bmatrix}", "np.vstack([X, np.sqrt(lam) * np.eye(d)])"),
    (r"\begin{bmatrix} y \\ 0_d \end{bmatrix}", "np.concatenate([y, np.zeros(d)])"),
    (r"\begin{cases} t & \text{if } w_1 > 0, \\ 0 & \text{otherwise} \end{cases}", "np.where(w[0] > 0, t, 0)"),
    (r"[\,i = j\,] t", "(i == j) * t"),
    (r"\max(0, y)", "np.maximum(0, y)"),
    (r"(X^\top)^\top", "X"),
])
def test_code(latex, code):
    assert printed(latex) == code


@pytest.mark.parametrize(
    "latex",
    [r"w = (X^\top X + \lambda I)^{-1} X^\top y", r"\frac{d}{dw} \lVert Xw - y \rVert^2 = w^\top",
     r"\sum_i \sum_j y_i M_{ij} z_j = y^\top M z", r"t / (2 \lambda) - (t - \lambda)^2 / t = -t^{-2}",
     r"w_i = x_j^\top w", r"f(t) + f(2t) = t \cdot \lim_{t \to 0} (t + \lambda)", r"0 = X^\top (y - z)",
     r"t^{1/3} = e^{-t/2} + |t| \log t"],
)
def test_code_has_the_values_of_the_formula(latex):
    for code in codes(latex, LETTERS, Line(), rng=np.random.default_rng(0)):
        assert code.agrees, code.sides
        assert code.lines


@pytest.mark.parametrize(("latex", "lines"), [
    (r"t \neq t + 1", ["t != t + 1"]), (r"t \le 2 t", ["t <= 2 * t"]),
    (r"2 t \ge t = t", ["2 * t >= t", "np.allclose(2 * t, t)"]), ("t < 2 t", ["t < 2 * t"]),
    (r"t + \lambda = \lambda + t", ["np.allclose(t + lam, lam + t)"])])
def test_a_relation_is_written_as_a_student_would(latex, lines):
    (code,) = codes(latex, LETTERS, Line(), rng=np.random.default_rng(0))
    assert code.lines == lines


def test_a_value_that_differs_is_noticed():
    (code,) = codes("w = 2 w", LETTERS, Line(), rng=np.random.default_rng(0))
    assert code.lines == ["w = 2 * w"]
    text, found, given = code.sides[1]
    code.sides[1] = (text, found, given + 1e-3)
    assert not code.agrees


def test_vectors_have_one_dimension_and_whole_numbers_are_whole():
    assert plain(np.ones((3, 1))).shape == plain(np.ones((1, 3))).shape == (3,)
    assert isinstance(plain(np.array([[2.0]])), int)
    names = namespace(read_expression("X w + J(w)", LETTERS), INSTANCE, 1)
    assert names["w"].shape == (3,) and names["J"](names["w"]) == pytest.approx(INSTANCE.J[1, 0, 0])


def test_the_derivative_of_the_code_is_a_row_or_a_jacobian():
    A = np.arange(6.0).reshape(2, 3)
    np.testing.assert_allclose(derivative(lambda x: A @ x, np.ones(3)), A)
    np.testing.assert_allclose(derivative(lambda x: x @ x, np.ones(3)), 2 * np.ones(3))
    assert derivative(lambda t: t**3, 2.0) == pytest.approx(12)


def test_names_of_python_are_no_letters():
    assert (spelled("lambda", LETTERS) == "lam" and spelled("in", LETTERS) == "in_"
            and spelled("p(w|y)", LETTERS) == "p_w_y")
