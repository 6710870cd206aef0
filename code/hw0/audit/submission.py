"""A new conversation before the same court: its answers in a file, judged part by part beside those of the book.

The file holds one function for each part that was answered, called by the id of the part: `part_5b_ii` answers 5b.ii.
Where a part takes a bare word, `part_5b_i = "stays"` will do.  A part that the file does not name has no answer.
Each answer is run in a process of its own, with limits on time and memory, by `hw0.checks.submissions`.
"""
import json
import re
from datetime import date
from pathlib import Path

from hw0.audit.answers import NAME_OF, VERDICTS, Grade, answer_files, stored
from hw0.audit.record import CONVERSATIONS, KEYS, conversations
from hw0.audit.scoreboard import Scoreboard
from hw0.checks import PARTS
from hw0.checks.registry import HOMEWORK
from hw0.checks.submissions import verdicts

SLUG = re.compile(r"[a-z0-9]+(?:[-.][a-z0-9]+)*")


def judge(paths, limits=None):
    """What check says of files with a first, a second … answer to the parts: a tuple of dicts part -> Grade.

    Raises ValueError for a file that cannot be read or run, or that answers nothing.
    """
    told = (verdicts(path, limits=limits) for path in paths)
    return tuple({part: Grade.of(verdict) for part, verdict in judged.items()} for judged in told)


def examine(judged, name, beside=None, root=CONVERSATIONS):
    """The Scoreboard of what `judge` gave: its column first, then the stored words of the conversations `beside` it, by
    default of all that were judged."""
    told = {slug: words for slug in beside or conversations(root) if (words := stored(Path(root) / slug))}
    every = [grades for words in (judged, *told.values()) for grades in words]
    parts = tuple(part for part in PARTS if any(part in grades for grades in every))
    rows = {part: (_cell(judged, part), *(_cell(words, part) for words in told.values())) for part in parts}
    columns = (name, *(conversations(root)[slug].name for slug in told))
    return Scoreboard(f"{name}, judged by check beside the conversations of the book", columns, rows)


def store(folder, paths, judged):
    """Write what `judge` gave into the folder of a conversation, one word for each answer."""
    words = {path.name: {part: graded.word for part, graded in grades.items()}
             for path, grades in zip(paths, judged, strict=True)}
    _write(Path(folder) / VERDICTS, words)


def begin(slug, root=CONVERSATIONS):
    """The new folder of a conversation: a record to complete, and a file of answers to fill in.

    Raises ValueError if the folder exists, if its name is none, or if it cannot be made.
    """
    if not SLUG.fullmatch(slug):
        raise ValueError(f"{slug!r} is no name for a folder: take small letters, digits, dots and hyphens, "
                         f"as in claude-opus-5.")
    folder = Path(root) / slug
    try:
        folder.mkdir()
    except FileExistsError:
        raise ValueError(f"{folder} exists; judge it with: python -m hw0.audit {folder}") from None
    except OSError as error:
        raise ValueError(f"{folder} cannot be made: {error}") from error
    _write(folder / "record.json", dict.fromkeys(KEYS) | {
        "name": slug, "model": slug, "month": f"{date.today():%Y-%m}", "annotated": False,
        "asked": "It is not recorded how it was asked.", "source": "first published here"})
    (folder / "answers.py").write_text(template(slug), encoding="utf-8")
    return folder


def template(name="A chatbot", parts=HOMEWORK):
    """The text of a file with a function for each part, as comments: fill in what was answered."""
    lines = [f'"""{name}: the first answer to each part."""', "import numpy as np", ""]
    for part in map(PARTS.get, parts):
        lines += ["", f"# {part.id}: {part.asks}", f"# def {NAME_OF[part.id]}({', '.join(part.names)}):",
                  "#     return", ""]
    return "\n".join(lines)


def files_of(path):
    """The files with answers that are meant by a path: itself, or those in the folder that it names.

    Raises ValueError for a folder without answers.py.
    """
    path = Path(path)
    if path.is_dir() and not answer_files(path):
        raise ValueError(f"{path} holds no answers.py.")
    return answer_files(path) if path.is_dir() else [path]


def _cell(judged, part):
    return tuple(grades[part] for grades in judged if part in grades)


def _write(path, data):
    path.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")
