"""Answers taken away as answers.py: the file that the page writes, judged by Python's own runner."""

import json

import numpy as np
import pytest

from answers.joined import Joined
from answers.site import SCRIPT
from hw0.checks.page_data import page_part
from hw0.checks.registry import PARTS
from hw0.checks.submissions import answered, verdicts
from tests.node import node

NAMES = {part.id: list(part.names) for part in PARTS.values()}
RIDGE = "np.linalg.solve(X.T @ X + lam * np.eye(X.shape[1]), X.T @ y)"
# How a reader may write one answer, and the line of the file that it becomes.
RIGHT = {
    "an expression": RIDGE,
    "an expression over lines": RIDGE.replace(", X.T", ",\n    X.T") + "  # the normal equations\n",
    "lines": "A = X.T @ X\nI = np.eye(len(A))\n\n# solved\nnp.linalg.solve(A + lam * I, X.T @ y)",
    "lines that end with a name": f"w = {RIDGE}\n",
    "lines on one line": f"n = 1; {RIDGE};",
    "lines that return": f"if lam > 0:\n    return {RIDGE}\nreturn np.linalg.pinv(X) @ y",
    "lines with a phone's marks, and with such in a text": f"a, b = ‘don't’, '“so”'  # “so”\n{RIDGE}",
    "a lambda": f"lambda X, y, lam: {RIDGE}",
    "a lambda in brackets, with a note": f"(lambda X, y, lam:\n   {RIDGE}) # so",
    "a lambda and a semicolon": f"lambda X, y, lam: {RIDGE};",
    "a lambda with other names": "lambda A, b, c: np.linalg.solve(A.T @ A + c * np.eye(A.shape[1]), A.T @ b)",
    "a lambda in another order": f"lambda lam, y, X: {RIDGE}",
    "a lambda with a name": f"f = lambda X, y, lam=1: {RIDGE}\nf",
    "a def": f"def ridge(X, y, lam):\n    'Solved.'\n    return {RIDGE}",
    "a def of its name": f"def part_4a(X, y, lam):\n    return {RIDGE}",
    "a def with more": f"import numpy as np\n\ndef f(X, y, lam, *, more=0):\n    return {RIDGE} + more\n",
    "a def and a test": f"def f(X, y, lam):\n    return {RIDGE}\n\nprint(f(np.eye(2), np.ones(2), 1.0))",
    "a def of everything": f"def f(*args):\n    X, y, lam = args\n    return {RIDGE}",
    "a def that calls itself and another": (f"def k(n):\n    return n * k(n - 1) if n else 1\n\n"
                                            f"def f(X, y, lam):\n    lam = lam * k(3) / 6\n    return {RIDGE}"),
    "a cell": f"def f(X, y, lam):\n    return {RIDGE}\n\n\ncheck('4a', f)\n",
    "a cell with an expression": f"check('4a', lambda X, y, lam: {RIDGE})",
    "a cell with checks of two parts": (f"f = lambda X, y, lam: ({RIDGE})\ncheck('5a.i', 3); check('4a', f)\nprint(1)"),
}


@pytest.fixture(scope="module")
def in_the_page():
    """Return how to ask: `in_the_page(expression)` is its value, as JSON, in a page that has all scripts."""
    engine = Joined(SCRIPT, "box/answers")
    further = Joined(SCRIPT, "box/further", after=engine)
    page = "globalThis.addEventListener = () => {}; globalThis.answerBoxes = {};\n"
    script = page + engine.script(shared=further.taken) + further.script()

    def ask(expression):
        return json.loads(node("-", given=f"{script}process.stdout.write(JSON.stringify({expression}));"))

    return ask


@pytest.fixture
def written(in_the_page, tmp_path):
    """Return how to write files: `written({id: text}, ...)` gives the path of each."""

    def write(*all_answers):
        texts = in_the_page(
            f"{json.dumps(all_answers)}.map(answers => answerBoxes.asFile(answers, {json.dumps(NAMES)}))"
        )
        paths = [tmp_path / f"answers_{k}.py" for k in range(len(texts))]
        for path, text in zip(paths, texts, strict=True):
            path.write_text(text, encoding="utf-8")
        return paths

    return write


def test_every_way_to_write_an_answer_becomes_one_def(written):
    X, y = np.array([[1.0, 2.0], [0.0, 1.0], [3.0, -1.0]]), np.array([1.0, 2.0, 3.0])
    for way, path in zip(RIGHT, written(*({"4a": text} for text in RIGHT.values())), strict=True):
        file, names = path.read_text(encoding="utf-8"), {}
        assert file.count("\ndef part_4a(X, y, lam):\n") == 1, (way, file)
        exec(compile(file, way, "exec"), names)
        for lam in (0.5, 2.0):
            expected = np.linalg.solve(X.T @ X + lam * np.eye(2), X.T @ y)
            assert np.allclose(names["part_4a"](X, y, lam), expected), (way, file)


JUDGED = {
    "5a.i": "lambda w, b: b / w",
    "5a.iii": "if w * x + b > 0:\n    return (w * x + b - y) * x\nreturn 0",
    "4a": f"def f(X, y, lam):\n    return {RIDGE}\nX, y, lam = np.eye(2), np.ones(2), 1\nprint(f(X, y, lam))",
    "4g": "0",
    "3a": "from numpy.linalg import inv\nG = inv(X.T @ X)\nG @ X.T @ y",
    "2a": "x",
    "5b.i": "'Stays.'",
}


def test_python_judges_the_file_as_the_page_judges_the_answers(written, in_the_page):
    (path,) = written(JUDGED)
    asked = json.dumps([[page_part(PARTS[part]).to_json(), text] for part, text in JUDGED.items()])
    page = in_the_page(f"{asked}.map(([part, text]) => answerBoxes.line(answerBoxes.verdict(part, text)))")
    found = verdicts(path)
    assert {part: repr(verdict) for part, verdict in found.items()} == dict(zip(JUDGED, page, strict=True))
    assert {part for part, verdict in found.items() if verdict.right} == {"5a.iii", "4a", "4g", "3a", "5b.i"}


def test_what_the_page_cannot_read_spoils_nothing(written):
    lost = {"3a": "X.T @", "4b": "class A:\n    pass", "9z": "1"}
    (path,) = written(lost | {"5b.i": "'stays'", "2b": " \n"})
    assert answered(path) == ("5b.i",)
    file = path.read_text(encoding="utf-8")
    for part, why in (("3a", "line 1, column 6"), ("4b", "cannot be used here"), ("9z", "no part of this site")):
        assert f"# The answer to {part} is left out" in file and why in file
    assert "# X.T @\n" in file and "# class A:\n#     pass\n" in file


def test_what_is_no_function_is_left_to_python(written):
    paths = written({"4a": "3"}, {"4a": "lambda X: X"}, {"5b.i": "'stays'"})
    said = [next(iter(verdicts(path).values())) for path in paths]
    assert [verdict.right for verdict in said][:2] == [False, False]
    assert "Write a function of (X, y, lam)" in repr(said[0]) and "this one takes (X)" in repr(said[1])
    assert "Write a function" not in repr(said[2])
