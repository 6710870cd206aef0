"""Least squares and minimum norm through the SVD (problem 3).

    solvers           the w with the smallest ||X w - y||, and of these the shortest, by six routes (3a, 3b, 3d, 3e);
                      both inverses (3c, 3f)
    svd               the singular value decomposition, rank, and a problem in the coordinates of its SVD
    subspaces         the four fundamental subspaces and their projectors
    conditioning      how far a solution moves when its data do
    estimators        what noise in y does to a linear estimate of the weights (Gauss and Markov)
    gradient_descent  where steps downhill go, and at which of many solutions they end
    low_rank          the nearest matrix of rank k
"""
from hw0.least_squares import conditioning, estimators, gradient_descent, low_rank, subspaces, svd
from hw0.least_squares.solvers import (
    ROUTES,
    TALL_ROUTES,
    WIDE_ROUTES,
    by_multipliers,
    by_normal_equations,
    by_pinv,
    by_qr,
    by_svd,
    from_svd,
    gradient,
    left_inverse,
    min_norm_solution,
    objective,
    pinv,
    right_inverse,
)

__all__ = ["ROUTES", "TALL_ROUTES", "WIDE_ROUTES", "by_multipliers", "by_normal_equations", "by_pinv", "by_qr",
           "by_svd", "conditioning", "estimators", "from_svd", "gradient", "gradient_descent", "left_inverse",
           "low_rank", "min_norm_solution", "objective", "pinv", "right_inverse", "subspaces", "svd"]
