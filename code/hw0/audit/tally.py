"""How many statements there are, how many of them have a flaw, and how many flaws a computation has shown."""

from typing import NamedTuple

from hw0.audit.ledger import TRUTHS, claims
from hw0.audit.record import conversations
from hw0.audit.registry import REFEREES, evidence
from hw0.audit.table import Table

PROBLEMS = ("2", "3", "4", "5")  # those that the chatbots were given


class Tally(NamedTuple):
    """How many statements on a problem there are, how many of them have a flaw, and how many of the flaws a computation
    refutes."""

    statements: int
    flawed: int
    refuted: int

    def __repr__(self):
        return (f"{self.statements} statements on this problem, {self.flawed} of them flawed, "
                f"{self.refuted} refuted by a computation")


def taken_apart():
    """The Conversations whose statements are in the ledger, a tuple."""
    slugs = {claim.conversation for claim in claims()}
    return tuple(made for slug, made in conversations().items() if slug in slugs)


def of_problem(problem):
    """The Tally of a problem such as "3"; runs the referees of its flawed statements.

    Raises ValueError for a problem on which the ledgers hold no statement.
    """
    if problem not in PROBLEMS:
        raise ValueError(f"there are no statements on problem {problem!r}; choose from {', '.join(PROBLEMS)}.")
    told = [claim for claim in claims() if claim.part.startswith(problem)]
    flawed = [claim for claim in told if claim.flawed]
    return Tally(len(told), len(flawed), _refuted(flawed))


def by_problem():
    """The Table of flawed statements out of all, conversation by problem; 'itself' is what a chatbot said of its own
    work."""
    groups = (*PROBLEMS, "meta", "")
    rows = [(made.name, *(_flawed_of(claims(conversation=made.slug), prefix) for prefix in groups))
            for made in taken_apart()]
    total = ("all", *(_flawed_of(claims(), prefix) for prefix in groups))
    return Table("Statements with a flaw, of all statements",
                 ("conversation", *(f"problem {p}" for p in PROBLEMS), "itself", "all"), (*rows, total))


def by_truth():
    """The Table of the kinds of truth, and how many flaws of each kind the referees refute; runs every one of these
    referees."""
    told = {truth: [c for c in claims(truth=truth) if c.flawed] for truth in TRUTHS if truth != "correct"}
    rows = tuple((truth, len(flawed), _refuted(flawed)) for truth, flawed in told.items())
    return Table("Flawed statements, and those that a computation refutes",
                 ("", "statements", "refuted by computation"), rows)


def _flawed_of(told, prefix):
    told = [claim for claim in told if claim.part.startswith(prefix)]
    return f"{sum(claim.flawed for claim in told)} of {len(told)}" if told else "none"


def _refuted(told):
    return sum(claim.id in REFEREES and not evidence(claim.id).agrees for claim in told)
