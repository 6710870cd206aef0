"""A file of answers: each runs in a process of its own, and whatever it does there is a verdict that stops nothing
else."""
import json
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

from hw0.checks import PARTS, Verdict, check
from hw0.checks import __main__ as command
from hw0.checks.__main__ import main
from hw0.checks.gradescope import Points, read_points, results
from hw0.checks.isolated import Child, Limits, decoded, encoded
from hw0.checks.isolated_child import load
from hw0.checks.returned import Fault
from hw0.checks.submissions import NAME_OF, answered, table, verdict_on, verdicts

LIMITS = Limits(seconds=5.0, total=20.0, megabytes=1024)
ANSWERS = '''
import os, sys
import numpy as np

part_5b_i = "stays"
part_4g = [0.0, 0.0]

def part_5a_i(w, b):
    print("noise"); sys.stderr.write("more noise")
    return -b / w

def part_5a_ii(phi, y):
    os.write(1, b"forged\\n")
    return y - phi

def part_5b_ii(w, b, x, lr):
    raise SystemExit("enough")

def part_2a(x, c):
    return [["x"] * 10**7] * 1000

def part_2b(x):
    return np.ones((1000, 1000))

def part_2d(A):
    return A

def part_6_softmax_loss(scores, labels):
    p = np.exp(scores - scores.max(axis=1, keepdims=True))
    p /= p.sum(axis=1, keepdims=True)
    rows = np.arange(len(labels))
    loss = np.mean(-np.log(p[rows, labels]))
    p[rows, labels] -= 1
    return loss, p / len(labels)
'''


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    written = tmp_path_factory.mktemp("answers") / "answers.py"
    written.write_text(ANSWERS)
    return written


@pytest.fixture(scope="module")
def judged(path):
    return verdicts(path, limits=LIMITS)


@pytest.mark.parametrize(("part", "said"), [
    ("5b.i", "right: no counterexample found"),
    ("5a.i", "right: no counterexample found"),
    ("5a.ii", "The sign is the other way round."),
    ("5b.ii", "SystemExit: enough"),
    ("2a", "wrong at"),
    ("2b", "far larger than what is asked for"),
    ("2d", "no answer yet: Asked for: the derivative (1, n), a row, of x^T A x. Write a function of (A, x); this one "
           "takes (A)."),
])
def test_whatever_an_answer_does_is_a_verdict_and_stops_no_other(judged, part, said):
    assert said in repr(judged[part])
    assert len(judged) == 9


def test_a_value_may_be_a_large_or_a_small_array(judged):
    assert judged["6.softmax_loss"].word == "incomplete"       # log of an underflown probability
    assert not judged["4g"].right and "The shape must be" in judged["4g"].diagnosis


@pytest.mark.parametrize("part", ["5b.i", "5a.i", "5a.ii", "6.softmax_loss", "4g", "2d"])
def test_the_verdict_is_that_of_check(path, judged, part):
    found, code = load(path)
    assert repr(check(part, found[NAME_OF[part]])) == repr(judged[part])
    assert load(path, code)[0].keys() == found.keys()


def test_a_file_is_compiled_once_and_what_is_no_code_of_a_file_is_told(tmp_path):
    path = tmp_path / "once.py"
    path.write_text("part_5b_i = 'stays'\ndef part_5a_i(w, b):\n    raise KeyError(w)\n")
    _, code = load(path)
    path.write_text("part_5b_i = 'left'\n")
    assert load(path, code)[0]["part_5b_i"] == "stays"
    for bad in ("AAAA", code[:20], "\u00e9"):
        with pytest.raises(ValueError, match=r"^once\.py"):
            load(path, bad)


def test_a_part_without_an_answer_has_a_verdict(path):
    assert repr(verdicts(path, ["5d"], LIMITS)["5d"]) == "no answer yet: The file does not answer it."


@pytest.mark.parametrize(("source", "said"), [
    ("x = 1", "answers nothing"),
    ("def part_5b_v(w): pass", "part_5b_v is the name of no part. Did you mean"),
    ("def part_5a_i(:", "answers.py, line 1: SyntaxError"),
    ("\n1 / 0", "answers.py, line 2: ZeroDivisionError: division by zero"),
    ("raise SystemExit(3)", "answers.py, line 1: SystemExit"),
    ("raise KeyboardInterrupt", "line 1: KeyboardInterrupt"),
    ("class Own(BaseException): pass\nraise Own('x')", "Own: x"),
    ("class Own(ValueError):\n    def __str__(self): 1 / 0\nraise Own", "line 3: Own"),
    ("raise ValueError('\\x1b[2J' + 'x' * 10**6)", r"line 1: ValueError: \x1b[2Jx"),
    ("globals()['part_' + 'x' * 10**6] = 1", "x… is the name of no part"),
    ("globals()['part_\\udcff\\x1b'] = 1", r"part_\udcff\x1b is the name of no part"),
    ("import os\nos._exit(0)", r"answers.py: Its process ended there (exit status 0)"),
    ("while True: pass", "answers.py: It was stopped after 2 s."),
    ("import no_such_module", "No module named 'no_such_module'"),
])
def test_a_file_that_cannot_be_judged_says_why_in_a_short_line(tmp_path, source, said):
    (tmp_path / "answers.py").write_text(source)
    with pytest.raises(ValueError) as error:  # noqa: PT011 - the text is looked at
        answered(tmp_path / "answers.py", Limits(2.0, 10.0, 1024))
    assert said in str(error.value)
    assert len(str(error.value)) < 300 and str(error.value).isprintable()


def test_a_file_may_import_what_lies_beside_it(tmp_path):
    (tmp_path / "mine.py").write_text("def elbow(w, b): return -b / w")
    (tmp_path / "answers.py").write_text("from mine import elbow as part_5a_i")
    assert answered(tmp_path / "answers.py", LIMITS) == ("5a.i",)
    assert verdict_on(tmp_path / "answers.py", "5a.i", LIMITS).right


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="what runs is read there")
def test_what_an_answer_starts_ends_with_it(tmp_path):
    (tmp_path / "answers.py").write_text("import subprocess\nchild = subprocess.Popen(['sleep', '60'])\n"
                                         "def part_5a_i(w, b): return float(child.pid)")
    with Child(tmp_path / "answers.py", "part_5a_i", ("w", "b"), limits=LIMITS) as answer:
        number = int(answer({"w": 1.0, "b": 1.0}))
    deadline = time.monotonic() + 5
    while running(number) and time.monotonic() < deadline:      # told to end, and not yet at its end
        time.sleep(0.01)
    assert not running(number)


def running(number):
    """Whether a process is there, and no zombie."""
    try:
        return Path(f"/proc/{number}/stat").read_text().rpartition(") ")[2][0] != "Z"
    except OSError:
        return False


@pytest.mark.parametrize("value", [1.5, True, "left", (1.0, (2.0, "x")), Fault("a", "b"), np.array([1.0, np.nan]),
                                   np.zeros((0, 2)), np.array([1, 2])])
def test_values_come_through_unchanged(value):
    back = decoded(json.loads(json.dumps(encoded(value))))
    np.testing.assert_equal(back, value)
    assert getattr(back, "dtype", None) == getattr(value, "dtype", None)


def test_points_are_read_from_toml_and_json(tmp_path):
    (tmp_path / "points.toml").write_text('share = 0.5\n[points]\n4a = 2\n5b.ii = 3\n"6.svm_loss" = 1.5\n')
    (tmp_path / "points.json").write_text('{"share": 0.5, "points": {"4a": 2, "5b.ii": 3, "6.svm_loss": 1.5}}')
    assert read_points(tmp_path / "points.toml") == read_points(tmp_path / "points.json")
    assert read_points(tmp_path / "points.toml") == Points({"4a": 2, "5b.ii": 3, "6.svm_loss": 1.5}, 0.5)
    assert set(read_points().of) < set(PARTS)
    assert "4.freedom" not in read_points().of


@pytest.mark.parametrize(("text", "said"), [
    ("points", "cannot be read"), ("share = 1", "has no points"), ("[points]\n9z = 1", "there is no part '9z'"),
    ("[points]\n4a = -1", "is no number of points"), ("[points]\n4a = 'many'", "is no number of points"),
    ("share = 'half'\n[points]\n4a = 1", "is no number of points"), ("share = 2\n[points]\n4a = 1", "share = 2 is no"),
    ("[points]\n4a = inf", "is no number of points"), ("[points]\n4a = 1" + "0" * 4000, "0… is no number of points"),
    ("[points]\n4a = " + "[" * 10_000, "cannot be read")])
def test_points_that_make_no_sense_are_told(tmp_path, text, said):
    (tmp_path / "points.toml").write_text(text)
    with pytest.raises(ValueError, match=said):
        read_points(tmp_path / "points.toml")


def test_gradescope_gets_a_test_for_each_part_with_its_points():
    told = {"4a": Verdict(True), "4b": Verdict(False, {"s": 1.0}, 1.0, 2.0, "Twice.", incomplete=True),
            "4c": Verdict(False, diagnosis="It is not there.")}
    data = results(told, Points({"4a": 2, "4b": 4, "4c": 1}, 0.25), 1.2)
    assert [(test["score"], test["max_score"], test["status"]) for test in data["tests"]] == [
        (2, 2, "passed"), (1.0, 4, "failed"), (0, 1, "failed")]
    assert data["score"] == 3.0
    assert "Twice." in data["tests"][1]["output"]
    json.dumps(data)


def test_one_command_judges_a_file(tmp_path):
    (tmp_path / "answers.py").write_text("part_5b_i = 'stays'\npart_5b_iii = 'left'")
    (tmp_path / "points.toml").write_text("[points]\n'5b.i' = 1\n'5b.iii' = 2\n'5c' = 3")
    command = [sys.executable, "-W", "error", "-m", "hw0.checks", "answers.py", "--gradescope", "results.json",
               "--points",
               "points.toml"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[0] == "5b.i    right: no counterexample found"
    assert "5c      no answer yet: The file does not answer it." in done.stdout
    assert done.stdout.splitlines()[-1] == "1 of 3 right"
    data = json.loads((tmp_path / "results.json").read_text())
    assert [test["score"] for test in data["tests"]] == [1, 0, 0]


def test_the_list_of_parts_says_what_an_answer_is_called(monkeypatch, capsys):
    monkeypatch.setattr(command, "PARTS", {part: PARTS[part] for part in ("4.leave-one-out", "5b.ii")})
    assert command.main([]) == 0
    said = capsys.readouterr().out
    assert "part_5b_ii(w, b, x, lr) -> 'left'" in said and "part_4_leave_one_out(X, y, lam) ->" in said


def test_the_command_tells_gradescope_as_well_when_a_file_cannot_be_judged(tmp_path, capsys):
    assert main([str(tmp_path / "nothing.py"), "--gradescope", str(tmp_path / "results.json")]) == 2
    assert "nothing.py cannot be read" in capsys.readouterr().err
    told = json.loads((tmp_path / "results.json").read_text())
    assert told["score"] == 0 and "nothing.py cannot be read" in told["output"]
    with pytest.raises(SystemExit):
        main(["--points", "x"])


def test_the_table_counts_the_right_ones():
    assert table({"4a": Verdict(True), "4.freedom": Verdict(False, diagnosis="Why?")}).splitlines() == [
        "4a         right: no counterexample found", "4.freedom  no answer yet: Why?", "1 of 2 right"]
