"""Every function of NumPy and of math that the page knows beside the real one, on thousands of drawn arguments."""

import re
from collections import Counter
from zlib import crc32

import pytest

from tests.answers import table
from tests.answers.draws import Draw
from tests.answers.parity import agree, both, names_of_the_page

TIMES = 6  # how often each call is drawn; the hunt for what differs was run with 100
# Only these calls may go beyond the page: truth values that NumPy turns into float16 or int8, and whole numbers that
# wrap around.
NARROW = re.compile(
    r"gives (float16|int8)|Whole numbers beyond|NaN and infinity cannot become|of truth values|negative number|"
    r"of whole numbers|math.trunc"
)
# Errors whose type is NumPy's, and whose words are not: which axis, or which of two things is wrong first; and an array
# without axes is told of as the number that it mostly is.
OTHER_WORDS = re.compile(r"out of bounds for array|has no attribute|on 0d arrays|scalar variable")


def calls():
    """Return (template, name of a function, text) of every call, each drawn TIMES."""
    found = []

    def filled(template, name, draw):
        return re.sub(r"\{(\w+)\}", lambda m: name if m[1] == "f" else draw(m[1]), template)

    def add(template, name="", after=""):
        draw = Draw(crc32(f"{template} {name}".encode()))  # so that a new row changes no other's arguments
        for _ in range(TIMES):
            found.append((template, name, filled(template, name, draw).replace("; ", "\n") + after))

    for group in (table.NUMPY, table.LINALG, table.METHODS, table.MATH):
        for name, templates in group.items():
            for template in templates:
                add(template, name)
    for template in table.SYNTAX:
        add(template)
    for template in table.CHANGES:
        add(template, after="\na")
    for template in table.UFUNCS:
        for name in table.WITH_REDUCE:
            add(template, name)
    return found


@pytest.fixture(scope="module")
def compared():
    drawn = calls()
    return [(case[:2], *found) for case, found in zip(drawn, both([text for *_, text in drawn]), strict=True)]


def outcome(real, page):
    """Return "same", "same error", "other words", "beyond", "no kind" (the page lacks NumPy's type) or "different"."""
    if "beyond" in page:
        return "beyond"
    if "error" in real:
        if page.get("error") != real["error"]:
            return "different"
        return "same error" if page["message"].strip() == real["message"].strip() else "other words"
    if isinstance(real["value"], dict) and "other" in real["value"]:
        return "no kind"
    return "same" if "value" in page and agree(real["value"], page["value"]) else "different"


def test_the_table_names_what_the_page_knows():
    known = names_of_the_page()
    for part, named in (("numpy", table.NUMPY), ("linalg", table.LINALG), ("math", table.MATH),
                        ("methods", table.METHODS)):
        assert set(known[part]) == set(named), part


def test_the_page_never_differs(compared):
    different = [(text, real, page) for _, text, real, page in compared if outcome(real, page) == "different"]
    assert not different


def test_an_unknown_kind_of_number_is_never_a_value(compared):
    assert not [
        (text, page) for _, text, real, page in compared if outcome(real, page) == "no kind" and "value" in page
    ]


def test_errors_have_the_words_of_numpy(compared):
    words = [(text, real, page) for _, text, real, page in compared if outcome(real, page) == "other words"]
    assert not [case for case in words if not OTHER_WORDS.search(case[2]["message"])]
    assert len(words) < 0.02 * len(compared)


def test_few_calls_are_beyond_the_page(compared):
    beyond = [(text, page["beyond"]) for _, text, real, page in compared if outcome(real, page) == "beyond"]
    assert not [case for case in beyond if not NARROW.search(case[1])]
    assert len(beyond) < 0.02 * len(compared)


def test_every_call_and_every_function_has_a_value_somewhere(compared):
    values = Counter()
    for case, _, real, page in compared:
        for each in case:
            values[each] += outcome(real, page) == "same"
    errors_only = {each for each in values if not values[each]}
    assert errors_only == table.ERRORS_ONLY
    assert len(compared) > 5000
