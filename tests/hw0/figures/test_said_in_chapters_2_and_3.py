"""What the figures of chapters 2 and 3 say, all over their controls and at ties, against plain NumPy."""
import numpy as np
import pytest

from hw0.figures import least_squares, vector_calculus
from hw0.figures.least_squares import fits
from hw0.vector_calculus.step_size import EXAMPLES
from livefig.words import written
from tests.hw0.figures.told import assert_true_everywhere


def row(c1, c2, v1, v2):
    rise = c1 * v1 + c2 * v2
    if c1 == c2 == 0:
        return "The row is zero"
    if v1 == v2 == 0:
        return "There is no step"
    lines = f"{written(abs(rise), '.2f')} lines"
    return "along a level line" if abs(rise) < 1e-9 else f"climbs {lines}" if rise > 0 else f"goes down {lines}"


def quadratic(a11, a12, a21, a22, x1, x2, sym):
    if abs(a12 + a21) < 1e-9 and a11 == a22 == 0:
        return "symmetric part of A is zero"
    if x1 == x2 == 0:
        return "At x = 0"
    skew = 0 if sym else a12 - a21
    off = [written(v, ".2f") for v in (-x2 * skew, x1 * skew)]
    return "A is symmetric" if abs(skew) < 1e-9 else "= ({}, {})".format(*off)


def jacobian(map, x1, x2, r):
    J = np.array([[[1, 0.8], [0, 0.6]], [[np.cos(x2), -x1 * np.sin(x2)], [np.sin(x2), x1 * np.cos(x2)]],
                  [[x1, -x2], [x2, x1]], [[1, 0], [0, x2]]][int(map)])
    (long, short), det = np.linalg.svd(J)[1], np.linalg.det(J)
    half_axes = [written(round(v, 9), ".2f") for v in (long, short)]
    return ("J is zero" if long == 0 else "determinant is 0" if abs(det) < 1e-9 else "stays a circle"
            if long - short < 1e-9 else "negative" if det < 0 else "half axes of {} and {}".format(*half_axes))


def step(f, k):
    h, example = 10.0**k, EXAMPLES[int(f)]
    if example.x + h == example.x:
        return "none at all"
    if f == 3:
        return "across the kink" if h > 0.0005 else "there is no error"
    left_out, rounding = abs(example.derivatives[3]) * h**2 / 6, 2.0**-52 * abs(example.derivatives[0]) / (2 * h)
    return "Too long" if left_out > 9.8 * rounding else "Too short" if rounding > 9.8 * left_out else "Near the best"


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


def projection(w, y1, y2):
    along = 2 * (y1 - 2 * w) + y2 - w
    return ("nothing is left over" if abs(y2 - y1 / 2) < 1e-9 else "no w does better" if abs(along) < 1e-9 else
            "a larger w" if along > 0 else "a smaller w")


def shortest(t, y, x1, x2):
    if x1 == x2 == 0:
        return "every w is a solution" if y == 0 else "no w gives"
    square = y**2 / (x1**2 + x2**2)
    if y == 0 or t == 0:
        return "w = 0" if y == 0 else "is the shortest"
    half = abs(100 * square % 1 - 0.5) < 1e-6           # rounding decides
    return "your step" if half else "{} + {}:".format(*(written(v, ".2f") for v in (square, t**2)))


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


def small_sigma(power, drop, towards):
    off = np.deg2rad(towards + 10)                  # from u_1
    off = written(np.hypot(np.cos(off), np.sin(off) / 10.0**power), ".1f")
    return "counts as zero" if drop else f"that is {off} times as large"


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


PLACES = [
    (vector_calculus.row, row, [{"v1": 0.0, "v2": 0.0}, {"c1": 0.0, "c2": 0.0}, {"v1": 1.0, "v2": -2.0}]),
    (vector_calculus.quadratic, quadratic, [
        {"a11": 0.0, "a12": 1.0, "a21": -1.0, "a22": 0.0}, {"x1": 0.0, "x2": 0.0}, {"a12": 0.5, "a21": 0.5}]),
    (vector_calculus.jacobian, jacobian, [
        {"map": 1, "x1": 0.0}, {"map": 1, "x1": -1.0}, {"map": 1, "x1": -1.5}, {"map": 2, "x1": 0.0, "x2": 0.0},
        {"map": 2}, {"x2": 0.0}, {"x2": -1.0}, {"map": 0}]),
    (vector_calculus.step, step, [{"f": 0, "k": -16.0}, {"f": 0, "k": -5.0}, {"f": 2, "k": -4.0}]),
    (vector_calculus.newton, newton, [
        {"x1": 0.5, "x2": -0.3}, {"one": 2.0, "two": 1.1, "lr": 1.0}, {"one": 1.6, "lr": 1.25}, {"two": 0.0},
        {"one": 0.7, "two": 0.7}, {"one": 1.4, "two": 0.6, "lr": 1.45}, {"x1": 0.5, "x2": -0.3, "two": -0.5}]),
    (least_squares.projection, projection, [
        {"y1": 4.0, "y2": 2.0}, {"w": 1.4}, {"w": 0.8, "y1": 0.3, "y2": 3.4}, {"w": 0.75, "y1": 0.2, "y2": 3.4}]),
    (least_squares.shortest, shortest, [
        {"x1": 0.0, "x2": 0.0}, {"x1": 0.0, "x2": 0.0, "y": 0.0}, {"y": 0.0}, {"t": 0.0}]),
    (least_squares.turns, turns, [{"stage": stage, "ratio": ratio, "s1": s1} for stage in (0, 1, 1.5, 2, 2.5, 3)
                                  for ratio in (0, 0.05, 1) for s1 in (0, 0.1)]),
    (least_squares.four_subspaces, four_subspaces, [
        {"w1": 0.8, "w2": 1.7, "v": 65.0}, {"ratio": 0.5, "y1": 0.9, "y2": 0.4, "y3": 0.0}, {"s1": 0.0},
        {"w1": 0.0, "w2": 0.0}]),
    (least_squares.descent, descent, [
        {"w1": 0.0, "w2": 0.0}, {"w1": 1.9, "w2": 1.1}, {"w1": -3.0, "w2": -3.0}, {"w1": 1.3, "w2": 0.8}, {"lr": 1.0}]),
    (least_squares.polynomial, polynomial, [{"degree": degree} for degree in (0, 1, 10, 11, 12)]),
    (least_squares.small_sigma, small_sigma, []),
    (least_squares.gauss_markov, gauss_markov, [
        {"t": 0.0}, {"t": 0.05, "towards": 125.0}, {"t": -1.5}, {"t": 0.0, "lam": 0.05}, {"t": 0.65, "lam": 2.0}]),
]


@pytest.mark.parametrize(("figure", "true", "ties"), PLACES, ids=lambda value: getattr(value, "__name__", ""))
def test_what_a_figure_says_is_so_wherever_a_reader_moves(figure, true, ties):
    assert_true_everywhere(figure, true, ties)
