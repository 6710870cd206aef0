"""The outcome decides which choice is right, and what is right stands in the fold only."""

from dataclasses import replace

import pytest
from bs4 import BeautifulSoup

from prediction.page import Gathered, html
from prediction.question import Choice
from tests.prediction.pages import SURE, length, side


@pytest.mark.parametrize(("move", "right"), [(-1.0, "Left"), (0.5, "Right"), (0.0, "Nowhere")])
def test_the_choice_that_agrees_with_the_outcome_is_right(move, right):
    assert side(lambda: move).right() == right
    fold = BeautifulSoup(html(side(lambda: move)), "html.parser").details
    assert fold.strong.text == f"{right}."
    assert fold["data-right"] == str(["Left", "Right", "Nowhere"].index(right))
    assert f"It moves by {move:g}, & stays < 1." in fold.text


@pytest.mark.parametrize("choices", [{"Up": 1, "Down": 2}, {"Up": 3, "Also up": lambda found: found > 2}])
def test_a_question_to_which_no_choice_or_several_are_right_is_refused(choices):
    with pytest.raises(ValueError, match="exactly one has to"):
        Choice(part="1", asks="Where?", outcome=lambda: 3, tells="", sure=SURE, choices=choices).right()


def test_a_number_is_the_outcome_as_it_is_written():
    fold = BeautifulSoup(html(length(lambda: 2.25)), "html.parser").details
    assert (fold["data-right"], fold["data-within"]) == ("2.25", "0.1")


@pytest.mark.parametrize("outcome", [float("nan"), float("inf")])
def test_a_number_that_nobody_can_write_is_refused(outcome):
    with pytest.raises(ValueError, match="no number lies within"):
        length(lambda: outcome).right()


def test_a_number_may_have_to_be_the_outcome_exactly():
    assert replace(length(lambda: 2.0), within=0).right() == "2"


def test_before_the_fold_nothing_depends_on_the_outcome():
    def front(question):
        page = BeautifulSoup(html(question), "html.parser")
        page.details.decompose()
        return str(page)

    assert front(side(lambda: -1.0)) == front(side(lambda: 1.0))
    assert front(length(lambda: 2.0)) == front(length(lambda: 3.0))


def test_formulas_are_typeset_and_what_is_kept_is_plain():
    question = Choice(part="1.side", asks="Is $x$?", outcome=lambda: 1, sure=SURE, tells="$x$ is {0}.",
                      choices={"$x$ is": 1, "no": 2}, plain=lambda text: text.replace("$", "|"),
                      typeset=lambda text: text.replace("$x$", "<i>x</i>"))
    page = BeautifulSoup(html(question), "html.parser")
    assert [str(tag) for tag in page.select("i")] == ["<i>x</i>"] * 4
    first, second = page.select("label > span")
    assert (first["data-said"], first.text) == ("|x| is", "x is")
    assert not second.has_attr("data-said")
    assert str(question) == "Is |x|?\n( ) |x| is\n( ) no"


def test_an_output_brings_script_and_style_and_a_text_without_the_answer():
    first, second = side()._repr_mimebundle_(), length()._repr_mimebundle_()
    assert all(each["text/html"].count("<script") == each["text/html"].count("<style") == 1 for each in (first, second))
    assert first["text/plain"] == "Which way does it go?\n( ) Left\n( ) Right\n( ) Nowhere"
    assert "2" not in second["text/plain"]
    third = Gathered((25, 70), "all")._repr_mimebundle_()
    assert third["text/html"].count("<script") == 1 and "needs JavaScript" in third["text/plain"]
