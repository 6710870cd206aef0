"""Problem 5 on trial: right answers pass, planted errors are refuted, and every refutation is looked at by hand."""

import numpy as np
import pytest

from hw0.checks import PARTS, check
from hw0.checks.relu_elbow import parts, relu_network
from tests.hw0.checks.answers_to_relu_elbow import RIGHT, WRONG
from tests.hw0.checks.by_hand import right_answer
from tests.hw0.checks.verdicts import on_trial, refereed


def equal(got, want):
    if isinstance(want, str):
        return isinstance(got, str) and got == want
    return np.shape(got) == np.shape(want) and np.allclose(got, want, rtol=1e-9, atol=1e-9, equal_nan=True)


def is_right(part, value, given):
    return equal(value, right_answer(part, given))


def holds(part, where, given):
    if part == "5d":
        z = given["W1"] * given["x"] + given["b"]
        return {"every unit is active": np.all(z > 0),
                "some unit is inactive": np.any(z < 0),
                "some W1_i x + b_i = 0": np.any(z == 0),
                "some new slope is 0": np.any(np.isnan(right_answer(part, given)) & (given["W1"] != 0)),
                "some W1_i = 0": np.any(given["W1"] == 0), "x = 0": given["x"] == 0}[where]
    if part == "5c":
        return {"every W1_i != 0": np.all(given["W1"] != 0), "some W1_i = 0": np.any(given["W1"] == 0)}[where]
    python = where.replace("w x", "w*x").replace(" = ", " == ")
    return eval(python, {}, dict(given))    # our own text, such as "lr*x < w and w != b*x"


@pytest.mark.parametrize("part", ["5b.ii", "5b.iii", "5b.iv"])
def test_the_point_of_5b_is_one_where_the_unit_is_active(part):
    assert all(v["w"] * v["x"] + v["b"] > 0 and v["lr"] > 0 for case in PARTS[part].cases for v in case.instances)


def test_without_its_edge_cases_a_part_takes_an_answer_for_small_steps():
    def for_small_steps(w, b, x, lr):
        return "right" if w > b * x else "left"

    assert check("5b.ii", for_small_steps).word == "incomplete"
    assert not check("5b.ii", for_small_steps)
    assert check("5b.ii", "right").word == "wrong"


def test_the_known_trap_refutes_an_answer_that_is_wrong_nowhere_else():
    trap = {"w": 1.0, "b": 2.0, "x": 1.0, "lr": 0.1}

    def answer(**given):
        return "right" if given == trap else PARTS["5b.ii"].reference(**given)

    verdict = check("5b.ii", answer)
    assert verdict.counterexample == trap
    assert verdict.expected == "left"


@pytest.mark.parametrize(("word", "only_if"), [("right", "w > b*x"), ("left", "w < b*x")])
def test_what_is_said_of_one_word_in_case_ii_holds_also_where_a_step_flips_the_unit(word, only_if):
    said, condition = check("5b.ii", word).diagnosis.split(f", it goes {word} only if ")
    assert condition == f"{only_if}."
    goes = [given for case in PARTS["5b.ii"].cases for given in case.instances
            if right_answer("5b.ii", given) == word]
    small = [holds("5b.ii", said.removeprefix("Where "), given) for given in goes]
    assert [holds("5b.ii", only_if, given) for given in goes] == small


@pytest.mark.parametrize(("part", "rule"), [
    ("5b.iii", lambda w, b, x, lr: "right" if (b + lr) / (w - lr * x) < b / w else "left"),
    ("5b.iii", lambda w, b, x, lr: "right" if (b - lr) / (w - lr * x) < b * w else "left"),
    ("5b.iv", lambda w, b, x, lr: "left" if -(b + lr) / (w - lr * x) < -b / w else "right"),
    ("5b.iv", lambda w, b, x, lr: "left" if -(b - lr) / (w - lr * x) < -b * w else "right"),
    ("5b.iv", lambda w, b, x, lr: "left" if (b - lr) / (w - lr * x) < -b / w else "right"),
])
def test_a_slip_that_shows_only_near_zero_is_found(part, rule):
    assert not check(part, rule)


LINES = [
    ("5a.i", lambda w, b: b / w, "wrong at w=1, b=1: expected -1, got 1. The sign is the other way round."),
    ("5b.ii", "right", "wrong at w=1, b=2, x=1, lr=0.5: expected 'left', got 'right'. "
                       "Where lr*x < w, it goes right only if w > b*x."),
    ("5b.iii", "left", "wrong at w=1, b=2, x=-1, lr=0.5: expected 'right', got 'left'. It is the opposite direction."),
]
TestAnswers = on_trial(RIGHT, WRONG, (*parts.PARTS, *relu_network.PARTS))
TestAnswersRefereed = refereed(RIGHT, is_right, holds, LINES)
