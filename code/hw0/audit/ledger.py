"""What three chatbots said: every statement in our own words, with the verdict that was found by computation.

One conversation with each of ChatGPT, Grok and DeepSeek in autumn 2025, versions not recorded: n = 1, so this
tells what can go wrong and how it is found, and nothing of how good a chatbot is.
"""
import json
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files

# one file for each problem, one for the rest
LEDGERS = ("vector_calculus", "least_squares", "ridge", "relu_elbow", "self_assessment")
CHATBOTS = ("chatgpt", "grok", "deepseek")
NAMES = {"chatgpt": "ChatGPT", "grok": "Grok", "deepseek": "DeepSeek"}
TRUTHS = ("correct", "imprecise", "incomplete", "unjustified", "wrong")
SEVERITIES = (None, "trivial", "minor", "moderate", "major")


@dataclass(frozen=True)
class Claim:
    """One statement of a chatbot.

    Attributes
    ----------
    id, chatbot, part : `part` is a part of the homework, or a table or drawing of it such as "5b.table"
    turn : the message of the conversation it stands in; a later turn follows an objection of the student
    claim, truth, why : what was said, one of TRUTHS, and the reason
    severity : one of SEVERITIES; None for a correct claim or where it was not recorded
    counterexample : in words; its numbers are computed anew by the claim's referee
    annotator_verdict : what the student who read the answer said of it, None if nothing
    """

    id: str
    chatbot: str
    part: str
    turn: int
    claim: str
    truth: str
    severity: str | None
    why: str
    counterexample: str | None
    annotator_verdict: str | None

    @property
    def correct(self):
        """Whether the claim holds as it was said: its truth is "correct"."""
        return self.truth == "correct"


def claims(part=None, chatbot=None, truth=None, turn=None):
    """The Claims that meet all given conditions, a tuple in the order of the ledger.

    Raises ValueError for a part, chatbot or truth that no ledger knows.
    """
    everything = tuple(claim for ledger in LEDGERS for claim in _ledger(ledger))
    asked = {"part": part, "chatbot": chatbot, "truth": truth, "turn": turn}
    for name in ("part", "chatbot", "truth"):
        known = sorted({getattr(claim, name) for claim in everything})
        if asked[name] is not None and asked[name] not in known:
            raise ValueError(f"there are no claims with {name} {asked[name]!r}; choose from {', '.join(known)}.")
    return tuple(claim for claim in everything
                 if all(value is None or getattr(claim, name) == value for name, value in asked.items()))


def read(text):
    """The Claims in the text of a ledger, a tuple.  Raises ValueError for one that does not fit the schema."""
    names = [field.name for field in fields(Claim)]
    found = []
    for number, entry in enumerate(json.loads(text), start=1):
        if set(entry) != set(names):
            raise ValueError(f"claim {number} must have the keys {', '.join(names)}; got {', '.join(entry)}.")
        found.append(_valid(Claim(**entry)))
    ids = [claim.id for claim in found]
    if doubles := sorted({name for name in ids if ids.count(name) > 1}):
        raise ValueError(f"these ids occur twice: {', '.join(doubles)}.")
    return tuple(found)


def _valid(claim):
    for name, choices in (("chatbot", CHATBOTS), ("truth", TRUTHS), ("severity", SEVERITIES)):
        if getattr(claim, name) not in choices:
            raise ValueError(f"{claim.id}: {name} must be one of {choices}; got {getattr(claim, name)!r}.")
    if type(claim.turn) is not int or claim.turn < 1:
        raise ValueError(f"{claim.id}: turn must be a whole number from 1; got {claim.turn!r}.")
    for name in ("id", "part", "claim", "why"):
        if not isinstance(getattr(claim, name), str) or not getattr(claim, name).strip():
            raise ValueError(f"{claim.id}: {name} must be text.")
    for name in ("counterexample", "annotator_verdict"):
        if not isinstance(getattr(claim, name), str | None) or getattr(claim, name) == "":
            raise ValueError(f"{claim.id}: {name} must be text or null.")
    if claim.correct and (claim.counterexample or claim.severity):
        raise ValueError(f"{claim.id}: a correct claim has no counterexample and no severity.")
    return claim


@cache
def _ledger(name):
    return read(files("hw0.audit").joinpath(name, "claims.json").read_text(encoding="utf-8"))
