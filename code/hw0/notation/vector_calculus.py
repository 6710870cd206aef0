"""The letters of chapter 2, and the lines of its formulas that need more than the table."""

import numpy as np

from formula.judge import Line
from formula.letters import Function, Letters
from hw0.notation.linear_problems import normal, uniform
from hw0.vector_calculus import step_size


def draw(rng, count, n, p, scale=1.0, lucky=False):
    """Return a point x, a matrix A and the other letters; a `lucky` point lies in the null space of A - Aᵀ."""
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
        "W": normal(rng, count, n, p),
        "B": normal(rng, count, n, p),
        "S": normal(rng, count, n, p) * scale,
    }


def of_each(function):
    """Apply a function of the package, of numbers, to the drawn values of f and its derivatives."""
    return lambda g: np.vectorize(function)(g.value, g["f''"], g["f'''"], g.h)


def jacobian(g):
    """The derivative (p, n) of f, layer by layer."""
    return (1 - np.tanh(g.inner @ g.x) ** 2) * g.inner + g.inner / 3


LETTERS = Letters(
    sizes=("n", "p"),
    regimes=(
        *({"n": n, "p": p} for n, p in ((5, 3), (4, 6), (3, 2), (2, 5), (7, 4), (1, 3))),  # harmless: or other sizes
        {"n": 5, "p": 2, "scale": 1e-3}, {"n": 4, "p": 3, "scale": 1e3},  # harmless: as above
        *({"n": n, "p": p, "lucky": True} for n, p in ((3, 5), (4, 2))),
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
        "kappa": lambda g: g.K[:, :1, -1:],
        "axis": lambda g: np.stack([g.K[:, 2, 1], g.K[:, 0, 2], g.K[:, 1, 0]], axis=1)[..., None],
        "cubic": lambda g: (g.c * g.x**3).sum(axis=1, keepdims=True),
        "cubic_gradient": lambda g: 3 * g.c * g.x**2,
        "image": lambda g: g.A @ g.x - g.b,
        "squared": lambda g: (g.x**2).sum(axis=1, keepdims=True),
        "fixed": lambda g: np.linalg.solve(g.A, g.b),
        "basis": lambda g: np.eye(g.A.shape[1])[None],
        "first": lambda g: g.basis[:, :, :1],
        "D": jacobian,
        "row": lambda g: g.c.mT,
        "H": lambda g: g.A + g.A.mT,
        "R": lambda g: g.A @ g.W - g.B,
        "G": lambda g: 2 * g.A.mT @ g.R,
        "along_axis": lambda g: g.axis * g.s,
    },
    functions={"f": Function(("x",), lambda g: np.tanh(g.inner @ g.x) + g.inner @ g.x / 3),
               "g": Function(("u",), lambda g: np.sum(g.outer * g.u**3, axis=1, keepdims=True))},
    columns={"e": "basis"},
    code={"varepsilon": "eps", "f'": "f_prime", "f''": "f_second", "f'''": "f_third"},
)

SCALAR = {"f": "value"}
SPACE = ({"n": 3, "p": 2}, {"n": 3, "p": 4})
PLANE = ({"n": 2, "p": 3},)
ODD = ({"n": 3, "p": 2}, {"n": 5, "p": 2}, {"n": 1, "p": 3}, {"n": 7, "p": 2})
AXIS = {"kappa": "axis"}
UNSCALED = tuple(regime for regime in LETTERS.regimes if "scale" not in regime)     # where short steps lose few digits
LINES = {
    "eq-vc-definition": Line(regimes=UNSCALED),
    "eq-vc-newton": Line(let={"D": "row"}),
    "eq-vc-step-errors": Line(let=SCALAR, completes=(r"= \text{forward}", r"= \text{central}")),
    "eq-vc-best-steps": Line(let=SCALAR),
    r"\frac{1}{\lVert x \rVert} \big( I - u u^\top \big) .": Line(
        let={"u": "direction"}, completes=(r"= \frac{du}{dx}",)
    ),
    "u = Ax - b": Line(let={"u": "image"}),
    r"s = x^\top x": Line(let={"s": "squared"}),
    r"A^\top A x = A^\top b": Line(let={"x": "fixed"}),
    r"u = x / \lVert x \rVert": Line(let={"u": "direction"}),
    r"K = \begin{pmatrix} 0 & \kappa \\ -\kappa & 0 \end{pmatrix}": Line(regimes=PLANE),
    r"\det K = \kappa^2": Line(regimes=PLANE),
    r"\det K = 0": Line(regimes=ODD),
    r"\kappa = (A_{32} - A_{23},\; A_{13} - A_{31},\; A_{21} - A_{12})": Line(let=AXIS, regimes=SPACE),
    r"(A - A^\top)\, v = \kappa \times v": Line(let=AXIS, regimes=SPACE),
    r"\kappa \times e_1 = (0, \kappa_3, -\kappa_2)": Line(let=AXIS, regimes=SPACE),
    r"\kappa \times x = 0": Line(let=AXIS | {"x": "along_axis"}, regimes=SPACE),
    r"\nabla f = (df/dx)^\top": Line(let={"f": "cubic", "nabla_f": "cubic_gradient"}),
    "v = e_1": Line(let={"v": "first"}),
}
NEITHER = {}
CONDITIONS = frozenset({r"x^\top (A + A^\top) = 2x^\top A", r"A = A^\top", "v = h e_k", r"v = -H^{-1} D^\top",
                        r"v^\top H v > 0"})
UNREAD = {
    r"\mathbb R^n \to \mathbb R^p": "where a function comes from and goes to",
    r"f(x + v) = f(x) + Dv + o(\lVert v \rVert)": "an error of which only the order is said",
    r"D = D_L \cdots D_2\, D_1": "a product that goes on",
    r"x \mapsto x / \lVert x \rVert": "a map",
    r"z = x_1 + i x_2": "complex numbers",
    r"f(x + ih) = f(x) + i h f'(x) - \dots": "a series that goes on, with complex numbers",
    r"f(x \pm h) = f \pm h f' + \frac12 h^2 f'' \pm \frac16 h^3 f''' + \dots": "a series that goes on",
}
