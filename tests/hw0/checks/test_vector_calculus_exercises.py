"""The exercises of chapter 2 on trial: right in several ways, and refuted with the diagnosis of the mistake."""
import numpy as np
import pytest

from hw0.checks import PARTS
from hw0.checks.vector_calculus import exercises
from hw0.vector_calculus import gradcheck
from tests.hw0.checks.verdicts import on_trial

RIGHT = {
    "2.residual": [lambda A, x, b: (A @ x - b) @ A, lambda A, x, b: A.T @ (A @ x - b),
                   lambda A, x, b: x @ A.T @ A - b @ A,
                   lambda A, x, b: gradcheck.complex_step(lambda x: ((A @ x - b) @ (A @ x - b)) / 2, x)],
    "2.norm": [lambda x: x / np.linalg.norm(x), lambda x: x[None] / np.sqrt(x @ x),
               lambda x: gradcheck.complex_step(lambda x: np.sqrt(x @ x), x)],
    "2.axis": [lambda A: [A[2, 1] - A[1, 2], A[0, 2] - A[2, 0], A[1, 0] - A[0, 1]],
               lambda A: sum(np.cross(e, (A - A.T) @ e) for e in np.eye(3)) / 2],
    "2.layer": [lambda A, x, c: (c / np.cosh(A @ x) ** 2) @ A, lambda A, x, c: c @ np.diag(1 - np.tanh(A @ x) ** 2) @ A,
                lambda A, x, c: gradcheck.complex_step(lambda x: c @ np.tanh(A @ x), x)],
    "2.unit": [lambda x: np.eye(len(x)) / np.linalg.norm(x) - np.outer(x, x) / np.linalg.norm(x) ** 3,
               lambda x: gradcheck.complex_step(lambda x: x / np.sqrt(x @ x), x)],
}


# part, the answer, a piece of what must be said of it
WRONG = [
    ("2.residual", lambda A, x, b: A @ x - b, "multiply by it"),
    ("2.residual", lambda A, x, b: A @ x @ A, "- b"),
    ("2.residual", lambda A, x, b: A, "residual alone"),
    ("2.residual", lambda A, x, b: (A.T @ (A @ x - b))[:, None], "is a row"),
    ("2.residual", lambda A, x, b: 2 * (A @ x - b) @ A, "twice the right value"),
    ("2.residual", lambda A, x, b: (b - A @ x) @ A, "sign is the other way round"),
    ("2.residual", lambda A, x, b: (A @ x - b) @ A.T, None),
    ("2.norm", lambda x: 2 * x, "||x||^2"),
    ("2.norm", lambda x: 1 / (2 * np.linalg.norm(x)), "chain rule"),
    ("2.norm", lambda x: x / (x @ x), "where ||x|| belongs"),
    ("2.norm", lambda x: (x / np.linalg.norm(x))[:, None], "is a row"),
    ("2.norm", lambda x: x / np.linalg.norm(x) / 2, "half the right value"),
    ("2.norm", lambda x: 2 * x / np.linalg.norm(x), "twice the right value"),
    ("2.norm", lambda x: -x / np.linalg.norm(x), "sign is the other way round"),
    ("2.norm", lambda x: np.sign(x), None),
    ("2.axis", lambda A: [A[2, 1] - A[1, 2], A[2, 0] - A[0, 2], A[1, 0] - A[0, 1]], "middle entry"),
    ("2.axis", lambda A: [A[1, 0] - A[0, 1], A[0, 2] - A[2, 0], A[2, 1] - A[1, 2]], "reverse order"),
    ("2.axis", lambda A: [A[1, 2] - A[2, 1], A[2, 0] - A[0, 2], A[0, 1] - A[1, 0]], "sign is the other way round"),
    ("2.axis", lambda A: 2 * np.array(RIGHT["2.axis"][0](A)), "twice the right value"),
    ("2.axis", lambda A: np.array(RIGHT["2.axis"][0](A)) / 2, "half the right value"),
    ("2.axis", lambda A: np.ones(3), None),
    ("2.layer", lambda A, x, c: c @ A, "are missing"),
    ("2.layer", lambda A, x, c: (1 - np.tanh(A @ x) ** 2) @ A, "weights c of the units are missing"),
    ("2.layer", lambda A, x, c: c * (1 - np.tanh(A @ x) ** 2), "multiply by it"),
    ("2.layer", lambda A, x, c: (c * np.tanh(A @ x)) @ A, "1 - tanh(z)^2"),
    ("2.layer", lambda A, x, c: ((c / np.cosh(A @ x) ** 2) @ A)[:, None], "is a row"),
    ("2.layer", lambda A, x, c: -(c / np.cosh(A @ x) ** 2) @ A, "sign is the other way round"),
    ("2.layer", lambda A, x, c: 2 * (c / np.cosh(A @ x) ** 2) @ A, "twice the right value"),
    ("2.layer", lambda A, x, c: c @ A * (1 - np.tanh(x) ** 2), None),
    ("2.unit", lambda x: np.eye(len(x)) / np.linalg.norm(x), "held constant"),
    ("2.unit", lambda x: np.eye(len(x)) - np.outer(x, x) / (x @ x), "1 / ||x|| is missing"),
    ("2.unit", lambda x: (np.eye(len(x)) - np.outer(x, x)) / np.linalg.norm(x), "needs unit vectors"),
    ("2.unit", lambda x: (np.eye(len(x)) + np.outer(x, x) / (x @ x)) / np.linalg.norm(x), "is subtracted"),
    ("2.unit", lambda x: np.eye(len(x)) / np.linalg.norm(x) - (x @ x) / np.linalg.norm(x) ** 3, "np.outer(x, x)"),
    ("2.unit", lambda x: np.eye(len(x)) / np.linalg.norm(x) - np.outer(x, x) / (x @ x), "divided by ||x||^3"),
    ("2.unit", lambda x: -RIGHT["2.unit"][0](x), "sign is the other way round"),
    ("2.unit", lambda x: 2 * RIGHT["2.unit"][0](x), "twice the right value"),
    ("2.unit", lambda x: np.ones((1, 1)) if len(x) == 1 else RIGHT["2.unit"][0](x), "n = 1"),
]


TestAnswers = on_trial(RIGHT, WRONG, exercises.PARTS)


FUNCTIONS = {"2.residual": lambda x, A, b: ((A @ x - b) @ (A @ x - b)) / 2, "2.norm": lambda x: np.sqrt(x @ x),
             "2.layer": lambda x, A, c: c @ np.tanh(A @ x), "2.unit": lambda x: x / np.sqrt(x @ x)}


@pytest.mark.parametrize("part", FUNCTIONS)
def test_the_reference_is_the_derivative_by_central_differences(part):
    for given in (given for case in PARTS[part].cases for given in case.instances):
        others = {name: value for name, value in given.items() if name != "x"}
        numeric = gradcheck.central_differences(lambda x, others=others: FUNCTIONS[part](x, **others), given["x"])
        np.testing.assert_allclose(PARTS[part].reference(**given), numeric, rtol=1e-6, atol=1e-8)


def test_the_axis_turns_every_vector_as_the_skew_part_does_and_is_where_the_rows_agree():
    for given in (given for case in PARTS["2.axis"].cases for given in case.instances):
        A, k = given["A"], PARTS["2.axis"].reference(**given)
        for v in np.eye(3):
            np.testing.assert_array_equal((A - A.T) @ v, np.cross(k, v))
        np.testing.assert_allclose(k @ (A + A.T), 2 * k @ A, atol=1e-12)
