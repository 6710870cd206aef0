"""What students write gets one verdict in the page and, copied as a cell, in a notebook; slips are told as such."""

import contextlib
import io

import numpy as np
import pytest

from hw0.checks import PARTS, check
from hw0.checks.page_data import page_part
from hw0.checks.show import typeset
from tests.answers.parity import in_node
from tests.answers.students import WRITTEN

MEANT = [
    ("2b", "2 * X", "Here it is called x."),
    ("2.norm", "x / norm(x)", "Did you mean np.linalg.norm?"),
    ("2.norm", "x / sqrt(x @ x)", "Did you mean np.sqrt?"),
    ("2d", "x.T(A + A.T)", "Is '*' or '@' missing before a bracket?"),
    ("4a", "np.linalg.solve(X.T @ X + λ*np.eye(X.shape[1]), X.T @ y)", "Here it is called lam."),
    *((part, text, f"Here it is called {name}.") for part, text, name in [
        ("4b", "σ", "s"), ("4b", "sigma", "s"), ("5a.ii", "φ", "phi"), ("5.weight_decay", "μ", "mu"),
        ("4.prior", "τ", "tau"), ("5.leaky", "α", "alpha"), ("5.leaky", "δ", "delta"), ("5.leaky", "η", "lr")]),
    ("4a", "np.linalg.solve(X.T @ X + lam*I, X.T @ y)", "I is np.eye(n)."),
    ("3c", "I_d", "I is np.eye(n)."),
    ("6.relu_forward", "np.max(0, Z)", "The larger of two, entry by entry, is np.maximum(0, z)."),
    ("6.affine_forward", "X.reshape(N, -1) @ W + b", "A size is in a shape: N = ….shape[0]."),
    ("4a", "np.linalg.solve(X.T @ X + lam*np.eye(d), X.T @ y)", "A size is in a shape: d = ….shape[1]."),
    ("5b.ii", "Left", "A word stands in quotation marks: 'left'."),
    ("2b", "x^2", "A power is written **."),
    ("2c", "Ax", "Is '*' or '@' missing in A x?"),
    ("5a.iii", "(ReLU(w*x + b) - y) * x", "ReLU is np.maximum(0, z)."),
    ("5a.iii", "x * (w*x + b - y) if wx + b > 0 else 0", "Is '*' or '@' missing in w x?"),
    ("2e", "true", "Python says True."),
    ("2b", "constructor", "Given: x."),
    ("2b", "strange", "Given: x."),
    ("2b", "2 * x * np.ones(d)", "A size is in a shape: d = ….shape[0]."),
    ("6.softmax_loss", "np.eye(k)[labels]", "A size is in a shape: k = ….shape[1]."),
    ("4.toward", "strange", "Given: X, y, w0, lam."),
]
SAID = {
    "2x": "Is there an operator missing before 'x'? A product needs * or @.",
    "(2x) + x": "Is there an operator missing before 'x'? A product needs * or @.",
    "np.sum(2 x)": "Is there an operator missing before 'x'? A product needs * or @.",
    "2 * （x）": "'（' is no Python: write (.",
    "x + lambda * x": "'lambda' makes a function: no number has that name.",
    "x²": "'²' is no Python: write **2.",
    ">>> 2 * x": "Leave out '>>>': it belongs to a notebook or a prompt.",
    "%time 2 * x": "Leave out '%': it belongs to a notebook or a prompt.",
    "x^-1": "'^-' is no power in Python: the inverse of a matrix is np.linalg.inv(A), 1/x is x**-1.",
    "y = 1\n\ty + x": "This line is indented more than the one above, which does not end with a colon.",
}


@pytest.fixture(scope="module")
def tried():
    """Return {(part, text): what the page makes of it}."""
    tries = [*(one[:2] for one in WRITTEN), *(one[:2] for one in MEANT), *(("2b", text) for text in SAID)]
    parts = [page_part(PARTS[name]).to_json() for name in sorted({part for part, _ in tries})]
    found = in_node("student.mjs", {"parts": parts, "tries": tries})
    return {tuple(one): seen for one, seen in zip(tries, found, strict=True)}


def in_a_notebook(cell):
    """Return the last verdict of a cell."""
    verdicts = []
    names = {"np": np, "numpy": np, "check": lambda part, answer: verdicts.append(check(part, answer))}
    with contextlib.redirect_stdout(io.StringIO()):
        exec(cell, names)
    return repr(verdicts[-1])


@pytest.mark.parametrize("part, text, word", WRITTEN)
def test_the_page_and_a_notebook_say_the_same(tried, part, text, word):
    found = tried[part, text]
    assert found["word"] == word
    if word in ("right", "wrong", "incomplete"):
        assert in_a_notebook(found["cell"]) == found["line"]


@pytest.mark.parametrize("part, text, meant", MEANT)
def test_what_was_meant_is_said_where_python_raises(tried, part, text, meant):
    assert tried[part, text]["meant"] == meant
    assert typeset(meant) == meant  # what is to be typed is not set as mathematics


@pytest.mark.parametrize("text, said", SAID.items())
def test_a_slip_of_the_pen_is_told_as_such(tried, text, said):
    assert tried["2b", text]["word"] == "unread" and tried["2b", text]["line"] == said
