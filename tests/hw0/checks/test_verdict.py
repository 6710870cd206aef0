"""How a verdict reads: one line that is the same everywhere, and a small box."""


import numpy as np
import pytest
from bs4 import BeautifulSoup

from hw0.checks import Verdict, check
from hw0.checks.show import show, show_apart, typeset


def test_a_verdict_is_true_exactly_if_the_answer_is_right():
    assert Verdict(True)
    assert not Verdict(False, diagnosis="Write a function of (w, b).")


@pytest.mark.parametrize(("value", "text"), [
    (1.0, "1"), (-0.0, "0"), (1 / 3, "0.3333"), (-12345.678, "-1.235e+04"), (np.nan, "nan"), (True, "True"),
    ("left", "'left'"),
    (np.array([1.0, np.nan, -0.0]), "[1, nan, 0]"), (np.array([1.0, -2e-17]), "[1, 0]"),
    (np.array([1.0, 1e-6]), "[1, 1e-06]"),
    (np.array([[1.0, 2.0], [3.0, 4.5]]), "[[1, 2], [3, 4.5]]"),
    (np.zeros((5, 5)), "an array of shape (5, 5)"), (np.zeros((0, 2)), "an empty array of shape (0, 2)"),
    ((np.array([1.0]), 2.0), "([1], 2)"), (object(), "an object of type object"), ("x" * 99, repr("x" * 59 + "…")),
])
def test_values_are_shown_short_and_without_addresses(value, text):
    assert show(value) == text


def test_two_values_are_shown_with_the_digits_that_tell_them_apart():
    assert show_apart(1 / 3, 0.5) == ("0.3333", "0.5")
    assert show_apart(1 / 3, 1 / 3 + 1e-7) == ("0.33333333", "0.33333343")
    assert show_apart(1.0, 1.0 + 1e-11) == ("1", "1.00000000001")
    assert show_apart(np.array([1.0]), np.array([[1.0 + 1e-11]])) == ("[1]", "[[1]]")
    assert show_apart(np.array([1.0]), np.array([[1.0 + 1e-6]])) == ("[1]", "[[1.000001]]")
    assert show_apart(1 / 3, 1 / 3) == ("0.3333", "0.3333")


def test_a_verdict_is_one_line():
    verdict = Verdict(False, {"w": 1.0, "b": np.array([2.0, 0.5])}, 3.0, 4.0, "Twice.")
    assert repr(verdict) == "wrong at w=1, b=[2, 0.5]: expected 3, got 4. Twice."
    assert repr(Verdict(False, {"w": 1.0}, 3.0, 4.0)) == "wrong at w=1: expected 3, got 4"
    assert repr(Verdict(False, diagnosis="Write a function of (w, b).")) == "no answer yet: Write a function of (w, b)."


def read(verdict):
    """The box as a tree, and what it is called."""
    box = BeautifulSoup(verdict._repr_html_(), "html.parser")
    return box, box.find(attrs={"aria-label": True})["aria-label"]


@pytest.mark.parametrize(("verdict", "label"), [
    (Verdict(True), "Verdict: right"),
    (Verdict(False, {"w": 1.0}, 3.0, 4.0, "Twice."), "Verdict: wrong"),
    (Verdict(False, diagnosis="Write a function."), "Verdict: no answer yet"),
])
def test_the_box_says_in_words_what_its_colour_says(verdict, label):
    box, called = read(verdict)
    assert called == label
    assert label.removeprefix("Verdict: ") in box.text.lower()
    assert verdict.diagnosis is None or verdict.diagnosis in box.text


def test_the_box_cannot_be_broken_by_an_answer():
    box, _ = read(check("5b.ii", "<script>alert(1)</script>"))
    assert box.script is None and "<script>alert(1)</script>" in box.text


@pytest.mark.parametrize(("text", "html"), [
    ("X^T X + lambda I", "X<sup>T</sup> X + λ I"),
    ("(X^T X)^-1 X^T y", "(X<sup>T</sup> X)<sup>−1</sup> X<sup>T</sup> y"),
    ("sqrt(lambda) N", "√λ N"), ("||y - X w||^2", "‖y − X w‖<sup>2</sup>"),
    ("W1_i != 0", "W<sup>1</sup><sub>i</sub> ≠ 0"),
    ("A = X^+ <b>", "A = X<sup>+</sup> &lt;b&gt;"), ("lr*x <= w", "lr·x ≤ w"),
    ("np.linalg.solve(a, b)", "np.linalg.solve(a, b)"),
    ("fan_in and dscores", "fan_in and dscores")])
def test_the_mathematics_of_a_sentence_is_set_as_on_the_page(text, html):
    assert typeset(text) == html


def test_an_answer_that_fails_in_an_edge_case_only_is_right_but():
    verdict = check("5c", lambda W1, b: -b / W1)
    assert (verdict.right, verdict.incomplete, bool(verdict), verdict.word) == (False, True, False, "incomplete")
    assert repr(verdict).startswith("right, but not at W1=")
    assert read(verdict)[1] == "Verdict: right, but …"
    assert check("5c", lambda W1, b: b / W1).word == "wrong"


def test_numbers_that_agree_are_told_apart_by_their_brackets_and_others_by_their_digits():
    assert show_apart(np.array([[1 / 3]]), np.array([1 / 3])) == ("[[0.3333]]", "[0.3333]")
    assert show_apart(np.array([[1 / 3]]), np.array([1 / 3 + 1e-7])) == ("[[0.33333333]]", "[0.33333343]")


@pytest.mark.parametrize(("part", "answer", "said"), [
    ("3a", lambda X, y: np.linalg.lstsq(X, y), "take [0]"),
    ("6.affine_backward", lambda dout, X, W, b: ((dout @ W.T).reshape(X.shape), dout.T, dout.sum(axis=0)), "dW: "),
])
def test_a_reader_is_told_the_reason(part, answer, said):
    assert said in check(part, answer).diagnosis


@pytest.mark.parametrize(("part", "answer"), [
    ("5b.iii", "Right."), ("5b.i", "no change"), ("5b.i", " 'Stays' "), ("5b.i", "stay"),
    ("5b.i", "unchanged"), ("5b.i", "does not move"), ("5b.i", "Unmoved."), ("5b.i", "no movement"),
    ("5b.i", "Nothing!"), ("4g", lambda X, y: 0),
    ("5c", lambda W1, b: [None if w == 0 else -c / w for w, c in zip(W1, b, strict=True)]),
    ("5c", lambda W1, b: np.ma.masked_array(-b, W1 == 0) / np.where(W1 == 0, 1, W1)),
    ("5.weight_decay", lambda w, b, lr, mu: None if lr * mu == 1 else -b / (w - lr * mu * w)),
])
def test_what_means_the_same_is_taken_for_it(part, answer):
    assert check(part, answer)
