"""Problem 3 once more, in exact rational numbers and without the package: the referee of the checks."""

from fractions import Fraction


def exactly(array):
    """The array as nested lists of Fractions."""
    return [exactly(entry) for entry in array] if hasattr(array, "__len__") else Fraction(float(array))


def dot(u, v):
    return sum((a * b for a, b in zip(u, v, strict=True)), Fraction(0))


def transposed(A):
    return [list(column) for column in zip(*A, strict=True)]


def times(A, B):
    return [[dot(row, column) for column in transposed(B)] for row in A]


def projector(A):
    """The orthogonal projector on the span of the columns of A, by Gram-Schmidt without square roots."""
    found = []
    for a in transposed(A):
        for q in found:
            share = dot(q, a) / dot(q, q)
            a = [x - share * y for x, y in zip(a, q, strict=True)]
        if any(a):
            found.append(a)
    n = len(A)
    return [[sum((q[i] * q[j] / dot(q, q) for q in found), Fraction(0)) for j in range(n)] for i in range(n)]


def solve(A, b):
    """The solution of a square system, by Gauss and Jordan."""
    rows = [[*row, value] for row, value in zip(A, b, strict=True)]
    for k in range(len(rows)):
        pivot = next(i for i in range(k, len(rows)) if rows[i][k])
        rows[k], rows[pivot] = rows[pivot], rows[k]
        rows[k] = [value / rows[k][k] for value in rows[k]]
        rows = [row if i == k else [v - row[k] * p for v, p in zip(row, rows[k], strict=True)] for i, row in enumerate(rows)]
    return [row[-1] for row in rows]


def least_squares(X, y):
    """X^T X w = X^T y for tall X, X X^T m = y and w = X^T m for wide X."""
    Xt = transposed(X)
    if len(X) >= len(Xt):
        return solve(times(Xt, X), [dot(column, y) for column in Xt])
    m = solve(times(X, Xt), y)
    return [dot(column, m) for column in Xt]
