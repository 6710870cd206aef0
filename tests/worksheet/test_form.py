"""The form in a running notebook: the same values, kept in a file that is never spoiled."""

import json

import pytest
from ipywidgets import HTML, Button, Dropdown, HBox, Textarea, ToggleButtons
from ipywidgets import Text as Line

from tests.worksheet.demos import moving_notes, notes, quiz, sums
from worksheet import Number, Statement, Worksheet


def widgets(box, kind):
    """Return all widgets of one kind in a box, in order."""
    found = [box] if type(box) is kind else []
    for child in getattr(box, "children", ()):
        found += widgets(child, kind)
    return found


def said(sheet):
    """Return the last message of the only form of a worksheet."""
    (form,) = sheet._forms.values()
    return form.said.value


def kept(folder, name="notes"):
    return json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))["values"]


def test_what_is_typed_is_kept_and_comes_back(tmp_path):
    widgets(notes().widget(tmp_path), Textarea)[0].value = "to <b>see</b> מימין\n"
    assert kept(tmp_path)["aim"] == "to <b>see</b> מימין\n"
    assert widgets(notes().widget(tmp_path), Textarea)[0].value == "to <b>see</b> מימין\n"


def test_the_page_can_import_the_file(tmp_path):
    widgets(notes().widget(tmp_path), Textarea)[0].value = "a"
    assert notes().read((tmp_path / "notes.json").read_text(encoding="utf-8"))["aim"] == "a"


FAULTY = [(Textarea, "aim", "x" * 200_001, "Aim: is longer than"),
          (Line, "hours", "12 h", "Hours: '12 h' is not a number")]


@pytest.mark.parametrize(("kind", "key", "value", "message"), FAULTY, ids=["text", "number"])
def test_what_has_a_fault_is_kept_comes_back_and_is_said(tmp_path, kind, key, value, message):
    first, again = notes(), notes()
    widgets(first.widget(tmp_path), kind)[0].value = value
    assert kept(tmp_path)[key] == value
    typed = widgets(again.widget(tmp_path), kind)[0]
    assert typed.value == value
    for sheet in (first, again):
        assert message in said(sheet)
    typed.value = "12"
    assert said(again) == "Saved in notes.json."


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


def test_a_bad_cell_is_named_and_neither_it_nor_another_is_lost(tmp_path):
    sheet = notes()
    cells = widgets(sheet.widget(tmp_path), HBox)[0].children
    cells[0].value, cells[3].value = "tomorrow", "a"
    assert "Kept as you typed it, but row 1, Day: 'tomorrow' is not a date" in said(sheet)
    again = notes()
    assert [cell.value for cell in widgets(again.widget(tmp_path), HBox)[0].children[:4]] == ["tomorrow", "", "", "a"]
    assert "row 1, Day: 'tomorrow' is not a date" in said(again)
    with pytest.raises(ValueError, match="log: row 1, Day: 'tomorrow'"):  # who computes with the values is told
        notes().read((tmp_path / "notes.json").read_text(encoding="utf-8"))


def test_answers_are_scored_and_move_the_figure(tmp_path):
    sheet = quiz()
    box = sheet.widget(tmp_path)
    score = next(button for button in widgets(box, Button) if button.description == "Score my answers")
    assert box.children.index(score) == len(box.children) - 3  # before what is said of it, and the figure
    before = sheet.figure.value
    score.click()
    assert "Judge at least one" in said(sheet)
    choices = widgets(box, ToggleButtons)
    for choice, value in zip(choices[:4], ["true", "90", "true", "90"], strict=True):
        choice.value = value
    assert sheet.figure.value == before
    score.click()
    assert said(sheet).startswith("1 of 2 right.")
    assert {name: n for name, n in sheet.figure.value.items() if n} == {"asked_90": 2, "right_90": 1}
    assert kept(tmp_path, "quiz")["odd"] == "true"


def test_numbers_move_the_figure_as_one_types(tmp_path):
    sheet = moving_notes()
    box = sheet.widget(tmp_path)
    # the example, until there is something to count
    assert sheet.figure.value == {"hours": 7, "spent_1": 8, "spent_2": 9}
    widgets(box, Line)[0].value = "12"
    assert sheet.figure.value == {"hours": 12, "spent_1": 0, "spent_2": 0}
    widgets(box, Line)[0].value = "51"
    assert sheet.figure.value == {"hours": 7, "spent_1": 8, "spent_2": 9}  # 51 is too much and counts as nothing
    sheet.figure.value = {"hours": 20}
    widgets(box, Line)[0].value = ""
    assert sheet.figure.value["hours"] == 20  # moved by hand, and left alone


def test_a_number_without_a_slider_moves_none(tmp_path):
    fields = [Number("hours", "Hours"), Number("days", "Days")]
    sheet = Worksheet("numbers", "Numbers", fields, figure=sums())
    days, hours = reversed(widgets(sheet.widget(tmp_path), Line))
    days.value, hours.value = "3", "5"
    assert sheet.figure.value == {"hours": 5, "spent_1": 0, "spent_2": 0}
    assert kept(tmp_path, "numbers") == {"hours": "5", "days": "3"}


def test_two_forms_keep_their_values_in_one_file(tmp_path):
    one, other = notes(), notes()
    aim, _ = widgets(one.widget(tmp_path), Textarea)
    _, doubt = widgets(other.widget(tmp_path), Textarea)
    aim.value, doubt.value = "from one", "from the other"
    assert kept(tmp_path) == {**notes().empty(), "aim": "from one", "doubt": "from the other"}
    widgets(one.widget(tmp_path), Line)[0].value = "3"
    assert kept(tmp_path)["doubt"] == "from the other"


def test_a_text_that_another_form_wrote_meanwhile_is_set_aside(tmp_path):
    one, other = notes(), notes()
    mine, yours = (widgets(sheet.widget(tmp_path), Textarea)[0] for sheet in (one, other))
    mine.value = "written first"
    yours.value = "written later"
    assert said(other).endswith("the file as it was is kept as notes.1.json.")
    yours.value = "written later still"
    assert said(other) == "Saved in notes.json."
    mine.value = "written first, and more"
    assert [kept(tmp_path, name)["aim"]
            for name in ("notes.1", "notes.2", "notes")] == ["written first", "written later still", mine.value]


def test_a_file_that_became_something_else_is_left_alone_and_that_is_said(tmp_path):
    sheet = notes()
    aim = widgets(sheet.widget(tmp_path), Textarea)[0]
    (tmp_path / "notes.json").write_text("my own")
    aim.value = "a"
    assert (tmp_path / "notes.json").read_text() == "my own"
    assert said(sheet).startswith("Not kept: notes.json: this is not a file of a worksheet")
    (tmp_path / "notes.json").unlink()
    aim.value = "ab"
    assert kept(tmp_path)["aim"] == "ab"


def test_half_a_character_leaves_the_file_as_it_was(tmp_path):
    sheet = notes()
    aim = widgets(sheet.widget(tmp_path), Textarea)[0]
    aim.value = "a"
    aim.value = "a\ud83d"
    assert kept(tmp_path)["aim"] == "a"
    assert said(sheet).startswith("Not kept")
    assert [path.name for path in tmp_path.iterdir()] == ["notes.json"]


def test_a_file_that_is_gone_is_written_again_with_all_that_was_typed(tmp_path):
    aim, doubt = widgets(notes().widget(tmp_path), Textarea)
    aim.value = "a"
    (tmp_path / "notes.json").unlink()
    doubt.value = "b"
    assert kept(tmp_path) == {**notes().empty(), "aim": "a", "doubt": "b"}


def test_a_file_of_something_else_is_left_alone(tmp_path):
    (tmp_path / "notes.json").write_text('{"my": "own"}')
    with pytest.raises(ValueError, match="not a file of a worksheet"):
        notes().widget(tmp_path)
    assert (tmp_path / "notes.json").read_text() == '{"my": "own"}'


def test_an_interrupted_save_leaves_the_old_file_and_is_said(tmp_path, monkeypatch):
    sheet = notes()
    aim = widgets(sheet.widget(tmp_path), Textarea)[0]
    aim.value = "old"
    monkeypatch.setattr("os.replace", lambda *_: (_ for _ in ()).throw(OSError("no power")))
    aim.value = "new"
    assert kept(tmp_path)["aim"] == "old"
    assert said(sheet) == "Not kept: notes.json: no power."


def test_one_worksheet_has_one_form_in_each_folder(tmp_path):
    sheet = notes()
    assert sheet.widget(tmp_path) is sheet.widget(f"{tmp_path}/.")
    (tmp_path / "other").mkdir()
    widgets(sheet.widget(tmp_path / "other"), Textarea)[0].value = "there"
    assert kept(tmp_path / "other")["aim"] == "there"
    assert not (tmp_path / "notes.json").exists()


def test_texts_are_shown_and_not_run(tmp_path):
    sheet = Worksheet("a", "<i>A</i>", [Statement("b", "1 < 2 <img>", True, "", ((50, "a guess"),))])
    shown = [part.value for part in widgets(sheet.widget(tmp_path), HTML)]
    assert shown == ["<b>&lt;i&gt;A&lt;/i&gt;</b>", "<span>1 &lt; 2 &lt;img&gt;</span>"]
