"""Page and Python on every answer that the project knows: what agreement.json counts, tried again for some of them,
with EVERYTHING=1 for all."""

import json

import numpy as np
import pytest

from tests.extent import some
from tests.hw0.checks.agreement import STORE, Both, compared, counted, with_texts
from tests.hw0.checks.pools.candidates import candidates
from tests.hw0.checks.texts import NoText, text_of
from tests.site.stand_in import kept_answers

STORED = json.loads(STORE.read_text(encoding="utf-8"))
STEP = some(1, 24)
SMALL = None


def test_page_and_python_agree_on_a_thousand_answers():
    judged, answers = STORED["judged in the page"], STORED["answers"]
    assert answers >= 1000 and len(STORED["beyond the page"]) == answers - judged <= 0.01 * answers
    assert STORED["same verdict"] == judged
    assert len(STORED["another line"]) == judged - STORED["same line"] <= 0.01 * judged


def test_what_is_stored_was_counted_with_nearly_the_answers_of_today_and_comes_out_again():
    """When the answers have changed by more than that: `python -m tests.hw0.checks.agreement`."""
    answers = candidates()
    assert abs(len(answers) - STORED["answers"] - len(STORED["without a text"])) <= 0.02 * STORED["answers"]
    for one in compared(with_texts(answers[::STEP])[0], kept_answers().parts.get):
        assert one.beyond == (one.name in STORED["beyond the page"]), one
        assert one.beyond or one.verdict, one
        assert one.beyond or one.line == (one.name not in STORED["another line"]), one


def test_another_verdict_and_another_line_are_counted():
    said = "right: no counterexample found"
    found = [Both("2a", "same", said, said, ("right", "right")),
             Both("2a", "line", "wrong at x=1", "wrong at x=2", ("wrong", "wrong")),
             Both("2a", "verdict", said, "wrong at x=1", ("right", "wrong")),
             Both("2a", "beyond", said, "The page does not know it.", ("right", "beyond"))]
    counts = counted(found, [])
    assert [counts[name] for name in ("answers", "judged in the page", "same verdict", "same line")] == [4, 3, 2, 1]
    assert set(counts["another line"]) == {"2a: line", "2a: verdict"}
    assert set(counts["beyond the page"]) == {"2a: beyond"}


def halved(value):
    """Half of it."""
    return value / 2 if SMALL is None else value


def made(shift):
    return lambda x: np.linalg.norm(halved(x)) + shift


def test_the_text_of_an_answer_has_all_that_it_calls():
    names = {"np": np}
    *lines, last = text_of(made(3.0)).split("\n")
    exec("\n".join(lines), names)
    assert eval(last, names)(np.array([6.0, 8.0])) == 8.0
    assert text_of("left") == "'left'" and text_of((1.5, np.nan)) == "(1.5, np.nan)"


def test_what_rests_on_a_class_has_no_text():
    with pytest.raises(NoText, match="Both"):
        text_of(lambda x: Both("", "", x, x, ()))
