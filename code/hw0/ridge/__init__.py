"""Ridge regression, argmin_w ||y - X w||^2 + lambda ||w||^2, seen in five ways (problem 4).

    routes                 the solution by each interpretation (4a to 4f), lambda = 0 included (4h)
    spectrum               what lambda does to each singular direction (4b)
    posterior_density      ridge as Bayesian inference (4c)
    regularization_path    many lambdas at the price of one; leave-one-out errors
"""
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

__all__ = [
    "ROUTES", "LeaveOneOut", "Posterior", "by_fake_data", "by_fake_features", "by_kernel", "by_map",
    "by_normal_equations", "by_svd", "coefficients", "degrees_of_freedom", "fake_feature_weights", "filter_factors",
    "gaussian", "gradient", "leave_one_out", "neg_log_posterior", "objective", "of_one_weight", "path", "posterior",
    "shrinkage", "with_fake_data", "with_fake_features",
]
