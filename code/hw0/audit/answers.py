"""An answer of a chatbot as something that can be run, and what `check` says of it."""
import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from hw0.audit.ledger import claims
from hw0.audit.record import CONVERSATIONS, conversations, run_file
from hw0.checks import PARTS, Verdict, check
from hw0.checks.isolated import NO_VALUE
from hw0.checks.returned import Fault
from hw0.checks.submissions import NAME_OF

VERDICTS = "verdicts.json"
STOPPED = (NO_VALUE, "MemoryError")     # what a Fault says then


@dataclass(frozen=True, eq=False)
class Answer:
    """What was answered to a part in one conversation.

    Attributes
    ----------
    part, conversation : "5b.ii", "gpt-4o"
    attempt : 1 for the first answer to this part, 2 for the one that followed an objection, and so on
    rests_on : ids of the claims it is put together from; empty if nobody has taken the conversation apart
    answer : a function with the arguments of the part; text where that is all there is; None for no answer
    reason : why there is none, or how loose words were read; else None
    """

    part: str
    conversation: str
    attempt: int
    rests_on: tuple[str, ...]
    answer: Callable | str | None
    reason: str | None = None


class Grade(NamedTuple):
    """A Verdict in a word: "right", "incomplete" (wrong in an edge case only), "wrong", or "no answer"; the verdict is
    None where only the word was stored."""

    word: str
    verdict: Verdict | None

    @classmethod
    def of(cls, verdict):
        """The Grade of a Verdict; what hangs, ends its process or takes too much memory is no answer that can be run:
        the book, which would run it without limits, leaves it alone."""
        stopped = isinstance(verdict.got, Fault) and verdict.got.says.startswith(STOPPED)
        return cls("no answer" if stopped else verdict.word, verdict)


def answer_files(folder):
    """The files with answers in the folder of a conversation, a list: answers.py, answers_2.py, ..."""
    found = sorted(folder.glob("answers_*.py"), key=lambda path: int(path.stem.partition("_")[2]))
    return [path for path in (folder / "answers.py", *found) if path.exists()]


def stored(folder):
    """The Grades stored in the folder of a conversation, words without verdicts: a dict part -> Grade for each file of
    answers, a tuple; empty if nothing was judged yet."""
    path = folder / VERDICTS
    if not path.exists():
        return ()
    return tuple({part: Grade(word, None) for part, word in words.items()}
                 for words in json.loads(path.read_text(encoding="utf-8")).values())


@cache
def all_answers():
    """The Answers of all conversations, a tuple: by conversation, part, attempt."""
    return tuple(answer for slug in conversations() for answer in _answers(slug))


def turns(part, conversation):
    """The Answers to a part in a conversation, one for each attempt, a tuple; empty if the part is not answered there.

    Raises ValueError if there is no such part or conversation.
    """
    if part not in PARTS or conversation not in conversations():
        raise ValueError(f"there is no answer to part {part!r} in {conversation!r}; the conversations are "
                         f"{', '.join(conversations())}.")
    return tuple(a for a in all_answers() if (a.part, a.conversation) == (part, conversation))


def grade(answer):
    """The Grade of an Answer, computed by check."""
    if answer.answer is None:
        return Grade("no answer", Verdict(False, diagnosis=answer.reason))
    try:
        return _grade(answer.part, answer.answer)
    except TypeError:                       # a list has no hash, so nothing is remembered
        return _grade.__wrapped__(answer.part, answer.answer)


@cache
def _grade(part, value):
    """The Grade of a function or word as the answer to a part: computed once for all who gave the same."""
    return Grade.of(check(part, value))


def _answers(slug):
    rests = {}
    for claim in claims():
        for part in claim.answers if claim.conversation == slug else ():
            rests.setdefault(part, {}).setdefault(claim.turn, []).append(claim.id)
    found, judged = [], stored(CONVERSATIONS / slug)
    for attempt, path in enumerate(answer_files(CONVERSATIONS / slug), start=1):
        module = vars(run_file(path))
        notes = module.get("NOTES", {})
        words = judged[attempt - 1] if attempt <= len(judged) else {}
        for part in (part for part, kept in words.items() if kept.word == "no answer"):
            notes = {part: "It gave no value within the limits of time and memory."} | notes
            module.pop(NAME_OF[part], None)
        for part in (part for part in PARTS if NAME_OF[part] in module or part in notes):
            ids = tuple(list(rests.get(part, {}).values())[attempt - 1:attempt])
            found.append(Answer(part, slug, attempt, tuple(ids[0]) if ids else (), module.get(NAME_OF[part]),
                                notes.get(part)))
    return tuple(sorted(found, key=lambda answer: (list(PARTS).index(answer.part), answer.attempt)))
