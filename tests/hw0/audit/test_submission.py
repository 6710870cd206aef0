"""A new conversation: its file is judged in a process of its own, stands beside the stored ones, and is taken in."""

import json
import subprocess
import sys

import pytest

from hw0.audit.__main__ import main
from hw0.audit.answers import answer_files, stored
from hw0.audit.record import conversations, read_record
from hw0.audit.submission import begin, examine, judge, store, template
from hw0.checks.registry import HOMEWORK
from hw0.checks.submissions import answered

GOOD = '''
import numpy as np
part_5b_i = "stays"
def part_5a_i(w, b):
    return -b / w
def part_5b_iii(w, b, x, lr):
    return "left"
'''
WORDS = {"5a.i": "right", "5b.i": "right", "5b.iii": "wrong"}


@pytest.fixture(scope="module")
def answers(tmp_path_factory):
    path = tmp_path_factory.mktemp("given") / "mine.py"
    path.write_text(GOOD)
    return path


@pytest.fixture(scope="module")
def judged(answers):
    return judge([answers])


def words(judged):
    return [{part: graded.word for part, graded in grades.items()} for grades in judged]


def test_the_file_is_judged_part_by_part(judged):
    assert words(judged) == [WORDS]
    assert "expected 'right', got 'left'" in repr(judged[0]["5b.iii"].verdict)


def test_the_columns_beside_it_are_the_stored_words_of_the_book(judged):
    board = examine(judged, "Newbot")
    assert board.columns[0] == "Newbot" and len(board.columns) > 5
    assert {"2a", "5d"} < set(board.rows) < set(HOMEWORK) | {"3c.any", "3f.any", "4h.any"}      # what somebody answered
    assert [graded.word for graded in board.rows["5b.iii"][0]] == ["wrong"]
    gpt = board.columns.index("GPT-4o")
    assert [graded.word for graded in board.rows["5b.iv"][gpt]] == ["wrong", "wrong", "wrong", "right"]
    assert all(graded.verdict is None for cells in board.rows.values() for cell in cells[1:] for graded in cell)
    assert {names[0] for names in board.counterexamples().values()} == {"Newbot"}


def test_one_commit_adds_a_conversation(tmp_path, judged):
    """The folder that the command makes is read back as a conversation, without a list anywhere else."""
    folder = begin("new-bot", tmp_path)
    for name in ("answers.py", "answers_2.py"):
        (folder / name).write_text(GOOD)
    assert [path.name for path in answer_files(folder)] == ["answers.py", "answers_2.py"]
    store(folder, answer_files(folder), judged * 2)
    assert words(stored(folder)) == [WORDS, WORDS]
    made = conversations(tmp_path)["new-bot"]
    assert (made.name, made.version, made.annotated, made.turns) == ("new-bot", None, False, None)
    assert examine(judged, "Other", root=tmp_path).columns == ("Other", "new-bot")
    with pytest.raises(ValueError, match="exists; judge it with"):
        begin("new-bot", tmp_path)


def test_a_folder_that_was_begun_is_valid_from_the_start(tmp_path):
    folder = begin("claude-opus-5", tmp_path)
    assert read_record(folder / "record.json").name == "claude-opus-5"
    with pytest.raises(ValueError, match="answers nothing"):
        answered(folder / "answers.py")
    text = (folder / "answers.py").read_text()
    (folder / "answers.py").write_text(text.replace("# def", "def").replace("#     return", "    return"))
    assert answered(folder / "answers.py") == tuple(HOMEWORK)
    assert "def part_5d(W1, b, W2, x, y, lr):" in template()


@pytest.mark.parametrize("slug", ["Claude", "../x", "", "a b", "-a", "a--b"])
def test_a_name_that_is_no_folder_is_refused(tmp_path, slug):
    with pytest.raises(ValueError, match="is no name for a folder"):
        begin(slug, tmp_path)
    assert not any(tmp_path.iterdir())


def test_a_folder_where_there_is_none_for_it_is_told(tmp_path):
    with pytest.raises(ValueError, match="cannot be made"):
        begin("bot", tmp_path / "nowhere")


def test_the_command_judges_a_folder_and_keeps_all_its_verdicts(tmp_path, capsys):
    folder, into = begin("new-bot", tmp_path), ["--into", str(tmp_path)]
    (folder / "answers.py").write_text(GOOD)
    (folder / "answers_2.py").write_text('part_5b_iii = "right"\n')
    kept = {"answers.py": WORDS, "answers_2.py": {"5b.iii": "right"}}
    for asked in (folder, folder / "answers.py"):
        assert main([str(asked), *into]) == 0
        assert "2 of 3 right" in (out := capsys.readouterr().out) and f"stored in {folder}" in out
        assert json.loads((folder / "verdicts.json").read_text()) == kept


def test_a_file_that_hangs_is_stopped_and_nothing_is_stored_without_a_record(tmp_path, capsys):
    path = tmp_path / "slow.py"
    path.write_text("def part_5a_i(w, b):\n    while True:\n        pass\n")
    assert main([str(path), "--seconds", "1", "--into", str(tmp_path)]) == 0
    assert "It was stopped after 1 s" in capsys.readouterr().out
    assert [p.name for p in tmp_path.iterdir()] == ["slow.py"]


def test_one_command_from_the_outside(tmp_path):
    command = [sys.executable, "-W", "error", "-m", "hw0.audit", "new", "claude-opus-5", "--into", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    assert "take the # away" in done.stdout and (tmp_path / "claude-opus-5" / "record.json").exists()


def test_the_command_says_what_it_needs(tmp_path, capsys):
    assert main([str(tmp_path / "nothing.py")]) == 2
    assert "nothing.py cannot be read" in capsys.readouterr().err
    assert main(["new", "--into", str(tmp_path)]) == 2
    assert "give one name" in capsys.readouterr().err
    assert main([str(tmp_path)]) == 2
    assert "holds no answers.py" in capsys.readouterr().err
    with pytest.raises(SystemExit):
        main([])
