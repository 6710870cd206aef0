"""What the students who read the answers objected to, and what they passed over.

A note of a student is kept beside the claim that it stands at (`Claim.annotator_verdict`).  Whether it is an objection,
and to what, is read once, by us, and kept as `Claim.objection`; everything else is counted.  The rule:

    "the fault"   the note says what is wrong with this statement, or asks for what is missing in it
    "later"       the statement was passed over, and called wrong when a later turn said it again
    "beside it"   the note objects to the statement or to its conclusion, but to something that is in order,
                  or for a reason that is not the fault

A statement without one was met with praise, with a remark on the problem as a whole, or with silence.
An objection to a correct claim is always beside it.
"""

from dataclasses import dataclass

from hw0.audit.ledger import claims
from hw0.audit.table import Table
from hw0.audit.tally import taken_apart


@dataclass(frozen=True)
class Reading:
    """How one conversation was read, counted in statements.

    Attributes
    ----------
    slug, name : the conversation
    flawed, noticed, late : flawed statements; those of them whose fault was named at all; those only in a later turn
    praised : flawed statements with a note beside them that does not object
    major, major_noticed : flaws whose severity is major; those of them whose fault was named at all
    correct, disputed : correct statements; those of them that were objected to
    """

    slug: str
    name: str
    flawed: int
    noticed: int
    late: int
    praised: int
    major: int
    major_noticed: int
    correct: int
    disputed: int

    @property
    def missed(self):
        """Flawed statements that nobody objected to for what is wrong with them."""
        return self.flawed - self.noticed


HEADINGS = {
    "flawed": lambda r: r.flawed,
    "passed over": lambda r: r.missed,
    "of these, beside a note that objects to nothing": lambda r: r.praised,
    "noticed at once": lambda r: r.noticed - r.late,
    "noticed later": lambda r: r.late,
    "major flaws": lambda r: r.major,
    "of these, passed over": lambda r: r.major - r.major_noticed,
    "correct": lambda r: r.correct,
    "of these, objected to": lambda r: r.disputed,
}


def noticed(claim):
    """Whether a student said, at once or later, what is wrong with a flawed claim."""
    return claim.flawed and claim.objection in ("the fault", "later")


def praised(claim):
    """Whether a note that objects to nothing stands beside a flawed claim."""
    return claim.flawed and claim.objection is None and claim.annotator_verdict is not None


def readings():
    """The Readings of all conversations that came with notes, a tuple."""
    return tuple(_reading(made) for made in taken_apart() if made.annotated)


def readings_table():
    """The Table of the readings, a row for each conversation and one for all."""
    read = readings()
    rows = [(r.name, *(count(r) for count in HEADINGS.values())) for r in read]
    total = ("all", *(sum(map(count, read)) for count in HEADINGS.values()))
    return Table("What the people who read the answers noticed, in statements", ("conversation", *HEADINGS),
                 (*rows, total))


def _reading(made):
    told = claims(conversation=made.slug)
    flawed = [claim for claim in told if claim.flawed]
    major = [claim for claim in flawed if claim.severity == "major"]
    correct = [claim for claim in told if claim.correct]
    return Reading(made.slug, made.name, len(flawed), sum(map(noticed, flawed)),
                   sum(c.objection == "later" for c in flawed), sum(map(praised, flawed)), len(major),
                   sum(map(noticed, major)), len(correct), sum(claim.objection is not None for claim in correct))
