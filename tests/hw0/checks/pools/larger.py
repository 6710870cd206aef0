"""Instances beyond the kinds in size and range: a rule that holds up to five rows, up to rank 3,
for whole numbers or for those above 0.001 is refuted by one of them.

Sizes are 6 to 9, ranks 4 to 6, entries have one decimal, and one or two lie at 0.0004 and 700.3.  They stand last in a
pool, so no counterexample is larger than it has to be.
"""

import numpy as np

SMALL, LARGE = 0.0004, 700.3


def _entries(*shape, shift=0):
    """An array of numbers with one decimal between -1.1 and 1.4, of full rank."""
    first, second, *_ = (*np.indices(shape), np.zeros(shape, int))
    made = 0.3 * ((3 * first**2 + 5 * second**2 + 2 * first * second + shift) % 7 - 3 + 5 * (first == second))
    return 0.0 + np.round(made + 0.2 * ((first + 2 * second + shift) % 3 - 1), 1)


def _with(array, **places):
    """The array with SMALL and LARGE at the places (flat) that are named."""
    changed = array.copy()
    for name, place in places.items():
        changed.flat[place] = {"small": SMALL, "large": LARGE}[name]
    return changed


def _rotations(n, cosine, sine, first):
    """The matrix (n, n) that turns each two neighbours from the first on."""
    turned = np.eye(n)
    for k in range(first, n - 1, 2):
        turned[k:k + 2, k:k + 2] = [[cosine, sine], [-sine, cosine]]
    return turned


TALL = _with(_entries(9, 6), small=5)
WIDE = _with(_entries(6, 9), small=5)
LOW = np.round(2 * _entries(8, 5)) @ np.round(2 * _entries(5, 7, shift=3)) / 4      # of rank 5, exactly
LOW[5], LOW[:, 6] = LOW[2], 0.0                                         # a row twice, a column of zeros
SQUARE = _with(_entries(7, 7, shift=1), small=8)
SQUARE[3], SQUARE[:, 4] = 0.0, 0.0
TURNED = _entries(6, 6, shift=4)                                        # of negative determinant
VECTOR = {n: _with(_entries(n, shift=2), small=1, large=n - 2) for n in (6, 7, 8, 9)}
COEFFICIENTS = {n: _with(_entries(n, shift=4), small=n - 1, large=0) for n in (6, 7, 8, 9)}
TURN = {n: np.round(_rotations(n, 0.6, 0.8, 0) @ _rotations(n, 0.28, 0.96, 1) @ np.diag((-1.0) ** np.arange(n)), 4)
        for n in (6, 9)}                                                # orthogonal
FALLING = np.array([LARGE, 20.3, 7.1, 3.3, 1.2, 0.0625])
LABELS = np.array([0, 2, 5, 1, 4, 3, 2, 0])


def _ridge(**more):
    """For each case of a part of chapter 4, an instance."""
    return [[{"X": X, "y": VECTOR[len(X)], **more}] for X in (TALL, WIDE, LOW)]


def _unit(**given):
    return [[given]]


# part -> for each of its cases, from the first on, the instances
LARGER = {
    "2a": [[{"x": VECTOR[8], "c": COEFFICIENTS[8]}]],
    "2b": [[{"x": VECTOR[8]}]],
    "2c": [[{"A": SQUARE, "x": VECTOR[7]}]],
    "2d": [[{"A": np.round(4 * SQUARE) / 4, "x": np.array([0, 2.0**-11, 0, -0.375, -0.75, 1.25, 0.875])}]],   # exact
    "2e": [[{"A": SQUARE + SQUARE.T}], [{"A": SQUARE + SQUARE.T + np.diag([off, 0, 0, 0, 0, 0], 1)}
                                        for off in (0.1, 0.0002)]],     # the second 4e-5 of the largest entry
    "2.residual": [[{"A": LOW, "x": VECTOR[7], "b": COEFFICIENTS[8]}]],
    "2.norm": [[{"x": VECTOR[8] * (VECTOR[8] > 0)}]],
    "2.layer": [[{"A": _entries(8, 6) / 8, "x": _with(_entries(6), small=1), "c": COEFFICIENTS[8]}]],
    "2.unit": [[{"x": VECTOR[8]}]],
    "3a": [[{"X": TALL, "y": VECTOR[9]}]],
    "3b": [[{"U": TURN[9], "s": FALLING, "Vt": TURN[6], "y": VECTOR[9]}]],
    "3c": [[{"X": TALL}]],
    "3c.any": [[{"X": TALL}, {"X": TURNED}], [{"X": LOW}], [{"X": WIDE}]],
    "3d": [[{"X": WIDE, "y": VECTOR[6]}]],
    "3e": [[{"U": TURN[6], "s": FALLING, "Vt": TURN[9], "y": VECTOR[6]}]],
    "3f": [[{"X": WIDE}]],
    "3f.any": [[{"X": WIDE}, {"X": TURNED}], [{"X": LOW}], [{"X": TALL}]],
    "3.weighted": [[{"X": TALL, "y": VECTOR[9], "c": np.abs(VECTOR[9]) + 0.01}]],
    "3.nearest": [[{"X": WIDE, "y": VECTOR[6], "w0": COEFFICIENTS[9]}]],
    "3.leverage": [[{"X": TALL}, {"X": TURNED}], [{"X": LOW}]],
    "3.descent": [[{"s": np.array([9.1, 7.1, 5.3, 3.3, 1.2, 1.2, 0.0625, 0.003]), "lr": 0.0117, "steps": 21}]],
    "3.low_rank": [[{"s": np.array([LARGE, 20.3, 7.1, 3.3, 1.2, 1.2, 0.0625, SMALL]), "k": 3}]],
    "3.prediction": [[{"X": TALL, "x": COEFFICIENTS[6], "noise": 0.07}]],
    **{part: _ridge(lam=0.37) for part in ("4a", "4d", "4e", "4.evidence")},
    "4f": _ridge(lam=0.37)[:1],         # the page's data of this part are the largest
    "4b": [[{"s": np.array([LARGE, 20.3, 7.1, 3.3, 1.2, 1.2, 0.0625, SMALL]), "lam": 0.37}]],
    "4c": [[{"w": _with(_entries(X.shape[1]), small=1), "X": X, "y": VECTOR[len(X)] / 50, "lam": 0.37}]
           for X in (TALL, WIDE)],
    **{part: _ridge() for part in ("4g", "4h.any")},
    "4h": _ridge()[:2],
    "4.freedom": [[{"s": np.array([LARGE, 20.3, 7.1, 3.3, 1.2, 1.2, 0.0625, SMALL]), "lam": 0.37}]],
    "4.prior": [[one[0], one[0] | {"tau": 12.3}] for one in _ridge(tau=0.07, noise=0.3)],
    "4.toward": [[one[0] | {"w0": COEFFICIENTS[one[0]["X"].shape[1]]}] for one in _ridge(lam=0.37)],
    "4.intercept": [[{"X": TALL, "y": VECTOR[9], "lam": 0.37}]],
    "4.leave-one-out": [[{"X": TALL, "y": VECTOR[9], "lam": 0.37}], [{"X": WIDE, "y": VECTOR[6], "lam": 0.37}]],
    "4.units": [[one[0] | {"a": np.abs(_entries(one[0]["X"].shape[1])) + 0.3}] for one in _ridge(lam=0.37)],
    **{part: [[{"w": -SMALL, "b": LARGE, "x": -0.7, "y": 0.3}, {"w": 0.003, "b": SMALL, "x": SMALL, "y": 0.007},
               {"w": 2.3, "b": 0.007, "x": LARGE, "y": -LARGE}]] for part in ("5a.iii", "5a.iv")},
    "5a.ii": _unit(phi=SMALL, y=0.0007),
    "5b.i": [[{"w": -SMALL, "b": -LARGE, "x": 0.7, "lr": 0.003}, {"w": LARGE, "b": 0.7, "x": -0.003, "lr": 0.003},
              {"w": SMALL, "b": -0.0007, "x": SMALL, "lr": 0.0003}]],
    "5b.ii": [[{"w": 0.7, "b": -0.0007, "x": 0.3, "lr": 0.03}, {"w": 0.7, "b": LARGE, "x": 0.3, "lr": 0.03},
               {"w": 0.0007, "b": SMALL, "x": SMALL, "lr": 0.0003}, {"w": 0.003, "b": 0.7, "x": SMALL, "lr": 0.3}],
              [], [{"w": 0.07, "b": 0.3, "x": 0.3, "lr": 7.1}, {"w": 0.007, "b": -0.0003, "x": 0.3, "lr": 70.3}]],
    "5b.iii": [[{"w": 0.0007, "b": 0.7, "x": -0.3, "lr": 0.003}, {"w": 0.07, "b": LARGE, "x": -0.3, "lr": 70.3},
                {"w": 0.003, "b": SMALL, "x": -SMALL, "lr": 0.0003}],
               [{"w": 7.3, "b": 0.7, "x": -0.03, "lr": 3.1}]],
    "5b.iv": [[{"w": -0.0007, "b": 0.7, "x": 0.3, "lr": 0.003}, {"w": -0.07, "b": LARGE, "x": 0.3, "lr": 70.3},
               {"w": -0.003, "b": SMALL, "x": SMALL, "lr": 0.0003}],
              [{"w": -7.3, "b": 0.7, "x": 0.03, "lr": 3.1}]],
    "5c": [[{"W1": _with(_entries(8, shift=2), small=1, large=6), "b": COEFFICIENTS[8]}]],
    "5d": [[{"W1": _with(_entries(8, shift=1), small=1), "b": np.abs(_entries(8)) + 3.3,
             "W2": _with(_entries(8, shift=3), small=2), "x": 0.7, "y": -0.3, "lr": 0.03},
            {"W1": np.array([0.07, -0.03]), "b": np.array([0.3, SMALL]), "W2": np.array([0.003, SMALL]), "x": -0.003,
             "y": SMALL, "lr": 0.003}],
           [{"W1": _entries(8, shift=1), "b": _entries(8, shift=5) - 0.05, "W2": _entries(8, shift=3), "x": -0.7,
             "y": LARGE, "lr": 0.003}]],
    "5.shift": [[{"w": -0.7, "b": LARGE, "delta": 0.3, "lr": 0.003}],
                [{"w": 0.07, "b": -0.7, "delta": 70.3, "lr": 0.3}]],
    "5.one_step_fit": _unit(x=-LARGE),
    "5.falls_asleep": _unit(w=-0.7, b=LARGE, x=0.3),
    "5.weight_decay": [[{"w": -0.7, "b": LARGE, "lr": 0.003, "mu": 0.07}]],
    "5.leaky": [[{"w": -0.7, "b": -LARGE, "x": 0.3, "delta": 0.07, "lr": 0.003, "alpha": 0.01}],
                [{"w": 0.7, "b": 0.3, "x": 70.3, "delta": -0.07, "lr": 0.003, "alpha": 2.3}]],
    "5.slope": [[{"w": 0.7, "b": 0.3, "x": 70.3, "delta": -0.07, "lr": 0.003}],
                [{"w": -0.7, "b": 0.3, "x": 70.3, "delta": -0.07, "lr": 0.003}]],
    "6.affine_forward": [[{"X": _with(_entries(8, 6), small=1, large=9), "W": _with(_entries(6, 7), small=3, large=2),
                           "b": COEFFICIENTS[7]}]],
    "6.affine_backward": [[{"dout": _with(LOW, large=3), "X": _with(_entries(8, 6), small=1, large=9),
                            "W": _with(_entries(6, 7), small=3, large=2), "b": COEFFICIENTS[7]}]],
    "6.relu_backward": [[{"dout": _with(LOW[:, :6], small=1), "Z": _with(_entries(8, 6, shift=1) - 0.05, small=2)}]],
    "6.softmax_loss": [[{"scores": _with(_entries(8, 6), small=7), "labels": LABELS}]],
    "6.svm_loss": [[{"scores": _with(_entries(8, 6), small=7) * 1.1, "labels": LABELS}]],
    "6.pair_backward": [[{"dout": LOW, "X": _with(_entries(8, 6), small=1) - 0.03, "W": _with(_entries(6, 7), small=3),
                          "b": COEFFICIENTS[7] / 50}]],
    "6.momentum": [[{"p": VECTOR[8], "v": COEFFICIENTS[8], "g": _with(_entries(8, shift=3), small=2), "lr": 0.03,
                     "mu": 0.97}, {"p": VECTOR[6], "v": COEFFICIENTS[6], "g": _entries(6), "lr": 20.3, "mu": 1.1}]],
    "6.network": [[{"X": _entries(8, 6) - 0.03, "labels": LABELS, "W1": _entries(6, 7, shift=1), "b1": _entries(7),
                    "W2": _entries(7, 6, shift=3), "b2": _entries(6, shift=1), "reg": 0.37}]],
}
