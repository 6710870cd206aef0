"""Ridge regression, argmin_w ||y - X w||^2 + lambda ||w||^2, seen in five ways (problem 4).

    routes                 the solution by each interpretation (4a to 4f), lambda = 0 included (4h)
    unguarded              the same routes as their formulas stand, and what rounding makes of them
    spectrum               what lambda does to each singular direction (4b)
    posterior_density      ridge as Bayesian inference (4c)
    regularization_path    many lambdas at the price of one; leave-one-out errors
    criteria               which lambda: errors on samples left out, generalized cross-validation, the evidence
    bias_variance          how far from the truth on average, and the best lambda of each direction
    early_stopping         the lambda of a descent that is stopped
"""
from hw0.ridge.bias_variance import best_penalty, bias_squared, mean_squared_error, variance
from hw0.ridge.criteria import Criteria, criteria
from hw0.ridge.criteria import of_factors as criteria_of_factors
from hw0.ridge.early_stopping import matching_penalty
from hw0.ridge.posterior_density import Posterior, gaussian, neg_log_posterior, of_one_weight, posterior
from hw0.ridge.regularization_path import LeaveOneOut, leave_one_out, path
from hw0.ridge.routes import (
    ROUTES,
    by_fake_data,
    by_fake_features,
    by_kernel,
    by_map,
    by_normal_equations,
    by_svd,
    fake_feature_weights,
    gradient,
    objective,
    with_fake_data,
    with_fake_features,
)
from hw0.ridge.spectrum import coefficients, degrees_of_freedom, filter_factors, shrinkage

__all__ = ["ROUTES", "Criteria", "LeaveOneOut", "Posterior", "best_penalty", "bias_squared", "by_fake_data",
           "by_fake_features", "by_kernel", "by_map", "by_normal_equations", "by_svd", "coefficients", "criteria",
           "criteria_of_factors", "degrees_of_freedom", "fake_feature_weights", "filter_factors", "gaussian",
           "gradient", "leave_one_out", "matching_penalty", "mean_squared_error", "neg_log_posterior", "objective",
           "of_one_weight", "path", "posterior", "shrinkage", "variance", "with_fake_data", "with_fake_features"]
