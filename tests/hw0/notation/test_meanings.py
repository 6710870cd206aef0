"""Letters have the words of notation.md, and none where they mean something else."""

from pathlib import Path

import pytest

from formula.judge import Line
from hw0.notation import CHAPTERS
from hw0.notation.meanings import HOLDS, alphabet, meanings
from tools.formula_texts import ROOT

PAGE = (Path(ROOT) / "appendix/notation.md").read_text(encoding="utf-8")
CHAPTER = {"learning_goals": 1, "vector_calculus": 2, "least_squares": 3, "ridge": 4, "relu_elbow": 5, "networks": 6}


def test_words_are_those_of_the_page():
    assert alphabet(PAGE)["X"] == "data, one sample a row"
    assert meanings("ridge", PAGE, Line())["lam"] == "strength of the ridge penalty"


def test_a_letter_to_which_a_line_gives_another_value_has_no_meaning():
    assert "w" not in meanings("ridge", PAGE, Line(let={"w": "solution"}))
    assert "lam" not in meanings("ridge", PAGE, Line(let={"lambda": "matching"}))
    assert "lr" not in meanings("relu_elbow", PAGE, Line(let={"eta": "full_rate"}))


@pytest.mark.parametrize("stem", CHAPTERS)
def test_no_letter_with_another_meaning_in_its_chapter_has_that_of_the_alphabet(stem):
    own = {"lam": r"\lambda", "lr": r"\eta", "delta": r"\delta"}
    rows = [row for row in PAGE.splitlines() if row.startswith(f"| {CHAPTER[stem]} |")]
    listed = {sign.strip(" $") for row in rows for sign in row.split("|")[2].split(",")}
    assert rows and not {own.get(name, name) for name in HOLDS.get(stem, ())} & listed
