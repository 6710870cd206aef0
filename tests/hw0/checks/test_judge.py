"""The checker on trial: an answer may do what it likes, and the verdict is the same every time."""
import os
import subprocess
import sys

import numpy as np
import pytest

from hw0.checks import PARTS, check
from hw0.checks.judge import _named, _spelled
from tests.hw0.checks.answers_to_relu_elbow import WRONG


def change_in_place(W1, b):
    e = -b / W1
    b[:] = 0
    return e


def keep_and_return_input(W1, b, kept=[]):  # noqa: B006 - the shared list is the point
    for array in kept:
        array[:] = 7.0
    kept.append(b)
    return b


def leave(w, b):
    raise SystemExit(3)


def swear(w, b):
    raise RuntimeError(f"no luck with {object()}")


class Unspeakable(Exception):
    def __str__(self):
        raise ValueError("not even this")


def say_nothing(w, b):
    raise Unspeakable


def count_up(w, b):
    yield -b / w


class Lazy:
    def __array__(self, dtype=None, copy=None):
        raise OSError("no array today")


def endless(w, b):
    return endless(w, b)


@pytest.mark.parametrize(("part", "answer", "said"), [
    ("5a.i", lambda w, b: None, "does every branch end with return"),
    ("5a.i", count_up, "use return, not yield"),
    ("5a.i", lambda w, b: "-b/w", "Return numbers"),
    ("5a.i", lambda w, b: complex(-b / w), "Return real numbers"),
    ("5a.i", lambda w, b: {"e": -b / w}, "Return numbers"),
    ("5a.i", lambda w, b: np.array([-b / w, None]), "Return one number"),
    ("5a.i", lambda w, b: [[1.0], [1.0, 2.0]], "one number, not 2 values"),
    ("5a.i", lambda w, b: np.array([-b / w]), "Return one number; this is an array of shape (1,)"),
    ("5a.i", lambda w, b: (-b / w, 0.0), "one number, not 2 values"),
    ("5a.i", lambda w, b: True, "Return numbers"),
    ("5a.i", lambda w, b: Lazy(), "OSError"),
    ("5a.i", lambda w, b: -b / w / 0, "ZeroDivisionError"),
    ("5a.i", leave, "SystemExit"),
    ("5a.i", swear, "RuntimeError"),
    ("5a.i", say_nothing, "Unspeakable"),
    ("5a.i", endless, "RecursionError"),
    ("5a.i", lambda w: w, "Write a function of (w, b); this one takes (w)."),
    ("5a.i", lambda w, b, c: w, "Write a function of (w, b); this one takes (w, b, c)."),
    ("5a.i", -1.0, "Write a function of (w, b)."),
    ("5b.ii", lambda w, b, x, lr: 1, "Answer with one of 'left', 'right', 'stays', 'gone'."),
    ("5b.ii", None, "Write a function of (w, b, x, lr). A constant will do, too."),
    ("5b.iii", "Rightwards", "Answer with one of"),
    ("5b.ii", "left if w < b*x, else right", "If it depends on the arguments, write a function of (w, b, x, lr)."),
    ("5b.iii", ["left", "right"], "or one word where that is asked for"),
    ("5a.i", "-b / w", "Text cannot be tried: write a function of (w, b)."),
    ("4g", Lazy(), "OSError"),
    ("5c", change_in_place, "changes its argument b in place"),
    ("5c", keep_and_return_input, None),
    ("5c", lambda W1, b: (-b / W1)[None], "The shape must be"),
])
def test_whatever_an_answer_does_is_a_verdict(part, answer, said):
    verdict = check(part, answer)
    assert not verdict.right
    assert said is None or said in verdict.diagnosis
    assert "0x7" not in repr(verdict)
    assert len(repr(verdict)) < 400
    assert len(repr(verdict).splitlines()) == 1


@pytest.mark.parametrize("answer", [lambda w, b: undefined_name,  # noqa: F821
                                    lambda w, b: -b / w if b else undefined_name])  # noqa: F821
def test_a_name_that_nothing_defines_refutes_nothing(answer):
    verdict = check("5a.i", answer)
    assert verdict.word == "no answer" and verdict.counterexample is None
    assert verdict.diagnosis.startswith("It raised NameError: name 'undefined_name' is not defined")


def test_what_an_answer_prints_and_warns_is_not_seen(capsys):
    def loud(W1, b):
        print("hello")
        print("oh no", file=sys.stderr)
        return np.where(W1 == 0, np.nan, -b / W1)       # NumPy warns of the division by 0

    assert check("5c", loud)
    assert capsys.readouterr() == ("", "")


def test_an_answer_that_reuses_its_result_array_is_right():
    results = {}

    def answer(W1, b):
        result = results.setdefault(len(b), np.empty(len(b)))
        result[:] = [-c / w if w else np.nan for w, c in zip(W1, b, strict=True)]
        return result

    assert check("5c", answer)


def test_an_answer_that_changes_its_mind_is_refuted_and_not_an_error():
    said = []

    def answer(w, b):
        said.append(None)
        return -b / w if len(said) % 2 else 0.5

    assert not check("5a.i", answer)


def test_the_global_random_state_is_left_alone():
    np.random.seed(3)  # noqa: NPY002 - the legacy state is what is looked at
    before = np.random.get_state()[1].copy()  # noqa: NPY002
    check("5a.i", lambda w, b: b)
    np.testing.assert_array_equal(np.random.get_state()[1], before)  # noqa: NPY002


def test_arguments_go_by_name_if_the_answer_uses_our_names():
    assert check("5a.i", lambda *, b, w: -b / w)
    assert check("5a.i", lambda first, second: -second / first)
    assert check("5b.ii", PARTS["5b.ii"].reference)     # takes lr by keyword only


@pytest.mark.parametrize(("part", "near"), [
    ("5b.v", "Did you mean .*5b.i"), ("5aij", "Did you mean .*5a.ii"),
    ("5b", "Did you mean 5b.i, 5b.ii, 5b.iii, 5b.iv?"),
    ("5B", "Did you mean 5b.i, 5b.ii,"), ("qqq", "There are 2a, .*6.reach")])
def test_an_unknown_part_is_an_error_that_names_near_ones(part, near):
    with pytest.raises(ValueError, match=near):
        check(part, "right")


def test_the_same_check_gives_the_same_verdict():
    for part, _, answer, _ in WRONG[::3]:
        assert repr(check(part, answer)) == repr(check(part, answer))


SCRIPT = """
import sys
for name in sys.argv[1:]:
    __import__(name)
from hw0.checks import check
from tests.hw0.checks.answers_to_relu_elbow import WRONG
for part, _, answer, _ in WRONG[::3]:
    print(repr(check(part, answer)))
"""


def test_another_process_gives_the_same_verdicts(tmp_path, pytestconfig):
    """Other hash seeds, other modules of the project loaded, another working directory; and no file is left there."""
    here = [repr(check(part, answer)) for part, _, answer, _ in WRONG[::3]]
    for seed, modules in [("1", []), ("2", ["constants"])]:
        (tmp_path / "constants.py").write_text("A = [1, 2, 3, 4, 5, 6, 7, -1, -2, 0, 11]\n")
        environment = os.environ | {"PYTHONHASHSEED": seed, "PYTHONDONTWRITEBYTECODE": "1",
                                    "PYTHONPATH": f"{pytestconfig.rootpath}{os.pathsep}{tmp_path}"}
        done = subprocess.run([sys.executable, "-c", SCRIPT, *modules], cwd=tmp_path, env=environment,
                              capture_output=True, text=True, check=True)
        assert done.stdout.splitlines() == here
        assert done.stderr == ""
        assert [path.name for path in tmp_path.iterdir()] == ["constants.py"]


@pytest.mark.parametrize("part", PARTS)
def test_a_number_for_an_answer_gets_a_verdict_whatever_the_part_asks_for(part):
    assert str(check(part, lambda *args, **named: 0.0)).startswith(("right", "wrong", "no answer"))


def test_a_tuple_serves_where_an_array_is_asked_for_and_is_judged_like_one():
    def elbows(W1, b, sign):
        return tuple(sign * t / w if w else np.nan for w, t in zip(W1, b, strict=True))

    assert check("5c", lambda W1, b: elbows(W1, b, -1)).right
    assert check("5c", lambda W1, b: elbows(W1, b, 1)).expected is not None
    assert "shape" in check("5c", lambda W1, b: elbows(W1, b, -1)[:-1] or (0.0, 0.0)).diagnosis
    assert "rows of different lengths" in str(check("5c", lambda W1, b: (b, 0.0)))
    assert "got an array of text. Return numbers" in str(check("5c", lambda W1, b: ("left", "right")))


def test_a_list_serves_where_several_values_are_asked_for():
    def fake_data(X, y, lam):
        d = X.shape[1]
        return [np.vstack([X, np.sqrt(lam) * np.eye(d)]), np.concatenate([y, np.zeros(d)])]

    assert check("4d", fake_data)
    assert check("6.momentum", lambda p, v, g, lr, mu: [p + mu * v - lr * g, mu * v - lr * g])
    assert "Return 2 values" in check("4d", lambda X, y, lam: [*fake_data(X, y, lam), lam]).diagnosis
    assert not check("4d", lambda X, y, lam: fake_data(X, 2 * y, lam))


@pytest.mark.parametrize("zero", [0, 0.0, np.int64(0), np.float32(0), np.array(0.0)])
def test_a_constant_answer_may_come_out_of_numpy(zero):
    assert check("4g", zero)


SPELLED = {
    "4f": ["4(f)", "4F", "4 f", "4.f", "4-f", "problem 4 f", "Problem 4(f)", "q4f", "HW0 4f", "hw0, question 4 (f)",
           " 4f "],
    "5b.ii": ["5(b)(ii)", "5bii", "5 B II", "question 5 b ii", "5.b.ii", "Part 5b ii"],
    "6.svm_loss": ["6 svm loss", "6.SVM-loss", "6(svm_loss)"],
    "3c.any": ["3c any", "3(c), any"],
    "4.leave-one-out": ["4 leave one out", "4.leave_one_out"],
}


@pytest.mark.parametrize(("part", "spelling"),
                         [(part, spelling) for part, spellings in SPELLED.items() for spelling in spellings])
def test_a_part_is_found_however_its_id_is_spelled(part, spelling):
    assert _named(spelling) is PARTS[part]


def test_no_spelling_means_two_parts():
    assert len({_spelled(part) for part in PARTS}) == len(PARTS)


@pytest.mark.parametrize("strange", ["", "f", "4", "4ff", "4f4f", "problem", "44f", "f4", "p", None, 4, ("4f", "4g")])
def test_what_spells_no_part_is_refused(strange):
    with pytest.raises(ValueError, match="there is no part"):
        _named(strange)
