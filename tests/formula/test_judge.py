"""A display is judged by all that it says, where its assumptions hold and where they do not."""

import numpy as np
import pytest

from formula.display import read_display
from formula.errors import FormulaError
from formula.judge import Line, judge
from tests.formula.alphabet import LETTERS


def judged(latex, line=None, **options):
    return judge(latex, LETTERS, line, rng=np.random.default_rng(0), **options)


def test_every_part_of_a_display_is_a_statement_of_its_own():
    first = r"t = t , \qquad \text{so that} \quad w = w \quad (t > 0, \ \text{dry})"
    second = r"\text{if } t > 1, \text{ then } t > 0 ."
    display = read_display(rf"{first}, \qquad {second}", LETTERS)
    assert [len(statement.conditions) for statement in display.statements] == [0, 1, 1]
    assert display.words == ["so that", "dry", "if", "then"]


def test_boxes_and_braces_are_looked_through():
    assert judged(r"\boxed{\; \underbrace{t + t}_{\text{twice}} = 2t \;} \qquad (t > 0)").holds


def test_one_false_statement_is_enough():
    assert not judged(r"t = t, \qquad t = 2t").holds


def test_a_line_gives_a_letter_another_meaning():
    assert not judged(r"X^\top X w = X^\top y").holds
    assert judged(r"X^\top X w = X^\top y", Line(let={"w": "fit"})).holds
    assert judged("t = 1", Line(let={"t": lambda g: np.ones((1, 1, 1))})).holds


def test_an_assumption_is_kept_inside_and_violated_outside():
    judgement = judged(r"w = (X^\top X)^{-1} X^\top y", Line(let={"w": "fit"}, needs=(r"n \ge d",)), count=10)
    assert judgement.holds
    assert judgement.violations == {r"n \ge d": (10, 10)}


def test_an_assumption_that_is_not_needed_shows():
    assert judged("w = w", Line(needs=(r"n \ge d",)), count=10).violations == {r"n \ge d": (10, 0)}


def test_stated_conditions_select_the_instances():
    outcome = judged(r"|w_1| = w_1 \qquad (w_1 > 0)").outcomes[0]
    assert outcome.holds
    assert outcome.outside == outcome.failed > 0


def test_an_expression_alone_is_completed_by_its_line():
    assert judged("t + t").outcomes[0].kind == "expression"
    assert judged("t + t", Line(completes=("= 2t",))).holds
    with pytest.raises(FormulaError, match="more"):
        judged("t = t", Line(completes=("= 2t",)))


def test_more_instances_are_drawn_until_there_are_enough():
    rare = r"|w_1| = w_1 \qquad (w_1 > 0, w_2 > 0)"
    assert judged(rare, count=10).instances < 20 <= judged(rare, count=10, least=20).instances


def test_kinds_have_to_fit_where_the_assumptions_hold():
    with pytest.raises(FormulaError, match="at character"):
        judged(r"w + y = 0")


@pytest.mark.parametrize("latex", [
    r"\delta_i = 1", r"\boxed t = t", r"\boxed", r"t \iff w", r"t \to 0 \qquad (2 \lambda \to \infty)",
    r"t = t \qquad (w \min \neq 0)", r"X = \begin{bmatrix} X & 0 \\ 0 \end{bmatrix}", r"\begin{bmatrix} \end{bmatrix}",
    r"[t \ge \dots] = 1", r"\max(t, t, t) = t", r"\log(t, 2) = \log t", r"X = I^\dagger", r"w_{ijk} = w_i",
    r"b = 0 0",
])
def test_what_has_no_meaning_is_refused_and_never_passed_over(latex):
    with pytest.raises(FormulaError):
        judged(latex)


def test_values_that_follow_follow_again():
    instance = LETTERS.instances(np.random.default_rng(0), 2, {"n": 3, "d": 2})
    before = instance.fit
    moved = instance.having({"y": 2 * instance.y})
    np.testing.assert_allclose(moved.fit, 2 * before)
    assert instance.applied("f", [np.full((1, 1, 1), 2.0)]).item() == 8
    with pytest.raises(FormulaError, match="no function"):
        instance.applied("w", [])
    with pytest.raises(FormulaError, match="does not have"):
        instance["q"]
