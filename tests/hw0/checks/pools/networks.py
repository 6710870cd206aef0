"""The kinds of instances of problem 6 and the exercises of chapter 6, case by case."""

import numpy as np
from hypothesis import strategies as st

from tests.hw0.checks.pools.strategies import (
    FRACTION,
    MODERATE,
    NONZERO,
    NONZERO_WIDE,
    NUMBER,
    POSITIVE,
    RATE,
    Kind,
    array,
    instance,
)

_SIZE, _LARGER = st.sampled_from([1, 2, 3]), st.sampled_from([1, 4, 2, 5])
_LARGE = st.sampled_from([1000.0, -1000.0, 2000.0, 0.0])
_LARGE_WIDE = st.sampled_from([1000.5, -1000.0, 50.0, 0.25, 2000.0, 5000.0, -700.0, 800.0])
_UNITS = st.sampled_from([1.0, -1.0, 2.0, -2.0, 0.5, -0.5, 3.0, -3.0])  # some between 0 and 1
_FAR_BELOW = st.sampled_from([-1000.0, -1001.0, -2000.0])
_FAR_BELOW_WIDE = st.sampled_from([-1000.5, -800.0, -4000.0, -801.25])


def layers(shapes, dout=False, sizes=_SIZE, entries=NUMBER):
    """Strategy of X, W, b, and dout if asked for, that fit together; `shapes` are those of X without its first axis."""

    def arrays(drawn_sizes):
        n, tail, h = drawn_sizes
        drawn = {
            "X": array(n, *tail, entries=entries),
            "W": array(int(np.prod(tail)), h, entries=entries),
            "b": array(h, entries=entries),
        }
        return instance(
            **({"dout": array(n, h, entries=NONZERO if entries is NUMBER else entries)} if dout else {}) | drawn
        )

    return st.tuples(sizes, shapes, sizes).flatmap(arrays)


MATRIX, PICTURE = st.tuples(_SIZE), st.sampled_from([(1, 2), (2, 1), (2, 2)])
_MATRIX_WIDE, _PICTURE_WIDE = st.tuples(_LARGER), st.sampled_from([(2, 2, 3), (1, 3), (2, 1, 2), (3, 2)])


def _affine(dout=False):
    return (Kind(layers(MATRIX, dout), layers(_MATRIX_WIDE, dout, _LARGER, FRACTION)),
            Kind(layers(PICTURE, dout), layers(_PICTURE_WIDE, dout, _LARGER, FRACTION)))


def _first_score(place):
    """The change of an instance that puts the first entry of X W + b at a place, through b."""

    def change(v):
        b = v["b"].copy()
        b[0] += place - (v["X"] @ v["W"] + b)[0, 0]
        return v | {"b": b}

    return change


def _has_no_bend(v):
    return bool(np.all(v["X"] @ v["W"] + v["b"]))


_PAIRS, _PAIRS_WIDE = layers(MATRIX, dout=True), layers(_MATRIX_WIDE, True, _LARGER, MODERATE)
_SHAPE, _SHAPE_WIDE = (st.sampled_from([(1,), (2,), (3,), (2, 2), (1, 3)]),
                       st.sampled_from([(4,), (3, 4), (2, 2, 2), (1, 1)]))


def _arrays(names, entries=NUMBER, shapes=_SHAPE):
    return shapes.flatmap(lambda shape: instance(**{name: array(*shape, entries=entries) for name in names}))


def _at_the_bend(v):
    Z = v["Z"].copy()
    Z.flat[0] = 0.0
    return v | {"Z": Z}


_BACK, _BACK_WIDE = _arrays(("dout", "Z"), _UNITS), _arrays(("dout", "Z"), NONZERO_WIDE, _SHAPE_WIDE)


def _scored(entries, classes=(2, 3), examples=_SIZE):
    """Strategy of scores (n, k) with labels (n,)."""

    def drawn(sizes):
        n, k = sizes
        labels = st.lists(st.integers(0, k - 1), min_size=n, max_size=n).map(np.array)
        return instance(scores=array(n, k, entries=entries), labels=labels)

    return st.tuples(examples, st.sampled_from(classes)).flatmap(drawn)


_MANY = (4, 5, 2, 6)


def _on_a_margin(v):
    """The same with one wrong class exactly on the margin of the first example."""
    scores, label = v["scores"].copy(), v["labels"][0]
    scores[0, (label + 1) % scores.shape[1]] = scores[0, label] - 1
    return v | {"scores": scores}


def _is_off_the_margins(v):
    scores, labels = v["scores"], v["labels"]
    return not np.any(scores - scores[np.arange(len(labels)), labels][:, None] + 1 == 0)


def _vectors(sizes, entries, rates, mus):
    return sizes.flatmap(
        lambda size: instance(p=array(size, entries=entries), v=array(size, entries=entries),
                              g=array(size, entries=entries), lr=rates, mu=st.sampled_from(mus))
    )


def _widths(entries, longest):
    return st.lists(st.sampled_from(entries), min_size=3, max_size=longest).map(np.array)


def _nets(sizes, entries, regs):
    """Strategy of a net with one hidden layer, its data and a penalty."""

    def drawn(lengths):
        n, d, h, k = lengths
        labels = st.lists(st.integers(0, k - 1), min_size=n, max_size=n).map(np.array)
        return instance(X=array(n, d, entries=entries), labels=labels, W1=array(d, h, entries=entries),
                        b1=array(h, entries=entries), W2=array(h, k, entries=entries), b2=array(k, entries=entries),
                        reg=st.sampled_from(regs))

    return st.sampled_from(sizes).flatmap(drawn)


_NETS = [(1, 1, 1, 2), (2, 1, 1, 2), (1, 2, 1, 2), (1, 1, 2, 2), (2, 1, 2, 3)]
_NETS_WIDE = [(3, 2, 4, 3), (2, 3, 2, 4), (1, 2, 3, 2)]


def _first_unit(place):
    """The change of a net that puts the first entry of X W1 + b1 at a place, through b1."""

    def change(v):
        b1 = v["b1"].copy()
        b1[0] += place - (v["X"] @ v["W1"] + b1)[0, 0]
        return v | {"b1": b1}

    return change


def _smooth(v):
    return bool(np.all(v["X"] @ v["W1"] + v["b1"]))


def _network(regs, regs_wide, place=None):
    readable, wide = _nets(_NETS, NUMBER, regs), _nets(_NETS_WIDE, MODERATE, regs_wide)
    if place is None:
        return Kind(readable.filter(_smooth), wide.filter(_smooth))
    return Kind(readable.map(_first_unit(place)), wide.map(_first_unit(place)))


KINDS = {
    "6.affine_forward": _affine(),
    "6.affine_backward": _affine(dout=True),
    "6.relu_forward": (Kind(_arrays(("Z",)), _arrays(("Z",), FRACTION, _SHAPE_WIDE), ({"Z": np.array([8.0, -8.0])},)),),
    "6.relu_backward": (
        Kind(_BACK, _BACK_WIDE, ({"dout": np.array([2.0, 2.0]), "Z": np.array([0.5, 8.0])},
                                 {"dout": np.array([0.003, 0.7]), "Z": np.array([0.3, 0.7])})),
        Kind(_BACK.map(_at_the_bend), _BACK_WIDE.map(_at_the_bend)),
    ),
    "6.softmax_loss": (
        Kind(_scored(NUMBER), _scored(MODERATE, _MANY, _LARGER)),
        Kind(_scored(_LARGE), _scored(_LARGE_WIDE, _MANY, _LARGER),
             ({"scores": np.array([[0.0, 0.0], [1000.0, 0.0]]), "labels": np.array([0, 0])},)),
        Kind(_scored(_FAR_BELOW), _scored(_FAR_BELOW_WIDE, _MANY, _LARGER)),
    ),
    "6.svm_loss": (
        Kind(_scored(NUMBER, (2, 3, 4)).filter(_is_off_the_margins),
             _scored(FRACTION, _MANY, _LARGER).filter(_is_off_the_margins)),
        Kind(_scored(NUMBER).map(_on_a_margin), _scored(FRACTION, _MANY, _LARGER).map(_on_a_margin)),
    ),
    "6.pair_backward": (
        Kind(_PAIRS.map(_first_score(-1.0)).filter(_has_no_bend),
             _PAIRS_WIDE.map(_first_score(-0.25)).filter(_has_no_bend)),
        Kind(_PAIRS.map(_first_score(0.0)), _PAIRS_WIDE.map(_first_score(0.0))),
    ),
    "6.momentum": (
        Kind(
            _vectors(st.sampled_from([1, 2]), NUMBER, RATE, [0.5, 0.75, 0.25]),
            _vectors(st.sampled_from([3, 5, 1]), FRACTION, st.sampled_from([0.0625, 3.0, 0.015625, 16.0]),
                     [0.9375, 0.125, 0.0, 0.5]),
        ),
    ),
    "6.reach": (
        Kind(
            instance(sizes=_widths([2.0, 8.0, 32.0, 18.0, 50.0], 5), scale=st.one_of(RATE, POSITIVE)),
            instance(sizes=_widths([3.0, 64.0, 1.0, 100.0, 7.0, 512.0], 7),
                     scale=st.sampled_from([0.03125, 1.5, 0.625])),
        ),
    ),
    "6.spread": (
        Kind(instance(L=st.sampled_from([2, 1, 3, 4]), h=st.sampled_from([1, 2, 5, 4, 10])),
             instance(L=st.sampled_from([20, 7, 50]), h=st.sampled_from([100, 3, 400, 64]))),
    ),
    "6.network": (_network([1.0, 2.0, 0.5], [0.125, 3.0, 0.75]), _network([0.0], [0.0]),
                  _network([1.0, 0.5], [0.25], place=0.0)),
}
