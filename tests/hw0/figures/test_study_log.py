"""The figures of chapter 7: their programs against NumPy, and what they say against the log and the scores."""
import numpy as np
import pytest

from hw0 import learning_goals
from hw0.figures import study_log as figures
from hw0.study_log import example, summary
from livefig import words
from livefig.words import written
from tests.hw0.figures.told import assert_true_everywhere
from tests.livefig.parity import parity


@pytest.mark.parametrize("factory", figures.FIGURES, ids=lambda factory: factory.__name__)
def test_the_page_computes_what_numpy_computes(factory):
    parity(factory)


def test_hours_starts_with_the_made_up_log():
    spent = summary.minutes(example.ENTRIES)
    text = str(figures.hours())
    assert f"planned in all: {sum(example.PLANNED.values()):.1f} h" in text
    assert f"spent in all: {sum(spent.values()) / 60:.1f} h" in text
    over = {problem: spent[problem] / 60 - example.PLANNED[problem] for problem in summary.PROBLEMS}
    worst = max(over, key=over.get)
    assert f"Problem {worst} went furthest beyond its plan, by {over[worst]:.2f} hours." in text


def hours(**row):
    planned, spent = (np.array([row[f"{kind}_{k}"] for k in range(1, 8)]) for kind in ("planned", "spent"))
    over = np.round(spent / 60 - planned, 9)
    worst = np.flatnonzero(over == np.max(over))
    by = written(np.max(over), ".2f")
    return ("Nothing is logged yet." if not spent.any() else "Nothing was planned." if not planned.any() else
            "No problem took longer" if np.max(over) <= 0 else
            f"{len(worst)} problems went furthest beyond their plans, each by {by} hours." if len(worst) > 1 else
            f"Problem {worst[0] + 1} went furthest beyond its plan, by {by} hours.")


def test_hours_say_what_is_so_wherever_a_reader_moves():
    each = range(1, 8)
    assert_true_everywhere(figures.hours, hours, [
        {f"planned_{k}": 60.0 for k in each}, {f"planned_{k}": k for k in each} | {f"spent_{k}": 60 * k for k in each},
        {f"spent_{k}": 0 for k in each}, {f"planned_{k}": 0.0 for k in each},
        {"planned_1": 0.5, "spent_1": 650, "planned_2": 9.5, "spent_2": 1190}])


def test_bars_beyond_the_picture_say_their_hours_and_no_other_does():
    marks = figures.hours(at={"planned_4": 40.0, "spent_4": 3600, "spent_6": 750}).spec["panels"][0]["marks"]
    shown = [words.say(mark["text"]) for mark in marks if mark["type"] == "text" and np.isfinite(mark["y"].value).all()]
    assert shown == ["40", "60", "12.5"]
    heads = [int(np.isfinite(mark["y"].value).sum()) for mark in marks if mark["type"] == "point"]
    assert heads == [1, 2]


def test_every_problem_has_its_number_below():
    assert [label for _, label in figures.hours().spec["panels"][0]["xticks"]] == list(summary.PROBLEMS)


def test_a_bar_longer_than_the_picture_ends_at_its_edge():
    fig = figures.hours(at={"spent_6": 3600})
    tops = [np.max(mark["y1"].value) for mark in fig.spec["panels"][0]["marks"] if mark["type"] == "area"]
    assert max(tops) == figures.hours().spec["panels"][0]["ylim"][1] == 12
    assert "by 52.00 hours" in str(fig)


def test_predictions_say_the_scores_of_their_counts():
    counts = {0.25: (4, 1), 0.33: (3, 0), 0.7: (5, 3), 1.0: (2, 1)}
    at = dict.fromkeys(figures.predictions().value, 0)
    for level, (asked, right) in counts.items():
        at |= {f"asked_{level:.0%}".rstrip("%"): asked, f"right_{level:.0%}".rstrip("%"): right}
    levels, pairs = np.array(list(counts)), np.array(list(counts.values()), float)
    answers = learning_goals.Tally(levels, *pairs.T)
    text = str(figures.predictions(at=at))
    assert f"Brier score: {learning_goals.brier_score(answers):.3f}" in text
    assert "36%" in text
