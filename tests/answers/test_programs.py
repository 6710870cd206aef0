"""The page's Python beside the real one: programs, errors with their places, and what must not hang or be judged."""

import builtins
import re
from pathlib import Path

import pytest

from tests.answers import corners
from tests.answers.parity import agree, both, on_the_page
from tests.answers.programs import BEYOND, PROGRAMS
from tests.answers.unread import CANNOT, COSTLY, UNKNOWN, UNREAD

SCRIPTS = sorted((Path(__file__).parents[2] / "code/answers/script").rglob("*.js"))
EMPTY = {"''", "``", '""'}
ALL_BEYOND = [*BEYOND, *CANNOT, *COSTLY, *UNKNOWN]


@pytest.fixture(scope="module")
def compared():
    return {text: (real, page) for text, real, page in both([*PROGRAMS, *corners.VALUES, *corners.ERRORS])}


@pytest.mark.parametrize("text", [*PROGRAMS, *corners.VALUES])
def test_a_program_does_what_it_does_in_python(compared, text):
    real, page = compared[text]
    if "error" in real:
        assert (page.get("error"), page.get("message")) == (real["error"], real["message"])
    else:
        assert "value" in page, page
        assert agree(real["value"], page["value"]), (real, page)


def test_an_error_is_that_of_python_or_numpy(compared):
    def told(found):
        return found.get("error"), found.get("message", "").strip()

    assert {text: compared[text] for text in corners.ERRORS
            if told(compared[text][0]) != told(compared[text][1]) or "error" not in compared[text][0]} == {}


def test_most_programs_have_a_value(compared):
    assert sum("value" in real for real, _ in compared.values()) > 60


@pytest.fixture(scope="module")
def not_run():
    return dict(zip(ALL_BEYOND, on_the_page(ALL_BEYOND), strict=True))


@pytest.mark.parametrize("text", ALL_BEYOND, ids=lambda text: text[:40])
def test_what_the_page_cannot_do_is_said_to_be_beyond_it(not_run, text):
    assert "beyond" in not_run[text], not_run[text]
    if text in COSTLY:
        assert "more steps than the page allows" in not_run[text]["beyond"]
    if text in UNKNOWN:
        assert not_run[text]["beyond"] == f"The page does not know {UNKNOWN[text]}."


@pytest.fixture(scope="module")
def unread():
    texts = [text for text, *_ in UNREAD]
    return dict(zip(texts, on_the_page(texts), strict=True))


@pytest.mark.parametrize("text, line, column, message", UNREAD)
def test_what_cannot_be_read_has_a_place(unread, text, line, column, message):
    assert unread[text] == {"unread": message, "line": line, "column": column}


def test_what_the_page_raises_is_an_error_of_python_or_numpy_with_a_message():
    raised = [found for path in SCRIPTS
              for found in re.findall(r"\braise\(\s*'([^']*)',\s*(.[^,)]?)", path.read_text(encoding="utf-8"))]
    assert len(raised) > 150
    of_numpy = {"LinAlgError", "AxisError", "UFuncTypeError"}
    assert {name for name, message in raised if name not in of_numpy and not hasattr(builtins, name)} == set()
    assert not {message for _, message in raised} & EMPTY


def test_what_is_beyond_the_page_is_said_in_words():
    said = [found for path in SCRIPTS
            for found in re.findall(r"\b[bB]eyond\(\s*(..)", path.read_text(encoding="utf-8"))]
    assert len(said) > 80 and not set(said) & EMPTY
