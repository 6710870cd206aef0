"""What the conversations show together: each finding counted, with its n.

A conversation counts for a finding if one of its statements is judged by one of the finding's referees, whatever its
words.  The conversations were not drawn at random and happened once each: a count says that something happens, and in
how many of these, and is no rate.
"""
from dataclasses import dataclass

from hw0.audit.answers import grade, turns
from hw0.audit.ledger import claims
from hw0.audit.record import conversations
from hw0.audit.registry import REFEREES
from hw0.audit.table import Table
from hw0.audit.tally import taken_apart

ELBOW = ("5b.i", "5b.ii", "5b.iii", "5b.iv")


@dataclass(frozen=True)
class Finding:
    """Something that was said in several conversations.

    Attributes
    ----------
    what, problem : in a few words, and the problem that a conversation must have statements on to be counted at all
    said : ids of claims that say it, each for all that share its referee
    invited : whether the sheet itself invites it, so that it is no error of the chatbot's own
    """

    what: str
    problem: str
    said: tuple[str, ...]
    invited: bool = False

    def conversations(self):
        """The Conversations in which it was said, a tuple."""
        judges = {REFEREES[claim_id] for claim_id in self.said}
        slugs = {claim.conversation for claim in claims() if REFEREES.get(claim.id) in judges}
        return tuple(made for made in taken_apart() if made.slug in slugs)

    def asked(self):
        """The Conversations with statements on the problem, a tuple."""
        slugs = {claim.conversation for claim in claims() if claim.part.startswith(self.problem)}
        return tuple(made for made in taken_apart() if made.slug in slugs)


FINDINGS = (
    Finding("the projector of one space is given where the other's belongs", "3",
            ("chatgpt-3c-6", "chatgpt-3f-2", "chatgpt-3c-3", "chatgpt-3f-4", "chatgpt-3c-7", "chatgpt-3f-5")),
    Finding(r"$\sigma$ is compared with $\lambda$, where $\sigma^2$ decides", "4",
            ("grok-4b-10", "grok-4b-11", "grok-4b-13", "chatgpt-4b-4", "chatgpt-4b-6", "chatgpt-4b-7"), invited=True),
    Finding("an inverse is written that needs full rank, and the rank is passed over", "3",
            ("chatgpt-3b-5", "chatgpt-3d-3", "deepseek-3b-4", "chatgpt-4h-1", "grok-4h-1", "grok-4h-6",
             "chatgpt-4h-10")),
    Finding("the slope after the step is not asked to be different from 0", "5",
            ("chatgpt-5bii-3", "chatgpt-5d-12", "deepseek-5d-4", "grok-5b-ii-4")),
    Finding(r"every single weight is said to shrink as $\lambda$ grows", "4", ("chatgpt-4g-3",)),
    Finding("Woodbury's name is put on another identity", "4", ("deepseek-4f-5",)))


def findings_table():
    """The Table of the findings: what, in how many conversations of how many, in which."""
    rows = [(finding.what + " (the sheet invites it)" * finding.invited,
             f"{len(finding.conversations())} of {len(finding.asked())}",
             "; ".join(made.name for made in finding.conversations())) for finding in FINDINGS]
    return Table("Said in several conversations", ("what", "conversations", "which"), tuple(rows),
                 tuple(finding.problem for finding in FINDINGS))


def answered(part, word):
    """Who gave this word as the first answer to a part that can be run, and who gave one at all: two tuples of
    Conversations."""
    firsts = [(made, given.answer) for slug, made in conversations().items()
              for given in [a for a in turns(part, slug) if a.answer is not None][:1]]
    return tuple(made for made, answer in firsts if answer == word), tuple(made for made, _ in firsts)


def first_answers_right(slug, parts):
    """Of how many of these parts the first answer that can be run is right in a conversation, and how many it was
    asked."""
    told = [answers for part in parts if (answers := turns(part, slug))]
    firsts = [next((a for a in answers if a.answer is not None), answers[0]) for answers in told]
    return sum(grade(answer).word == "right" for answer in firsts), len(firsts)


def conversations_table():
    """The Table of the conversations: how each was asked, and how its first answers on the elbow fared."""
    rows = []
    for slug, made in conversations().items():
        right, given = first_answers_right(slug, ELBOW)
        rows.append((made.name, made.month, made.settings or "not recorded", made.turns or "unknown",
                     "yes" if made.annotated else "no", f"{right} of {given}" if given else "none to run"))
    return Table("The conversations", ("conversation", "posted", "settings", "messages", "with a reader's notes",
                                       "5b: first answers that are right"), tuple(rows))
