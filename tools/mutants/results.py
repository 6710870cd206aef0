"""What became of each fault, a line of JSON each, and the table over the rooms.

A fault that was noticed stays noticed while its module is the same.  One that was not is tried again when a test file
that ran has changed, or when there is more time for it.
"""

import collections
import hashlib
import json
import pathlib

from hw0.audit.code_faults import Room

LATE = "out of time"  # the fate of a fault that nothing noticed before its time was over


def noticed(fate):
    """Return whether it is the fate of a fault that was noticed."""
    return fate.startswith("noticed")


def digest(*texts):
    """Return a short name of texts."""
    return hashlib.sha256("\0".join(texts).encode()).hexdigest()[:16]


def name_of(module, text, change):
    """Return the name under which the result of a fault is kept."""
    return digest(module, text, str(change.start), change.old, change.new)


def draw(module, text, change):
    """Return a number in [0, 1) that stays the same while the line with the fault, and what is planted, do."""
    line = text.split("\n")[change.line - 1].strip()
    return int(digest(module, line, change.kind, change.old, change.new)[:12], 16) / 16**12


class Results:
    """The results in a file, which is written to as they come."""

    def __init__(self, path):
        self.path, self.kept = pathlib.Path(path), {}
        if self.path.exists():
            for line in self.path.read_text(encoding="utf-8").splitlines():
                entry = json.loads(line)
                self.kept[entry["name"]] = entry

    def known(self, name, tests, budget):
        """Return the entry of a fault, or None if it has to be tried: by test files of this digest, for so long."""
        entry = self.kept.get(name)
        tried = entry and (entry["tests"], entry.get("budget", 0) >= budget) == (tests, True)
        return entry if entry and (noticed(entry["fate"]) or tried) else None

    def add(self, **entry):
        """Keep an entry, in the file at once, and whether it was noticed at once: by tests that were there then."""
        before = self.kept.get(entry["name"])
        changed = before and before["tests"] != entry["tests"]
        entry["at once"] = before.get("at once", False) if changed else noticed(entry["fate"])
        self.kept[entry["name"]] = entry
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with self.path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(entry, ensure_ascii=False) + "\n")


class Times(dict):
    """How long test files take, {digest: seconds}, in a file: they are measured once."""

    def __init__(self, path):
        self.path = pathlib.Path(path)
        super().__init__(json.loads(self.path.read_text(encoding="utf-8")) if self.path.exists() else {})

    def add(self, name, seconds):
        """Keep a time, in the file at once."""
        self[name] = seconds
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.path.write_text(json.dumps(self), encoding="utf-8")


def rooms(entries, places, harmless):
    """Return the `Room` of each room with entries; places, harmless: {room: how many faults, lines marked harmless}."""
    found = {}
    for entry in entries:
        found.setdefault(entry["room"], []).append(entry)
    return [Room(room, places[room], len(drawn), sum(entry["at once"] for entry in drawn),
                 sum(noticed(entry["fate"]) for entry in drawn), harmless.get(room, 0))
            for room, drawn in found.items()]


def table(entries, planted):
    """Return the table of entries by room, as text; planted: {room: how many faults there are}."""
    counts = {room: collections.Counter() for room in planted}
    for entry in entries:
        counts[entry["room"]][noticed(entry["fate"]) or entry["fate"]] += 1
    rows = [f"{'room':26}{'faults':>8}{'tried':>8}{'noticed':>9}{'out of time':>13}{'share':>9}"]
    total = collections.Counter()
    for room, count in [*counts.items(), ("all", total)]:
        tried = sum(count.values())
        share = f"{count[True] / tried:.1%}" if tried else ""
        there = planted.get(room, sum(planted.values()))
        rows.append(f"{room:26}{there:8}{tried:8}{count[True]:9}{count[LATE]:13}{share:>9}")
        total.update(count)
    return "\n".join(rows)
