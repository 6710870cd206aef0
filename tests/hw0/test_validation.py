"""hw0.validation: what comes in is float64 and fits, or the error says what to do."""
import re

import numpy as np
import pytest

from hw0 import least_squares, networks, validation
from hw0.least_squares import conditioning
from hw0.relu_elbow import fates


class Traced:
    """Stands for a value of a live figure: NumPy dispatches on it, and converting it is an error."""

    def __array_function__(self, func, types, args, kwargs):
        raise AssertionError("validation must not compute with a traced value")

    def __array__(self, *args, **kwargs):
        raise AssertionError("validation must not convert a traced value")

    shape, ndim = (3,), 1


@pytest.mark.parametrize("value, shape", [(2, ()), (2.5, ()), (True, ()), (np.float32(1), ()), ([1, 2], (2,)),
                                          (np.arange(6, dtype=np.uint8).reshape(2, 3), (2, 3))])
def test_numbers_become_float64(value, shape):
    (a,) = validation.numbers(a=value)
    assert a.dtype == np.float64 and a.shape == shape
    np.testing.assert_array_equal(a, value)


def test_numbers_are_copies_that_the_caller_does_not_see_change():
    given = np.ones(3)
    (a,) = validation.numbers(a=given)
    a += 1
    np.testing.assert_array_equal(given, 1)


X, Y = np.ones((3, 2)), np.ones(3)


@pytest.mark.parametrize(("check", "given", "error", "words"), [
    ("numbers", {"w": "2"}, TypeError, "w must be a real number or an array of real numbers; got text."),
    ("numbers", {"w": 1j}, TypeError, "w must be a real number or an array of real numbers; got complex numbers."),
    ("numbers", {"w": None}, TypeError, "w must be a real number or an array of real numbers; got NoneType."),
    ("numbers", {"w": {"w": 1}}, TypeError, "w must be a real number or an array of real numbers; got dict."),
    ("numbers", {"w": [1, [2]]}, ValueError, "w must be an array; got rows of different lengths."),
    ("numbers", {"w": []}, ValueError, "w must not be empty; got shape (0,)."),
    ("numbers", {"w": np.nan}, ValueError, "w must be finite; got nan."),
    ("numbers", {"w": [[1, 2], [3, -np.inf]]}, ValueError, "w must be finite; got -inf at index (1, 1)."),
    ("numbers", {"w": [1, 2], "b": [1, 2, 3]}, ValueError,
     "w (2,), b (3,). Give scalars, or arrays of one common shape."),
    ("numbers", {"a": np.ma.array([1.0, 999.0], mask=[False, True])}, TypeError, "a has masked entries"),
    ("not_negative", {"lam": [0, -2]}, ValueError, "lam must not be negative; got -2."),
    ("positive", {"lr": 0}, ValueError, "lr must be positive; got 0."),
    ("positive", {"lr": -0.5}, ValueError, "lr must be positive; got -0.5."),
    ("positive", {"lr": [1, 0]}, ValueError, "lr must be positive; got 0."),
    ("shaped", {"X": ("nd", X), "y": ("n", [1, 2])}, ValueError, "y must have shape (3,); got (2,)."),
    ("shaped", {"X": ("nd", X), "y": ("n", Y[:, None])}, ValueError,
     "y must have shape (3,); got (3, 1). Use y.ravel()."),
    ("shaped", {"X": ("nd", Y)}, ValueError, "X must have shape (n, d); got (3,)."),
    ("shaped", {"y": ("n", np.ones((2, 2)))}, ValueError, "y must have shape (n,); got (2, 2)."),  # and no hint
    ("shaped", {"A": ("nn", np.ones((2, 3)))}, ValueError, "A must have shape (n, n); got (2, 3)."),
    ("seen", {"X": ("nd", [1.0])}, ValueError, "X must have shape (n, d); got (1,)."),
    ("whole", {"steps": 2.0}, TypeError, "steps must be a whole number >= 1; got 2.0."),
    ("whole", {"steps": "2"}, TypeError, "steps must be a whole number >= 1; got '2'."),
    ("whole", {"steps": -1, "least": 0}, ValueError, "steps must be a whole number >= 0; got -1."),
    ("whole", {"k": 4, "least": 0, "most": 3}, ValueError, "k must be a whole number from 0 to 3; got 4."),
    ("generator", {"rng": 0}, TypeError, "default_rng"),
])
def test_bad_input_is_named(check, given, error, words):
    with pytest.raises(error, match=re.escape(words) + ("$" if words.endswith(".") else "")):
        getattr(validation, check)(**given)


def test_letters_tie_shapes_together():
    X, y = validation.shaped(X=("nd", [[1, 2], [3, 4], [5, 6]]), y=("n", [1, 2, 3]))
    assert X.shape == (3, 2) and y.shape == (3,)


def test_what_is_at_the_edge_of_its_range_is_let_through():
    validation.not_negative(lam=[0, 1])
    validation.shaped(A=("nn", np.eye(3)))
    validation.numbers(a=np.ma.array([1.0, 2.0], mask=[False, False]))
    rng = np.random.default_rng(0)
    assert validation.generator(rng) is rng


def test_traced_values_pass_through_untouched():
    t = Traced()
    assert validation.numbers(w=t, b=1.0)[0] is t
    assert validation.positive(lr=t)[0] is t
    assert validation.shaped(W=("h", t))[0] is t
    with pytest.raises(ValueError, match=re.escape("b must have shape (3,); got (2,).")):
        validation.shaped(W=("h", t), b=("h", [1, 2]))
    assert not any(map(validation.is_traced, (1, 1.0, np.ones(2), np.float64(1), [1, 2])))


def test_arrays_are_copied_unless_they_are_only_seen():
    X = np.ones((2, 3))
    (copied,), (same,) = validation.shaped(X=("nd", X)), validation.seen(X=("nd", X))
    assert not np.shares_memory(copied, X)
    assert same is X
    (converted,) = validation.seen(X=("nd", [[1, 2]]))
    assert converted.dtype == np.float64


@pytest.mark.parametrize("draw", [
    validation.generator, lambda rng: fates.uniform(3, rng=rng), lambda rng: fates.unbiased(3, rng=rng),
    lambda rng: conditioning.digits_kept(least_squares.min_norm_solution, 10.0, rng=rng, draws=2),
    lambda rng: networks.Trainer(networks.Network((2, 3), rng=np.random.default_rng(0)), np.eye(2), [0, 2],
                                 optimizer=networks.SGD(1.0), rng=rng)])
def test_a_generator_is_let_through_and_a_seed_is_not(draw):
    rng = np.random.default_rng(0)
    assert validation.generator(rng) is rng
    draw(rng)
    with pytest.raises(TypeError, match="default_rng"):
        draw(0)
