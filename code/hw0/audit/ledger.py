"""What chatbots said: every statement in our own words, with the verdict that was found by computation.

Each conversation happened once, so this tells what can go wrong and how it is found, and nothing of how good a
chatbot is.
"""
import json
from dataclasses import MISSING, dataclass, fields
from functools import cache

from hw0.audit.record import CONVERSATIONS, conversations

TRUTHS = ("correct", "imprecise", "incomplete", "unjustified", "wrong")
SEVERITIES = (None, "trivial", "minor", "moderate", "major")
OBJECTIONS = (None, "the fault", "later", "beside it")


@dataclass(frozen=True)
class Claim:
    """One statement of a chatbot.

    Attributes
    ----------
    id, conversation, part : `part` is a part of the homework, or a table or drawing of it such as "5b.table"
    turn : the message of the conversation it stands in; a later turn follows an objection of the student
    claim, truth, why : what was said, one of TRUTHS, and the reason
    severity : one of SEVERITIES; None for a correct claim or where it was not recorded
    counterexample : in words; its numbers are computed anew by the claim's referee
    annotator_verdict : what the student who read the answer said of it, None if nothing
    answers : the parts whose answer was put together from this claim
    objection : one of OBJECTIONS: what the student objected to, see hw0.audit.readers
    kind : the kind of error of a wrong claim, see hw0.audit.taxonomy
    same_as : the id of a claim that says the same, whose referee judges this one as well
    read : why no computation can settle it
    invited : whether the sheet itself puts it so, or allows it: then it is no error of the chatbot's own
    """

    id: str
    conversation: str
    part: str
    turn: int
    claim: str
    truth: str
    severity: str | None
    why: str
    counterexample: str | None
    annotator_verdict: str | None
    answers: tuple[str, ...] = ()
    objection: str | None = None
    kind: str | None = None
    same_as: str | None = None
    read: str | None = None
    invited: bool = False

    @property
    def correct(self):
        """Whether the claim holds as it was said: its truth is "correct"."""
        return self.truth == "correct"

    @property
    def flawed(self):
        """Whether it has a flaw that is the chatbot's own: it is not correct, and the sheet does not invite it."""
        return not self.correct and not self.invited


def claims(part=None, conversation=None, truth=None, turn=None):
    """The Claims that meet all given conditions, a tuple in the order of the ledger.

    Raises ValueError for a part, conversation or truth of which there is no claim.
    """
    everything = _everything()
    asked = {"part": part, "conversation": conversation, "truth": truth, "turn": turn}
    for name in ("part", "conversation", "truth"):
        known = sorted({getattr(claim, name) for claim in everything})
        if asked[name] is not None and asked[name] not in known:
            raise ValueError(f"there are no claims with {name} {asked[name]!r}; choose from {', '.join(known)}.")
    return tuple(claim for claim in everything
                 if all(value is None or getattr(claim, name) == value for name, value in asked.items()))


def read(text, conversation):
    """The Claims in the text of a claims.json, a tuple.  Raises ValueError for one that does not fit the schema."""
    keys = [field for field in fields(Claim) if field.name != "conversation"]
    known = {field.name for field in keys}
    needed = {field.name for field in keys if field.default is MISSING}
    found = []
    told = json.loads(text)
    if not isinstance(told, list) or not all(isinstance(entry, dict) for entry in told):
        raise ValueError("claims are a list of objects.")
    for number, entry in enumerate(told, start=1):
        if not needed <= set(entry) <= known:
            raise ValueError(f"claim {number} must have the keys {', '.join(sorted(needed))}, and may have "
                             f"{', '.join(sorted(known - needed))}; got {', '.join(entry)}.")
        answers = entry.get("answers", [])
        if not isinstance(answers, list) or not all(isinstance(part, str) for part in answers):
            raise ValueError(f"claim {number}: answers must be a list of parts; got {answers!r}.")
        found.append(_valid(Claim(conversation=conversation, **entry | {"answers": tuple(answers)})))
    _once(found)
    return tuple(found)


def _valid(claim):
    for name, choices in (("truth", TRUTHS), ("severity", SEVERITIES), ("objection", OBJECTIONS)):
        if getattr(claim, name) not in choices:
            raise ValueError(f"{claim.id}: {name} must be one of {choices}; got {getattr(claim, name)!r}.")
    if type(claim.turn) is not int or claim.turn < 1:
        raise ValueError(f"{claim.id}: turn must be a whole number from 1; got {claim.turn!r}.")
    for name in ("id", "part", "claim", "why"):
        if not isinstance(getattr(claim, name), str) or not getattr(claim, name).strip():
            raise ValueError(f"{claim.id}: {name} must be text.")
    for name in ("counterexample", "annotator_verdict", "kind", "same_as", "read"):
        if not isinstance(getattr(claim, name), str | None) or getattr(claim, name) == "":
            raise ValueError(f"{claim.id}: {name} must be text or null.")
    if claim.correct and (claim.counterexample or claim.severity):
        raise ValueError(f"{claim.id}: a correct claim has no counterexample and no severity.")
    if type(claim.invited) is not bool or (claim.invited and claim.correct):
        raise ValueError(f"{claim.id}: invited must be true or false, and true for a claim that is not correct only.")
    if claim.correct and claim.objection not in (None, "beside it"):
        raise ValueError(f"{claim.id}: an objection to a correct claim is beside it; got {claim.objection!r}.")
    return claim


def _once(found):
    ids = [claim.id for claim in found]
    if doubles := sorted({name for name in ids if ids.count(name) > 1}):
        raise ValueError(f"these ids occur twice: {', '.join(doubles)}.")


@cache
def _everything():
    found = []
    for slug in conversations():
        path = CONVERSATIONS / slug / "claims.json"
        if path.exists():
            found += read(path.read_text(encoding="utf-8"), slug)
    _once(found)
    return tuple(found)
