"""The log's file: what is written is read, what breaks is named, and nothing is lost."""

import concurrent.futures
import datetime
import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hw0 import study_log
from hw0.study_log import COLUMNS, HEADER, append, entry, example, read, write

FIRST = len(study_log.BOM) + len(HEADER) + 1       # where the first entry begins
NASTY = ["", "a, b", 'she said "no"', "two\nlines", "back\\slash\\n", "\r\n", "מימין לשמאל", "'=1+1", "x" * 10_000, '"',
         ",", "\\",
         r"\nabla f and \n", r"\\nu", "↵", r"a\↵b", "\\\n\\\\↵\n\n↵", "a\rb", "für \u201cα²\u201d, 5 € – naïve"]


@pytest.fixture
def path(tmp_path):
    return tmp_path / "log.csv"


def sitting(**changes):
    return entry(**{"date": "2031-10-07", "problem": "4b", "minutes": 45, **changes})


@pytest.mark.parametrize("text", NASTY, ids=repr)
@pytest.mark.parametrize("column", ["sources", "collaborators", "unstuck"])
def test_every_text_comes_back_as_it_was_typed(path, column, text):
    append(path, sitting(**{column: text}), sitting())
    log = read(path)
    assert log.faults == ()
    assert log.entries == (sitting(**{column: text.replace("\r\n", "\n").replace("\r", "\n")}), sitting())


def test_one_entry_is_one_line_under_a_header(path):
    append(path, sitting(unstuck="a\nb"), study_log.Entry(datetime.date(2031, 10, 7), "4b", 45))
    assert path.read_bytes().startswith(study_log.BOM)      # by which a spreadsheet knows the encoding
    lines = path.read_text(encoding="utf-8-sig").split("\n")
    assert lines[0] == HEADER == ",".join(COLUMNS)
    assert len(lines) == 4
    assert lines[2:] == ['"2031-10-07","4b","45","","",""', ""]


def test_appending_leaves_what_is_there_byte_for_byte(path):
    path.write_bytes(b"\xff\xfe strange, and torn")
    append(path, sitting())
    assert path.read_bytes().startswith(b"\xff\xfe strange, and torn\n")
    assert read(path).entries == (sitting(),)


def test_wherever_a_line_is_torn_it_is_named_and_the_others_are_whole(path):
    append(path, sitting(sources="a", collaborators="b", unstuck="said, and\ndone"))
    whole = path.read_bytes()
    assert whole.count(b'""') == 0  # a doubled mark is torn in the next test
    for kept in range(FIRST + 1, len(whole) - 1):
        path.write_bytes(whole[:kept])
        append(path, sitting(minutes=60))
        log = read(path)
        if whole[:kept].endswith(b'"b",'):
            assert log.entries == (sitting(sources="a", collaborators="b"), sitting(minutes=60))
            continue
        assert log.entries == (sitting(minutes=60),)
        assert [(fault.row, fault.line) for fault in log.faults] == [(2, whole[FIRST:kept].decode(errors="replace"))]


def test_a_tear_at_a_quotation_mark_can_shorten_the_last_text_and_nothing_else(path):
    text = 'said "no", then "yes"'
    append(path, sitting(unstuck=text))
    whole = path.read_bytes()
    for kept in range(FIRST + 1, len(whole) - 1):
        path.write_bytes(whole[:kept])
        append(path, sitting(minutes=60))
        *torn, last = read(path).entries
        assert last == sitting(minutes=60)
        assert all(each._replace(unstuck="") == sitting() and text.startswith(each.unstuck) for each in torn)


def test_a_torn_header_does_not_hide_the_entries(path):
    path.write_text(HEADER[:9], encoding="utf-8")
    append(path, sitting())
    assert read(path).entries == (sitting(),)


def test_quotation_marks_that_nobody_closed_spoil_one_line_only(path):
    append(path, sitting())
    with path.open("a", encoding="utf-8") as file:
        file.write('2031-10-08,4,30,"open,,\n')
    append(path, sitting(minutes=10))
    log = read(path)
    assert log.entries == (sitting(), sitting(minutes=10))
    (fault,) = log.faults
    assert str(fault) == "row 3: breaks off inside quotation marks."


def test_programs_that_append_at_once_lose_nothing(path):
    with concurrent.futures.ProcessPoolExecutor(2) as pool:
        list(pool.map(append, [path] * 40, [sitting(minutes=k + 1) for k in range(40)]))
    log = read(path)
    assert log.faults == ()
    assert sorted(each.minutes for each in log.entries) == list(range(1, 41))


@pytest.mark.parametrize(("line", "message"), [
    ("31.10.2031,4,30,,,",
     "row 2, column date: '31.10.2031' is not a date; write year-month-day, such as 2031-10-07."),
    ("2031-02-30,4,30,,,",
     "row 2, column date: '2031-02-30' is not a date; write year-month-day, such as 2031-10-07."),
    ("2031-10-08,8,30,,,",
     "row 2, column problem: '8' is not a problem of the sheet; write 1 to 7, or a part such as 4b or 5b.ii."),
    ("2031-10-08,4,9O,,,",
     "row 2, column minutes: '9O' is not a whole number from 1 to 1440; write minutes, such as 45."),
    ("2031-10-08,4,0,,,",
     "row 2, column minutes: '0' is not a whole number from 1 to 1440; write minutes, such as 45."),
    ("2031-10-08;4;30;;;", "row 2: has semicolons between its cells; save the file with commas."),
    ('"2031-10-08";"4";"30";"a, b";"";""', "row 2: has semicolons between its cells; save the file with commas."),
    ("2031-10-08,4,30,a;b;c;d;e;f",
     "row 2: has 4 cells, not 6 (date,problem,minutes,sources,collaborators,unstuck)."),
    ('2031-10-08,4,30,"a" b,,',
     "row 2: goes on after a closing quotation mark; inside a text write the mark twice."),
    (f"2031-10-08,4,30,{'x' * 131_073},,", "row 2: holds a text that is too long to be read."),
])
def test_a_bad_value_is_named_with_its_row_and_column(path, line, message):
    path.write_text(f"{HEADER}\n{line}\n2031-10-09,4,20,,,\n", encoding="utf-8")
    log = read(path)
    assert [str(fault) for fault in log.faults] == [message]
    assert log.faults[0].line == line
    assert [each.minutes for each in log.entries] == [20]


def test_a_file_that_a_spreadsheet_saved_is_read(path):
    path.write_bytes(b"\xef\xbb\xbf" + (HEADER + '\r\n2031-10-07,4b,45,"a, b",,\r\n\r\n').encode())
    assert read(path) == study_log.Log((sitting(sources="a, b"),), ())


def test_a_bad_entry_is_refused_before_anything_is_written(path):
    append(path, sitting())
    before = path.read_bytes()
    with pytest.raises(ValueError, match=r"^minutes: -5 is not"):
        append(path, sitting(), study_log.Entry(datetime.date(2031, 10, 7), "4b", -5))
    assert path.read_bytes() == before


def test_writing_replaces_the_file_in_one_step(path, monkeypatch):
    append(path, sitting())
    before = path.read_bytes()

    def fail(*_):
        raise OSError("no power")

    with monkeypatch.context() as patched:
        patched.setattr(os, "replace", fail)
        with pytest.raises(OSError, match="no power"):
            write(path, [sitting(minutes=1)])
    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir()] == ["log.csv"]
    write(path, [sitting(minutes=1)])
    assert read(path).entries == (sitting(minutes=1),)


def test_writing_keeps_who_may_read_the_file_and_a_link_to_it(path):
    append(path, sitting())
    path.chmod(0o600)
    link = path.with_name("link.csv")
    link.symlink_to(path.name)
    write(link, [sitting(minutes=1)])
    assert link.is_symlink()
    assert path.stat().st_mode & 0o777 == 0o600
    assert read(path).entries == read(link).entries == (sitting(minutes=1),)


def test_line_ends_of_an_old_spreadsheet_are_named(path):
    append(path, sitting(), sitting())
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r"))
    (fault,) = read(path).faults
    assert str(fault).startswith("row 1: has a line end inside that is a carriage return alone; save the file")


def test_writing_refuses_to_lose_a_line_that_is_no_entry(path):
    append(path, sitting())
    path.write_bytes(path.read_bytes()[:-4])
    before = path.read_bytes()
    with pytest.raises(ValueError, match=r"log.csv holds a line that is no entry .* row 2: has"):
        write(path, [sitting()])
    assert path.read_bytes() == before


def test_a_full_disk_is_said(path, monkeypatch):
    real = os.write
    monkeypatch.setattr(os, "write", lambda handle, data: real(handle, data[:-5]))
    with pytest.raises(OSError, match="the disk is full"):
        append(path, sitting())
    monkeypatch.undo()
    append(path, sitting(minutes=10))
    assert sitting(minutes=10) in read(path).entries


def test_a_log_that_is_not_there_is_an_error(path):
    with pytest.raises(FileNotFoundError):
        read(path)


def test_the_example_goes_through_a_file(path):
    append(path, *example.ENTRIES)
    assert read(path).entries == example.ENTRIES
    assert "made up" in example.__doc__


def test_a_moment_is_taken_as_its_day(path):
    append(path, sitting(date=datetime.datetime(2031, 10, 7, 12, 30)))
    assert read(path).entries == (sitting(),)


@pytest.mark.parametrize("changes",
                         [{"date": None}, {"sources": "x" * 60_001}, {"unstuck": "a\ufffdb"}, {"unstuck": "\ud83d"}])
def test_what_could_not_be_read_back_is_not_written(path, changes):
    with pytest.raises(ValueError, match=next(iter(changes))):
        sitting(**changes)


def test_half_a_character_is_refused_before_there_is_a_file(path):
    with pytest.raises(ValueError, match="unstuck"):
        append(path, sitting()._replace(unstuck="\ud83d"))
    assert not path.exists()


def test_the_longest_text_comes_back_even_if_it_is_all_line_breaks(path):
    append(path, sitting(sources="\n" * 60_000))
    assert read(path).entries[0].sources == "\n" * 60_000


@pytest.mark.parametrize("empty", [None, float("nan")])
def test_an_empty_cell_of_a_table_is_an_empty_text(empty):
    assert study_log.entry("2031-10-07", "4", 30, empty).sources == ""


@given(text=st.text(st.sampled_from('a\\n↵\n\r",;é '), max_size=12))
def test_marks_and_backslashes_come_back_in_every_order(tmp_path_factory, text):
    path = tmp_path_factory.mktemp("log") / "log.csv"
    append(path, sitting(unstuck=text))
    assert read(path).entries == (sitting(unstuck=text.replace("\r\n", "\n").replace("\r", "\n")),)
