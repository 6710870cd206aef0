"""Numbers, rows, columns and matrices are told apart, and shapes that are written are compared with those of the
factors."""

import numpy as np
import pytest

from formula.errors import FormulaError
from formula.judge import judge
from formula.kinds import annotate
from formula.notes import products
from formula.reader import read_expression
from tests.formula.alphabet import LETTERS

INSTANCE = LETTERS.instances(np.random.default_rng(0), 2, {"n": 7, "d": 3})


def shape(latex):
    tree = read_expression(latex, LETTERS)
    annotate(tree, INSTANCE)
    return tree.shape


@pytest.mark.parametrize(("latex", "expected"), [
    (r"X^\top X", (3, 3)),
    (r"w^\top X^\top", (1, 7)),
    (r"X^\top X + \lambda I", (3, 3)),
    (r"\lambda I_d X^\top", (3, 7)),
    (r"y^\top X w", (1, 1)),
    ("m_i", (7, 1)),
    ("x_i", (3, 1)),
    ("M_{ij}", (1, 1)),
    (r"\frac{dJ}{dw}", (1, 3)),
    (r"\frac{d(Xw)}{dw}", (7, 3)),
    (r"\frac{\partial J}{\partial w_i}", (1, 1)),
    (r"\begin{bmatrix} X \\ \sqrt\lambda I_d \end{bmatrix}", (10, 3)),
    (r"\operatorname{diag}(1/y^2)", (7, 7)),
    ("(y, w)", (10, 1)),
    (r"\sum_i x_i x_i^\top", (3, 3)),
    ("X + b", (7, 3)),
])
def test_shapes(latex, expected):
    assert shape(latex) == expected


@pytest.mark.parametrize(("latex", "message"), [
    (r"y + y^\top", "added"),
    (r"w^\top + \lambda", "added"),
    ("X y", "multiplied"),
    ("X^{-1}", "inverse"),
    ("X = X^\\top", "compared"),
    ("y = w", "compared"),
    ("M_i", "two indices"),
    ("w_5", "no entry 5"),
    (r"\lVert X \rVert", "length"),
    ("y^2", "power"),
    ("1 / y", "denominator"),
    (r"\sum_i t", "how far"),
    ("q", "does not have"),
    ("J(y)", "takes"),
    (r"X + y^\top", "added"),
    (r"\begin{bmatrix} X \\ M \end{bmatrix}", "block"),
    (r"X = I", "square"),
    (r"y \in \mathbb R^d", "compared"),
])
def test_kinds_that_do_not_fit_are_named_with_their_place(latex, message):
    with pytest.raises(FormulaError, match=message) as caught:
        shape(latex)
    assert caught.value.at is not None


def test_free_indices_run_as_far_as_all_that_they_count():
    assert annotate(read_expression("w_i = y_i", LETTERS), INSTANCE) == {"i": 3}


def test_zero_takes_the_shape_that_is_left():
    tree = read_expression(r"\begin{bmatrix} X & 0 \end{bmatrix} = M", LETTERS)
    annotate(tree, INSTANCE)
    assert tree.items[0].rows[0][1].shape == (7, 4)


@pytest.mark.parametrize("latex", [
    r"w = w , \qquad (d,) = (d, 1)",
    r"X^\top X w = X^\top X w , \qquad (d, n)(n, d)(d,) = (d,)",
    r"X w - y = X w - y , \qquad (n, d)(d, 1) - (n, 1) = (n, 1)",
    r"y^\top X = y^\top X , \qquad (1 \times n)(n \times d) = 1 \times d",
    r"\underbrace{X^\top X}_{(d, n)(n, d)} w = X^\top X w",
    r"X\ (n, d), \quad X = X",
])
def test_written_shapes_that_are_those_of_the_factors(latex):
    assert judge(latex, LETTERS, rng=np.random.default_rng(0)).holds


@pytest.mark.parametrize("latex", [
    r"w = w , \qquad (n,) = (n, 1)",
    r"X^\top X w = X^\top X w , \qquad (n, d)(d, n)(n,) = (n,)",
    r"X^\top X w = X^\top X w , \qquad (d, n)(n, d)(d,) = (n,)",
    r"\underbrace{X^\top X}_{(n, d)(d, n)} w = X^\top X w",
    r"X\ (d, n), \quad X = X",
])
def test_written_shapes_that_are_not(latex):
    with pytest.raises(FormulaError):
        judge(latex, LETTERS, rng=np.random.default_rng(0))


def test_factors_of_each_term():
    tree = read_expression(r"2 w^\top X^\top - y^\top", LETTERS)
    annotate(tree, INSTANCE)
    assert products(tree) == [[(1, 3), (3, 7)], [(1, 7)]]
