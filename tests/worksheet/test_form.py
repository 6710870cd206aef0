"""The form in a running notebook: the same values, kept in a file that is never spoiled."""

import json

import pytest
from ipywidgets import HTML, Button, Dropdown, HBox, Textarea, ToggleButtons
from ipywidgets import Text as Line

from tests.worksheet.demos import moving_notes, notes, quiz
from worksheet import Statement, Worksheet


def widgets(box, kind):
    """Return all widgets of one kind in a box, in order."""
    found = [box] if type(box) is kind else []
    for child in getattr(box, "children", ()):
        found += widgets(child, kind)
    return found


def kept(folder, name="notes"):
    return json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))["values"]


def test_what_is_typed_is_kept_and_comes_back(tmp_path):
    widgets(notes().widget(tmp_path), Textarea)[0].value = "to <b>see</b> מימין\n"
    assert kept(tmp_path)["aim"] == "to <b>see</b> מימין\n"
    assert widgets(notes().widget(tmp_path), Textarea)[0].value == "to <b>see</b> מימין\n"


def test_the_page_can_import_the_file(tmp_path):
    widgets(notes().widget(tmp_path), Textarea)[0].value = "a"
    assert notes().read((tmp_path / "notes.json").read_text(encoding="utf-8"))["aim"] == "a"


def test_a_number_that_is_none_is_not_kept_and_the_form_says_so(tmp_path):
    sheet = notes()
    box = sheet.widget(tmp_path)
    widgets(box, Line)[0].value = "12"
    widgets(box, Line)[0].value = "12 h"
    assert kept(tmp_path)["hours"] == "12"
    assert "Not kept: Hours: '12 h' is not a number" in sheet._form.said.value


def test_rows_are_added_and_deleted(tmp_path):
    box = notes().widget(tmp_path)
    first = widgets(box, HBox)[0]
    for cell, value in zip(first.children, ["2031-10-07", "2", "45", "a"], strict=False):
        cell.value = value
    more = next(button for button in widgets(box, Button) if button.description == "Add a row")
    more.click()
    widgets(box, HBox)[1].children[3].value = "b"
    assert kept(tmp_path)["log"] == [["2031-10-07", "2", "45", "a"], ["", "", "", "b"]]
    first.children[-1].click()
    assert kept(tmp_path)["log"] == [["", "", "", "b"]]
    assert len(widgets(notes().widget(tmp_path), Dropdown)) == 2  # the row, and an empty one


def test_a_bad_cell_is_not_kept_and_named(tmp_path):
    sheet = notes()
    widgets(sheet.widget(tmp_path), HBox)[0].children[0].value = "tomorrow"
    assert not (tmp_path / "notes.json").exists()
    assert "Not kept: row 1, Day: 'tomorrow' is not a date" in sheet._form.said.value


def test_answers_are_scored_and_move_the_figure(tmp_path):
    sheet = quiz()
    box = sheet.widget(tmp_path)
    score = next(button for button in widgets(box, Button) if button.description == "Score my answers")
    before = sheet.figure.value
    score.click()
    assert "Judge at least one" in sheet._form.said.value
    choices = widgets(box, ToggleButtons)
    for choice, value in zip(choices[:4], ["true", "90", "true", "90"], strict=True):
        choice.value = value
    assert sheet.figure.value == before
    score.click()
    assert sheet._form.said.value.startswith("1 of 2 right.")
    assert {name: n for name, n in sheet.figure.value.items() if n} == {"asked_90": 2, "right_90": 1}
    assert kept(tmp_path, "quiz")["odd"] == "true"


def test_numbers_move_the_figure_as_one_types(tmp_path):
    sheet = moving_notes()
    box = sheet.widget(tmp_path)
    assert sheet.figure.value == {"hours": 7, "spent_1": 8, "spent_2": 9}  # the example, until there is something to count
    widgets(box, Line)[0].value = "12"
    assert sheet.figure.value == {"hours": 12, "spent_1": 0, "spent_2": 0}


def test_a_file_of_something_else_is_left_alone(tmp_path):
    (tmp_path / "notes.json").write_text('{"my": "own"}')
    with pytest.raises(ValueError, match="not a file of a worksheet"):
        notes().widget(tmp_path)
    assert (tmp_path / "notes.json").read_text() == '{"my": "own"}'


def test_an_interrupted_save_leaves_the_old_file(tmp_path, monkeypatch):
    box = notes().widget(tmp_path)
    widgets(box, Textarea)[0].value = "old"
    monkeypatch.setattr("os.replace", lambda *_: (_ for _ in ()).throw(OSError("no power")))
    with pytest.raises(OSError, match="no power"):
        widgets(box, Textarea)[0].value = "new"
    assert kept(tmp_path)["aim"] == "old"


def test_one_worksheet_has_one_form(tmp_path):
    sheet = notes()
    assert sheet.widget(tmp_path) is sheet.widget(tmp_path)


def test_texts_are_shown_and_not_run(tmp_path):
    sheet = Worksheet("a", "<i>A</i>", [Statement("b", "1 < 2 <img>", True, "", ((50, "a guess"),))])
    shown = [part.value for part in widgets(sheet.widget(tmp_path), HTML)]
    assert shown == ["<b>&lt;i&gt;A&lt;/i&gt;</b>", "<span>1 &lt; 2 &lt;img&gt;</span>"]
