"""The table of all parts that can be checked."""
from hw0.checks import (
    least_squares,
    least_squares_exercises,
    networks,
    networks_exercises,
    relu_elbow,
    relu_elbow_exercises,
    relu_network,
    ridge,
    ridge_exercises,
    vector_calculus,
    vector_calculus_exercises,
)

MODULES = (
    vector_calculus, vector_calculus_exercises, least_squares, least_squares_exercises, ridge, ridge_exercises,
    relu_elbow, relu_network, relu_elbow_exercises, networks, networks_exercises,
)
PARTS = {part.id: part for module in MODULES for part in module.PARTS}
