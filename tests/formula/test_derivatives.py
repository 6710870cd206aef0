"""Derivatives are rows, exact where a complex step can be taken, and good to six digits where it cannot."""

import numpy as np
import pytest

from formula.derivatives import derivative
from formula.errors import FormulaError
from formula.evaluate import Evaluator
from formula.kinds import annotate
from formula.reader import read_expression
from tests.formula.alphabet import LETTERS

INSTANCE = LETTERS.instances(np.random.default_rng(1), 3, {"n": 4, "d": 3})


def value(latex, **indices):
    tree = read_expression(latex, LETTERS)
    annotate(tree, INSTANCE)
    return Evaluator(INSTANCE, {name: np.full((1, 1, 1), float(place)) for name, place in indices.items()})(tree)


def test_of_a_number_is_a_row():
    expected = 2 * (INSTANCE.X @ INSTANCE.w - INSTANCE.y).mT @ INSTANCE.X
    np.testing.assert_allclose(value(r"\frac{dJ}{dw}"), expected, rtol=1e-13)
    np.testing.assert_allclose(value(r"\frac{d\lVert Xw - y \rVert^2}{dw}"), expected, rtol=1e-13)


def test_of_a_column_has_a_row_for_every_output():
    np.testing.assert_allclose(value(r"\frac{d(Xw)}{dw}"), INSTANCE.X, rtol=1e-13)


def test_along_one_entry():
    np.testing.assert_allclose(value(r"\frac{\partial (Xw)_i}{\partial w_j}", i=2, j=3), INSTANCE.X[:, 1:2, 2:3],
                               rtol=1e-13)
    np.testing.assert_allclose(value(r"\frac{\partial \operatorname{tr}(M)}{\partial M_{ij}}", i=2, j=2),
                               np.ones((3, 1, 1)))


def test_with_respect_to_a_number():
    np.testing.assert_allclose(value(r"\frac{df}{dt}"), 3 * INSTANCE.t**2, rtol=1e-13)
    np.testing.assert_allclose(value(r"\frac{d |t - 1|}{dt}"), np.sign(INSTANCE.t - 1))
    np.testing.assert_allclose(value(r"\frac{d(t y)}{dt}"), INSTANCE.y, rtol=1e-13)


def test_where_there_is_no_complex_step_differences_are_taken():
    expected = -(INSTANCE.t**-2) * (np.linalg.pinv(INSTANCE.X) @ INSTANCE.y)
    np.testing.assert_allclose(value(r"\frac{d((t X)^\dagger y)}{dt}"), expected, rtol=1e-6)


@pytest.mark.parametrize("latex", [r"\frac{dJ}{d(2w)}", r"\frac{d}{dw} \frac{d J}{dw} w"])
def test_what_is_no_letter_is_refused(latex):
    with pytest.raises(FormulaError):
        value(latex)


def test_derivative_is_what_the_evaluator_calls():
    tree = read_expression(r"\frac{df}{dt}", LETTERS)
    annotate(tree, INSTANCE)
    assert derivative(tree, Evaluator(INSTANCE, {})).shape == (3, 1, 1)
