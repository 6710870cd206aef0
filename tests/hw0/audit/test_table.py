"""A table reads the same as text and as HTML, and no cell can break either."""

import xml.etree.ElementTree as ET

import pytest

from hw0.audit.table import Table

TABLE = Table("Words & numbers", ("part", "the answer", "count"), (("2a", "x < y & z", 3), ("5b.iii", "right", 12)))


def test_text_has_a_caption_and_columns_that_line_up():
    assert repr(TABLE).splitlines() == ["Words & numbers", "part    the answer  count", "2a      x < y & z   3",
                                        "5b.iii  right       12"]


def test_html_has_a_caption_headings_and_the_cells_as_text():
    table = ET.fromstring(TABLE._repr_html_())
    assert table.findtext("caption") == "Words & numbers"
    assert [cell.text for cell in table.iterfind("thead/tr/th[@scope='col']")] == list(TABLE.headings)
    rows = [[cell.text for cell in row] for row in table.iterfind("tbody/tr")]
    assert rows == [["2a", "x < y & z", "3"], ["5b.iii", "right", "12"]]
    assert [row[0].get("scope") for row in table.iterfind("tbody/tr")] == ["row", "row"]


def test_a_table_without_rows_still_has_its_headings():
    empty = Table("Nothing", ("part", "count"), ())
    assert repr(empty).splitlines() == ["Nothing", "part  count"]
    assert ET.fromstring(empty._repr_html_()).find("tbody") is not None


def test_a_row_that_does_not_fit_the_headings_is_refused():
    with pytest.raises(ValueError, match="zip"):
        repr(Table("Torn", ("part", "count"), (("2a",),)))
