"""The page's Python beside the real one: programs, errors with their places, and what must not hang or be judged."""

import builtins
import re
from pathlib import Path

import pytest

from tests.answers.parity import agree, both, on_the_page
from tests.answers.programs import BEYOND, PROGRAMS

# What cannot be read: line and column, and what is said.
UNREAD = [
    ("X.T @ (y", 1, 7, "'(' was never closed."),
    ("X.T @ y)", 1, 8, "')' closes nothing."),
    ("(X.T]", 1, 5, "']' closes a '('."),
    ("2 x", 1, 3, "Is there an operator missing before 'x'? A product needs * or @."),
    ("(1) (2) x", 1, 9, "Is there an operator missing before 'x'? A product needs * or @."),
    ("x^T @ A", 1, 2, "'^T' is no Python: the transpose of x is x.T."),
    ("xᵀ", 1, 2, "'ᵀ' is no Python: write .T."),
    ("x if x = 1 else 0", 1, 8, "'=' cannot stand here: == compares, and = gives a name."),
    ("def f(x)\n    return x", 1, 9, "Expected ':', found the end of the line."),
    ("def f(x):\nreturn x", 2, 1, "Expected an indented line, found 'return'."),
    ("def f(x):\n    y = x\n  return y", 3, 3, "This line is indented as no line above it."),
    ("x = 1\n    y = 2", 2, 5, "This line is indented more than the one above, which does not end with a colon."),
    ("x +", 1, 4, "Expected an expression, found the end of the line."),
    ("λ − 1", 1, 3, "'−' is no Python: write -."),
    ("\\lambda x", 1, 1, "'\\' belongs to LaTeX: write a NumPy expression."),
    ("$x$", 1, 1, "'$' belongs to LaTeX: write a NumPy expression."),
    ("'left", 1, 1, "This text is not closed: a quotation mark is missing."),
    ("f(x) = 3", 1, 1, "Only a name, an entry or a slice can be given a value. == compares."),
    ("[i for f(i) in y]", 1, 8, "Only a name, an entry or a slice can be given a value. == compares."),
    ("lambda x, y x", 1, 13, "Expected ',' or ':', found 'x'."),
    ("lambda x, x: 1", 1, 11, "There are two arguments x."),
    ("lambda x=1, y: 1", 1, 13, "y needs a value of its own (y=…), as the argument before it has one."),
    ("f(a=1, 2)", 1, 8, "An argument without a name cannot follow one with a name."),
    ("x if y", 1, 7, "Expected 'else': a conditional expression needs both values, found the end of the line."),
    ("007", 1, 1, "A whole number does not start with 0."),
    ("x ! y", 1, 3, "'!' is no Python."),
    ("", 1, 1, "Nothing is written here yet."),
    ("# nothing", 1, 1, "Nothing is written here yet."),
    ("a.3", 1, 2, "Is there an operator missing before '.3'? A product needs * or @."),
]


@pytest.fixture(scope="module")
def compared():
    return {text: (real, page) for text, real, page in both(PROGRAMS)}


@pytest.mark.parametrize("text", PROGRAMS)
def test_a_program_does_what_it_does_in_python(compared, text):
    real, page = compared[text]
    if "error" in real:
        assert (page.get("error"), page.get("message")) == (real["error"], real["message"])
    else:
        assert "value" in page, page
        assert agree(real["value"], page["value"]), (real, page)


def test_most_programs_have_a_value(compared):
    assert sum("value" in real for real, _ in compared.values()) > 60


@pytest.fixture(scope="module")
def not_run():
    return dict(zip(BEYOND, on_the_page(BEYOND), strict=True))


@pytest.mark.parametrize("text", BEYOND, ids=lambda text: text[:40])
def test_what_the_page_cannot_do_is_said_to_be_beyond_it(not_run, text):
    assert "beyond" in not_run[text], not_run[text]


@pytest.fixture(scope="module")
def unread():
    texts = [text for text, *_ in UNREAD]
    return dict(zip(texts, on_the_page(texts), strict=True))


@pytest.mark.parametrize("text, line, column, message", UNREAD)
def test_what_cannot_be_read_has_a_place(unread, text, line, column, message):
    assert unread[text] == {"unread": message, "line": line, "column": column}


def test_what_the_page_raises_is_an_error_of_python_or_numpy_with_a_message():
    scripts = Path(__file__).parents[2] / "code/answers/script"
    raised = [found for path in sorted(scripts.rglob("*.js"))
              for found in re.findall(r"\braise\(\s*'([^']*)',\s*(.[^,)]?)", path.read_text(encoding="utf-8"))]
    assert len(raised) > 150
    of_numpy = {"LinAlgError", "AxisError", "UFuncTypeError"}
    assert {name for name, message in raised if name not in of_numpy and not hasattr(builtins, name)} == set()
    assert not {message for _, message in raised} & {"''", "``", '""'}
