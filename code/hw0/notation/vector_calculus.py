"""The letters of chapter 2, and the lines of its formulas that need more than the table."""

import numpy as np

from formula.judge import Line
from formula.letters import Function, Letters
from hw0.notation.linear_problems import normal, uniform
from hw0.vector_calculus import step_size


def draw(rng, count, n, p, scale=1.0, lucky=False):
    """Return a point x (n,), a matrix A (n, n) and what the other letters are; `lucky` points lie in the null space of
    A - Aᵀ."""
    A = normal(rng, count, n, n)
    x = normal(rng, count, n) * scale
    if lucky and n % 2:
        x = np.linalg.svd(A - A.mT)[2][:, -1:].mT * scale
    elif lucky:
        A = A + A.mT
    derivatives = {f"f{'′' * order}".replace("′", "'"): normal(rng, count, 1) for order in (1, 2, 3)}
    return derivatives | {
        "A": A,
        "x": x,
        "c": normal(rng, count, n),
        "v": normal(rng, count, n) * scale,
        "b": normal(rng, count, n),
        "inner": normal(rng, count, p, n) / (1 + scale),
        "outer": normal(rng, count, p),
        "value": normal(rng, count, 1),
        "h": 10 ** uniform(rng, count, -8, -1),
        "s": uniform(rng, count, 0.1, 5.0),
    }


def of_each(function):
    """Apply a function of the package, of numbers, to the drawn values of f and its derivatives."""
    return lambda g: np.vectorize(function)(g.value, g["f''"], g["f'''"], g.h)


LETTERS = Letters(
    sizes=("n", "p"),
    regimes=(
        {"n": 5, "p": 3},
        {"n": 4, "p": 6},
        {"n": 3, "p": 2},
        {"n": 2, "p": 5},
        {"n": 7, "p": 4},
        {"n": 1, "p": 3},
        {"n": 5, "p": 2, "scale": 1e-3},
        {"n": 4, "p": 3, "scale": 1e3},
        {"n": 3, "p": 5, "lucky": True},
        {"n": 4, "p": 2, "lucky": True},
    ),
    draw=draw,
    derived={
        "u": lambda g: np.tanh(g.inner @ g.x) + g.inner @ g.x / 3,
        "varepsilon": lambda g: np.full((1, 1, 1), np.finfo(float).eps),
        "forward": of_each(lambda f, second, third, h: step_size.error_bound(h, order=1, value=f, derivative=second)),
        "central": of_each(lambda f, second, third, h: step_size.error_bound(h, order=2, value=f, derivative=third)),
        "h_forward": of_each(lambda f, second, third, h: step_size.best_step(order=1, value=f, derivative=second)),
        "h_central": of_each(lambda f, second, third, h: step_size.best_step(order=2, value=f, derivative=third)),
        "direction": lambda g: g.x / np.sqrt((g.x**2).sum(axis=1, keepdims=True)),
        "K": lambda g: g.A - g.A.mT,
    },
    functions={
        "f": Function(("x",), lambda g: np.tanh(g.inner @ g.x) + g.inner @ g.x / 3),
        "g": Function(("u",), lambda g: np.sum(g.outer * g.u**3, axis=1, keepdims=True)),
    },
    code={"varepsilon": "eps"},
)

SCALAR = {"f": "value"}
LINES = {
    "eq-vc-step-errors": Line(let=SCALAR, completes=(r"= \text{forward}", r"= \text{central}")),
    "eq-vc-best-steps": Line(let=SCALAR),
    r"\frac{1}{\lVert x \rVert} \big( I - u u^\top \big) .": Line(let={"u": "direction"},
                                                                  completes=(r"= \frac{du}{dx}",)),
}
NEITHER = {}
