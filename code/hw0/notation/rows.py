"""The rows of the page notation.md: one for each meaning of a letter, with the chapter and sections where it holds."""

import re
from typing import NamedTuple

TABLE = re.compile(r"^\|[-|]+\|\n((?:\|.+\|\n)+)", re.MULTILINE)
CHAPTER = re.compile(r"^### Chapter (\d)\n", re.MULTILINE)
FORMULA = re.compile(r"\$([^$]+)\$")
LETTER = re.compile(r"""(?:\\(?P<mark>hat|tilde|bar|mathbf|mathbb|mathcal)\s)?(?P<base>\\[A-Za-z]+|\w)
                        (?:_(?P<sub>\w|\{\w+\}))?(?P<sup>'+|\^\\dagger|\^\d)?""", re.VERBOSE)
COMMANDS = "alpha beta gamma delta varepsilon eta theta kappa lambda mu pi rho sigma tau phi ell Sigma Delta"
GREEK = dict(zip(COMMANDS.split(), "αβγδεηθκλμπρστϕℓΣΔ", strict=True))
EXACT = {"p_i", "p_k"}  # the index tells which of two things is meant


class Row(NamedTuple):
    """One meaning of one or more letters, in Markdown.

    chapter: its number, or None where it holds in every chapter that does not say otherwise.
    letters: their LaTeX.
    code: how they are spelled in the code, which only rows for every chapter say.
    sections: titles of sections or ids of parts outside which the row does not hold; none if it always holds.
    """

    chapter: int | None
    letters: tuple
    code: str
    shape: str
    meaning: str
    sections: tuple = ()


def rows(page):
    """Return all rows of the text of notation.md, in order.

    Raises ValueError for a letter that cannot be told from its LaTeX.
    """
    before, *chapters = CHAPTER.split(page.split("## Row or column?")[0])
    found = [Row(None, letters, *cells) for letters, *cells in _cells(before)]
    for number, text in zip(chapters[::2], chapters[1::2], strict=True):
        for letters, shape, meaning, sections in _cells(text):
            places = tuple(part.strip() for part in re.split(r",\s+(?=[A-Z\d])", sections) if part.strip())
            found.append(Row(int(number), letters, "", shape, meaning, places))
    for row in found:
        for latex in row.letters:
            key(latex)
    return found


def _cells(text):
    """The cells of the only table of a text: of each row its letters, and what stands behind them."""
    (table,) = TABLE.findall(text)
    cut = ([cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines())
    return [(tuple(FORMULA.findall(first)), *others) for first, *others in cut]


def key(latex):
    """Return the name under which the page finds a letter: its sign, with what stands above, below and behind it.

    "σ", "hat:X", "X^†", "w^′"; a letter with an index has the same name for each: "u_*" of u_i, "δ_*" of δ_ij.
    """
    found = LETTER.fullmatch(latex)
    if not found:
        raise ValueError(f"notation.md: {latex} is no letter with an index, a prime, a dagger or a mark")
    base = found["base"]
    if base.startswith("\\"):
        base = GREEK.get(base[1:])
    if not base:
        raise ValueError(f"notation.md: {latex} is no letter that hw0.notation.rows knows")
    name = f"{found['mark']}:{base}" if found["mark"] else base
    sub = (found["sub"] or "").strip("{}")
    if sub:
        name += "_*" if sub in {"i", "j", "k", "ij"} and latex not in EXACT else f"_{sub}"
    return name + (found["sup"] or "").replace("'", "′").replace("^\\dagger", "^†").replace("′", "^′", 1)


def holding(number, found):
    """Return the rows that hold in a chapter, those of the chapter first."""
    own = [row for row in found if row.chapter == number]
    taken = {key(latex) for row in own if not row.sections for latex in row.letters}
    shared = [row._replace(letters=tuple(latex for latex in row.letters if key(latex) not in taken))
              for row in found if row.chapter is None]
    return own + [row for row in shared if row.letters]
