"""LaTeX, cut into tokens that know where they stand; what only spaces and sizes brackets is left out."""

import re
from typing import NamedTuple

from .errors import FormulaError

PIECE = re.compile(r"\\;\s*\\;|\\text\{[^{}]*\}|\\[A-Za-z]+|\\.|[A-Za-z]|\d+(?:\.\d+)?|\S", re.DOTALL)
SPACING = {r"\,", r"\;", r"\!", r"\ ", r"\:", r"\displaystyle", "~"}
SIZES = ("big", "Big", "bigg", "Bigg")
SIZING = {r"\left", r"\right", *(rf"\{size}{side}" for size in SIZES for side in ("", "l", "r"))}
SAME = {r"\leq": r"\le", r"\geq": r"\ge", r"\ne": r"\neq", r"\dfrac": r"\frac", r"\tfrac": r"\frac",
        r"\longrightarrow": r"\to", r"\quad": r"\qquad", r"\lbrace": r"\{", r"\lvert": "|", r"\rvert": "|"}
RELATIONS = {"=": "=", "<": "<", ">": ">", r"\le": "≤", r"\ge": "≥", r"\neq": "≠", r"\approx": "≈", r"\iff": "⟺",
             r"\to": "→", r"\sim": "∼", r"\lesssim": "≲", r"\gg": "≫", r"\ll": "≪", r"\in": "∈", r"\mapsto": "↦",
             r"\mid": "∣"}


class Token(NamedTuple):
    """One command, letter, number or sign, and the character at which it stands."""

    text: str
    at: int


def tokenize(text):
    """Return the tokens of a formula.

    Rows of `aligned` that go on with a relation or a sign are joined to the row above; other rows are parted like by
    \\qquad.

    Raises: FormulaError if braces do not match.
    """
    opened, found = [], []
    for match in PIECE.finditer(text):
        token = Token(SAME.get(match[0], match[0]), match.start())
        if token.text == "{":
            opened.append(token)
        elif token.text == "}":
            if not opened:
                raise FormulaError("} without {", token.at).within(text)
            opened.pop()
        if token.text not in SPACING and token.text not in SIZING:
            found.append(token)
    if opened:
        raise FormulaError("{ without }", opened[-1].at).within(text)
    return _rows_joined(_without_aligned(found))


def _without_aligned(tokens):
    """Drop the marks of `aligned`: a word of seven letters in braces after \\begin or \\end, ten tokens in all."""
    kept, at = [], 0
    while at < len(tokens):
        mark = (tokens[at].text in (r"\begin", r"\end")
                and "".join(token.text for token in tokens[at + 1 : at + 10]) == "{aligned}")
        if not mark:
            kept.append(tokens[at])
        at += 10 if mark else 1
    return kept


def _rows_joined(tokens):
    joined, depth, at = [], 0, 0
    while at < len(tokens):
        token = tokens[at]
        depth += (token.text == r"\begin") - (token.text == r"\end")
        if token.text == r"\\" and depth == 0:
            after = at + 1
            while after < len(tokens) and tokens[after].text in (r"\qquad", "&"):
                after += 1
            if after < len(tokens) and tokens[after].text in {*RELATIONS, "+", "-"}:
                at = after
                continue
            joined.append(Token(r"\qquad", token.at))
        elif token.text != "&" or depth:
            joined.append(token)
        at += 1
    return joined
