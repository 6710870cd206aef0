"""The live figures of chapter 5: they compute what hw0 computes, and say what is true."""
from fractions import Fraction
from operator import mul

import pytest

from hw0.figures.relu_elbow import (
    FIGURES,
    bend,
    case_i,
    case_ii,
    case_iii,
    case_iv,
    fates_map,
    one_step,
    pivot,
    plane,
    several,
    valley,
)
from tests.hw0.figures.told import assert_true_everywhere, sentences
from tests.livefig.parity import parity


@pytest.mark.parametrize("figure", FIGURES, ids=lambda f: f.__name__)
def test_figure_computes_in_the_page_what_numpy_computes(figure):
    report = parity(figure)
    assert report.texts >= report.states
    # a sentence must have its number
    assert not [text for text in report.dashes if "→" not in text and ":" not in text]


def hundredths(*values):
    """The places of sliders without rounding."""
    return [Fraction(round(100 * value), 100) for value in values]


def bent(w, b):
    return "sleeps left of" if w > 0 else "active to the left of" if w < 0 else "It has no elbow"


def turned(lr, delta, x):
    lr, delta, x = hundredths(lr, delta, x)
    w, b, new = 1, Fraction(1, 2), 1 - lr * delta * x
    return ("Nothing moves" if lr * delta == 0 else "no elbow any more" if new == 0 else "sits on the fixed point"
            if b / w == 1 / x else "crosses to the other side" if new < 0 else "gets steeper" if new > 1 else "shrinks")


def mapped(lr, b, x):
    """Where the unit has w = x."""
    lr, b, x = hundredths(lr, b, x)
    if x * x + b <= 0 or lr == 1 or b == 1:
        return "inactive at x" if x * x + b <= 0 else "the elbow is gone" if lr == 1 else "the elbow stays"
    return "has flipped" if lr > 1 else f"moves {'right' if -(b - lr) / (x - lr * x) > -b / x else 'left'} by"


def stepped(w, b, x, y, lr):
    w, b, x, y, lr = hundredths(w, b, x, y, lr)
    delta = w * x + b - y
    new_w, new_b = w - lr * delta * x, b - lr * delta
    if w * x + b <= 0 or lr * delta == 0:
        return "inactive at x" if w * x + b <= 0 else "Nothing moves"
    if w == 0 or new_w == 0:
        return ("constant before the step and after it" if w == new_w else "its elbow is gone" if w else
                "Before the step the unit is constant")
    return ("turns about no point" if x == 0 else "sits on the fixed point" if b / w == new_b / new_w else
            "flips the unit" if w * new_w < 0 else f"moves {'right' if new_b / new_w < b / w else 'left'} by")


def gathered(w, b, lr, **points):
    w, b, lr = hundredths(w, b, lr)
    x, y = ([*hundredths(*(points[f"{name}{k}"] for k in (1, 2, 3)))] for name in "xy")
    g = [max(w * at + b, 0) - target if w * at + b > 0 else 0 for at, target in zip(x, y, strict=True)]
    awake, whole, lever = sum(w * at + b > 0 for at in x), sum(g), sum(map(mul, g, x))
    if not awake or whole == lever == 0 or lr == 0 or lever == 0:
        return ("sleeps at all three" if not awake else "are both 0" if whole == lever == 0 else "nothing moves"
                if lr == 0 else "turns about no point")
    return ("Before the step the unit is constant" if w == 0 else "its elbow is gone" if w == lr * lever / 3 else
            "sits on the pivot" if b / w == whole / lever else "Active at all three points" if awake == 3 else
            f"Active at {awake} of the three points")


@pytest.mark.parametrize(("figure", "true", "ties"), [
    (bend, bent, [{"w": 0.0, "b": 1.0}]),
    (pivot, turned, [{"lr": 0.0}, {"lr": 1.0, "x": 1.0, "delta": 1.0}, {"x": 2.0, "lr": 0.1}]),
    (plane, mapped, [{"lr": 1.0}, {"b": 1.0}, {"b": -0.25, "x": 0.5}, {"b": -2.25, "x": 1.5}]),
    (one_step, stepped, [
        {"lr": 0.0}, {"w": 1.0, "b": 0.0, "x": 1.0, "y": 0.0, "lr": 1.0},
        {"w": 3.0, "b": 0.9, "x": -0.3},                                    # on the kink
        {"w": -0.9, "b": 0.75, "x": -2.0, "y": 0.05, "lr": 0.18},           # where rounding leaves a slope,
        {"w": -1.0, "b": -0.95, "x": -2.35, "y": 1.4, "lr": 1.1},           # a residual,
        {"w": -0.5, "b": 0.2, "x": -2.5, "y": 0.3, "lr": 0.17},             # or a move
        {"w": 0.0, "b": 1.0, "x": 1.0, "y": 0.0, "lr": 0.5}, {"x": 0.0, "y": 0.0},
        {"w": 0.0, "b": 0.5, "x": 0.0, "y": 0.0},
        {"w": 1.0, "b": 0.5, "x": 2.0, "y": -1.0, "lr": 1.0}, {"w": 1.0, "b": 1.0, "x": 1.0, "y": 1.0, "lr": 0.25}]),
    (several, gathered, [
        {}, {"b": -2.0}, {"lr": 0.0}, {"y1": 0.5, "y2": 1.5, "y3": 2.5}, {"y1": 0.0, "y2": 1.0, "y3": 2.5}, {"w": 0.0},
        {"lr": 1.2}, {"y1": 0.5}, {"w": 1.75, "b": 0.5, "lr": 2.1, "x1": 2.0, "y1": 2.75, "x2": -1.5, "x3": -1.75}]),
], ids=lambda value: getattr(value, "__name__", ""))
def test_what_a_figure_says_is_so_in_exact_arithmetic_wherever_a_reader_moves(figure, true, ties):
    assert_true_everywhere(figure, true, ties)


@pytest.mark.parametrize("figure, at, words", [
    (case_i, {"lr": 2.5}, "Slope and elbow stay"),
    (case_ii, {"b": 0}, "moves right"),
    (case_ii, {"b": 1}, "stays"),
    (case_ii, {"b": 2}, "moves left"),
    (case_ii, {"lr": 1.0}, "its elbow is gone"),
    (case_ii, {"lr": 2.0}, "the unit flips"),
    (case_iii, {"lr": 2.5}, "moves right, from −2.00"),
    (case_iv, {"lr": 2.5}, "moves left, from 2.00"),
    (valley, {}, "Arrows of one colour are parallel. The unit hears 2 of the three points"),
    (valley, {"n": 0}, "No step is taken yet"),
    (valley, {"w": -1.4, "b": 2.1, "n": 0}, "hears 2 of the three"),    # on the kink, where 2.1 - 1.4 * 1.5 is not 0
    (valley, {"w": -1.0, "b": -1.5}, "it is dead"),
    (valley, {"w": -1.0, "b": -1.5, "decay": 0.5}, "the penalty alone"),
    (valley, {"w": -1.0, "b": -1.5, "momentum": 0.5}, "momentum begins at rest"),
    (valley, {"w": -1.0, "b": -1.5, "momentum": 0.5, "decay": 0.5}, "the penalty alone"),
    (valley, {"w": 2.2, "n": 4, "momentum": 0.8}, "on what is left of its velocity."),
    (valley, {"w": 2.2, "n": 4, "momentum": 0.8, "decay": 0.1}, "left of its velocity, and the penalty draws"),
    (valley, {"w": -1.0, "b": -1.5, "leak": 0.1, "n": 1}, "is still felt"),
    (valley, {"w": -1.0, "b": -1.5, "leak": 0.5, "n": 18}, "in full now, and of any other a share 0.5"),
    (valley, {"leak": 0.3, "n": 0}, "hears 2 of the three points in full, and of any other a share 0.3"),
    (valley, {"w": 0.0, "b": -1.0, "decay": 0.5}, "has no w to draw: nothing moves"),
    (valley, {"w": 0.0, "b": 1.4, "decay": 0.6, "n": 5, "lr": 0.4, "x1": -1.8, "y1": -1.0, "x2": -1.9, "y2": -1.0,
              "x3": 1.3, "y3": -1.0}, "the penalty alone draws w"),     # it began at w = 0, and has a slope by now
    (valley, {"leak": 1.0}, "a line without a bend"),
    (valley, {"momentum": 0.5}, "no longer parallel"),
    (fates_map, {}, "more of them drifted off"),
    (fates_map, {"rate": 6}, "more of them were thrown off"),
    (fates_map, {"rate": 7, "width": 4}, "Most runs diverge"),
    (fates_map, {"start": 1}, "before the first step"),
    (fates_map, {"start": 1, "rate": 6, "width": 0}, "more of them were thrown off"),      # most were not born dead
    (fates_map, {"start": 2, "rate": 0, "width": 0}, "as many drifted off as were thrown"),
    (fates_map, {"start": 2, "rate": 0}, "Next to no unit dies"),
])
def test_every_case_is_said_in_words(figure, at, words):
    assert words in sentences(figure, **at)[0]
