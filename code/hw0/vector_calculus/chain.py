"""A chain of Jacobians D = D_L ... D_1, which is never multiplied out: a step pushed through it, or a row pulled back.

The factors are listed in the order in which they act, D_1 (n_1, n_0) first.  Both ways of going through the chain take
one multiplication for each entry of each factor; all of D (n_L, n_0) takes n_0 pushes, or n_L pulls.
"""
from typing import NamedTuple

import numpy as np

from hw0.validation import shaped


class Product(NamedTuple):
    """A product with the chain, an array, and how many multiplications of numbers it took.

    >>> chain.Product(np.array([2.0]), 1).multiplications
    1
    """

    value: np.ndarray
    multiplications: int


def push(factors, v):
    """D v (n_L,) with its multiplications, from right to left: forward mode.  Raises ValueError for shapes that clash.

    >>> chain.push([[[1.0], [2.0]], [[3.0, 4.0]]], [10.0])
    Product(value=array([110.]), multiplications=4)
    """
    (v,) = shaped(v=("n", v))
    count = 0
    for D in factors:
        D, v = shaped(D=("pn", D), v=("n", v))
        v, count = D @ v, count + D.size
    return Product(v, count)


def pull(factors, u):
    """The row u^T D (1, n_0) with its multiplications, from left to right: reverse mode, backpropagation.

    >>> chain.pull([[[1.0], [2.0]], [[3.0, 4.0]]], [10.0])
    Product(value=array([[110.]]), multiplications=4)
    """
    (u,) = shaped(u=("p", u))
    count = 0
    for D in reversed(list(factors)):
        u, D = shaped(u=("p", u), D=("pn", D))
        u, count = u @ D, count + D.size
    return Product(u[None, :], count)
