"""How many of the faults planted into the code were noticed, room by room: counted by `tools/mutants`, stored here."""
import json
from math import sqrt
from pathlib import Path
from typing import NamedTuple

from hw0.audit.table import Table

COUNTS = Path(__file__).parent / "code_faults.json"
Z = 1.96        # of a normal variable, 95 % lie within


class Room(NamedTuple):
    """What became of the faults that were drawn in a room, such as "hw0.ridge".

    Attributes
    ----------
    places : how many single faults there are, of which some were drawn
    planted, noticed, now : those that were drawn; that the tests of that day noticed; that are noticed since tests were
        written for the others
    harmless : lines marked so, with the reason beside them
    """

    room: str
    places: int
    planted: int
    noticed: int
    now: int
    harmless: int


def wilson(hits, tries):
    """The ends of Wilson's interval of 95 % for a share, of which `hits` of `tries` were seen.

    Raises ZeroDivisionError without tries.  Source: E. B. Wilson, Probable inference (1927).
    """
    share, width = hits / tries, Z**2 / tries
    middle = (share + width / 2) / (1 + width)
    half = sqrt(share * (1 - share) * width + width**2 / 4) / (1 + width)
    return max(0.0, middle - half), min(1.0, middle + half)


def counted():
    """The Rooms, in the order of their names."""
    return tuple(Room(**row) for row in json.loads(COUNTS.read_text(encoding="utf-8")))


def store(rooms):
    """Store Rooms in the place of what was counted of them before."""
    kept = {room.room: room for room in counted()} if COUNTS.exists() else {}
    kept |= {room.room: room for room in rooms}
    lines = [json.dumps(kept[name]._asdict()) for name in sorted(kept)]
    COUNTS.write_text("[\n" + ",\n".join(lines) + "\n]\n", encoding="utf-8")


def code_faults_table():
    """The Table of the rooms: how many faults were drawn and noticed, and between what the share of all may lie."""
    rooms = counted()
    total = Room("all", *(sum(column) for column in list(zip(*rooms, strict=True))[1:]))
    between = [wilson(room.noticed, room.planted) for room in rooms]
    rows = [_row(room, f"{100 * low:.0f}\u00a0to\u00a0{100 * high:.0f}\u00a0%")
            for room, (low, high) in zip(rooms, between, strict=True)]
    rows.append(_row(total, ""))    # large rooms and small ones had as many drawn: it is a sample of no whole
    return Table(f"{total.planted} faults drawn from {total.places}: {total.noticed} noticed at once, {total.now} now",
                 ("room", "places", "planted", "noticed at once", "share, 95 %", "noticed now", "harmless lines"),
                 tuple(rows))


def _row(room, share):
    return room.room, room.places, room.planted, room.noticed, share, room.now, room.harmless
