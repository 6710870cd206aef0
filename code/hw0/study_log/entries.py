"""The study log: entries in a CSV file that survives crashes, spreadsheets and two writers (problem 7).

One entry is one line, whatever was typed: a line break inside a text is written as ↵. So a line that a crash tore, or a
quotation mark that nobody closed, spoils itself and no other line. Reading never drops anything silently: what is not
an entry comes back as a `Fault` with its row and column; only rows without any text are passed over.

The file begins with a byte order mark, by which a spreadsheet knows that it is UTF-8.
"""
import csv
import datetime
import io
import os
import pathlib
import re
from typing import NamedTuple

COLUMNS = ("date", "problem", "minutes", "sources", "collaborators", "unstuck")
HEADER = ",".join(COLUMNS)
PROBLEM = re.compile(r"[1-7](?:[a-h](?:\.(?:i|ii|iii|iv))?)?")
DAY = 24 * 60       # minutes
BOM = b"\xef\xbb\xbf"
# for a line break; one that was typed gets a backslash before it. Other backslashes are LaTeX, and stay
BREAK = "↵"
# with what a formula begins: a spreadsheet would run it, so it gets a mark in front, which is taken away in reading
FORMULA = re.compile(r"^('*[=+\-@\t])")
AS_TEXT = re.compile(r"^'('*[=+\-@\t])")
LONGEST = 60_000    # characters of a text: the csv module reads no longer cells than twice that, and a mark takes two
BLANK = re.compile(r'(?:[ \t,;]|"")*')
UNREADABLE = re.compile("[\ufffd\ud800-\udfff]")      # what stands where bytes were no UTF-8, and halves of characters
IN_CSV = {"unexpected end": "breaks off inside quotation marks.",
          "expected after": "goes on after a closing quotation mark; inside a text write the mark twice.",
          "new-line": "has a line end inside that is a carriage return alone; save the file as CSV UTF-8, one entry in "
                      "a line.",
          "field limit": "holds a text that is too long to be read."}        # by a part of what the csv module says
SEMICOLONS = "has semicolons between its cells; save the file with commas."


class Entry(NamedTuple):
    """One sitting: day, problem or part ("4", "5b.ii"), how long, with what and whom, what got you unstuck.

    >>> sitting = study_log.entry("2031-10-07", "4b", 45)
    >>> Entry(sitting.date, "4c", 30, sources="my notes").minutes
    30
    """

    date: datetime.date
    problem: str
    minutes: int
    sources: str = ""
    collaborators: str = ""
    unstuck: str = ""


class Fault(NamedTuple):
    """A line that is no entry: row as a spreadsheet counts (header: 1), column or "", what is wrong, the line.

    >>> print(Fault(3, "minutes", "'ten' is not a whole number.", "2031-10-07,4b,ten"))
    row 3, column minutes: 'ten' is not a whole number.
    """

    row: int
    column: str
    message: str
    line: str

    def __str__(self):
        where = f"row {self.row}, column {self.column}" if self.column else f"row {self.row}"
        return f"{where}: {self.message}"


class Log(NamedTuple):
    """The entries of a file in its order, and the faults of its other lines.

    >>> len(Log(entries=(study_log.entry("2031-10-07", "4b", 45),), faults=()).entries)
    1
    """

    entries: tuple[Entry, ...]
    faults: tuple[Fault, ...]


def entry(date, problem, minutes, sources="", collaborators="", unstuck=""):
    """Entry of six values, each as it is or as text.

    Raises ValueError for a value that does not fit; the message begins with the column's name.

    >>> study_log.entry("2031-10-07", "4b", "45").minutes
    45
    >>> study_log.entry("2031-10-07", "9", 45)
    Traceback (most recent call last):
        ...
    ValueError: problem: '9' is not a problem of the sheet; write 1 to 7, or a part such as 4b or 5b.ii.
    """
    try:
        if isinstance(date, datetime.datetime):
            date = date.date()
        if not isinstance(date, datetime.date) or _is_missing(date):
            date = datetime.date.fromisoformat(str(date).strip())
    except ValueError:
        raise ValueError(f"date: {date!r} is not a date; write year-month-day, such as 2031-10-07.") from None
    if not PROBLEM.fullmatch(str(problem).strip()):
        raise ValueError(f"problem: {problem!r} is not a problem of the sheet; write 1 to 7, or a part such as 4b or "
                         f"5b.ii.")
    if not re.fullmatch(r"\d{1,4}", str(minutes).strip()) or not 0 < int(minutes) <= DAY:
        raise ValueError(f"minutes: {minutes!r} is not a whole number from 1 to {DAY}; write minutes, such as 45.")
    texts = ["" if _is_missing(text) else str(text) for text in (sources, collaborators, unstuck)]
    for name, text in zip(COLUMNS[3:], texts, strict=True):
        if len(text) > LONGEST or UNREADABLE.search(text):
            raise ValueError(f"{name}: could not be read back; write at most {LONGEST} characters, none of them U+FFFD "
                             f"or half of one.")
        if garbled := _garbled(text):
            raise ValueError(f"{name}: has {garbled[0]!r} where {garbled[1]!r} was written: a program took UTF-8 for "
                             f"another encoding. "
                             "Open the file as UTF-8, or mend the text.")
    return Entry(date, str(problem).strip(), int(minutes), *texts)


def read(path):
    """Log of the file at `path`.  Raises FileNotFoundError if there is none.

    >>> import pathlib, tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = pathlib.Path(folder, "log.csv")
    ...     _ = path.write_text(study_log.HEADER + "\\n2031-10-07,4b,45,,,\\n2031-10-08,4b,ten,,,", encoding="utf-8")
    ...     log = study_log.read(path)
    >>> len(log.entries), log.faults[0].row, log.faults[0].column
    (1, 3, 'minutes')
    """
    entries, faults = [], []
    for row, raw in enumerate(pathlib.Path(path).read_bytes().removeprefix(BOM).split(b"\n"), 1):
        # of two programs that begin a file at once, both write its header
        line = raw.removeprefix(BOM).decode(errors="replace").rstrip("\r")
        if not BLANK.fullmatch(line) and line.replace('"', "").rstrip(",") != HEADER:
            try:
                entries.append(_parsed(line))
            except ValueError as error:
                column, found, message = str(error).partition(": ")
                known = found and column in COLUMNS
                faults.append(Fault(row, column if known else "", message if known else str(error), line))
    return Log(tuple(entries), tuple(faults))


def append(path, *entries):
    """Write entries at the end of the file at `path`, which is made if there is none.

    What is in the file stays, byte by byte; after a torn line the new entries begin on a line of their own. All are
    written by one call at the end of the file, so two programs that append at once do not mix their lines.
    Raises ValueError as `entry`, before anything is written, and OSError if the disk is full.

    >>> import os, tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = os.path.join(folder, "log.csv")
    ...     study_log.append(path, study_log.entry("2031-10-07", "4b", 45), study_log.entry("2031-10-08", "5a", 30))
    ...     [each.problem for each in study_log.read(path).entries]
    ['4b', '5a']
    """
    new = "".join(_line(each) for each in entries).encode()
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0), 0o666)
    try:
        size = os.lseek(handle, 0, os.SEEK_END)
        os.lseek(handle, max(size - 1, 0), os.SEEK_SET)
        before = BOM + HEADER.encode() + b"\n" if size == 0 else b"" if os.read(handle, 1) == b"\n" else b"\n"
        data = before + new
        if os.write(handle, data) < len(data):
            raise OSError(f"{path}: the disk is full; the last line is not complete. Make room and append the entries "
                          f"again.")
        os.fsync(handle)
    finally:
        os.close(handle)


def write(path, entries):
    """Replace the file at `path` by these entries, in one step: who reads meanwhile sees the old file or the new one.

    Who may read and write the file stays as it was, and a link stays a link: the file that it leads to is replaced.
    Raises ValueError as `entry`, and if the file holds lines that are no entries: they would be lost.

    >>> import os, tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = os.path.join(folder, "log.csv")
    ...     study_log.write(path, [study_log.entry("2031-10-07", "4b", 45)])
    ...     study_log.read(path).entries[0].minutes
    45
    """
    path = pathlib.Path(path).resolve()
    text = HEADER + "\n" + "".join(_line(each) for each in entries)
    if path.exists() and (faults := read(path).faults):
        raise ValueError(f"{path.name} holds a line that is no entry and would be lost; mend or delete it first: "
                         f"{faults[0]}")
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with open(part, "wb") as file:
            if path.exists():
                os.chmod(part, path.stat().st_mode & 0o777)
            file.write(BOM + text.encode())
            file.flush()
            os.fsync(file.fileno())
        os.replace(part, path)
    finally:
        part.unlink(missing_ok=True)


def _line(each):
    checked = entry(*each)
    cells = [checked.date.isoformat(), checked.problem, checked.minutes, *map(_one_line, checked[3:])]
    out = io.StringIO()
    # a torn last text lacks its closing mark
    csv.writer(out, lineterminator="\n", quoting=csv.QUOTE_ALL).writerow(cells)
    return out.getvalue()


def _parsed(line):
    if UNREADABLE.search(line):
        raise ValueError("holds characters that are not UTF-8; save the file as CSV UTF-8.")
    try:
        cells = _cells(line, ",")
    except csv.Error as error:
        fault = next((said for part, said in IN_CSV.items() if part in str(error)), f"is no CSV: {error}.")
        raise ValueError(SEMICOLONS if _has_semicolons(line) else fault) from None
    while len(cells) > len(COLUMNS) and not cells[-1]:      # columns that a spreadsheet adds
        del cells[-1]
    if len(cells) != len(COLUMNS):
        raise ValueError(SEMICOLONS if _has_semicolons(line)
                         else f"has {len(cells)} cells, not {len(COLUMNS)} ({HEADER}).")
    return entry(*cells[:3], *map(_many_lines, cells[3:]))


def _cells(line, delimiter):
    (cells,) = csv.reader([line], strict=True, delimiter=delimiter)
    return cells


def _has_semicolons(line):
    """True if semicolons stand where commas belong, as spreadsheets write that have commas in their numbers."""
    try:
        cells = _cells(line, ";")
    except csv.Error:
        return False
    return len(cells) == len(COLUMNS) and "," not in cells[0]


def _one_line(text):
    """The text with breaks as marks: an even number of backslashes before a break, an odd one before a mark."""
    def marked(found):
        return 2 * found[1] + ("\\" if found[2] == BREAK else "") + BREAK
    return FORMULA.sub(r"'\1", re.sub(rf"(\\*)({BREAK}|\r\n|\r|\n)", marked, text))


def _many_lines(text):
    def unmarked(found):
        return found[1][:len(found[1]) // 2] + (BREAK if len(found[1]) % 2 else "\n")
    return re.sub(rf"(\\*){BREAK}", unmarked, AS_TEXT.sub(r"\1", text))


def _is_missing(text):
    """True for None, and for a table's empty cell: NaN differs from itself, NA neither equals nor differs."""
    try:
        return text is None or bool(text != text)
    except TypeError:
        return True


def _garbled(text):
    """(what stands there, what was written) of UTF-8 read as Windows-1252, such as ("Ã¼", "ü"); None without any."""
    for run in re.findall(r"[^\x00-\x7f]{2,}", text):
        for kept in (run[k:k + n] for n in (4, 3, 2) for k in range(len(run))):
            try:
                written = b"".join(_byte(c) for c in kept).decode()
            except UnicodeError:
                continue
            if len(written) == 1:
                return kept, written
    return None


def _byte(character):
    try:
        return character.encode("cp1252")
    except UnicodeEncodeError:
        return character.encode("latin-1")      # the five bytes that Windows-1252 leaves open
