"""The exercises of chapter 5: what the checker takes for right is right, and the usual wrong answers are refuted."""
import numpy as np
import pytest

from hw0 import relu_elbow
from hw0.checks import check
from hw0.checks.relu_elbow.exercises import PARTS as EXERCISES
from hw0.relu_elbow import relu_network
from tests.hw0.checks.verdicts import on_trial


def shift(w, b, delta, lr):
    return -(b - lr * delta) / w if b > 0 else -b / w


def one_step_fit(x):
    return 1 / (1 + x * x)


def falls_asleep(w, b, x):
    return (w * x + b) / (1 + x**2)


def weight_decay(w, b, lr, mu):
    return -b / (w * (1 - lr * mu)) if lr * mu != 1 else np.nan


def leaky(w, b, x, delta, lr, alpha):
    a = 1 if w * x + b > 0 else alpha
    new_w = w - lr * delta * a * x
    return -(b - lr * delta * a) / new_w if new_w else np.nan


def slope(w, b, x, delta, lr):
    return w - lr * delta * x * (w * x + b > 0)


def born_dead(left, right):
    return (half_wedge(left) + half_wedge(right)) / 4


def half_wedge(far):
    return 1 / (2 * far) if far >= 1 else 1 - far / 2


def valley(w, b, x, y, norm=lambda x: 1 + x * x, always=False):
    z = w * x + b
    with np.errstate(all="ignore"):
        way = np.divide(y - z, norm(x)) if z > 0 or always else 0.0
    return w + way * x, b + way


def half_each(w, b, x, half):
    return w - half / x if x else w, b - half


RIGHT = {f"5.{answer.__name__}": [answer]
         for answer in (shift, one_step_fit, falls_asleep, weight_decay, leaky, slope, born_dead, valley)}
WRONG = [
    ("5.valley", lambda w, b, x, y: valley(w, b, x, y, always=True), "feels nothing"),
    ("5.valley", lambda w, b, x, y: valley(w, b, x, y, lambda x: 1.0), "one step at the rate 1"),
    ("5.valley", lambda w, b, x, y: (w, y - w * x) if w * x + b > 0 else (w, b), "The weight moves as well"),
    ("5.valley", lambda w, b, x, y: ((y - b) / x if x else np.inf, b) if w * x + b > 0 else (w, b),
     "The bias moves as well"),
    ("5.valley", lambda w, b, x, y: valley(w, b, x, y, lambda x: 1 + x), "x**2 + 1"),
    ("5.valley", lambda w, b, x, y: half_each(w, b, x, (w * x + b - y) / 2 * (w * x + b > 0)), "along (1 / x, 1)"),
    ("5.valley", lambda w, b, x, y: (y * x / (1 + x * x), y / (1 + x * x)), "nearest to its start"),
    ("5.valley", lambda w, b, x, y: valley(w, b, x, y, lambda x: -1 - x * x), "downhill"),
    ("5.valley", lambda w, b, x, y: valley(w, b, x, y, always=w * x + b == 0), "ReLU'(0) is 0"),
    ("5.valley", lambda w, b, x, y: valley(w, b, x, y) if x else (w, b), "only the bias moves"),
    ("5.born_dead", lambda left, right: (1 / left + 1 / right) / 8, "leaves the square at its side"),
    ("5.born_dead", lambda left, right: half_wedge(left) + half_wedge(right), "of the square, 4"),
    ("5.born_dead", lambda left, right: half_wedge(right) / 4, "with a negative weight can be dead, too"),
    ("5.born_dead", lambda left, right: half_wedge(left) / 4, "with a positive weight can be dead, too"),
    ("5.born_dead", lambda left, right: half_wedge(max(left, right)) / 2, "highest point at right"),
    ("5.born_dead", lambda left, right: half_wedge(min(left, right)) / 2, "highest point at right"),
    ("5.slope", lambda w, b, x, delta, lr: w - lr * delta * x, "keeps its slope"),
    ("5.slope", lambda w, b, x, delta, lr: w + lr * delta * x * (w * x + b > 0), "downhill"),
    ("5.slope", lambda w, b, x, delta, lr: w - lr * delta * (w * x + b > 0), "The factor dphi/dw = x is missing"),
    ("5.slope", lambda w, b, x, delta, lr: -lr * delta * x * (w * x + b > 0), "the change of the slope"),
    ("5.slope", lambda w, b, x, delta, lr: w - lr * delta * x * (w * x + b >= 0), "ReLU'(0) is 0"),
    ("5.shift", lambda w, b, delta, lr: -b / w, "one reaches b"),
    ("5.shift", lambda w, b, delta, lr: -(b + lr * delta) / w, "downhill"),
    ("5.shift", lambda w, b, delta, lr: -(b - lr * delta) / w, "inactive at 0"),
    ("5.shift", lambda w, b, delta, lr: -(b - lr * delta) / w if b >= 0 else -b / w, "ReLU'(0) is 0"),
    ("5.one_step_fit", lambda x: x**-2.0, "The bias moves as well"),
    ("5.one_step_fit", lambda x: 1 / (1 + x) if x != -1 else np.inf, "x**2, not x"),
    ("5.falls_asleep", lambda w, b, x: falls_asleep(w, b, x) if w else 0.0, "here w = 0"),
    ("5.leaky", lambda w, b, x, delta, lr, alpha: leaky(w, b, x, delta, lr, alpha) if x else -b / w, "here x = 0"),
    ("5.falls_asleep", lambda w, b, x: w / x if x else 0.0, "the slope becomes 0"),
    ("5.falls_asleep", lambda w, b, x: b, "the bias becomes 0"),
    ("5.weight_decay", lambda w, b, lr, mu: -b / w, "the penalty reaches w"),
    ("5.weight_decay", lambda w, b, lr, mu: -(b - lr * mu * b) / (w - lr * mu * w) if lr * mu != 1 else np.nan,
     "w alone"),
    ("5.weight_decay", lambda w, b, lr, mu: -b / w * (1 - lr * mu), "the elbow is divided by it"),
    ("5.weight_decay", lambda w, b, lr, mu: -b / w / (1 - lr * mu) if lr * mu != 1 else 0.0, "return nan"),
    ("5.leaky", lambda w, b, x, delta, lr, alpha: float(relu_elbow.moved_elbow(w, b, x, delta, lr=lr)), "without leak"),
    ("5.leaky", lambda w, b, x, delta, lr, alpha: leaky(w, b, x, delta, lr, 1 if w * x + b == 0 else alpha),
     "at the kink"),
]
TestAnswers = on_trial(RIGHT, WRONG, EXERCISES)


def test_an_answer_for_whole_numbers_only_is_refuted():
    assert not check("5.one_step_fit", lambda x: 1 / (1 + x * x) if x == round(x) else 1.0)


@pytest.mark.parametrize("w, b, x, y", [(1.0, 0.5, 1.5, 0.75), (-2.0, 3.0, -1.0, 4.0), (1.0, 2.0, 0.0, 1.0)])
def test_one_step_with_the_fitting_rate_meets_the_target(w, b, x, y):
    new = relu_elbow.sgd_step(w, b, x, y, lr=one_step_fit(x))
    np.testing.assert_allclose(relu_elbow.unit(*new, x), y)


@pytest.mark.parametrize("w, b, x", [(1.0, 0.5, 1.5), (-1.0, 2.0, 1.0), (1.0, 2.0, -1.0), (1.0, 2.0, 0.0)])
def test_unit_falls_asleep_at_that_rate_and_not_before(w, b, x):
    rate = falls_asleep(w, b, x)
    before, after = (relu_elbow.residual_step(w, b, x, 1.0, lr=factor * rate) for factor in (0.999, 1.001))
    assert before.w * x + before.b > 0 > after.w * x + after.b


def test_leaky_reference_follows_the_gradient_of_the_leaky_unit():
    """Against the automatic one: central differences of the loss of alpha z below 0, z above."""
    rng, h = np.random.default_rng(0), 1e-6
    for w, b, x, y in rng.normal(size=(50, 4)):
        alpha, lr = rng.uniform(0.1, 0.9), rng.uniform(0.1, 1)

        def output(w, b, x=x, alpha=alpha):
            return max(w * x + b, 0) + alpha * min(w * x + b, 0)

        def half_square(w, b, y=y, output=output):
            return 0.5 * (output(w, b) - y) ** 2

        new_w = w - lr * (half_square(w + h, b) - half_square(w - h, b)) / (2 * h)
        new_b = b - lr * (half_square(w, b + h) - half_square(w, b - h)) / (2 * h)
        np.testing.assert_allclose(leaky(w, b, x, output(w, b) - y, lr, alpha), -new_b / new_w, rtol=1e-5)


def test_the_weight_decay_exercise_is_a_step_on_the_penalised_loss():
    w, b, lr, mu = 2.0, -1.0, 0.25, 0.5
    assert relu_elbow.dloss_dw(w, b, 0.0, 3.0) == 0          # inactive at x = 0, so only mu w is left
    np.testing.assert_allclose(relu_elbow.elbow(w - lr * mu * w, b), weight_decay(w, b, lr, mu))
    assert np.isnan(relu_network.elbows([w - (1 / mu) * mu * w], [b])[0])


@pytest.mark.parametrize("left, right", [(2.0, 2.0), (1.0, 3.0), (0.5, 1.0), (0.25, 0.5)])
def test_so_many_units_are_born_dead(left, right):
    rng = np.random.default_rng(0)
    w, b = rng.uniform(-1, 1, (2, 200_000))
    dead = np.all(w * np.array([[-left], [0.0], [right]]) + b <= 0, axis=0)
    assert abs(np.mean(dead) - born_dead(left, right)) < 4 * np.std(dead) / np.sqrt(dead.size)
