"""The kinds of instances of problem 3 and the exercises of chapter 3, case by case."""

import numpy as np
from hypothesis import strategies as st

from tests.hw0.checks.pools.matrices import (
    INTEGER,
    TALL,
    TALLER,
    WIDE,
    WIDER,
    deficient,
    deficient_wide,
    factors,
    factors_wide,
    full_rank,
    full_rank_wide,
)
from tests.hw0.checks.pools.strategies import FRACTION, POSITIVE, POSITIVE_WIDE, Kind, array, instance

_TURN = np.array([[0.6, -0.8], [0.8, 0.6]])
_TWO_TURNS = np.kron(np.eye(2), _TURN)[:, [0, 2, 1, 3]]
_DISAGREE = {"X": np.array([[1.0], [1.0]]), "y": np.array([1.0, 2.0])}  # w = 1 and w = 2
_ZERO_COLUMN, _SAME_ROWS = np.array([[1.0, 0.0], [1.0, 0.0], [0.0, 0.0]]), np.array([[1.0, 1.0], [1.0, 1.0]])
_DEPENDENT = ((2, 2), (3, 2), (2, 3), (4, 3), (5, 3), (3, 5), (4, 4))


def _with_y(strategy, rows_of, entries=INTEGER):
    """Instances with a y (n,) for the n rows of the array of that name."""
    return strategy.flatmap(lambda v: array(len(v[rows_of]), entries=entries).map(lambda y: v | {"y": y}))


def _problems(shapes, more):
    return (_with_y(instance(X=full_rank(*shapes)), "X"),
            _with_y(instance(X=full_rank_wide(*shapes, *more)), "X", FRACTION))


def _drawn_with(matrices, **arrays):
    """Instances X and further vectors: name -> (axis of X that gives the length, strategy of the entries)."""
    return matrices.flatmap(
        lambda X: instance(X=st.just(X),
                           **{name: array(X.shape[axis], entries=entries) for name, (axis, entries) in arrays.items()})
    )


_TALL_X = Kind(instance(X=full_rank(*TALL)), instance(X=full_rank_wide(*TALL, *TALLER)))
_WIDE_X = Kind(instance(X=full_rank(*WIDE)), instance(X=full_rank_wide(*WIDE, *WIDER)))
_ANY_DEFICIENT = instance(X=deficient_wide(*_DEPENDENT))
_STEPS = st.sampled_from([1, 2, 3, 5])


def _descent(s, share, steps):
    """Gradient descent whose rate is a share of 1 / s^2 for the largest s."""
    return instance(s=s, share=share, steps=steps).map(
        lambda v: {"s": v["s"], "lr": v["share"] / max(v["s"]) ** 2, "steps": v["steps"]}
    )


def _new_sample(matrices, entries, noise):
    """Instances X, a new sample x for its columns, and the standard deviation of the noise.

    With x among the samples the answer is noise^2 / (1 - its leverage): a leverage of nearly 1 would lose the digits.
    """
    drawn = st.tuples(_drawn_with(matrices, x=(1, entries)).filter(_not_far_out), noise)
    return drawn.map(lambda pair: pair[0] | {"noise": pair[1]})


def _not_far_out(drawn):
    return np.linalg.norm(np.linalg.lstsq(drawn["X"].T, drawn["x"], rcond=None)[0]) < 100


_LENGTHS = st.sampled_from([1, 3, 4])


def _sorted_with_rank(lengths, entries):
    """Singular values, the largest first, and a number k of them, smaller than all."""
    return lengths.flatmap(
        lambda length: instance(s=array(length, entries=entries), k=st.sampled_from(range(length))).map(
            lambda v: {"s": -np.sort(-v["s"]), "k": v["k"]}
        )
    )

KINDS = {
    "3a": (Kind(*_problems(TALL, TALLER), (_DISAGREE,)),),
    "3b": (
        Kind(_with_y(factors(*TALL), "U"), _with_y(factors_wide(*TALL, *TALLER[:3]), "U", FRACTION),
             ({"U": _TWO_TURNS, "s": np.array([2.0, 0.5]), "Vt": _TURN, "y": np.array([1.0, 2.0, 3.0, 4.0])},)),
    ),
    "3c": (_TALL_X,),
    "3c.any": (
        _TALL_X,
        Kind(instance(X=deficient((2, 2), (3, 2), (2, 3))), _ANY_DEFICIENT, ({"X": _ZERO_COLUMN}, {"X": _SAME_ROWS})),
        _WIDE_X,
    ),
    "3d": (Kind(*_problems(WIDE, WIDER)),),
    "3e": (
        Kind(
            _with_y(factors(*WIDE), "U"),
            _with_y(factors_wide(*WIDE, *WIDER[:3]), "U", FRACTION),
            ({"U": _TURN, "s": np.array([2.0, 0.5]), "Vt": _TWO_TURNS, "y": np.array([1.0, 2.0])},
             {"U": _TURN, "s": np.array([2.0, 0.5]), "Vt": _TWO_TURNS, "y": np.array([0.05, 300.0])}),
        ),
    ),
    "3f": (_WIDE_X,),
    "3f.any": (
        _WIDE_X,
        Kind(instance(X=deficient((2, 2), (2, 3), (3, 2))), _ANY_DEFICIENT, ({"X": _ZERO_COLUMN.T}, {"X": _SAME_ROWS})),
        _TALL_X,
    ),
    "3.weighted": (
        Kind(_drawn_with(full_rank(*TALL), y=(0, INTEGER), c=(0, POSITIVE)),
             _drawn_with(full_rank_wide(*TALL, *TALLER), y=(0, FRACTION), c=(0, POSITIVE_WIDE))),
    ),
    "3.nearest": (
        Kind(_drawn_with(full_rank(*WIDE), y=(0, INTEGER), w0=(1, INTEGER)),
             _drawn_with(full_rank_wide(*WIDE, *WIDER), y=(0, FRACTION), w0=(1, FRACTION))),
    ),
    "3.leverage": (_TALL_X, Kind(instance(X=deficient((2, 2), (3, 2), (2, 3))), _ANY_DEFICIENT)),
    # 1 - 2 lr s^2 is positive for a share below 1/2 and negative above
    "3.descent": (
        Kind(
            instance(s=st.sampled_from([1, 2]).flatmap(lambda k: array(k, entries=st.sampled_from([1.0, 2.0, 0.5]))),
                     lr=st.sampled_from([0.125, 0.0625]), steps=_STEPS),
            _descent(_LENGTHS.flatmap(lambda k: array(k, entries=POSITIVE_WIDE)),
                     st.sampled_from([0.75, 0.125, 0.9375, 0.625]), st.sampled_from([1, 2, 4, 7, 12])),
            (
                {"s": np.array([1.0]), "lr": 0.75, "steps": 1},
                {"s": np.array([1.0]), "lr": 0.5, "steps": 2},
                {"s": np.array([2.0, 1.0]), "lr": 0.125, "steps": 0},
            ),
        ),
    ),
    "3.low_rank": (
        Kind(_sorted_with_rank(st.sampled_from([1, 2, 3]), POSITIVE),
             _sorted_with_rank(st.sampled_from([2, 5, 7]), POSITIVE_WIDE),
             ({"s": np.array([5.0, 4.0, 3.0]), "k": 1}, {"s": np.array([2.0, 1.0, 0.0]), "k": 1})),
    ),
    "3.prediction": (
        Kind(
            _new_sample(full_rank(*TALL), INTEGER, POSITIVE),
            _new_sample(full_rank_wide(*TALL), FRACTION, POSITIVE_WIDE),
            (
                {"X": np.array([[1.0], [1.0]]), "x": np.array([0.0]), "noise": 2.0},
                {"X": np.array([[1.0], [2.0]]), "x": np.array([0.0625]), "noise": 0.0625},
                {"X": np.array([[0.0625], [1.0]]), "x": np.array([16.0]), "noise": 1.0},
                {"X": np.array([[1.0], [3.0]]) / 1024, "x": np.array([2.0]) / 1024, "noise": 2.0},
                {"X": np.array([[40.0], [-150.5]]), "x": np.array([300.0]), "noise": 0.5},
            ),
        ),
    ),
}
