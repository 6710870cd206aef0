"""Parts with one of everything, which no sheet asks for: what a box and its judge have to cope with."""

import numpy as np

from answers import Case, Derivation, Mistake, Part


def slope():
    """Return a number of two floats; a division that fails at the edge."""
    w, x = [1.0, 2.0, -1.0, 3.0], [2.0, 0.5, 1.0, 4.0]
    ordinary = Case("w != 0", {"w": w, "x": x}, [b / a for a, b in zip(w, x, strict=True)],
                    mistakes=([a * b for a, b in zip(w, x, strict=True)], None))
    edge = Case("w = 0", {"w": [0.0], "x": [1.0]}, [0.0], mistakes=([0.0], None), meaning="there is no elbow",
                edge=True)
    mistakes = (Mistake("That is w x."), Mistake("The sign is the other way round.", "-expected"))
    return Part("slope", "the number x / w, and 0 without w", ("w", "x"), ("float", "float"), (ordinary, edge),
                mistakes)


def gram():
    """Return a matrix of a matrix and a vector of whole numbers."""
    X = [np.array([[1.0, 2.0]]), np.array([[1.0, 0.0], [3.0, -1.0]]), np.array([[1.0, 2.0], [0.5, 1.0], [0.0, 1.0]])]
    k = [np.array([1, 0]), np.array([2, 1]), np.array([0, 3])]
    expected = [a.T @ a + np.diag(b) for a, b in zip(X, k, strict=True)]
    case = Case("X has any shape", {"X": X, "k": k}, expected, mistakes=(None, [a.T @ a for a in X], None),
                meaning="the sum of two matrices")
    return Part(
        "gram",
        "the matrix X^T X + diag(k)",
        ("X", "k"),
        ("array", "ints"),
        (case,),
        (Mistake("It is twice that.", "2 * expected"), Mistake("X^T X alone: k is lost."),
         Mistake("k is no row of X.", "X.T @ X + X[1]")),
    )


def side():
    """Return a word, which may be the same everywhere."""
    case = Case("x > 0", {"x": [1.0, 2.0]}, ["left", "left"], mistakes=(["right", "right"],))
    return Part("side", "'left' or 'right'", ("x",), ("float",), (case,), (Mistake("The other way."),),
                words=("left", "right"), constant=True)


def pair():
    """Return two arrays, in any order of their entries."""
    v = [np.array([3.0, 1.0, 2.0]), np.array([1.0, -1.0])]
    case = Case("v has entries", {"v": v}, [(np.sort(a), a[::-1] * 2) for a in v], mistakes=(None,))
    canonical = "[np.sort(part) for part in value]"
    return Part("pair", "the entries, and twice the entries, in any order", ("v",), ("array",), (case,),
                (Mistake("The sign.", "-expected"),), canonical=canonical)


def potential():
    """Return a number up to a constant."""
    x = [np.array([1.0]), np.array([1.0, 2.0])]
    case = Case("x is a vector", {"x": x, "n": [1, 2]}, [float(a @ a) for a in x], mistakes=(None,),
                meaning="constants do not count")
    return Part("potential", "|x|^2, up to a constant", ("x", "n"), ("array", "int"), (case,),
                (Mistake("Half of it.", "expected / 2"),), origin="x")


def least():
    """Return the minimiser of a sum of squares, which can be derived."""
    rng = np.random.default_rng(0)
    X = [np.array([[2.0]]), np.array([[1.0], [1.0]]), np.array([[1.0, 0.0], [1.0, 1.0], [0.0, 2.0]])]
    X += [rng.integers(-3, 4, (4, 2)).astype(float) + np.eye(4, 2) / 2 for _ in range(5)]
    y = [rng.integers(-3, 4, len(a)).astype(float) for a in X]
    lam = [1.0, 2.0, 0.5, 1.0, 3.0, 0.25, 1.0, 2.0]
    expected = [np.linalg.solve(a.T @ a + c * np.eye(a.shape[1]), a.T @ b) for a, b, c in zip(X, y, lam, strict=True)]
    case = Case("lam > 0", {"X": X, "y": y, "lam": lam}, expected)
    letters = {"n": "X.shape[0]", "d": "X.shape[1]", "V": "np.linalg.svd(X)[2].T"}
    return Part("least", "the w with the smallest ||y - X w||^2 + lam ||w||^2", ("X", "y", "lam"),
                ("array", "array", "float"), (case,), derivation=Derivation("w", letters))


PARTS = {part.id: part for part in (slope(), gram(), side(), pair(), potential(), least())}
