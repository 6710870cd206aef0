"""Kinds of error: what is wrong with the statements that are plainly wrong, each kind with an example and its referee.

To put an error in a drawer is a judgement; that it is an error is not: every claim here is refuted by its referee,
or says of an answer what everybody can read.
"""

from collections import Counter
from dataclasses import dataclass
from html import escape

from hw0.audit.ledger import claims
from hw0.audit.record import conversations
from hw0.audit.registry import evidence


@dataclass(frozen=True)
class Kind:
    """A kind of error.

    Attributes
    ----------
    name, what : in a few words, and in a sentence
    stands_for_it : the id of the wrong claim that is shown
    remedy : what would have caught it
    """

    name: str
    what: str
    stands_for_it: str
    remedy: str

    @property
    def claims(self):
        """The wrong Claims of this kind, a tuple."""
        return tuple(claim for claim in claims(truth="wrong") if claim.kind == self.name)

    @property
    def example(self):
        """The Claim that stands for the kind."""
        return next(claim for claim in self.claims if claim.id == self.stands_for_it)

    def counts(self):
        """How many claims of this kind were made in each conversation that made one, a dict by its name."""
        made = Counter(claim.conversation for claim in self.claims)
        return {conversations()[slug].name: made[slug] for slug in conversations() if made[slug]}


ERROR_KINDS = (
    Kind(
        "Exchanged spaces",
        "A projector is said to act on the row space where it acts on the column space, or the reverse.",
        "chatgpt-3c-6",
        "Say the shape: which of the two spaces has vectors of that length?",
    ),
    Kind(
        "One example generalised",
        "A case is settled by an example, or by one that does not belong to the case.",
        "chatgpt-5bii-6",
        "Look for a second example that goes the other way, and check that the first is one.",
    ),
    Kind(
        "Sign of a quotient",
        "Numerator and denominator move, and the quotient is said to follow one of them.",
        "grok-5b-ii-11",
        "Subtract: the sign of e' - e stands in one fraction.",
    ),
    Kind("Shapes that do not chain", "Things of different shapes are set equal or multiplied.", "grok-4f-4",
         "Write the shape under every factor."),
    Kind(
        "Hidden assumption",
        "A condition is used that nobody stated: full rank, a small step, a positive weight.",
        "chatgpt-4h-1",
        "Ask of every 'then': and if not?",
    ),
    Kind(
        "The wrong scale",
        r"A quantity is compared with one of another dimension: $\sigma$ with $\lambda$, where $\sigma^2$ decides.",
        "grok-4b-13",
        "Rescale the data: a comparison that changes its outcome was none.",
    ),
    Kind(
        "A term lost on the way",
        "In a sum or product, one term or factor is treated as if it were not there, or constant.",
        "grok-2d-4",
        "Put in the smallest size, $n = 1$, where nothing can hide.",
    ),
    Kind(
        "One outcome, called open",
        "There is one direction, or one limit, and it is said that there may be several.",
        "gpt5think-5b.iii-2",
        "Look for a second outcome; if none turns up, ask why.",
    ),
    Kind(
        "Said of itself",
        "An answer says of itself what is not so: that it is complete, as asked, or at fault.",
        "deepseek-meta-1",
        "Count, and compare.",
    ),
)


class Taxonomy:
    """The kinds of error with their counts, an example each, and what its referee says; prints as a table."""

    def __init__(self, kinds=ERROR_KINDS):
        self.kinds = kinds

    def __repr__(self):
        return "\n".join(f"{kind.name} ({len(kind.claims)}): {evidence(kind.example.id)}" for kind in self.kinds)

    def _repr_html_(self):
        return "".join(map(_section, self.kinds))


def _section(kind):
    from livefig.typeset import html  # here, since judging an answer never needs it

    made = ", ".join(f"{name} {count}" for name, count in kind.counts().items())
    claim = kind.example
    return (
        f'<div class="hw0-kind" data-of="{claim.part}">'
        f"<p><strong>{escape(kind.name)}</strong>, {len(kind.claims)} times ({escape(made)}). "
        f"{html(kind.what)}</p><blockquote><p>{escape(claim.claim)} "
        f"<em>{escape(conversations()[claim.conversation].name)}, part {escape(claim.part)}</em></p></blockquote>"
        f"<p>Referee: <code>{escape(repr(evidence(claim.id)))}</code><br>{html(kind.remedy)}</p></div>"
    )
