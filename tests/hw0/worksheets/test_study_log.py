"""The worksheets of chapter 7."""

import datetime

import pytest

from hw0.study_log import Entry, append, read
from hw0.worksheets import learning_goals
from hw0.worksheets import study_log as sheets

ROW = ["2031-10-07", "4", "45", "a; b", "", 'she said "no",\nand left']


def values(*rows):
    return {**sheets.log().empty(), "sittings": [list(row) for row in rows]}


def test_rows_of_the_page_become_entries_and_go_into_the_file(tmp_path):
    entries = sheets.entries(values(ROW, ROW))
    assert entries[0] == Entry(datetime.date(2031, 10, 7), "4", 45, "a; b", "", 'she said "no",\nand left')
    append(tmp_path / "log.csv", *entries)
    assert list(read(tmp_path / "log.csv").entries) == entries


@pytest.mark.parametrize(("row", "message"), [
    (["", *ROW[1:]], "row 2, date: '' is not a date"),
    ([ROW[0], "", *ROW[2:]], "row 2, problem: '' is not a problem"),
    ([*ROW[:2], "12.5", *ROW[3:]], "row 2, minutes: '12.5' is not a whole number"),
])
def test_a_row_that_is_no_entry_is_named(row, message):
    with pytest.raises(ValueError, match=message):
        sheets.entries(values(ROW, row))


@pytest.mark.parametrize("cell", [(0, ""), (1, ""), (2, ""), (2, "0"), (2, "1440"), (2, "1441"), (2, "45.5"),
                                  (2, "5000"), (2, "00045")])
def test_the_form_accepts_what_is_an_entry_and_nothing_else(cell):
    row = [*ROW]
    row[cell[0]] = cell[1]
    held = values(row)
    try:
        minutes = sheets.entries(held)[0].minutes
    except ValueError:
        minutes = 0
    assert bool(sheets.log().faults(held)) == (minutes == 0)
    assert sheets.log().counts(held)["spent_4"] == minutes


def test_more_than_the_figure_can_show_is_said():
    assert sheets.log().faults(values(*3 * [[ROW[0], "3", "1440", "", "",
                                             ""]])) == ["the figure shows 3600 for “3: spent”, and not 4320"]


def test_plan_and_log_move_every_slider_of_the_figure():
    moved = set(sheets.plan().counts(sheets.plan().empty())) | set(sheets.log().counts(values(ROW)))
    assert moved == set(sheets.log().figure.value) == set(sheets.plan().figure.value)
    assert sheets.log().counts(values(ROW, ROW))["spent_4"] == 90


def test_the_plan_is_that_of_chapter_1():
    assert (sheets.plan().name, sheets.plan().fields) == (learning_goals.plan().name, learning_goals.plan().fields)


def test_the_check_is_the_second_one():
    assert sheets.calibration().name == learning_goals.calibration(again=True).name


def test_credits_ask_for_sources_and_people():
    assert [field.name for field in sheets.credits().fields] == ["sources", "checked", "partners", "own"]
