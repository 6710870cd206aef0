"""The conversations: one folder below conversations/ for each, with what is known of it.

    record.json       model, version, month, how it was asked: the fields of Conversation
    answers.py        its first answer to each part, as functions; answers_2.py and so on: later answers
    verdicts.json     what check said of these, written by `python -m hw0.audit`
    claims.json       its statements with their verdicts, if somebody has taken it apart
    referees.py       referees for what no conversation had said before, as REFEREES

A folder is all that a conversation needs: nothing else lists them.
"""

import json
import re
import sys
from dataclasses import dataclass, fields
from functools import cache
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

CONVERSATIONS = Path(__file__).parent / "conversations"
MONTH = re.compile(r"20\d\d-(?:0[1-9]|1[0-2])")


@dataclass(frozen=True)
class Conversation:
    """One conversation with one model: n = 1.

    Attributes
    ----------
    slug, name : the name of its folder, and the one at the head of a column
    model, version, settings : "DeepSeek", "v3.2", "deep thinking"; None where nobody recorded it
    month : when it was made or published, as "2025-12"
    turns : how many messages the person sent; None if unknown
    asked : how it was asked, in a sentence
    annotated : whether notes of the person who read it came with it
    source : where it comes from: a key of the references, or an address
    note : what cannot be read or run of it, a sentence; None if all can
    """

    slug: str
    name: str
    model: str
    version: str | None
    settings: str | None
    month: str
    turns: int | None
    asked: str
    annotated: bool
    source: str
    note: str | None


KEYS = tuple(field.name for field in fields(Conversation) if field.name != "slug")
OPTIONAL = {"version", "settings", "turns", "note"}


@cache
def conversations(root=CONVERSATIONS):
    """The dict slug -> Conversation of all folders with a record, by month, then by name.

    Raises ValueError for a record that does not fit.
    """
    found = [read_record(path) for path in Path(root).glob("*/record.json")]
    return {made.slug: made for made in sorted(found, key=lambda made: (made.month, made.name.casefold()))}


def read_record(path):
    """The Conversation of a record.json.  Raises ValueError if a field is missing, unknown or of another kind."""
    path = Path(path)
    where = f"{path.parent.name}/{path.name}"
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ValueError(f"{where} cannot be read: {error}") from error
    if not isinstance(told, dict) or set(told) != set(KEYS):
        got = ", ".join(told) if isinstance(told, dict) else type(told).__name__
        raise ValueError(f"{where} must have the keys {', '.join(KEYS)}; got {got}.")
    for name in KEYS:
        wanted = {"turns": int, "annotated": bool}.get(name, str)
        value = told[name]
        if not (value is None and name in OPTIONAL) and (type(value) is not wanted or value == ""):
            null = " or null" * (name in OPTIONAL)
            raise ValueError(f"{where}: {name} must be {wanted.__name__}{null}; got {value!r}.")
    if not MONTH.fullmatch(told["month"]):
        raise ValueError(f"{where}: month must be like 2026-01; got {told['month']!r}.")
    return Conversation(path.parent.name, **told)


def run_file(path):
    """The module that a Python file of a folder makes.  The file is run."""
    spec = spec_from_file_location(f"hw0.audit.conversations.{path.parent.name}.{path.stem}", path)
    module = module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses and pickle look there
    spec.loader.exec_module(module)
    return module
