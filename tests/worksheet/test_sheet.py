"""The Python side of a worksheet: values, files, and what the answers count."""

import json
import re

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from tests import hostile
from tests.worksheet.demos import COLUMNS, LEVELS, notes, quiz
from worksheet import Statement, Table, Text, Worksheet

FILLED = {"aim": "to <b>see</b>\n| it", "doubt": "", "hours": "2.5", "log": [["2031-10-07", "2", "45", 'a "b", c']]}


def file_of(sheet, **changes):
    held = {"format": 1, "worksheet": sheet.name, "values": sheet.empty()}
    held["values"].update(changes)
    return json.dumps(held)


def test_what_is_written_is_read():
    assert notes().read(notes().write(FILLED)) == FILLED


def test_a_file_without_a_value_reads_as_empty():
    assert notes().read('{"format": 1, "worksheet": "notes", "values": {"aim": "a"}}') == {**notes().empty(),
                                                                                           "aim": "a"}


@pytest.mark.parametrize(("text", "message"), [
    ("", "not a file of a worksheet"),
    ("{", "not a file of a worksheet"),
    ("[]", "export one with the button"),
    ('{"format": 2, "worksheet": "notes", "values": {}}', "export one with the button"),
    ('{"format": 1, "worksheet": "quiz", "values": {}}', "the worksheet 'quiz', and 'notes' is wanted"),
    (file_of(notes(), nothing="a"), "no field 'nothing'"),
    (file_of(notes(), aim=3), "aim: must be text"),
    (file_of(notes(), aim="x" * 200_001), "aim: is longer than 200000"),
    (file_of(notes(), hours="three"), "hours: 'three' is not a number from 0 to 50"),
    (file_of(notes(), hours="51"), "hours: '51' is not a number from 0 to 50"),
    (file_of(notes(), log="a"), "log: must be a list of rows"),
    (file_of(notes(), log=["a"]), "log: must be a list of rows"),
    (file_of(notes(), log=[["", "", ""]]), "log: row 1 has 3 cells, not 4"),
    (file_of(notes(), log=[["", "", "", ""], ["", "3", "", ""]]), "log: row 2, Problem: '3' is not one of 1, 2"),
    (file_of(notes(), log=[["7.10.2031", "", "", ""]]), "log: row 1, Day: '7.10.2031' is not a date"),
    (file_of(notes(), log=[["", "", "-5", ""]]), "log: row 1, Minutes: '-5' is not a number"),
])
def test_a_file_that_does_not_fit_is_refused_with_the_place(text, message):
    with pytest.raises(ValueError, match=re.escape(message)):
        notes().read(text)


def test_values_with_a_fault_can_be_opened_and_are_named():
    changes = {"aim": "x" * 200_001, "hours": "51", "log": [["7.10.2031", "1", "-5", ""], ["", "1", "30", ""]]}
    values = notes().opened(file_of(notes(), **changes))
    assert values == {**notes().empty(), **changes}
    assert [fault[:12] for fault in notes().faults(values)] == ["Aim: is long", "Hours: '51' ", "row 1, Day: "]
    assert notes().counts(values) == {"hours": 0, "spent_1": 30, "spent_2": 0}


@pytest.mark.parametrize("changes", [{"aim": 3}, {"log": ["a"]}, {"log": [["", "", ""]]}, {"log": [["", "3", "", ""]]},
                                     {"nothing": "a"}])
def test_what_no_field_could_hold_cannot_be_opened(changes):
    with pytest.raises(ValueError, match=f"{next(iter(changes))}"):
        notes().opened(file_of(notes(), **changes))


def test_a_judgement_is_true_false_or_nothing():
    assert quiz().read(file_of(quiz(), even="true", even_confidence="70"))["even"] == "true"
    for changes in ({"even": "maybe"}, {"even_confidence": "75"}):
        with pytest.raises(ValueError, match="is not one of"):
            quiz().read(file_of(quiz(), **changes))


def test_answers_are_counted_by_confidence():
    values = {**quiz().empty(), "even": "true", "even_confidence": "90", "odd": "true", "odd_confidence": "90",
              "prime": "true"}
    counted = {name: n for name, n in quiz().counts(values).items() if n}
    assert counted == {"asked_90": 2, "right_90": 1}
    assert set(quiz().counts(quiz().empty())) == {f"{kind}_{level}" for kind in ("asked", "right")
                                                  for level, _ in LEVELS}


def test_numbers_and_rows_are_added_up():
    rows = [["", "1", "30", ""], ["", "1", "15.5", ""], ["", "2", "", ""], ["", "", "99", ""]]
    assert notes().counts({**notes().empty(), "hours": "3", "log": rows}) == {"hours": 3, "spent_1": 45.5, "spent_2": 0}


@pytest.mark.parametrize(("fields", "says"), [
    *(([Text(name, "")], "small letters, digits and underscores") for name in ("Aim", "1st", "two words", "a-b", "")),
    ([Statement("even", "", True, "", LEVELS), Text("even_confidence", "")], "two fields are called 'even_conf")])
def test_names_are_plain_and_each_is_of_one_field(fields, says):
    with pytest.raises(ValueError, match=says):
        Worksheet("notes", "Notes", fields)


def test_the_form_in_words_names_every_field():
    assert str(notes()).splitlines() == ["Worksheet: Notes", "- Aim", "- Doubt", "- Hours", "- Log"]
    assert Table("t", "T", COLUMNS).keys == ("t",)


def test_the_page_has_one_group_with_a_name_for_each_statement():
    groups = BeautifulSoup(quiz().html(), "html.parser").select(".worksheet fieldset.ws-statement")
    names = [group.find("legend", recursive=False).get_text() for group in groups]
    assert names == [f"{number}. {field.label}" for number, field in enumerate(quiz().fields, 1)]


@hostile.inputs
@given(data=st.data(), value=hostile.values(("aim", "log", "hours", "values")))
def test_a_file_of_any_form_is_read_or_refused_in_few_words(data, value):
    whole = json.loads(file_of(notes(), aim="a", log=[["2031-10-07", "2", "45", "a"]]))
    place = data.draw(st.sampled_from(list(hostile.places(whole))))
    values, said = None, ""
    try:
        values = notes().opened(json.dumps(hostile.changed(whole, place, value)))
    except ValueError as error:
        said = str(error)
    assert len(said) < 300
    if not said:
        assert set(values) == set(notes().empty())
        notes().faults(values)
        assert notes().opened(notes().write(values)) == values


@pytest.mark.parametrize("text", ["[" * 100_000, '{"a":' * 100_000, "1" * 5000, '"\\ud800"', ""])
def test_a_file_that_is_deep_or_huge_is_refused(text):
    with pytest.raises(ValueError, match="this is not a file of a worksheet"):
        notes().opened(text)
