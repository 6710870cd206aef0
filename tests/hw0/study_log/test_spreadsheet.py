"""The log's file after a spreadsheet has had it, and entries from cells of a table."""

import csv
import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hw0 import study_log
from hw0.study_log import HEADER, entry, read
from tests import hostile


@pytest.fixture
def path(tmp_path):
    return tmp_path / "log.csv"


def sitting(**changes):
    return entry(**{"date": "2031-10-07", "problem": "4b", "minutes": 45, **changes})


def test_latex_typed_into_a_spreadsheet_is_no_line_break(path):
    path.write_text(f"{HEADER}\n2031-10-07,4b,45,\\nabla f,\\\\nu,\\n\n", encoding="utf-8")
    assert read(path).entries == (sitting(sources=r"\nabla f", collaborators=r"\\nu", unstuck=r"\n"),)


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1"])
@pytest.mark.parametrize("written", ["ü", "é", "€", "“quoted”", "α", "Á", "naïve café", "😀"])
def test_text_that_a_program_took_for_another_encoding_is_named(path, encoding, written):
    try:
        garbled = written.encode().decode(encoding)
    except UnicodeDecodeError:
        garbled = written.encode().decode("latin-1")
    path.write_bytes(study_log.BOM + f"{HEADER}\n2031-10-07,4b,45,{garbled},,\n2031-10-08,4b,45,{written},,\n".encode())
    log = read(path)
    assert [each.sources for each in log.entries] == [written]
    (fault,) = log.faults
    assert (fault.row, fault.column) == (2, "sources")
    assert "a program took UTF-8 for another encoding" in fault.message
    assert garbled in fault.line
    with pytest.raises(ValueError, match="another encoding"):
        sitting(unstuck=garbled)


def test_rows_and_columns_without_any_text_are_passed_over(path):
    rows = [f"{HEADER},,", "2031-10-07,4b,45,,,,,", ",,,,,", '"","","","","",""', ";;;;;", "  ,  ",
            "2031-10-07,4b,45,,,,,x"]
    path.write_text("\r\n".join(rows), encoding="utf-8")
    log = read(path)
    assert log.entries == (sitting(),)
    assert [str(fault) for fault
            in log.faults] == ["row 7: has 8 cells, not 6 (date,problem,minutes,sources,collaborators,unstuck)."]


class NotATime(datetime.datetime):
    """As pandas has it in an empty cell of dates: a datetime that is not equal to itself, and is its own day."""

    def __eq__(self, _):
        return False

    def __ne__(self, _):
        return True

    __hash__ = datetime.datetime.__hash__

    def date(self):
        return self

    def __str__(self):
        return "NaT"


class NotAvailable:
    """As pandas has it in an empty cell of anything: comparisons are unknown, and unknown is neither true nor false."""

    def __ne__(self, _):
        return self

    def __bool__(self):
        raise TypeError("boolean value of NA is ambiguous")


@pytest.mark.parametrize("missing", [NotATime(2031, 10, 7), NotAvailable(), None, float("nan")])
def test_an_empty_cell_of_a_table_is_told_where_a_value_is_needed_and_empty_where_not(missing):
    assert sitting(sources=missing, unstuck=missing).sources == ""
    for name in ("date", "problem", "minutes"):
        with pytest.raises(ValueError, match=f"^{name}: "):
            sitting(**{name: missing})


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", '=HYPERLINK("http://example.org")', "'=1+1",
                                  "''@", "- a", "=\n=1"])
def test_no_cell_of_a_log_is_a_formula_and_every_text_comes_back(path, text):
    study_log.append(path, sitting(sources=text, unstuck=text))
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert not any(cell.startswith(("=", "+", "-", "@", "\t")) for row in rows for cell in row)
    assert read(path).entries == (sitting(sources=text, unstuck=text),)


@hostile.inputs
@given(raw=st.binary(max_size=60) | st.text(max_size=60).map(lambda text: text.encode(errors="surrogatepass")))
def test_a_file_of_any_bytes_is_read_line_by_line_and_the_entries_in_it_stay(tmp_path_factory, raw):
    path = tmp_path_factory.mktemp("log") / "log.csv"
    study_log.append(path, sitting())
    whole = path.read_bytes()
    path.write_bytes(whole + raw)
    log = read(path)
    assert log.entries[0] == sitting()
    study_log.append(path, sitting(minutes=10))
    assert read(path).entries[-1] == sitting(minutes=10)
    assert path.read_bytes().startswith(whole + raw)


def test_the_header_of_a_second_program_that_began_the_file_at_the_same_time_is_no_fault(path):
    study_log.append(path, sitting())
    path.write_bytes(2 * path.read_bytes())
    assert read(path) == study_log.Log((sitting(), sitting()), ())
