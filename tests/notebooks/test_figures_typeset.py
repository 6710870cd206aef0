"""What stands in a live figure is typeset as in the text; each rule notices a fault that is planted."""

import copy
import pathlib

import pytest

from tests.notebooks.rules_of_figures import heard_only, not_draggable, not_typeset, seen, specs

ROOT = pathlib.Path(__file__).parents[2]
FOLDERS = ("chapters", "further", "guides", ".")
NOTEBOOKS = [path for folder in FOLDERS for path in sorted((ROOT / folder).glob("*.ipynb"))]
FIGURES = [(path.stem, spec) for path in NOTEBOOKS for spec in specs(path.read_text(encoding="utf-8"))]


def test_the_figures_are_found():
    assert len(FIGURES) > 35
    assert sum("$" in text for _, spec in FIGURES for text in seen(spec)) > 300


def test_every_formula_of_a_figure_is_typeset():
    faults = {f"{page}, {spec['name']}: {text}": found
              for page, spec in FIGURES for text in seen(spec) if (found := not_typeset(text))}
    assert faults == {}, "write it as $X^\\top w$"


def test_what_is_only_heard_is_in_words():
    assert {spec["name"]: found for _, spec in FIGURES if (found := heard_only(spec))} == {}


def test_what_offers_to_be_dragged_can_be_dragged():
    assert {spec["name"]: found for _, spec in FIGURES if (found := not_draggable(spec))} == {}
    spec = copy.deepcopy(next(spec for _, spec in FIGURES if spec["name"] == "third-point"))
    for mark in spec["panels"][0]["marks"]:
        mark.pop("xin", None), mark.pop("yin", None)
    assert not_draggable(spec) == ["drag it"]


@pytest.mark.parametrize(("text", "found"), [
    ("The derivative of xᵀAx", ["ᵀ"]),
    ("squared bias²", ["²"]),
    ("10⁻³", ["⁻", "³"]),
    ("σ₁ is large", ["₁", "σ"]),
    ("ŵ is w\u0302", ["\u0302", "ŵ", "w"]),
    ("weight w", ["w"]),
    ("all λ", ["λ"]),
    ("length of X w", ["X", "w"]),
    ("at x, the slope", ["x"]),
    ("the norm ‖·‖", ["‖", "‖"]),
    ("(x, y)", ["x", "y"]),
    ("f(x)", ["f", "x"]),
])
def test_a_formula_that_is_not_typeset_is_noticed(text, found):
    assert not_typeset(text) == found
    assert not_typeset(text + " of $X^\\top w$") == found


@pytest.mark.parametrize("text", ["", r"weight $w$ of a sample", "A small singular value", "Newton's step", "I know",
                                  "case (iv): $w < 0$", "log 2, a guess", "½ of it", "4 × 3", "7.5 h",
                                  "3 layers: right of 50", "10", "−0.5"])
def test_words_are_no_formulas(text):
    assert not_typeset(text) == []


def test_a_letter_that_cannot_be_heard_is_noticed():
    assert heard_only({"alt": "The form xᵀAx and $w$"}) == ["ᵀ", "$", "$"]
