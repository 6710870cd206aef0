"""Letters have the words of notation.md, in the chapter and the sections where they mean that."""

from pathlib import Path

import pytest

from hw0.notation import CHAPTERS, table
from hw0.notation.meanings import meanings, name_of
from hw0.notation.rows import holding, key, rows
from tools.formula_texts import ROOT

PAGE = (Path(ROOT) / "appendix/notation.md").read_text(encoding="utf-8")
ROWS = rows(PAGE)


def test_words_are_those_of_the_page():
    assert meanings("ridge", PAGE)["X"] == "data, one sample a row"
    assert meanings("ridge", PAGE)["lam"] == "strength of the ridge penalty"


def test_a_letter_means_another_thing_in_another_chapter_and_in_another_section():
    assert meanings("relu_elbow", PAGE)["w"] == "weight of a unit, the slope of its line"
    assert meanings("least_squares", PAGE)["c"].startswith("coordinates")
    assert "each sample" in meanings("least_squares", PAGE, ["Exercises", "Some samples count more"])["c"]
    assert meanings("ridge", PAGE, ["Early stopping, noise and a budget"])["eta"] == "learning rate"
    assert "stacked" in meanings("ridge", PAGE, ["4e"])["eta"]
    assert "stacked" not in meanings("ridge", PAGE)["eta"]


def test_a_letter_with_a_dagger_has_no_name_of_its_own():
    letters = table("ridge").LETTERS
    assert name_of(r"\hat X", letters) == "hat_X"
    assert name_of(r"X^\dagger", letters) is None


@pytest.mark.parametrize(("latex", "name"), [
    ("x", "x"), (r"\lambda", "λ"), (r"\ell", "ℓ"), ("u_i", "u_*"), (r"\delta_{ij}", "δ_*"), ("w_0", "w_0"),
    ("e'", "e^′"), ("f''", "f^′′"), ("W^1", "W^1"), (r"X^\dagger", "X^†"), (r"\hat X", "hat:X"),
    (r"\bar o_k", "bar:o_*"), (r"\mathbf 1", "mathbf:1"), (r"\mathcal N", "mathcal:N"),
])
def test_the_name_of_a_letter(latex, name):
    assert key(latex) == name


@pytest.mark.parametrize("latex", ["x + y", r"\foo", r"\check x", "x_{abc!}"])
def test_what_is_no_letter_is_refused(latex):
    with pytest.raises(ValueError, match=r"notation\.md"):
        key(latex)


@pytest.mark.parametrize("number", range(1, len(CHAPTERS) + 1))
def test_no_letter_has_two_meanings_in_one_place(number):
    places = [(key(latex), place) for row in holding(number, ROWS) for latex in row.letters
              for place in row.sections or [None]]
    assert len(places) == len(set(places)) > 20


def test_a_letter_of_a_chapter_takes_the_place_of_the_same_letter_of_the_book():
    assert [row.meaning for row in holding(6, ROWS) if "e" in row.letters] == [r"$2.71828\dots$"]
    assert [row.meaning for row in holding(5, ROWS) if "e" in row.letters] == ["elbow, where a unit bends"]
