"""Relations are true where they are on paper, with no more slack than rounding needs."""

import numpy as np
import pytest

from formula.errors import FormulaError
from formula.judge import Line, judge
from formula.relations import FAR, NEAR, ROUNDING
from tests.formula.alphabet import LETTERS

RNG = np.random.default_rng(0)


def outcome(latex, **line):
    return judge(latex, LETTERS, Line(**line), rng=np.random.default_rng(0)).outcomes[0]


@pytest.mark.parametrize(
    "latex",
    [r"\lVert Xw - y \rVert^2 = (Xw - y)^\top (Xw - y)", r"X^\top (y - y) = 0",
     r"0 \le \lVert w \rVert < \lVert w \rVert + t", r"w \in \mathbb R^d", r"t \neq t + 1",
     r"|y_i| \le \lVert y \rVert", r"w_1 > 0 \iff -w_1 < 0", rf"t \ll {FAR:.0f}0 t",
     rf"t \approx t (1 + {NEAR / 10:.5f})", r"J(w) + \text{const} = J(w) + 3", r"1 \ge t - t \ge \dots \ge 0"],
)
def test_true(latex):
    assert outcome(latex, free="w").holds


@pytest.mark.parametrize(
    "latex",
    [rf"t = t (1 + {3 * ROUNDING:.9f})", r"X^\top (y - 1.0000001 y) = 0", r"\lVert w \rVert \le |w_1|",
     r"w_1 > 0 \iff w_2 < 0", r"t \ll 100 t", r"t + 1 \ge t \ge \dots \ge t + 2", rf"t \approx t (1 + {5 * NEAR})",
     r"J(w) + \text{const} = J(2w) + \text{const}", r"\log(-t) = \log(-t)", r"\frac{t}{t - t} = \frac{1}{t - t}"],
)
def test_false(latex):
    assert not outcome(latex, free="w").holds


def test_an_equivalence_has_to_be_tried_on_both_sides():
    assert not outcome(r"t > 0 \iff t^3 > 0").holds


@pytest.mark.parametrize(("latex", "goes", "true"), [
    (r"\frac{t}{t + \lambda} \to 0", r"\lambda \to \infty", True),
    (r"\frac{t}{t + \lambda} \to 1", r"\lambda \to 0", True),
    (r"\frac{t}{t + \lambda} \to 1", r"\lambda \to \infty", False),
    (r"\lambda \to 0", r"t \to 0", False),
    (r"\frac{t}{t + \lambda} \to 0 \qquad (\lambda \to \infty)", None, True),
    (r"\lim_{\lambda \to 0} \frac{t}{t + \lambda} = 1", None, True),
    (r"\lim_{\lambda \to 0} \frac{t}{t + \lambda} = 2", None, False),
])
def test_limits_are_tried_along_a_sequence(latex, goes, true):
    assert outcome(latex, goes=goes).holds == true


def test_an_inequality_says_how_tight_it_is():
    assert outcome(r"t \le 2t").tight == pytest.approx(0.5)


@pytest.mark.parametrize("latex", [r"t \to 0", r"J(w) = \text{const}", r"w \in t"])
def test_what_is_missing_is_said(latex):
    with pytest.raises(FormulaError):
        outcome(latex)


@pytest.mark.parametrize("latex", [r"y \sim t", r"w \mapsto 2w", r"t \lesssim 2"])
def test_what_is_no_statement_is_called_so(latex):
    assert outcome(latex).kind.startswith("a")
