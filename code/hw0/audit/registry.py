"""The referee of every claim: those of the problems, those of single conversations, and the shared ones.

They are read when one of them is looked up: who judges a new conversation needs none.
"""
from collections.abc import Mapping
from functools import cache, cached_property
from importlib import import_module

from hw0.audit.ledger import claims
from hw0.audit.record import CONVERSATIONS, conversations, run_file

PROBLEMS = ("vector_calculus", "least_squares", "ridge", "relu_elbow", "self_assessment")


class _Table(Mapping):
    """A dict that a function makes when it is first looked into."""

    def __init__(self, make):
        self.make = make

    @cached_property
    def made(self):
        return self.make()

    def __getitem__(self, key):
        return self.made[key]

    def __iter__(self):
        return iter(self.made)

    def __len__(self):
        return len(self.made)


def _referees():
    tables = [import_module(f"hw0.audit.{problem}.referees").REFEREES for problem in PROBLEMS]
    tables += [run_file(path).REFEREES for slug in conversations()
               if (path := CONVERSATIONS / slug / "referees.py").exists()]
    found = {}
    for table in tables:
        if doubles := sorted(set(found) & set(table)):
            raise ValueError(f"these claims have two referees: {', '.join(doubles)}.")
        found |= table
    own = dict(found)
    for claim in claims():
        if claim.same_as is not None:
            if claim.same_as not in own or claim.id in own:
                raise ValueError(f"{claim.id}: there is no referee of {claim.same_as!r} to share, or a second one.")
            found[claim.id] = own[claim.same_as]
    return found


REFEREES = _Table(_referees)
# what no computation can settle, and why
FORM = _Table(lambda: {claim.id: claim.read for claim in claims() if claim.read is not None})


def evidence(claim_id):
    """What a claim's referee finds, an Evidence, computed once for all claims that share it; where nothing can be
    computed, the reason as text."""
    return _found(REFEREES[claim_id]) if claim_id in REFEREES else FORM[claim_id]


@cache
def _found(referee):
    return referee()
