"""The answers as candidates: judged by the program alone, each once."""

from hw0.audit import answers, grade
from hw0.audit.answers import Answer, Grade, all_answers, answer_files
from hw0.audit.record import CONVERSATIONS
from hw0.checks import Verdict, check
from hw0.checks.isolated import NO_VALUE
from hw0.checks.returned import Fault


def test_an_answer_is_judged_once_for_all_who_gave_it():
    same = [a for a in all_answers() if a.part == "5b.ii" and a.answer == "right"]
    assert len({a.conversation for a in same}) > 3
    assert len({id(grade(a).verdict) for a in same}) == 1


def test_no_answer_gets_its_reason_and_a_list_is_judged_too():
    assert repr(grade(Answer("5d", "bot", 1, (), None, "It stopped.")).verdict) == "no answer yet: It stopped."
    assert grade(Answer("4g", "bot", 1, (), [0, 0])).word == "wrong"


def test_the_word_is_that_of_check():
    for part, value in (("5b.i", "stays"), ("5b.ii", "right"), ("5c", lambda W1, b: -b / W1)):
        assert grade(Answer(part, "bot", 1, (), value)).word == check(part, value).word


def test_the_files_are_in_the_order_of_the_answers(tmp_path):
    for name in ("answers_10.py", "answers.py", "answers_2.py"):
        (tmp_path / name).touch()
    assert [path.stem for path in answer_files(tmp_path)] == ["answers", "answers_2", "answers_10"]
    assert len(answer_files(CONVERSATIONS / "gpt-4o")) == 4


def test_what_hangs_or_takes_too_much_memory_is_no_answer_that_can_be_run():
    def word(got):
        return Grade.of(Verdict(False, {"x": 1.0}, 1.0, got)).word

    assert [word(Fault(NO_VALUE, "stopped")), word(Fault("MemoryError", "raised"))] == ["no answer"] * 2
    assert [word(2.0), word(Fault("ZeroDivisionError", "raised"))] == ["wrong"] * 2


def test_the_book_does_not_run_what_gave_no_value_when_it_was_judged(tmp_path, monkeypatch):
    folder = tmp_path / "new-bot"
    folder.mkdir()
    (folder / "answers.py").write_text("def part_3a(X, y):\n    while True:\n        pass\n\n\npart_5b_i = 'stays'\n")
    (folder / "verdicts.json").write_text('{"answers.py": {"3a": "no answer", "5b.i": "right"}}')
    monkeypatch.setattr(answers, "CONVERSATIONS", tmp_path)
    hanging, word = answers._answers("new-bot")
    assert (hanging.part, hanging.answer, word.answer) == ("3a", None, "stays")
    assert grade(hanging).word == "no answer" and "limits" in hanging.reason
