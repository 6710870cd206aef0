"""Verdicts of the page: which word, counterexample, diagnosis; values are compared and shown as in Python."""

from types import SimpleNamespace

import numpy as np
import pytest

from answers.part import encoded
from hw0.checks import compare, returned, show
from tests.answers.demos import PARTS
from tests.answers.draws import text
from tests.answers.parity import in_node

JUDGED = [
    ("slope", "x / w if w else 0", "right: no counterexample found"),
    ("slope", "def f(w, x):\n    if w == 0:\n        return 0.0\n    return x / w", "right: no counterexample found"),
    ("slope", "lambda a, b: b / a if a else a", "right: no counterexample found"),
    *(("slope", f"def f(w, x):\n    return x / w if w else 0\n{after}", "right: no counterexample found") for after in (
        "print(f(1, 2))", "assert f(1, 2) == 2", "w = x = 3\nprint(f(w, x))",
        "if __name__ == '__main__':\n    print(f(1, 2))", "for w in range(1, 3):\n    f(w, 2)",
        "(w, x), y = (1, 2), 3\nprint(f(w, x))", "[f(w, x) for w, x in [(1, 2)]]\nassert True")),
    ("slope", "np.divide(x, w, out=np.zeros(()), where=np.array(w != 0))", "right: no counterexample found"),
    ("slope", "y = x\nif w:\n    y /= w\nelse:\n    y = 0\ny", "right: no counterexample found"),
    ("slope", "s = x / w if w else 0", "right: no counterexample found"),
    ("slope", 'check("slope", lambda w, x: x / w if w else 0)', "right: no counterexample found"),
    ("slope", 'from hw0.checks import check\nmine = lambda w, x: x / w if w else 0\ncheck("slope", mine)',
        "right: no counterexample found"),
    ("slope", "w * x", "wrong at w=2, x=0.5: expected 0.25, got 1. That is w x."),
    ("slope", "-x / w if w else 0", "wrong at w=1, x=2: expected 2, got -2. The sign is the other way round."),
    ("slope", "x / w",
        "right, but not at w=0, x=1: expected 0, got ZeroDivisionError: float division by "
        "zero. It raised ZeroDivisionError there. "
        "Right where w != 0, but here w = 0: there is no elbow."),
    ("slope", "x / w if w else 1",
        "right, but not at w=0, x=1: expected 0, got 1. Right where w != 0, but here w = 0: "
        "there is no elbow."),
    ("slope", "[x, w]",
        "wrong at w=1, x=2: expected 2, got [2, 1]. Return one number; this is an array of shape (2,)."),
    ("slope", "[x, abs]", "wrong at w=1, x=2: expected 2, got an array of object. Return numbers."),
    ("slope", "[x, None, 'a']", "wrong at w=1, x=2: expected 2, got an array of object. Return numbers."),
    ("slope", "[x, None, 1]",
        "wrong at w=1, x=2: expected 2, got [2, nan, 1]. Return one number; this is an array of shape (3,)."),
    ("slope", "[x, {}]", "wrong at w=1, x=2: expected 2, got an array of object. Return numbers."),
    ("slope", "None", "no answer yet: Asked for: the number x / w, and 0 without w. Write a function of (w, x)."),
    ("slope", "'text'",
        "no answer yet: Asked for: the number x / w, and 0 without w. Text cannot be tried: write a function "
        "of (w, x)."),
    ("slope", "lambda w: w",
        "no answer yet: Asked for: the number x / w, and 0 without w. Write a function of (w, x); this one "
        "takes (w)."),
    ("slope", "lambda w, x: y", "no answer yet: It raised NameError: name 'y' is not defined"),
    ("slope", "x / w if w else y", "no answer yet: It raised NameError: name 'y' is not defined"),
    ("slope", "y = undefined\nlambda w, x: y", "no answer yet: It raised NameError: name 'undefined' is not defined"),
    ("slope", "w ** 2000 and x / w + 1e-6", "wrong at w=1, x=2: expected 2, got 2.000001"),
    ("slope", "print(w)",
        "wrong at w=1, x=2: expected 2, got None. It returns nothing: does every branch end with return?"),
    ("gram", "X.T @ X + np.diag(k)", "right: no counterexample found"),
    ("gram", "(X.T @ X + np.diag(k)).astype(np.float32)", "right: no counterexample found"),
    ("gram", "X.T @ X",
        "wrong at X=[[1, 2]], k=[1, 0]: expected [[2, 2], [2, 4]], got [[1, 2], [2, 4]]. "
        "X^T X alone: k is lost."),
    ("gram", "2 * (X.T @ X + np.diag(k))",
        "wrong at X=[[1, 2]], k=[1, 0]: expected [[2, 2], [2, 4]], got [[4, 4], [4, 8]]. It is twice that."),
    ("gram", "X @ X.T",
        "wrong at X=[[1, 2]], k=[1, 0]: expected [[2, 2], [2, 4]], got [[5]]. The shape must be (2, 2); it "
        "is (1, 1)."),
    ("gram", "X.T @ y", "no answer yet: It raised NameError: name 'y' is not defined"),
    ("gram", "X @ X",
        "wrong at X=[[1, 2]], k=[1, 0]: expected [[2, 2], [2, 4]], got ValueError: a size 2 meets a size 1. "
        "The shapes of a product there do not fit."),
    ("gram", "X += 1\nX.T @ X",
        "wrong at X=[[1, 2]], k=[1, 0]: expected [[2, 2], [2, 4]], got a changed X. It changes its argument "
        "X in place: work on a copy."),
    ("gram", "k / 2 + X.T @ X",
        "wrong at X=[[1, 2]], k=[1, 0]: expected [[2, 2], [2, 4]], got [[1.5, 2], [2.5, 4]]. Here X has any "
        "shape: the sum of two matrices."),
    ("gram", "X.T @ X + X[1] if len(X) > 1 else 0 * X.T @ X",
        "wrong at X=[[1, 2]], k=[1, 0]: expected [[2, 2], [2, 4]], got [[0, 0], [0, 0]]. Here X has any "
        "shape: the sum of two matrices."),
    ("side", "'left'", "right: no counterexample found"),
    ("side", "'left' if x > 0 else 'right'", "right: no counterexample found"),
    ("side", "'right'", "wrong at x=1: expected 'left', got 'right'. The other way."),
    ("side", "'up'", "wrong at x=1: expected 'left', got 'up'. Answer with one of 'left', 'right'."),
    ("side", "True", "wrong at x=1: expected 'left', got True. Answer with one of 'left', 'right'."),
    ("pair", "v, 2 * v", "right: no counterexample found"),
    ("pair", "[v, v + v]", "right: no counterexample found"),
    ("pair", "-v, -2 * v", "wrong at v=[3, 1, 2]: expected ([1, 2, 3], [4, 2, 6]), got ([-3, -1, -2], [-6, -2, -4])"),
    ("pair", "v",
        "wrong at v=[3, 1, 2]: expected ([1, 2, 3], [4, 2, 6]), got [3, 1, 2]. Return 2 values, as a tuple."),
    ("potential", "x @ x + 7 * n", "right: no counterexample found"),
    ("potential", "x @ x / 2 - 1", "wrong at x=[1], n=1: expected 1, got 0.5. Half of it."),
    ("potential", "x @ x * (1 + 1e-5)", "wrong at x=[1], n=1: expected 1, got 1.00001. constants do not count."),
    ("potential", "np.float32(x @ x + 1 / 3)",
        "wrong at x=[1], n=1: expected 1, got 1.0000000298. It is right to the precision of float32: answer in "
        "float64."),
    ("potential", "np.sum(x)", "wrong at x=[1, 2], n=2: expected 5, got 3. constants do not count."),
    ("slope", "[x > 0, 2, 'a', 1.5]",
        "wrong at w=1, x=2: expected 2, got an array of text. Return numbers, or one word where that is "
        "asked for."),
    ("gram", "np.linalg.cholesky(-X.T @ X - np.eye(X.shape[1]))",
        "wrong at X=[[1, 2]], k=[1, 0]: expected [[2, 2], [2, 4]], got LinAlgError: Matrix is not positive "
        "definite. It raised LinAlgError there."),
    ("slope", "(i for i in [w])",
        "wrong at w=1, x=2: expected 2, got a generator. It is a generator: use return, not yield."),
    ("side", "'a' * 100",
        "wrong at x=1: expected 'left', got 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\u2026'. "
        "Answer with one of 'left', 'right'."),
    ("gram", "np.linalg.lstsq(X, np.ones(len(X)))",
        "wrong at X=[[1, 2]], k=[1, 0]: expected [[2, 2], [2, 4]], got four values. np.linalg.lstsq gives "
        "four values, the solution first: take [0]."),
    ("pair", "v, v, v",
        "wrong at v=[3, 1, 2]: expected ([1, 2, 3], [4, 2, 6]), got ([3, 1, 2], [3, 1, 2], [3, 1, 2]). Return "
        "2 values, as a tuple."),
    ("slope", "lambda w, x, y: w",
        "no answer yet: Asked for: the number x / w, and 0 without w. Write a function of (w, x); this one "
        "takes (w, x, y)."),
    ("slope", "lambda w, x, *, k: w",
        "no answer yet: Asked for: the number x / w, and 0 without w. Write a function of (w, x); this one "
        "takes (w, x, k)."),
    ("slope", "lambda w, x, k=1: x / w if w else 0", "right: no counterexample found"),
    ("slope", "abs",
        "no answer yet: Asked for: the number x / w, and 0 without w. Write a function of (w, x); this one takes (x)."),
    ("slope", "np.float64", "wrong at w=1, x=2: expected 2, got 1"),
    ("slope", "lambda *a: a[1] / a[0] if a[0] else 0", "right: no counterexample found"),
    ("slope", "w == x", "wrong at w=1, x=2: expected 2, got False. Return numbers."),
    ("slope", "{w}", "wrong at w=1, x=2: expected 2, got an object of type set. Return numbers."),
    ("slope", "np.float32(x / w if w else 0)",
        "wrong at w=3, x=4: expected 1.3333333, got 1.3333334. It is right to the precision of float32: "
        "answer in float64."),
    ("gram", "np.linalg.solve(X.T @ X, k)",
        "wrong at X=[[1, 2]], k=[1, 0]: expected [[2, 2], [2, 4]], got LinAlgError: Singular matrix. A matrix "
        "there has no inverse."),
    ("gram", "X[5]",
        "wrong at X=[[1, 2]], k=[1, 0]: expected [[2, 2], [2, 4]], got IndexError: index 5 is out of bounds "
        "for axis 0 with size 1. It raised IndexError there."),
    ("slope", "x / w if w else ''",
        "right, but not at w=0, x=1: expected 0, got ''. Return numbers. Right where w != 0, but here w = 0: "
        "there is no elbow."),
    ("slope", "import math\nmath.sqrt(-1)", "no answer yet: It raised ValueError: math domain error"),
    ("potential", "np.float32(x @ x)", "right: no counterexample found"),
    ("gram", "(X.T @ X)[0]",
        "wrong at X=[[1, 2]], k=[1, 0]: expected [[2, 2], [2, 4]], got [1, 2]. The shape must be (2, 2); it "
        "is (2,)."),
    ("gram", "np.nan * X.T @ X",
        "wrong at X=[[1, 2]], k=[1, 0]: expected [[2, 2], [2, 4]], got [[nan, nan], [nan, nan]]. Here X has "
        "any shape: the sum of two matrices."),
    ("side", "None", "no answer yet: Asked for: 'left' or 'right'. Write a function of (x). A constant will do, too."),
    ("side", "'LEFT'", "right: no counterexample found"),
    ("slope", "if w:\n    raise ValueError('x' * 200)\nx",
        f"wrong at w=1, x=2: expected 2, got ValueError: {'x' * 87}…. It raised ValueError there."),
]  # fmt: skip
NOT_JUDGED = [
    ("slope", "x /", "unread", "Expected an expression, found the end of the line."),
    ("slope", 'check("gram", 3)', "unread", "This cell answers gram, and the box asks for slope."),
    ("slope", "np.random.rand()", "beyond", "The page does not know np.random."),
    ("slope", "while True:\n    x += 1\nx", "beyond",
     "This takes more steps than the page allows: does every loop end?"),
    ("slope", "def f(w, x):\n    return f(w, x) + 1", "beyond",
     "The calls go too deep for this page: does every recursion end?"),
    ("slope", f"'{'x' * 200_000}'", "beyond", "A text of more than 100 kB is too long for this page."),
]


@pytest.fixture(scope="module")
def verdicts():
    parts = [part.to_json() for part in PARTS.values()]
    tries = [(part, text) for part, text, *_ in JUDGED + NOT_JUDGED]
    return dict(zip(tries, in_node("judge.mjs", {"parts": parts, "tries": tries})["tries"], strict=True))


@pytest.mark.parametrize("part, text, said", JUDGED)
def test_a_verdict_is_this_line(verdicts, part, text, said):
    assert verdicts[part, text]["line"] == said


@pytest.mark.parametrize("part, text, word, said", NOT_JUDGED,
                         ids=[f"{word} {text[:30]}" for _, text, word, _ in NOT_JUDGED])
def test_what_is_no_answer_gets_no_verdict(verdicts, part, text, word, said):
    assert (verdicts[part, text]["word"], verdicts[part, text]["line"]) == (word, said)


def values():
    """Return (expected, got) of every form, near and far."""
    rng = np.random.default_rng(0)
    numbers = [0.0, 1.0, -2.5, 1 / 3, 1e-14, 1e16, 123456.789, np.nan, np.inf, 1e-5, 100.0]
    arrays = [rng.integers(-3, 4, shape).astype(float) for shape in [(2,), (2, 3), (1, 3), (3,), (4, 4), (0,)]]
    forms = [*numbers, *arrays, "left", "Left.", "no change", "up left", "up", True, False, (1.0, 2.0),
             (np.ones(2), 3.0), (1.0, 2.0, 3.0, 4.0), (np.float32(0.1).item(), 2.0), np.array([1.0, np.nan])]
    pairs = [(a, b) for a in forms for b in forms]
    near = [(a, a + step) for a in [*numbers[:7], *arrays[:4]] for step in (1e-15, 1e-10, 1e-9, 1.1e-9, 1e-7)]
    near += [(np.array(a), np.array([1 / 3 + 1e-11, 2.0])) for a in ([[1 / 3, 2.0]], [[1 / 3], [2.0]])]
    return [*pairs, *near, (12346.0, 123456.0)]  # as many digits before the point as are shown, and one more


def written(value):
    """Return a value as the text of an expression."""
    if isinstance(value, tuple):
        return "(" + ", ".join(map(written, value)) + ",)"
    return (
        text(value) if isinstance(value, np.ndarray) else repr(value).replace("nan", "np.nan").replace("inf", "np.inf")
    )


ASKED = {"words": ["left", "right"], "names": ["w", "x"], "asks": "the slope", "constant": True}


def test_values_are_compared_and_shown_as_in_python():
    rtol, drawn, part = 1e-9, values(), SimpleNamespace(**ASKED)
    found = in_node("judge.mjs", {"values": [(encoded(a), written(b), ASKED, rtol) for a, b in drawn]})["values"]
    assert len(drawn) > 500
    for (a, b), page in zip(drawn, found, strict=True):
        expected = returned.plain(a)
        got = compare.as_asked(expected, returned.plain(b), part)
        fault = compare.form_fault(expected, got, part)
        same = fault is None and compare.same(expected, got, rtol)
        told = {"shown": show.show(got), "fault": fault, "same": same, "single": compare.single(expected, got)}
        assert page == told | {"apart": list(show.show_apart(expected, got))}, (a, b)
