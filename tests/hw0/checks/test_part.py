"""The mechanism with parts that are not of problem 5: matrices, rows, tuples, truth values."""

import numpy as np
import pytest
from hypothesis import strategies as st

from hw0.checks import Case, Part, check
from hw0.checks.compare import same
from hw0.checks.mistakes import COLUMN, DOUBLE, SIGN
from hw0.checks.part import Mistake
from tests.hw0.checks.pools.sampling import sample, smallest
from tests.hw0.checks.pools.strategies import array, instance, size

STRATEGY = st.sampled_from([(2, 1), (2, 3), (3, 2), (3, 3)]).flatmap(lambda shape: instance(A=array(*shape)))
RNG = np.random.default_rng(0)


def drawn(*shapes):
    matrices = [RNG.integers(-3, 4, size=shape).astype(float) for shape in shapes for _ in range(20)]
    return tuple(sorted(({"A": A} for A in matrices), key=size))


MATRICES = drawn((2, 1), (2, 3), (3, 2), (3, 3))

TRANSPOSED = Mistake("It is the transpose of the right value.", lambda expected, A: np.transpose(expected))
MATRIX = Part("m", "the matrix itself", ("A",), lambda A: A, (Case("any A", instances=MATRICES),),
              mistakes=(TRANSPOSED, SIGN, DOUBLE))
ROW = Part("r", "the sums of the columns, a row (1, n)", ("A",), lambda A: A.sum(axis=0, keepdims=True),
           (Case("any A", instances=MATRICES),), mistakes=(COLUMN, TRANSPOSED, SIGN))
PAIR = Part("p", "A and the size of A", ("A",), lambda A: (A, float(A.size)), (Case("any A", instances=MATRICES),),
            mistakes=(SIGN,))
SYMMETRIC = Part("s", "is A symmetric?", ("A",), lambda A: A.shape == A.T.shape and bool(np.all(A == A.T)),
                 (Case("any A", instances=drawn((2, 2))),))


@pytest.mark.parametrize(("part", "answer"), [
    (MATRIX, lambda A: A), (MATRIX, lambda A: A.astype(int) if np.all(A.astype(int) == A) else A),
    (MATRIX, lambda A: A.tolist()),
    (ROW, lambda A: A.sum(axis=0)), (ROW, lambda A: np.ones((1, len(A))) @ A),
    (PAIR, lambda A: (A, A.size)), (SYMMETRIC, lambda A: np.all(A == A.T)),
    (SYMMETRIC, lambda A: bool(A[0, 1] == A[1, 0])),
])
def test_right_forms_pass(part, answer):
    assert repr(check(part, answer)) == "right: no counterexample found"


@pytest.mark.parametrize(("part", "answer", "said"), [
    (MATRIX, lambda A: A.T, "transpose of the right value"),
    (MATRIX, lambda A: -A, "sign is the other way round"),
    (MATRIX, lambda A: 2 * A, "twice the right value"),
    (MATRIX, lambda A: A.ravel(), "The shape must be"),
    (MATRIX, lambda A: A.astype(np.float32) * np.float32(1.1), None),
    (ROW, lambda A: A.sum(axis=0)[:, None], "is a row"),
    (ROW, lambda A: A.sum(axis=1), "The shape must be"),
    (PAIR, lambda A: A, "Return 2 values, as a tuple."),
    (PAIR, lambda A: (-A, -A.size), "sign is the other way round"),
    (PAIR, lambda A: (A.ravel(), A.size), "The shape must be"),
    (PAIR, lambda A: (A, None), "It returns nothing"),
    (SYMMETRIC, True, "Write a function of (A)."),
    (SYMMETRIC, lambda A: True, None),
    (SYMMETRIC, lambda A: 1.0, "Answer with True or False."),
])
def test_wrong_forms_are_told_apart(part, answer, said):
    verdict = check(part, answer)
    assert not verdict.right
    assert said is None or said in verdict.diagnosis


def test_a_slip_is_named_only_if_the_answer_makes_it_everywhere():
    verdict = check(MATRIX, lambda A: A.T if A.shape == (2, 1) else -A)
    assert not verdict.right
    assert verdict.diagnosis is None or "transpose" not in verdict.diagnosis


def test_a_tiny_relative_error_is_rounding_and_a_small_one_is_not():
    assert check(MATRIX, lambda A: A * (1 + 1e-12))
    assert not check(MATRIX, lambda A: A * (1 + 1e-7))


def test_a_sample_is_drawn_again_the_same():
    first, second = ([v["A"].tolist() for v in sample(STRATEGY, 30)] for _ in range(2))
    assert first == second
    assert len(first) == 30


def test_the_smallest_value_is_small_and_none_is_none():
    integers = st.sampled_from(range(100))
    assert smallest(integers, lambda v: v > 6, 100) == 7
    assert smallest(integers, lambda v: v > 1000, 100) is None


def test_small_integers_read_easier_than_fractions_zeros_and_traps():
    assert size({"w": 1.0, "b": 1.0}) < size({"w": 1.0, "b": -1.0}) < size({"w": 1.0, "b": 2.0}) < size({"w": 0.25,
                                                                                                         "b": 1.0})
    assert size({"w": 2.0}) < size({"w": 0.0}) < size({"w": 0.1})
    assert size({"w": np.ones(2)}) < size({"w": np.ones(3)})


def test_instances_are_never_changed_by_an_answer():
    instances = ({"b": np.array([1.0, 2.0])}, {"b": np.array([-1.0, 0.5])})
    part = Part("v", "b", ("b",), lambda b: b.copy(), (Case("any b", instances=instances),))
    assert check(part, lambda b: b)
    assert "changes its argument b" in check(part, lambda b: np.negative(b, out=b) + 0 * b).diagnosis
    assert check(part, lambda b: b)


@pytest.mark.parametrize(("expected", "got", "equal"), [
    (np.inf, np.inf, True), (np.inf, -np.inf, False), (np.inf, 1.0, False), (np.nan, np.nan, True),
    (np.nan, np.inf, False),
    (np.array([1.0, np.inf]), np.array([np.inf, 1.0]), False),
    (np.array([1.0, np.inf]), np.array([1.0, np.inf]), True)])
def test_infinities_are_equal_to_themselves_only(expected, got, equal):
    assert same(expected, got, rtol=1e-9) is equal
