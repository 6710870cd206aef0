"""Every prediction has one right choice, computed, and gives nothing away before it is made."""

import re

import pytest

from hw0.figures import study_log as figures
from hw0.learning_goals import LEVELS, WORDS
from hw0.predictions import PREDICTIONS, gathered, predict
from hw0.predictions.asked import CONFIDENCES
from livefig.formulas import plain
from prediction import Choice, Number
from tests.notebooks.outlines import OUTLINES
from tests.notebooks.rules_of_figures import not_typeset

ALL = PREDICTIONS.values()
CHOICES = [each for each in ALL if isinstance(each, Choice)]


@pytest.mark.parametrize("each", ALL, ids=lambda each: each.part)
def test_exactly_one_choice_is_right_every_time(each):
    assert each.right() == each.right()
    if isinstance(each, Choice):
        assert 2 <= len(each.choices) <= 4
        assert each.right() in each.choices
    else:
        assert isinstance(each, Number)
        assert abs(float(each.right()) - each.outcome()) <= each.within


@pytest.mark.parametrize("each", ALL, ids=lambda each: each.part)
def test_it_asks_one_short_question_and_tells_why(each):
    assert each.asks.count("?") == 1
    assert each.asks.endswith("?")
    assert len(each.asks.split()) <= 30
    assert each.told().endswith(".")
    assert 8 <= len(each.told().split()) <= 70
    assert not re.search(r"[{}]|nan", each.told())
    assert each.told() not in each.asks


@pytest.mark.parametrize("each", ALL, ids=lambda each: each.part)
def test_its_formulas_are_typeset(each):
    texts = [each.asks, each.told(), *getattr(each, "choices", ())]
    assert {text: found for text in texts if (found := not_typeset(text))} == {}
    assert not any("$" in plain(text) for text in texts)


@pytest.mark.parametrize("each", ALL, ids=lambda each: each.part)
def test_what_is_told_depends_on_the_outcome_where_it_has_numbers(each):
    assert "{0" in each.tells or not re.search(r"\d\.\d", each.tells)


def test_the_right_choice_stands_at_no_place_that_one_could_guess():
    places = [list(each.choices).index(each.right()) for each in CHOICES]
    assert all(places.count(place) <= len(CHOICES) / 2 + 1 for place in set(places))


@pytest.mark.parametrize("each", ALL, ids=lambda each: each.part)
def test_confidence_is_stated_in_the_words_of_the_calibration_check(each):
    percents, words = zip(*each.sure, strict=True)
    assert words == WORDS
    assert percents[1:] == tuple(round(100 * level) for level in LEVELS[1:])
    assert percents[0] == (round(100 / len(each.choices)) if isinstance(each, Choice) else 25)
    assert set(percents) <= set(CONFIDENCES)


def test_the_figure_has_a_slider_for_every_confidence_and_room_for_all_predictions():
    inputs = {each["name"]: each for each in figures.predictions().spec["inputs"]}
    assert set(inputs) == {f"{kind}_{level}" for kind in ("asked", "right") for level in gathered().levels}
    assert all(each["max"] >= len(PREDICTIONS) for each in inputs.values())


def test_every_part_of_chapters_2_to_6_asks():
    asked = [part for outline in OUTLINES.values() if outline.steps for part in outline.parts]
    assert list(PREDICTIONS) == asked
    assert len(asked) == 36


def test_a_part_that_asks_for_nothing_is_refused():
    with pytest.raises(ValueError, match="there is no prediction '9z'; there are 2a"):
        predict("9z")
