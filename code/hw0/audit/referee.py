"""What settles a claim: the value it gives and the value that is so, side by side at the same input."""
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from hw0.checks.compare import same
from hw0.checks.returned import plain
from hw0.checks.show import show_apart, show_arguments


class Evidence(NamedTuple):
    """A statement, one input, what the claim says there, what is true there by hw0, and whether the two agree."""

    topic: str
    at: dict
    says: object
    true: object
    agrees: bool

    def __repr__(self):
        says, true = show_apart(self.says, self.true)
        where = f"; at {show_arguments(self.at)}" if self.at else ""
        return f"{self.topic}{where}: the claim says {says}; it is {true}"


@dataclass(frozen=True, eq=False)
class Referee:
    """The referee of one or several claims that say the same.

    Attributes
    ----------
    topic : the statement in words
    says, true : functions of the input by name: what the claim makes of it, and what hw0 computes
    points : the inputs: those of a counterexample, or random ones for a claim that holds
    rtol : relative to the size of the value, as in checks.compare.same
    """

    topic: str
    says: Callable
    true: Callable
    points: tuple[dict, ...]
    rtol: float = 1e-9

    def at(self, point):
        """The Evidence at one input."""
        says, true = plain(self.says(**point)), plain(self.true(**point))
        return Evidence(self.topic, point, says, true, same(true, says, self.rtol))

    def __call__(self):
        """The Evidence at the first input where claim and truth disagree; at the last one if they agree on all."""
        for point in self.points:
            evidence = self.at(point)
            if not evidence.agrees:
                break
        return evidence


def always(value):
    """A function that says the same of every input."""
    return lambda **_: value


def assign(*pairs):
    """The dict claim id -> Referee of pairs (ids in one string, Referee).  Raises ValueError for an id that has two."""
    referees = {}
    for ids, referee in pairs:
        for claim_id in ids.split():
            if claim_id in referees:
                raise ValueError(f"claim {claim_id!r} has two referees: {referees[claim_id].topic!r} and "
                                 f"{referee.topic!r}.")
            referees[claim_id] = referee
    return referees
