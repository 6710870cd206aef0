"""Kinds of error: what is wrong with the statements that are plainly wrong, each kind with an example and its referee.

To put an error in a drawer is a judgement; that it is an error is not: every claim here is refuted by its referee,
or says of an answer what everybody can read.
"""
from dataclasses import dataclass
from html import escape

from hw0.audit.ledger import CHATBOTS, NAMES, claims
from hw0.audit.registry import FORM, REFEREES


@dataclass(frozen=True)
class Kind:
    """A kind of error.

    Attributes
    ----------
    name, what : in a few words, and in a sentence
    ids : the wrong claims of this kind, the example first
    remedy : what would have caught it
    """

    name: str
    what: str
    ids: tuple[str, ...]
    remedy: str

    @property
    def example(self):
        """The Claim that stands for the kind."""
        return next(claim for claim in claims() if claim.id == self.ids[0])

    def counts(self):
        """How many claims of this kind each chatbot made, in the order of CHATBOTS."""
        makers = [claim.chatbot for claim in claims() if claim.id in self.ids]
        return tuple(makers.count(chatbot) for chatbot in CHATBOTS)


def _kind(name, what, ids, remedy):
    return Kind(name, what, tuple(ids.split()), remedy)


ERROR_KINDS = (
    _kind("Exchanged spaces",
          "A projector is said to act on the row space where it acts on the column space, or the reverse.",
          "chatgpt-3c-6 chatgpt-3c-3 chatgpt-3f-2 chatgpt-3f-4",
          "Say the shape: which of the two spaces has vectors of that length?"),
    _kind("One example generalised", "A case is settled by an example, or by one that does not belong to the case.",
          "chatgpt-5bii-6 chatgpt-5bii-10 chatgpt-5btable-2 chatgpt-5btable-7 chatgpt-5biii-6 "
          "deepseek-5b-ii-9 deepseek-5b-ii-2 deepseek-meta-3",
          "Look for a second example that goes the other way, and check that the first is one."),
    _kind("Sign of a quotient", "Numerator and denominator move, and the quotient is said to follow one of them.",
          "grok-5b-ii-11 grok-5b-iii-7 grok-5b-iii-8 chatgpt-5biii-3 chatgpt-5biv-4 chatgpt-5btable-4 "
          "chatgpt-5btable-11",
          "Subtract: the sign of e' - e stands in one fraction."),
    _kind("Shapes that do not chain", "Things of different shapes are set equal or multiplied.",
          "grok-4f-4 chatgpt-2d-2 chatgpt-3b-9 chatgpt-3b-12 deepseek-4b-4", "Write the shape under every factor."),
    _kind("Hidden assumption", "A condition is used that nobody stated: full rank, a small step, a positive weight.",
          "chatgpt-4h-1 chatgpt-5bii-13 deepseek-5b-diag-1 grok-5a-i-3", "Ask of every 'then': and if not?"),
    _kind("The wrong scale", "A quantity is compared with one of another dimension: σ with λ, where σ² decides.",
          "grok-4b-13 grok-4b-10", "Rescale the data: a comparison that changes its outcome was none."),
    _kind("A term lost on the way",
          "In a sum or product, one term or factor is treated as if it were not there, or constant.",
          "grok-2d-4 grok-2d-5 grok-2d-6 grok-3c-2", "Put in the smallest size, n = 1, where nothing can hide."),
    _kind("Said of itself", "An answer says that it is complete, or as asked, and is not.",
          "deepseek-meta-1 deepseek-meta-5", "Count."),
)


def evidence(claim_id):
    """The Evidence of a claim's referee; where nothing can be computed, the reason as text."""
    return REFEREES[claim_id]() if claim_id in REFEREES else FORM[claim_id]


class Taxonomy:
    """The kinds of error with their counts, an example each, and what its referee says; prints as a table."""

    def __init__(self, kinds=ERROR_KINDS):
        self.kinds = kinds

    def __repr__(self):
        return "\n".join(f"{kind.name} ({sum(kind.counts())}): {evidence(kind.example.id)}" for kind in self.kinds)

    def _repr_html_(self):
        return "".join(map(_section, self.kinds))


def _section(kind):
    made = ", ".join(f"{NAMES[chatbot]} {count}"
                     for chatbot, count in zip(CHATBOTS, kind.counts(), strict=True) if count)
    claim = kind.example
    return (f'<div class="hw0-kind"><p><strong>{escape(kind.name)}</strong> ({made}). {escape(kind.what)}</p>'
            f"<blockquote><p>{escape(claim.claim)} <em>{NAMES[claim.chatbot]}, part "
            f"{escape(claim.part)}</em></p></blockquote>"
            f"<p>Referee: <code>{escape(repr(evidence(claim.id)))}</code><br>{escape(kind.remedy)}</p></div>")
