"""The kinds of instances of problem 4 and the exercises of chapter 4, case by case."""

from dataclasses import replace

import numpy as np
from hypothesis import strategies as st

from hw0.ridge import neg_log_posterior
from tests.hw0.checks.pools.matrices import (
    TALL,
    TALLER,
    WIDE,
    WIDER,
    deficient,
    deficient_wide,
    full_rank,
    full_rank_wide,
)
from tests.hw0.checks.pools.strategies import (
    FRACTION,
    MODERATE,
    NONZERO,
    NUMBER,
    POSITIVE_WIDE,
    RATE,
    Kind,
    array,
    instance,
)

LAMBDA = st.sampled_from([1.0, 4.0, 2.0, 0.25, 9.0])  # mostly squares: sqrt(lambda) stays readable
SHARE = st.sampled_from([0.5, 0.03125, 7.5, 1 / 256, 100.0, 1.5])  # of lambda in the largest squared entry of X
SQUARE = ((1, 1), (2, 2))
_DEPENDENT = ((2, 2), (3, 2), (2, 3), (4, 3), (3, 4), (4, 4))


def problems(matrices, entries=NUMBER, **more):
    """Instances X and y (n,), and further arguments: name -> (letter of its length or "", strategy of its entries).

    A lambda called "share" is drawn as a share of the largest squared entry of X, and a noise called "part" as a part
    of the largest entry, so that they matter at every scale.
    """

    def around(X):
        lengths = dict(zip("nd", X.shape, strict=True))
        drawn = {
            name: array(lengths[letter], entries=kind) if letter else kind for name, (letter, kind) in more.items()
        }
        return instance(X=st.just(X), y=array(len(X), entries=entries), **drawn).map(_with_lambda)

    return matrices.flatmap(around)


def _with_lambda(v):
    top = np.max(np.abs(v["X"])) or 1.0
    scale = {"lam": v["share"] * top**2} if "share" in v else {"noise": v["part"] * top} if "part" in v else {}
    return {name: value for name, value in v.items() if name not in ("share", "part")} | scale


def _kinds(readable, wide, small, large, traps=(), accepts=None):
    """A Kind of problems: matrices and further arguments, readable and wide, of those that a function accepts."""
    drawn = problems(readable, **small), problems(wide, FRACTION, **large)
    return Kind(*(each.filter(accepts) if accepts else each for each in drawn), traps)


def every_rank(small, large, accepts=None):
    """The kinds of an answer that holds for every X: full column rank, wide, dependent columns."""
    return (_kinds(full_rank(*SQUARE, *TALL), full_rank_wide(*SQUARE, *TALL, *TALLER), small, large, accepts=accepts),
            _kinds(full_rank(*WIDE), full_rank_wide(*WIDE, *WIDER), small, large, accepts=accepts),
            _kinds(deficient((2, 2), (3, 2), (2, 3)), deficient_wide(*_DEPENDENT), small, large, accepts=accepts))


def _not_all_zero(v):
    """Whether some target is not 0: the logarithm of J is taken."""
    return bool(np.any(v["y"]))


_PENALISED = every_rank({"lam": ("", LAMBDA)}, {"share": ("", SHARE)})


def _no_density_is_0(v):
    """Whether exp of the difference to w = 0 is a number of float64, for who takes the logarithm of a density."""
    w, X, y = v["w"], v["X"], v["y"]
    return abs(neg_log_posterior(w, X, y, lam=v["lam"]) - neg_log_posterior(0 * w, X, y, lam=v["lam"])) < 300


def _posterior(matrices):
    large = {"w": ("d", MODERATE), "share": ("", st.sampled_from([0.5, 7.5, 1.5, 100.0]))}
    return problems(matrices, MODERATE, **large).filter(_no_density_is_0)


_SMALL_W = {"w": ("d", NONZERO), "lam": ("", LAMBDA)}
_W = (Kind(problems(full_rank(*SQUARE, *TALL), **_SMALL_W), _posterior(full_rank_wide(*SQUARE, *TALL, *TALLER))),
      Kind(problems(full_rank(*WIDE), **_SMALL_W), _posterior(full_rank_wide(*WIDE, *WIDER))))
_UNIT, _UNIT_WIDE = st.sampled_from([2.0, 3.0, 0.5, 1.0]), st.sampled_from([0.25, 10.0, 1.5, 4.0, 0.75])
_SPREAD, _SPREAD_WIDE = ("", st.sampled_from([1.0, 2.0, 0.5, 3.0])), ("", st.sampled_from([0.75, 2.5, 4.0, 0.25]))
_TALL = _kinds(
    full_rank(*SQUARE, *TALL),
    full_rank_wide(*SQUARE, *TALL, *TALLER),
    {},
    {},
    ({"X": np.array([[1.0, 0.0], [0.0, 1.0], [1.0, 1.0]]), "y": np.array([0.05, 0.3, 0.7])},),
)
_WIDE = _kinds(full_rank(*WIDE), full_rank_wide(*WIDE, *WIDER), {}, {})
_BOTH_DEPENDENT = ((2, 2), (3, 2), (2, 3), (4, 3), (3, 4), (4, 4))
_ANY = _kinds(
    deficient((2, 2), (3, 2), (2, 3)),
    deficient_wide(*_BOTH_DEPENDENT),
    {},
    {},
    ({"X": np.array([[1.0, 1.0], [1.0, 1.0], [0.0, 0.0]]), "y": np.array([1.0, 3.0, 0.0])},),
)


def _values(entries):
    return st.sampled_from([1, 2, 3]).flatmap(
        lambda k: instance(s=array(k, entries=st.sampled_from(entries)), lam=LAMBDA)
    )


# sigma^2 / lambda lies on both sides of every ratio
_VALUES_WIDE = st.sampled_from([1, 2, 4, 5]).flatmap(
    lambda k: instance(s=array(k, entries=st.sampled_from([0.75, 1.5, 0.0625, 6.5, 24.0, 1 / 1024, 900.0, 130.0])),
                       lam=st.sampled_from([1.5, 0.03125, 7.0, 200.0, 1 / 1024, 0.625, 3.0]))
)


def _with_zero(v):
    return v | {"s": np.append(v["s"], 0.0)}


def _without_penalty(v):
    return v | {"lam": 0.0}


_ONES_AND_TWO = {"X": np.array([[1.0]]), "y": np.array([1.0]), "lam": 2.0}
KINDS = {
    "4a": _PENALISED,
    "4b": (
        Kind(_values([1.0, 2.0, 3.0, 0.5, 4.0]), _VALUES_WIDE,
             ({"s": np.array([1e4]), "lam": 1e6}, {"s": np.array([1e-4]), "lam": 1e-6})),
        Kind(_values([1.0, 2.0, 3.0, 0.5, 4.0]).map(_with_zero), _VALUES_WIDE.map(_with_zero)),
    ),
    "4c": _W,
    "4d": (replace(_PENALISED[0], traps=(_ONES_AND_TWO,)), *_PENALISED[1:]),
    "4e": _PENALISED,
    "4f": _PENALISED,
    "4g": every_rank({}, {}),
    "4h": (_TALL, _WIDE),
    "4h.any": (_TALL, _WIDE, _ANY),
    "4.freedom": (Kind(_values([1.0, 2.0, 3.0, 0.5]), _VALUES_WIDE),
                  Kind(_values([1.0, 2.0, 3.0, 0.5]).map(_without_penalty), _VALUES_WIDE.map(_without_penalty))),
    "4.prior": every_rank({"tau": _SPREAD, "noise": _SPREAD}, {"tau": _SPREAD_WIDE, "part": _SPREAD_WIDE}),
    "4.toward": every_rank({"w0": ("d", NUMBER), "lam": ("", LAMBDA)}, {"w0": ("d", FRACTION), "share": ("", SHARE)}),
    "4.intercept": (
        _kinds(full_rank(*TALL), full_rank_wide(*TALL, *TALLER), {"lam": ("", LAMBDA)}, {"share": ("", SHARE)}),
    ),
    "4.leave-one-out": (
        _kinds(full_rank(*TALL), full_rank_wide(*TALL, *TALLER), {"lam": ("", LAMBDA)}, {"share": ("", SHARE)}),
        _kinds(full_rank((2, 3), (2, 4)), full_rank_wide((2, 3), (3, 5), (4, 5)), {"lam": ("", LAMBDA)},
               {"share": ("", SHARE)}),
    ),
    "4.units": every_rank({"lam": ("", LAMBDA), "a": ("d", _UNIT)}, {"share": ("", SHARE), "a": ("d", _UNIT_WIDE)}),
    "4.evidence": every_rank({"lam": ("", LAMBDA)}, {"share": ("", SHARE)}, accepts=_not_all_zero),
    "4.stopping": (
        Kind(instance(lr=RATE, steps=st.sampled_from([1, 2, 3, 5])),
             instance(lr=POSITIVE_WIDE, steps=st.sampled_from([1, 4, 7, 100, 1000])),
             ({"lr": 0.5, "steps": 1}, {"lr": 0.125, "steps": 2})),
    ),
}
