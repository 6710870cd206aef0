"""hw0.checks.returned: nothing that an answer is, returns, raises or sets reaches who asked for the verdict."""
import functools
import warnings
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hw0.checks import PARTS, Verdict, check
from hw0.checks.returned import on_a_line
from tests import hostile


class Unwilling(ValueError):
    def __str__(self):
        raise RuntimeError("no words")


class Own(BaseException):
    pass


def odd_syntax_error():
    error = SyntaxError("odd")
    error.text, error.lineno = 5, "one"
    return error


class NoSignature:
    @property
    def __signature__(self):
        raise RuntimeError("none of your business")

    def __call__(self, w, b):
        return -b / w


class Unshown:
    def __repr__(self):
        raise RuntimeError("no picture")


UNSHOWN = Unshown()


def refusing(*names, base=object, error=RuntimeError):
    """An object of a class whose attributes of these names, and whose calls of them, raise."""
    def refuse(*_, **__):
        raise error("refused")
    return type("Refusing", (base,), dict.fromkeys(names, property(refuse)))()


class Liar(str):
    """A text whose own text is no plain one."""

    def __str__(self):
        return self

    def strip(self, *_):
        raise RuntimeError("refused")


class Nameless(type):
    __name__ = property(lambda self: 1 / 0)


class LastWord(ValueError):
    def __str__(self):
        raise SystemExit(3)


def deep(depth, kind):
    value = kind([1.0])
    for _ in range(depth):
        value = kind([value])
    return value


RAISED = [Unwilling(), Own("x"), GeneratorExit(), SystemExit(3), odd_syntax_error(), ValueError("\ud800\x1b[2J\n"),
          ValueError("x" * 10**6), ExceptionGroup("g", [ValueError("a")]), MemoryError(),
          KeyError(Unwilling()), LastWord(), refusing("__class__", base=ValueError, error=SystemExit)]
RETURNED = [deep(5000, tuple), deep(60, list), deep(500, list), ("x",) * 1000, [1, [2]], [None], [[None, 1.0]], 10**400,
            b"x", {1}, {"a": 1}, range(3), iter([1]), np.zeros((0, 3)), np.array(object()), np.array(["a"]),
            np.array([1j]), np.ma.masked, np.zeros((1,) * 40), np.array([1], "M8[s]"), np.array([(1, 2.0)], "i4,f4"),
            Unshown(), Unshown, (np.zeros(2), "x", None), NotImplemented, "\ud800", np.nan, np.inf, -np.inf,
            refusing("__class__"), refusing("__array__"), refusing("__len__"),
            type(refusing("__float__", "__eq__", "__abs__", base=float))(2.5),
            refusing("__int__", "__float__", base=int),
            refusing("__iter__", "__len__", base=tuple), Liar("left"),
            np.zeros(2).view(type("Lying", (np.ndarray,), {"copy": 1, "astype": 2, "tolist": 3})),
            Nameless("Hidden", (), {})(), type("x" * 10_000, (), {})(), (i for i in "ab"), -10**5000]
CALLED = type(refusing("__class__", error=SystemExit)), type(refusing("__signature__", error=SystemExit))
ANSWERS = [*(type("Called", (kind,), {"__call__": lambda *_, **__: 1})() for kind in CALLED), NoSignature(),
           Unshown(), print, dict, type, np.sin, lambda w, b, /, *, c: 1, lambda *, w=UNSHOWN: 1, lambda w=UNSHOWN: 1,
           lambda a, b, c, d="\x1b[2J" + "x" * 10_000: 1]


def judged(part, answer):
    """The verdict as text, which is a line and short."""
    verdict = check(part, answer)
    assert isinstance(verdict, Verdict)
    text = repr(verdict)
    assert text.isprintable() and len(text) < 700 and len(verdict._repr_html_()) < 1500
    text.encode()
    return text


@pytest.mark.parametrize("part", ["5a.i", "4g", "5b.ii"])
@pytest.mark.parametrize("place", range(len(RAISED)))
def test_whatever_is_raised_is_a_verdict(part, place):
    def answer(*_, **__):
        raise RAISED[place]
    assert judged(part, answer).startswith("wrong at")


def test_the_interrupt_key_is_no_verdict():
    def answer(*_, **__):
        raise KeyboardInterrupt
    with pytest.raises(KeyboardInterrupt):
        check("5a.i", answer)


@pytest.mark.parametrize(("answer", "meant"), [
    (lambda X, y, lam: X @ np.ones(77), "The shapes of a product there do not fit."),
    (lambda X, y, lam: np.dot(X, np.ones(77)), "The shapes of a product there do not fit."),
    (lambda X, y, lam: np.linalg.inv(0 * X.T @ X) @ X.T @ y, "A matrix there has no inverse."),
    (lambda X, y, lam: np.ones(2) + np.ones(3), "It raised ValueError there."),
    (lambda X, y, lam: [][0], "It raised IndexError there."),
])
def test_an_error_is_told_in_a_sentence(answer, meant):
    assert check("4a", answer).diagnosis == meant


@pytest.mark.parametrize("part", ["5a.i", "4g", "5b.ii", "6.softmax_loss"])
@pytest.mark.parametrize("place", range(len(RETURNED)))
def test_whatever_is_returned_is_a_verdict(part, place):
    value = RETURNED[place]
    for answer in (lambda **_: value, lambda **_: (value, value), lambda **_: [value, value]):
        assert judged(part, answer).startswith("wrong at")
    assert judged(part, value).startswith(("wrong at", "no answer yet"))


@hostile.inputs
@given(value=hostile.values(), part=st.sampled_from(["5a.i", "4g", "5b.ii", "2b"]))
def test_whatever_json_can_hold_is_a_verdict(value, part):
    judged(part, lambda **_: value)
    judged(part, value)


@pytest.mark.parametrize("place", range(len(ANSWERS)))
def test_whatever_is_called_is_a_verdict(place):
    judged("5a.i", ANSWERS[place])


def test_an_answer_that_does_not_tell_its_arguments_is_called_all_the_same():
    assert judged("5a.i", NoSignature()) == "right: no counterexample found"


@pytest.mark.parametrize("part", ["6.softmax_loss", "4g", "5b.iii", "6.svm_loss"])
def test_what_an_answer_sets_in_numpy_and_python_reaches_neither_the_reference_nor_the_caller(part):
    cases = tuple(replace(case, expected=None) for case in PARTS[part].cases)
    asked = replace(PARTS[part], cases=cases)       # so that the reference is computed, after the answer
    reference = asked.reference

    @functools.wraps(reference)
    def answer(*args, **kwargs):
        value = reference(*args, **kwargs)
        np.seterr(all="raise")
        np.set_printoptions(precision=1, threshold=1)
        warnings.simplefilter("error")
        return value
    before = np.geterr(), np.get_printoptions(), list(warnings.filters)
    assert judged(asked, answer) == "right: no counterexample found"
    assert (np.geterr(), np.get_printoptions(), list(warnings.filters)) == before


def test_a_text_of_a_stranger_is_a_short_line():
    assert on_a_line("a\x1b[2J\nb\ud800") == r"a\x1b[2J\nb\ud800"
    assert len(on_a_line("\x00" * 10**6)) == 100
