"""Maps of the plane with their Jacobians: what a derivative does to a small circle, x -> f(x) + J (step).

x is (2,), or (2, m) with a point in each column; f(x) has the shape of x, and J (2, 2) or (2, 2, m) has rows = outputs.
All trace through a live figure.  Raises as hw0.validation, and ValueError for an x that has not two rows.
"""
from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from hw0.validation import numbers


class PlaneMap(NamedTuple):
    """A map of the plane: its name, its formula as LaTeX, f(x), and its derivative J(x).

    >>> [each.name for each in plane_maps.MAPS][2]
    'square, halved'
    >>> plane_maps.MAPS[2].jacobian([1.0, 2.0])
    array([[ 1., -2.],
           [ 2.,  1.]])
    """

    name: str
    formula: str
    f: Callable
    jacobian: Callable


def shear(x):
    """A x with A = [[1, 0.8], [0, 0.6]]: linear, so it is its own derivative.

    >>> plane_maps.shear([1.0, 1.0])
    array([1.8, 0.6])
    """
    a, b = _coordinates(x)
    return np.stack([a + 0.8 * b, 0.6 * b])


def d_shear(x):
    """A at every x.

    >>> plane_maps.d_shear([1.0, 1.0])
    array([[1. , 0.8],
           [0. , 0.6]])
    """
    a, b = _coordinates(x)
    zero, one = 0.0 * a, 1.0 + 0.0 * b
    return _matrix(one, 0.8 * one, zero, 0.6 * one)


def polar(x):
    """(r cos t, r sin t) of x = (r, t).

    >>> plane_maps.polar([2.0, 0.0])
    array([2., 0.])
    """
    r, t = _coordinates(x)
    return np.stack([r * np.cos(t), r * np.sin(t)])


def d_polar(x):
    """[[cos t, -r sin t], [sin t, r cos t]], with determinant r.

    >>> plane_maps.d_polar([2.0, 0.0]) + 0.0
    array([[1., 0.],
           [0., 2.]])
    """
    r, t = _coordinates(x)
    return _matrix(np.cos(t), -r * np.sin(t), np.sin(t), r * np.cos(t))


def half_square(x):
    """((a^2 - b^2) / 2, a b), the complex square halved.

    >>> plane_maps.half_square([1.0, 2.0])
    array([-1.5,  2. ])
    """
    a, b = _coordinates(x)
    return np.stack([(a * a - b * b) / 2.0, a * b])


def d_half_square(x):
    """[[a, -b], [b, a]]: a turn and a stretch, so circles stay circles.

    >>> plane_maps.d_half_square([1.0, 2.0])
    array([[ 1., -2.],
           [ 2.,  1.]])
    """
    a, b = _coordinates(x)
    return _matrix(a, -b, b, a)


def fold(x):
    """(a, b^2 / 2): the plane folded along the line b = 0.

    >>> plane_maps.fold([1.0, 2.0])
    array([1., 2.])
    """
    a, b = _coordinates(x)
    return np.stack([a + 0.0 * b, b * b / 2.0])


def d_fold(x):
    """[[1, 0], [0, b]], which squashes the fold line's neighbourhood flat.

    >>> plane_maps.d_fold([1.0, 2.0])
    array([[1., 0.],
           [0., 2.]])
    """
    a, b = _coordinates(x)
    return _matrix(1.0 + 0.0 * a, 0.0 * b, 0.0 * a, b)


MAPS = (
    PlaneMap("shear", "(x_1 + 0.8 x_2, 0.6 x_2)", shear, d_shear),
    PlaneMap("polar", r"(x_1 \cos x_2, x_1 \sin x_2)", polar, d_polar),
    PlaneMap("square, halved", "z^2/2, z = x_1 + x_2 i", half_square, d_half_square),
    PlaneMap("fold", "(x_1, x_2^2/2)", fold, d_fold),
)


def stretches(J):
    """The largest and the smallest factor by which J stretches a direction: its singular values, in closed form.

    Numbers for J (2, 2), and (m,) for J (2, 2, m).

    J is the sum of a turn with factor q and a reflection with factor r; the two work together in one direction and
    against each other in the one across.

    >>> print(*plane_maps.stretches([[3.0, 0.0], [0.0, 2.0]]))
    3.0 2.0
    """
    (J,) = numbers(J=J)
    if np.shape(J)[:2] != (2, 2) or np.ndim(J) > 3:
        raise ValueError(f"J must have shape (2, 2) or (2, 2, m); got {np.shape(J)}.")
    turn = np.hypot(J[0, 0] + J[1, 1], J[1, 0] - J[0, 1]) / 2.0
    reflection = np.hypot(J[0, 0] - J[1, 1], J[1, 0] + J[0, 1]) / 2.0
    return turn + reflection, np.abs(turn - reflection)


def _coordinates(x):
    (x,) = numbers(x=x)
    if np.ndim(x) not in (1, 2) or np.shape(x)[0] != 2:
        raise ValueError(f"x must have shape (2,) or (2, m), a point in each column; got {np.shape(x)}.")
    return x[0], x[1]


def _matrix(a, b, c, d):
    return np.stack([np.stack([a, b]), np.stack([c, d])])
