"""What the figures of chapters 4 and 6 say, all over their controls and at ties, against plain NumPy."""
import numpy as np
import pytest

from hw0.figures import networks, ridge
from hw0.figures.networks.band import EPOCHS, INPUTS, WIDTHS
from hw0.figures.ridge.path import samples
from hw0.figures.ridge.unguarded import routes
from livefig.words import written
from tests.hw0.figures.told import assert_true_everywhere


def contours(t, rho, w1, w2):
    if w1 == w2 == 0:
        return "solution is 0"
    G, aim = np.array([[1, rho], [rho, 1]]), np.array([w1, w2])
    inverse = np.linalg.inv(G + 10.0**t * np.eye(2))
    w = inverse @ G @ aim
    grows = w * (inverse @ w) < -1e-12 * (w @ inverse @ w)
    return (f"w{1 + int(np.flatnonzero(grows)[0])} still grows" if grows.any() else
            f"keeps {written(100 * np.linalg.norm(w) / np.linalg.norm(aim), '.3g')}% of")


def filters(t):
    lam, s = 10.0**t, np.array([8.0, 2.0, 0.5, 0.1])
    kept, above = s**2 / (s**2 + lam), np.sum(s > np.sqrt(lam) * (1 + 1e-9))
    odd = s[(kept > 0.5 + 1e-9) != (s > lam * (1 + 1e-9))]
    odd = odd[np.abs(odd / lam - 1) > 1e-9] if t else odd[:0]
    if t and len(odd) and np.min(np.abs(odd**2 / lam - 1)) > 1e-9:
        share = written(odd[0] ** 2 / (odd[0] ** 2 + lam), ".0%")
        side, only = ("below", "") if t > 0 else ("above", "only ")
        return f"σ = {odd[0]:g} is {side} λ, and yet ridge keeps {only}{share}"
    return ("coincide" if t == 0 else "less than half of each" if above == 0 else
            "one of the four directions, that" if above == 1 else f"{above} of the four directions, those")


def posterior(n, t):
    x = np.array([0.6, -0.4, 0.9, 0.2, -0.8, 0.5, -0.3, 0.7])[:int(n)]
    y = np.array([1.3, 0.1, 1.0, 0.9, -1.5, 0.2, -0.9, 0.8])[:int(n)]
    top, variance = (written(v / (x @ x + 10.0**t), ".2f") for v in (x @ y, 10.0**t))
    moves = f"the top to {top}, and the variance falls from 1 to {variance}"
    return ("Without data" if n == 0 else f"One sample moves {moves}" if n == 1 else
            f"The {n:.0f} samples say more" if x @ x > 10.0**t else f"{n:.0f} samples move {moves}")


def fake_data(root):
    x, y = np.array([0.5, 0.8, 1.1, 1.4, 1.7, 2.1]), np.array([1.1, 1.0, 2.0, 1.9, 2.9, 2.8])
    slopes = [written(x @ y / (x @ x + price), ".4f") for price in (0, root**2)]
    return "from {} to {}.".format(*slopes) if root else "cannot pull"


def kernel(n, d):
    if n == d:
        return "one equation." if n == 1 else f"have {written(n, '.0f')} equations."
    return f"{written(min(n, d), '.0f')} instead of {written(max(n, d), '.0f')} equations"


def path(t):
    X, y = samples()
    inverse = np.linalg.inv(X.T @ X + 10.0**t * np.eye(4))
    w = inverse @ X.T @ y
    return {0: "all four", 1: "One weight"}.get(n := np.sum(w * (inverse @ w) < 0), f"{n} weights")


def unguarded(place):
    exact, found = routes.on_paper()[int(place)], routes.stored()[:, int(place)]
    worst = np.max(found) / exact
    return ("Every route" if worst < 1.1 else "begins to be felt" if worst < 2 else "No digit" if np.min(found) > 0.5
            else "taken over")


def early_stopping(power, lr, shift):
    y = 2 * lr * 10 ** np.linspace(-4, 0, 201)
    t = np.rint(10.0**power)
    most = written(np.max((1 - (1 - y) ** t) * (1 + y * t) / (y * t)), ".2f")
    return f"at most {most} times" if shift == 0 else "too little" if shift > 0 else "too much"


def leave_one_out(t, i, draw):
    X = np.linspace(-1, 1, 15)[:, None] ** np.arange(10)
    Q = np.linalg.qr(np.vstack([X, 10.0 ** (t / 2) * np.eye(10)]))[0]       # with fake data: no Gram matrix
    leverage = np.sum(Q[int(i) - 1] ** 2)
    return "nearly the same" if leverage < 0.1 else "goes after" if leverage > 0.6 else "not the only one"


def bias_variance(t, noise, truth):
    theta = [[1, 1, 1, 1], [2, 1, 0.5, 0.25], [0.25, 0.5, 1, 2]][int(truth)]
    slopes = np.sign([10.0**t * size**2 / noise**2 - 1 if abs(10.0**t * size**2 / noise**2 - 1) > 1e-9 else 0
                      for size in theta])
    if abs(np.sum(slopes)) == 4 or not slopes.any():
        return {-4: "too small for every", 4: "too large for every", 0: "best for every"}[int(np.sum(slopes))]
    return f"small for {np.sum(slopes < 0)} of the four directions and too large for {np.sum(slopes > 0)}:"


def backward(node, b1, b2, y, x1, x2, w11, w12, w21, w22, v1, v2, c):
    """The second sentence."""
    z = np.array([w11 * x1 + w21 * x2 + b1, w12 * x1 + w22 * x2 + b2])
    asleep, off = np.sum(z <= 0), np.maximum(0, z) @ [v1, v2] + c - y
    units = ("Both units are awake", "One unit is asleep", "Both units are asleep")[asleep]
    return "the residual is 0" if off == 0 else units


def band(inputs, width, epochs, s, r):
    """The second sentence; exact ties, which rounding decides, are left out."""
    d, h, steps, scale, lr = INPUTS[int(inputs)], WIDTHS[int(width)], 2 * EPOCHS[int(epochs)], 10.0**s, 10.0**r
    gain, where = scale * np.sqrt(h / 2), []
    for L in (3, 5):
        f, knee = scale * np.sqrt(d) * gain ** (L - 1), (h / (2 * d)) ** (1 / (2 * L))
        low, high = (c * max(1, f) / (L * d * g ** (2 * L - 2)) for c, g in ((100 / steps, gain),
                                                                             (200, max(gain, knee))))
        if min(abs(lr / low - 1), abs(lr / high - 1)) < 1e-9:
            return ""          # rounding decides
        side = "below" if lr < low else "above"
        where.append("in" if low < lr < high else f"crossed {side}" if low >= high else side)
    three, five = where
    if "in" in where:
        return ("with three layers and with five" if three == five else "with three layers, and not with five"
                if three == "in" else "with five layers, and not with three")
    if five.startswith("crossed"):
        return "crossed, for both" if three.startswith("crossed") else f"{three.title()} the band of three"
    return f"{three.title()} both bands" if three == five else f"of three layers and {five} that of five"


PLACES = [
    (ridge.contours, contours, [
        {"rho": 0.0, "w1": 0.0}, {"rho": 0.0, "w2": 0.0}, {"w1": 0.0, "w2": 0.0}, {"t": 3.0}, {"t": -3.0},
        {"t": 0.45, "rho": -0.6, "w1": 2.35, "w2": 1.15}, {"t": 0.45, "rho": 0.75, "w1": 1.25, "w2": -0.65}]),
    (ridge.filters, filters, [{"t": -2.0}, {"t": -1.0}, {"t": 0.65}, {"t": 0.0}]),
    (ridge.posterior, posterior, [{"n": 0}, {"n": 1}]),
    (ridge.fake_data, fake_data, [{"root": 0.0}, {"root": 0.05}]),
    (ridge.kernel, kernel, [{"n": 1, "d": 1}, {"n": 1}, {"d": 1}]),
    (ridge.path, path, [{"t": -0.2}]),
    (ridge.unguarded, unguarded, [{"place": place} for place in (15, 16, 31)]),
    (ridge.early_stopping, early_stopping, [{"power": 0.0, "lr": 0.5}, {"power": 4.0}, {"shift": 0.0}]),
    (ridge.leave_one_out, leave_one_out, []),
    (ridge.bias_variance, bias_variance, [
        {"t": -2.0, "noise": noise, "truth": truth} for noise in (0.05, 0.1, 0.2) for truth in range(3)]),
    (networks.backward, backward, [{"y": 1.5}]),
    (networks.band, band, [
        {"inputs": 5, "width": 0, "epochs": 4, "s": -1.15, "r": -0.25}, {"s": -0.85}, {"s": 0.1, "r": -4.0},
        {"s": -1.0, "r": -4.0}, {"s": 0.2, "r": 0.3}, {"s": -1.25, "r": -4.0}, {"s": -1.25, "r": 0.5},
        {"s": 0.2, "r": -3.0}]),
]


@pytest.mark.parametrize(("figure", "true", "ties"), PLACES, ids=lambda value: getattr(value, "__name__", ""))
def test_what_a_figure_says_is_so_wherever_a_reader_moves(figure, true, ties):
    assert_true_everywhere(figure, true, ties)
