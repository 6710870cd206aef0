"""A part as data: what it holds, what it refuses, and that nothing is lost on the way to a page."""

import json
import math
import re

import numpy as np
import pytest

from answers import Case, Mistake, Part
from answers.literal import fraction, literal
from answers.part import encoded
from tests.node import node


def slope(**changes):
    case = Case("x > 0", {"w": [1.0, 2.0], "x": [0.5, 1 / 3]}, [2.0, 6.000000000000001], mistakes=([0.5, None], None))
    fields = {"names": ("w", "x"), "kinds": ("float", "float"), "cases": (case,)}
    return Part(
        "0", "w / x", **{**fields, "mistakes": (Mistake("That is w x."), Mistake("The sign.", "-expected")), **changes}
    )


def test_a_part_is_json():
    data = json.loads(json.dumps(slope().to_json()))
    assert data["cases"][0]["given"] == {"w": [1, 2], "x": [0.5, 1 / 3]}
    assert data["cases"][0]["expected"] == [2, 6]
    assert data["cases"][0]["mistakes"] == [[0.5, {"none": True}], None]
    assert data["mistakes"] == [{"says": "That is w x.", "text": ""}, {"says": "The sign.", "text": "-expected"}]


def test_the_script_is_the_json():
    program = "const answerBoxes = { part: data => console.log(JSON.stringify(data)) };\n" + slope().script()
    assert json.loads(node("--eval", program)) == slope().to_json()


@pytest.mark.parametrize("changes, said", [
    ({"kinds": ("float",)}, "for each of the names"),
    ({"kinds": ("float", "matrix")}, "one of"),
    ({"origin": "z"}, "origin 'z'"),
    ({"cases": ()}, "no case"),
    ({"cases": (Case("x > 0", {"w": [], "x": []}, []),)}, "no instance where x > 0"),
    ({"cases": (Case("x > 0", {"w": [1.0]}, [1.0]),)}, "the values are of"),
    ({"cases": (Case("x > 0", {"w": [1.0], "x": []}, [1.0]),)}, "1 values of each"),
    ({"mistakes": ()}, "each of the mistakes"),
    ({"mistakes": (Mistake("a"), Mistake("b"))}, "an expression or values"),
    ({"cases": (Case("x > 0", {"w": [1.0], "x": [1.0]}, [1.0], mistakes=([], None)),)}, "needs 1 values"),
])
def test_data_that_do_not_fit_are_refused(changes, said):
    with pytest.raises(ValueError, match=re.escape(said)):
        slope(**changes)


def test_values_keep_their_kind():
    assert encoded((np.eye(2), math.nan, -math.inf, np.True_, "left", 3)) == {
        "tuple": [[[1, 0], [0, 1]], None, {"inf": -1}, True, "left", 3]
    }
    assert encoded(np.zeros((0, 2))) == {"shape": [0, 2]}
    assert math.copysign(1, encoded(-0.0)) == -1
    with pytest.raises(TypeError, match="got dict"):
        encoded({})


def test_a_mistake_is_sent_as_a_multiple_of_what_is_expected_where_that_is_shorter():
    expected = (1 / 7, np.array([[1 / 3, 0.1], [0.7, 2 / 3]]), np.zeros(2))
    mistaken = (3 / 7, 2 * expected[1], np.array([0.0, 1.0]))
    data = slope(
        cases=(Case("x > 0", {"w": [1.0] * 3, "x": [1.0] * 3}, [expected, 0.1234567, expected],
                    ((mistaken, 5.0, None), None)),)
    ).to_json()["cases"][0]
    assert data["mistakes"][0] == [{"tuple": [3 / 7, {"times": 2}, [0, 1]]}, 5, {"none": True}]


def test_computed_numbers_are_sent_to_the_digits_that_are_compared():
    drawn = np.random.default_rng(1).standard_normal((5, 5)) * 10.0 ** np.arange(-2, 3)
    for values in (drawn, 1e-9 * drawn, 1e9 * drawn):
        sent = np.array(encoded(values, near=1e-14))
        assert 0 < np.abs(sent - values).max() <= 1e-11 * np.abs(values).max()
        assert np.array_equal(encoded(values), values)
    assert encoded(np.array([1.0, -1e-20]), near=1e-14) == [1, 0]


def test_a_fraction_is_the_same_double():
    rng = np.random.default_rng(0)
    quotients = [p / q for p, q in rng.integers(1, 400, (300, 2))]
    values = [*quotients, *rng.standard_normal(300), 1e-300, 1e300, 0.1, -2 / 3]
    texts = list(map(literal, values))      # some of them are NumPy's
    with pytest.raises(ValueError, match="no number nan"):
        literal(float("nan"))
    assert [eval(text) for text in texts] == values
    assert sum("/" in text for text in texts) > 200
    assert fraction(0.33333333333333326) is None
    assert fraction(0.33333333333333326, near=1e-14) == (1, 3)
