"""What letters mean, in the words of the page notation.md, for the chapters in which they mean that."""

import re

from formula.print_numpy import spelled
from hw0.notation import table

ROW = re.compile(r"^\| \$[^$]+\$ \| (?P<code>`[^|]+`) \|[^|]*\| (?P<meaning>[^|$]+) \|$", re.MULTILINE)
# The alphabet is shorter than mathematics: in a chapter that is not named here a letter may mean something else.
HOLDS = {
    "least_squares": ("X", "y", "w"),
    "ridge": ("X", "y", "w", "lam"),
    "relu_elbow": ("w", "b", "y", "lr", "delta", "e"),
    "networks": ("X", "b", "lr"),
}


def alphabet(page):
    """Return {name in code: meaning} of the letters that have a row of their own in the text of notation.md."""
    return {name: found["meaning"] for found in ROW.finditer(page) for name in re.findall(r"`(\w+)`", found["code"])}


def meanings(stem, page, line):
    """Return {name in code: meaning} for a formula of a chapter.

    page: the text of notation.md. line: the formula's own line; letters to which it gives another value are left out.
    """
    elsewhere = {spelled(name, table(stem).LETTERS) for name in line.let}
    known = alphabet(page)
    return {name: known[name] for name in HOLDS.get(stem, ()) if name not in elsewhere}
