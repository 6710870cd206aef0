"""A table of measurements beside their limits."""

from typing import NamedTuple


class Row(NamedTuple):
    """One measurement: what was measured, its value and unit, and the most that it may be (None: no limit).

    A value that exceeds its limit by a share of at most `tie` is called a tie: runs differ by as much.
    """

    what: str
    value: float
    unit: str
    limit: float | None = None
    tie: float = 0.0

    @property
    def kept(self):
        """Whether the value is within its limit, or a tie."""
        return self.limit is None or self.value <= self.limit * (1 + self.tie)


def line(row):
    """Return a row as one line of text."""
    limit = "" if row.limit is None else f"limit {row.limit:.3g} {row.unit}".rstrip()
    said = "EXCEEDED" if not row.kept else "" if row.limit is None or row.value <= row.limit else "a tie"
    return f"{row.what:<52} {row.value:>9.3g} {row.unit:<4} {limit:<16} {said}".rstrip()
