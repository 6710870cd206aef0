"""What the students who read the answers objected to, and what they passed over.

A note of a student is kept beside the claim that it stands at (`Claim.annotator_verdict`).  Whether it is an objection,
and to what, is read once, by us, and written down here; everything else is counted.  The rule:

    "the fault"   the note says what is wrong with this statement, or asks for what is missing in it
    "later"       the statement was passed over, and called wrong when a later turn said it again
    "beside it"   the note objects to the statement or to its conclusion, but to something that is in order,
                  or for a reason that is not the fault

A statement without an entry was met with praise, with a remark on the problem as a whole, or with silence.
An objection to a correct claim is always beside it.
"""
from dataclasses import dataclass

from hw0.audit.ledger import CHATBOTS, NAMES, claims
from hw0.audit.table import Table

KINDS = ("the fault", "later", "beside it")

OBJECTIONS = {
    "chatgpt-3b-6": "beside it",
    "chatgpt-3e-1": "beside it",
    "chatgpt-3e-2": "beside it",
    "chatgpt-3e-3": "beside it",
    "chatgpt-3e-4": "beside it",
    "chatgpt-3e-5": "beside it",
    "chatgpt-5bii-6": "the fault",
    "chatgpt-5biii-3": "the fault",
    "chatgpt-5biv-4": "later",
    "chatgpt-5biv-6": "later",
    "chatgpt-5d-2": "the fault",
    "chatgpt-5bii-10": "the fault",
    "chatgpt-5btable-1": "beside it",
    "chatgpt-5btable-2": "the fault",
    "chatgpt-5btable-3": "beside it",
    "chatgpt-5btable-4": "later",
    "chatgpt-5btable-7": "the fault",
    "chatgpt-5btable-11": "the fault",
    "chatgpt-5biv-10": "the fault",
    "grok-5b-iii-2": "beside it",
    "grok-5b-iii-5": "beside it",
    "grok-5b-iii-6": "beside it",
    "grok-5b-iii-7": "the fault",
    "grok-5b-iii-8": "beside it",
}


def noticed(claim):
    """Whether a student said, at once or later, what is wrong with a flawed claim."""
    return not claim.correct and OBJECTIONS.get(claim.id) in ("the fault", "later")


def annotated(chatbot):
    """Whether the conversation came with notes of a student at all."""
    return any(claim.annotator_verdict for claim in claims(chatbot=chatbot))


@dataclass(frozen=True)
class Reading:
    """How one conversation was read, counted in statements.

    Attributes
    ----------
    chatbot : the conversation
    flawed, noticed, late : flawed statements; those of them whose fault was named at all; those only in a later turn
    major, major_noticed : the same for flaws whose severity is major
    correct, disputed : correct statements; those of them that were objected to
    """

    chatbot: str
    flawed: int
    noticed: int
    late: int
    major: int
    major_noticed: int
    correct: int
    disputed: int

    @property
    def missed(self):
        """Flawed statements that nobody objected to for what is wrong with them."""
        return self.flawed - self.noticed


def readings():
    """The Readings of all conversations that came with notes, a tuple."""
    return tuple(_reading(chatbot) for chatbot in CHATBOTS if annotated(chatbot))


def readings_table():
    """The Table of the readings, a column for each conversation."""
    read = readings()
    rows = (("statements with a flaw", *(r.flawed for r in read)), ("passed over", *(r.missed for r in read)),
            ("noticed at once", *(r.noticed - r.late for r in read)),
            ("noticed in a later turn", *(r.late for r in read)),
            ("statements with a major flaw", *(r.major for r in read)),
            ("of these, passed over", *(r.major - r.major_noticed for r in read)),
            ("correct statements", *(r.correct for r in read)), ("of these, objected to", *(r.disputed for r in read)))
    return Table("What the students who read the answers noticed", ("", *(NAMES[r.chatbot] for r in read)), rows)


def _reading(chatbot):
    told = claims(chatbot=chatbot)
    flawed = [claim for claim in told if not claim.correct]
    major = [claim for claim in flawed if claim.severity == "major"]
    correct = [claim for claim in told if claim.correct]
    return Reading(chatbot, len(flawed), sum(map(noticed, flawed)),
                   sum(OBJECTIONS.get(c.id) == "later" for c in flawed),
                   len(major), sum(map(noticed, major)), len(correct), sum(claim.id in OBJECTIONS for claim in correct))
