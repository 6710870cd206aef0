"""A file of answers before the court: one function for each part, each judged in a process of its own.

The function that answers 5b.ii is called `part_5b_ii`.  Where a part takes a bare word, `part_5b_i = "stays"` will do.
A part that the file does not name has no answer.
"""
import re
from difflib import get_close_matches
from pathlib import Path

from hw0.checks.isolated import Child
from hw0.checks.judge import check, verdict_of
from hw0.checks.pool import Stored
from hw0.checks.processes import Prepared, started
from hw0.checks.registry import PARTS
from hw0.checks.returned import Fault, on_a_line
from hw0.checks.verdict import Verdict

PREFIX = "part_"
NAME_OF = {part: PREFIX + re.sub(r"\W", "_", part) for part in PARTS}
PART_OF = {name: part for part, name in NAME_OF.items()}
SILENT = "The file does not answer it."


def answered(path, limits=None, start=started):
    """The ids of the parts that a file answers, in the order of the homework, a tuple.  The file is run in a child
    process.

    Raises ValueError if there is no such file, if it does not run within its limits, if it answers nothing, or if a
    name is that of no part.
    """
    return tuple(_read(path, limits, start)[0])


def _read(path, limits, start):
    """The ids of the parts that a file answers, those of them that it answers by a constant, and the file compiled: a
    tuple, a dict id -> value, a text (see Child).  Raises ValueError as `answered` does."""
    with Child(path, names=tuple(PART_OF), limits=limits, start=start) as child:
        if isinstance(child.opened, Fault):
            where = "" if child.opened.says == "no answer" else f"{Path(path).name}: "
            raise ValueError(where + child.opened.advice)
        names = [name for name in map(str, child.opened.get("names", ())) if name.startswith(PREFIX)]
    for name in names:
        if name not in PART_OF:
            near = get_close_matches(name, PART_OF, n=3, cutoff=0.4)
            hint = f". Did you mean {', '.join(near)}?" * bool(near)
            raise ValueError(f"{on_a_line(name)} is the name of no part{hint}")
    if not names:
        raise ValueError(f"{Path(path).name} answers nothing: define functions such as {NAME_OF['5a.i']}(w, b).")
    parts, constants = tuple(part for part in PARTS if NAME_OF[part] in names), child.opened.get("constants", {})
    by_constant = {part: constants[NAME_OF[part]] for part in parts if NAME_OF[part] in constants}
    return parts, by_constant, child.opened.get("code", "")


def verdict_on(path, part, limits=None, start=started, code=""):
    """The Verdict on the answer to a part in a file, which is run in a child process, the Process that `start` gives.
    `code`: the file compiled, if a Child has told.

    What hangs, crashes, exits or takes too much memory there is a Verdict, too.
    """
    part = PARTS[part]
    with Child(path, NAME_OF[part.id], part.names, part.constant, limits, start, code) as child:
        opened = child.opened
        if isinstance(opened, dict) and "constant" in opened:
            return check(part, opened["constant"])
        return verdict_of(part, opened if isinstance(opened, Fault) else child)


def verdicts(path, parts=None, limits=None):
    """The Verdicts on a file, a dict part -> Verdict, for these parts (default: those that it answers).

    Raises ValueError as `answered` does.
    """
    with Prepared(holds=_in_memory(path)) as prepared:
        told, constants, code = _read(path, limits, prepared.start)

        def verdict(part):
            if part not in told:
                return Verdict(False, diagnosis=SILENT)
            if part in constants and PARTS[part].constant:      # it needs no process to run
                return check(part, constants[part])
            return verdict_on(path, part, limits, prepared.start, code)

        return {part: verdict(part) for part in parts or told}


def _in_memory(path):
    """Import what judges the parts that a file names, and make their stored instances, before a process is prepared:
    its forks then find them, and need not be sent them, nor import hw0 if they use it.  What is there now, a set (see
    Process.holds)."""
    try:
        source = Path(path).read_text(encoding="utf-8", errors="ignore")
    except OSError:                             # `answered` says so
        return set()
    stored = [case.instances for part in PARTS if NAME_OF[part] in source for case in PARTS[part].cases]
    return {one.case for one in stored if isinstance(one, Stored) and one.made}


def table(judged):
    """The text of a dict part -> Verdict: a line for each, and how many are right."""
    width = max(map(len, judged), default=0)
    lines = [f"{part:{width}}  {verdict!r}" for part, verdict in judged.items()]
    return "\n".join([*lines, f"{sum(verdict.right for verdict in judged.values())} of {len(judged)} right"])
