"""How many statements there are, how many of them have a flaw, and how many flaws a computation has shown."""
from hw0.audit.ledger import CHATBOTS, NAMES, TRUTHS, claims
from hw0.audit.rulings import REFEREES
from hw0.audit.table import Table


def by_problem():
    """The Table of flawed statements out of all, problem by chatbot; 'meta' is what a chatbot said of its own work."""
    groups = {"problem 2": "2", "problem 3": "3", "problem 4": "4", "problem 5": "5", "about its own work": "meta"}
    rows = [(title, *(_flawed_of([c for c in claims(chatbot=chatbot) if c.part.startswith(prefix)]) for chatbot in CHATBOTS))
            for title, prefix in groups.items()]
    total = ("all", *(_flawed_of(claims(chatbot=chatbot)) for chatbot in CHATBOTS))
    return Table("Statements with a flaw, of all statements", ("", *NAMES.values()), (*rows, total))


def by_truth():
    """The Table of the kinds of truth, and how many flaws of each kind the referees refute; runs every one of these referees."""
    rows = tuple((truth, len(claims(truth=truth)), _refuted(truth)) for truth in TRUTHS if truth != "correct")
    return Table("Flawed statements, and those that a computation refutes", ("", "statements", "refuted by computation"), rows)


def _flawed_of(told):
    return f"{sum(not claim.correct for claim in told)} of {len(told)}" if told else "none"


def _refuted(truth):
    return sum(claim.id in REFEREES and not REFEREES[claim.id]().agrees for claim in claims(truth=truth))
