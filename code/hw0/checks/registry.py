"""The table of all parts that can be checked."""
from hw0.checks import least_squares, networks, relu_elbow, ridge, vector_calculus

PROBLEMS = (vector_calculus, least_squares, ridge, relu_elbow, networks)
PARTS = {part.id: part for problem in PROBLEMS for part in problem.PARTS}
EXERCISES = frozenset(part.id for problem in PROBLEMS for part in problem.exercises.PARTS)
HOMEWORK = tuple(part for part in PARTS if part not in EXERCISES)       # what the sheet asks
