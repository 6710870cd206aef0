"""Every letter in a formula of a chapter is explained in notation.md, and the page explains none that nobody uses."""

import collections
import functools
import pathlib
import re

import pytest

from tests.notebooks.chapter import Chapter
from tests.notebooks.symbols import symbols

ROOT = pathlib.Path(__file__).parents[2]
CHAPTERS = [path for folder in ("chapters", "further") for path in sorted((ROOT / folder).glob("*.ipynb"))]
ROW = re.compile(r"^\|(.+)\|$", re.MULTILINE)


def table(heading):
    """Return the rows of the first table below a heading of notation.md, without its head, as lists of cells."""
    page = (ROOT / "appendix" / "notation.md").read_text(encoding="utf-8")
    section = page.split(f"# {heading}\n")[1].split("\n#")[0]
    rows = [[cell.strip() for cell in row.split("|")] for row in ROW.findall(section)]
    assert len(rows) > 10
    return rows[2:]


WITH_FORMULAS = range(1, 7)


def explained(number):
    """Return the letters that a reader of a chapter finds explained: those of the book and those of the chapter."""
    own = table(f"Chapter {number}") if number in WITH_FORMULAS else []
    return set().union(*(symbols(row[0]) for row in [*table("The alphabet"), *own]))


@functools.cache
def used(path):
    chapter = Chapter.read(path)
    texts = [cell.source for _, cell in chapter.cells if cell.cell_type == "markdown"]
    texts += [cell.metadata.get("mystnb", {}).get("figure", {}).get("caption", "") for _, cell in chapter.cells]
    return chapter.outline.number, set().union(*map(symbols, texts))


# {a letter: why a reader needs no explanation}, in the sense of the sentence it stands in
PLAIN = {"x": "the argument of whatever is spoken of", "t": "the variable of a plot"}


@pytest.mark.parametrize("path", CHAPTERS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_letter_of_a_chapter_is_explained(path):
    number, letters = used(path)
    assert letters - explained(number) - set(PLAIN) == set()


def test_every_letter_of_one_chapter_is_used_there():
    chapters = collections.defaultdict(set)
    for number, letters in map(used, CHAPTERS):
        chapters[number] |= letters
    for number in WITH_FORMULAS:
        for letters, *_ in table(f"Chapter {number}"):
            assert symbols(letters), f"a row of chapter {number} explains nothing"
            assert symbols(letters) <= chapters[number], f"chapter {number}: {letters}"


@pytest.mark.parametrize(("text", "letters"), [
    (r"$\frac{d\ell}{dx}$ and $\mathbb R^n$", {"d", r"\ell", "x", r"\mathbb R", "n"}),
    (r"`$a$` and $b \text{ if } \operatorname*{arg\,min} c$", {"b", "c"}),
    ("$$\n\\begin{aligned} J &= \\lambda \\end{aligned}\n$$ (eq-j)", {"J", r"\lambda"}),
    (r"it costs 5 \$ and 6 \$", set()),
    (r"$\hat f(x)' = \mathbf 1^\top \tilde X$", {"f", "x", r"\mathbf 1", "X"}),
    ("```python\n$x$\n```\n$y$", {"y"}),
])
def test_letters_are_told_from_words_and_code(text, letters):
    assert symbols(text) == letters


def test_a_letter_that_is_not_explained_is_noticed():
    assert "q" in explained(6)
    assert "q" not in explained(5)
