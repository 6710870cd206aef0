"""The worksheets of chapter 1."""

import numpy as np
import pytest

from hw0 import learning_goals
from hw0.learning_goals.questions import QUESTIONS
from hw0.study_log.summary import PROBLEMS
from hw0.worksheets import learning_goals as sheets

SHEETS = (sheets.goals, sheets.conversation, sheets.reading, sheets.plan, sheets.calibration)


@pytest.mark.parametrize("factory", SHEETS, ids=lambda f: f.__name__)
def test_a_sheet_is_the_same_every_time_and_has_room_to_write(factory):
    assert factory().html() == factory().html()
    assert len(factory().fields) >= 3


@pytest.mark.parametrize("factory", SHEETS, ids=lambda f: f.__name__)
def test_every_field_says_what_is_asked(factory):
    labels = [field.label for field in factory().fields]
    assert all(len(label) > 3 for label in labels) and len(set(labels)) == len(labels)


def test_sheets_have_names_of_their_own():
    names = [factory().name for factory in SHEETS] + [sheets.calibration(again=True).name]
    assert len(set(names)) == len(names)


def test_the_plan_has_a_number_for_each_problem():
    values = {**sheets.plan().empty(), **{f"planned_{p}": p for p in PROBLEMS}}
    assert sheets.plan().counts(values) == {f"planned_{p}": float(p) for p in PROBLEMS}


@pytest.mark.parametrize("seed", range(3))
def test_the_figure_scores_the_counts_as_the_package_scores_the_answers(seed):
    sheet, rng = sheets.calibration(), np.random.default_rng(seed)
    values = {key: rng.choice(("true", "false") if key == field.name else [str(level) for level, _ in field.levels])
              for field in sheet.fields for key in field.keys}  # fmt: skip
    sheet.figure.value = sheet.counts(values)
    counts = {kind: np.array([sheet.figure.value[f"{kind}_{level}"] for level, _ in sheets.LEVELS])
              for kind in ("asked", "right")}
    counted = learning_goals.Tally(np.array(learning_goals.LEVELS), counts["asked"], counts["right"])
    answers = learning_goals.tally(*sheets.answers(sheet, values))
    assert counts["asked"].sum() == len(QUESTIONS)
    np.testing.assert_allclose(learning_goals.brier_score(counted), learning_goals.brier_score(answers))


def test_answers_leave_out_what_was_not_judged():
    sheet = sheets.calibration()
    first, second = sheet.fields[:2]
    values = {**sheet.empty(), first.name: "true", f"{first.name}_confidence": "70", second.name: "true"}
    assert sheets.answers(sheet, values) == ([0.7], [float(QUESTIONS[0].true)])


def test_the_second_check_asks_the_same_and_names_the_first():
    assert sheets.calibration(again=True).fields == sheets.calibration().fields
    assert sheets.calibration(again=True).earlier == sheets.calibration().name
