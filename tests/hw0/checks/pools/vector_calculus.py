"""The kinds of instances of problem 2 and the exercises of chapter 2, case by case."""

import numpy as np
from hypothesis import strategies as st

from tests.hw0.checks.pools.strategies import FRACTION, MODERATE, NONZERO, Kind, array, instance, scaled, sized

_N = st.sampled_from([{"n": 2}, {"n": 3}])
_MORE = st.sampled_from([{"n": n} for n in (2, 4, 5, 3)])
_ONE = st.just({"n": 1})
_PN = st.sampled_from([{"p": 3, "n": 2}, {"p": 2, "n": 2}, {"p": 2, "n": 3}])
_MORE_PN = st.sampled_from([{"p": p, "n": n} for p, n in ((4, 2), (3, 5), (1, 3), (3, 1), (2, 4))])


def _all_sizes(**letters):
    """The kinds n >= 2 and n = 1."""
    names = tuple(letters)
    return (Kind(sized(_N, NONZERO, **letters), scaled(sized(_MORE, FRACTION, **letters), *names)),
            Kind(sized(_ONE, NONZERO, **letters), scaled(sized(_ONE, FRACTION, **letters), *names)))


def _symmetric(v):
    return v | {"A": np.maximum(v["A"], v["A"].T)}


def _is_not_symmetric(v):
    return np.any(v["A"] != v["A"].T)


def _one_entry_off(v):
    """A symmetric A with its last off-diagonal entry changed by a 64th of the largest."""
    A = _symmetric(v)["A"].copy()
    A[-2, -1] += np.max(np.abs(A)) / 64
    return v | {"A": A}


_SMALL, _LARGE = sized(_N, NONZERO, A="nn", x="n"), scaled(sized(_MORE, FRACTION, A="nn", x="n"), "A", "x")
_A, _A_LARGE = sized(_N, NONZERO, A="nn"), scaled(sized(_MORE, FRACTION, A="nn"), "A")
_A_ONE = Kind(sized(_ONE, NONZERO, A="nn"), scaled(sized(_ONE, FRACTION, A="nn"), "A"))
_ROTATION = np.array([[0.0, -1.0], [1.0, 0.0]])
_CYCLE = np.array([[0.0, 1.0, 0.0], [0.0, 0.0, 1.0], [1.0, 0.0, 0.0]])  # agrees at x = (1, 1, 1)
_CROSS = np.array([[0.0, -3.0, 2.0], [3.0, 0.0, -1.0], [-2.0, 1.0, 0.0]])  # A x = (1, 2, 3) x x


def _skew(v):
    return {"A": np.triu(v["A"], 1) - np.triu(v["A"], 1).T}


_NEARLY_SYMMETRIC = np.array([[1.0, 255 / 256, 1.0], [1.0, 1.0, 129 / 128], [1.0, 1.0, 1.0]])
_A33, _A33_WIDE = instance(A=array(3, 3, entries=NONZERO)), scaled(instance(A=array(3, 3, entries=FRACTION)), "A")
_LAYER = {"A": "pn", "x": "n", "c": "p"}
_TAMED = sized(_MORE_PN, MODERATE, **_LAYER).map(lambda v: v | {"x": v["x"] / 4})  # tanh is not yet flat there

KINDS = {
    "2a": _all_sizes(x="n", c="n"),
    "2b": _all_sizes(x="n"),
    "2c": _all_sizes(A="nn", x="n"),
    "2d": (
        Kind(
            _SMALL.filter(_is_not_symmetric),
            st.one_of(_LARGE, _LARGE.map(_one_entry_off)).filter(_is_not_symmetric),
            # a zero, and the smallest whole number that single precision does not have
            ({"A": np.array([[0.0, 1.0], [2.0, 2.0]]), "x": np.array([16777217.0, 1.0])},),
        ),
        Kind(_SMALL.map(_symmetric), _LARGE.map(_symmetric)),
        Kind(sized(_ONE, NONZERO, A="nn", x="n"), scaled(sized(_ONE, FRACTION, A="nn", x="n"), "A", "x")),
    ),
    "2e": (
        Kind(_A.map(_symmetric), _A_LARGE.map(_symmetric),
             ({"A": np.array([[0.0, 1.0], [1.0, 0.0]])}, {"A": -np.eye(2)}, {"A": np.zeros((2, 2))})),
        Kind(_A.filter(_is_not_symmetric), st.one_of(_A_LARGE, _A_LARGE.map(_one_entry_off)).filter(_is_not_symmetric),
             ({"A": _ROTATION}, {"A": _CYCLE}, {"A": np.eye(3) + _CROSS})),
        Kind(_A.map(_skew), _A_LARGE.map(_skew).filter(_is_not_symmetric), ({"A": _CROSS},)),
        _A_ONE,
    ),
    "2.residual": (
        Kind(sized(_PN, NONZERO, A="pn", x="n", b="p"),
             scaled(sized(_MORE_PN, FRACTION, A="pn", x="n", b="p"), "A", "b")),
    ),
    "2.norm": _all_sizes(x="n"),
    "2.axis": (Kind(_A33.filter(_is_not_symmetric), _A33_WIDE.filter(_is_not_symmetric), ({"A": _NEARLY_SYMMETRIC},)),
               Kind(_A33.map(_symmetric), _A33_WIDE.map(_symmetric))),
    "2.layer": (Kind(sized(_PN, NONZERO, **_LAYER), scaled(_TAMED, "c")),),
    "2.unit": _all_sizes(x="n"),
}
# as they always were: n = 2 and 3 by way of the p of a layer
KINDS["2.norm"] = (Kind(sized(_PN, NONZERO, x="p"), KINDS["2.norm"][0].wide), KINDS["2.norm"][1])
KINDS["2.unit"] = (Kind(sized(_PN, NONZERO, x="p"), KINDS["2.unit"][0].wide), KINDS["2.unit"][1])
