"""The ReLU elbow under SGD (problem 5).

    one_unit        one ReLU unit, its elbow, and what one SGD step does to both (5a, 5b)
    unit_path       the way of one unit through the plane of (w, b), with momentum, weight decay and a leak
    batch           one step on several points, and the pivot about which it turns the line
    relu_network    a network of ReLU units on the line, its elbows, and their journey in training (5c, 5d)
    many_runs       where the elbows end, over many starts
    zigzag          what the networks learn: a polygon
    fates           what becomes of the units over rate, width and start: a stored table
"""
from hw0.relu_elbow import batch, many_runs, relu_network, unit_path, zigzag
from hw0.relu_elbow.one_unit import (
    Params,
    direction,
    dloss_db,
    dloss_dphi,
    dloss_dw,
    elbow,
    elbow_or_nan,
    fixed_point,
    loss,
    moved_elbow,
    relu,
    relu_grad,
    residual_step,
    sgd_step,
    unit,
)

__all__ = ["Params", "batch", "direction", "dloss_db", "dloss_dphi", "dloss_dw", "elbow", "elbow_or_nan", "fixed_point",
           "loss", "many_runs", "moved_elbow", "relu", "relu_grad", "relu_network", "residual_step", "sgd_step", "unit",
           "unit_path", "zigzag"]
