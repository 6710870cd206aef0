"""The formulas of a Markdown text: displays with their labels, and what stands in a line."""

import re
from typing import NamedTuple

from .errors import FormulaError
from .tokens import RELATIONS, tokenize

DISPLAY = re.compile(r"\$\$(.+?)\$\$(?:[ \t]*\(([\w-]+)\))?", re.DOTALL)
INLINE = re.compile(r"(?<![\\$])\$(?!\$)((?:[^$\\]|\\.)+?)\$(?!\$)", re.DOTALL)
CODE = re.compile(r"^(`{3,})(?!\{)[^\n]*\n.*?^\1|(?<!`)`[^`\n]+`(?!`)", re.DOTALL | re.MULTILINE)


class Formula(NamedTuple):
    """One formula.

    text: its LaTeX.
    key: the label, else the text with single spaces.
    displayed: whether it stands on a line of its own.
    """

    text: str
    key: str
    displayed: bool


def formulas(markdown):
    """Return all formulas of a text, in order; none of those in code."""
    rest = CODE.sub("", markdown)
    found = []
    for match in DISPLAY.finditer(rest):
        found.append((match.start(), Formula(match[1].strip(), match[2] or " ".join(match[1].split()), True)))
    spaced = DISPLAY.sub(lambda match: " " * len(match[0]), rest)
    for match in INLINE.finditer(spaced):
        found.append((match.start(), Formula(match[1].strip(), " ".join(match[1].split()), False)))
    return [formula for _, formula in sorted(found, key=lambda pair: pair[0])]


def has_relation(text):
    """Whether a formula relates something to something; one that cannot even be cut into tokens does."""
    try:
        return any(token.text in RELATIONS and token.text != r"\mid" for token in tokenize(text))
    except FormulaError:
        return True
