"""The letters of chapter 6, and the lines of its formulas that need more than the table."""

import numpy as np

from formula.judge import Line
from formula.letters import Function, Letters
from hw0.notation.linear_problems import normal, uniform
from hw0.notation.relu_elbow import active, relu

CLASSES = 13  # no sum or difference of the other sizes


def draw(rng, count, n, d, h, scale=1.0):
    """Return a layer (d, h) with n examples, scores for one of them, and how far a signal gets."""
    layers = rng.integers(2, 8, (count, 1, 1)).astype(float)
    return {
        "X": normal(rng, count, n, d) * scale,
        "W": normal(rng, count, d, h),
        "b": normal(rng, count, 1, h),
        "dA": normal(rng, count, n, h),
        "weight": normal(rng, count, n, h),
        "s": normal(rng, count, CLASSES) * 2,
        "y": rng.integers(1, CLASSES + 1, (count, 1, 1)).astype(float),
        "theta": normal(rng, count, 1),
        "sigma": uniform(rng, count, 0.2, 2.0),
        "L": layers,
        "l": np.ceil(layers * uniform(rng, count, 0.01, 1.0)),
        "eta": uniform(rng, count, 0.01, 1.0),
        "x": normal(rng, count, 1, d),
        "mu": uniform(rng, count, 0.1, 0.95),
        "W_1": normal(rng, count, d, h),
        "W_2": normal(rng, count, h, n),
    }


def at_label(g):
    """The score of the right class."""
    return np.take_along_axis(g.s, g.y.astype(int) - 1, axis=1)


def softmax_loss(g):
    """Minus the logarithm of the probability of the right class."""
    powers = np.exp(g.s)
    return -np.log(np.exp(at_label(g)) / powers.sum(axis=1, keepdims=True))


def hinge_loss(g):
    """What the other scores lack of a margin of 1, summed."""
    own = at_label(g)
    others = np.arange(1, CLASSES + 1)[None, :, None] != g.y
    return (relu(g.s - own + 1) * others).sum(axis=1, keepdims=True)


def back_through_loss(name):
    """The derivative of a smooth loss of Z with respect to a letter, entry by entry, by a complex step."""

    def derivative(g):
        value = g[name]
        found = np.zeros((g.count, *value.shape[1:]))
        for row in range(value.shape[1]):
            for column in range(value.shape[2]):
                step = np.zeros((1, *value.shape[1:]), complex)
                step[0, row, column] = 1e-30j
                moved = {"X": g.X, "W": g.W, "b": g.b} | {name: value + step}
                loss = (np.sin(moved["X"] @ moved["W"] + moved["b"]) * g.weight).sum(axis=(1, 2))
                found[:, row, column] = loss.imag / 1e-30
        return found

    return derivative


def mean_squares(g):
    """The mean square of a score, layer by layer: sums of d, then of h terms; ReLU keeps half."""
    square = g.sigma**2 * g.d
    kept = square.copy()
    for layer in range(2, int(g.L.max()) + 1):
        square = g.sigma**2 * g.h * (square / 2)
        kept = np.where(layer <= g.L, square, kept)
    return kept


def kernel(g):
    """The squared length of the derivative of a score with respect to the weights, as a sum over the layers."""
    total = np.zeros(g.L.shape)
    gain_squared = g.sigma**2 * g.h / 2
    for layer in range(1, int(g.L.max()) + 1):
        forward = g.d * gain_squared ** (layer - 1)
        backward = gain_squared ** (g.L - layer)
        total = total + np.where(layer <= g.L, forward * backward, 0)
    return total


def he(g):
    """The deviation at which a layer keeps the mean square: its h terms, of which ReLU keeps half, make one."""
    return 1 / np.sqrt(g.h * 0.5)


LETTERS = Letters(
    sizes=("n", "d", "h"),
    regimes=(
        *({"n": n, "d": d, "h": h} for n, d, h in (
            (5, 3, 4), (2, 5, 3), (4, 2, 7), (3, 3, 3), (1, 4, 2), (6, 1, 3))),  # harmless: so are other sizes
        {"n": 4, "d": 3, "h": 5, "scale": 1e-3}, {"n": 5, "d": 2, "h": 3, "scale": 1e3},  # harmless: as above
    ),
    draw=draw,
    derived={
        "Z": lambda g: g.X @ g.W + g.b,
        "A": lambda g: np.clip(g.Z, 0, None),
        "dZ": lambda g: np.cos(g.X @ g.W + g.b) * g.weight,
        "dX": back_through_loss("X"),
        "dW": back_through_loss("W"),
        "db": back_through_loss("b"),
        "through_relu": lambda g: g.dA * active(g.Z),
        "bold_1": lambda g: np.ones((1, g.X.shape[1], 1)),
        "p": lambda g: np.exp(g.s) / np.exp(g.s).sum(axis=1, keepdims=True),
        "softmax": softmax_loss,
        "hinge": hinge_loss,
        "he": he,
        "level": lambda g: ((2 / g.h) ** (g.L - 1) / g.d) ** (1 / (2 * g.L)),
        "varepsilon": lambda g: np.full((1, 1, 1), 1e-5),
        "gamma": lambda g: np.sqrt((g.sigma**2 * g.h) / 2),
        "f": lambda g: np.sqrt(mean_squares(g)),
        "K": kernel,
        "pi": lambda g: np.full((1, 1, 1), np.pi),
        "c_1": lambda g: np.ones((1, 1, 1)),
        "c_2": lambda g: np.ones((1, 1, 1)),
    },
    functions={"ell": Function(("theta",), lambda g: np.sin(g.theta) + g.theta**3),
               "ReLU'": Function(("theta",), lambda g: active(g.theta))},
    every_row=("b",),
    indices=("i", "j", "k", "c"),
    code={"bold_1": "np.ones(n)", "eta": "lr", "varepsilon": "eps"},
)

LINES = {
    "eq-relu-back": Line(let={"dZ": "through_relu"}),
    "eq-softmax": Line(let={"ell": "softmax"}),
    "eq-softmax-gradient": Line(let={"ell": "softmax"}),
    "eq-hinge": Line(let={"ell": "hinge"}),
    "eq-hinge-gradient": Line(let={"ell": "hinge"}),
    "eq-central": Line(completes=(r"\approx \frac{d\ell}{d\theta}",)),
    r"z_j = \sum_k x_k W_{kj} + b_j": Line(let={"z": lambda g: g.x @ g.W + g.b}),
    "z = xW": Line(let={"z": lambda g: g.x @ g.W}),
    r"z^\top = W^\top x^\top": Line(let={"z": lambda g: g.x @ g.W}),
    "(X W_1) W_2 = X (W_1 W_2)": Line(),
    r"dZ = dA \cdot [Z > 0]": Line(let={"dZ": "through_relu"}),
    r"\sigma = \sqrt{2/h}": Line(let={"sigma": "he"}),
    r"\gamma = (h/2d)^{1/(2L)}": Line(let={"sigma": "level"}),
    "Z = A W": Line(let={"A": "X", "b": lambda g: 0 * g.drawn["b"]}),
}
NEITHER = {"eq-band": "an order of magnitude: the map of chapter 6 measures it"}
CONDITIONS = frozenset({"1/(1 - \\mu) = 10"})
UNREAD = {r"dA = dZ\, W^\top": "the formula for dX, where the input is the activation of a layer before",
          r"d\ell/dx = (d\ell/dz)\, W^\top": "the derivative by a row, in a sentence about one",
          r"\sqrt{2/100} = 0.141": "a number that is rounded to three digits"}
