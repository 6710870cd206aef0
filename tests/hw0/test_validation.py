"""hw0.validation: what comes in is float64 and fits, or the error says what to do."""
import re

import numpy as np
import pytest

from hw0 import validation


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


@pytest.mark.parametrize("value, error, words", [
    ("2", TypeError, "w must be a real number or an array of real numbers; got text."),
    (1j, TypeError, "got complex numbers"),
    (None, TypeError, "got NoneType"),
    ({"w": 1}, TypeError, "got dict"),
    ([1, [2]], ValueError, "w must be an array; got rows of different lengths."),
    ([], ValueError, "w must not be empty; got shape (0,)."),
    (np.nan, ValueError, "w must be finite; got nan."),
    ([[1, 2], [3, -np.inf]], ValueError, "w must be finite; got -inf at index (1, 1)."),
])
def test_bad_input_is_named(value, error, words):
    with pytest.raises(error, match=re.escape(words)):
        validation.numbers(w=value)


def test_shapes_that_do_not_broadcast_are_listed():
    with pytest.raises(ValueError, match=re.escape("w (2,), b (3,). Give scalars, or arrays of one common shape.")):
        validation.numbers(w=[1, 2], b=[1, 2, 3])


def test_not_negative_takes_zero_and_refuses_what_is_below():
    validation.not_negative(lam=[0, 1])
    with pytest.raises(ValueError, match=re.escape("lam must not be negative; got -2.")):
        validation.not_negative(lam=[0, -2])


@pytest.mark.parametrize("value, shown", [(0, "0"), (-0.5, "-0.5"), ([1, 0], "0")])
def test_positive_refuses_zero_and_below(value, shown):
    with pytest.raises(ValueError, match=re.escape(f"lr must be positive; got {shown}.")):
        validation.positive(lr=value)


def test_letters_tie_shapes_together():
    X, y = validation.shaped(X=("nd", [[1, 2], [3, 4], [5, 6]]), y=("n", [1, 2, 3]))
    assert X.shape == (3, 2) and y.shape == (3,)
    with pytest.raises(ValueError, match=re.escape("y must have shape (3,); got (2,).")):
        validation.shaped(X=("nd", X), y=("n", [1, 2]))
    with pytest.raises(ValueError, match=re.escape("y must have shape (3,); got (3, 1). Use y.ravel().")):
        validation.shaped(X=("nd", X), y=("n", y[:, None]))
    with pytest.raises(ValueError, match=re.escape("X must have shape (n, d); got (3,).")):
        validation.shaped(X=("nd", y))


def test_a_hint_is_given_only_where_it_helps():
    with pytest.raises(ValueError, match=r"got \(2, 2\)\.$"):
        validation.shaped(y=("n", [[1, 2], [3, 4]]))


def test_traced_values_pass_through_untouched():
    t = Traced()
    assert validation.numbers(w=t, b=1.0)[0] is t
    assert validation.positive(lr=t)[0] is t
    assert validation.shaped(W=("h", t))[0] is t
    with pytest.raises(ValueError, match=re.escape("b must have shape (3,); got (2,).")):
        validation.shaped(W=("h", t), b=("h", [1, 2]))
    assert not any(map(validation.is_traced, (1, 1.0, np.ones(2), np.float64(1), [1, 2])))


def test_a_letter_that_stands_twice_asks_for_a_square():
    validation.shaped(A=("nn", np.eye(3)))
    with pytest.raises(ValueError, match=re.escape("A must have shape (n, n); got (2, 3).")):
        validation.shaped(A=("nn", np.ones((2, 3))))


def test_arrays_are_copied_unless_they_are_only_seen():
    X = np.ones((2, 3))
    (copied,), (same,) = validation.shaped(X=("nd", X)), validation.seen(X=("nd", X))
    assert not np.shares_memory(copied, X)
    assert same is X
    (converted,) = validation.seen(X=("nd", [[1, 2]]))
    assert converted.dtype == np.float64
    with pytest.raises(ValueError, match="X must have shape"):
        validation.seen(X=("nd", [1.0]))


def test_what_is_masked_is_not_used_unseen():
    with pytest.raises(TypeError, match="a has masked entries"):
        validation.numbers(a=np.ma.array([1.0, 999.0], mask=[False, True]))
    validation.numbers(a=np.ma.array([1.0, 2.0], mask=[False, False]))


def test_a_generator_is_let_through_and_a_seed_is_not():
    rng = np.random.default_rng(0)
    assert validation.generator(rng) is rng
    with pytest.raises(TypeError, match="default_rng"):
        validation.generator(0)


@pytest.mark.parametrize(("given", "error", "words"), [
    ({"steps": 2.0}, TypeError, "steps must be a whole number >= 1; got 2.0."),
    ({"steps": "2"}, TypeError, "got '2'."),
    ({"steps": -1, "least": 0}, ValueError, "steps must be a whole number >= 0; got -1."),
    ({"k": 4, "least": 0, "most": 3}, ValueError, "k must be a whole number from 0 to 3; got 4.")])
def test_a_count_is_whole_and_in_its_range(given, error, words):
    with pytest.raises(error, match=re.escape(words)):
        validation.whole(**given)
