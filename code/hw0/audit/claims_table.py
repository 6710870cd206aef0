"""All claims of the ledger as a list, part by part, that reads and unfolds without a script.

On the site, assets/claims.js adds a filter to it; in a notebook, `claims(part=…, truth=…)` is one.
"""
import json
from dataclasses import dataclass
from html import escape
from itertools import groupby

from hw0.audit.ledger import TRUTHS, Claim, claims
from hw0.audit.record import conversations
from hw0.audit.registry import FORM, REFEREES, evidence

SIGNS = dict(zip(TRUTHS, "\u2713~\u2026?\u2717", strict=True))
STYLE = """
.hw0-claims summary { padding: .3rem 0; }
.hw0-claims summary small { font-weight: 400; }
.hw0-claims ol { padding-left: 0; list-style: none; }
.hw0-claims li { margin: 0 0 1rem; padding-left: .8rem; border-left: 3px solid #888; }
.hw0-claims li[data-truth="correct"] { border-color: #0072b2; }
.hw0-claims li[data-truth="wrong"] { border-color: #d55e00; }
.hw0-claims li:target { outline: 2px solid; outline-offset: 4px; }
.hw0-claims p { margin: 0 0 .2rem; }
.hw0-claims p + p { font-size: .92em; }
.hw0-claims [hidden] { display: none; }
"""


@dataclass(frozen=True, repr=False)
class ClaimsTable:
    """Claims, part by part: what was said, what is so, what a computation gives, what the student said."""

    told: tuple[Claim, ...]

    def __repr__(self):
        flawed = sum(claim.flawed for claim in self.told)
        return f"claims: {len(self.told)}, flawed: {flawed}, parts: {len(self._parts())}"

    def _parts(self):
        ordered = sorted(self.told, key=lambda claim: (claim.part == "meta", claim.part))
        return [(part, tuple(group)) for part, group in groupby(ordered, key=lambda claim: claim.part)]

    def _repr_html_(self):
        parts = "\n".join(_part(part, told) for part, told in self._parts())
        names = escape(json.dumps({slug: made.name for slug, made in conversations().items()}))
        return (f'<style>{STYLE}</style>\n<section class="hw0-claims" aria-label="All claims" data-names="{names}">\n'
                f'{parts}\n</section>')


def claims_table(**conditions):
    """The ClaimsTable of all claims, or of those that meet the conditions of `claims`."""
    return ClaimsTable(claims(**conditions))


def _part(part, told):
    flawed = sum(claim.flawed for claim in told)
    title = f"Part {part}" if part[1:] else f"Problem {part}"
    if part == "meta":
        title = "What a chatbot said of its own work"
    count = f"{len(told)} claim{'s'[:len(told) != 1]}, {flawed} flawed"
    items = "\n".join(map(_item, told))
    return (f'<details data-part="{escape(part)}"><summary>{title} <small>{count}</small></summary>'
            f"<ol>\n{items}\n</ol></details>")


def _item(claim):
    made = conversations()[claim.conversation]
    severity = f" ({claim.severity})" if claim.severity else ""
    invited = " The sheet invites it, so it is not counted." * claim.invited
    notes = [f"<strong>{SIGNS[claim.truth]} {claim.truth}</strong>{severity}. {escape(_sentence(claim.why))}{invited}",
             _computed(claim)]
    if claim.annotator_verdict:
        notes.append(f"<em>The student:</em> {escape(_sentence(claim.annotator_verdict))}")
    return (f'<li id="{escape(claim.id)}" data-conversation="{claim.conversation}" data-truth="{claim.truth}"'
            f' data-severity="{claim.severity or ""}"{" data-flawed" * claim.flawed}>'
            f'<p>{escape(_sentence(claim.claim))} <small>{escape(made.name)}, turn {claim.turn}</small></p>'
            f"{''.join(f'<p>{note}</p>' for note in notes if note)}</li>")


def _computed(claim):
    if claim.id in FORM:
        return f"<em>Read, not computed:</em> {escape(_sentence(FORM[claim.id]))}" if not claim.correct else ""
    referee = REFEREES[claim.id]
    if claim.correct:
        many = len(referee.points)
        return f"<em>Confirmed</em> at {many} inputs." if many > 1 else "<em>Confirmed.</em>"
    return f"<em>Computed:</em> <code>{escape(repr(evidence(claim.id)))}</code>"


def _sentence(text):
    """The text with a full stop, and with a capital if it begins with a word."""
    first = text.split()[0]
    capital = text[0].upper() + text[1:] if first.isalpha() and len(first) > 2 else text
    return capital if capital[-1] in ".?!)" else capital + "."
