"""The mathematics of a sentence is set alike in a notebook and in the page, and nothing of it stays as it was typed."""

import html
import re

import pytest

from hw0.checks import PARTS
from hw0.checks.show import typeset
from tests.answers.parity import in_node

SENTENCES = [text for part in PARTS.values()
             for text in (part.asks, *map(str, part.cases), *(mistake.says for mistake in part.mistakes))]
# a hyphen or a star in the place of a sign, a script, a prime, a root and a Greek letter by its name
TYPED = re.compile(r"(?<![\w−*])-(?=\w)|(?<!\*)\*(?!\*-1)|(?<!fan)(?<!fit)_|\^|\b\w'(?!\w)|[<>!]=|\|\||\blam(bda)?\b")
TYPED_AND_SET = [
    ("the line b = -w x leaves the square", "the line b = −w x leaves the square"),
    ("from -left to right", "from −left to right"), ("-log p(w | y)", "−log p(w | y)"), ("(-b, -w)", "(−b, −w)"),
    ("p' = p - lr * v", "p′ = p − lr · v"), ("x**2, not x", "x<sup>2</sup>, not x"), ("X_hat w0", "X̂ w<sub>0</sub>"),
    ("(X^T X)^{-1} lam", "(X<sup>T</sup> X)<sup>−1</sup> λ"), ("d(Ax)_i/dx_k", "d(Ax)<sub>i</sub>/dx<sub>k</sub>"),
    ("W1_i != 0, dW2", "W<sup>1</sup><sub>i</sub> ≠ 0, dW<sub>2</sub>"), ("lim_{lambda->0} w", "lim<sub>λ→0</sub> w"),
]
OF_PYTHON = "It raised NameError: name 'y' is not defined, nor 'lam', 'ημw'. Given: W1, lam. Here it is called mu."


def test_page_and_notebook_set_every_sentence_alike():
    texts = [*SENTENCES, OF_PYTHON, *(typed for typed, _ in TYPED_AND_SET)]
    assert typeset(OF_PYTHON) == OF_PYTHON
    for text, shown in zip(texts, in_node("sentences.mjs", texts), strict=True):
        assert html.unescape(typeset(text)) == shown, text


def test_nothing_stays_as_it_was_typed():
    left = {text: found[0] for text in SENTENCES if (found := TYPED.search(html.unescape(typeset(text))))}
    assert left == {}


@pytest.mark.parametrize(("typed", "shown"), TYPED_AND_SET)
def test_what_stays_as_typed_is_noticed(typed, shown):
    assert TYPED.search(typed) and typeset(typed) == shown and not TYPED.search(shown)


@pytest.mark.parametrize("words", [
    "a well-known right-hand side", "fan_in and dscores", "the 'right' answer", "a weight's step", "the power **-1"])
def test_words_are_left_alone(words):
    assert typeset(words) == words and not TYPED.search(words)
