"""hw0.vector_calculus.gradcheck.compare: at minima, among many entries, and in float32."""
import numpy as np
import pytest

from hw0.vector_calculus import gradcheck

RNG = np.random.default_rng


@pytest.mark.parametrize("added", [0.0, 1.0, -1e3, 1e6, 1e12])
@pytest.mark.parametrize("f", [
    lambda x: (x - 1) @ (x - 1), lambda x: np.sum(np.cosh(x - 1)), lambda x: np.sum((x - 1) ** 2 + (x - 1) ** 3),
    lambda x: 0.0,
])
def test_a_right_derivative_at_a_minimum_is_accepted_and_a_wrong_one_is_not(f, added):
    """There all slopes are 0, and what is left is rounding of f and the next term of Taylor."""
    seen = gradcheck.compare(lambda x: f(x) + added, np.zeros(5), np.ones(5), rng=RNG(0))
    assert seen.agrees and seen.compared == 10
    assert seen.error < 1e-9 or seen.error <= seen.noise
    wrong = np.full(5, 1e-2 + 1e-3 * abs(added) ** 0.5)
    if f(np.zeros(5)) and added < 1e12:
        assert not gradcheck.compare(lambda x: f(x) + added, wrong, np.ones(5), rng=RNG(0)).agrees


@pytest.mark.parametrize("n", [10, 1000, 100_000])
@pytest.mark.parametrize("seed", range(3))
def test_one_wrong_entry_shows_as_its_share_of_the_derivative(n, seed):
    """|delta| / ||D||, times a random factor, against rounding of about eps |f| / (h ||D||): both for every n."""
    x = RNG(seed).standard_normal(n)
    right = gradcheck.compare(lambda x: x @ x, 2 * x, x, rng=RNG(seed + 100))
    assert right.compared == 10 and right.agrees and right.noise < 1e-8
    entry = int(np.argmax(np.abs(x) > 1))
    row = 2 * x
    row[entry] *= 1.01
    share = abs(row[entry] - 2 * x[entry]) / np.linalg.norm(row)
    wrong = gradcheck.compare(lambda x: x @ x, row, x, rng=RNG(seed + 100))
    assert share / 4 < wrong.error < 3 * share
    assert not wrong.agrees and right.agrees


@pytest.mark.parametrize("n", [4, 10_000])
def test_a_function_that_turns_along_all_coordinates_together_is_not_taken_for_kinked(n):
    """The sum of n entries moves by sqrt(n) where each moves by 1, so the step has to be shorter."""
    x = np.zeros(n)
    seen = gradcheck.compare(lambda x: np.tanh(1.0 + np.sum(x)), np.full(n, 1 - np.tanh(1.0) ** 2), x, rng=RNG(0))
    assert seen.compared == 10 and seen.agrees


def test_a_comparison_in_float32_takes_the_steps_of_float32():
    x = RNG(0).standard_normal(50)
    f = lambda x: np.sum(np.sin(x.astype(np.float32)))      # noqa: E731
    right = gradcheck.compare(f, np.cos(x), x, rng=RNG(0))
    assert right.compared == 10 and right.error < 1e-3 and right.agrees
    assert not gradcheck.compare(f, np.cos(x) * 1.1, x, rng=RNG(0)).agrees
