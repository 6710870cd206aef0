"""Problem 5 as the chatbots answered it: their formulas as candidates, and what the referees compute beside them."""

import numpy as np
import pytest

from hw0 import relu_elbow
from hw0.audit import REFEREES
from hw0.audit.relu_elbow import answers as answers
from hw0.audit.relu_elbow import confirmed as confirmed
from hw0.audit.relu_elbow import moves as moves
from hw0.audit.relu_elbow import refuted as refuted
from hw0.audit.relu_elbow.samples import ACTIVE, ANY, II, II_SMALL, III, INACTIVE, IV, NETWORKS
from hw0.relu_elbow import relu_network

UNIT = ("w", "b", "x", "y")


def only(v, *names):
    return {name: v[name] for name in names}


def test_a_condition_that_was_stated_becomes_nan():
    assert answers.quotient(2.0, 1.0) == answers.quotient_if_defined(2.0, 1.0) == -0.5
    with np.errstate(divide="ignore", invalid="ignore"):
        assert np.isnan(answers.quotient_if_defined(np.float64(0.0), 1.0))
        assert np.isinf(answers.quotient(np.float64(0.0), 1.0))


def test_their_gradients_are_those_of_the_book_off_the_kink():
    for v in ANY:
        assert answers.weight_gradient(**only(v, *UNIT)) == pytest.approx(relu_elbow.dloss_dw(*only(v, *UNIT).values()))
        assert answers.bias_gradient(**only(v, *UNIT)) == pytest.approx(relu_elbow.dloss_db(*only(v, *UNIT).values()))


def test_the_rule_of_the_third_answer_holds_for_small_steps_only():
    said, true = ([f(**only(v, "w", "b", "x", "lr")) for v in II_SMALL]
                  for f in (answers.right_if_w_exceeds_bx, confirmed.direction))
    assert said == true
    turned = [v for v in II if v["lr"] * v["x"] > v["w"]]
    assert len(turned) > 20
    assert all(answers.right_if_w_exceeds_bx(**only(v, "w", "b", "x", "lr")) != confirmed.direction(**v)
               for v in turned)


def test_a_division_by_the_slope_loses_a_unit_that_had_none():
    one = {"W1": np.zeros(1), "b": np.ones(1), "W2": np.ones(1), "x": 1.0, "y": 0.0, "lr": 0.5}
    assert answers.moved_elbows_if_defined(**one) == 1.0
    assert np.isnan(answers.divided_by_the_slope(**one))
    for v in NETWORKS:
        np.testing.assert_allclose(answers.divided_by_the_slope(**v), answers.moved_elbows_if_defined(**v), rtol=1e-9)


def test_the_rule_of_the_growing_quotient_is_always_the_wrong_way_round():
    other = {"left": "right", "right": "left"}
    for v in (*II, *III, *IV):
        assert answers.right_if_the_quotient_grows(**only(v, "w", "b", "x", "lr")) == other[confirmed.direction(**v)]


def test_their_moved_elbows_are_those_of_the_book_while_there_are_elbows():
    for v in NETWORKS:
        np.testing.assert_allclose(answers.moved_elbows(**v), relu_network.moved_elbows(**v), rtol=1e-12)


def test_a_difference_quotient_is_exact_for_parabolas():
    assert confirmed.difference_quotient(lambda t: 3 * t**2 - t, 2.0) == pytest.approx(11, rel=1e-9)


def test_bisection_finds_the_elbow():
    assert max(abs(confirmed.switch(**v) - relu_elbow.elbow(v["w"], v["b"])) for v in ANY) < 1e-12


def test_the_slopes_are_the_gradient():
    for v in ANY:
        by_formula = relu_elbow.dloss_dw(*only(v, *UNIT).values()), relu_elbow.dloss_db(*only(v, *UNIT).values())
        np.testing.assert_allclose(confirmed.slopes(**v), by_formula, atol=1e-6)


def test_the_point_under_the_graph_has_residual_one():
    for v in ACTIVE:
        y = confirmed.point_under_the_graph(**v)
        assert confirmed.unit(v["w"], v["b"], v["x"]) - y == pytest.approx(1)


def test_one_step_lowers_an_active_unit_at_its_point_and_leaves_a_sleeping_one():
    assert all(confirmed.lower_at_x(**v) for v in ACTIVE)
    assert not any(confirmed.lower_at_x(**v) for v in INACTIVE)
    assert {confirmed.slope_change(**v) for v in INACTIVE} == {0}
    assert [{confirmed.slope_change(**v) for v in case} for case in (II, III, IV)] == [{-1}, {1}, {-1}]


def test_both_formulas_of_the_move_are_the_law_of_the_book():
    for v in (*II, *III, *IV):
        e, new = relu_elbow.elbow(v["w"], v["b"]), confirmed.new_elbow(**v)
        assert moves.quotient_after(**v) == pytest.approx(new)
        assert moves.difference_formula(**v) == pytest.approx(new - e, abs=1e-9 * max(1, abs(new)))


def test_the_numbers_of_a_step_are_w_b_and_both_elbows():
    np.testing.assert_allclose(moves.numbers_of_a_step(2.0, 1.0, x=1.0, lr=0.5), (1.5, 0.5, -0.5, -1 / 3))


def test_a_step_that_takes_the_slope_takes_the_elbow():
    assert refuted.has_elbow(1.0, 1.0)
    assert not refuted.has_elbow(0.0, 1.0)
    assert not refuted.has_elbow_after(**refuted.SLOPE_LOST)
    assert refuted.has_elbow_after(**refuted.LEFT_IN_II)


def test_ways_on_the_line():
    assert [refuted.way(0.0, end) for end in (1.0, -1.0, 0.0)] == ["right", "left", "stays"]
    assert refuted.passes_the_middle(lr=0.1, w=1.0, b=2.0, x=-1.0)
    assert not refuted.passes_the_middle(lr=2.0, w=1.0, b=1.0, x=-0.5)


@pytest.mark.parametrize(("claim_id", "says", "true"), [
    ("chatgpt-5bii-6", "right", "left"), ("grok-5b-ii-11", "right", "left"), ("chatgpt-5biii-3", "left", "right"),
    ("chatgpt-5bii-14", "right", "left"), ("grok-5b-iii-7", "left", "right"), ("chatgpt-5biii-6", -3 / 7, -0.5),
    ("deepseek-5b-iv-5", 1, 2),
])
def test_the_counterexamples_are_those_of_the_chapter(claim_id, says, true):
    evidence = REFEREES[claim_id]()
    assert evidence.says == pytest.approx(says) if not isinstance(says, str) else evidence.says == says
    assert evidence.true == pytest.approx(true) if not isinstance(true, str) else evidence.true == true
