"""A new chatbot: its file is read with care, judged by the same checks, and stands beside the others."""

import subprocess
import sys

import numpy as np
import pytest

from hw0.audit.__main__ import main
from hw0.audit.scoreboard import scoreboard
from hw0.audit.submission import ASKED, NAME_OF, NOT_ASKED, SILENT, examine, read, template
from hw0.checks import PARTS, check

GOOD = '''
import numpy as np
part_5b_i = "stays"
def part_5a_i(w, b):
    return -b / w
def part_5b_iii(w, b, x, lr):
    return "left"
'''


@pytest.fixture
def answers(tmp_path):
    path = tmp_path / "answers.py"
    path.write_text(GOOD)
    return path


def test_every_part_has_a_name_of_its_own():
    assert len(set(NAME_OF.values())) == len(PARTS)
    assert all(name.isidentifier() for name in NAME_OF.values())


def test_the_file_is_judged_part_by_part(answers):
    board = examine(read(answers), "Newbot")
    words = {part: grades[0].word for part, grades in board.rows.items()}
    assert {part for part, word in words.items() if word == "right"} == {"5a.i", "5b.i"}
    assert words["5b.iii"] == "wrong" and words["5d"] == "no answer"
    assert tuple(board.rows) == tuple(part for part in PARTS if part in ASKED)
    assert board.columns[0] == "Newbot"
    assert board.rows["5d"][0] is SILENT


def test_the_columns_beside_it_are_the_last_answers_of_the_book(answers):
    ours = examine(read(answers), beside=("deepseek",)).rows
    book = scoreboard(chatbots=("deepseek",)).rows
    assert len(book) == len(ours)
    for part, grades in book.items():
        assert ours[part][1] is grades[-1]


def test_a_part_that_the_others_were_not_asked_gets_a_row():
    board = examine({"6.relu_forward": PARTS["6.relu_forward"].reference})
    assert [grade.word for grade in board.rows["6.relu_forward"]] == ["right"] + 3 * [NOT_ASKED.word]


def test_the_references_get_full_marks():
    board = examine({part: PARTS[part].reference for part in ("2d", "3c.any", "4d", "5d")}, beside=())
    assert {grades[0].word for part, grades in board.rows.items() if part in ("2d", "3c.any", "4d", "5d")} == {"right"}


@pytest.mark.parametrize(("source", "said"), [
    ("x = 1", "answers nothing"),
    ("def part_5b_v(w): pass", "part_5b_v is the name of no part. Did you mean"),
    ("def part_5a_i(:", "answers.py, line 1: SyntaxError"),
    ("\n1 / 0", "answers.py, line 2: ZeroDivisionError: division by zero"),
    ("raise SystemExit(3)", "answers.py, line 1: SystemExit"),
    ("import no_such_module", "No module named 'no_such_module'"),
])
def test_a_file_that_cannot_be_judged_says_why(tmp_path, source, said):
    path = tmp_path / "answers.py"
    path.write_text(source)
    with pytest.raises(ValueError, match=said.replace("(", r"\(")):
        read(path)


def test_a_file_that_is_not_there_and_one_that_is_no_text_are_told(tmp_path):
    (tmp_path / "picture.py").write_bytes(b"\xff\xfe\x00")
    for name, said in (("nothing.py", "nothing.py cannot be read"), ("picture.py", "picture.py: SyntaxError")):
        with pytest.raises(ValueError, match=said):
            read(tmp_path / name)


DATACLASS = """\ufefffrom __future__ import annotations
from dataclasses import dataclass

@dataclass
class Unit:
    w: float

def part_5a_i(w, b):
    return -b / Unit(w).w
"""


def test_a_file_may_begin_with_a_byte_order_mark_and_define_classes(tmp_path):
    (tmp_path / "answers.py").write_text(DATACLASS, encoding="utf-8")
    assert check("5a.i", read(tmp_path / "answers.py")["5a.i"])


def test_a_constant_answer_may_be_a_list_or_an_array():
    board = examine({"4g": [0, 0], "2c": np.eye(2), "5b.i": "stays"})
    assert [board.rows[part][0].word for part in ("4g", "2c", "5b.i")] == ["wrong", "wrong", "right"]


def test_an_unknown_part_is_an_error():
    with pytest.raises(ValueError, match=r"there is no part '5b\.v'\. Did you mean"):
        examine({"5b.v": "left"})


def test_the_template_names_every_part_and_answers_none(tmp_path):
    path = tmp_path / "answers.py"
    path.write_text(template())
    with pytest.raises(ValueError, match="answers nothing"):
        read(path)
    path.write_text(template().replace("# def", "def").replace("#     return", "    return"))
    assert tuple(read(path)) == ASKED


def test_one_command_prints_the_table_and_the_counterexamples(answers):
    command = [sys.executable, "-W", "error", "-m", "hw0.audit", str(answers), "--name", "Newbot"]
    done = subprocess.run(command, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert lines[1].split()[:2] == ["part", "Newbot"]
    (told,) = (line for line in lines if line.startswith("5b.iii: "))
    assert "expected 'right', got 'left'" in told
    assert lines[-1] == f"2 of {len(ASKED)} right"


def test_the_command_says_what_it_needs(tmp_path, capsys):
    assert main([str(tmp_path / "nothing.py")]) == 2
    assert "nothing.py cannot be read" in capsys.readouterr().err
    with pytest.raises(SystemExit):
        main([])
    assert "--template" in capsys.readouterr().err
    assert main(["--template"]) == 0
    assert "def part_5d(W1, b, W2, x, y, lr):" in capsys.readouterr().out
