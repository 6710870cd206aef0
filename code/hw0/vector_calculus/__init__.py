"""Vector calculus with row derivatives (problem 2).

    derivatives        the functions of 2a to 2e with their derivatives, and when 2d is 2 x^T A
    second_derivative  the Hessian, curvature, one step of Newton
    chain              a step pushed through a chain of Jacobians, or a row pulled back, and what it costs
    differences        difference quotients along the coordinates
    gradcheck          derivatives by numbers: these, the complex step, a check along directions that knows about kinks
    step_size          which step a difference quotient should take
    plane_maps         maps of the plane with their Jacobians
"""
from hw0.vector_calculus import chain, gradcheck, plane_maps, step_size
from hw0.vector_calculus.derivatives import (
    agree_at,
    agree_everywhere,
    agreement_basis,
    d_dot,
    d_matvec,
    d_quadratic,
    d_squared_norm,
    dot,
    matvec,
    quadratic,
    skew_part,
    squared_norm,
    symmetric_part,
)
from hw0.vector_calculus.second_derivative import curvature, hessian_of_quadratic, is_positive_definite, newton_step

__all__ = ["agree_at", "agree_everywhere", "agreement_basis", "chain", "curvature", "d_dot", "d_matvec", "d_quadratic",
           "d_squared_norm", "dot", "gradcheck", "hessian_of_quadratic", "is_positive_definite", "matvec",
           "newton_step", "plane_maps", "quadratic", "skew_part", "squared_norm", "step_size", "symmetric_part"]
