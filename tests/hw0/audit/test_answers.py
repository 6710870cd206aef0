"""The answers as candidates: complete, resting on claims, and judged by the program alone."""

from dataclasses import replace
from html.parser import HTMLParser
from importlib import import_module

import pytest

from hw0.audit import ANSWERS, claims, grade, judge, scoreboard, turn_by_turn, turns
from hw0.audit.ledger import CHATBOTS
from hw0.checks import PARTS
from tests.hw0.checks.by_hand import right_answer

CLAIMS = {claim.id: claim for claim in claims()}
FIVE = ("5a.i", "5a.ii", "5a.iii", "5a.iv", "5b.i", "5b.ii", "5b.iii", "5b.iv", "5c", "5d")
EACH = [pytest.param(answer, id=f"{answer.part}-{answer.chatbot}-{answer.turn}") for answer in ANSWERS
        if answer.part in FIVE]


def test_every_chatbot_has_an_answer_or_a_reason_for_every_part():
    for chatbot in CHATBOTS:
        for part in FIVE:
            assert len(turns(part, chatbot)) >= 1
    assert {answer.part for answer in ANSWERS if answer.part.startswith("5")} == set(FIVE)


def test_the_first_answer_stands_in_the_first_turn_that_touches_the_part():
    for chatbot in CHATBOTS:
        for part in FIVE:
            answered = [answer.turn for answer in turns(part, chatbot)]
            claimed = [claim.turn for claim in claims(part=part, chatbot=chatbot)]
            assert answered == sorted(set(answered))
            assert answered[0] == min(claimed)
            assert answered[-1] >= max(claimed)


@pytest.mark.parametrize("answer", EACH)
def test_every_answer_rests_on_claims_of_its_chatbot_and_turn(answer):
    assert answer.rests_on
    for claim_id in answer.rests_on:
        claim = CLAIMS[claim_id]
        assert (claim.chatbot, claim.turn) == (answer.chatbot, answer.turn)
        assert claim.part in (answer.part, "5b.table")


@pytest.mark.parametrize("answer", EACH)
def test_every_answer_is_refuted_by_hand_where_check_refutes_it(answer):
    verdict = judge(answer)
    if answer.answer is None:
        assert answer.reason == verdict.diagnosis
    elif not verdict:
        want = right_answer(answer.part, verdict.counterexample)
        assert verdict.expected == pytest.approx(want, nan_ok=True) if not isinstance(want,
                                                                                      str) else verdict.expected == want
        assert verdict.got is not None


@pytest.mark.parametrize("answer", EACH)
def test_check_and_ledger_agree_on_every_answer(answer):
    """An answer that rests on correct claims only is right; one that rests on a wrong claim is not."""
    truths = {CLAIMS[claim_id].truth for claim_id in answer.rests_on}
    if truths == {"correct"}:
        assert grade(answer).word in {"right", "incomplete"}
    if "wrong" in truths:
        assert grade(answer).word in {"wrong", "no answer"}
    if answer.answer is not None and truths & {"incomplete", "imprecise"} and "wrong" not in truths:
        assert grade(answer).word in {"right", "incomplete"}


def test_four_turns_bring_chatgpt_from_one_right_case_to_three():
    words = {part: [g.word for g in grades] for part, grades in turn_by_turn().rows.items()}
    assert words == {"5b.i": ["right"] * 4,
                     "5b.ii": ["wrong", "wrong", "incomplete", "incomplete"],
                     "5b.iii": ["wrong", "right", "right", "right"],
                     "5b.iv": ["wrong", "wrong", "wrong", "right"]}


def test_the_wrong_answers_are_all_on_the_moving_elbow():
    rows = scoreboard(parts=FIVE).rows
    assert tuple(rows) == FIVE
    assert {part for part, grades in rows.items() if any(g.word == "wrong" for g in grades)} == {"5b.ii", "5b.iii",
                                                                                                 "5b.iv"}


def test_an_answer_that_became_right_would_show(monkeypatch):
    """The board is computed: put a right answer in the place of a wrong one and look."""
    repaired = tuple(replace(a, answer=PARTS[a.part].reference) if a.part == "5b.ii" else a for a in ANSWERS)
    monkeypatch.setattr(import_module("hw0.audit.scoreboard"), "ANSWERS", repaired)
    assert [g.word for g in scoreboard(parts=("5b.ii",)).rows["5b.ii"]] == ["right"] * 5


class Table(HTMLParser):
    def __init__(self, html):
        super().__init__()
        self.tags, self.text = [], []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs).get("scope")))

    def handle_data(self, data):
        self.text.append(data)


def test_the_board_is_a_table_with_caption_and_headings():
    board = scoreboard(parts=FIVE)
    table = Table(board._repr_html_())
    assert ("caption", None) in table.tags
    assert table.tags.count(("th", "col")) == 1 + len(board.columns)
    assert table.tags.count(("th", "row")) == len(board.rows)
    assert table.tags.count(("td", None)) == len(board.columns) * len(board.rows)
    for grades in board.rows.values():
        for g in grades:
            assert any(g.word in text for text in table.text)


def test_the_board_reads_the_same_as_text():
    lines = repr(scoreboard(parts=FIVE)).splitlines()
    assert lines[1].split("  ")[0] == "part"
    assert [line.split()[0] for line in lines[2:-1]] == list(FIVE)
    assert "0x" not in repr(scoreboard(parts=FIVE))


def test_a_chatbot_that_answered_once_has_one_column():
    assert scoreboard(chatbots=("grok",)).columns == ("Grok, only",)
    assert scoreboard(chatbots=("deepseek",)).columns == ("DeepSeek, first", "DeepSeek, last")


@pytest.mark.parametrize("ask", [lambda: turns("5b.ii", "eliza"), lambda: turns("9z", "grok"),
                                 lambda: turn_by_turn("deepseek", ("5b.i", "9z"))])
def test_asking_for_answers_that_do_not_exist_is_an_error(ask):
    with pytest.raises(ValueError, match="there is no answer"):
        ask()


def test_parts_that_were_answered_in_different_turns_make_no_common_table():
    with pytest.raises(ValueError, match="different turns"):
        turn_by_turn("chatgpt", ("5b.i", "5d"))
