"""What became of each fault, a line of JSON each, and the table over the rooms.

A fault that was noticed stays noticed while its module is the same.  One that was not is tried again when a test file
that ran has changed.
"""

import collections
import hashlib
import json
import pathlib


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

    def known(self, name, tests):
        """Return the entry of a fault, or None if it has to be tried; tests: the digest of the test files."""
        entry = self.kept.get(name)
        return entry if entry and (entry["fate"] != "not noticed" or entry["tests"] == tests) else None

    def add(self, **entry):
        """Keep an entry, in the file at once."""
        self.kept[entry["name"]] = entry
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with self.path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(entry, ensure_ascii=False) + "\n")


def table(entries, planted):
    """Return the table of entries by room, as text; planted: {room: how many faults there are}."""
    counts = {room: collections.Counter() for room in planted}
    for entry in entries:
        counts[entry["room"]][entry["fate"] != "not noticed"] += 1
    rows = [f"{'room':18}{'faults':>8}{'tried':>8}{'noticed':>9}{'share':>9}"]
    total = collections.Counter()
    for room, count in [*counts.items(), ("all", total)]:
        tried = sum(count.values())
        share = f"{count[True] / tried:.1%}" if tried else ""
        there = planted.get(room, sum(planted.values()))
        rows.append(f"{room:18}{there:8}{tried:8}{count[True]:9}{share:>9}")
        total.update(count)
    return "\n".join(rows)
