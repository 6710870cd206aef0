"""Which values fit a field."""

import pytest

from tests.worksheet import numbers
from tests.worksheet.demos import LEVELS
from worksheet.fields import LINES, LONGEST, Column, Number, Statement, Table, Text, amount

STATEMENT = Statement("even", "2 is even", True, "It is.", LEVELS)
TABLE = Table("log", "Log", (Column("Day", "date"), Column("Problem", options=("1", "2")), Column("Minutes", "number")))


@pytest.mark.parametrize(("field", "key", "value"), [
    (Text("aim", "Aim"), "aim", "x" * LONGEST),
    (STATEMENT, "even", "false"),
    (STATEMENT, "even_confidence", "100"),
    (TABLE, "log", []),
    (TABLE, "log", [["2031-10-07", "2", "1.5"], ["", "", ""]]),
])
def test_what_can_be_typed_fits(field, key, value):
    assert key in field.keys
    assert field.fault(key, value) is None


@pytest.mark.parametrize("field", [Text("aim", "Aim"), Number("hours", "Hours"), STATEMENT],
                         ids=lambda field: type(field).__name__)
def test_nothing_fits_and_what_is_no_text_does_not(field):
    for key in field.keys:
        assert field.fault(key, "") is None
        assert [field.fault(key, value) for value in (None, 3, ["a"])] == ["must be text"] * 3


@pytest.mark.parametrize("field", [Text("aim", "Aim"), Table("aim", "Log", (Column("Notes"),))],
                         ids=lambda field: type(field).__name__)
def test_a_text_of_so_many_lines_is_taken_from_a_file_and_no_longer_one(field):
    texts = ["a\n" * (LINES - 1) + "a", "a\n" * LINES]
    said = [field.refusal("aim", [[text]] if isinstance(field, Table) else text) for text in texts]
    assert not said[0] and said[1].endswith(f"has more than {LINES} lines")


def test_a_number_is_within_its_bound_and_written_as_a_browser_takes_it():
    field = Number("hours", "Hours", 50)
    assert [field.fault("hours", value) for value in numbers.NUMBERS] == [None] * len(numbers.NUMBERS)
    for value in (*numbers.NO_NUMBERS, *numbers.NO_TEXT_OF_A_NUMBER):
        assert field.fault("hours", value) == f"{value[:40]!r} is not a number from 0 to 50"
        assert field.refusal("hours", value) is None


def test_a_number_that_has_a_fault_counts_as_nothing():
    assert [amount(value, 50) for value in numbers.NUMBERS] == [float(value or 0) for value in numbers.NUMBERS]
    assert not any(amount(value, 50) for value in (*numbers.NO_NUMBERS, *numbers.NO_TEXT_OF_A_NUMBER, "1" * 200_001))


def test_a_date_is_a_day_that_there_is():
    column = Column("Day", "date")
    assert [column.fault(value) for value in numbers.DATES] == [None] * len(numbers.DATES)
    for value in (*numbers.NO_DATES, *numbers.NO_TEXT_OF_A_DATE):
        assert column.fault(value) == f"{value!r} is not a date such as 2031-10-07"
        assert column.refusal(value) is None
    for limited in (column, Column("Notes"), Column("Minutes", "number")):
        assert limited.fault("1" * 200_001) == "is longer than 200000 characters"


@pytest.mark.parametrize(("rows", "message"), [
    ([["2031-10-07", "3", "1"]], "row 1, Problem: '3' is not one of 1, 2"),
    ([["", "", ""], ["7 Oct", "", ""]], "row 2, Day: '7 Oct' is not a date"),
    ([["", "", "", ""]], "row 1 has 4 cells, not 3"),
    ([["", "", None]], "row 1, Minutes: must be text"),
    ({}, "must be a list of rows"),
])
def test_a_fault_in_a_table_has_a_row_and_a_column(rows, message):
    assert TABLE.fault("log", rows).startswith(message)
    assert TABLE.refusal("log", rows) == (None if "date" in message else TABLE.fault("log", rows))
