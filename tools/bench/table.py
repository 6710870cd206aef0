"""A table of measurements beside their limits."""

from typing import NamedTuple


class Row(NamedTuple):
    """One measurement: what was measured, its value and unit, and the most that it may be (None: no limit)."""

    what: str
    value: float
    unit: str
    limit: float | None = None

    @property
    def kept(self):
        """Whether the value is within its limit."""
        return self.limit is None or self.value <= self.limit


def line(row):
    """Return a row as one line of text."""
    limit = "" if row.limit is None else f"limit {row.limit:g} {row.unit}".rstrip()
    return f"{row.what:<52} {row.value:>9.3g} {row.unit:<4} {limit:<16} {'' if row.kept else 'EXCEEDED'}".rstrip()
