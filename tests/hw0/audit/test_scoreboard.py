"""The scoreboard: what is interesting first, what is right folded, and the same as text and as HTML."""

from dataclasses import replace
from importlib import import_module

import pytest
from bs4 import BeautifulSoup

from hw0.audit import scoreboard, turn_by_turn, turns
from hw0.audit.answers import all_answers
from hw0.checks import PARTS

FIVE = ("5a.i", "5a.ii", "5a.iii", "5a.iv", "5b.i", "5b.ii", "5b.iii", "5b.iv", "5c", "5d")


def words(board, part):
    return [[grade.word for grade in cell] for cell in board.rows[part]]


def test_four_answers_bring_gpt_4o_from_one_right_case_to_three():
    board = turn_by_turn()
    assert {part: [cell[0] for cell in words(board, part)] for part in board.rows} == {
        "5b.i": ["right"] * 4, "5b.ii": ["wrong", "wrong", "incomplete", "incomplete"],
        "5b.iii": ["wrong", "right", "right", "right"], "5b.iv": ["wrong", "wrong", "wrong", "right"]}


def test_the_interesting_rows_come_first_and_the_others_are_folded():
    board = scoreboard(parts=FIVE)
    assert board.interesting()[0] == "5b.ii"
    assert set(board.interesting()) | set(board.settled()) == set(FIVE)
    faults = [board.faults(part) for part in board.interesting()]
    assert faults == sorted(faults, reverse=True) and min(faults) > 0
    page = board._repr_html_()
    assert page.index(">5b.ii<") < page.index("<details>") < page.index(">5a.ii<")
    assert repr(board).splitlines()[2].startswith("5b.ii")


def test_a_board_without_a_flaw_folds_nothing_and_explains_nothing():
    board = scoreboard(("2a", "2b"))
    assert "details" not in board._repr_html_() and "incomplete" not in board._repr_html_()
    assert [line.split()[0] for line in repr(board).splitlines()[2:4]] == ["2a", "2b"]


def test_an_answer_that_became_right_would_show(monkeypatch):
    """The board is computed: put a right answer in the place of a wrong one and look."""
    repaired = tuple(replace(a, answer=PARTS[a.part].reference) if a.part == "5b.ii" else a for a in all_answers())
    monkeypatch.setattr(import_module("hw0.audit.answers"), "all_answers", lambda: repaired)
    assert scoreboard(parts=("5b.ii",)).faults("5b.ii") == 0


def test_a_board_with_stored_words_reads_the_same():
    parts = ("5a.i", "5b.ii", "5b.iii", "5c")
    assert repr(scoreboard(parts, right_as_stored=True)) == repr(scoreboard(parts))
    assert scoreboard(parts, right_as_stored=True)._repr_html_() == scoreboard(parts)._repr_html_()


def test_the_board_is_a_table_with_caption_and_headings_and_every_sign_has_a_name():
    board = scoreboard(parts=FIVE)
    page, cells = BeautifulSoup(board._repr_html_(), "html.parser"), len(board.columns) * len(board.rows)
    counts = {"caption": 2, "th[scope=col]": 2 * (1 + len(board.columns)), "th[scope=row]": len(board.rows),
              "td": cells, "[aria-label]": cells}
    assert {each: len(page.select(each)) for each in counts} == counts
    assert page.select("[aria-label='wrong, then right, then right, then right']")


def test_every_counterexample_is_told_once_with_all_who_are_refuted_by_it():
    board = scoreboard(parts=("5b.ii",))
    told = board.counterexamples()
    assert len(told) == len(set(told)) >= 3
    assert max(map(len, told.values())) > 3
    assert all(text in board._repr_html_() for text in ("The counterexamples", "GPT-4o"))


def test_only_conversations_with_an_answer_have_a_column():
    columns = scoreboard(parts=("5d",)).columns
    assert {"GPT-4o", "Claude Opus 4.5"} < set(columns) < set(scoreboard().columns)
    assert not {"Gemini 2.5 Flash", "Mistral Le Chat"} & set(columns)
    assert scoreboard(slugs=("grok-2025-10",)).columns == ("Grok, Oct 2025",)


@pytest.mark.parametrize("ask", [lambda: turns("5b.ii", "eliza"), lambda: turns("9z", "gpt-4o"),
                                 lambda: scoreboard(slugs=("mistral-le-chat",)),
                                 lambda: turn_by_turn("gpt-4o", ("5b.i", "9z"))])
def test_asking_for_answers_that_do_not_exist_is_an_error(ask):
    with pytest.raises(ValueError, match="there is no answer"):
        ask()


def test_parts_that_were_not_answered_equally_often_make_no_common_table():
    with pytest.raises(ValueError, match="different turns"):
        turn_by_turn("gpt-4o", ("5b.i", "5c"))
