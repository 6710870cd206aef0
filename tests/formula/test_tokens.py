"""LaTeX is cut where LaTeX would cut it, and every token knows its place."""

import pytest

from formula.errors import FormulaError
from formula.tokens import tokenize


def texts(latex):
    return [token.text for token in tokenize(latex)]


def test_spaces_and_the_sizes_of_brackets_are_left_out():
    assert texts(r"\Big( x\,y \Big)") == texts("(xy)")


def test_every_token_knows_its_character():
    latex = r"\lambda + x_k"
    assert all(latex.startswith(token.text, token.at) for token in tokenize(latex))


def test_rows_of_aligned_go_on_with_a_relation_or_a_sign_and_are_parted_otherwise():
    joined = texts(r"\begin{aligned} a &= b \\ &\quad + c \\ &= d \end{aligned}")
    assert joined == ["a", "=", "b", "+", "c", "=", "d"]
    assert texts(r"\begin{aligned} a &= b \\ c &= d \end{aligned}") == ["a", "=", "b", r"\qquad", "c", "=", "d"]


def test_words_are_one_token():
    assert texts(r"\text{if } x") == [r"\text{if }", "x"]


@pytest.mark.parametrize(("latex", "message"), [(r"\frac{a}{b", "{ without }"), ("a}", "} without {")])
def test_braces_that_do_not_match_are_named_with_their_place(latex, message):
    with pytest.raises(FormulaError, match=message) as caught:
        tokenize(latex)
    assert latex[caught.value.at] in "{}"
