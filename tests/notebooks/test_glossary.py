"""Every word that a chapter defines is in the glossary: a word is bold where it is defined, and nowhere else."""

import pathlib
import re

import pytest

from tests.notebooks.chapter import Chapter

ROOT = pathlib.Path(__file__).parents[2]
CHAPTERS = [path for folder in ("chapters", "further") for path in sorted((ROOT / folder).glob("*.ipynb"))]
BOLD = re.compile(r"\*\*([^*]+)\*\*")
MOST_WORDS = 4  # more is a sentence that is stressed, not a word that is defined


def defined(text):
    """Return the words that a Markdown text defines."""
    found = [word.strip() for word in BOLD.findall(text)]
    return [word for word in found if len(word.split()) <= MOST_WORDS and not re.search(r"[$.:]", word)]


def terms():
    """Return the terms of the glossary with the links of their definitions."""
    entries = (ROOT / "appendix"
               / "glossary.md").read_text(encoding="utf-8").split(":sorted:\n")[1].rstrip("`\n").strip().split("\n\n")
    lines = [entry.splitlines() for entry in entries]
    return {term.lower(): definition for *words, definition in lines for term in words}


@pytest.mark.parametrize("path", CHAPTERS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_word_that_a_chapter_defines_is_in_the_glossary(path):
    text = "\n".join(cell.source for _, cell in Chapter.read(path).cells if cell.cell_type == "markdown")
    for word in defined(text):
        singular = word.lower().removesuffix("s")
        assert any(singular in term or term in singular
                   for term in terms()), f"{word!r} is missing; add it to appendix/glossary.md"


def test_the_chapters_define_words():
    texts = [cell.source for path in CHAPTERS for _, cell in Chapter.read(path).cells if cell.cell_type == "markdown"]
    assert len(defined("\n".join(texts))) >= 20


def test_every_term_is_explained_with_the_chapter_that_introduces_it():
    assert len(terms()) >= 40
    for term, definition in terms().items():
        (target,) = re.findall(r"\[(?:Chapter \d|On trial)\]\(([\w./]+)\)", definition)
        page = (ROOT / "appendix" / target).resolve()
        assert page.is_file()
        words = re.findall(r"[a-z]+", term.lower())
        text = page.read_text(encoding="utf-8").lower()
        assert all(word.removesuffix("s") in text for word in words), f"{page.name} does not speak of {term!r}"


def test_a_stressed_sentence_is_no_definition():
    assert defined("**Predict first.** The **elbow** is **where $w$ is** not.") == ["elbow"]
