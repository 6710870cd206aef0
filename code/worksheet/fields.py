"""What a reader can fill in. Every value is text, as it was typed; that of a table is a list of rows of text.

`fault` says what is wrong with a value: it is kept all the same, and counts for nothing. `refusal` says why a value can
be none of this field, so that no control could show it. script/fields.js does the same on the page, by the same rules
and in the same words.
"""

import datetime
import re
from itertools import chain
from typing import NamedTuple

NAME = re.compile(r"[a-z][a-z0-9_]*")
NUMBER = re.compile(r"(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")  # as a browser takes it, but for a sign
LONGEST = 200_000  # characters; far more than anybody types, far less than a browser keeps
MOST = 100_000  # in a table
ROWS = 2000  # of a table; more are no log, and would hold up the page
LINES = 2000  # of a text that is taken from a file: a browser lays out 20,000 in twenty seconds


class Text(NamedTuple):
    """Room to write.

    >>> aim = Text("aim", "What do you want to be able to do?")
    >>> aim.keys, aim.fault("aim", "Explain ridge to a friend."), aim.refusal("aim", 3)
    (('aim',), None, 'must be text')
    """

    name: str
    label: str
    lines: int = 4

    @property
    def keys(self):
        """The names of its values."""
        return (self.name,)

    def refusal(self, key, value):
        """Return why a value can be none of this field, or None."""
        return _not_text(value) or _too_many_lines(value)

    def fault(self, key, value):
        """Return what is wrong with a value, or None."""
        return _not_text(value) or _too_long(value)


class Number(NamedTuple):
    """A whole or broken number that is not negative; moves the slider of its name, if there is one.

    >>> hours = Number("hours", "Hours a week", most=40)
    >>> hours.keys, hours.fault("hours", "12.5"), hours.fault("hours", "many")
    (('hours',), None, "'many' is not a number from 0 to 40")
    >>> hours.refusal("hours", "many") is None
    True
    """

    name: str
    label: str
    most: int = 100

    @property
    def keys(self):
        """The names of its values."""
        return (self.name,)

    def refusal(self, key, value):
        """Return why a value can be none of this field, or None."""
        return _not_text(value)

    def fault(self, key, value):
        """Return what is wrong with a value, or None."""
        return _not_text(value) or _too_long(value) or _not_number(value, self.most)


class Statement(NamedTuple):
    """A sentence to judge, with a confidence in percent; moves the sliders asked_<percent> and right_<percent>.

    levels: ((50, "a guess"), ...), the confidences to choose from.
    html: the label and the reason as they are shown, where plain text is not enough for their formulas.
    of: of what it speaks, for the page, which may say what its letters mean there.

    >>> levels = ((50, "a guess"), (90, "sure"))
    >>> sun = Statement("sun", "The sun rises in the west.", False, "It rises in the east.", levels)
    >>> sun.keys, sun.fault("sun", "false"), sun.refusal("sun_confidence", "70")
    (('sun', 'sun_confidence'), None, "'70' is not one of 50, 90")
    """

    name: str
    label: str
    true: bool
    why: str
    levels: tuple
    html: tuple = ("", "")
    of: str | None = None

    @property
    def keys(self):
        """The names of its values: the judgement, and the confidence."""
        return (self.name, f"{self.name}_confidence")

    def refusal(self, key, value):
        """Return why a value can be none of this field, or None."""
        options = ("true", "false") if key == self.name else tuple(str(level) for level, _ in self.levels)
        return _not_text(value) or _not_one_of(value, options)

    def fault(self, key, value):
        """Return what is wrong with a value, or None."""
        return self.refusal(key, value)


class Column(NamedTuple):
    """A column of a table: kind is "text", "date" or "number"; options, if there are any, are to choose from.

    least, most, whole: of numbers. needed: a row that is begun does not count until it has a value here.

    >>> minutes = Column("minutes", kind="number", least=1, most=600, whole=True)
    >>> minutes.fault("45"), minutes.fault("0"), minutes.refusal("0")
    (None, "'0' is not a whole number from 1 to 600", None)
    """

    label: str
    kind: str = "text"
    options: tuple = ()
    least: int = 0
    most: int = MOST
    whole: bool = False
    needed: bool = False

    def refusal(self, value):
        """Return why a value can be none of this column, or None."""
        return _not_text(value) or (_not_one_of(value, self.options) if self.options else _too_many_lines(value))

    def fault(self, value):
        """Return what is wrong with a value, or None."""
        if found := self.refusal(value) or _too_long(value):
            return found
        if self.kind == "number":
            return _not_number(value, self.most, self.least, self.whole)
        return _not_date(value) if self.kind == "date" else None


class Table(NamedTuple):
    """Rows that the reader adds.

    sums: (column of numbers, column of options, prefix), or nothing: the sum of the numbers moves the slider
    <prefix><option>. A row that has a fault, or lacks what is needed, counts for nothing.

    >>> log = Table("log", "Your week", (Column("day"), Column("minutes", kind="number")), sums=(1, 0, "spent_"))
    >>> rows = [["Mon", "45"], ["Mon", "30"], ["Tue", "some"]]
    >>> log.keys, log.total(rows, "Mon"), log.refusal("log", rows)
    (('log',), 75.0, None)
    >>> log.fault("log", rows)
    "row 3, minutes: 'some' is not a number from 0 to 100000"
    """

    name: str
    label: str
    columns: tuple[Column, ...]
    sums: tuple = ()

    @property
    def keys(self):
        """The names of its values."""
        return (self.name,)

    def refusal(self, key, rows):
        """Return why rows can be none of this table, or None; names the row and the column."""
        if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
            return "must be a list of rows"
        if len(rows) > ROWS:
            return f"has more than {ROWS} rows"
        for number, row in enumerate(rows, 1):
            if len(row) != len(self.columns):
                return f"row {number} has {len(row)} cells, not {len(self.columns)}"
        return next(self._named(rows, Column.refusal), None)

    def fault(self, key, rows):
        """Return what is wrong with the rows, or None; names the row and the column."""
        return self.refusal(key, rows) or next(chain(self._named(rows, Column.fault), self._unfinished(rows)), None)

    def total(self, rows, option):
        """Return the sum of the numbers in the rows of an option; see `sums`."""
        summed, group, _ = self.sums
        fit = [row for row in rows if row[group] == option and self.fault(self.name, [row]) is None]
        return sum(float(row[summed] or 0) for row in fit)

    def _unfinished(self, rows):
        for number, row in enumerate(rows, 1):
            lacking = [column.label
                       for column, value in zip(self.columns, row, strict=True) if column.needed and not value]
            if lacking and any(row):
                yield f"row {number} is not counted yet, it lacks: {', '.join(lacking)}"

    def _named(self, rows, judged):
        for number, row in enumerate(rows, 1):
            for column, value in zip(self.columns, row, strict=True):
                if found := judged(column, value):
                    yield f"row {number}, {column.label}: {found}"


def amount(value, most):
    """Return the number in a value, 0 if it has a fault.

    >>> amount("2.5", most=10), amount("20", most=10)
    (2.5, 0.0)
    """
    return 0.0 if _too_long(value) or _not_number(value, most) else float(value or 0)


def _not_text(value):
    return None if isinstance(value, str) else "must be text"


def _too_long(value):
    return f"is longer than {LONGEST} characters" if len(value) > LONGEST else None


def _too_many_lines(value):
    return f"has more than {LINES} lines" if value.count("\n") >= LINES else None


def _not_one_of(value, options):
    return None if value in ("", *options) else f"{value[:40]!r} is not one of {', '.join(options)}"


def _not_date(value):
    try:
        fits = value == "" or value == datetime.date.fromisoformat(value).isoformat()
    except ValueError:
        fits = False
    return None if fits else f"{value[:40]!r} is not a date such as 2031-10-07"


def _not_number(value, most, least=0, whole=False):
    written = re.compile(f"[0-9]{{1,{len(str(most))}}}") if whole else NUMBER
    fits = value == "" or (written.fullmatch(value) and least <= float(value) <= most)
    return None if fits else f"{value[:40]!r} is not a {'whole ' if whole else ''}number from {least} to {most}"
