"""Instances of the displayed formulas: the page's Python finds the values that Python finds, and the same truth."""

import numpy as np
import pytest

from formula.values import derivative
from hw0.notation import CHAPTERS, table
from hw0.notation.evidence import stored
from hw0.notation.instances import DERIVATIVE, LEAST, MOST, assignments, holds, instances, stored_without, without
from tests.answers.parity import both

WITHOUT = 1 / 5  # the share of evaluated displays that may have no button
RELATIVE, NOTHING = 1e-9, 1e-13  # nothing: what rounding leaves where all sides are 0


@pytest.fixture(scope="module")
def displays():
    return [(stem, formula, instances(stem, formula)) for stem in CHAPTERS for formula in stored(stem)
            if formula.displayed and formula.key not in table(stem).NEITHER]


@pytest.fixture(scope="module")
def drawn(displays):
    return {(stem, formula.key): found for stem, formula, found in displays if found}


def test_few_displays_have_no_button(displays, drawn):
    assert len(drawn) > (1 - WITHOUT) * len(displays)
    assert all(LEAST <= len(found.drawn) <= MOST for found in drawn.values())


def test_those_without_a_button_are_stored_with_their_reason(displays):
    lacking = {formula.key: without(stem, formula) for stem, formula, found in displays if not found}
    assert all(lacking.values())
    assert stored_without() == lacking, "run python -m tools.formula_texts"


def test_a_function_is_what_its_formula_says(drawn):
    for key, name in ((("ridge", "eq-ridge-eta"), "J(w)"), (("least_squares", "eq-lagrangian"), "L(w, mu)")):
        assert f"def {name}:" in drawn[key].prelude


def test_instances_differ(drawn):
    for key, found in drawn.items():
        assert len({text for _, text in found.drawn}) == len(found.drawn), key


def largest(shown):
    return max(map(abs, shown["values"]), default=0)


def test_the_page_finds_pythons_values_to_nine_digits(drawn):
    asked = [(key, row, f"{found.prelude}{text}{side}") for number, (key, found) in enumerate(drawn.items())
             for text in {text for _, text in (found.drawn[0], found.drawn[number % len(found.drawn)])}
             for row, sides in enumerate(found.relations) for _, side in sides]
    results, scales = both([text for *_, text in asked]), {}
    for (key, row, _), (_, real, _) in zip(asked, results, strict=True):
        scales[key, row] = max(scales.get((key, row), 0), largest(real["value"]))  # a side may be zero but for rounding
    for (key, row, _), (text, real, page) in zip(asked, results, strict=True):
        assert "value" in page, (key, text, page)
        real, page = real["value"], page["value"]
        assert (real["kind"], real["shape"]) == (page["kind"], page["shape"]), (key, text)
        apart = np.abs(np.subtract(real["values"], page["values"]))
        assert np.all(apart <= RELATIVE * scales[key, row] + NOTHING), (key, text, real, page)


def test_the_page_finds_every_relation_true(drawn):
    asked = [(key, f"{found.prelude}{found.drawn[-1][1]}{test}") for key, found in drawn.items()
             for tests in found.tests for test in tests]
    for (key, _), (text, real, page) in zip(asked, both([text for _, text in asked]), strict=True):
        assert real == page and page["value"]["values"] == [1], (key, text)


def test_a_relation_that_is_not_so_is_noticed(drawn):
    found = drawn["ridge", "eq-ridge-solution"]
    text = found.drawn[0][1]
    assert holds(text, found.tests)
    for other in (text.replace("lam = ", "lam = -"), text.replace("w = np.array([", "w = np.array([1 + ")):
        assert other != text and not holds(other, found.tests)
        ((_, _, page),) = both([f"{other}{found.tests[0][0]}"])
        assert page["value"]["values"] == [0]


def test_the_derivative_by_differences_is_that_by_a_complex_step():
    names, rng = {"np": np}, np.random.default_rng(0)
    exec(DERIVATIVE, names)
    A, x = rng.normal(size=(3, 3)), rng.normal(size=3)
    for function, at in (
        (lambda x: x @ A @ x, x),
        (lambda x: A @ x, x),
        (lambda x: (x @ x) ** 3, x),
        (lambda t: 1 / (1 + t * t), 0.7),
    ):
        one, other = derivative(function, at), names["derivative"](function, at)
        assert np.shape(one) == np.shape(other)
        np.testing.assert_allclose(other, one, rtol=1e-10, atol=1e-11)


def test_values_are_written_to_the_last_digit():
    values = {"X": np.array([[1 / 3, -0.0], [2e-300, 5.0]]), "a": 0.1, "i": 2}
    names = {"np": np}
    exec(assignments(values), names)
    assert all(np.array_equal(names[name], value) for name, value in values.items()) and type(names["i"]) is int
    assert assignments({"X": np.array([1.0, np.inf])}) is None
