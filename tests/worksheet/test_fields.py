"""Which values fit a field."""

import pytest

from tests.worksheet.demos import LEVELS
from worksheet.fields import LONGEST, Column, Number, Statement, Table, Text

STATEMENT = Statement("even", "2 is even", True, "It is.", LEVELS)
TABLE = Table("log", "Log", (Column("Day", "date"), Column("Problem", options=("1", "2")), Column("Minutes", "number")))


@pytest.mark.parametrize(
    ("field", "key", "value"),
    [
        (Text("aim", "Aim"), "aim", "x" * LONGEST),
        (Number("hours", "Hours", 50), "hours", "50"),
        (Number("hours", "Hours", 50), "hours", ".5".rjust(3, "0")),
        (STATEMENT, "even", "false"),
        (STATEMENT, "even_confidence", "100"),
        (TABLE, "log", []),
        (TABLE, "log", [["2031-10-07", "2", "1.5"], ["", "", ""]]),
    ],
)
def test_what_can_be_typed_fits(field, key, value):
    assert key in field.keys
    assert field.fault(key, value) is None


@pytest.mark.parametrize("field", [Text("aim", "Aim"), Number("hours", "Hours"), STATEMENT], ids=lambda field: type(field).__name__)
def test_nothing_fits_and_what_is_no_text_does_not(field):
    for key in field.keys:
        assert field.fault(key, "") is None
        assert [field.fault(key, value) for value in (None, 3, ["a"])] == ["must be text"] * 3


@pytest.mark.parametrize("value", ["-1", "1e3", "51", "1,5", "NaN", "Infinity", " 1", "1.", "٣"])
def test_a_number_is_plain_and_within_its_bound(value):
    assert "is not a number from 0 to 50" in Number("hours", "Hours", 50).fault("hours", value)


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ([["2031-10-07", "3", "1"]], "row 1, Problem: '3' is not one of 1, 2"),
        ([["", "", ""], ["7 Oct", "", ""]], "row 2, Day: '7 Oct' is not a date"),
        ([["", "", "", ""]], "row 1 has 4 cells, not 3"),
        ([["", "", None]], "row 1, Minutes: must be text"),
        ({}, "must be a list of rows"),
    ],
)
def test_a_fault_in_a_table_has_a_row_and_a_column(rows, message):
    assert TABLE.fault("log", rows).startswith(message)
