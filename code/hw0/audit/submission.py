"""A new chatbot's answers, functions in a file, judged part by part beside the three chatbots of the book.

The file holds one function for each part that was answered, called by the id of the part: `part_5b_ii` answers 5b.ii.
Where a part takes a bare word, `part_5b_i = "stays"` will do.  A part that the file does not name has no answer.
"""
import re
import sys
import traceback
from difflib import get_close_matches
from pathlib import Path
from types import ModuleType

from hw0.audit.answers import Answer, Grade, grade
from hw0.audit.ledger import CHATBOTS, NAMES
from hw0.audit.registry import ANSWERS
from hw0.audit.scoreboard import Scoreboard, turns
from hw0.checks import PARTS, Verdict

PREFIX = "part_"
NAME_OF = {part: PREFIX + re.sub(r"\W", "_", part) for part in PARTS}
PART_OF = {name: part for part, name in NAME_OF.items()}
ASKED = tuple(dict.fromkeys(answer.part for answer in ANSWERS))      # the parts that the three chatbots were asked
NOT_ASKED = Grade("no answer", Verdict(False, diagnosis="It was not asked."))
SILENT = Grade("no answer", Verdict(False, diagnosis="The file does not answer it."))


def read(path):
    """The answers in a Python file, a dict part -> function or bare value.  The file is run: read it before you do.

    Raises ValueError if there is no such file, if it does not run, if it answers nothing, or if a name is that of no
    part.
    """
    path = Path(path)
    try:
        source = path.read_bytes()
    except OSError as error:
        raise ValueError(f"{path} cannot be read: {error}") from error
    module = ModuleType(f"answers in {path.stem}")
    sys.modules[module.__name__] = module       # dataclasses and pickle look there
    try:
        exec(compile(source, path.name, "exec"), vars(module))
    except (Exception, SystemExit) as error:
        line = next((frame.lineno for frame in reversed(traceback.extract_tb(error.__traceback__))
                     if frame.filename == path.name), None)
        where = f", line {line or getattr(error, 'lineno', None)}" if line or getattr(error, "lineno", None) else ""
        raise ValueError(f"{path.name}{where}: {type(error).__name__}: {error}") from error
    answers = {_part(name): value for name, value in vars(module).items() if name.startswith(PREFIX)}
    if not answers:
        raise ValueError(f"{path.name} answers nothing: define functions such as {NAME_OF['5a.i']}(w, b). --template "
                         f"writes them all.")
    return answers


def examine(answers, name="the newcomer", beside=CHATBOTS):
    """The Scoreboard of a dict part -> answer: its column first, then the last answers of the chatbots `beside` it.

    Raises ValueError for a part that cannot be checked.
    """
    for part in answers:
        if part not in PARTS:
            raise ValueError(f"there is no part {part!r}{_near(part, PARTS)}")
    parts = tuple(part for part in PARTS if part in ASKED or part in answers)
    columns = (name, *(NAMES[chatbot] for chatbot in beside))
    rows = {part: (_grade(part, name, answers), *(_last(part, chatbot) for chatbot in beside)) for part in parts}
    return Scoreboard(f"{name}, judged by check beside the last answers of autumn 2025", columns, rows)


def template(parts=ASKED):
    """The text of a file with a function for each part, as comments: fill in what was answered."""
    lines = ['"""Answers of a chatbot: the model, its version, the date, the prompt."""', "import numpy as np", ""]
    for part in map(PARTS.get, parts):
        lines += ["", f"# {part.id}: {part.asks}", f"# def {NAME_OF[part.id]}({', '.join(part.names)}):",
                  "#     return", ""]
    return "\n".join(lines)


def _part(name):
    if name not in PART_OF:
        raise ValueError(f"{name} is the name of no part{_near(name, PART_OF)}")
    return PART_OF[name]


def _near(name, known):
    near = get_close_matches(name, known, n=3, cutoff=0.4)
    return f". Did you mean {', '.join(near)}?" if near else "."


def _grade(part, name, answers):
    return grade(Answer(part, name, 1, (), answers[part])) if answers.get(part) is not None else SILENT


def _last(part, chatbot):
    return grade(turns(part, chatbot)[-1]) if part in ASKED else NOT_ASKED
