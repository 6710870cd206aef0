"""An answer of a chatbot as something that can be run, and what `check` says of it."""
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from hw0.checks import PARTS, Verdict, check


@dataclass(frozen=True, eq=False)
class Answer:
    """What a chatbot answered to a part in one turn.

    Attributes
    ----------
    part, chatbot, turn : "5b.ii", "chatgpt", 1
    rests_on : ids of the claims it is put together from, at least one
    answer : a function with the arguments of the part; text where that is all there is; None for no answer
    reason : why there is none, or how loose words were read; else None
    """

    part: str
    chatbot: str
    turn: int
    rests_on: tuple[str, ...]
    answer: Callable | str | None
    reason: str | None = None


def given(chatbot, turn, *answers):
    """A chatbot's Answers in one turn, a tuple, each told as (part, ids of claims, answer, reason if any)."""
    return tuple(Answer(part, chatbot, turn, tuple(ids.split()), answer, *reason) for part, ids, answer,
                 *reason in answers)


class Grade(NamedTuple):
    """A Verdict in a word: "right", "incomplete" (wrong in an edge case only), "wrong", or "no answer"."""

    word: str
    verdict: Verdict


@cache
def judge(answer):
    """The Verdict of check on an Answer; not right if there is none."""
    if answer.answer is None:
        return Verdict(False, diagnosis=answer.reason)
    return check(answer.part, answer.answer)


@cache
def grade(answer):
    """The Grade of an Answer, computed by check on all cases of the part and on the ordinary ones."""
    verdict = judge(answer)
    if answer.answer is None:
        return Grade("no answer", verdict)
    if verdict.right:
        return Grade("right", verdict)
    ordinary = check(PARTS[answer.part].ordinary(), answer.answer)
    return Grade("incomplete" if ordinary.right else "wrong", verdict)
