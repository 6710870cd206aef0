"""What figures of chapters 2, 3, 4 and 6 say, at places all over their controls and at ties, against plain NumPy."""
import numpy as np
import pytest

from hw0.figures import least_squares, networks, ridge, vector_calculus
from hw0.figures.least_squares import fits
from hw0.figures.networks.band import EPOCHS, INPUTS, WIDTHS
from hw0.figures.ridge.path import samples
from hw0.figures.ridge.unguarded import routes
from hw0.vector_calculus.step_size import EXAMPLES
from livefig.words import written
from tests.hw0.figures.told import everywhere


def row(c1, c2, v1, v2):
    rise = c1 * v1 + c2 * v2
    if c1 == c2 == 0:
        return "The row is zero"
    if v1 == v2 == 0:
        return "There is no step"
    lines = f"{written(abs(rise), '.2f')} lines"
    return "along a level line" if abs(rise) < 1e-9 else f"climbs {lines}" if rise > 0 else f"goes down {lines}"


def newton(one, two, lr, x1, x2):
    factor = 1 - lr * max(one, two)
    if two == 0:
        return "has no inverse"
    if (x1, x2) == (0.5, -0.3):
        return "The slope at x is 0"
    if two < 0:
        return "A saddle"
    if factor < -1 + 1e-9:
        return f"by {written(factor, '.3f')}."
    return "straight at it" if one == two else f"{written(max(one, two) / min(one, two), '.1f')} times the other"


def step(f, k):
    h, example = 10.0**k, EXAMPLES[int(f)]
    if example.x + h == example.x:
        return "none at all"
    if f == 3:
        return "across the kink" if h > 0.0005 else "there is no error"
    left_out, rounding = abs(example.derivatives[3]) * h**2 / 6, 2.0**-52 * abs(example.derivatives[0]) / (2 * h)
    return "Too long" if left_out > 9.8 * rounding else "Too short" if rounding > 9.8 * left_out else "Near the best"


def turns(stage, s1, ratio, v, u):
    if 1 < stage <= 2:
        return f"σ1 = {written(s1, 'g')} and σ2 = {written(s1 * ratio, 'g')}."
    done = ("Both singular values are 0" if s1 == 0 else "pressed flat" if ratio == 0 else "stays a circle"
            if ratio == 1 else "stay perpendicular")
    return "Nothing has" if stage == 0 else "Move 1" if stage <= 1 else "Move 3" if stage < 3 else done


def four_subspaces(s1, ratio, w1, w2, y1, y2, y3, v, eye):
    """The second sentence: the squares of both parts."""
    squares = "∥{}∥2 = {} + {}:".format
    if s1 > 0 and ratio > 0:
        lost = round(((y1 - 2 * y2 + 2 * y3) / 3) ** 2, 12)
        return squares("y", written(y1**2 + y2**2 + y3**2 - lost, ".3g"), written(lost, ".3g"))
    lost = (w2 * np.cos(np.deg2rad(v)) - w1 * np.sin(np.deg2rad(v))) ** 2 if s1 > 0 else w1**2 + w2**2
    kept = max(w1**2 + w2**2 - lost, 0)
    return "lies in the row space" if lost < 1e-9 else squares("w", written(kept, ".3g"), written(lost, ".3g"))


def descent(t, ratio, lr, w1, w2):
    away = abs(w2 * np.cos(np.pi / 6) - w1 / 2)
    if lr >= 1:
        return "too long"
    if ratio > 0:
        return f"about {written(100 - 100 * (1 - 2 * lr) ** t, '.0f')}% of"
    return "lies in the row space" if away == 0 else f"the distance of {written(away, '.2g')} from"


def polynomial(degree, unit):
    t, y, *_ = fits.data()
    off = y - np.polynomial.Legendre.fit(t, y, min(degree, 11))(t)
    return (f"misses the points by {written(np.sqrt(np.mean(off**2)), '.2g')} in" if degree < 11 else
            "exactly one" if degree == 11 else "the shortest w")


def gauss_markov(t, towards, lam):
    G = np.array([[3.0, 3.0], [3.0, 5.0]])          # X^T X of the samples at 0, 1, 2
    m, n = np.deg2rad(towards), np.array([1.0, -2.0, 1.0]) / 6**0.5
    c = np.stack([np.cos(np.linspace(0, np.pi, 61)), np.sin(np.linspace(0, np.pi, 61))])
    A = np.linalg.inv(G + lam * np.eye(2)) @ np.array([[1.0, 1.0, 1.0], [0.0, 1.0, 2.0]])
    M, least = A + t * np.outer([np.cos(m), np.sin(m)], n), np.sum(c * np.linalg.solve(G, c), axis=0) / 4
    if lam == 0:
        worst = np.sqrt(np.max(np.sum((M.T @ c) ** 2, axis=0) / 4 / least))
        return "least squares itself" if t == 0 else f"in the worst {written(worst, '.3f')} times"
    off = M @ [1.0, 1.5, 2.0] - [1.0, 0.5]
    return "nearer" if np.sum(M**2) / 4 + off @ off < np.trace(np.linalg.inv(G)) / 4 else "farther"


def contours(t, rho, w1, w2):
    if w1 == w2 == 0:
        return "solution is 0"
    G, aim = np.array([[1, rho], [rho, 1]]), np.array([w1, w2])
    inverse = np.linalg.inv(G + 10.0**t * np.eye(2))
    w = inverse @ G @ aim
    grows = w * (inverse @ w) < -1e-12 * (w @ inverse @ w)
    return (f"w{1 + int(np.flatnonzero(grows)[0])} still grows" if grows.any() else
            f"keeps {written(100 * np.linalg.norm(w) / np.linalg.norm(aim), '.3g')}% of")


def path(t):
    X, y = samples()
    inverse = np.linalg.inv(X.T @ X + 10.0**t * np.eye(4))
    w = inverse @ X.T @ y
    return {0: "all four", 1: "One weight"}.get(n := np.sum(w * (inverse @ w) < 0), f"{n} weights")


def filters(t):
    lam, s = 10.0**t, np.array([8.0, 2.0, 0.5, 0.1])
    kept, above = s**2 / (s**2 + lam), np.sum(s > np.sqrt(lam) * (1 + 1e-9))
    odd = s[(kept > 0.5 + 1e-9) != (s > lam * (1 + 1e-9))]
    odd = odd[np.abs(odd / lam - 1) > 1e-9] if t else odd[:0]
    if t and len(odd) and np.min(np.abs(odd**2 / lam - 1)) > 1e-9:
        return f"σ = {odd[0]:g} is {'below' if t > 0 else 'above'} λ"
    return ("coincide" if t == 0 else "less than half of each" if above == 0 else
            "one of the four directions, that" if above == 1 else f"{above} of the four directions, those")


def fake_data(root):
    x, y = np.array([0.5, 0.8, 1.1, 1.4, 1.7, 2.1]), np.array([1.1, 1.0, 2.0, 1.9, 2.9, 2.8])
    slopes = [written(x @ y / (x @ x + price), ".4f") for price in (0, root**2)]
    return "from {} to {}.".format(*slopes) if root else "cannot pull"


def kernel(n, d):
    if n == d:
        return "one equation." if n == 1 else f"have {written(n, '.0f')} equations."
    return f"{written(min(n, d), '.0f')} instead of {written(max(n, d), '.0f')} equations"


def bias_variance(t, noise, truth):
    theta = [[1, 1, 1, 1], [2, 1, 0.5, 0.25], [0.25, 0.5, 1, 2]][int(truth)]
    slopes = np.sign([10.0**t * size**2 / noise**2 - 1 if abs(10.0**t * size**2 / noise**2 - 1) > 1e-9 else 0
                      for size in theta])
    if abs(np.sum(slopes)) == 4 or not slopes.any():
        return {-4: "too small for every", 4: "too large for every", 0: "best for every"}[int(np.sum(slopes))]
    return f"small for {np.sum(slopes < 0)} of the four directions and too large for {np.sum(slopes > 0)}:"


def unguarded(place):
    exact, found = routes.on_paper()[int(place)], routes.stored()[:, int(place)]
    worst = np.max(found) / exact
    return ("Every route" if worst < 1.1 else "begins to be felt" if worst < 2 else "No digit" if np.min(found) > 0.5
            else "taken over")


def band(inputs, width, epochs, s, r):
    """The second sentence; exact ties, which rounding decides, are left out."""
    d, h, steps, scale, lr = INPUTS[int(inputs)], WIDTHS[int(width)], 2 * EPOCHS[int(epochs)], 10.0**s, 10.0**r
    gain, where = scale * np.sqrt(h / 2), []
    for L in (3, 5):
        f, knee = scale * np.sqrt(d) * gain ** (L - 1), (h / (2 * d)) ** (1 / (2 * L))
        low, high = (c * max(1, f) / (L * d * g ** (2 * L - 2)) for c, g in ((100 / steps, gain),
                                                                             (200, max(gain, knee))))
        if min(abs(lr / low - 1), abs(lr / high - 1)) < 1e-9:
            return ""
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
    (vector_calculus.row, row, -1, [{"v1": 0.0, "v2": 0.0}, {"c1": 0.0, "c2": 0.0}, {"v1": 1.0, "v2": -2.0}]),
    (vector_calculus.newton, newton, -1, [
        {"x1": 0.5, "x2": -0.3}, {"one": 2.0, "two": 1.1, "lr": 1.0}, {"one": 1.6, "lr": 1.25}, {"two": 0.0},
        {"one": 0.7, "two": 0.7}, {"one": 1.4, "two": 0.6, "lr": 1.45}, {"x1": 0.5, "x2": -0.3, "two": -0.5}]),
    (vector_calculus.step, step, -1, []),
    (least_squares.turns, turns, -1, [{"stage": stage, "ratio": ratio, "s1": s1} for stage in (0, 1, 1.5, 2, 2.5, 3)
                                      for ratio in (0, 0.05, 1) for s1 in (0, 0.1)]),
    (least_squares.four_subspaces, four_subspaces, -1, [
        {"w1": 0.8, "w2": 1.7, "v": 65.0}, {"ratio": 0.5, "y1": 0.9, "y2": 0.4, "y3": 0.0}, {"s1": 0.0},
        {"w1": 0.0, "w2": 0.0}]),
    (least_squares.descent, descent, -1, [
        {"w1": 0.0, "w2": 0.0}, {"w1": 1.9, "w2": 1.1}, {"w1": -3.0, "w2": -3.0}, {"w1": 1.3, "w2": 0.8}, {"lr": 1.0}]),
    (least_squares.polynomial, polynomial, -1, [{"degree": degree} for degree in (0, 1, 10, 11, 12)]),
    (least_squares.gauss_markov, gauss_markov, -1, [
        {"t": 0.0}, {"t": 0.05, "towards": 125.0}, {"t": -1.5}, {"t": 0.0, "lam": 0.05}, {"t": 0.65, "lam": 2.0}]),
    (ridge.contours, contours, -1, [
        {"rho": 0.0, "w1": 0.0}, {"rho": 0.0, "w2": 0.0}, {"w1": 0.0, "w2": 0.0}, {"t": 3.0}, {"t": -3.0},
        {"t": 0.45, "rho": -0.6, "w1": 2.35, "w2": 1.15}, {"t": 0.45, "rho": 0.75, "w1": 1.25, "w2": -0.65}]),
    (ridge.path, path, -1, [{"t": -0.2}]),
    (ridge.filters, filters, -1, [{"t": -2.0}, {"t": -1.0}, {"t": 0.65}, {"t": 0.0}]),
    (ridge.fake_data, fake_data, -1, [{"root": 0.0}, {"root": 0.05}]),
    (ridge.kernel, kernel, -1, [{"n": 1, "d": 1}, {"n": 1}, {"d": 1}]),
    (ridge.bias_variance, bias_variance, -1, [
        {"t": -2.0, "noise": noise, "truth": truth} for noise in (0.05, 0.1, 0.2) for truth in range(3)]),
    (ridge.unguarded, unguarded, -1, [{"place": place} for place in (15, 16, 31)]),
    (networks.band, band, -1, [{"inputs": 5, "width": 0, "epochs": 4, "s": -1.15, "r": -0.25}]),
]


@pytest.mark.parametrize(("figure", "true", "which", "ties"), PLACES, ids=lambda value: getattr(value, "__name__", ""))
def test_what_a_figure_says_is_so_wherever_a_reader_moves(figure, true, which, ties):
    for at, said in everywhere(figure, ties):
        assert true(**at) in said[which], at
